"""The house profile of the meeting at hand: one place that reads it, once."""

from functools import cache
from pathlib import Path

from desktop.models.book import Book
from desktop.models.profiles import STANDARD, Profile, ProfileError, choose, load
from desktop.models.values import Body
from desktop.paths import profiles_dir


def profile(book: Book) -> Profile:
    """The profile of the house; the standard one where the user's copy cannot be used."""
    body = book.shelf.value(book.shelf.records[book.meeting.key].parent or "")
    assert isinstance(body, Body)
    return _read(body.profile, profiles_dir(book.path.parent)).for_body(body)


@cache
def _read(name: str | None, folder: Path) -> Profile:
    """Read once: a grid must open without waiting for the disk."""
    try:
        return choose(Body(profile=name), folder=folder)
    except ProfileError:
        return load(STANDARD)
