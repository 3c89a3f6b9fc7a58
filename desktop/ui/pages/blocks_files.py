"""Text blocks of the house out into a file, and in from one: all of it or nothing, as one act."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.files import safe_write
from desktop.models.book import Book
from desktop.models.exchange import blocks_file
from desktop.models.exchange.errors import ExchangeError
from desktop.models.values import Organization
from desktop.models.values.aside import TextBlock
from desktop.paths import documents_dir
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.desk.blocks.blocks import own_blocks
from desktop.wording import sentence

_LIMIT = 10 * 1024 * 1024


class BlockFiles(QObject):
    """One per page."""

    #: something went well, in a sentence
    said = Signal(str)
    #: a sentence for the user
    complained = Signal(str)

    def __init__(self, book: Book, page: QWidget) -> None:
        super().__init__(page)
        self._book, self._page = book, page

    def ask_out(self, body: str) -> None:
        """Lets the user say where the file goes."""
        name = str(documents_dir() / _("text blocks.json"))
        dialog = QFileDialog(self._page, _("Text blocks into a file"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.write(body, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, body: str, path: Path) -> None:
        """Writes the house's own blocks."""
        blocks = own_blocks(self._book, body)
        try:
            safe_write(path, blocks_file.write(blocks, self._organizations(body)))
        except OSError as error:
            self.complained.emit(sentence(error))
        else:
            self.said.emit(_n("{number} text block written.", "{number} text blocks written.", len(blocks)))

    def ask_in(self, body: str) -> None:
        """Lets the user choose a file."""
        dialog = QFileDialog(self._page, _("Text blocks from a file"), str(documents_dir()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Text blocks (*.json)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.read(body, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, body: str, path: Path) -> None:
        """Takes the blocks of a file in; one of the same short form and Gremium is replaced."""
        try:
            with path.open("rb") as file:
                blocks = blocks_file.read(file.read(_LIMIT))
        except (OSError, ExchangeError) as error:
            text = _("{file} was not taken in. {reason}", file=path.name, reason=sentence(error))
            self.complained.emit(text)
            return
        keys = {name: key for key, name in self._organizations(body).items()}
        known = {(one.shortcut.casefold(), one.organization): one.key for one in own_blocks(self._book, body)}
        general = 0
        with self._book.step("import_blocks"):
            for block in blocks:
                gremium = keys.get(block.organization or "")
                general += bool(block.organization and gremium is None)
                self._take(body, block, gremium, known)
        self._tell(len(blocks), general)

    def _take(self, body: str, block: TextBlock, gremium: str | None, known: dict[tuple[str, str | None], str]) -> None:
        place = (block.shortcut.casefold(), gremium)
        if place in known:
            self._book.change(
                known[place], name=block.name, text=block.text, situation=block.situation, hidden=block.hidden
            )
        else:
            known[place] = self._book.add(replace(block, organization=gremium), body, "text_blocks")

    def _tell(self, number: int, general: int) -> None:
        text = _n("{number} text block taken in.", "{number} text blocks taken in.", number)
        if general:
            more = _n(
                "{number} is for a body that is not here and now holds for all.",
                "{number} are for bodies that are not here and now hold for all.",
                general,
            )
            text = f"{text} {more}"
        self.said.emit(text)

    def _organizations(self, body: str) -> dict[str, str]:
        rows = (self._book.shelf.value(key) for key in self._book.shelf.children(body, "organizations"))
        return {row.key: row.name for row in rows if isinstance(row, Organization)}
