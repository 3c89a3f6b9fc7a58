"""The section »Rechtschreibung« of the settings: on or off, and the words of the house."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QListWidget, QPushButton, QWidget

from desktop.files import safe_write
from desktop.models.clean import clean
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.looks.theme import Label
from desktop.ui.parts.form import Form
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.spelling.speller import Speller
from desktop.wording import sentence

if TYPE_CHECKING:
    from desktop.ui.settings.parts import Parts

_SUFFIX, _LISTS = "*.txt", "*.txt *.dic"
#: a list of words is no larger; anything else is not one
_LARGEST = 2_000_000


class SpellingForm(Form):
    """Works at once on the speller of the window, which keeps it in the book."""

    def __init__(self, speller: Speller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speller = speller
        self.on = QCheckBox(_("Mark words that are misspelt"), self)
        self.on.setChecked(speller.on)
        self.word = PlainLine(parent=self)
        self.list = _Words(self)
        self.told = Label(colour="muted", parent=self)
        self.told.setWordWrap(True)
        self._lay_out()
        self.on.clicked.connect(speller.turn)
        self.word.returnPressed.connect(self._add)
        self.list.removed.connect(self._remove)
        speller.wordsChanged.connect(self._fill)
        speller.begun.connect(lambda: self.on.setChecked(speller.on))
        speller.failed.connect(self._failed)
        speller.begin()
        self._fill()

    def _lay_out(self) -> None:
        names = _("All persons, organizations, places and papers of the book are known without being on this list.")
        hint = Label(names, colour="muted", parent=self)
        hint.setWordWrap(True)
        self.wide(self.on)
        self.wide(hint)
        self.row(_("New word"), self.word, _("Enter adds it"))
        self.row(_("Words of the house"), self.list, _("Del removes the chosen word"))
        buttons = QWidget(self)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        for text, slot in (
            (_("Add"), self._add),
            (_("Remove"), self._remove),
            (_("Import …"), self._import),
            (_("Export …"), self._export),
        ):
            button = QPushButton(text, buttons)
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch(1)
        self.wide(buttons)
        self.wide(self.told)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said is not said again when the form comes back."""
        super().hideEvent(event)
        self.told.clear()

    def _failed(self) -> None:
        self.on.setChecked(False)
        self.told.setText(_("The spell check ended by itself and is off; please switch it on again here."))

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        self.list.addItems(self._speller.words)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def _add(self) -> None:
        word = self.word.typed().strip()
        if word:
            self._speller.add(word)
            self.word.clear()
            self.told.setText(_("“{word}” is in the dictionary of the house now", word=word))

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            word = item.text()
            self._speller.set_words(one for one in self._speller.words if one != word)
            self.told.setText(_("“{word}” was removed", word=word))

    # --- files

    def _import(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Import words"), "", _LISTS)
        if path:
            self.take_file(Path(path))

    def _export(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, _("Export words"), "", _SUFFIX)
        if path:
            self.write_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Takes the words of a text file in, one a line."""
        try:
            with path.open("rb") as file:
                lines = _lines(file.read(_LARGEST + 1))
        except OSError as error:
            self.told.setText(sentence(error))
            return
        except ValueError:
            why = _("This file cannot be read as a list of words; please save it as plain text, one word a line.")
            self.told.setText(why)
            return
        words = {line for line in lines if line and not line.startswith("#")} - set(self._speller.words)
        self._speller.set_words([*self._speller.words, *words])
        self.told.setText(_n("{number} new word.", "{number} new words.", len(words)))

    def write_file(self, path: Path) -> None:
        """Writes the words into a text file, one a line."""
        try:
            safe_write(path, "".join(f"{word}\n" for word in self._speller.words).encode())
        except OSError as error:
            self.told.setText(sentence(error))
        else:
            self.told.setText(_("Written: {path}", path=path))


class _Words(QListWidget):
    """The words, in the order of the alphabet."""

    #: Del
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _lines(content: bytes) -> list[str]:
    """The lines of a list as Word (UTF-16), the editor of Windows or this program wrote it. Raises ValueError."""
    wide = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if len(content) > _LARGEST or (b"\0" in content and not wide):
        raise ValueError
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return [line.strip() for line in clean(content.decode(encoding)).split("\n")]
    raise ValueError


def make(window: "Parts") -> QWidget:
    """The form for a window."""
    return SpellingForm(window.spelling.speller)
