"""Acts on the agenda: adding, moving, nesting, removing items and their numbers. No widgets here.

While a meeting without an invitation is prepared, numbers follow the order of the agenda. Afterwards the numbers of the
invitation stay: a new item is »5a« or the next free number of its part (desk.md §6).
"""

import re
from collections.abc import Iterable

from desktop.models import queries
from desktop.models.book import Book
from desktop.models.rules import happened, numbering, publicity
from desktop.models.values import AgendaItem, Entry, Event, ItemKind, MeetingState, Paper, ResultClass
from desktop.ui import house

AGENDA = "agenda"
_MENTION = re.compile(r"\b(?:TOP|Tagesordnungspunkt\w*)\s+(?:[ÖN]\s*)?\d")


def counts_by_order(book: Book) -> bool:
    """Whether numbers follow the order of the agenda."""
    return book.meeting.state is MeetingState.PREPARATION and not book.meeting.invitation


def item(book: Book, key: str) -> AgendaItem:
    """An item as it stands."""
    value = book.shelf.value(key)
    assert isinstance(value, AgendaItem)
    return value


def block(book: Book, key: str) -> list[str]:
    """An item with the items below it that follow it, in order."""
    agenda = book.meeting.agenda
    above = numbering.parents(agenda)
    keys = [key]
    for line in agenda[_place(book, key) + 1 :]:
        if above.get(line.key) not in keys:
            break
        keys.append(line.key)
    return keys


def _place(book: Book, key: str) -> int:
    return book.shelf.children(book.meeting.key, AGENDA).index(key)


def _settle_numbers(book: Book) -> None:
    if counts_by_order(book):
        renumber(book)


def renumber(book: Book) -> int:
    """Counts the whole agenda anew; returns how many numbers are others now. References are by key and follow.

    What is written in a text stays as it is, see ``mentions``.
    """
    before = book.meeting.agenda
    for key, number in numbering.renumbered(before).items():
        book.change(key, number=number)
    return sum(old.number != new.number for old, new in zip(before, book.meeting.agenda, strict=True))


def mentions(book: Book) -> int:
    """How many texts of the minutes name an item by its number."""
    texts = (getattr(entry, "text", None) or "" for line in book.meeting.agenda for entry in line.proceedings)
    return sum(bool(_MENTION.search(text)) for text in texts)


def add(book: Book, after: str | None, *, divider: bool = False, name: str = "") -> str:
    """A new item behind another one and all below it, in the same part; at the end without one. Returns its key."""
    agenda = book.meeting.agenda
    before = item(book, after) if after else agenda[-1] if agenda else None
    public = before.public if before else True
    number = None if divider else _number_after(book, before, public)
    index = _place(book, block(book, before.key)[-1]) + 1 if before else 0
    invited = bool(book.meeting.invitation) or book.meeting.state is MeetingState.RUNNING
    supplementary = True if invited and not divider else None
    kind = ItemKind.DIVIDER if divider else None
    new = AgendaItem(number=number, name=name, public=public, kind=kind, supplementary=supplementary)
    with book.step("add.AgendaItem"):
        key = book.add(new, book.meeting.key, AGENDA, index)
        _settle_numbers(book)
    return key


def _number_after(book: Book, before: AgendaItem | None, public: bool) -> str:
    agenda = book.meeting.agenda
    if before is None:
        return numbering.next_number(agenda, public=public)
    parent = numbering.parent_number(before.number)
    last = [line for line in agenda if line.public == public and numbering.parent_number(line.number) == parent][-1:]
    if counts_by_order(book) or (last and last[0].key == before.key):
        return numbering.next_number(agenda, public=public, below=parent)
    return numbering.number_between(agenda, before)


def remove(book: Book, key: str) -> bool:
    """Takes an item off the agenda. Returns whether it is gone.

    Before the meeting it goes with all below it; afterwards it stays, marked as removed, so that nothing is lost and
    no number changes.
    """
    keys = block(book, key)
    early = book.meeting.state in (None, MeetingState.PREPARATION) and not book.meeting.invitation
    if early or item(book, key).kind is ItemKind.DIVIDER:
        with book.step("remove.AgendaItem"):
            for part in reversed(keys):
                book.remove(part)
            _settle_numbers(book)
        return True
    back = item(book, key).result_class is ResultClass.REMOVED
    with book.step("removed_item"):
        for part in keys:
            if not back:
                mark_removed(book, part)
            elif item(book, part).result_class is ResultClass.REMOVED:
                book.change(part, result_class=None, result=None)
    return False


def mark_removed(book: Book, key: str) -> None:
    """An item stays, taken off, in the words of the house."""
    book.change(key, result_class=ResultClass.REMOVED, result=house.profile(book).agenda.result_removed)


def move(book: Book, key: str, by: int) -> bool:
    """Moves an item with all below it before (-1) or behind (+1) its neighbour; False where there is none."""
    keys = book.shelf.children(book.meeting.key, AGENDA)
    moved = block(book, key)
    first, last = _place(book, moved[0]), _place(book, moved[-1])
    if by < 0 and first > 0:
        target = _place(book, _top_of(book, keys[first - 1], key))
    elif by > 0 and last + 1 < len(keys):
        target = _place(book, block(book, keys[last + 1])[-1]) - len(moved) + 1
    else:
        return False
    with book.step("move.AgendaItem"):
        for offset, part in enumerate(moved):
            # Counted without the row that moves: going down, those that follow have already made room.
            book.move(part, target + (offset if by < 0 else len(moved) - 1))
        _settle_numbers(book)
    return True


def _top_of(book: Book, key: str, moving: str) -> str:
    """The first item of the block that ``key`` ends, on the level of the moving one."""
    above = numbering.parents(book.meeting.agenda)
    level = numbering.level(item(book, moving).number)
    while numbering.level(item(book, key).number) > level and key in above:
        if key not in block(book, above[key]):
            break
        key = above[key]
    return key


def nest(book: Book, key: str, by: int) -> bool:
    """Moves an item with all below it one level down (+1, below the item before it) or up (-1).

    False where that cannot be.
    """
    value = item(book, key)
    number = _number_below(book, value) if by > 0 else _number_above(book, value)
    keys = block(book, key)
    deepest = max(numbering.level(item(book, part).number) for part in keys)
    if number is None or (by > 0 and deepest == numbering.MAX_LEVEL):
        return False
    with book.step("nest.AgendaItem"):
        _carry(book, keys, value.number, number, public=value.public)
        _settle_numbers(book)
    return True


def _number_below(book: Book, value: AgendaItem) -> str | None:
    """The next number below the item before this one on its level."""
    agenda = book.meeting.agenda
    parent = numbering.parent_number(value.number)
    before = [line for line in agenda[: _place(book, value.key)] if line.public == value.public and line.number]
    siblings = [line for line in before if numbering.parent_number(line.number) == parent]
    if not siblings or not numbering.steps(siblings[-1].number) or not numbering.steps(value.number):
        return None
    if numbering.level(value.number) == numbering.MAX_LEVEL:
        return None
    return numbering.next_number(agenda, public=value.public, below=siblings[-1].number)


def _number_above(book: Book, value: AgendaItem) -> str | None:
    """The number right behind the item that this one stands below."""
    agenda = book.meeting.agenda
    parent = numbering.parent_number(value.number)
    over = next((line for line in agenda if line.number == parent and line.public == value.public), None)
    if parent is None:
        return None
    if over is None:
        return numbering.next_number(agenda, public=value.public, below=numbering.parent_number(parent))
    return numbering.number_between(agenda, over)


def _carry(book: Book, keys: list[str], old: str | None, new: str | None, *, public: bool) -> None:
    """Gives an item another number and part; what is below it follows."""
    for key in keys:
        own = item(book, key).number
        number = new + own.removeprefix(old) if own and old and new else own
        book.change(key, public=public, number=number)


def toggle_public(book: Book, key: str) -> None:
    """Moves an item with all below it into the other part, under a number of that part."""
    value = item(book, key)
    keys = block(book, key)
    number = numbering.next_number(book.meeting.agenda, public=not value.public) if value.number else None
    with book.step("publicity.AgendaItem"):
        _carry(book, keys, value.number, number, public=not value.public)
        _settle_numbers(book)
        if value.public:
            hide_papers(book, keys)
        else:
            for key in keys:
                keep_closed(book, item(book, key).proceedings)


def keep_closed(book: Book, entries: Iterable[Entry]) -> None:
    """What was written while the public was out stays not public where its item becomes so.

    That the public goes and comes back is for everybody.
    """
    for entry in entries:
        tells = isinstance(entry, Event) and entry.event_type in happened.PUBLICITY
        if publicity.entry_is_public(entry) and not tells:
            book.change(entry.key, public=False)


def hide_papers(book: Book, keys: list[str]) -> None:
    """Papers that only items hold which are public no more are so neither, whatever becomes of the items."""
    papers = {paper for key in keys for paper in item(book, key).papers if paper in book.shelf}
    papers -= {paper for line in book.meeting.agenda if line.public for paper in line.papers}
    meeting = book.meeting.key
    shown = {paper for paper in papers if is_public_paper(book, paper)}
    elsewhere = book.read(lambda db: queries.elsewhere(db, meeting)).papers if shown else ()
    for paper in shown.difference(elsewhere):
        book.change(paper, public=None)


def is_public_paper(book: Book, paper: str) -> bool:
    """Whether a paper that may be gone is there and public."""
    value = book.shelf.value(paper) if paper in book.shelf else None
    return isinstance(value, Paper) and bool(value.public)


def to_end_of_part(book: Book, key: str) -> None:
    """An item with all below it goes behind the last item of its part; it stays where it is the only one."""
    keys = block(book, key)
    order = book.shelf.children(book.meeting.key, AGENDA)
    others = [order.index(line.key) for line in book.meeting.agenda if line.public == item(book, key).public]
    last = max((place for place in others if order[place] not in keys), default=None)
    if last is None:
        return
    below = _place(book, key) < last
    for offset, part in enumerate(keys):
        book.move(part, last if below else last + 1 + offset)


def find(book: Book, typed: str, shown: str | None) -> str | None:
    """The item that »3.2«, »Ö 3.2« or »n1« means; a bare number first in the part of the shown item."""
    text = typed.strip().casefold().replace(" ", "")
    parts: tuple[bool, ...] = (True, False)
    if text[:1] in ("ö", "o", "n"):
        parts, text = ((text[0] != "n"),), text[1:]
    elif shown is not None and not item(book, shown).public:
        parts = (False, True)
    for public in parts:
        for line in book.meeting.agenda:
            if line.public == public and (line.number or "").casefold() == text and text:
                return line.key
    return None
