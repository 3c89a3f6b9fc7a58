"""The acts of the desk in any order: undo all gives the start, redo all the end, also across close and open, memory is
what is on disk, and every state on the way can be seen again in the history."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.clock import stamp
from desktop.models import past, queries
from desktop.models.book import Book
from desktop.models.pieces import Brought, bring_back, piece
from desktop.models.values import (
    AgendaItem,
    Ballot,
    Choice,
    FactionRow,
    Meeting,
    MeetingState,
    Motion,
    Row,
    Speech,
    Task,
    TextEntry,
    Vote,
)
from desktop.ui.desk import writing
from desktop.ui.desk.elections import election_book
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.names.speakers import Speaker
from desktop.ui.desk.presence import attendance_acts, recusal_acts
from desktop.ui.desk.procedure import course
from desktop.ui.desk.stream import kinds, marks
from desktop.ui.desk.voting import grid_book, voteflow
from tests.conftest import SetClock
from tests.ui.desk import council

R = TypeVar("R", bound=Row)
#: long enough for the history to keep only what changes in them
TEXTS = st.sampled_from(
    ["", "Frau Amsel fragt nach den Kosten der neuen Brücke. ", "\n\n**Zweiter Absatz** " * 3, "😀" * 60]
)
NAMES = st.sampled_from(["Amsel0", "Amsel1", "Birke0", "Chor2", "Held"])
PLACES = st.integers(0, 50)


class DeskMachine(RuleBasedStateMachine):
    """Acts on one meeting; ``seen`` is what it was after each step of the log."""

    @initialize(state=st.sampled_from([MeetingState.RUNNING, MeetingState.PREPARATION]))
    def begin(self, state: MeetingState) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = SetClock()
        self.book = council.make(Book(self.folder / "test.book", self.clock.now), state)
        self.key, self.start, self.steps_before = self.book.meeting.key, self.book.meeting, self.book.steps
        self.seen: dict[int, Meeting] = {}

    @property
    def now(self) -> str:
        return stamp(self.clock.now())

    def rows(self, kind: type[R]) -> list[R]:
        below = (self.book.shelf.value(one.key) for one in self.book.shelf.subtree(self.key))
        return [value for value in below if isinstance(value, kind)]

    def one(self, kind: type[R], place: int) -> R | None:
        found = self.rows(kind)
        return found[place % len(found)] if found else None

    def item(self, place: int) -> str:
        found = self.one(AgendaItem, place)
        return found.key if found else agenda_acts.add(self.book, None, name="Neu")

    # --- writing

    @rule(place=PLACES, text=TEXTS)
    def begin_text(self, place: int, text: str) -> None:
        writing.add_text(self.book, self.item(place), None, text, self.now)

    @rule(place=PLACES, name=NAMES)
    def begin_speech(self, place: int, name: str) -> None:
        speaker = Speaker(council.person(self.book, name), name)
        writing.add_speech(self.book, self.item(place), None, speaker, self.now)

    @rule(place=PLACES)
    def begin_motion(self, place: int) -> None:
        writing.add_motion(self.book, self.item(place), None, self.now)

    @rule(place=PLACES, texts=st.lists(TEXTS, min_size=1, max_size=5), seconds=st.sampled_from([0, 4, 11]))
    def type_on(self, place: int, texts: list[str], seconds: int) -> None:
        item = self.item(place)
        entry = self.one(Speech, place) or self.one(TextEntry, place)
        key = entry.key if entry else writing.add_text(self.book, item, None, "F", self.now)
        for text in texts:
            before = writing.text_of(self.book, key)
            self.book.change(key, typing=True, text=before + text if text else "")
            self.clock.forward(seconds)
            self.note()

    @rule(place=PLACES, name=NAMES)
    def change_kind(self, place: int, name: str) -> None:
        if text := self.one(TextEntry, place):
            kinds.name_speaker(self.book, text.key, Speaker(council.person(self.book, name), name), text.text or "")
        elif speech := self.one(Speech, place):
            kinds.make_text(self.book, speech.key)

    @rule(place=PLACES, at=st.integers(0, 20))
    def split_and_join(self, place: int, at: int) -> None:
        entry = self.one(TextEntry, place)
        if entry is not None and entry.text:
            after = writing.split(self.book, entry.key, entry.text[:at], entry.text[at:], self.now)
            self.note()
            if writing.can_join(self.book, after):
                writing.join(self.book, after, entry.text)

    @rule(place=PLACES, by=st.sampled_from([-1, 1]))
    def shift_and_mark(self, place: int, by: int) -> None:
        entry = self.one(Speech, place)
        if entry is not None:
            marks.shift(self.book, entry.key, by)
            self.note()
            marks.toggle_run_on(self.book, entry.key)
            self.note()
            marks.confirm_all(self.book, writing.item_of(self.book, entry.key), self.now)

    # --- votes and elections

    @rule(place=PLACES)
    def begin_vote(self, place: int) -> None:
        voteflow.add_vote(self.book, self.item(place), self.now)

    @rule(place=PLACES, yes=st.integers(0, 12), no=st.integers(0, 12))
    def count_vote(self, place: int, yes: int, no: int) -> None:
        vote = self.one(Vote, place)
        if vote is not None:
            rows = tuple(FactionRow(organization=one.key, yes=yes) for one in grid_book.factions(self.book)[: no % 4])
            ballots = tuple(Ballot(person=council.person(self.book, "Held"), choice=Choice.NO) for _ in range(yes % 2))
            counted = replace(vote, yes=yes, no=no, accepted=yes > no, by_faction=rows, ballots=ballots)
            with voteflow.settling(self.book, vote.key):
                grid_book.store(self.book, counted)

    @rule(place=PLACES)
    def repeat_vote(self, place: int) -> None:
        if vote := self.one(Vote, place):
            voteflow.repeat(self.book, vote.key, "verzählt", self.now)

    @rule(place=PLACES)
    def begin_election(self, place: int) -> None:
        election_book.add_election(self.book, self.item(place), None, self.now)

    @rule(place=PLACES, kind=st.sampled_from([Vote, Motion, Speech, TextEntry]))
    def remove_entry(self, place: int, kind: type[Vote | Motion | Speech | TextEntry]) -> None:
        found = self.rows(kind)
        if found:
            voteflow.remove(self.book, found[place % len(found)].key)

    # --- presence, course, agenda

    @rule(name=NAMES, place=PLACES, comes=st.booleans())
    def come_and_go(self, name: str, place: int, comes: bool) -> None:
        person = council.person(self.book, name)
        self.clock.forward(60)
        if comes:
            attendance_acts.come(self.book, person, self.clock.now(), self.item(place))
        elif attendance_acts.line_of(self.book, person):
            attendance_acts.leave(self.book, person, self.clock.now(), self.item(place))

    @rule(name=NAMES, place=PLACES)
    def recuse(self, name: str, place: int) -> None:
        recusal_acts.recuse(self.book, council.person(self.book, name), self.item(place), self.clock.now())

    @rule(place=PLACES)
    def do_what_is_due(self, place: int) -> None:
        due = course.due(self.book)
        if due:
            course.perform(self.book, due[place % len(due)], self.item(place), self.clock.now())

    @rule(place=PLACES)
    def call_item(self, place: int) -> None:
        course.call_item(self.book, self.item(place), self.clock.now())

    @rule(place=PLACES, act=st.sampled_from(["add", "up", "down", "in", "out", "public", "remove", "renumber", "task"]))
    def change_agenda(self, place: int, act: str) -> None:
        item = self.item(place)
        match act:
            case "add":
                agenda_acts.add(self.book, item, name="Weiteres")
            case "up" | "down":
                agenda_acts.move(self.book, item, -1 if act == "up" else 1)
            case "in" | "out":
                agenda_acts.nest(self.book, item, 1 if act == "in" else -1)
            case "public":
                agenda_acts.toggle_public(self.book, item)
            case "remove":
                agenda_acts.remove(self.book, item)
            case "renumber":
                agenda_acts.renumber(self.book)
            case "task":
                self.book.change(item, tasks=(Task(text="Bericht", assignee="Amt 20"),))

    # --- back and forth

    @rule(back=st.integers(1, 6), place=PLACES)
    def bring_back(self, back: int, place: int) -> None:
        was = self.book.read(lambda db: past.load(db, self.key))
        then = was.go(max(len(was.steps) - 1 - back, 0))
        items = then.children(self.key, "agenda")
        if items:
            key = items[place % len(items)]
            brought = bring_back(self.book, was, piece(then, self.book.shelf, key), self.now, whole=True)
            stands = self.key in then and key in self.book.shelf and self.book.shelf.records[key].parent == self.key
            if stands and brought is not Brought.CLOSED:
                now, before = self.book.shelf.value(key), then.value(key)
                assert isinstance(now, AgendaItem)
                assert isinstance(before, AgendaItem)
                assert replace(now, number=before.number) == before  # a number given away since is not given twice

    @precondition(lambda self: self.book.steps > self.steps_before)
    @rule()
    def undo(self) -> None:
        assert self.book.undo()

    @rule()
    def redo(self) -> None:
        self.book.redo()

    @rule()
    def close_and_open(self) -> None:
        before, undo, redo = self.book.meeting, self.book.undo_action, self.book.redo_action
        assert self.book.close()
        self.book = Book(self.folder / "test.book", self.clock.now)
        assert self.book.open_meeting(self.key) == before
        assert (self.book.undo_action, self.book.redo_action) == (undo, redo)

    def note(self) -> None:
        self.seen[self.book._journal._step] = self.book.meeting

    @invariant()
    def agrees_with_the_disk(self) -> None:
        if hasattr(self, "key"):
            self.note()
            on_disk = self.book.read(lambda db: queries.meeting_records(db, self.key))
            here = {record.key: record.columns() for record in self.book.shelf.subtree(self.key)}
            assert {record.key: record.columns() for record in on_disk if record.key in here} == here
            assert {record.key for record in on_disk if record.meeting} <= set(here)

    def teardown(self) -> None:
        if not hasattr(self, "key"):
            return
        self.sees_every_state_again()
        end, undone = self.book.meeting, 0
        while self.book.steps > self.steps_before:
            self.book.undo()
            undone += 1
            if undone % 7 == 3:
                self.close_and_open()
        assert self.book.meeting == self.start
        self.close_and_open()
        for _ in range(undone):
            assert self.book.redo()
        assert self.book.meeting == end
        assert self.book.read(queries.integrity) == []
        self.book.close()
        shutil.rmtree(self.folder)

    def sees_every_state_again(self) -> None:
        was = self.book.read(lambda db: past.load(db, self.key))
        for place in reversed(range(len(was.steps))):
            number = was.steps[place].number
            if number in self.seen:
                assert was.go(place).value(self.key) == self.seen[number]


DeskMachine.TestCase.settings = settings(stateful_step_count=30)
test_any_acts_of_the_desk = DeskMachine.TestCase
