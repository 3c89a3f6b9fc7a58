"""Marks of an entry: for the record on request, not public, its time, confirmed; and its place. No widgets here."""

from desktop.models.book import Book
from desktop.models.values import AgendaItem, Event, Lead, Speech, TextEntry
from desktop.ui.desk import writing
from desktop.ui.desk.blocks.inserting import resolve_entry
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.presence import attendance_times


def toggle_run_on(book: Book, key: str) -> None:
    """Whether an entry goes on in the paragraph of the entry before."""
    value = writing.entry(book, key)
    if isinstance(value, TextEntry | Speech) and (value.run_on or writing.entry_before(book, key)):
        book.change(key, run_on=None if value.run_on else True)


def toggle_on_request(book: Book, key: str) -> bool:
    """Whether a text or a speech is in the minutes because somebody demanded it; False where there is no such mark."""
    value = writing.entry(book, key)
    if not isinstance(value, TextEntry | Speech):
        return False
    with book.step("on_request"):
        book.change(key, on_request=None if value.on_request else True)
    return True


def toggle_hidden(book: Book, key: str) -> None:
    """Whether an entry is not public; without the mark it is as public as its item."""
    with book.step("entry_public"):
        book.change(key, public=None if writing.entry(book, key).public is False else False)


def stamp_time(book: Book, key: str, at: str) -> None:
    """The entry was now. An event that tells of the attendance list takes that along."""
    with book.step("entry_time"):
        if isinstance(writing.entry(book, key), Event):
            attendance_times.change_event(book, key, from_=at)
        else:
            book.change(key, at=at)


def switch_lead(book: Book, key: str) -> bool:
    """From »Frau Muster erläutert …« to »Frau Muster: …« and back; False where nobody speaks."""
    value = writing.entry(book, key)
    if not isinstance(value, Speech):
        return False
    with book.step("speaker_lead"):
        book.change(key, lead=Lead.SENTENCE if value.lead is Lead.COLON else Lead.COLON)
    return True


def confirm(book: Book, key: str, at: str) -> bool:
    """Makes a prepared entry count from this moment on. Before the meeting nothing is confirmed, and False returned."""
    if writing.is_prepared(book) or not writing.entry(book, key).prepared:
        return False
    with book.step("confirm"):
        _confirm(book, key, at)
    return True


def confirm_all(book: Book, item: str, at: str) -> None:
    """Makes everything that was prepared in an item count."""
    with book.step("confirm_all"):
        for key in writing.entries(book, item):
            if writing.entry(book, key).prepared:
                _confirm(book, key, at)


def _confirm(book: Book, key: str, at: str) -> None:
    resolve_entry(book, key, at)
    if isinstance(writing.entry(book, key), Event):
        book.change(key, prepared=None, from_=at)
    else:
        book.change(key, prepared=None, at=at)


def shift(book: Book, key: str, by: int) -> bool:
    """Moves an entry up or down among the entries of its item; False at the end."""
    place = writing.place_of(book, key) + by
    if not 0 <= place < len(writing.siblings(book, key)):
        return False
    book.move(key, place)
    return True


def move_to(book: Book, key: str, item: str) -> None:
    """Moves an entry to the end of another item; from one that is not public it stays not public."""
    source, target = (book.shelf.value(one) for one in (writing.item_of(book, key), item))
    if isinstance(source, AgendaItem) and isinstance(target, AgendaItem) and target.public and not source.public:
        agenda_acts.keep_closed(book, [writing.entry(book, key)])
    book.move(key, len(writing.entries(book, item)), item, writing.PROCEEDINGS)
