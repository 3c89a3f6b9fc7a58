"""One vote taken down in the grid: the sheet, the vote in the book, and what of it has been settled. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from desktop.models.book import Book
from desktop.models.profiles import Counting
from desktop.models.rules import votes
from desktop.models.rules.motions import is_finished
from desktop.models.values import Majority, Vote, VoteMethod
from desktop.ui import house
from desktop.ui.desk.voting import grid_book
from desktop.ui.desk.voting.grid_opening import columns_of, sheet_of, with_presence_told, without_presence
from desktop.ui.desk.voting.grid_rollcall import not_called
from desktop.ui.desk.voting.grid_said import Said, said, so_far_said
from desktop.ui.desk.voting.grid_state import Grid
from desktop.ui.desk.voting.grid_vote import counted
from desktop.ui.desk.voting.verdict import decided, voice


class Session:
    """Every key goes into the book at once; outcome and wording are settled when it is done.

    ``announced`` is what the chair announced where that is not what the numbers say. ``writing``: the book is being
    changed from here.
    """

    def __init__(self, book: Book, key: str, now: Callable[[], datetime]) -> None:
        self._book, self._key, self._now = book, key, now
        self._voice, self.law = voice(book), house.law(book).votes
        self.writing = False
        self.announced: bool | None = None
        self._left_behind = False
        self._steps = book.steps
        self.load()

    @property
    def vote(self) -> Vote:
        """The vote as it is stored."""
        value = self._book.shelf.value(self._key)
        assert isinstance(value, Vote)
        return value

    @property
    def is_open(self) -> bool:
        """Whether the vote had no outcome when it was opened or last settled."""
        return not is_finished(self._loaded)

    @property
    def has_own_words(self) -> bool:
        """Whether somebody worded the result, so that the wording does not follow the numbers."""
        return bool(self._worded.verdict) and not self._voice.is_own(self._worded)

    # --- from the book

    def load(self, *, present_told: bool = False) -> None:
        """Takes over what is stored. ``present_told``: the number of those present was set by hand just now."""
        self._loaded = self._worded = vote = self.vote
        self._left_behind = False
        self._floor = floor = grid_book.floor(self._book, self._key, self._now())
        sheet = sheet_of(
            with_presence_told(vote) if present_told else without_presence(vote),
            floor.lines,
            floor.members,
            by_faction=house.profile(self._book).votes.zaehlweise is Counting.BY_FACTION,
            alphabetical=grid_book.calls_by_alphabet(self._book, vote, floor.members),
            columns=columns_of(vote, abstention_allowed=self.law.abstention_allowed),
        )
        self.grid = Grid(sheet)
        computed = votes.outcome(vote, self._voice.base).accepted
        self.announced = None if vote.accepted == computed else vote.accepted

    def reload(self, *, present_told: bool) -> None:
        """The same, the caret where it was."""
        row, column = self.grid.sheet.caret
        self.load(present_told=present_told)
        sheet = self.grid.sheet
        self.grid.go_to(min(row, sheet.rows[-1]), column if column in sheet.columns else sheet.columns[0])

    def seat(self) -> None:
        """Somebody came, went, or may no longer vote."""
        self._floor = grid_book.floor(self._book, self._key, self._now())
        self.grid.seat(self._floor.lines, self._floor.members)

    def find_left_behind(self, keys: frozenset[str]) -> None:
        """``keys`` are the votes whose wording, by the history, was left behind before the grid was opened."""
        self._left_behind = self._key in keys and self.vote.verdict == self._worded.verdict

    # --- into the book

    def store(self) -> None:
        """Writes the numbers as they are; a vote that has its outcome keeps one that fits them."""
        stored = self.vote
        if not self.grid.touched:
            self._write(replace(self._loaded, verdict=stored.verdict))
        elif self.is_open:
            self._write(counted(stored, self.grid.sheet, done=False))
        else:
            self._write(self._with_outcome(counted(stored, self.grid.sheet, done=True)))

    def settle(self) -> None:
        """Writes the numbers as final, with their outcome. What was settled and not touched stays as it is."""
        vote = self.vote
        if self.grid.touched or not is_finished(vote):
            self._write(self._with_outcome(counted(vote, self.grid.sheet, done=True)))
        self._loaded = self.vote

    def announce(self, accepted: bool | None) -> None:
        """Takes over what the chair announced against the numbers; None for what they say."""
        self.announced = accepted
        self.settle()
        self._write(decided(self.vote, self._voice, accepted))
        self._loaded = self.vote

    def choose_method(self, method: VoteMethod) -> None:
        """Changes how the vote is taken; between variants nothing else follows from it."""
        if self.vote.options:
            self._write(replace(self.vote, method=method))
        else:
            self.grid.set_method(method)
            self.store()

    def choose_majority(self, majority: Majority) -> None:
        """Changes the majority that is needed; an outcome follows."""
        vote = replace(self.vote, majority=majority)
        self._write(self._with_outcome(vote) if is_finished(vote) else vote)
        self._loaded = replace(self._loaded, majority=majority)

    def renew_wording(self) -> None:
        """An edited wording gives way to the one that the numbers make."""
        self._write(decided(replace(self.vote, verdict=None), self._voice, self.announced))
        self.reworded()

    def reworded(self) -> None:
        """The wording was settled by hand, for the numbers as they are."""
        self._loaded = replace(self._loaded, verdict=self.vote.verdict)
        self._worded, self._left_behind = self.vote, False

    def begin_run(self) -> None:
        """Keys begin to follow each other: should they turn out to be text, this is what is gone back to."""
        self._steps = self._book.steps

    def take_back(self) -> None:
        """The keys were text: what they wrote is undone, so that undo does not lead through it."""
        self.writing = True
        while self._book.steps > self._steps:
            self._book.undo()
        self.writing = False

    def _with_outcome(self, vote: Vote) -> Vote:
        return decided(grid_book.with_floor(vote, self._floor), self._voice, self.announced, before=self.vote)

    def _write(self, vote: Vote) -> None:
        self.writing = True
        grid_book.store(self._book, vote)
        self.writing = False

    # --- in words

    def said(self) -> Said:
        """What the numbers amount to, were it done now."""
        sheet, recused = self.grid.sheet, grid_book.recused_words(self._book, self._floor)
        if self.is_open and sheet.by_name and not_called(sheet):
            return so_far_said(sheet, recused)
        vote = grid_book.with_floor(counted(self.vote, sheet, done=True), self._floor)
        worded = None if self._left_behind else self._worded
        return said(vote, sheet, worded, self._voice, self.law, self.announced, recused)
