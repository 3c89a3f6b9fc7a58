"""The form of an election in the stream (desk.md §4, domain §4.3): Enter walks through it as it is read out.

Every key goes into the book at once. Enter behind the last number of a round decides: who is elected, who stands in the
next round, or that the lot is to be drawn.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock, SystemClock
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules.elections import Stand
from desktop.models.values import ElectionForm
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.elections.election_draft import People, Stop
from desktop.ui.desk.elections.election_fields import LotChoice
from desktop.ui.desk.elections.election_foot import LOTS
from desktop.ui.desk.elections.election_parts import ElectionParts
from desktop.ui.desk.elections.election_value import (
    drawing,
    is_decided,
    names,
    with_elected,
    with_next_round,
    without_nameless,
)
from desktop.ui.desk.elections.election_words import lot_words
from desktop.ui.desk.names.namefield import NameField

#: fields of a candidate beside the name: Enter goes on to the next name
_DETAILS = ("role", "deputy", "list")
#: fields of a round that are no numbers: Enter passes them by
_TIMES = ("begin", "end")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ElectionEditor(ElectionParts):
    """Takes down one election of the open meeting. To be thrown away when its entry is gone."""

    #: done, or left as open
    finished = Signal()
    #: text that was typed blindly; it belongs to the ready line
    blindText = Signal(str)
    #: another field has the keyboard
    entered = Signal()
    #: something short for the status line
    said = Signal(str)

    def __init__(
        self,
        book: Book,
        bus: Bus,
        key: str,
        people: People,
        parent: QWidget | None = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(book, key, people, clock or SystemClock(), parent)
        self.drawn.connect(self._after_lot)
        self.nameLeft.connect(lambda name, tab: self._left_name(name, tab=tab))
        self.draft.blind.connect(self.blindText)
        self.draft.said.connect(self.said)
        bus.changed.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The field with the keyboard stays in view, once the stream has settled."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.entered.emit)

    def _changed(self, changed: Changed) -> None:
        """A change from elsewhere: an undo, somebody who came or went."""
        draft = self.draft
        if draft.writing or draft.key not in draft.book.shelf:
            return
        if draft.key in changed.fields or draft.key in changed.came:
            draft.touched = False
            self._build(anew=True)
        elif not changed.typing:
            self._refresh()

    # --- the keyboard

    def start(self) -> None:
        """Puts the keyboard where something is missing first."""
        value = self.draft.value
        missing = any(not stop.text for stop in self._numbers())
        stand = self.draft.outcome(len(self.rounds) - 1).stand
        if not value.office:
            self.focus("office")
        elif not value.rounds[0].candidates:
            self.focus("name.0")
        elif stand in LOTS:
            self.focus("lot" if drawing(value)[0] else "drawer")
        elif is_decided(value) or (stand is Stand.ELECTED and not missing):
            self.focus("accepts")
        else:
            self._to_numbers()

    def _numbers(self) -> list[Stop]:
        """The numbers of the last round that are read out; seats are filled in by themselves."""
        return [stop for stop in self.rounds[-1].stops if stop.name.partition(".")[0] not in (*_TIMES, "seats")]

    def _to_numbers(self) -> None:
        """To the first number of the last round that is missing; to the last where none is."""
        numbers = self._numbers()
        self.focus(next((stop.name for stop in numbers if not stop.text), numbers[-1].name))

    def area(self) -> QRect | None:
        """Where the field stands in the form that has the keyboard."""
        current = self._current()
        if current is None:
            return None
        self._rows.activate()
        return QRect(current.widget.mapTo(self, QPoint()), current.widget.size())

    def settle(self) -> None:
        """Before the form is left: names that were emptied go, short forms become names."""
        for stop in self._stops:
            if isinstance(stop.widget, NameField) and stop.widget.hasFocus():
                stop.widget.settle()
        self._drop_nameless()

    def _drop_nameless(self) -> None:
        if self.draft.key in self.draft.book.shelf:
            self.draft.put(without_nameless(self.draft.value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab walks through every field of the form, and out of the last to the ready line; the one in front is seen.

        Tab in a name is the name's: it chooses first.
        """
        if event.type() == QEvent.Type.FocusIn and not self._building:
            current = self._current()
            self.foot.show_keys(current.name if current is not None else "")
            self.entered.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
            current = self._current()
            if by and current is not None and not (by > 0 and isinstance(watched, NameField)):
                if by < 0 or not self._draws(current):
                    self._walk(current, by)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; everything else is for the window."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._enter()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab comes by the fields themselves; Qt asks here, too, when one with the keyboard is hidden."""
        return False

    @staticmethod
    def _draws(current: Stop) -> bool:
        return isinstance(current.widget, LotChoice) and current.widget.take()

    def _walk(self, current: Stop, by: int, *, past: tuple[str, ...] = ()) -> None:
        seen = [one for one in self._seen() if one is current or one.name.partition(".")[0] not in past]
        place = seen.index(current) + by
        if place == len(seen):
            self.finished.emit()
        elif place >= 0:
            self.focus(seen[place].name)

    def _left_name(self, name: str, *, tab: bool) -> None:
        """Out of a name: to the next one, with Tab to what else belongs to it.

        Out of the empty last one to the numbers, with Tab to how it is held.
        """
        kind, _dot, place = name.partition(".")
        current = next(stop for stop in self._stops if stop.name == name)
        if kind != "name":
            self._walk(current, 1, past=() if tab else _TIMES)
            return
        count = len(self.draft.value.rounds[0].candidates)
        self._drop_nameless()
        left = len(self.draft.value.rounds[0].candidates)
        self._build()
        if left < count or int(place) >= left:
            if tab:
                self.focus("method")
            else:
                self._to_numbers()
        else:
            self.focus(f"role.{place}" if tab else f"name.{int(place) + 1}")

    def _enter(self) -> None:
        current = self._current()
        if current is None:
            return
        if current.on_empty is not None and not current.text:
            current.on_empty()
        kind, _dot, rest = current.name.partition(".")
        if kind in _DETAILS:
            self._build()
            self.focus(f"name.{int(rest) + 1}")
        elif self._is_last_number(current):
            self._settle()
        elif kind == "lot":
            if not self._draws(current):
                self._after_lot()
        elif kind == "accepts":
            self.finished.emit()
        else:
            self._walk(current, 1, past=() if kind in _TIMES else _TIMES)

    def _is_last_number(self, current: Stop) -> bool:
        """Whether Enter decides here: behind the last number of the last round; seats are filled in by themselves."""
        numbers = self.rounds[-1].stops if current.name.startswith("seats.") else self._numbers()
        return current in numbers[-1:]

    # --- deciding

    def _settle(self) -> None:
        """What follows from the last round."""
        draft = self.draft
        value, found = draft.value, draft.outcome(len(draft.value.rounds) - 1)
        match found.stand:
            case Stand.AGAIN:
                draft.put(with_next_round(value, found))
                self.focus(f"cast.{len(value.rounds)}")
            case Stand.LOT | Stand.LOT_AGAIN:
                self.focus("lot" if drawing(value)[0] else "drawer")
            case Stand.ELECTED:
                fresh = value.form is not ElectionForm.LIST and (draft.touched or not value.elected)
                if draft.decide(with_elected(value, found) if fresh else value):
                    self.said.emit(_k("Kind of result: elected. {undo} takes it back"))
                draft.touched = False
                self.focus("elected" if value.form is ElectionForm.LIST else "accepts")
            case Stand.NONE:
                self.said.emit(_k("Nobody is elected · {election} adds another round"))
                self.focus("remark")
            case Stand.OPEN:
                self.said.emit(_("The election stays open · please fill in the numbers that are missing"))
                self.finished.emit()

    def _after_lot(self) -> None:
        """The lot was drawn: the run-off begins, or somebody is elected."""
        draft = self.draft
        found = draft.outcome(len(draft.value.rounds) - 1)
        if found.stand is Stand.AGAIN:
            self._settle()
        elif found.stand is Stand.ELECTED:
            self.focus("accepts")
        else:
            self.said.emit(lot_words(names(draft.value.rounds[-1], found.lot)))
            self.focus("lot")
