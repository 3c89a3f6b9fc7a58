"""After undo and redo the place where something came back is in front, with the caret at it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.history import difference
from desktop.models.journal import Changed
from desktop.ui.desk import writing
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.voting.blank import is_blank
from desktop.ui.parts.plaintext import raw_text
from desktop.ui.undo_actions import UndoActions, place_of


class Retracing(QObject):
    """One per window. Lists and grids that have the keyboard keep it."""

    def __init__(self, book: Book, desk: DeskPage, undoing: UndoActions) -> None:
        super().__init__(desk)
        self._book, self._desk = book, desk
        self._before: tuple[str | None, str] = (None, "")
        undoing.begun.connect(self._note)
        undoing.done.connect(self._show)

    def _note(self) -> None:
        pen = self._desk.pen
        self._before = (pen.key, raw_text(pen.editor.document())) if pen.key else (None, "")

    def _show(self, changed: Changed) -> None:
        desk, pen = self._desk, self._desk.pen
        if not desk.isVisible() or self._book.meeting_key is None:
            return
        item, entry = place_of(self._book, changed)
        focused = QApplication.focusWidget()
        writing_there = focused is None or desk.proceedings.stream.isAncestorOf(focused)
        if entry is not None and entry == pen.key:
            self._to_the_change(entry)
        elif item is not None and not self._leaves_blank() and (writing_there or item != desk.proceedings.item):
            if item != desk.proceedings.item:
                desk.show_item(item, focus=writing_there)
            if entry is not None and writing_there:
                pen.go_to(entry)

    def _to_the_change(self, entry: str) -> None:
        """The caret behind what came back, or to where something went."""
        pen = self._desk.pen
        before, old = self._before
        now = raw_text(pen.editor.document())
        if before == entry and now != old and pen.editor.hasFocus():
            _gone, put = difference(old, now)
            pen.editor.place_caret(len(now[: put.head + len(put.middle)].encode("utf-16-le")) // 2)

    def _leaves_blank(self) -> bool:
        """Going away would remove the current entry as blank, and with that act nothing could be redone."""
        key = self._desk.pen.key
        return key is not None and key in self._book.shelf and is_blank(writing.entry(self._book, key))
