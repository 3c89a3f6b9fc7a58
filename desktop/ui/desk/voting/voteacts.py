"""What the keys of votes do at the desk: the next subject, a part, variants, the chain, repetition (desk.md §2 F4)."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock, stamp
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import motions
from desktop.models.rules.voting_order import Stop, next_stop
from desktop.models.values import Vote
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.commands.shortcuts import label
from desktop.ui.desk import writing
from desktop.ui.desk.procedure import agenda_votes
from desktop.ui.desk.procedure.agenda_live import VoteOffer
from desktop.ui.desk.stream.faces import face_of, vote_subject
from desktop.ui.desk.stream.fields import Fields
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.voting import voteflow
from desktop.ui.desk.voting.repeatline import RepeatLine
from desktop.ui.desk.voting.votechain import VoteChain

#: rows that nobody votes on
_SPOKEN = frozenset({"TextEntry", "Speech", "SpeakerTurn"})


class VoteActs(QObject):
    """One per desk. ``chain`` and ``line`` are the widgets that stand above the stream."""

    #: something short for the status line
    said = Signal(str)
    #: the vote that begins stands in another item; its key
    itemWanted = Signal(str)

    def __init__(self, book: Book, bus: Bus, clock: Clock, pen: Pen, fields: Fields, parent: QWidget) -> None:
        super().__init__(parent)
        #: the vote that goes with the last change of the agenda
        self.offered: VoteOffer | None = None
        self._taken: VoteOffer | None = None
        #: the votes of the item that are repeated, and whether the repetition has a result
        self._repeated: dict[str, bool] = {}
        self._book, self._clock, self._pen, self._fields = book, clock, pen, fields
        self.chain, self.line = VoteChain(book, parent), RepeatLine(parent)
        self.chain.chosen.connect(self.choose)
        self.chain.typed.connect(pen.write_on_ready)
        self.chain.reordered.connect(self.refresh)
        self.line.confirmed.connect(self._repeat)
        self.line.left.connect(pen.go_ready)
        fields.voted.connect(self._voted)
        pen.moved.connect(self.refresh)
        bus.changed.connect(self._changed)

    # --- beginning

    def next(self) -> None:
        """A vote on the next of the chain; in a vote: the one after it.

        From elsewhere it goes back to the vote that is not finished, as after a sentence typed blindly.
        """
        item = self._item
        if item is None or self._take_offered():
            return
        after = None
        if self._fields.grid is not None:
            after = voteflow.stop_of(self._book, self._pen.key)
            self._fields.grid.finish()
        self._pen.go_ready()
        key = voteflow.open_vote(self._book, item) if after is None else None
        order = self.chain.order(item)
        self._open(key or voteflow.add_vote(self._book, item, self._now(), wanted=order, after=after))

    def offer(self, offer: VoteOffer) -> None:
        """F4 takes this vote next, as long as nothing else comes between."""
        self.offered = offer

    def _take_offered(self) -> bool:
        offer, self.offered = self.offered, None
        if offer is None or self._fields.grid is not None or not agenda_votes.is_open(self._book, offer):
            return False
        self._taken = offer
        key = agenda_votes.begin(self._book, offer, self._now())
        self.itemWanted.emit(writing.item_of(self._book, key))
        self._pen.go_ready()
        self._open(key)
        return True

    def choose(self, stop: str) -> None:
        """A vote on a stop of the chain; the one that was begun on it, where there is one."""
        item = self._item
        found = next((one for one in self._stops() if one.key == stop), None)
        if item is None or found is None:
            return
        self._pen.go_ready()
        begun = voteflow.open_vote(self._book, item)
        if begun is not None and voteflow.stop_of(self._book, begun) == stop:
            self._open(begun)
        else:
            self._open(voteflow.vote_on(self._book, item, found, self._now()))

    def part(self) -> None:
        """A vote on the next part of what is voted on: Ziffer 1, Ziffer 2, …; F4 ends it with the vote on the whole."""
        item = self._item
        if item is None:
            return
        current = voteflow.stop_of(self._book, self._pen.key) if self._fields.grid is not None else None
        self._pen.go_ready()
        stops = self._stops()
        stop = next((one for one in stops if one.key == current), None) or next_stop(stops) or stops[-1]
        self._open(voteflow.part_vote(self._book, item, stop, self._now()))

    def variants(self) -> None:
        """A vote in which one of several variants is chosen."""
        item = self._item
        if item is not None:
            self._pen.go_ready()
            self._open(voteflow.variants_vote(self._book, item, self._now(), self.chain.order(item)))

    # --- repeating

    def repeat(self) -> None:
        """Asks why the current vote, else the last one of the item, is taken again."""
        vote = self.repeatable
        if vote is None:
            self.said.emit(_("Here is no finished vote that could be repeated."))
            return
        face = face_of(vote, self._book.shelf, self._pen.proceedings.directory)
        self.line.open(vote.key, " · ".join(filter(None, (face.time, face.caption, *face.summary[:1]))))

    @property
    def repeatable(self) -> Vote | None:
        """The vote that can be taken again."""
        item = self._item
        key = voteflow.repeatable(self._book, item, self._pen.key) if item is not None else None
        return voteflow.vote_of(self._book, key)

    def _repeat(self, key: str, reason: str) -> None:
        if voteflow.vote_of(self._book, key) is not None:
            new = voteflow.repeat(self._book, key, reason, self._now())
            self._pen.go_ready()
            self._open(new)

    # --- inside

    @property
    def _item(self) -> str | None:
        return self._pen.proceedings.item

    def _now(self) -> str:
        return stamp(self._clock.now())

    def _stops(self) -> tuple[Stop, ...]:
        return voteflow.chain(self._book, self._item, self.chain.order(self._item)) if self._item is not None else ()

    def _open(self, key: str) -> None:
        self._pen.go_to(key)
        self._fields.open_grid()
        vote = voteflow.vote_of(self._book, key)
        several = len(voteflow.alternatives(self._stops())) > 1
        if vote is not None and several and not vote.options:
            keys = label("vote_variants")
            self.said.emit(_("{key}: one vote to choose from the alternatives", key=keys))

    def _voted(self) -> None:
        """A vote is done: says what F4 takes next, where the item has a chain, and what F8 takes back."""
        if self._taken is not None and agenda_votes.is_refused(self._book, self._taken):
            self.said.emit(_k("Refused. {procedure} takes it back: {subject}", subject=self._taken.subject))
            return
        following = next_stop(self._stops())
        if following is None or (following.motion is None and not following.parts):
            return
        asked = voteflow.question(self._book, following)
        name = vote_subject(self._book.shelf, self._pen.proceedings.directory, following.key) if asked.on else ""
        words = asked.subject or " – ".join(filter(None, (name, asked.part)))
        self.said.emit(_k("{vote} goes on with: {name}", name=words))

    def _changed(self, changed: Changed) -> None:
        if changed.tables <= _SPOKEN or self._book.meeting_key is None:
            return
        self.chain.outdate()
        if changed.typing:
            return
        self.refresh()
        votes = (voteflow.vote_of(self._book, key) for key in changed.fields)
        if self._item in changed.parents or any(vote is not None and vote.voids for vote in votes):
            self._show_repeated()

    def _show_repeated(self) -> None:
        """A vote that is repeated, or no longer is, shows it."""
        keys = self._pen.proceedings.keys()
        every = (voteflow.vote_of(self._book, key) for key in keys)
        now = {vote.voids: motions.is_finished(vote) for vote in every if vote is not None and vote.voids}
        before, self._repeated = self._repeated, now
        for row in self._pen.stream.rows:
            if row.key is not None and before.get(row.key) != now.get(row.key):
                self._pen.stream.refresh(row)

    def refresh(self) -> None:
        """Shows the chain as it is now."""
        vote = voteflow.vote_of(self._book, self._pen.key)
        voting = vote is not None and (self._fields.grid is not None or not motions.is_finished(vote))
        on = vote.on if vote is not None and voting else ()
        current = on or ((self._item,) if voting and self._item is not None else ())
        self.chain.show_item(self._item, self._pen.proceedings.directory, current)
