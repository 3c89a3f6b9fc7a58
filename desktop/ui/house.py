"""House profile and law of the meeting at hand: one place that reads them, once."""

from functools import cache
from pathlib import Path

from desktop.models.book import Book
from desktop.models.profiles import STANDARD, Profile, ProfileError, choose, law_of, load
from desktop.models.rules import numbering, publicity
from desktop.models.values import AgendaItem, Body, Land
from desktop.models.values.law import Law
from desktop.paths import laws_dir, profiles_dir
from desktop.text import ui_text as _
from desktop.wording import sentence


def profile(book: Book) -> Profile:
    """The profile of the house; the standard one where the user's copy cannot be used."""
    body = body_of(book)
    return _read(body.profile, profiles_dir(book.path.parent))[0].for_body(body)


def number(book: Book, item: AgendaItem) -> str:
    """The number of an item, perhaps as it was before, as the minutes write it: Ö 5. The window shows Ö and N."""
    style = profile(book).numbering
    agenda = (item if one.key == item.key else one for one in book.meeting.agenda) if style.continuous else ()
    stored = numbering.counted_through(agenda).get(item.key)
    return numbering.printed(stored or item.number, publicity.item_is_public(book.meeting, item), style)


def mention(book: Book, item: AgendaItem) -> str:
    """An item as a sentence of the minutes refers to it: TOP Ö 5; empty where it has no number."""
    found = number(book, item)
    return profile(book).numbering.refer(found) if found else ""


def law(book: Book) -> Law:
    """The law for the body of the meeting; the shipped one where the user's copy cannot be used."""
    return law_for(book, body_of(book))


def law_for(book: Book, body: Body) -> Law:
    """The law for a body of the book; the shipped one where the user's copy cannot be used."""
    return _read_law(body.state, body.classification, laws_dir(book.path.parent))[0]


def problems(book: Book) -> str:
    """What is wrong with the user's copies for the open meeting, in sentences; empty where nothing is."""
    body = body_of(book)
    found = (_read(body.profile, profiles_dir(book.path.parent))[1], law_problem(book, body))
    return " ".join(trouble_words(error) for error in found if error is not None)


def law_problem(book: Book, body: Body) -> ProfileError | None:
    """Why the user's copy of the law for a body cannot be used; None where it can or there is none."""
    return _read_law(body.state, body.classification, laws_dir(book.path.parent))[1]


def trouble_words(error: ProfileError) -> str:
    """What is wrong with a copy, and what serves in its place."""
    return _("{reason} The shipped one serves.", reason=sentence(error))


def read_again() -> None:
    """The user may have changed a copy: what is asked for next is read from the disk."""
    _read.cache_clear()
    _read_law.cache_clear()


def body_of(book: Book) -> Body:
    """The Körperschaft of the open meeting."""
    body = book.shelf.value(book.shelf.records[book.meeting.key].parent or "")
    assert isinstance(body, Body)
    return body


@cache
def _read(name: str | None, folder: Path) -> tuple[Profile, ProfileError | None]:
    """Read once: a grid must open without waiting for the disk."""
    try:
        return choose(Body(profile=name), folder=folder), None
    except ProfileError as error:
        return load(STANDARD), error


@cache
def _read_law(land: Land | None, classification: str | None, folder: Path) -> tuple[Law, ProfileError | None]:
    body = Body(state=land, classification=classification)
    try:
        return law_of(body, folder), None
    except ProfileError as error:
        return law_of(body), error
