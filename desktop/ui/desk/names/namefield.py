"""A field for a person or faction: a few letters, then Tab, or a digit for one of the list below."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.desk.names.speakers import Directory, Speaker
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.desk.names.typednames import is_name, is_words
from desktop.ui.parts.plaintext import PlainLine

_DIGITS = frozenset("123456789")


class NameField(PlainLine):
    """Shows the list while typing. Tab takes the exact short form, else the first of the list, else what was typed."""

    #: somebody was chosen
    chosen = Signal(object)
    #: the field is left with a whole short form or name in it: nobody else can be meant
    settled = Signal(object)
    #: the name was taken out
    cleared = Signal()
    #: nobody is found by what was typed, and Tab or Enter was pressed
    unknown = Signal(str)
    #: what was typed is neither anybody's nor a name, so the field keeps the keyboard
    doubtful = Signal(str)
    #: Tab or Enter: go on
    done = Signal(bool)

    def __init__(self, suggestions: Callable[[], Suggestions], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._suggestions = suggestions
        self.directory = Directory(())
        #: somebody new is made of what nobody is known by, so it has to be a name
        self.makes_people = False
        self._taken = ""
        self.textEdited.connect(self._offer)

    def show_name(self, name: str) -> None:
        """Shows who it is at present."""
        self._taken = name
        self.set_text(name)

    def wanted(self) -> str:
        """What is looked for."""
        return self.text().strip()

    def _offer(self) -> None:
        text = self.wanted()
        found = self.directory.find(text) if text else []
        below = self.mapTo(self._suggestions().parentWidget() or self, QPoint(0, self.height()))
        self._suggestions().offer(found, below)

    def event(self, event: QEvent) -> bool:
        """Tab chooses before it moves on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish(tab=event.key() == Qt.Key.Key_Tab)
                return True
            chosen = self._by_digit(event.text())
            if chosen is not None:
                self._take(chosen)
                self.done.emit(True)
                return True
        return super().event(event)

    def _by_digit(self, text: str) -> Speaker | None:
        """One of the list, unless the digit goes on with somebody's short form."""
        if text not in _DIGITS or self.directory.starts_shortcut(self.wanted() + text):
            return None
        return self._suggestions().chosen(int(text))

    def _finish(self, *, tab: bool) -> None:
        """Enter keeps what is typed where it is nobody's short form or name; Tab takes the likeliest."""
        text = self.wanted()
        if text and self.text() != self._taken:
            exact = self.directory.named(text)
            if tab and exact is None and self.directory.is_loose(text):
                self._stay(tab=True)  # a digit or Enter decides
                return
            first = self._suggestions().chosen(1) if tab else None
            if exact is not None or first is not None:
                self._take(exact or first)
            elif self.makes_people and not is_name(text) and not is_words(text):
                self._stay(tab=tab)
                self.doubtful.emit(text)
                return
            else:
                self.unknown.emit(text)
        elif self._taken and not self.text().strip():
            self._taken = ""
            self.cleared.emit()
        self._suggestions().close_list()
        self.done.emit(tab)

    def _stay(self, *, tab: bool) -> None:
        """Keeps the keyboard; a Tab becomes a space, else what is typed on is one word with it."""
        if tab and not self.text().endswith(" "):
            self.insert(" ")
        self._offer()

    def _take(self, speaker: Speaker | None) -> None:
        if speaker is not None:
            self.show_name(speaker.name)
            self.chosen.emit(speaker)

    def settle(self) -> None:
        """Takes a whole short form or name before the field is left by another key than Tab or Enter."""
        meant = self._meant() if self.is_open else None
        if meant is not None:
            self.show_name(meant.name)
            self.settled.emit(meant)

    @property
    def is_open(self) -> bool:
        """Whether something was typed that is nobody's yet."""
        return self.text() != self._taken and bool(self.wanted())

    def _meant(self) -> Speaker | None:
        """Whose short form or name it is, else the only one whose name begins so; a capital may begin a new name."""
        wanted = self.wanted()
        exact = self.directory.named(wanted)
        if exact is not None or wanted != wanted.lower() or self.directory.is_loose(wanted):
            return exact
        found = self.directory.find(wanted)
        return found[0] if len(found) == 1 else None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus; another window in front changes nothing."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason):
            self.settle()
        self._suggestions().close_list()
