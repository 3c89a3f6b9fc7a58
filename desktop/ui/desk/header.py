"""The line at the top of the desk: which meeting, what time, public or not, what runs, who is there, when saved."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.clock import Clock, parse_moment
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import numbering
from desktop.models.values import Event, Organization
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.presence.quorum_line import present_words, quorum_now, rule_words
from desktop.ui.desk.procedure import agenda_live, course
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.flow import Flow

_TICK_MS = 5_000
#: of the meeting's name, in letters, where the line is full
_LEAST = 16
#: rows whose changes the line shows; a key press in a text is none of them
_SHOWN = frozenset(
    {"Meeting", "AgendaItem", "Attendance", "Interval", "Recusal", "Organization", "Body", "Event", "Membership"}
)


class _Elided(Label):
    """A label that ends with … where there is no room."""

    def sizeHint(self) -> QSize:
        """Some of the text is enough; the line gives more where it has it."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), _LEAST * self.fontMetrics().averageCharWidth()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as there is room for."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class Header(QFrame):
    """One line; a screen reader reads it whole when F6 comes to it."""

    #: text that was typed blindly; it belongs to the ready line
    blindText = Signal(str)

    def __init__(self, book: Book, bus: Bus, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self.setObjectName("deskHeader")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._meeting = _Elided(bold=True)
        self._meeting.setWordWrap(False)
        self._time, self._badge, self._running = Label(), Label(bold=True), Label(bold=True)
        self._pause = Label(bold=True, colour="warning", back="warning_back")
        self._alarm = Label(bold=True, colour="warning", back="warning_back")
        self._room = Label(colour="notice", back="notice_back")
        self._present, self._saved = Label(), Label(colour="muted")
        for label in (self._badge, self._pause, self._alarm, self._present, self._room):
            label.setMargin(3)
        for label in (self._pause, self._alarm, self._room):
            label.hide()
        row = Flow(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.addWidget(self._meeting, 1)
        self._parts = (
            *(self._time, self._badge, self._alarm, self._pause, self._running),
            *(self._present, self._room, self._saved),
        )
        for label in self._parts:
            row.addWidget(label)
        self._told: tuple[str, ...] = ()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        bus.changed.connect(self._changed)
        bus.saved.connect(self._saved_now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters were not meant for it."""
        if is_text(event):
            self.blindText.emit(event.text())
        else:
            super().keyPressEvent(event)

    def name_keys(self) -> None:
        """The user gave actions other keys."""
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read out with the time of now: a name that changes by itself would be chatter."""
        self._speak()
        super().focusInEvent(event)

    def refresh(self) -> None:
        """Shows the open meeting as it stands."""
        if self._book.meeting_key is None:
            return
        meeting = self._book.meeting
        bodies = [row for key in meeting.organizations if isinstance(row := self._book.shelf.value(key), Organization)]
        names = " · ".join(filter(None, (bodies[0].name if bodies else "", meeting.name)))
        self._meeting.setText(names)
        self._meeting.setToolTip(names)
        self._tick()
        self._show_state()
        running = course.running_item(self._book)
        group = agenda_live.together(self._book, running.key) if running else []
        number = " + ".join(numbering.display(item.number, item.public) or item.name for item in group)
        self._running.setText(f"▶ {number}" if running else "")
        self._running.recolour("running" if running else "")
        self._tell(_("{item} is running", item=number) if running else "")
        self._show_present()
        self._speak()

    def _tell(self, running: str) -> None:
        """A screen reader hears what has become different, wherever the keyboard is."""
        shown = (part.text() for part in (self._badge, self._alarm, self._pause) if not part.isHidden())
        before, self._told = self._told, (*filter(None, shown), *filter(None, (running,)))
        if before:
            announce(self, ". ".join(words for words in self._told if words not in before))

    def _show_present(self) -> None:
        """The count; the rule behind it is under the pointer and read out with the line."""
        found = quorum_now(self._book, self._clock.now())
        rule = rule_words(found, house.law(self._book).quorum) if found else ""
        self._present.setText(present_words(found) if found else "")
        self._present.recolour(*(("warning", "warning_back") if found and not found.met else ("", "")))
        self._present.setToolTip(rule)
        self.setAccessibleDescription(rule)

    def _tick(self) -> None:
        self._time.setText(format_time(self._clock.now(), "HH:mm"))

    def _show_state(self) -> None:
        """A badge with a word on a ground of its own: the word says it, the colour helps."""
        state = course.state(self._book)
        self._show_pause(None if state.closed else state.pause)
        if state.closed:
            self._alarm.hide()
            self._badge.setText(_with_time(_("closed {time}"), _("closed"), self._book.meeting.end))
            self._badge.recolour("")
            return
        late = course.is_exclusion_late(self._book)
        self._alarm.setText(_k("Public not excluded yet – {procedure}") if late else "")
        self._alarm.setVisible(late)
        public, running = course.in_public(self._book), course.running_item(self._book)
        back = public and running is not None and not running.public  # the frame says that the item is not
        self._badge.setText(_("PUBLIC AGAIN") if back else _("PUBLIC") if public else _("NOT PUBLIC"))
        self._badge.recolour(*(("public", "public_back") if public else ("nonpublic", "nonpublic_back")))

    def _show_pause(self, key: str | None) -> None:
        pause = self._book.shelf.value(key) if key else None
        words = _with_time(_("Pause since {time}"), _("Pause"), pause.from_) if isinstance(pause, Event) else ""
        self._pause.setText(words)
        self._pause.setVisible(bool(words))

    def show_room(self, words: str) -> None:
        """What the hall sees on its screen; empty where it has none."""
        self._room.setText(words)
        self._room.setVisible(bool(words))
        self._speak()

    def _saved_now(self, _saves: int) -> None:
        self.show_saved(self._clock.now())

    def show_saved(self, at: datetime) -> None:
        """Everything was on the disk at a moment."""
        self._saved.setText(_("saved {time}", time=format_time(at, "HH:mm:ss")))

    def _speak(self) -> None:
        self.setAccessibleName(
            ", ".join(part.text() for part in (self._meeting, *self._parts) if part.text() and not part.isHidden())
        )

    def _changed(self, changed: Changed) -> None:
        if changed.typing or self._book.meeting_key is None:
            return
        if changed.tables & _SHOWN:
            self.refresh()


def _with_time(words: str, timeless: str, stored: str | None) -> str:
    """Words with the time of day; a file may give the day alone."""
    moment = parse_moment(stored or "")
    return words.format(time=format_time(moment, "HH:mm")) if moment else timeless
