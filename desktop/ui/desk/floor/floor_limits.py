"""The time to speak in the item at hand, for one turn and for a faction; empty is what the house profile says."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.book import Book
from desktop.text import ui_text as _
from desktop.ui.desk.floor import floor_acts as acts
from desktop.ui.desk.floor.floor_state import FloorState
from desktop.ui.desk.keyfields import CountField
from desktop.ui.theme import Label


class FloorLimits(QWidget):
    """Two numbers of minutes."""

    #: text that was typed blindly
    blindText = Signal(str)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._item: str | None = None
        self._turn, self._faction = CountField(None, self), CountField(None, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        help_text = _("For this item only; empty: as in the house profile, 0: no limit")
        fields = (
            (_("min/turn"), _("Minutes per turn"), self._turn, "minutes"),
            (_("Faction"), _("Minutes per faction"), self._faction, "faction_minutes"),
        )
        for short, words, field, name in fields:
            label = Label(short, colour="muted", parent=self)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setAccessibleDescription(help_text)
            field.setToolTip(help_text)
            field.settled.connect(lambda count, name=name: self._set(name, count))
            field.blind.connect(self.blindText)
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch()

    def show_state(self, state: FloorState) -> None:
        """Shows the limits of an item; what is being typed stays."""
        own, times = state.own, state.times
        fields = (
            (self._turn, own.minutes if own else None, times.limit_minutes),
            (self._faction, own.faction_minutes if own else None, times.faction_minutes),
        )
        for field, count, usual in fields:
            field.setPlaceholderText(str(usual) if usual else "–")
            if state.item != self._item or not field.is_pending:
                field.show_count(count)
        self._item = state.item

    def _set(self, name: str, count: int | None) -> None:
        if self._item is not None:
            acts.set_limit(self._book, self._item, name, count)
