"""Any sequence of acts: undo all gives the start, redo all the end, close and open the same."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.models import queries
from desktop.models.book import Book
from desktop.models.values import AgendaItem, Body, FactionRow, Meeting, Organization, Row, Speech, TextEntry, Vote
from tests.conftest import SetClock

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
LONG = "Frau Muster fragt nach den Kosten der neuen Brücke. " * 2
"""Of longer texts the history keeps what is different only."""
NEW_ROWS = st.sampled_from(
    [
        Speech(text="Frau Muster fragt.", speaker_name="Frau Muster"),
        TextEntry(text="Pause"),
        Vote(yes=3, no=0, by_faction=(FactionRow(label="SPD", yes=3), FactionRow(label="CDU", no=0))),
    ]
)


class BookMachine(RuleBasedStateMachine):
    """Acts on one meeting; ``seen`` is what the meeting was after each step that can be undone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = SetClock()
        self.book = Book(self.folder / "test.book", self.clock.now)

    @initialize()
    def begin(self) -> None:
        body = self.book.add(Body(name="Musterau"), None, "bodies")
        self.book.open_body(body)
        committee = self.book.add(Organization(name="Hauptausschuss"), body, "organizations")
        meeting = Meeting(name="1", start="2026-03-05", organizations=(committee,))
        self.key = self.book.add(meeting, body, "meetings")
        self.other = self.book.add(Meeting(name="2", start="2026-04-05", organizations=(committee,)), body, "meetings")
        self.book.open_meeting(self.key)
        self.steps_before = len(self.book._journal.timeline.done)

    def _rows(self, kind: type[Row]) -> list[str]:
        """In the order of the meeting: keys are random and would make a failure irreproducible."""
        below = self.book.shelf.subtree(self.key) if hasattr(self, "key") else ()
        return [record.key for record in below if record.table == kind.__name__]

    @rule(index=st.integers(0, 4), public=st.booleans(), name=TEXTS)
    def add_item(self, index: int, public: bool, name: str) -> None:
        self.book.add(AgendaItem(name=name, public=public), self.key, "agenda", index=index)

    @precondition(lambda self: self._rows(AgendaItem))
    @rule(data=st.data(), row=NEW_ROWS, index=st.none() | st.integers(0, 3))
    def add_entry(self, data: st.DataObject, row: Row, index: int | None) -> None:
        self.book.add(row, data.draw(st.sampled_from(self._rows(AgendaItem))), "proceedings", index=index)

    @precondition(lambda self: self._rows(Speech))
    @rule(data=st.data(), texts=st.lists(TEXTS, min_size=1, max_size=4), seconds=st.sampled_from([0, 4, 11]))
    def type_text(self, data: st.DataObject, texts: list[str], seconds: int) -> None:
        key = data.draw(st.sampled_from(self._rows(Speech)))
        for text in texts:
            self.book.change(key, typing=True, text=text)
            self.clock.forward(seconds)

    @precondition(lambda self: self._rows(AgendaItem))
    @rule(data=st.data(), index=st.integers(0, 5))
    def move_item(self, data: st.DataObject, index: int) -> None:
        self.book.move(data.draw(st.sampled_from(self._rows(AgendaItem))), index)

    @precondition(lambda self: self._rows(Vote))
    @rule(data=st.data(), yes=st.none() | st.integers(0, 9), second=TEXTS)
    def change_vote_and_item_at_once(self, data: st.DataObject, yes: int | None, second: str) -> None:
        with self.book.step("test"):
            self.book.change(data.draw(st.sampled_from(self._rows(Vote))), yes=yes, verdict="x")
            self.book.change(self.key, room=second)

    @precondition(lambda self: self._rows(Speech))
    @rule(data=st.data(), begin=TEXTS, end=TEXTS, gone=st.booleans())
    def change_a_long_text_twice_at_once(self, data: st.DataObject, begin: str, end: str, gone: bool) -> None:
        key = data.draw(st.sampled_from(self._rows(Speech)))
        with self.book.step("test"):
            for text in (LONG, LONG + end, begin + LONG + end):
                self.book.change(key, text=text)
            if gone:
                self.book.remove(key)

    @precondition(lambda self: self._rows(AgendaItem))
    @rule(data=st.data(), kind=st.sampled_from([AgendaItem, Speech, Vote, FactionRow]))
    def remove(self, data: st.DataObject, kind: type[Row]) -> None:
        if rows := self._rows(kind):
            self.book.remove(data.draw(st.sampled_from(rows)))

    @precondition(lambda self: len(self.book._journal.timeline.done) > self.steps_before)
    @rule()
    def undo(self) -> None:
        before = self.book.meeting
        self.book.undo()
        self.book.redo()
        assert self.book.meeting == before
        self.book.undo()

    @precondition(lambda self: len(self.book._journal.timeline.done) > self.steps_before)
    @rule()
    def undo_while_another_meeting_is_open(self) -> None:
        before = self.book.meeting
        for act in (self.book.undo, self.book.redo):
            self.book.open_meeting(self.other)
            act()
            self.book.open_meeting(self.key)
            if act == self.book.undo:
                there = self.book.meeting
        assert self.book.meeting == before
        self.book.undo()
        assert self.book.meeting == there

    @rule()
    def redo(self) -> None:
        self.book.redo()

    @rule()
    def close_and_open(self) -> None:
        before, undo = self.book.meeting, self.book.undo_action
        assert self.book.close()
        self.book = Book(self.folder / "test.book", self.clock.now)
        assert self.book.open_meeting(self.key) == before
        assert self.book.undo_action == undo

    @invariant()
    def agrees_with_the_disk(self) -> None:
        if hasattr(self, "key"):
            on_disk = self.book.read(lambda db: queries.meeting_records(db, self.key))
            assert {record.key: record.columns() for record in on_disk} == {
                record.key: record.columns() for record in self.book.shelf.subtree(self.key)
            }

    def teardown(self) -> None:
        if hasattr(self, "key"):
            end = self.book.meeting
            undone = 0
            while len(self.book._journal.timeline.done) > self.steps_before:
                self.book.undo()
                undone += 1
            start = self.book.meeting
            assert start.agenda == ()
            assert start.room is None
            for _ in range(undone):
                self.book.redo()
            assert self.book.meeting == end
            assert self.book.read(queries.integrity) == []
        self.book.close()
        shutil.rmtree(self.folder)


BookMachine.TestCase.settings = settings(stateful_step_count=25)
test_any_sequence_of_acts = BookMachine.TestCase
