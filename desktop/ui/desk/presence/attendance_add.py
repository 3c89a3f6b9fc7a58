"""Who is put on the attendance list: one more person, or all members of the body."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.values import Attendance, AttendanceGroup
from desktop.text import ui_text as _
from desktop.ui.desk.names.speakers import Directory, person_from
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence.attendance_entries import GROUP_WORDS
from desktop.ui.desk.presence.whofield import WhoField
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.form import Choice

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterButton(QPushButton):
    """A button that Enter presses, too, but only while it has the keyboard."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is as good as Space."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class MembersButton(EnterButton):
    """There as long as the list is empty and the body has members, e.g. because they were entered later."""

    #: the members are on the list now
    done = Signal()

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(_("Take over the\nmembers of the body"), parent)
        self.setAccessibleName(self.text().replace("\n", " "))
        self._book = book
        self.hide()
        self.clicked.connect(self._fill)

    def refresh(self) -> None:
        """Comes and goes with the need for it."""
        self.setVisible(bool(acts.absent_members(self._book)))

    def _fill(self) -> None:
        acts.add_members(self._book)
        self.done.emit()


class AddLine(QWidget):
    """Person, group, button. Enter adds from each of them; then the person's field is empty and has the keyboard."""

    #: somebody was added or is on the list already: key of the line
    added = Signal(str)

    def __init__(self, book: Book, everybody: Callable[[], Directory], parent: QWidget | None = None) -> None:
        """``everybody`` gives who is known, as it stands."""
        super().__init__(parent)
        self._book, self._everybody = book, everybody
        self._warned = ""
        self._who = WhoField(self)
        self._who.setPlaceholderText(_("short form, or: Frau Dr. Eva Muster"))
        groups = ((group, _(GROUP_WORDS[group])) for group in AttendanceGroup)
        self._group = Choice([(None, _("by membership")), *groups], self)
        self._add = EnterButton(_("Add"), self)
        self._says = Label(parent=self)
        self._says.setWordWrap(True)
        self._says.hide()
        self._lay_out()
        self.setFocusProxy(self._who)
        self._who.textChanged.connect(lambda: self._say(""))
        self._who.returnPressed.connect(self.add)
        self._add.clicked.connect(lambda: self.add())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for words, field, stretch in ((_("Person"), self._who, 2), (_("Group"), self._group, 1)):
            label = Label(words, colour="muted")
            label.setBuddy(field)
            field.setAccessibleName(words)
            top.addWidget(label)
            top.addWidget(field, stretch)
        top.addWidget(self._add)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(top)
        rows.addWidget(self._says)

    def refresh(self) -> None:
        """Somebody may be known now who was not before."""
        self._who.directory = self._everybody()

    def add(self) -> None:
        """A known person, or a new one; a single word that may mean several people is not a name yet."""
        self._who.setFocus(Qt.FocusReason.OtherFocusReason)
        text, known = self._who.text().strip(), self._who.meant()
        if not text:
            return
        if known is None and " " not in text and self._who.directory.find(text):
            self._say(_("Nobody is meant without doubt. Tab or a digit chooses."))
            return
        before = known is not None and acts.line_of(self._book, known.key) is not None
        key = acts.add_person(self._book, known.key if known else person_from(text), self._group.value())
        self._who.clear()
        self._who.close_list()
        self.added.emit(key)
        line = self._book.shelf.value(key)
        assert isinstance(line, Attendance)
        words = _("{name} is on the list already ({group}).") if before else _("{name} was added ({group}).")
        group = _(GROUP_WORDS[line.group or AttendanceGroup.GUEST])
        self._say(words.format(name=known.label if known else text, group=group))

    def holds_back(self) -> bool:
        """Whether something is typed that is not on the list; says so, but about the same text only once."""
        text = self._who.text().strip()
        if not text or text == self._warned:
            return False
        self._say(_("“{text}” is not on the list yet. Enter adds it, Esc once more closes without it.", text=text))
        self._warned = text
        self._who.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _say(self, words: str) -> None:
        """Under the fields and for screen readers."""
        self._warned = ""
        self._says.setText(words)
        self._says.setVisible(bool(words))
        if words:
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the group, which has no use for it."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif self._group.hasFocus():
            self.add()
