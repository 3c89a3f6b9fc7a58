"""The keys as a page on paper: a document like any other, made in the process that makes pages."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.clock import Clock
from desktop.export.document import (
    Block,
    Cell,
    Document,
    Heading,
    Look,
    PageField,
    Paragraph,
    ParagraphRole,
    Run,
    Scope,
    Table,
    TableRole,
    cell,
)
from desktop.files import safe_write
from desktop.models.book import Book
from desktop.paths import APP_NAME
from desktop.text import format_date, window_language, window_locale
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.keymap import groups
from desktop.ui.exporting import folder_of
from desktop.ui.outside import open_outside
from desktop.ui.preview.messages import PressGone, Work
from desktop.ui.preview.pressroom import Pressroom
from desktop.wording import sentence

#: points; two pages hold all keys
_SIZE = 7.5
#: shares of the line: a key and what it does, twice
_WIDTHS = (21.0, 29.0, 21.0, 29.0)


def document(created: datetime) -> Document:
    """All keys as they are now, by menu, in the language of the window."""
    title = _title()
    day = format_date(created.date(), "dd.MM.yyyy", window_language())
    hint = _k("As of {day} · {show_keys} shows the keys in the window, {command} finds commands by words", day=day)
    blocks: list[Block] = [
        Heading(1, (Run(title),)),
        Paragraph((Run(hint),), ParagraphRole.SUBTITLE),
    ]
    for name, lines in groups():
        blocks += [Heading(2, (Run(name),)), _table(name, lines)]
    return Document(
        title=title,
        subject=title,
        author=APP_NAME,
        language=window_locale().replace("_", "-"),
        look=Look.DRUCK,
        blocks=tuple(blocks),
        footer=(f"{title} | {day} | ", PageField.PAGE, "/", PageField.PAGES),
        created=created.isoformat(),
        size=_SIZE,
    )


def _title() -> str:
    return _("Keys of {app}", app=APP_NAME)


def _table(name: str, lines: Sequence[tuple[str, str]]) -> Table:
    """Two pairs a row; each key heads what it does."""
    heads = (_("Key"), _("What it does"))
    rows = [tuple(cell(text, Scope.COLUMN, bold=True) for text in (*heads, *heads))]
    for first, second in zip(lines[::2], [*lines[1::2], ("", "")], strict=False):
        rows.append((*_pair(*first), *_pair(*second)))
    return Table(
        rows=tuple(rows), summary=_("Keys: {menu}", menu=name), widths=_WIDTHS, role=TableRole.LIST, header_rows=1
    )


def _pair(keys: str, words: str) -> tuple[Cell, Cell]:
    return cell(keys, bold=True), cell(words)


class KeyPage(QObject):
    """Makes the file where documents go and has it opened."""

    #: something went well, in a sentence
    told = Signal(str)
    #: a sentence for the user
    complained = Signal(str)

    def __init__(self, book: Book, pressroom: Pressroom, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._pressroom, self._clock = book, pressroom, clock

    def make(self) -> None:
        """Makes it anew, because keys may have changed."""
        self.told.emit(_("The page of keys is being made …"))
        work = self._pressroom.work(Work.PDF, document(self._clock.now()))
        tasks.when(self, work, self._take, self._fail)

    def _take(self, data: bytes) -> None:
        path = folder_of(self._book) / f"{_title()}.pdf"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            safe_write(path, data)
        except OSError as error:
            self.complained.emit(sentence(error))
            return
        if open_outside(path):
            self.told.emit(_("The page of keys is open: {path}", path=path))
        else:
            text = _("No program here opens PDF files. The page of keys is there: {path}", path=path)
            self.complained.emit(text)

    def _fail(self, error: Exception) -> None:
        gone = _("The page of keys could not be made; please try again.")
        self.complained.emit(gone if isinstance(error, PressGone) else sentence(error))
