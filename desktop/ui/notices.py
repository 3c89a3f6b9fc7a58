"""What the window tells in banners by itself: the disk, the copies of house and law, late corrections, complaints."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.models.book import Book
from desktop.models.errors import BookError, NotStorable
from desktop.models.journal import Changed
from desktop.models.values import AttendanceStatus, Meeting, MeetingState
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.messages import Banners, Tone
from desktop.ui.parts.guide import carry_out
from desktop.ui.words import state_name
from desktop.wording import sentence

#: of what a late correction contradicts; the checklist has it all
_LATE_LINES = 2
#: id of the body that the shipped demo brings
DEMO = "b-eiderfleth"
_FINISHED = (MeetingState.RELEASED, MeetingState.SIGNED, MeetingState.APPROVED, MeetingState.PUBLISHED)
#: topics that say something about the open meeting: over another page they would be read as being about that
_OF_DESK = frozenset({"demo", "state", "nobody", "late", "export"})


class Notices(QObject):
    """One per window; each topic has one banner, which goes when the trouble does."""

    def __init__(self, book: Book, bus: Bus, banners: Banners, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._banners = book, banners
        self._demo_told = False
        #: the open meeting, where it is finished and nothing was changed in it yet
        self._finished_key: str | None = None
        self._on_desk = False
        #: the meeting runs and nobody is there
        self._is_empty = False
        #: so many things in the checklist are open, and what shows them
        self.open_checks: Callable[[], int] = lambda: 0
        self.show_checks: Callable[[], None] = lambda: None
        bus.changed.connect(self._changed)
        bus.failed.connect(self._failed)
        bus.saved.connect(self._saved)

    def turn(self, *, desk: bool) -> None:
        """Another page is in front: the desk or not."""
        self._on_desk = desk
        self._banners.put_away(_OF_DESK, not desk)

    def complain(self, text: str) -> None:
        """Something that a page could not do."""
        self._banners.show_message("page", text, Tone.WARNING)

    def check_house(self) -> None:
        """Reads the user's copies of house profile and law anew and says what is wrong with them."""
        house.read_again()
        problems = house.problems(self._book)
        if problems:
            way = _("House profiles"), lambda: carry_out(self._banners, "show_houses")
            self._banners.show_message("house", problems, Tone.WARNING, way)
        else:
            self._banners.clear("house")

    def check_demo(self) -> None:
        """Says once that a meeting is invented, and how one's own begins."""
        body = house.body_of(self._book)
        if body.id != DEMO:
            self._banners.clear("demo")
        elif not self._demo_told:
            self._demo_told = True
            text = _k(
                "This is the demo: the town and its people are invented. {new_meeting} begins a meeting of your own."
            )
            way = _("New meeting"), lambda: carry_out(self._banners, "new_meeting")
            self._banners.show_message("demo", text, Tone.NOTICE, way)

    def check_state(self) -> None:
        """Says that minutes are finished, and what is open in them.

        Whoever looks something up in them would change them by typing on.
        """
        state = self._book.meeting.state if self._book.meeting_key is not None else None
        self._finished_key = self._book.meeting_key if state in _FINISHED else None
        if state in _FINISHED:
            text = _k(
                "These minutes are finished ({state}). What you write here changes them; {undo} undoes it.",
                state=state_name(state),
            )
            if number := self.open_checks():
                more = _n("The checklist has {number} open point.", "The checklist has {number} open points.", number)
                checklist = _("Open the checklist"), self.show_checks
                self._banners.show_message("state", f"{text} {more}", Tone.WARNING, checklist)
            else:
                self._banners.show_message("state", text, Tone.NOTICE)
        else:
            self._banners.clear("state")
        self._check_present()

    def _check_present(self) -> None:
        """A meeting that runs without anybody has no votes."""
        meeting = self._book.meeting if self._book.meeting_key is not None else None
        self._is_empty = meeting is not None and meeting.state is MeetingState.RUNNING and not _is_attended(meeting)
        if self._is_empty:
            text = _k("The meeting is open, but nobody is down as present: {presence} says who comes.")
            way = _("Attendance list"), lambda: carry_out(self._banners, "attendance")
            self._banners.show_message("nobody", text, Tone.WARNING, way)
        else:
            self._banners.clear("nobody")

    def _warn_once(self) -> None:
        """The first change of finished minutes since they were opened: it is made, and can be taken back at once."""
        if self._finished_key == self._book.meeting_key and self._on_desk:
            self._finished_key = None
            text = _k("You are changing finished minutes. {undo} takes it back.")
            back = _("Take back"), lambda: carry_out(self._banners, "undo")
            self._banners.show_message("state", text, Tone.WARNING, back)

    def _changed(self, changed: Changed) -> None:
        if self._finished_key is not None:
            self._warn_once()
        if "state" in changed.fields.get(self._book.meeting_key or "", ()):
            self.check_state()
        elif self._is_empty and not changed.typing:
            self._check_present()

    def contradicted(self, text: str, way_out: Callable[[], None]) -> None:
        """A late correction of presence: nothing is changed, the votes that it contradicts are named."""
        if text:
            checklist = _("Open the checklist"), way_out
            self._banners.show_message("late", text, Tone.WARNING, checklist, lines=_LATE_LINES)
        else:
            self._banners.clear("late")

    def _saved(self, _saves: int) -> None:
        self._banners.clear("disk")

    def _failed(self, error: BookError) -> None:
        if isinstance(error, NotStorable):
            self._banners.show_message("bug", sentence(error), Tone.PROBLEM)
            return
        text = _("{reason} What you typed is kept here and saving is tried again.", reason=sentence(error))
        self._banners.show_message("disk", text, Tone.PROBLEM)


def _is_attended(meeting: Meeting) -> bool:
    return any(line.status is AttendanceStatus.PRESENT for line in meeting.attendance)
