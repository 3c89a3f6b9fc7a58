"""The moments of a meeting's past in words: when, what was done, and a few of the words it was done to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from desktop.clock import BERLIN
from desktop.models import logbook
from desktop.models.history import Change, Patch, Step, original
from desktop.models.past import Past
from desktop.models.rules.numbering import display
from desktop.models.shelf import Shelf
from desktop.models.values import AgendaItem
from desktop.text import format_time, window_day
from desktop.text import ui_text as _
from desktop.ui.earlier.reading import shortened
from desktop.ui.undo import act_name

#: fields whose words tell a reader what an act was about, the first that has any is shown
_TELLING = (
    "text",
    "resolution",
    "subject",
    "title",
    "name",
    "office",
    "heading",
    "note",
    "announcement",
    "speaker_name",
)
_TIME = re.compile(r"(\d{1,2})[:.]?(\d{2})")


@dataclass(frozen=True, slots=True)
class Moment:
    """One step: its place among the steps of the past, and its words. ``group`` is the row it began or typed into."""

    place: int
    at: datetime
    deed: str
    item: str
    words: str
    group: str | None

    @property
    def searched(self) -> str:
        """What typing in the search line is compared with."""
        return f"{clock(self.at)} {self.deed} {self.item} {self.words}".casefold()


def clock(at: datetime, *, dated: bool = False) -> str:
    """A time of day to the second, with its day where the moments are of several."""
    return format_time(at, "HH:mm:ss") if not dated else f"{window_day(at.date())} {clock(at)}"


def moments(past: Past, keys: frozenset[str], now: Shelf) -> list[Moment]:
    """The steps that touched any of these rows, the newest first."""
    found = []
    for place in range(len(past.steps) - 1, -1, -1):
        step = past.steps[place]
        touched = [change for change in step.changes or () if change.key in keys]
        if touched or place == 0:
            found.append(_moment(place, step, touched, past, now))
    return found


def _moment(place: int, step: Step, touched: Sequence[Change], past: Past, now: Shelf) -> Moment:
    begins_or_types = len(touched) == 1 and step.action.startswith(("add.", "type."))
    group = touched[0].key if begins_or_types else None
    items = dict.fromkeys(past.item_of(change.key) for change in touched)
    item = item_name(next(iter(items)), now) if len(items) == 1 else ""
    return Moment(place, step.at.astimezone(BERLIN), _deed(step), item, _words(touched), group)


def _deed(step: Step) -> str:
    name = act_name(original(step))
    if step.action == "undo":
        return _("Undone: {what}", what=name)
    return _("Brought back: {what}", what=name) if step.action == "redo" else name


def item_name(key: str | None, shelf: Shelf) -> str:
    """The number of an item, else its name; empty for none."""
    value = shelf.value(key) if key is not None and key in shelf else None
    return display(value.number, value.public) or value.name if isinstance(value, AgendaItem) else ""


def _words(touched: Sequence[Change]) -> str:
    put, gone = "", ""
    for change in touched:
        for new, old in _texts(change):
            put, gone = put or new, gone or old
    if put:
        return shortened(put)
    return _("deleted: {words}", words=shortened(gone)) if gone else ""


def _texts(change: Change) -> Iterator[tuple[str, str]]:
    """What was put in and what was taken out, as far as it is for reading."""
    if change.field is None:
        row = logbook.row(change.new if change.came else change.old) or {}
        text = next((str(row[name]) for name in _TELLING if row.get(name)), "")
        yield (text, "") if change.came else ("", text)
    elif change.field in _TELLING:
        yield _side(change.new), _side(change.old)


def _side(value: object) -> str:
    return value.middle if isinstance(value, Patch) else value if isinstance(value, str) else ""


def typed_time(text: str) -> time | None:
    """The time that a search line asks for: 1942, 19:42, 9.05; None where it asks for words."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]), 59)


def nearest(found: Sequence[Moment], wanted: time) -> Moment | None:
    """The moment that shows how things stood at a time of day: the last before it, on the day where that is closest."""

    def gap(moment: Moment) -> float:
        return (datetime.combine(moment.at.date(), wanted, BERLIN) - moment.at).total_seconds()

    before = [moment for moment in found if gap(moment) >= 0]
    return min(before, key=gap) if before else None
