"""What is being typed: the hall reads it as it was before, until the field is left. No Qt.

Half a name is nobody's, so that no filter knows it, and half a number is another one: neither may ever be shown.
"""

from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from desktop.models.book import Book
from desktop.models.history import REDO, UNDO
from desktop.models.journal import Changed
from desktop.models.values import AgendaItem, Election, Row, Vote

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
_COUNTING = {"change.Vote": Vote, "change.Election": Election}
#: what hides something counts at once
HIDING = frozenset({"public", "protected", "publicity", "papers", "prepared", "on"})
_HIDDEN_FROM = "⟦"


class Typed:
    """The fields in which somebody types, and what the hall read of each row last."""

    def __init__(self) -> None:
        self._open: dict[str, set[str]] = {}
        self._rows: dict[str, Row] = {}

    def note(self, changed: Changed, book: Book) -> bool:
        """Takes in what was typed. Returns whether a passage is being hidden by it, so that the old text has to go."""
        kind = _COUNTING.get(changed.action)
        hides = False
        if changed.typing or changed.action in (UNDO, REDO):
            for key, names in changed.fields.items():
                for name in names:
                    hides |= self._hold(book, key, name, whole=changed.typing)
        elif kind is not None:
            numbers = {one.name for one in fields(kind)} - HIDING - {"key", "id", "at"}
            for key in {*changed.fields, *changed.parents}:
                top = _top(book, key)
                if top is not None and book.shelf.records[top[0]].table == kind.__name__:
                    self._open.setdefault(top[0], set()).update(numbers)
        return hides

    def _hold(self, book: Book, key: str, name: str, *, whole: bool) -> bool:
        top = _top(book, key)
        if top is None or name in HIDING:
            return False
        value = book.shelf.records[key].data.get(name)
        if not whole and name not in _TEXTS:
            return False  # an act, done as a whole
        key, name = top[0], top[1] or name
        self._open.setdefault(key, set()).add(name)
        before = self._rows.get(key)
        old = getattr(before, name, None) if before is not None else None
        if isinstance(old, str) and isinstance(value, str) and value.count(_HIDDEN_FROM) > old.count(_HIDDEN_FROM):
            assert before is not None
            self._rows[key] = replace(before, **{name: ""})
            return True
        return False

    def end(self) -> bool:
        """The field is left: what stands there is done. Returns whether anything was."""
        was = bool(self._open)
        self._open.clear()
        return was

    def settled(self, row: R) -> R:
        """The row as the hall may read it."""
        before, names = self._rows.get(row.key), self._open.get(row.key, ())
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
