"""How large a book grows in an evening, and what its history costs to open (make faults prints the figures)."""

import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.clock import BERLIN
from desktop.models import past, schema
from desktop.models.book import Book
from desktop.models.values import FactionRow, TextEntry, Vote
from tests.conftest import SetClock
from tests.models.test_book import filled

pytestmark = pytest.mark.faults

TEXT = (
    "Frau Muster erkundigt sich nach den Kosten der neuen Brücke; die Verwaltung sagt eine Antwort bis zum Herbst zu. "
)
CHARACTERS = 300_000
HOURS = 4
MB = 1_000_000


def typed(book: Book, clock: SetClock, per_entry: int, burst: int = 5) -> None:
    """Types the text of a meeting at an even pace, ``burst`` characters at a time, in entries of ``per_entry``."""
    item = book.meeting.agenda[0].key
    pause = HOURS * 3600 * burst / CHARACTERS
    key, text = "", ""
    for place in range(0, CHARACTERS, burst):
        if place % per_entry < burst:
            book.end_typing()
            key, text = book.add(TextEntry(text="", at=clock.now().isoformat()), item, "proceedings"), ""
        begin = place % len(TEXT)
        text += (TEXT * 2)[begin : begin + burst]
        book.change(key, typing=True, text=text)
        clock.forward(pause)
        if place % 1_000 == 0:
            book.read(lambda db: None)  # the writer keeps pace, as it does with somebody who types


@pytest.mark.parametrize(("per_entry", "most"), [(400, 6 * MB), (CHARACTERS, 6 * MB)], ids=["entries", "one entry"])
def test_a_meeting_of_four_hours(tmp_path: Path, clock: SetClock, per_entry: int, most: int) -> None:
    path = tmp_path / "evening.book"
    book = Book(path, clock.now)
    filled(book)
    typed(book, clock, per_entry)
    for _ in range(8):
        rows = tuple(FactionRow(label=name, yes=3) for name in ("CDU", "SPD", "FDP", "SSW"))
        key = book.add(Vote(yes=12, by_faction=rows), book.meeting.agenda[0].key, "proceedings")
        book.change(key, verdict="Einstimmig")
    begin = time.perf_counter()
    was = book.read(lambda db: past.load(db, book.meeting.key))
    loaded = time.perf_counter() - begin
    was.go(0)
    history = book.read(lambda db: schema.History.select().count(db))
    book.close()
    size = path.stat().st_size
    begin = time.perf_counter()
    Book(path, clock.now).close()
    opened = time.perf_counter() - begin
    print(f"\n{per_entry} characters per entry: {size / MB:.1f} MB, {history} rows of history;", end=" ")
    print(f"past read in {loaded * 1000:.0f} ms, book opened in {opened * 1000:.0f} ms")
    assert size < most


def test_a_long_history_opens_as_fast_as_a_short_one(tmp_path: Path, clock: SetClock) -> None:
    path = tmp_path / "long.book"
    book = Book(path, clock.now)
    filled(book)
    start = datetime(2020, 1, 1, tzinfo=BERLIN)
    entry = book.meeting.agenda[0].proceedings[0].key
    common = {"device": "d", "author": "", "table": "Speech", "field": "text", "action": "type.Speech", "params": "{}"}

    def many(db: object) -> None:
        for begin in range(0, 500_000, 2_000):
            lines = [
                {
                    **common,
                    "seq": 1000 + number,
                    "step": 1000 + number,
                    "at": (start + timedelta(seconds=number)).isoformat(),
                    "key": entry if number % 1000 == 0 else f"key-{number % 40_000}",
                    "old": '"x"',
                    "new": '"y"',
                }
                for number in range(begin, begin + 2_000)
            ]
            schema.History.insert_many(lines).execute(db)

    book.read(many)
    key = book.meeting.key
    book.close()
    begin = time.perf_counter()
    book = Book(path, clock.now)
    opened = time.perf_counter() - begin
    begin = time.perf_counter()
    book.read(lambda db: past.load(db, key))
    loaded = time.perf_counter() - begin
    book.close()
    print(f"\n500,000 rows of history: opened in {opened * 1000:.0f} ms, one meeting’s past in {loaded * 1000:.0f} ms")
    assert opened < 1
