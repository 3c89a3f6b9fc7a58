"""A field for who is meant: a short form or part of a name, and perhaps a time behind it."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.desk.names.speakers import Directory, Speaker
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.desk.presence import attendance_input as typed
from desktop.ui.parts.plaintext import PlainLine

_DIGITS = frozenset("123456789")


class WhoField(PlainLine):
    """A short form or part of a name, and perhaps a time. Tab and digits take from the list, Enter never does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.directory = Directory(())
        self._list: Suggestions | None = None
        self.textEdited.connect(self._offer)

    def _offer(self) -> None:
        """The list, as long as it is open who is meant."""
        wanted = typed.read(self.text())
        clear = self.meant() is not None or wanted.at is not None or not wanted.who
        if self._list is None:
            self._list = Suggestions(self.window())
        found = [] if clear else self.directory.find(wanted.who)
        self._list.offer(found, self.mapTo(self.window(), QPoint(0, self.height())))

    def close_list(self) -> None:
        """Takes the list away."""
        if self._list is not None:
            self._list.close_list()

    def event(self, event: QEvent) -> bool:
        """Tab takes the first of the list before it moves on; digits take one of it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tab = event.key() == Qt.Key.Key_Tab
            chosen = self._by_tab() if tab else self._by_digit(event.text())
            if chosen is not None:
                self._take(chosen)
                if not tab:
                    return True
        return super().event(event)

    def _by_tab(self) -> Speaker | None:
        if typed.read(self.text()).at is not None:
            return None
        return self.meant() or (self._list.chosen(1) if self._list is not None else None)

    def _by_digit(self, text: str) -> Speaker | None:
        """One of the list, unless the digit goes on with somebody's short form or with a time."""
        if self._list is None or text not in _DIGITS or typed.awaits_time(self.text()):
            return None
        return None if self.directory.starts_shortcut(self.text() + text) else self._list.chosen(int(text))

    def _take(self, speaker: Speaker) -> None:
        self.setText(speaker.name)
        self.close_list()
        self.textChanged.emit(speaker.name)

    def meant(self) -> Speaker | None:
        """Whom the text names without doubt."""
        wanted = typed.read(self.text()).who
        by_name = [one for one in self.directory.speakers if one.name == wanted]
        return by_name[0] if len(by_name) == 1 else typed.who(self.directory, wanted)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        super().focusOutEvent(event)
        self.close_list()
