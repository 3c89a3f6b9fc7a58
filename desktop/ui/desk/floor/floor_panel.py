"""The part »Rednerliste« of the right column: who speaks, for how long, who waits (Shift+F2)."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules.floor import Level
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.floor import floor_acts as acts
from desktop.ui.desk.floor import floor_words as words
from desktop.ui.desk.floor.floor_clock import ClockFace
from desktop.ui.desk.floor.floor_limits import FloorLimits
from desktop.ui.desk.floor.floor_line import FloorLine
from desktop.ui.desk.floor.floor_list import FOLD, TurnList, TurnRow, keys_words
from desktop.ui.desk.floor.floor_state import FloorState, state_of
from desktop.ui.desk.floor.floor_totals import Totals, lines
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.presence.attendance_add import EnterButton
from desktop.ui.looks.theme import Label
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.guide import ViewGuide

#: rows whose changes are shown here; a key press in a text is none of them
_SHOWN = frozenset({"SpeakerTurn", "FloorLimit", "AgendaItem", "Event", "Meeting", "Attendance", "Person", "Body"})
_SECOND_MS = 1_000
#: so many rows of the list are always in sight
_FEWEST_ROWS = 3


def _nobody_waits() -> tuple[str, tuple[str, ...]]:
    return _k("Nobody asks for the floor. {speakers}, a short form and Enter put somebody here."), ("speakers",)


class FloorPanel(QWidget):
    """Refreshes by itself, and once a second while somebody speaks."""

    #: who ask for the floor, and whether to a point of order
    asked = Signal(list, bool)
    #: somebody of the list was given the floor: the key of the turn
    taken = Signal(str)
    #: the clock is to be stopped or to go on
    clockPressed = Signal()
    #: the next one is to have the floor
    nextPressed = Signal()
    #: the keyboard goes back to where it was
    finished = Signal()
    #: text that was typed blindly; it belongs to the ready line
    blindText = Signal(str)
    #: the line above the part
    titled = Signal(str)
    #: something short for the status line
    said = Signal(str)

    def __init__(
        self,
        book: Book,
        bus: Bus,
        clock: Clock,
        item: Callable[[], str | None],
        directory: Callable[[], Directory],
        parent: QWidget | None = None,
    ) -> None:
        """``item`` gives the key of the item whose list it is, ``directory`` who is known; both as it stands."""
        super().__init__(parent)
        self._book, self._clock = book, clock
        self._item, self._directory = item, directory
        self._state: FloorState | None = None
        self._unfolded = False
        self._told: tuple[str, Level] = ("", Level.FINE)
        self._face = ClockFace(self)
        self._line = FloorLine(directory, self)
        self.list = TurnList(self)
        self._guide = ViewGuide(self.list, _nobody_waits)
        self._keys = Label(keys_words(), colour="muted", parent=self)
        self._keys.setWordWrap(True)
        self._limits = FloorLimits(book, self)
        self._buttons = QWidget(self)
        self._next = EnterButton(_("Next speech"), self)
        self._stop = EnterButton("", self)
        self._times = EnterButton(_("Speaking times"), self)
        self._times.setCheckable(True)
        self._totals = Totals(self)
        self._totals.hide()
        self._second = QTimer(self, interval=_SECOND_MS)
        self._lay_out()
        self._connect(bus)
        self.refresh()

    def _lay_out(self) -> None:
        self._rows_of_panel = rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 4, 6, 4)
        buttons = Flow(self._buttons, gap=6)
        buttons.addWidget(self._next)
        buttons.addWidget(self._stop)
        rows.addWidget(self._face)
        rows.addWidget(self._buttons)
        rows.addWidget(self._line)
        rows.addWidget(self.list, 1)
        for widget in (self._keys, self._limits, self._times):
            rows.addWidget(widget)
        rows.addWidget(self._totals, 1)

    def _connect(self, bus: Bus) -> None:
        self._line.asked.connect(self.asked)
        self._line.left.connect(self.finished)
        self._line.resized.connect(self._share_room)
        self._line.below.connect(self.list.enter_from_above)
        self.list.above.connect(self._line.setFocus)
        self.list.chosen.connect(self._chosen)
        self.list.shifted.connect(lambda key, by: acts.shift(self._book, key, by))
        self.list.removed.connect(self._book.remove)
        for blind in (self._line.blindText, self.list.typed, self._limits.blindText, self._totals.blind):
            blind.connect(self.blindText)
        self._next.clicked.connect(self.nextPressed)
        self._stop.clicked.connect(self.clockPressed)
        self._times.toggled.connect(self._show_totals)
        self._totals.copied.connect(lambda: self.said.emit(_("The speaking times are in the clipboard")))
        self._second.timeout.connect(self._tick)
        bus.changed.connect(self._changed)

    # --- opening

    def open(self) -> None:
        """Shift+F2: the line for who asks for the floor."""
        if self._book.meeting_key is not None:
            self.refresh()
            self._line.open()

    def put_away(self) -> None:
        """Another meeting comes: nothing that is typed in the line is taken over into it."""
        self._line.put_away()

    def focus_list(self) -> None:
        """F6: the list, else the line; nobody is reached yet."""
        shown = self._totals if self.list.isHidden() else self.list if self.list.count() else self._line
        shown.setFocus()

    # --- showing

    def showEvent(self, event: QShowEvent) -> None:
        """The rows are written only where somebody sees them."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Shows the list as it stands now."""
        self._state = state_of(self._book, self._item()) if self._book.meeting_key is not None else None
        going = self._state.speaking if self._state is not None else None
        runs = going is not None and going.begun is not None
        if runs != self._second.isActive():
            self._second.start() if runs else self._second.stop()
        self._tell_time()
        if self._state is not None and self.isVisible():
            self.list.fill(self._rows(self._state))
            self._limits.show_state(self._state)
            self._stop.setEnabled(going is not None)
            self._stop.setText(_("Clock goes on") if going is not None and not runs else _("Stop the clock"))
            self._next.setEnabled(going is not None or bool(self._state.waiting))
            self._show_totals()

    def _changed(self, changed: Changed) -> None:
        records = self._book.shelf.records
        touched = (*changed.fields, *changed.came)
        if not changed.typing and (
            changed.went or any(records[key].table in _SHOWN for key in touched if key in records)
        ):
            self.refresh()

    def _tick(self) -> None:
        column = self.parentWidget()
        if column is None or column.isVisible():
            self._tell_time()

    def _tell_time(self) -> None:
        """What a second changes: the title, the figures, a warning."""
        state, now = self._state, self._clock.now()
        turn = state.speaking if state is not None else None
        reading = state.read(now) if state is not None else None
        self.titled.emit(words.title(state, now) if state is not None else _("List of speakers"))
        if turn is None or reading is None:
            self._face.show_nobody()
            return
        name = words.name(turn, self._directory())
        if self.isVisible():
            self._face.show_reading(name, self._directory().name_of(turn.on_behalf_of), reading)
        if self._told != (turn.key, reading.worst):
            self._told = (turn.key, reading.worst)
            if alert := words.alert(reading, name):
                self.said.emit(alert)

    def _rows(self, state: FloorState) -> list[TurnRow]:
        """Who has spoken, folded to one row or not, then who waits."""
        directory, now, rows = self._directory(), self._clock.now(), []
        if state.done:
            text = words.fold(len(state.done), state.seconds(state.done, now), is_open=self._unfolded)
            rows.append(TurnRow(FOLD, text, text[2:]))
            for turn in state.done if self._unfolded else ():
                text = words.done(turn, state.seconds((turn,), now), directory)
                rows.append(TurnRow(turn.key, text, text, over=True))
        for place, turn in enumerate(state.waiting, 1):
            text = words.waiting(turn, place, state.turns, directory)
            rows.append(TurnRow(turn.key, text, words.spoken_waiting(turn, place, state.turns, directory)))
        return rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Where there is little room, who speaks and who waits have it; what keys do as well goes first."""
        wanted = self._times.isChecked()
        rows = _FEWEST_ROWS * (self.fontMetrics().lineSpacing() + 3)
        self.list.setMinimumHeight(max(rows, self._guide.least_height()))
        parts = (self._keys, self._buttons, self._limits, self._times)
        for part in (*parts, self.list):
            part.show()
        self._totals.setVisible(wanted)
        for part in (*parts[:3], *((self.list,) if wanted else parts[3:])):
            if self._rows_of_panel.minimumHeightForWidth(self.width()) <= self.height():
                return
            part.hide()

    def _show_totals(self) -> None:
        self._share_room()
        if self._state is not None and self._times.isChecked():
            self._totals.show_lines(lines(self._state, self._directory(), self._clock.now()))

    # --- acting

    def _chosen(self, key: str) -> None:
        if key == FOLD:
            self._unfolded = not self._unfolded
            self.refresh()
        elif acts.turn(self._book, key).ended is None:
            self.taken.emit(key)
