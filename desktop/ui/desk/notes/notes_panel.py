"""The part »Notizen« of the right column: what the secretary notes for themselves, to the item and to the meeting.

The complete session file carries it; no document of any edition prints it.
"""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.words import NOTE
from desktop.ui.looks.theme import Label, colours
from desktop.ui.parts.plaintext import PlainTextEdit, commit_preedit

_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class NoteField(PlainTextEdit):
    """The note of one row at a time. Every key press goes into the book; its paper differs from that of the minutes."""

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._book = book
        self._key: str | None = None
        self._showing = False
        #: the keyboard has just come by Ctrl+M: what is typed begins a line of its own
        self._arrived = False
        self.dress()
        self.textChanged.connect(self._write)
        bus.changed.connect(self._listen)

    def dress(self) -> None:
        """The colours of a note."""
        own = QPalette()
        own.setColor(QPalette.ColorRole.Base, colours().warning_back)
        own.setColor(QPalette.ColorRole.Text, colours().warning)
        own.setColor(QPalette.ColorRole.PlaceholderText, colours().warning)
        self.setPalette(own)

    def bind(self, key: str | None) -> None:
        """Shows and writes the note of this row from now on."""
        if key != self._key:
            self._settle()
            self._key = key
            self._read()
        self.setEnabled(key is not None)

    def begin(self) -> None:
        """Gives it the keyboard, at the end; what stands there already is not written on."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._arrived = True
        self.setFocus()

    def _begin_line(self) -> None:
        text = self.text()
        if self._arrived and text and not text.endswith("\n") and self.textCursor().atEnd():
            self.insertPlainText("\n")
        self._arrived = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first letter may begin a line; any other key says that one goes on in the text."""
        if is_text(event):
            self._begin_line()
        elif event.text() or event.key() in _MOVES:
            self._arrived = False
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The same for what an input method writes."""
        if event.preeditString() or event.commitString():
            self._begin_line()
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """The same for what is pasted."""
        self._begin_line()
        super().insertFromMimeData(source)

    def _read(self) -> None:
        record = self._book.shelf.records.get(self._key or "")
        self._showing = True
        self.set_text(str(record.data["note"] or "") if record is not None else "")
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._showing = False

    def _write(self) -> None:
        if not self._showing and self._key is not None and self._key in self._book.shelf:
            self._showing = True
            self._book.change(self._key, typing=True, note=self.text() or None)
            self._showing = False

    def _listen(self, changed: Changed) -> None:
        if not self._showing and self._key is not None and "note" in changed.fields.get(self._key, ()):
            self._read()

    def _settle(self) -> None:
        """What is typed next elsewhere is undone on its own."""
        if self.hasFocus():
            commit_preedit()
        self._book.end_typing()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Typing ends here."""
        super().focusOutEvent(event)
        self._arrived = False
        self._book.end_typing()


class NotesPanel(QWidget):
    """Two fields: the shown item above, the meeting below."""

    #: the line above the part, and the same for a screen reader
    titled = Signal(str, str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._item: str | None = None
        self.item_field, self.meeting_field = NoteField(book, bus, self), NoteField(book, bus, self)
        promise = Label(_("For you only – never printed"), bold=True, parent=self)
        promise.setWordWrap(True)
        self._item_label = Label(parent=self)
        meeting_label = Label(_("Note on the meeting"), parent=self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 4, 6, 4)
        rows.addWidget(promise)
        for label, field in ((self._item_label, self.item_field), (meeting_label, self.meeting_field)):
            label.setBuddy(field)
            field.setAccessibleDescription(promise.text())
            field.setPlaceholderText(_k("{notes} leads here; once more to the note on the meeting"))
            rows.addWidget(label)
            rows.addWidget(field, 1)
        self.meeting_field.setAccessibleName(meeting_label.text())
        self.setFocusProxy(self.item_field)
        bus.changed.connect(self._changed)

    def show_item(self, item: str | None) -> None:
        """Shows the notes of an item and of the open meeting."""
        self._item = item
        self.item_field.bind(item)
        self.meeting_field.bind(self._book.meeting_key)
        self._name()

    def enter(self) -> None:
        """Ctrl+M: the note of the item; once more the note of the meeting."""
        second = self.item_field.hasFocus() or not self.item_field.isEnabled()
        (self.meeting_field if second else self.item_field).begin()

    def _name(self) -> None:
        value = self._book.shelf.value(self._item) if self._item and self._item in self._book.shelf else None
        number = numbering.display(value.number, value.public) if isinstance(value, AgendaItem) else ""
        self._item_label.setText(_("Note on {item}", item=number) if number else _("Note on the item"))
        self.item_field.setAccessibleName(self._item_label.text())
        marked = any(self._note(key) for key in (self._item, self._book.meeting_key))
        title = _("Notes")
        self.titled.emit(f"{title} {NOTE}" if marked else title, _("Notes, something is noted") if marked else title)

    def _note(self, key: str | None) -> str:
        record = self._book.shelf.records.get(key or "")
        return str(record.data["note"] or "") if record is not None else ""

    def _changed(self, changed: Changed) -> None:
        """The mark, and the number of the item; typing elsewhere is nothing to it."""
        keys = {self._item, self._book.meeting_key}
        if any(key in keys and (not changed.typing or "note" in names) for key, names in changed.fields.items()):
            self._name()
