"""Acts on the agenda: adding, moving, nesting, removing items and their numbers. No widgets here.

While a meeting without an invitation is prepared, numbers follow the order of the agenda. Afterwards the numbers of the
invitation stay: a new item is »5a« or the next free number of its part (desk.md §6).
"""

from dataclasses import replace

from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem, ItemKind, MeetingState, ResultClass

AGENDA = "agenda"
#: goes into the minutes, so it is German whatever the language of the window
REMOVED = "abgesetzt"


def counts_by_order(book: Book) -> bool:
    """Whether numbers follow the order of the agenda."""
    return book.meeting.state is MeetingState.PREPARATION and not book.meeting.invitation


def item(book: Book, key: str) -> AgendaItem:
    """An item as it stands."""
    value = book.shelf.value(key)
    assert isinstance(value, AgendaItem)
    return value


def block(book: Book, key: str) -> list[str]:
    """An item with all items below it, in order."""
    agenda = book.meeting.agenda
    above = numbering.parents(agenda)
    keys = [key]
    for line in agenda:
        if above.get(line.key) in keys:
            keys.append(line.key)
    return keys


def _place(book: Book, key: str) -> int:
    return book.shelf.children(book.meeting.key, AGENDA).index(key)


def _settle_numbers(book: Book) -> None:
    if counts_by_order(book):
        renumber(book)


def renumber(book: Book) -> None:
    """Counts the whole agenda anew; references are by key and follow by themselves."""
    for key, number in numbering.renumbered(book.meeting.agenda).items():
        book.change(key, number=number)


def add(book: Book, after: str | None, *, divider: bool = False) -> str:
    """A new item behind another one and all below it, in the same part; at the end without one. Returns its key."""
    agenda = book.meeting.agenda
    before = item(book, after) if after else agenda[-1] if agenda else None
    public = before.public if before else True
    number = None if divider else _number_after(book, before, public)
    index = _place(book, block(book, before.key)[-1]) + 1 if before else 0
    supplementary = True if book.meeting.invitation and not divider else None
    kind = ItemKind.DIVIDER if divider else None
    new = AgendaItem(number=number, name="", public=public, kind=kind, supplementary=supplementary)
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
    if book.meeting.state in (None, MeetingState.PREPARATION) and not book.meeting.invitation:
        with book.step("remove.AgendaItem"):
            for part in reversed(keys):
                book.remove(part)
            _settle_numbers(book)
        return True
    back = item(book, key).result_class is ResultClass.REMOVED
    with book.step("removed_item"):
        for part in keys:
            book.change(part, result_class=None if back else ResultClass.REMOVED, result=None if back else REMOVED)
    return False


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
    """The item above ``key`` on the level of the moving one."""
    above = numbering.parents(book.meeting.agenda)
    level = numbering.level(item(book, moving).number)
    while numbering.level(item(book, key).number) > level and key in above:
        key = above[key]
    return key


def nest(book: Book, key: str, by: int) -> bool:
    """Moves an item one level down (+1, below the item before it) or up (-1); False where that cannot be."""
    agenda = book.meeting.agenda
    value = item(book, key)
    if by > 0:
        before = [line for line in agenda[: _place(book, key)] if line.public == value.public and line.number]
        parent = numbering.parent_number(value.number)
        siblings = [line for line in before if numbering.parent_number(line.number) == parent]
        above = siblings[-1] if siblings else None
        if above is None or not numbering.steps(above.number) or numbering.level(above.number) == numbering.MAX_LEVEL:
            return False
        number = numbering.next_number(agenda, public=value.public, below=above.number)
    else:
        parent = numbering.parent_number(value.number)
        if parent is None:
            return False
        over = next(line for line in agenda if line.number == parent and line.public == value.public)
        number = numbering.number_between(agenda, over)
    with book.step("nest.AgendaItem"):
        book.change(key, number=number)
        _settle_numbers(book)
    return True


def toggle_public(book: Book, key: str) -> None:
    """Moves an item with all below it into the other part, under a number of that part."""
    value = item(book, key)
    keys = block(book, key)
    number = numbering.next_number(book.meeting.agenda, public=not value.public) if value.number else None
    with book.step("publicity.AgendaItem"):
        for part in keys:
            own = item(book, part).number
            new = number + own.removeprefix(value.number or "") if number and own and value.number else own
            book.change(part, public=not value.public, number=new)
        _settle_numbers(book)


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


def blank_item(value: AgendaItem) -> bool:
    """Whether an item holds nothing at all, as after adding one by mistake."""
    kept = replace(value, key="", id=None, number=None, public=True, kind=None, supplementary=None)
    return kept == AgendaItem()
