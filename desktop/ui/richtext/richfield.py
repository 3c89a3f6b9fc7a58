"""A field for text with bold, lists and tables that belongs to one field of one row, e.g. the resolution."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.ui.bus import Bus
from desktop.ui.richtext.editor import EntryEditor
from desktop.ui.richtext.linedoc import fill, list_of, new_document
from desktop.ui.richtext.lines import lines_from

_FEWEST, _MOST = 2, 6

#: the keyboard will come back to the same place
_LOOKED_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class RichField(EntryEditor):
    """Edits stored text in a frame of its own; a few lines high, more scroll. Enter begins a paragraph, Tab leaves.

    Text that nobody edits stays stored as it was.
    """

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._key: str | None = None
        self._field = ""
        self._shown: str | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._text = new_document(self.font())
        self._text.setDocumentMargin(3)
        self.load(self._text)
        self.edited.connect(self._write)
        self.entered.connect(self._new_paragraph)
        self.paused.connect(book.end_typing)
        self.grown.connect(self.updateGeometry)
        bus.changed.connect(self._listen)

    def dress(self) -> None:
        """The colours of an ordinary field."""
        self.setPalette(QPalette(QApplication.palette()))

    def bind(self, key: str | None, field: str) -> None:
        """Shows and writes this field of this row from now on."""
        self._key, self._field = key, field
        self._shown = None
        self._read()

    def begin_paragraph(self) -> None:
        """A new paragraph at the end for what is typed next; until then nothing changes in the book."""
        self.place_caret(self._text.characterCount())
        self.textCursor().insertBlock()

    def _stored(self) -> str:
        record = self._book.shelf.records.get(self._key or "")
        return str(record.data[self._field] or "") if record is not None else ""

    def _read(self) -> None:
        text = self._stored()
        if text != self._shown:
            self._shown = text
            caret, at_end = self.textCursor().position(), self.textCursor().atEnd()
            fill(self._text, lines_from(text))
            self.place_caret(self._text.characterCount() if at_end else caret)
            self.updateGeometry()

    def _write(self) -> None:
        if self._key is None:
            return
        self._shown = self.stored_text()
        self._book.change(self._key, typing=True, **{self._field: self._shown or None})

    def _listen(self, changed: Changed) -> None:
        if self._key is not None and (self._field in changed.fields.get(self._key, ()) or self._key in changed.came):
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """It scrolls itself."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            QTextEdit.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """On to the next field, as in any form, except at the start of a point, where Tab changes the level."""
        cursor = self.textCursor()
        if list_of(cursor.block()) is not None and cursor.atBlockStart():
            return False
        return QWidget.focusNextPrevChild(self, forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed next elsewhere is undone on its own; to look into another window or a menu is no leaving."""
        super().focusOutEvent(event)
        if event.reason() not in _LOOKED_AWAY:
            self._book.end_typing()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It scrolls itself."""
        QTextEdit.wheelEvent(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the text has other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its text, between a few lines."""
        line = self.fontMetrics().lineSpacing()
        wanted = min(max(int(self._text.size().height()), _FEWEST * line + 8), _MOST * line + 8)
        return QSize(200, wanted + 4)

    def minimumSizeHint(self) -> QSize:
        """One line, where there is no room for more."""
        return QSize(200, self.fontMetrics().lineSpacing() + 12)
