"""F9 in the vote grid: what members want noted about their own vote. A line inside the grid, no box (desk.md §2).

A short form, then J, N, E or words of one's own, and Enter. Those noted stand below and can be taken out again.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.values import Vote, VoteStatement
from desktop.text import ui_text as _
from desktop.ui.desk.names.speakers import Directory, Speaker
from desktop.ui.desk.voting.grid_search import LineOfGrid
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.plaintext import PlainLine

# These words go into the minutes, so they are German whatever the language of the window.
STATEMENTS = {
    "j": "hat mit Ja gestimmt",
    "n": "hat mit Nein gestimmt",
    "e": "hat sich der Stimme enthalten",
}


class HowField(PlainLine):
    """J, N or E, or words of one's own; Enter takes it. A letter alone may be the first of a word, so it waits."""

    #: the wording to be noted
    told = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter notes what is typed."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif wording := self.typed().strip():
            self.told.emit(STATEMENTS.get(wording.casefold(), wording))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab pressed from habit, after a digit chose the member, stays here; Shift+Tab and Esc lead out."""
        return True if next and not self.text() else super().focusNextPrevChild(next)


class StatementLine(LineOfGrid):
    """Who, then how."""

    #: key of the person, and the wording
    noted = Signal(str, str)

    def __init__(self, everybody: Callable[[], Directory], parent: QWidget) -> None:
        super().__init__(_("For the record"), everybody, parent)
        self._person = ""
        self._name = Label(bold=True, parent=self)
        self.how = HowField(parent=self)
        self.how.setPlaceholderText(_("J, N, E or words of your own, then Enter"))
        self.how.setAccessibleName(_("How this member voted: J, N, E, or words of your own"))
        self.row.addWidget(self._name)
        self.row.addWidget(self.how, 1)
        self.how.told.connect(self._told)
        self._ask_who()

    def _ask_who(self) -> None:
        self.who.show()
        self.who.clear()
        self._name.hide()
        self.how.hide()

    def open(self) -> None:
        """Asks for the member."""
        self._ask_who()
        super().open()

    def take(self, speaker: Speaker) -> None:
        """Asks how that member voted."""
        self._person = speaker.key
        self._name.setText(speaker.label)
        self._name.show()
        self.how.clear()
        self.how.show()
        self.how.setFocus()
        self.who.hide()

    def _told(self, wording: str) -> None:
        self.noted.emit(self._person, wording)
        self.close_line()


class Statements(QWidget):
    """The line and the list of those noted."""

    #: back to the table
    closed = Signal()
    #: it wants to be higher or lower
    resized = Signal()
    #: a sentence typed into the line
    blindText = Signal(str)

    def __init__(self, book: Book, key: str, everybody: Callable[[], Directory], parent: QWidget) -> None:
        super().__init__(parent)
        self._book, self._key, self._everybody = book, key, everybody
        self._shown: tuple[VoteStatement, ...] = ()
        self._noted: list[_Noted] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        self._list = QVBoxLayout()
        self.line = StatementLine(everybody, self)
        #: in the order in which Tab walks through them; then come the buttons of the list
        self.fields = (self.line.who, self.line.how)
        rows.addWidget(self.line)
        rows.addLayout(self._list)
        self.line.noted.connect(self._note)
        self.line.closed.connect(self._closed)
        self.line.blindText.connect(self.blindText)
        self.refresh()

    @property
    def _statements(self) -> tuple[VoteStatement, ...]:
        vote = self._book.shelf.value(self._key)
        assert isinstance(vote, Vote)
        return vote.on_request

    def open(self) -> None:
        """F9."""
        self.show()
        self.line.open()
        self.resized.emit()

    def refresh(self) -> None:
        """Shows what is stored."""
        if self._statements != self._shown:
            self._shown = self._statements
            self._fill()
        self.setVisible(bool(self._shown) or not self.line.isHidden())
        self.resized.emit()

    def _fill(self) -> None:
        for noted in self._noted:
            self._list.removeWidget(noted)
            noted.hide()
            noted.deleteLater()
        self._noted = []
        directory = self._everybody()
        for place, statement in enumerate(self._shown):
            words = _sentence(directory.name_of(statement.person), statement.text)
            noted = _Noted(words, partial(self._take_out, place), self)
            self._noted.append(noted)
            self._list.addWidget(noted)
            noted.show()
            QWidget.setTabOrder(self.fields[-1] if place == 0 else self._noted[-2].button, noted.button)

    def remove_buttons(self) -> list[PushButton]:
        """Those that take a statement out, in order."""
        return [noted.button for noted in self._noted]

    def _note(self, person: str, wording: str) -> None:
        """One statement of each member: a later one takes the place of the earlier."""
        others = tuple(one for one in self._statements if one.person != person)
        self._book.change(self._key, on_request=(*others, VoteStatement(person=person, text=wording)))
        self.refresh()
        words = _("Noted for the record: {words}", words=_sentence(self._everybody().name_of(person), wording))
        announce(self, words)

    def _take_out(self, place: int) -> None:
        kept = tuple(one for number, one in enumerate(self._statements) if number != place)
        self._book.change(self._key, on_request=kept)
        self.refresh()
        self.closed.emit()

    def _closed(self) -> None:
        self.refresh()
        self.closed.emit()


def _sentence(name: str, text: str) -> str:
    """A statement behind a name, as documents print it: what begins small goes on from the name."""
    return f"{name} {text}" if text[:1].islower() else f"{name}: {text}"


class _Noted(QWidget):
    """One statement with the button that takes it out."""

    def __init__(self, words: str, take_out: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        shown = Label(_("For the record: {words}", words=words), parent=self)
        shown.setWordWrap(True)
        self.button = PushButton(_("Take out"), self)
        self.button.setAccessibleName(_("Take out: {words}", words=words))
        self.button.clicked.connect(lambda: take_out())
        line.addWidget(shown, 1)
        line.addWidget(self.button)
