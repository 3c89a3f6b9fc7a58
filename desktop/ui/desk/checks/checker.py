"""Keeps what the checks find true to the book, without ever standing in the way of typing.

After an act the checks wait for a pause; then only what changed is checked again, in slices of a few milliseconds.
"""

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.profiles import house_facts
from desktop.models.rules import checks
from desktop.models.rules.checks import ATTENDANCE_CODES, Facts, Finding, Part
from desktop.models.rules.presence import places
from desktop.models.values import Organization, Person
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.desk.voting.wordings_watch import WordingsWatch

#: how long nothing must happen before the checks begin
_PAUSE_MS = 250
#: how long the checks may keep the window waiting at a time
_SLICE_SECONDS = 0.003
#: rows in which a key press can change what is found
_TYPED = frozenset({"Vote", "FactionRow", "Ballot", "Election"})


class Checker(QObject):
    """What does not add up in the open meeting. ``findings`` are in the order of the agenda."""

    #: keys of the entries about which something else is found now; the list of findings may have changed
    changed = Signal(object)
    #: the findings that a correction of presence has brought and that still hold; none: they are settled
    contradicted = Signal(object)

    def __init__(self, book: Book, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.findings: tuple[Finding, ...] = ()
        #: the entry somebody is working on, which says itself what does not add up
        self.skipped: Callable[[], str | None] = lambda: None
        self._by_entry: dict[str, tuple[Finding, ...]] = {}
        self._all: tuple[Finding, ...] = ()
        self._late: tuple[Finding, ...] = ()
        self._facts: Facts | None = None
        self._around: tuple[object, ...] = ()
        self._presence: tuple[object, ...] | None = None
        self._corrected = False
        #: something was typed since the last look that no check waits for
        self._typed = False
        self._known: dict[str, tuple[Part, tuple[Finding, ...]]] = {}
        self._work: Iterator[None] = iter(())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)
        self._wordings = WordingsWatch(book, bus, self)
        self._wordings.changed.connect(self._pause.start)
        bus.changed.connect(self._changed)

    def restart(self) -> None:
        """Another meeting: nothing that was found counts any more."""
        self._known, self._around, self._presence, self._corrected = {}, (), None, False
        self._all, self._late = (), ()
        self.contradicted.emit(())
        self.refilter()
        self._pause.start()
        self._wordings.restart()

    def of(self, entry: str) -> tuple[Finding, ...]:
        """What is found about an entry."""
        return self._by_entry.get(entry, ())

    @property
    def busy(self) -> bool:
        """Whether something changed that is not checked yet."""
        return self._pause.isActive() or self._slices.isActive() or self._wordings.busy

    def hurry(self) -> None:
        """Somebody wants to see the findings: what waits for a pause is checked at once, and what was typed besides."""
        self._wordings.hurry()
        if self._pause.isActive() or self._typed:
            self._pause.stop()
            self._begin()

    def look_again(self) -> None:
        """A row is left: what was typed there may have filled a gap."""
        if self._typed:
            self._pause.start()

    # --- when

    def _changed(self, changed: Changed) -> None:
        records = self._book.shelf.records
        matters = not changed.typing or any(key in records and records[key].table in _TYPED for key in changed.fields)
        self._typed = self._typed or changed.typing
        waiting = self._pause.isActive() or self._slices.isActive()
        if self._book.meeting_key is not None and (matters or waiting):  # whoever types comes first
            self._slices.stop()
            self._pause.start()

    def _begin(self) -> None:
        """Finds out what must be checked again."""
        if self._book.meeting_key is None:
            return
        self._typed = False
        self._facts, around = self._read()
        if not _same(around, self._around):
            self._known, self._around = {}, around
        presence = self._presence_now()
        self._corrected = self._corrected or (self._presence is not None and not _same(presence, self._presence))
        self._presence = presence
        named = dict(_named(checks.parts(self._book.meeting)))
        self._known = {name: known for name, known in self._known.items() if name in named}
        waiting = [
            (name, part)
            for name, part in named.items()
            if name not in self._known or not _same_part(part, self._known[name][0])
        ]
        self._work = self._check(waiting, self._facts)
        self._slices.start()

    def _read(self) -> tuple[Facts, tuple[object, ...]]:
        """The facts of the meeting, and what of them every item depends on."""
        book, meeting = self._book, self._book.meeting
        body = book.shelf.records[meeting.key].parent
        rows = [
            book.shelf.value(key) for slot in ("persons", "organizations") for key in book.shelf.children(body, slot)
        ]
        persons = {row.key: row for row in rows if isinstance(row, Person)}
        organizations = {row.key: row for row in rows if isinstance(row, Organization)}
        records = book.shelf.records
        papers = {key for item in meeting.agenda for key in item.papers if key in records}
        facts = checks.facts(
            meeting,
            persons,
            organizations,
            house.law(book),
            house_facts(house.profile(book)),
            edited=self._wordings.keys,
            proposing=frozenset(key for key in papers if records[key].data["proposed_resolution"]),
        )
        plain = (
            tuple(places(meeting).items()),
            tuple((item.number, item.treated_with) for item in meeting.agenda),
            meeting.state,
            meeting.start,
            meeting.end,
            meeting.organizations,
            meeting.minute_takers,
            facts.voided,
            facts.house,
            facts.edited,
            facts.proposing,
            facts.blocks,
            tuple(item.recusals for item in meeting.agenda if any(item.key in vote.on for vote in facts.blocks)),
        )
        return facts, (plain, facts.law, *meeting.attendance, *rows)

    def _presence_now(self) -> tuple[object, ...]:
        meeting = self._book.meeting
        return (*meeting.attendance, *(recusal for item in meeting.agenda for recusal in item.recusals))

    # --- checking

    def _check(self, waiting: Sequence[tuple[str, Part]], facts: Facts) -> Iterator[None]:
        """Checks parts; pauses are possible within one, too, because an item may have hundreds of entries."""
        for name, part in waiting:
            found: list[Finding] = []
            for one in checks.steps(part, facts):
                if one is not None:
                    found.append(one)
                yield
            self._known[name] = (part, checks.in_order(part, found))

    def _go_on(self) -> None:
        end = perf_counter() + _SLICE_SECONDS
        for _pause in self._work:
            if perf_counter() > end:
                return
        self._slices.stop()
        if self._book.meeting_key is not None:
            self._finish()

    def _finish(self) -> None:
        names = [name for name, _part in _named(checks.parts(self._book.meeting))]
        found = [*checks.check_meeting(self._facts)] if self._facts else []
        for name in names:
            found += self._known[name][1] if name in self._known else ()
        before, self._all = self._all, tuple(found)
        self._mind_presence(before)
        self.refilter()

    def _mind_presence(self, before: Sequence[Finding]) -> None:
        """Remembers what a correction of presence has brought until it is settled."""
        wanted = frozenset((one.code, one.entry) for one in self._late)
        if self._corrected:
            said = {(one.code, one.entry) for one in before} - wanted
            wanted |= {(one.code, one.entry) for one in self._all if one.code in ATTENDANCE_CODES} - said
        late = [one for one in self._all if (one.code, one.entry) in wanted]
        self._corrected = False
        if tuple(late) != self._late:
            self._late = tuple(late)
            self.contradicted.emit(self._late)

    def refilter(self) -> None:
        """Shows what is found, but for the entry somebody is working on now."""
        skipped = self.skipped()
        now = tuple(one for one in self._all if not one.entry or one.entry != skipped)
        if now == self.findings:
            return
        before, self._by_entry, self.findings = self._by_entry, _by_entry(now), now
        every = {*before, *self._by_entry}
        self.changed.emit(frozenset(key for key in every if before.get(key) != self._by_entry.get(key)))


def _by_entry(findings: Sequence[Finding]) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.entry, []).append(one)
    return {key: tuple(ones) for key, ones in found.items()}


def _named(parts: Iterator[Part]) -> Iterator[tuple[str, Part]]:
    """The parts of a meeting with a name each: the key of the item, else whether it opens or closes."""
    for place, part in enumerate(parts):
        yield part.key or ("closing" if place else "opening"), part


def _same(now: Sequence[object], before: Sequence[object]) -> bool:
    """Whether these are the same values: what did not change is the same object, plain values are equal."""
    return len(now) == len(before) and all(
        one is other or (isinstance(one, tuple) and one == other) for one, other in zip(now, before, strict=True)
    )


def _same_part(now: Part, before: Part) -> bool:
    if now.item is not None or before.item is not None:
        return now.item is before.item
    return _same(now.entries, before.entries)
