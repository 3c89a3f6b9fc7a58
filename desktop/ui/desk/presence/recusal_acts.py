"""Bias as acts on the book: who takes no part in an item, and who does all the same. No widgets here."""

from datetime import datetime

from desktop.models.book import Book
from desktop.models.values import AgendaItem, Ballot, Choice, Event, EventType, Recusal, Speech, TextEntry
from desktop.ui import house
from desktop.ui.desk.presence.attendance_acts import note
from desktop.ui.desk.procedure.course import running_item
from desktop.ui.desk.writing import add_entry

_VOTED = (Choice.YES, Choice.NO, Choice.ABSTENTION)


def recusal_of(item: AgendaItem, person: str) -> Recusal | None:
    """A person's recusal in an item."""
    return next((recusal for recusal in item.recusals if recusal.person == person), None)


def recuse(book: Book, person: str, item: str, now: datetime, reason: str | None = None) -> bool:
    """Takes somebody out of an item for bias, or lets them in again; returns whether they are out now.

    The paragraph and whether they leave the room are those of the law. In the running item an entry says so; what is
    set ahead is told when the item is called.
    """
    value = book.shelf.value(item)
    assert isinstance(value, AgendaItem)
    known = [recusal.key for recusal in value.recusals if recusal.person == person]
    running = running_item(book)
    with book.step("change.Recusal"):
        if known:
            for key in (*known, *(one.key for one in value.proceedings if tells_recusal(one, person))):
                book.remove(key)
            return False
        law = house.law(book).recusal
        basis = law.paragraph or None
        made = Recusal(person=person, legal_basis=basis, left_room=law.leaves_room, reason=reason or None)
        book.add(made, item, "recusals")
        if running is not None and running.key == item:
            note(book, EventType.RECUSAL, person, now, item)
    return True


def move(book: Book, recusal: Recusal, before: str, item: str, now: datetime) -> None:
    """A recusal belongs to another item; in the running one an entry tells of it, in the one before none any more."""
    old, running = book.shelf.value(before), running_item(book)
    assert isinstance(old, AgendaItem)
    with book.step("change.Recusal"):
        for told in (one.key for one in old.proceedings if tells_recusal(one, recusal.person)):
            book.remove(told)
        book.move(recusal.key, len(book.shelf.children(item, "recusals")), item, "recusals")
        if running is not None and running.key == item:
            note(book, EventType.RECUSAL, recusal.person, now, item)


def tells_recusal(entry: object, person: str) -> bool:
    """Whether an entry tells of a recusal and has no words of its own."""
    return (
        isinstance(entry, Event)
        and entry.event_type is EventType.RECUSAL
        and entry.person == person
        and entry.text is None
    )


def toggle_room(book: Book, person: str, item: str) -> bool | None:
    """Whether who is recused leaves the room, the other way round; None where they are not recused."""
    value = book.shelf.value(item)
    recusal = recusal_of(value, person) if isinstance(value, AgendaItem) else None
    if recusal is None:
        return None
    book.change(recusal.key, left_room=not recusal.left_room)
    return not recusal.left_room


def state_nobody(book: Book, item: str, at: str) -> str | None:
    """»Kein Mitglied erklärt sich für befangen«, as the law words it; the key of the entry, None without words."""
    text = house.law(book).recusal.none_declared
    return add_entry(book, TextEntry(text=text, at=at), item) if text else None


def taking_part(book: Book, key: str) -> str | None:
    """Who is recused and takes part all the same with this speech or ballot; the key of the person."""
    row = book.shelf.value(key)
    if isinstance(row, Speech) and not row.prepared:
        person, item = row.speaker, book.shelf.value(book.shelf.records[key].parent or "")
    elif isinstance(row, Ballot) and row.choice in _VOTED:
        vote = book.shelf.records[key].parent or ""
        person, item = row.person, book.shelf.value(book.shelf.records[vote].parent or "")
    else:
        return None
    recused = isinstance(item, AgendaItem) and any(recusal.person == person for recusal in item.recusals)
    return person if recused else None
