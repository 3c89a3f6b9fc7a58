"""Bias as acts on the book: who takes no part in an item, and who does all the same. No widgets here."""

from collections.abc import Iterator
from datetime import datetime

from desktop.models.book import Book
from desktop.models.values import AgendaItem, Choice, Event, EventType, Recusal, Speech, TextEntry, Vote
from desktop.ui import house
from desktop.ui.desk.attendance_acts import note
from desktop.ui.desk.course import running_item

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
    return book.add(TextEntry(text=text, at=at), item, "proceedings") if text else None


def taking_part(item: AgendaItem) -> tuple[set[str], set[str]]:
    """The recused who speak in the item and those who vote in it all the same; keys of persons."""
    recused = {recusal.person for recusal in item.recusals}
    speakers = {entry.speaker for entry in item.proceedings if isinstance(entry, Speech) and not entry.prepared}
    return recused & speakers, recused & set(_voters(item))


def _voters(item: AgendaItem) -> Iterator[str]:
    """Who voted by name, in votes that count."""
    votes = [entry for entry in item.proceedings if isinstance(entry, Vote)]
    void = {vote.voids for vote in votes}
    for vote in votes:
        if vote.key not in void:
            yield from (ballot.person for ballot in vote.ballots if ballot.choice in _VOTED)
