"""House profile and law of the meeting at hand: one place that reads them, once."""

from functools import cache
from pathlib import Path

from desktop.models.book import Book
from desktop.models.profiles import STANDARD, Profile, ProfileError, choose, law_of, load
from desktop.models.values import Body, Land
from desktop.models.values.law import Law
from desktop.paths import laws_dir, profiles_dir


def profile(book: Book) -> Profile:
    """The profile of the house; the standard one where the user's copy cannot be used."""
    body = body_of(book)
    return _read(body.profile, profiles_dir(book.path.parent)).for_body(body)


def law(book: Book) -> Law:
    """The law for the body of the meeting; the shipped one where the user's copy cannot be used."""
    body = body_of(book)
    return _read_law(body.state, body.classification, laws_dir(book.path.parent))


def body_of(book: Book) -> Body:
    """The Körperschaft of the open meeting."""
    body = book.shelf.value(book.shelf.records[book.meeting.key].parent or "")
    assert isinstance(body, Body)
    return body


@cache
def _read(name: str | None, folder: Path) -> Profile:
    """Read once: a grid must open without waiting for the disk."""
    try:
        return choose(Body(profile=name), folder=folder)
    except ProfileError:
        return load(STANDARD)


@cache
def _read_law(land: Land | None, classification: str | None, folder: Path) -> Law:
    body = Body(state=land, classification=classification)
    try:
        return law_of(body, folder)
    except ProfileError:
        return law_of(body)
