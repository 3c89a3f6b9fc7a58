"""The time to speak, for one turn and for a faction, in the item at hand or in all the meeting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.models.book import Book
from desktop.models.rules import floor
from desktop.text import ui_text as _
from desktop.ui.desk.floor import floor_acts as acts
from desktop.ui.desk.floor.floor_state import FloorState
from desktop.ui.desk.keyfields import CountField, KeyCheck
from desktop.ui.looks.theme import Label


class FloorLimits(QWidget):
    """Two numbers of minutes, and whether they are those of the whole meeting."""

    #: text that was typed blindly
    blindText = Signal(str)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._state: FloorState | None = None
        self._shown: str | None = None
        self._turn, self._faction = CountField(None, self), CountField(None, self)
        self._whole = KeyCheck(_("for the whole meeting"), self)
        self._whole.toggled.connect(lambda _on: self._refresh())
        self._whole.blind.connect(self.blindText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        help_text = _("Empty: as in the meeting or in the house profile, 0: no limit")
        fields = (
            (_("min/turn"), _("Minutes per turn"), self._turn, "minutes"),
            (_("Faction"), _("Minutes per faction"), self._faction, "faction_minutes"),
        )
        for place, (short, words, field, name) in enumerate(fields):
            label = Label(short, colour="muted", parent=self)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setAccessibleDescription(help_text)
            field.setToolTip(help_text)
            field.settled.connect(lambda count, name=name: self._set(name, count))
            field.blind.connect(self.blindText)
            grid.addWidget(label, 0, 2 * place)
            grid.addWidget(field, 0, 2 * place + 1)
        grid.addWidget(self._whole, 1, 0, 1, 4)
        grid.setColumnStretch(4, 1)

    def show_state(self, state: FloorState) -> None:
        """Shows the limits of an item or of the meeting; what is being typed stays."""
        self._state = state
        self._refresh()

    def _place(self) -> str | None:
        """What the numbers belong to: the meeting or the item."""
        if self._state is None:
            return None
        return self._book.meeting_key if self._whole.isChecked() else self._state.item

    def _refresh(self) -> None:
        state, place = self._state, self._place()
        if state is None:
            return
        own, around = (state.general, None) if self._whole.isChecked() else (state.own, state.general)
        usual = floor.prevailing(around, None)
        fields = (
            (self._turn, own.minutes if own else None, usual.minutes, state.times.limit_minutes),
            (self._faction, own.faction_minutes if own else None, usual.faction_minutes, state.times.faction_minutes),
        )
        for field, count, general, of_house in fields:
            default = of_house if general is None else general
            field.setPlaceholderText(str(default) if default else "–")
            if place != self._shown or not field.is_pending:
                field.show_count(count)
        self._shown = place

    def _set(self, name: str, count: int | None) -> None:
        place = self._place()
        if place is not None:
            acts.set_limit(self._book, place, name, count)
