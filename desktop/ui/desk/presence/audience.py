"""The public in the room: who goes when it is excluded, and who stays (desk.md §5). No widgets here."""

from desktop.export.names import address
from desktop.models.book import Book
from desktop.models.rules import presence
from desktop.models.values import Attendance, AttendanceGroup, AttendanceStatus, Interval, Person, TextEntry
from desktop.ui import house
from desktop.ui.desk.writing import add_entry

#: guests are residents, too
_PUBLIC = (AttendanceGroup.GUEST, AttendanceGroup.PRESS)
_MEMBERS = (AttendanceGroup.CHAIR, AttendanceGroup.MEMBER, AttendanceGroup.DEPUTY)


def in_room(book: Book) -> list[Attendance]:
    """Guests, press and residents who are there: their lines in the attendance list."""
    return [line for line in _present(book) if line.group in _PUBLIC]


def _present(book: Book) -> list[Attendance]:
    lines = (line for line in book.meeting.attendance if line.status is AttendanceStatus.PRESENT)
    return [line for line in lines if not line.intervals or _is_open(line.intervals[-1])]


def _is_open(interval: Interval) -> bool:
    return interval.until is None and interval.until_item is None


def send_out(book: Book, item: str | None, now: str) -> None:
    """They go with the public: the list has their times, no entry tells of each."""
    for line in in_room(book):
        ended = presence.departure(line, now, item)
        if ended.key:
            book.change(ended.key, until=now, until_item=item)
        else:
            book.add(ended, line.key, "intervals")


def note_who_stays(book: Book, item: str, now: str, index: int) -> None:
    """An entry that is not public says who is in the room besides the members; none where nobody is."""
    articles = house.profile(book).names.articles
    people = [book.shelf.value(line.person) for line in _present(book) if line.group not in _MEMBERS]
    names = [address(person, articles) for person in people if isinstance(person, Person)]
    if names:
        text = house.profile(book).agenda.staying.format(names=", ".join(names))
        add_entry(book, TextEntry(text=text, at=now, public=False), item, index)
