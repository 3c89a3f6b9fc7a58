"""A meeting then and now, piece by piece, and how a piece is brought back: entries, items, lines of attendance, the
meeting's own fields. What is brought back is an act like any other: what it replaces stays in undo and history."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import IntEnum, StrEnum
from typing import Any

from desktop.models.book import Book
from desktop.models.past import Past
from desktop.models.rows import decode
from desktop.models.rules import numbering
from desktop.models.shelf import Shelf, references
from desktop.models.values import AgendaItem, Correction, Entry, Meeting, Objection, Publicity, Row
from desktop.models.visible import without_references

#: what is compared part by part; any other row is a piece with all below it
_OPEN = {
    "Meeting": ("attendance", "opening", "agenda", "closing", "files"),
    "AgendaItem": ("proceedings", "recusals", "files"),
}


class Fate(StrEnum):
    """What became of a piece since then."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """``key`` then and ``now``: the same row, but where the entry was made another kind of entry since."""

    key: str
    table: str
    fate: Fate
    now: str


def piece(then: Shelf, now: Shelf, key: str, key_now: str | None = None) -> Piece:
    """One row then and now, by itself; of items and meetings their own fields, of any other all below it too."""
    other = key_now or key
    if key not in then:
        return Piece(other, now.records[other].table, Fate.NEW, other)
    table = then.records[key].table
    if other not in now:
        return Piece(key, table, Fate.GONE, other)
    return Piece(key, table, _fate(then, now, key, other), other)


def pieces(then: Shelf, now: Shelf, root: str) -> Iterator[Piece]:
    """A row and the pieces it has or had, in the order of now; what is gone stands behind what it stood behind."""
    found = piece(then, now, root)
    yield found
    if found.fate in (Fate.GONE, Fate.NEW):
        return
    for slot in _OPEN.get(found.table, ()):
        before, after = then.children(root, slot), now.children(root, slot)
        moved = _moved(before, after)
        for key in _merged(before, after):
            if key in moved and then.value(key) == now.value(key):
                yield Piece(key, then.records[key].table, Fate.MOVED, key)
            else:
                yield from pieces(then, now, key)


def _fate(then: Shelf, now: Shelf, key: str, other: str) -> Fate:
    one, two = then.records[key], now.records[other]
    same = one.data == two.data if one.table in _OPEN else then.value(key) == now.value(other)
    if not same:
        return Fate.CHANGED
    return Fate.SAME if one.parent == two.parent else Fate.MOVED


def _merged(before: Sequence[str], after: Sequence[str]) -> list[str]:
    found, known = list(after), set(after)
    for place, key in enumerate(before):
        if key not in known:
            found.insert(found.index(before[place - 1]) + 1 if place else 0, key)
            known.add(key)
    return found


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Those that changed their place among those that stayed."""
    stayed = set(before) & set(after)
    one, two = [key for key in before if key in stayed], [key for key in after if key in stayed]
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return stayed - {key for block in blocks for key in one[block.a : block.a + block.size]}


def newer(then: Shelf, now: Shelf, root: str) -> int:
    """How many pieces directly below a row go when it is brought back as a whole."""
    slots = _OPEN.get(now.records[root].table, ()) if root in now else ()
    return sum(key not in then for slot in slots for key in now.children(root, slot))


class Brought(IntEnum):
    """What came of bringing back; false where nothing could be done."""

    NOTHING = 0
    DONE = 1
    #: done, and what became non-public since then, or was written behind closed doors, stayed so
    CLOSED = 2


def bring_back(
    book: Book, past: Past, what: Piece, at: str, *, whole: bool = False, finish: Callable[[], None] | None = None
) -> Brought:
    """Makes a piece what it was then, as one step named after the time ``at``.

    An item that is still there gets its own fields back, with ``whole`` all that stood below it; what came there from
    elsewhere stays, anything newer goes. Any other row, and one that is gone, comes back with all below it. Persons,
    organizations and papers that the book has no more are not named again. Nothing that became non-public since then
    becomes public with it, nor what was said in an item that was non-public then. An item whose number was given away
    has the next free one. ``finish`` is done within the step, when all is back.
    """
    then = past.shelf
    parent = then.records[what.key].parent if what.key in then else None
    if parent is None or (what.key not in book.shelf and parent not in book.shelf):
        return Brought.NOTHING
    book.fetch_papers([key for key in references(then.value(what.key)) if key not in then])
    back = _Return(book, then, past.removed(), then.records.keys() | book.shelf.records.keys())
    before = book.steps
    with book.step("bring_back", at=at):
        back.restore(what.key, whole=whole)
        back.settle(what.key)
        if what.now != what.key and what.now in book.shelf and what.key in book.shelf:
            book.remove(what.now)
        back.number_anew()
        if finish is not None:
            finish()
    if book.steps == before:
        return Brought.NOTHING
    return Brought.CLOSED if back.kept_closed else Brought.DONE


@dataclass(slots=True)
class _Return:
    """``removed`` are rows that are gone, as columns, as they were last; ``present`` is what may be referred to."""

    book: Book
    then: Shelf
    removed: Mapping[str, Mapping[str, Any]]
    present: Collection[str]
    kept_closed: bool = False
    items: list[str] = field(default_factory=list)

    def restore(self, key: str, *, whole: bool) -> None:
        """The row, its fields and what is below; not its place, where it is there."""
        row = self._bare(key)
        if row is None:
            return
        record, now = self.then.records[key], self.book.shelf.records.get(key)
        if isinstance(row, AgendaItem):
            self.items.append(key)
        elif isinstance(row, Entry) and row.public is not False and self._comes_out(key):
            row, self.kept_closed = replace(row, public=False), True
        if now is None:
            last = self.removed.get(key, {})
            closed = {name: decode(record.shape.columns[name], last[name]) for name in self._closed(row, last)}
            self.book.add(replace(row, **closed), record.parent, record.slot, _place(self.then, self.book.shelf, key))
        else:
            kept = self._closed(row, now.data)
            wanted = {name: getattr(row, name) for name in record.data if name not in kept}
            self.book.change(key, **{name: value for name, value in wanted.items() if now.data[name] != value})
        if whole or now is None or record.table not in _OPEN:
            for slot in record.shape.slots:
                self._restore_slot(key, slot)

    def _bare(self, key: str) -> Row | None:
        """The row as it was, nothing below, without references to what is gone; None where it needs one of them."""
        below: dict[str, Any] = dict.fromkeys(self.then.records[key].shape.slots, ())
        return without_references(replace(self.then.value(key), **below), self.present)

    def _closed(self, row: Row, last: Mapping[str, Any]) -> tuple[str, ...]:
        """The fields that stay as they were ``last`` because the row became non-public."""
        found: tuple[str, ...] = ()
        if isinstance(row, Meeting):
            remarks = ("objections", "corrections")
            found = tuple(name for name in remarks if _hidden(last[name]) - _hidden(getattr(row, name)))
            if last["publicity"] is Publicity.NONPUBLIC is not row.publicity:
                found += ("publicity",)
        elif last.get("public") in (False, 0) and getattr(row, "public", False) is not False:
            found = ("public", "number") if isinstance(row, AgendaItem) else ("public",)
        self.kept_closed |= bool(found)
        return found

    def _comes_out(self, key: str) -> bool:
        """Whether an entry was written where nobody listened, and comes where everybody reads."""
        parent, now = self.then.records[key].parent, self.book.shelf
        if _is_open(self.then, parent) or not _is_open(now, parent):
            return False
        return key not in now or self.then.value(key) != now.value(key)

    def number_anew(self) -> None:
        """Items that came back have numbers of their own."""
        for key in self.items:
            agenda = self.book.meeting.agenda
            one = next(item for item in agenda if item.key == key)
            taken = {item.number for item in agenda if item.public == one.public and item.key != key}
            if one.number and one.number in taken:
                below = numbering.parent_number(one.number)
                self.book.change(key, number=numbering.next_number(agenda, public=one.public, below=below))

    def _restore_slot(self, key: str, slot: str) -> None:
        for child in self.book.shelf.children(key, slot):
            if child not in self.then:
                self.book.remove(child)
        before = self.then.children(key, slot)
        for child in before:
            self.restore(child, whole=True)
        now = self.book.shelf.children(key, slot)
        astray = (set(before) - set(now)) | _moved(before, now)
        for child in before:
            if child in astray:
                self.settle(child)

    def settle(self, key: str) -> None:
        """Puts a row where it stood, if it stands elsewhere."""
        if key not in self.book.shelf:
            return
        record, now = self.then.records[key], self.book.shelf.records[key]
        if record.parent not in self.book.shelf:
            return
        before = self.then.children(record.parent, record.slot)
        after = self.book.shelf.children(record.parent, record.slot)
        same_slot = (record.parent, record.slot) == (now.parent, now.slot)
        if not same_slot or _above(key, before, after) != _above(key, after, before):
            self.book.move(key, _place(self.then, self.book.shelf, key), record.parent, record.slot)


def _is_open(shelf: Shelf, key: str | None) -> bool:
    """Whether a row and all above it are public."""
    while key is not None and key in shelf:
        record = shelf.records[key]
        if record.data.get("public") is False or record.data.get("publicity") is Publicity.NONPUBLIC:
            return False
        key = record.parent
    return True


def _hidden(remarks: Sequence[Objection | Correction]) -> set[Objection | Correction]:
    return {one for one in remarks if one.public is False}


def _above(key: str, here: Sequence[str], there: Sequence[str]) -> set[str]:
    """What stands before a row, of that which stands there too."""
    return set(here[: here.index(key)]) & set(there)


def _place(then: Shelf, now: Shelf, key: str) -> int:
    """Where a row belongs among those that are there: behind the nearest that it stood behind."""
    record = then.records[key]
    before = then.children(record.parent, record.slot)
    others = [one for one in now.children(record.parent, record.slot) if one != key]
    return next((others.index(one) + 1 for one in reversed(before[: before.index(key)]) if one in others), 0)
