"""What a change of the book means for an open vote grid. No Qt."""

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.ui.desk.voting.grid_book import WRITTEN

#: changes in these slots are changes of who takes part
_PRESENCE = frozenset({"attendance", "recusals", "intervals"})
#: fields of a vote that the grid reckons with; the others have a widget of their own, or none here
_COUNTED = frozenset({*WRITTEN, "options", "organization", "at"} - {"verdict"})


def recounted(book: Book, key: str, changed: Changed) -> bool:
    """Whether the numbers of a vote have been changed elsewhere, e.g. by undo."""
    records = book.shelf.records
    touched = [records[one] for one in {*changed.fields, *changed.came} if one in records]
    return (
        bool(changed.fields.get(key, frozenset()) & _COUNTED)
        or key in changed.came
        or key in changed.parents
        or any(record.parent == key for record in touched)
    )


def moved(book: Book, changed: Changed) -> bool:
    """Whether somebody came, went, or may no longer vote."""
    records = book.shelf.records
    touched = [records[key] for key in {*changed.fields, *changed.came, *changed.parents} if key in records]
    return book.meeting.key in changed.parents or any(
        record.slot in _PRESENCE or (record.table == "AgendaItem" and changed.went) for record in touched
    )
