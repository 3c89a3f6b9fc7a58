"""Acts on the list of speakers, as rows of the book below the meeting. No widgets here."""

from datetime import datetime
from typing import Any

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.rules import floor
from desktop.models.values import Speech
from desktop.models.values.aside import FloorLimit, SpeakerTurn
from desktop.ui.desk.names.speakers import Speaker

TURNS = "speaker_turns"
LIMITS = "floor_limits"


def turns(book: Book) -> list[SpeakerTurn]:
    """All turns of the meeting, in order."""
    values = (book.shelf.value(key) for key in book.shelf.children(book.meeting_key, TURNS))
    return [value for value in values if isinstance(value, SpeakerTurn)]


def turns_of(book: Book, item: str | None) -> list[SpeakerTurn]:
    """The turns of an item, in order."""
    return [turn for turn in turns(book) if turn.item == item]


def turn(book: Book, key: str) -> SpeakerTurn:
    """A turn as it stands."""
    value = book.shelf.value(key)
    assert isinstance(value, SpeakerTurn)
    return value


def add(book: Book, item: str, speaker: Speaker | str, now: datetime, *, point_of_order: bool = False) -> str:
    """Somebody asks for the floor: at the end, a point of order before all others. A text is the name of a guest."""
    known = speaker if isinstance(speaker, Speaker) else None
    value = SpeakerTurn(
        person=known.key if known else None,
        name=None if isinstance(speaker, Speaker) else speaker,
        on_behalf_of=known.faction if known else None,
        item=item,
        point_of_order=True if point_of_order else None,
        at=stamp(now),
    )
    return book.add(value, book.meeting_key, TURNS)


def shift(book: Book, key: str, by: int) -> bool:
    """One who waits changes places with the neighbour; False at the end and between a point of order and the rest."""
    own = turn(book, key)
    line = [one for one in floor.waiting(turns_of(book, own.item)) if one.point_of_order == own.point_of_order]
    places = [one.key for one in line]
    place = places.index(key) + by if key in places else -1
    if not 0 <= place < len(places):
        return False
    others = [one for one in book.shelf.children(book.meeting_key, TURNS) if one != key]
    book.move(key, others.index(places[place]) + (by > 0))
    return True


def current(book: Book) -> SpeakerTurn | None:
    """The turn that goes on, in whatever item."""
    return floor.speaking(turns(book))


def begin(book: Book, key: str, entry: str | None, now: str) -> None:
    """A turn begins, the one that went on ends; ``entry`` is the speech begun with it."""
    with book.step("next_speech"):
        end(book, now)
        book.change(key, begun=now, entry=entry)


def end(book: Book, now: str) -> SpeakerTurn | None:
    """The turn that goes on ends, and with it its speech; returns it as it was, None where nobody spoke."""
    going = current(book)
    if going is not None:
        with book.step("end_turn"):
            book.change(going.key, ended=now)
            entry = book.shelf.value(going.entry) if going.entry and going.entry in book.shelf else None
            if isinstance(entry, Speech) and entry.until is None:
                book.change(entry.key, until=now)
    return going


def toggle_clock(book: Book, now: datetime) -> SpeakerTurn | None:
    """Stops the clock or lets it go on; returns the turn as it stands then, None where nobody speaks."""
    going = current(book)
    if going is None:
        return None
    with book.step("stop_clock" if going.begun else "go_on_clock"):
        if going.begun is None:
            book.change(going.key, begun=stamp(now))
        else:
            spent = floor.seconds(going, now, floor.pauses(book.meeting))
            book.change(going.key, begun=None, spoken=spent)
    return turn(book, going.key)


def limit_of(book: Book, item: str | None) -> FloorLimit | None:
    """What was set for an item, or for the meeting by its own key; None where nothing was."""
    values = (book.shelf.value(key) for key in book.shelf.children(book.meeting_key, LIMITS))
    return next((value for value in values if isinstance(value, FloorLimit) and value.item == item), None)


def set_limit(book: Book, item: str, field: str, minutes: int | None) -> None:
    """Sets ``minutes`` or ``faction_minutes`` of an item or of the meeting; 0 is without limit, None as around it."""
    own = limit_of(book, item)
    with book.step("change.FloorLimit"):
        key = own.key if own is not None else book.add(FloorLimit(item=item), book.meeting_key, LIMITS)
        changed: dict[str, Any] = {field: minutes}
        book.change(key, **changed)
