"""What is being typed: the hall reads it as it was before, until the field is left. No Qt.

Half a name is nobody's, so that no filter knows it, and half a number is another one: neither may ever be shown. What
undo leaves may be such a half, and what it took is no longer true: the hall reads neither, until a field is left.
"""

from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from desktop.models.book import Book
from desktop.models.history import REDO, UNDO
from desktop.models.journal import Changed
from desktop.models.values import AgendaItem, Row

R = TypeVar("R", bound=Row)

#: rows that can be seen in the hall, with what is typed in them or in rows below them
_TYPED = frozenset(
    {"Meeting", "AgendaItem", "Motion", "Vote", "Election", "Event", "Paper", "Person", "Organization", "Body"}
)
#: what undo may leave half typed
_TEXTS = frozenset(
    {"name", "subtitle", "resolution", "text", "title", "subject", "verdict", "mover_name", "procedural_type", "office"}
    | {"family_name", "given_name", "public_name", "proposed_resolution"}
)
#: their children are seen on their own, or not at all
_ROOMY = frozenset({"Meeting", "AgendaItem", "Body"})
#: acts of the vote grid and of the form of an election: each key is one of them
_COUNTING = frozenset({"change.Vote", "change.Election"})
_COUNTED = frozenset({"Vote", "Election"})
#: what hides something counts at once
HIDING = frozenset({"public", "protected", "publicity", "papers", "prepared", "on"})
_HIDDEN_FROM = "⟦"
#: with it, what was counted until then is done
CALLED = "call_item"


class Typed:
    """The fields in which somebody types, the ballots that are counted, and what the hall read of each row last."""

    def __init__(self) -> None:
        self._open: dict[str, set[str]] = {}
        self._counted: set[str] = set()
        self._rows: dict[str, Row] = {}
        #: how many passages of a text were hidden last, by row and field
        self._marks: dict[tuple[str, str], int] = {}
        #: whether the last act took back that a passage was hidden
        self.unhidden = False

    def note(self, changed: Changed, book: Book) -> bool:
        """Takes in what was done. Returns whether the hall must not go on reading what it does."""
        back = changed.action in (UNDO, REDO)
        self.unhidden = False
        if changed.action == CALLED:
            self._counted.clear()
        fields_ = [(key, name) for key, names in changed.fields.items() for name in names - HIDING]
        less = [self._note_field(book, key, name, typing=changed.typing, back=back) for key, name in fields_]
        if back or changed.action in _COUNTING:
            for key in {*(key for key, _name in fields_), *changed.parents}:
                less.append(self._note_ballot(book, key, back=back))
        return any(less)

    def _note_field(self, book: Book, key: str, name: str, *, typing: bool, back: bool) -> bool:
        top, record = _top(book, key), book.shelf.records.get(key)
        if top is None or record is None or name not in record.data:
            return False
        value, back = record.data[name], back and name in _TEXTS  # of all else an act is done as a whole
        key, name = top[0], top[1] or name
        if typing or back:
            self._open.setdefault(key, set()).add(name)
        before = self._rows.get(key)
        if before is None:
            return False
        old, more = getattr(before, name), False
        if isinstance(value, str):
            read = old.count(_HIDDEN_FROM) if isinstance(old, str) else 0
            marks, known = value.count(_HIDDEN_FROM), max(read, self._marks.get((key, name), 0))
            self._marks[key, name] = marks
            more = bool(old) and marks > read
            self.unhidden |= back and marks < known
        if more or (back and getattr(book.shelf.value(key), name) != old):
            self._rows[key] = replace(before, **{name: _value(None, before, name)})
            return True
        return False

    def _note_ballot(self, book: Book, key: str, *, back: bool) -> bool:
        """Its numbers wait; where they are taken back, what the hall read is no result any more."""
        top = _top(book, key)
        if top is None or book.shelf.records[top[0]].table not in _COUNTED:
            return False
        self._counted.add(top[0])
        return back and self._rows.pop(top[0], None) is not None

    def end(self) -> bool:
        """The field is left: what stands there is done. Returns whether anything was."""
        was = bool(self._open or self._counted)
        self._open.clear()
        self._counted.clear()
        return was

    def forget(self) -> None:
        """The hall reads nothing any more; somebody may be typing still."""
        self._rows.clear()
        self._marks.clear()

    def settled(self, row: R) -> R:
        """The row as the hall may read it."""
        before, names = self._rows.get(row.key), set(self._open.get(row.key, ()))
        if row.key in self._counted:
            names |= {one.name for one in fields(row)} - HIDING - {"key", "id", "at"}
        if names:
            row = replace(row, **{name: _value(before, row, name) for name in names})
        self._rows[row.key] = row
        if isinstance(row, AgendaItem):
            row = replace(row, proceedings=tuple(self.settled(entry) for entry in row.proceedings))
        return row


def _value(before: Row | None, row: Row, name: str) -> Any:
    """What the hall read last, else what nobody has written yet."""
    if before is not None:
        return getattr(before, name)
    default = next(one.default for one in fields(row) if one.name == name)
    return "" if default is MISSING else default


def _top(book: Book, key: str) -> tuple[str, str] | None:
    """The row in which the hall sees another one, and the field of it; the field is empty where both are the same."""
    records, name = book.shelf.records, ""
    while key in records and records[key].table not in _TYPED:
        key, name = records[key].parent or "", records[key].slot
    return None if key not in records or (name and records[key].table in _ROOMY) else (key, name)
