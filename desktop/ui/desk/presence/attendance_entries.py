"""What the attendance list shows of everybody: words and numbers, by faction and group. No widgets here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from desktop.clock import parse_moment
from desktop.export.names import represented
from desktop.models.book import Book
from desktop.models.rules import presence
from desktop.models.rules.presence import HeadCount, Seat
from desktop.models.values import Attendance, AttendanceGroup, AttendanceStatus, Organization
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.presence import chairing
from desktop.ui.desk.presence.attendance_acts import seats_now
from desktop.ui.desk.voting.grid_book import factions, people

#: so many letters of a name are left at least
_LEAST = 6
NBSP = "\N{NO-BREAK SPACE}"

GROUP_WORDS = {
    AttendanceGroup.CHAIR: N_("Chair"),
    AttendanceGroup.MEMBER: N_("Members"),
    AttendanceGroup.DEPUTY: N_("Deputies"),
    AttendanceGroup.ADVISORY: N_("Advisory members"),
    AttendanceGroup.ADMINISTRATION: N_("Administration"),
    AttendanceGroup.MINUTES: N_("Minute-takers"),
    AttendanceGroup.GUEST: N_("Guests"),
    AttendanceGroup.PRESS: N_("Press"),
}
STATUS_WORDS = {
    AttendanceStatus.PRESENT: N_("is present"),
    AttendanceStatus.EXCUSED: N_("excused"),
    AttendanceStatus.UNEXCUSED: N_("unexcused"),
    AttendanceStatus.ABSENT: N_("absent"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a person, or with ``person`` None the heading of a group."""

    text: str
    person: str | None = None
    here: bool = False
    #: from when, since when not, or why not: never cut
    when: str = ""
    #: in the chair, recused
    note: str = ""
    #: whom a deputy stands for
    whom: str = ""
    group: str = ""

    @property
    def shown(self) -> str:
        """As painted."""
        return self.text if self.person is None else self._marked(self.text, self.whom)

    def _marked(self, name: str, whom: str) -> str:
        mark = "✓" if self.here else "–"
        return f"{mark} " + "  · ".join(part for part in (name, self.when, self.note, whom) if part)

    def fitted(self, metrics: QFontMetrics, width: int) -> str:
        """As painted in a width in pixels: whom somebody stands for gives way first, then the name."""
        if self.person is None or metrics.horizontalAdvance(self.shown) <= width:
            return self.shown

        def cut(text: str, line: str) -> str:
            """Shortens a part of a line; one letter's room is spare, as parts are not exactly as wide as the whole."""
            over = metrics.horizontalAdvance(line) - width
            if over <= 0 or not text:
                return text
            room = metrics.horizontalAdvance(text) - over - metrics.averageCharWidth()
            least = metrics.horizontalAdvance(f"{text[:_LEAST]}…")
            return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, least))

        whom = cut(self.whom, self.shown)
        return self._marked(cut(self.text, self._marked(self.text, whom)), whom)

    @property
    def spoken(self) -> str:
        """As read out."""
        if self.person is None:
            return self.text
        there = _("is present") if self.here else _("is not present")
        return ", ".join(part for part in (self.text, self.group, there, self.when, self.note, self.whom) if part)


def count_words(counts: Iterable[HeadCount], names: Mapping[str, str]) -> str:
    """The factions in one line: CDU 5/5  SPD 3/4; a name is not torn from its number."""
    return "   ".join(
        f"{names[one.organization]}{NBSP}{one.entitled}/{one.members}" for one in counts if one.organization
    )


def names_of(groups: Sequence[Organization]) -> dict[str, str]:
    """Short names of factions by key."""
    return {group.key: group.short_name or group.name for group in groups}


def entries(book: Book, directory: Directory, now: datetime) -> list[Entry]:
    """Everybody of the attendance list: by faction who votes, then the rest by group."""
    groups, seats, chair = factions(book), seats_now(book, now), chairing.in_chair(book)
    lines = {line.key: line for line in book.meeting.attendance}
    counts = {one.organization: one for one in presence.head_counts(seats, groups) if one.organization}
    persons = people(book)
    found: list[Entry] = []
    placed: set[str] = set()

    def put(heading: str, name: str, own: list[Seat]) -> None:
        found.append(Entry(heading))
        for seat in own:
            member = persons.get(seat.deputy_for or "")
            whom = represented(member) if member is not None else ""
            found.append(_entry(seat, lines[seat.attendance], directory, name, chair, whom))
        placed.update(seat.attendance for seat in own)

    for key, name in names_of(groups).items():
        own = [seat for seat in seats if seat.faction == key and (seat.votes or seat.deputy_for)]
        if own and key in counts:
            put(f"{name}  {counts[key].entitled}/{counts[key].members}", name, own)
    for group in AttendanceGroup:
        own = [one for one in seats if (one.group or AttendanceGroup.GUEST) is group and one.attendance not in placed]
        if own:
            put(_(GROUP_WORDS[group]), _(GROUP_WORDS[group]), own)
    return found


def _entry(seat: Seat, line: Attendance, directory: Directory, group: str, chair: str | None, whom: str) -> Entry:
    speaker = directory.by_key(seat.person)
    present = line.status is AttendanceStatus.PRESENT
    notes = (_("in the chair") if seat.person == chair else "", _("recused") if seat.recused else "")
    return Entry(
        text=speaker.name if speaker else "?",
        person=seat.person,
        here=seat.here,
        when=_when(line, seat.here) if present else _(STATUS_WORDS[line.status]),
        note=", ".join(filter(None, notes)),
        whom=_("for {name}").format(name=whom) if whom else "",
        group=group,
    )


def _when(line: Attendance, here: bool) -> str:
    """From when, or since when not."""
    last = line.intervals[-1] if line.intervals else None
    stored = (last.from_ if here else last.until) if last else None
    moment = parse_moment(stored) if stored else None
    if moment is None:
        return ""
    time = format_time(moment, "HH:mm")
    return _("from {time}").format(time=time) if here else _("left {time}").format(time=time)
