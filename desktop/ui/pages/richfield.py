"""A text field with bold and lists, for texts of some length outside the stream of entries."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.models.book import Book
from desktop.ui.bus import Bus
from desktop.ui.desk.stream.editor import EntryEditor
from desktop.ui.desk.stream.linedoc import fill, list_of, new_document
from desktop.ui.desk.stream.lines import lines_from
from desktop.ui.form import Binding


class RichField(EntryEditor):
    """The editor of the stream, but with a frame and a scroll bar; Enter makes a paragraph, Tab leaves the field.

    Text that nobody edits stays stored as it was.
    """

    def __init__(self, book: Book, bus: Bus, key: str, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.entered.connect(self._new_paragraph)
        self._binding = Binding(self, book, bus, key, field, self._show)
        self.edited.connect(lambda: self._binding.write(self.stored_text() or None, typing=True))

    def dress(self) -> None:
        """The ground of any field."""
        self.setPalette(QPalette())

    def _show(self, text: str | None) -> None:
        document = new_document(self.font())
        document.setParent(self)
        fill(document, lines_from(text or ""))
        document.setDocumentMargin(4)
        self.load(document)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab leaves the field, except at the start of a point, where it changes the level."""
        cursor = self.textCursor()
        leaving = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if leaving and not (list_of(cursor.block()) is not None and cursor.atBlockStart()):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            QTextEdit.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """This field scrolls itself."""
        QTextEdit.wheelEvent(self, event)
