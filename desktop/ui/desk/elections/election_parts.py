"""The parts of an election's form: made as the election stands, and made anew only where others are wanted."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.ui.desk.elections.election_draft import Draft, People, Stop
from desktop.ui.desk.elections.election_foot import ElectionFoot
from desktop.ui.desk.elections.election_head import ElectionHead
from desktop.ui.desk.elections.election_round import RoundBlock
from desktop.ui.desk.elections.election_settings import ElectionSettings
from desktop.ui.desk.elections.election_value import columns
from desktop.ui.desk.names.namefield import NameField

#: what a part is made for; with another it is made anew
Shape = tuple[object, ...]
Part = ElectionHead | ElectionSettings | RoundBlock | ElectionFoot


class ElectionParts(QWidget):
    """Shows one election. What is written in a part follows in the others."""

    #: it wants to be higher or lower
    resized = Signal()
    #: the lot has named somebody
    drawn = Signal()
    #: a field for names is left: its name, and whether by Tab
    nameLeft = Signal(str, bool)

    _stops: Sequence[Stop] = ()
    _parts: Mapping[Shape, Part] = {}

    def __init__(self, book: Book, key: str, people: People, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = Draft(book, key, clock, people, self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 2, 0, 4)
        self._rows.setSpacing(4)
        self._building = False
        self._build()
        self.draft.written.connect(self._refresh)

    def _build(self, *, anew: bool = False) -> None:
        """Makes the parts that others are wanted for, or all anew; the keyboard stays in the field of the same name."""
        before = self._current()
        self._building = True
        shapes = self._shapes()
        kept = {} if anew else {shape: part for shape, part in self._parts.items() if shape in shapes}
        for part in self._parts.values():
            if part not in kept.values():
                self._rows.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._parts = {shape: kept.get(shape) or self._make(place, shape) for place, shape in enumerate(shapes)}
        self.rounds = [part for part in self._parts.values() if isinstance(part, RoundBlock)]
        self._stops = [stop for part in self._parts.values() for stop in part.stops]
        self._building = False
        self._show_outcome()
        self.resized.emit()
        if before is not None:
            self.focus(before.name)

    def _make(self, place: int, shape: Shape) -> Part:
        part: Part
        match shape:
            case ("head", *_rest):
                part = ElectionHead(self.draft, self)
            case ("settings", *_rest):
                part = ElectionSettings(self.draft, self)
            case ("round", int(number), *_rest):
                part = RoundBlock(self.draft, number, self)
            case _:
                part = self.foot = ElectionFoot(self.draft, self)
                part.drawn.connect(self.drawn)
        self._rows.insertWidget(place, part)
        part.show()
        for stop in part.stops:
            stop.widget.installEventFilter(self)
            if isinstance(stop.widget, NameField):
                stop.widget.done.connect(lambda tab, one=stop.name: self.nameLeft.emit(one, tab))
        return part

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs wider fields."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._stops:
            self._build(anew=True)

    def _shapes(self) -> list[Shape]:
        """The parts from above, each with what it is made for."""
        value = self.draft.value
        named = [tuple(one.name for one in held.candidates) for held in value.rounds]
        rounds = [("round", number, names, columns(value, number)) for number, names in enumerate(named)]
        return [("head", value.form, named[0]), ("settings", value.form), *rounds, ("foot",)]

    def _refresh(self) -> None:
        """After a change of its own: only what follows from it, as long as a name is being typed."""
        current = self._current()
        naming = current is not None and current.name.startswith(("name.", "list."))
        same = self._shapes() == list(self._parts)
        if not same and not naming:
            self._build()
            return
        if same:
            self._show_outcome()
        self.resized.emit()

    def _show_outcome(self) -> None:
        for block in self.rounds:
            block.refresh()
        self.foot.refresh()

    # --- its fields

    def focus(self, name: str) -> None:
        """Gives the keyboard to the field with a name; to the first one where it is gone."""
        stop = next((one for one in self._seen() if one.name == name), None)
        target = stop or next(iter(self._seen()))
        target.widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(target.widget, QLineEdit):
            target.widget.selectAll()

    def field(self, name: str) -> QWidget:
        """A field by its name, e.g. ``votes.0.1`` for the second name in the first round. Raises KeyError."""
        return {stop.name: stop.widget for stop in self._stops}[name]

    def _seen(self) -> list[Stop]:
        return [stop for stop in self._stops if stop.widget.isVisibleTo(self)]

    def _current(self) -> Stop | None:
        return next((one for one in self._stops if one.widget.hasFocus()), None)
