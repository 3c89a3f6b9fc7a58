"""Keeps the room window up to date with the open meeting, and away from what is not public.

Whatever takes something from the public (excluding it, a non-public item, an entry or a person that is hidden) is
carried out in the hall at once, before anything is painted. All else comes when the act is over and nobody typed
meanwhile: a wording is not shown letter by letter, but two seconds after the last of them, or with the next act.
"""

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
from desktop.ui.desk.procedure import course
from desktop.ui.room import options as chosen
from desktop.ui.room import placing, scheme
from desktop.ui.room.excerpt import phase_of, public_edition
from desktop.ui.room.options import options_from
from desktop.ui.room.screen import RoomScreen
from desktop.ui.shortcuts import keyed_text as _k

_ACT_MS, _TYPED_MS, _TICK_MS = 200, 2_000, 1_000
#: rows that can be seen in the hall
_SEEN = frozenset(
    {"Meeting", "AgendaItem", "Motion", "Vote", "FactionRow", "Election", "Event", "Paper", "SpeakerTurn", "Person"}
    | {"Organization", "Body", "Speech", "Membership"}
)
#: those of them whose texts are typed
_TYPED = _SEEN - {"Speech", "SpeakerTurn", "FactionRow"}
#: what is changed in them may take something from the public, or is another item altogether
_HIDING = frozenset({"public", "protected", "public_name", "publicity", "papers", "prepared", "on", "speaker", "item"})
_AT_ONCE = _HIDING | {"stage", "parent"}

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
        #: by hand
        self.covered = False
        self._phase = Phase.COVERED
        #: the meeting that goes on in the hall; no other one is shown meanwhile
        self._live = ""
        self._shown: str | None = None
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self.show_now)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._ticked)
        bus.changed.connect(self._changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)

    # --- open and closed

    def toggle(self, *, covered: bool = False) -> None:
        """Opens the window, covered or not, or closes it."""
        if self.screen is not None:
            self.close()
            return
        self.screen = RoomScreen()
        self.screen.closed.connect(self.close)
        handle = self._desk.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._screens_changed)
        self._live, self.covered = "", covered
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
        self._settling.stop()
        self._tick.stop()
        handle = self._desk.windowHandle()
        if handle is not None:
            handle.screenChanged.disconnect(self._screens_changed)
        gone.close()
        gone.deleteLater()
        self.state.emit("")

    def cover(self) -> None:
        """Nothing but a neutral picture, until it is called again."""
        if self.screen is None:
            self.told.emit(_k("The room window is not open · {room_window} opens it"))
            return
        self.covered = not self.covered
        self.show_now()

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
        if self.screen is None or changed.tables.isdisjoint(_SEEN):
            return
        if changed.typing:
            if not changed.tables.isdisjoint(_TYPED):
                self._settling.start(_TYPED_MS)
        elif changed.went or self._phase_now() is not self._phase or _may_hide(changed):
            self.show_now()
        else:
            self._settling.start(_ACT_MS)

    def _ticked(self) -> None:
        self._show_time()
        if self._book.meeting_key != self._shown or self._pauses():
            self.show_now()

    def _pauses(self) -> bool:
        """Whether the hall waits for the end of a pause, which comes by the clock."""
        return self.screen is not None and bool(self.screen.view.more) and self._phase is Phase.RUNNING

    def _phase_now(self) -> Phase:
        """Where the meeting stands for the hall; another meeting that is looked up is not for it."""
        phase = Phase.COVERED if self.covered else phase_of(self._book)
        key = self._book.meeting_key or ""
        if self._live and key != self._live and not (key and course.is_live(self._book)):
            return Phase.COVERED
        return phase

    def show_now(self) -> None:
        """Shows the meeting as it stands; where that fails, nothing."""
        if self.screen is None:
            return
        self._settling.stop()
        before, self._phase, self._shown = self._phase, self._phase_now(), self._book.meeting_key
        self._live = self._live_key()
        try:
            view = self._view()
        except BaseException:
            self.screen.show_view(blank(Phase.COVERED))
            self.screen.repaint()
            raise
        self.screen.show_view(view)
        if self._phase in BLANK:
            self.screen.repaint()
            if before not in BLANK:
                self.told.emit(_("The room window is blank now."))
        self.state.emit(_said(view))

    def _live_key(self) -> str:
        if self._phase in (Phase.RUNNING, Phase.CLOSED_ITEM, Phase.EXCLUDED):
            return self._book.meeting_key or ""
        return "" if self._phase is Phase.OVER else self._live

    def _view(self) -> RoomView:
        if self._book.meeting_key is None:
            return blank(Phase.COVERED)
        edition = public_edition(self._book, self._phase)
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
