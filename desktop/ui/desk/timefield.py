"""A field for a time of day: 18:42, 1842 or 18.42; stored with the day and the offset it belongs to."""

import re
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import BERLIN, parse_moment, stamp
from desktop.text import format_time
from desktop.ui.parts.plaintext import PlainLine

_TIME = re.compile(r"\s*([01]?\d|2[0-3])[:. ]?([0-5]\d)?\s*(?:Uhr)?\s*$", re.IGNORECASE)


def moment_from(typed: str, day: datetime) -> datetime | None:
    """The moment that a typed time of day means on a day; None where it is none."""
    match = _TIME.match(typed)
    if match is None:
        return None
    return datetime(day.year, day.month, day.day, int(match[1]), int(match[2] or 0), tzinfo=BERLIN)


class TimeField(PlainLine):
    """Shows and takes a time of day; what is no time is shown again as it was."""

    #: the stored time, None for an emptied field
    timed = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._now = now
        self._stored: str | None = None
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 9 + 12)
        self.editingFinished.connect(self._finish)

    def show_time(self, stored: str | None) -> None:
        """Shows a stored time."""
        self._stored = stored
        moment = parse_moment(stored) if stored else None
        self.set_text(format_time(moment, "HH:mm") if moment else "")

    def _finish(self) -> None:
        before = self._stored
        if not self.text().strip():
            if before is not None:
                self.timed.emit(None)
            return
        shown = parse_moment(before) if before else None
        typed = moment_from(self.text(), shown or self._now())
        if typed is None:
            self.show_time(before)
        elif shown is None or (typed.hour, typed.minute) != (shown.hour, shown.minute):
            self.show_time(stamp(typed))
            self.timed.emit(self._stored)
