"""Keeps the room window up to date with the open meeting, and away from what is not public.

Whatever takes something from the public (excluding it, a non-public item, an entry or a person that is hidden) is
carried out in the hall at once, before anything is painted. All else comes a moment after the act. What is typed or
counted comes when its field is left, see ``typed``.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock
from desktop.export.room import BLANK, Phase, RoomView, blank, room_view
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.profiles import ProfileError
from desktop.models.profiles.house import house_files
from desktop.paths import profiles_dir
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.room import options as chosen
from desktop.ui.room import placing, scheme
from desktop.ui.room.excerpt import public_edition
from desktop.ui.room.options import options_from
from desktop.ui.room.screen import RoomScreen
from desktop.ui.room.standing import Standing, brings_back
from desktop.ui.room.typed import HIDING, Typed

_ACT_MS, _TICK_MS = 200, 1_000
#: rows that can be seen in the hall
_SEEN = frozenset(
    {"Meeting", "AgendaItem", "Motion", "Vote", "FactionRow", "Election", "Event", "Paper", "SpeakerTurn", "Person"}
    | {"Organization", "Body", "Speech", "Membership"}
)
#: what is changed in them may take something from the public, or is another item altogether
_AT_ONCE = HIDING | {"public_name", "speaker", "item", "stage", "parent"}

#: letters of a title where an item has no number
_MOST = 24
_WORDS = {
    Phase.COVERED: N_("Room: covered"),
    Phase.CLOSED_ITEM: N_("Room: blank"),
    Phase.EXCLUDED: N_("Room: blank"),
    Phase.BEFORE: N_("Room: before the meeting"),
    Phase.RUNNING: N_("Room: between items"),
    Phase.OVER: N_("Room: closed"),
}


class Room(QObject):
    """The room window of one desk. ``screen`` is there while it is open."""

    #: what the hall sees, in few words; empty while the window is closed
    state = Signal(str)
    #: something in passing
    told = Signal(str)

    def __init__(self, book: Book, bus: Bus, clock: Clock, desk: QWidget) -> None:
        super().__init__(desk)
        self._book, self._clock, self._desk = book, clock, desk
        self.screen: RoomScreen | None = None
        self.options = options_from({})
        self.standing = Standing()
        self._typed = Typed()
        if book.typing is not None:  # this is made when it is wanted first, be it in the middle of a word
            key, name = book.typing
            self._typed.note(Changed("type", {key: frozenset({name})}, typing=True), book)
        self._phase = Phase.COVERED
        self._shown: str | None = None
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self.show_now)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._ticked)
        bus.changed.connect(self._changed)
        bus.typing_ended.connect(self.typing_ended)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)

    # --- open and closed

    def toggle(self, standing: Standing | None = None) -> None:
        """Opens the window, as another one of the same meeting stood, or closes it."""
        if self.screen is not None:
            self.close()
            return
        self.screen = RoomScreen()
        self.screen.closed.connect(self.close)
        handle = self._desk.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._screens_changed)
        self.standing = standing or self.standing
        self.standing.take(self._book)
        self.screen.show_picture(self._logo())
        self.choose()
        self.show_now()
        self._tick.start()
        if placing.place(self.screen, self._desk, self.options.screen):
            self.told.emit(_("The room window is open on the second screen."))
        else:
            self.told.emit(_("The room window is open. A second screen would take it over whole."))

    def close(self) -> None:
        """Closes the window."""
        if self.screen is None:
            return
        gone, self.screen = self.screen, None
        self._typed.forget()
        self._settling.stop()
        self._tick.stop()
        handle = self._desk.windowHandle()
        if handle is not None:
            handle.screenChanged.disconnect(self._screens_changed)
        gone.close()
        gone.deleteLater()
        self.state.emit("")
        self.told.emit(_("The room window is closed."))

    def cover(self) -> None:
        """Nothing but a neutral picture, until it is called again."""
        if self.screen is None:
            self.told.emit(_k("The room window is not open · {room_window} opens it"))
            return
        covered = self._phase is Phase.COVERED
        if covered:
            self.standing.show(self._book)
        else:
            self.standing.covered = True
        self.show_now()
        if covered and self._phase is Phase.COVERED:
            self.told.emit(_("The room window stays covered: another meeting goes on in the room."))
        elif covered:
            self.told.emit(_("The room window is seen again."))

    def choose(self) -> None:
        """Takes over what the user chose."""
        self.options = options_from(dict(self._book.read(lambda db: queries.settings(db, chosen.PREFIX))))
        if self.screen is not None:
            self.screen.wear(scheme.DARK if self.options.dark else scheme.LIGHT)
            self._show_time()

    def rearrange(self) -> None:
        """The user chose something while the window is open."""
        self.choose()
        if self.screen is not None:
            placing.place(self.screen, self._desk, self.options.screen)
            self.show_now()

    def _screens_changed(self) -> None:
        # Qt moves windows of a screen that goes by itself, after it said so.
        QTimer.singleShot(0, self, self._place_again)

    def _place_again(self) -> None:
        if self.screen is not None and not placing.place(self.screen, self._desk, self.options.screen):
            self.told.emit(_("The second screen is gone; the room window is behind the desk."))

    # --- following the meeting

    @property
    def waits(self) -> int:
        """In how many milliseconds what was changed last is to be seen; 0 where nothing is waiting."""
        return self._settling.interval() if self._settling.isActive() else 0

    def _changed(self, changed: Changed) -> None:
        if changed.tables.isdisjoint(_SEEN):
            return
        with self._covering():
            hides = self._typed.note(changed, self._book)
            if self.screen is None:
                return  # opened next, it waits for the field as well
            if not changed.typing:
                self.standing.follow(changed, self._book)
                if self._typed.unhidden or (brings_back(changed) and self._differs()):
                    self.standing.withheld = True
                hides = hides or self.standing.phase(self._book) is not self._phase
            if hides or changed.went or _may_hide(changed):
                self.show_now()
            elif not changed.typing:
                self._settle()

    def _differs(self) -> bool:
        """Whether the hall would read something else than it does."""
        assert self.screen is not None
        return self.standing.phase(self._book) is not self._phase or self._view() != self.screen.view

    def _settle(self) -> None:
        """Soon, and never later because of what else is done meanwhile."""
        if not self._settling.isActive():
            self._settling.start(_ACT_MS)

    def typing_ended(self) -> None:
        """A field is left: what stands there is done."""
        if self._typed.end() and self.screen is not None:
            self._settle()

    def _ticked(self) -> None:
        self._show_time()
        if self._book.meeting_key != self._shown or self._pauses():
            self.show_now()

    def _pauses(self) -> bool:
        """Whether the hall waits for the end of a pause, which comes by the clock."""
        return self.screen is not None and bool(self.screen.view.more) and self._phase is Phase.RUNNING

    @contextmanager
    def _covering(self) -> Iterator[None]:
        """Where anything fails, nothing is to be seen, and the desk says so."""
        try:
            yield
        except BaseException:
            self._phase = Phase.COVERED
            if self.screen is not None:
                self.screen.show_view(blank(Phase.COVERED))
                self.screen.repaint()
                self.state.emit(_(_WORDS[Phase.COVERED]))
            raise

    def show_now(self) -> None:
        """Shows the meeting as it stands; where that fails, nothing."""
        if self.screen is None:
            return
        self._settling.stop()
        with self._covering():
            before, self._shown = self._phase, self._book.meeting_key
            self._phase = self.standing.phase(self._book)
            view = self._view()
            self.screen.show_view(view)
            if self._phase in BLANK:
                self.screen.repaint()
            self.state.emit(_said(view))
        self._tell(before)

    def _tell(self, before: Phase) -> None:
        if self._phase in BLANK and before not in BLANK:
            self.told.emit(_("The room window is blank now."))
        elif self._phase is Phase.COVERED and before in BLANK - {Phase.COVERED}:
            self.told.emit(_k("The room window stays covered · {room_blank} shows the meeting again"))
        elif before in BLANK and self._phase not in BLANK:
            self.told.emit(_("The room window shows the meeting."))

    def _view(self) -> RoomView:
        if self._book.meeting_key is None:
            return blank(Phase.COVERED)
        edition = public_edition(self._book, self._phase, self._typed.settled)
        if self._phase in BLANK:
            return blank(self._phase, edition.session.body.name if edition.session.body else "")
        profile, law, seen = house.profile(self._book), house.law(self._book), self.options
        return room_view(
            edition, self._phase, profile, law, self._clock.now(), speaker=seen.speaker, factions=seen.factions
        )

    def _logo(self) -> bytes | None:
        if self._book.meeting_key is None:
            return None
        try:
            return house_files(house.profile(self._book), profiles_dir(self._book.path.parent)).logo
        except ProfileError:
            return None

    def _show_time(self) -> None:
        if self.screen is not None:
            self.screen.show_time(format_time(self._clock.now(), "HH:mm") if self.options.clock else "")


def _may_hide(changed: Changed) -> bool:
    return any(not fields.isdisjoint(_AT_ONCE) for fields in changed.fields.values())


def _said(view: RoomView) -> str:
    """In as few words as can be: the line at the top of the desk has little room."""
    if view.phase is Phase.RUNNING and (view.number or view.title):
        words = view.notice or view.number or view.title
        return _("Room: {what}", what=words.replace("\u00a0", " ")[:_MOST])
    return _(_WORDS[view.phase])
