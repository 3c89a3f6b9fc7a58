"""A council with canaries everywhere, acts on it in any order, and what of it the hall must not see at the moment."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from PySide6.QtWidgets import QLabel, QWidget

from desktop.clock import stamp
from desktop.export.room import Phase
from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    Candidate,
    Election,
    ElectionRound,
    Event,
    FactionRow,
    ItemStage,
    Meeting,
    Motion,
    MotionOutcome,
    Paper,
    Person,
    Publicity,
    Speech,
    Task,
    TextEntry,
    Vote,
    VoteMethod,
)
from desktop.ui.desk import writing
from desktop.ui.desk.floor import floor_acts
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.procedure import course
from desktop.ui.room.bigtext import BigText
from desktop.ui.room.room import Room
from tests.ui.conftest import TestClock
from tests.ui.desk import council


def seen(window: QWidget) -> str:
    """All that a window says, by whatever way."""
    said = []
    for widget in (window, *window.findChildren(QWidget)):
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.statusTip()]
        said += [widget.whatsThis(), widget.windowTitle(), widget.objectName()]
        if isinstance(widget, QLabel | BigText):
            said.append(widget.text() if isinstance(widget, QLabel) else widget.text)
    return "\n".join(said)


@dataclass
class Evening:
    """One meeting; ``tokens`` are the canaries with the question whether they are for the public now."""

    book: Book
    clock: TestClock
    room: Room
    random: Random
    tokens: dict[str, Callable[[], bool]] = field(default_factory=dict)
    #: of another meeting that is not public
    other: str = ""

    @classmethod
    def begin(cls, book: Book, clock: TestClock, room: Room, seed: int) -> "Evening":
        made = cls(council.make(book), clock, room, Random(seed))
        for item in book.meeting.agenda:
            book.change(item.key, name=made.of_item(item.key))
        made._people()
        for number in range(4):
            made._item(number, public=number < 2)
        made._other_meeting()
        book.change(book.meeting.key, note=made.never())
        return made

    # --- canaries

    def token(self, is_public: Callable[[], bool]) -> str:
        name = f"Kanarie{len(self.tokens)}x"
        self.tokens[name] = is_public
        return name

    def never(self) -> str:
        return self.token(lambda: False)

    def of_item(self, key: str) -> str:
        def is_public() -> bool:
            item = self.book.shelf.value(key) if key in self.book.shelf else None
            return self._is_open(item)

        return self.token(is_public)

    def _is_open(self, item: object) -> bool:
        """The rule a second time, apart from the program's."""
        open_meeting = self.book.meeting.publicity is not Publicity.NONPUBLIC
        return isinstance(item, AgendaItem) and item.public and open_meeting

    def of_entry(self, key: str) -> str:
        def is_public() -> bool:
            if key not in self.book.shelf:
                return False
            entry = writing.entry(self.book, key)
            item = self.book.shelf.value(writing.item_of(self.book, key))
            return self._is_open(item) and entry.public is not False and not entry.prepared

        return self.token(is_public)

    def of_person(self, key: str) -> str:
        def is_public() -> bool:
            person = self.book.shelf.value(key)
            return isinstance(person, Person) and not person.protected

        return self.token(is_public)

    def forbidden(self) -> set[str]:
        """The canaries that the hall must not see now; none of them may be seen where nothing is."""
        return {token for token, is_public in self.tokens.items() if self._is_blank() or not is_public()}

    def _is_blank(self) -> bool:
        meeting, state = self.book.meeting, course.state(self.book)
        if meeting.publicity is Publicity.NONPUBLIC or state.closed or not state.opened or state.excluded:
            return True
        return any(item.stage is ItemStage.RUNNING and not item.public for item in meeting.agenda)

    # --- what there is from the beginning

    def _people(self) -> None:
        body = self.book.shelf.records[self.book.meeting.key].parent
        self.people = [council.person(self.book, "Amsel0"), council.person(self.book, "Held")]
        for _number in range(2):
            key = self.book.add(Person(form_of_address="Frau", family_name="x"), body, "persons")
            self.book.change(key, family_name=self.of_person(key), protected=True, public_name="eine Einwohnerin")
            self.people.append(key)

    def _item(self, number: int, *, public: bool) -> None:
        book, body = self.book, self.book.shelf.records[self.book.meeting.key].parent
        key = book.add(AgendaItem(number=str(3 + number), name="x", public=public), book.meeting.key, "agenda")
        protected = str(self.book.shelf.records[self.people[-1]].data["family_name"])
        paper = book.add(Paper(name=self.of_item(key), public=True, proposed_resolution="x"), body, "papers")
        book.change(paper, proposed_resolution=f"{self._of_paper(paper, key)} für Frau {protected}")
        text = f"{self.of_item(key)} dankt Frau {protected} und ⟦{self.never()}⟧"
        book.change(key, name=self.of_item(key), papers=(paper,), note=self.never(), tasks=(Task(text=self.never()),))
        book.change(key, resolution=text if number % 2 else None, subtitle=self.of_item(key))
        for entry in (TextEntry(text=self.never(), draft=self.never()), Speech(text=self.never(), lead=None)):
            book.add(entry, key, "proceedings")

    def _of_paper(self, paper: str, item: str) -> str:
        inside = self.tokens[self.of_item(item)]

        def is_public() -> bool:
            value = self.book.shelf.value(paper) if paper in self.book.shelf else None
            return isinstance(value, Paper) and value.public is True and inside()

        return self.token(is_public)

    def _other_meeting(self) -> None:
        meeting = self.book.meeting
        hidden = Meeting(
            name=self.never(),
            organizations=meeting.organizations,
            start=meeting.start,
            publicity=Publicity.NONPUBLIC,
            agenda=(AgendaItem(number="1", name=self.never(), stage=ItemStage.RUNNING),),
        )
        self.other = self.book.add(hidden, self.book.shelf.records[meeting.key].parent, "meetings")

    # --- acts

    def act(self) -> str:
        """One act of the many; returns its name."""
        acts = [name for name in dir(self) if name.startswith("do_")]
        often = ["do_open_up", "do_open_up", "do_open_up", "do_speak", "do_vote"]
        name = self.random.choice(often if self.random.random() < 0.5 else acts)
        self.clock.forward(seconds=self.random.choice((1, 40)))
        getattr(self, name)()
        return name

    @property
    def now(self) -> str:
        return stamp(self.clock.now())

    @property
    def item(self) -> str:
        running = course.running_item(self.book)
        if running is not None and self.random.random() < 0.7:
            return running.key
        return self.random.choice([item.key for item in self.book.meeting.agenda])

    def _some(self, *kinds: type) -> str | None:
        entries = (entry for item in self.book.meeting.agenda for entry in item.proceedings)
        found = [entry.key for entry in entries if isinstance(entry, kinds)]
        return self.random.choice(found) if found else None

    def _marked(self, entry: Motion | Vote | Election | Event, names: tuple[str, ...]) -> None:
        hidden = self.random.random() < 0.4
        prepared = True if self.random.random() < 0.2 else None
        key = writing.add_entry(
            self.book, replace(entry, public=False if hidden else None, prepared=prepared), self.item
        )
        fields = {name: f"{self.of_entry(key)} Frau {self._protected()} ⟦{self.never()}⟧" for name in names}
        self.book.change(key, **fields)

    def _protected(self) -> str:
        return str(self.book.shelf.records[self.people[-2]].data["family_name"])

    def do_call(self) -> None:
        if course.is_live(self.book):
            course.call_item(self.book, self.item, self.clock.now())

    def do_call_any(self) -> None:
        if course.is_live(self.book):
            item = self.random.choice([one.key for one in self.book.meeting.agenda])
            course.call_item(self.book, item, self.clock.now())

    def do_open_up(self) -> None:
        """Whatever closed the hall is over: most of an evening is public."""
        book, state = self.book, course.state(self.book)
        book.change(book.meeting.key, publicity=None)
        if state.closed:
            course.perform(book, course.Act.REOPEN, None, self.clock.now())
        if state.excluded:
            course.perform(book, course.Act.RESTORE, self.item, self.clock.now())
        if state.pause:
            course.perform(book, course.Act.RESUME, self.item, self.clock.now())
        for item in book.meeting.agenda[:2]:
            book.change(item.key, public=True)
        public = [item.key for item in book.meeting.agenda if item.public]
        running = course.running_item(book)
        if public and (running is None or not running.public or self.random.random() < 0.3):
            course.call_item(book, self.random.choice(public), self.clock.now())
        if self.room.screen is not None and self.room.screen.view.phase is Phase.COVERED:
            self.room.cover()

    def do_course(self) -> None:
        due = [act for act in course.due(self.book) if act is not course.Act.CLOSE or self.random.random() < 0.3]
        if due:
            course.perform(self.book, self.random.choice(due), self.item, self.clock.now())

    def do_exclude(self) -> None:
        if course.Act.EXCLUDE in course.due(self.book):
            course.perform(self.book, course.Act.EXCLUDE, self.item, self.clock.now())

    def do_join(self) -> None:
        """Items treated together, one of them perhaps non-public."""
        other = self.random.choice([item.key for item in self.book.meeting.agenda])
        item = self.item
        self.book.change(item, treated_with=() if item == other else (other,))

    def do_motion(self) -> None:
        movers = (self.random.choice(self.people),)
        outcome = self.random.choice((None, MotionOutcome.ACCEPTED))
        self._marked(Motion(text="", movers=movers, outcome=outcome), ("text", "title", "mover_name"))

    def do_vote(self) -> None:
        on = tuple(filter(None, (self._some(Motion),))) if self.random.random() < 0.5 else ()
        rows = (FactionRow(person=self.random.choice(self.people), yes=1),)
        vote = Vote(on=on, yes=5, no=1, accepted=self.random.choice((None, True, False)), at=self.now, by_faction=rows)
        self._marked(vote, ("subject", "verdict") if vote.accepted is not None else ("subject",))

    def do_secret_vote(self) -> None:
        self._marked(Vote(method=VoteMethod.SECRET, yes=5, no=1, accepted=True, at=self.now), ("subject",))

    def do_election(self) -> None:
        person = self.random.choice(self.people)
        name = str(self.book.shelf.records[person].data["family_name"])
        rounds = (ElectionRound(candidates=(Candidate(name=name, person=person, votes=3),)),)
        self._marked(Election(elected=(name,), rounds=rounds), ("office",))

    def do_speak(self) -> None:
        running = course.running_item(self.book)
        item = running.key if running is not None else self.item
        key = floor_acts.add(self.book, item, f"Frau {self._protected()}", self.clock.now())
        if self.random.random() < 0.8:
            self.book.change(key, person=self.random.choice(self.people))
        own = [one.key for one in running.proceedings if isinstance(one, Speech)] if running is not None else []
        floor_acts.begin(self.book, key, self.random.choice([None, *own, self._some(Speech)]), self.now)

    def do_hide_or_show_entry(self) -> None:
        key = self._some(Motion, Vote, Election, Speech, Event)
        if key is not None:
            self.book.change(key, public=self.random.choice((None, False)))

    def do_turn_item(self) -> None:
        agenda_acts.toggle_public(self.book, self.item)

    def do_protect(self) -> None:
        key = self.random.choice(self.people[-2:])
        self.book.change(key, protected=self.random.choice((True, True, None)))

    def do_turn_paper(self) -> None:
        item = self.book.shelf.value(self.item)
        if isinstance(item, AgendaItem) and item.papers:
            self.book.change(item.papers[0], public=self.random.choice((True, False)))

    def do_close_meeting_to_public(self) -> None:
        self.book.change(self.book.meeting.key, publicity=self.random.choice((None, None, None, Publicity.NONPUBLIC)))

    def do_type(self) -> None:
        item = self.item
        self.book.change(
            item, typing=True, resolution=f"{self.of_item(item)} Frau {self._protected()} ⟦{self.never()}⟧"
        )

    def do_take_back_resolution(self) -> None:
        """What stands then is the proposal of the paper."""
        self.book.change(self.item, resolution=None)

    def do_type_note(self) -> None:
        self.book.change(self.item, typing=True, note=self.never())

    def do_move(self) -> None:
        key = self._some(Motion, Vote, Election)
        if key is not None:
            self.book.move(key, 0, self.item, "proceedings")

    def do_undo(self) -> None:
        for _step in range(self.random.randint(1, 3)):
            if self.book.undo_action and self.book.undo_action[0] not in (
                "add.Meeting",
                "add.AgendaItem",
                "add.Person",
            ):
                self.book.undo()

    def do_redo(self) -> None:
        self.book.redo()

    def do_cover(self) -> None:
        self.room.cover()

    def do_look_elsewhere(self) -> None:
        """Another meeting is looked up; in the hall nothing comes of it."""
        mine = self.book.meeting.key
        self.book.open_meeting(self.other)
        self.book.change(self.other, occasion=self.never())
        self.room.show_now()
        found = self.hidden_and_seen()
        self.book.open_meeting(mine)
        assert not found

    def public_and_seen(self) -> set[str]:
        """The canaries that came through to the hall."""
        assert self.room.screen is not None
        text = seen(self.room.screen)
        return {token for token in self.tokens if token in text}

    def hidden_and_seen(self) -> set[str]:
        """What the hall sees and must not."""
        assert self.room.screen is not None
        text = seen(self.room.screen)
        return {token for token in self.forbidden() if token in text}
