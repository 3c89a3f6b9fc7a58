"""A new item while the meeting is on: title ⇥ why it is urgent, Enter; it stands as »5a« or at the end of its part."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.models.book import Book
from desktop.models.clean import clean
from desktop.models.rules import numbering
from desktop.text import ui_text as _
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.names.typednames import is_whole_sentence
from desktop.ui.desk.procedure import agenda_live
from desktop.ui.looks.theme import Label
from desktop.ui.parts.plaintext import PlainLine


class NewItem(QFrame):
    """A line over the text while the rest of the window goes on; nothing is written before Enter."""

    #: the key of the item it is to follow (empty: none), title, reason
    confirmed = Signal(str, str, str)
    #: Esc, or no title
    left = Signal()
    #: a sentence that was typed blindly, which is no title; it belongs to the ready line
    blindText = Signal(str)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._after = book, ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title, self.reason = PlainLine("", self), PlainLine("", self)
        self._where = Label(colour="muted", parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 4, 10, 4)
        rows = ((_("New item"), self.title), (_("Urgent because"), self.reason))
        for number, (words, line) in enumerate(rows):
            label = Label(words, colour="muted")
            label.setBuddy(line)
            line.setAccessibleName(words)
            line.returnPressed.connect(self._confirm)
            line.installEventFilter(self)
            grid.addWidget(label, number, 0)
            grid.addWidget(line, number, 1)
        self.reason.setPlaceholderText(_("may stay empty"))
        grid.addWidget(self._where, 2, 1)
        grid.setColumnStretch(1, 1)
        self.hide()

    def open(self, after: str) -> None:
        """Asks for an item behind another one."""
        self._after = after
        self.title.selectAll()  # what Esc left is there again
        self.reason.selectAll()
        before = agenda_live.place_of_new(self._book, after or None)
        value = agenda_acts.item(self._book, before) if before else None
        place = numbering.display(value.number, value.public) or value.name if value else ""
        told = _("comes after {item}", item=place) if place else _("the first item")
        self._where.setText(_("{place} · Enter puts it on the agenda · Tab: reason · Esc closes", place=told))
        self.title.setAccessibleDescription(self._where.text())
        self.show()
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _confirm(self) -> None:
        title, reason = clean(self.title.typed()).strip(), clean(self.reason.typed()).strip()
        if self.give_up():
            return
        self.hide()
        self._empty()
        if title:
            self.confirmed.emit(self._after, title, reason)
        else:
            self.left.emit()

    def _empty(self) -> None:
        self.title.clear()
        self.reason.clear()

    def give_up(self) -> bool:
        """A whole sentence is no title: it is given out, which is told."""
        text = self.title.text()
        if self.isHidden() or not is_whole_sentence(text):
            return False
        self.hide()
        self._empty()
        self.blindText.emit(text)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc closes; the window does not see it."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if not self.give_up():
                self.hide()
                self.left.emit()
            return True
        return False
