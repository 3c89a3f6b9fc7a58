"""Lines for a day and a time of day in a form: typed as people write them, the arrow keys go up and down."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.clock import BERLIN
from desktop.text import format_time, window_date
from desktop.ui.desk.timefield import moment_from
from desktop.ui.parts.dates import read_date
from desktop.ui.parts.plaintext import PlainLine

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_MINUTES = 15


class DayLine(PlainLine):
    """A day: 22.11.2026, 22.11.26, 22112026; ↑ is the day after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.editingFinished.connect(lambda: self.set_day(self.day()))

    def day(self) -> date | None:
        """The day that stands there; None where it cannot be read."""
        return read_date(self.typed())

    def set_day(self, day: date | None) -> None:
        """Shows a day; without one what was typed stays."""
        if day is not None:
            self.set_text(window_date(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the day after and before."""
        day, step = self.day(), _STEPS.get(Qt.Key(event.key()))
        if step is not None and day is not None and date.min < day < date.max:
            self.set_day(day + timedelta(days=step))
        else:
            super().keyPressEvent(event)


class TimeLine(PlainLine):
    """A time of day: 18:00, 1800, 18; ↑ is a quarter of an hour later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.editingFinished.connect(lambda: self.set_time(self.on(_ANY_DAY)))

    def on(self, day: date) -> datetime | None:
        """The time that stands there on a day, in local time; None where it cannot be read."""
        return moment_from(self.typed(), datetime(day.year, day.month, day.day, tzinfo=BERLIN))

    def set_time(self, time: datetime | None) -> None:
        """Shows the time of a moment; without one what was typed stays."""
        if time is not None:
            self.set_text(format_time(time, "HH:mm"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go a quarter of an hour on and back."""
        time, step = self.on(_ANY_DAY), _STEPS.get(Qt.Key(event.key()))
        if step is not None and time is not None:
            self.set_time(time + timedelta(minutes=step * _MINUTES))
        else:
            super().keyPressEvent(event)


#: times without a day; none on which the clock changes
_ANY_DAY = date(2026, 1, 15)
