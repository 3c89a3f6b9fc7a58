"""F7: who comes or goes. A short form and Enter does it now; Shift+Enter is a recusal; Tab shows time, item, deputy."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem, AttendanceStatus, ItemKind
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui.desk import attendance_acts as acts
from desktop.ui.desk import attendance_input as typed
from desktop.ui.desk import recusal_acts
from desktop.ui.desk.course import running_item
from desktop.ui.desk.speakers import Directory, Speaker
from desktop.ui.desk.suggest import Suggestions
from desktop.ui.form import Choice
from desktop.ui.plaintext import PlainLine
from desktop.ui.theme import Label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = frozenset("123456789")
NBSP = "\N{NO-BREAK SPACE}"


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
        further = (self.text() + text).casefold()
        if any(one.shortcut.casefold().startswith(further) for one in self.directory.speakers):
            return None
        return self._list.chosen(int(text))

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


class PresenceLine(QWidget):
    """One line; below it, as long as the keyboard is here, what Enter will do and the fields for exceptions."""

    #: done, or left without doing anything: the keyboard goes back to where it was
    finished = Signal()
    #: what was done, in words
    noted = Signal(str)

    def __init__(self, book: Book, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self._who = WhoField(self)
        self._who.setAccessibleName(_("Comes or leaves: short form or name"))
        self._who.setPlaceholderText(_("Comes/leaves: short form"))
        self._time = PlainLine("", self)
        self._item = Choice((), self)
        self._deputy = Choice((), self)
        self._says = Label(colour="muted", parent=self)
        self._says.setWordWrap(True)
        self._more = QWidget(self)
        for choice in (self._item, self._deputy):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        self._lay_out()
        for field in (self._who, self._time):
            field.textChanged.connect(self._preview)
        for choice in (self._item, self._deputy):
            choice.chosen.connect(lambda _value: self._preview())
        for widget in (self._who, self._time, self._item, self._deputy):
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addWidget(self._who)
        rows.addWidget(self._says)
        rows.addWidget(self._more)
        grid = QGridLayout(self._more)
        grid.setContentsMargins(0, 0, 0, 0)
        fields = ((_("Time"), self._time), (_("Item"), self._item), (_("Deputy for"), self._deputy))
        for number, (words, field) in enumerate(fields):
            label = Label(words, colour="muted")
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
        grid.setColumnStretch(1, 1)
        self._more.hide()
        self._says.hide()
        self.setFocusProxy(self._who)

    # --- opening and closing

    def open(self, directory: Directory) -> None:
        """Begins anew: empty, time now, the running item."""
        self._who.directory = directory
        self._who.clear()
        self._time.clear()
        self._time.setPlaceholderText(format_time(self._clock.now(), "HH:mm"))
        running = running_item(self._book)
        items = [item for item in self._book.meeting.agenda if item.kind is not ItemKind.DIVIDER]
        self._item.set_options([(item.key, _item_words(item)) for item in items])
        self._item.set_value(running.key if running else None)
        self._deputy.set_options([(None, "–"), *self._missing(directory)])
        self._deputy.set_value(None)
        self._more.show()
        self._says.show()
        self._preview()
        self._who.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _missing(self, directory: Directory) -> list[tuple[str, str]]:
        """Those whose seat a deputy can take."""
        lines = (line for line in self._book.meeting.attendance if line.status is not AttendanceStatus.PRESENT)
        found = (directory.by_key(line.person) for line in lines)
        return [(speaker.key, speaker.label) for speaker in found if speaker is not None]

    def _close(self) -> None:
        self._who.close_list()
        self._who.clear()
        self._more.hide()
        self._says.hide()
        self.finished.emit()

    # --- keys

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter does it from every field, Esc leaves."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape and plain:
            self._close()
            return True
        if event.key() in _ENTER and (plain or shift):
            self._do(recusal=shift)
            return True
        return False

    # --- what it does

    def _at(self) -> datetime:
        """The time typed in the line or in its own field, else now."""
        at = typed.read(self._who.text()).at or typed.read_time(self._time.text())
        return typed.moment(at, self._clock.now())

    def _preview(self) -> None:
        speaker = self._who.meant()
        if speaker is None:
            wanted = typed.read(self._who.text()).who
            unclear = _("Nobody is meant without doubt. Tab or a digit chooses.") if wanted else ""
            self._says.setText(
                unclear or _("Enter: comes or leaves now · Shift+Enter: recused · Tab: time, item, deputy")
            )
            return
        self._says.setText(self._words(speaker, acts.is_here(self._book, speaker.key, self._at())))

    def _words(self, speaker: Speaker, here: bool) -> str:
        """What Enter does, or has done."""
        value = self._book.shelf.value(self._item.value()) if self._item.value() else None
        place = _number(value) if isinstance(value, AgendaItem) else ""
        time = format_time(self._at(), "HH:mm")
        if not acts.is_live(self._book):
            text = _("{name}: excused") if here else _("{name}: present")
            return text.format(name=speaker.label)
        text = _("{name} leaves, {time}, {item}") if here else _("{name} comes, {time}, {item}")
        return text.format(name=speaker.label, time=time, item=place).rstrip(", ")

    def _do(self, *, recusal: bool) -> None:
        speaker = self._who.meant()
        if speaker is None:
            self._preview()
            if not self._who.text().strip():
                self._close()
            return
        at, item = self._at(), self._item.value()
        if recusal and item is None:
            self._says.setText(_("Recusal belongs to an item: choose it with Tab."))
            return
        if recusal:
            said = self._recuse(speaker, item, at)
        else:
            here = acts.is_here(self._book, speaker.key, at) and self._deputy.value() is None
            said = self._words(speaker, here)
            if here:
                acts.leave(self._book, speaker.key, at, item)
            else:
                acts.come(self._book, speaker.key, at, item, self._deputy.value())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.noted.emit(said)
        self._close()

    def _recuse(self, speaker: Speaker, item: str, at: datetime) -> str:
        out = recusal_acts.recuse(self._book, speaker.key, item, at)
        value = self._book.shelf.value(item)
        assert isinstance(value, AgendaItem)
        text = _("{name} is recused, {item}") if out else _("{name} is no longer recused, {item}")
        return text.format(name=speaker.label, item=_number(value))


def _number(item: AgendaItem) -> str:
    """How a line names an item; the number is not torn apart at its end."""
    return numbering.display(item.number, item.public).replace(" ", NBSP) or item.name


def _item_words(item: AgendaItem) -> str:
    number = numbering.display(item.number, item.public).replace(" ", NBSP)
    return f"{number}  {item.name}" if number else item.name
