"""Whatever is done at the desk: nothing that is not public is ever in the room window, at once and afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.export.room import Phase
from desktop.models import edition, protected
from desktop.models.book import Book
from desktop.models.rules import publicity
from desktop.models.values import Edition
from desktop.ui.bus import Bus
from desktop.ui.room import excerpt, standing
from desktop.ui.room.room import Room
from tests.ui.conftest import TestClock
from tests.ui.room.acts import Evening

#: evenings of every run, and of the long loops
FEW, MANY = [0], range(1, 60)


def whole(*arguments: Any) -> Edition:
    """In place of the filter: everything."""
    session, reader, _meeting, attachments, _mark = arguments
    return Edition(reader=reader, session=session, attachments=attachments)


def same(value: Any, *_: Any) -> Any:
    return value


#: what keeps the hall from seeing it, and what stands in its place when it is off
FILTERS: dict[str, tuple[Any, str, Any]] = {
    "the edition": (excerpt, "make_edition", whole),
    "stubs of items": (edition, "_stub", lambda item: replace(item, public=True)),
    "public entries": (publicity, "entry_is_public", lambda *_: True),
    "public papers": (publicity, "paper_is_public", lambda *_: True),
    "passages": (edition, "redact", same),
    "names in texts": (protected.Names, "replaced", lambda _self, text: text),
    "protected persons": (protected.Names, "shown", lambda _self, person: person),
    "where the meeting stands": (standing, "phase_of", lambda _book: Phase.RUNNING),
    "at once": (Room, "_changed", lambda *_: None),
}


@pytest.fixture
def desk(app: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.deleteLater()


def begin(book: Book, bus: Bus, clock: TestClock, desk: QWidget, seed: int) -> Evening:
    room = Room(book, bus, clock, desk)
    evening = Evening.begin(book, clock, room, seed)
    room.toggle()
    assert room.screen is not None
    room.screen.resize(320, 180)  # to be painted quickly
    return evening


def leaks(evening: Evening, acts: int) -> str:
    """The first act after which something is seen that must not be, with what; empty where none is."""
    shown, many = 0, set[str]()
    for number in range(acts):
        name = evening.act()
        found = evening.hidden_and_seen()
        evening.room.typing_ended()
        evening.room.show_now()  # as its timer would have it
        QApplication.processEvents()
        found |= evening.hidden_and_seen()
        if found:
            return f"{number}: {name} {found}"
        now = evening.public_and_seen()
        shown, many = shown + bool(now), many | now
    assert shown > acts / 2, "hardly anything was shown at all"
    assert len(many) > acts / 30, "hardly anything but titles was shown"
    return ""


@pytest.mark.parametrize("seed", FEW)
def test_nothing_hidden_is_ever_seen(book: Book, bus: Bus, clock: TestClock, desk: QWidget, seed: int) -> None:
    assert leaks(begin(book, bus, clock, desk, seed), 40) == ""


@pytest.mark.faults
@pytest.mark.parametrize("seed", MANY)
def test_nothing_hidden_is_ever_seen_in_long_evenings(
    book: Book, bus: Bus, clock: TestClock, desk: QWidget, seed: int
) -> None:
    assert leaks(begin(book, bus, clock, desk, seed), 300) == ""


@pytest.mark.faults
@pytest.mark.parametrize("name", FILTERS)
def test_with_a_filter_off_it_is_seen(
    book: Book, bus: Bus, clock: TestClock, desk: QWidget, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*FILTERS[name])
    assert leaks(begin(book, bus, clock, desk, 0), 700)


def test_without_the_edition_it_is_seen(
    book: Book, bus: Bus, clock: TestClock, desk: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*FILTERS["the edition"])
    assert leaks(begin(book, bus, clock, desk, 0), 50)
