"""The keys of the vote grid and of the roll call, as a state machine without Qt (desk.md §4).

Single letters are commands here. Somebody who has not noticed the grid types a sentence into it; the first letter
that is no key then takes back all that was pressed without a pause, and gives it out as text. A word made of command
letters only (»Anna«, »na ja«) is known for one by the Enter that follows without a pause: keys that follow each other
without one and are no count as people press it at speed (»n3e2«, »ja«, »na«, »er«, »n «) are text. In a roll call it
is a short row that leaves members uncalled, or one with a space in it.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.models.rules.votes import Column
from desktop.models.values import VoteMethod
from desktop.ui.desk.voting.grid_commands import (
    LIMIT,
    Command,
    all_here,
    clear,
    digit,
    erase,
    moved,
    one_fewer,
    one_more,
    rest_here,
    to_column,
    whole_row,
    with_method,
)
from desktop.ui.desk.voting.grid_rollcall import (
    CHOICE_OF_KEY,
    called,
    called_on,
    in_order,
    member_moved,
    not_called,
    reordered,
    uncalled,
)
from desktop.ui.desk.voting.grid_sheet import TOTAL, Line, Member, Sheet

#: a longer pause than this between two keys ends a run: what comes after is meant. In seconds
PAUSE = 0.5
#: how far Page up and down go in a roll call
PAGE = 10
#: a count as it is pressed at speed: columns with their numbers, then a column with all, the rest or a whole faction
_COUNT = re.compile(r"g?[-−+]*([jne]?[-−+]*\d+[-−+]*)*([jne]?[ar ]?|p)[-−+]*", re.IGNORECASE)
_TWO_WORDS = re.compile(r"[^\W_] .*[^\W_]")
#: the longest German words of the letters of a roll call; a longer row of them is votes
_LONGEST_WORD = 8


class Key(StrEnum):
    """The keys that are no characters."""

    UP = "Up"
    DOWN = "Down"
    LEFT = "Left"
    RIGHT = "Right"
    HOME = "Home"
    END = "End"
    PAGE_UP = "PageUp"
    PAGE_DOWN = "PageDown"
    ENTER = "Enter"
    ESCAPE = "Escape"
    BACKSPACE = "Backspace"
    DELETE = "Delete"


class Effect(StrEnum):
    """What a key press means for the one who shows the grid."""

    STAY = "stay"
    DONE = "done"
    LATER = "later"  # kept as open
    BLIND = "blind"  # it was text, not meant for the grid
    SEARCH = "search"  # a member of the roll call is looked for
    NO_ABSTAINING = "noAbstaining"  # abstaining is not provided for; pressed again it is taken down
    NOBODY = "nobody"  # by name, but nobody is known to be here
    UNCALLED = "uncalled"  # some have not been called; Enter again ends it all the same
    TOO_MANY = "tooMany"  # more are counted than are present; Enter again ends it all the same
    TOO_FEW = "tooFew"  # some stand nowhere yet; Enter again ends it all the same


#: pressed again, the key does it all the same
_REFUSALS = (Effect.NO_ABSTAINING, Effect.UNCALLED, Effect.TOO_MANY, Effect.TOO_FEW)


@dataclass(frozen=True, slots=True)
class Reaction:
    """``text`` is what was typed blindly."""

    effect: Effect = Effect.STAY
    text: str = ""


class Grid:
    """A sheet and the keys that change it. ``touched``: whether any number has been changed since it was opened."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.touched = False
        self._run = ""
        self._running = False
        self._last = 0.0
        self._before = (sheet, False)
        self._warned: Effect | None = None

    def press(self, key: str, at: float) -> Reaction:
        """One key: a character as typed, or a ``Key``. ``at`` are seconds by a clock that never goes back."""
        warned, self._warned = self._warned, None
        if self.begins_run(at):
            self._run, self._running, self._before = "", False, (self.sheet, self.touched)
        self._last = at
        reaction = self._named(key, warned) if isinstance(key, Key) else self._character(key, warned)
        if reaction.effect in _REFUSALS:
            self._warned = reaction.effect
        return reaction

    def begins_run(self, at: float) -> bool:
        """Whether a key pressed now is the first after a pause, so that blind typing takes nothing back before it."""
        return not self._running or at - self._last > PAUSE

    def _character(self, key: str, warned: Effect | None) -> Reaction:
        if key == "/" and self.sheet.by_name and not self._running:
            return Reaction(Effect.SEARCH)
        self._run, self._running = self._run + key, True
        command = self._command(key)
        if command is None:
            return self._blind()
        if key.casefold() == "e" and Column.ABSTENTIONS not in self.sheet.columns:
            if warned is not Effect.NO_ABSTAINING:
                return Reaction(Effect.NO_ABSTAINING)
            self.sheet = replace(self.sheet, columns=tuple(Column))
        if warned is Effect.NO_ABSTAINING and key.isdigit():
            return Reaction(Effect.NO_ABSTAINING)  # the number was meant for the column that is not there
        if key.casefold() == "p" and not (self.sheet.members or self.sheet.by_name):
            return Reaction(Effect.NOBODY)
        self._show(command(self.sheet))
        return Reaction()

    def _blind(self) -> Reaction:
        """Takes back all that was typed without a pause and gives it out."""
        text, self._run, self._running = self._run, "", False
        self.sheet, self.touched = self._before
        return Reaction(Effect.BLIND, text)

    def go_to(self, row: int, column: Column) -> None:
        """Puts the caret into a cell, e.g. by a click."""
        self._running = False
        self.sheet = replace(self.sheet, caret=(row, column), entering=False)

    def rest(self) -> None:
        """The keyboard is elsewhere: what is typed after it came back is a number of its own."""
        self._running = False
        self.sheet = replace(self.sheet, entering=False)

    def go_to_member(self, member: int) -> None:
        """Puts the caret of the roll call on a member."""
        self._running = False
        self.sheet = replace(self.sheet, member=member)

    def seat(self, lines: tuple[Line, ...], members: tuple[Member, ...]) -> None:
        """Takes over who is present now. Rows keep their numbers; one that nobody is in any more keeps its place."""
        known = {(line.organization, line.person): line for line in lines}
        gone = [replace(line, present=0) if line.present is not None else line for line in self.sheet.lines]
        kept = [known.pop((line.organization, line.person), line) for line in gone]
        rows = (*kept, *known.values())
        place: dict[tuple[str | None, str | None], int] = {}
        for row, line in enumerate(rows, start=1):
            place.setdefault((line.organization, line.person), row)
        moved = tuple(
            replace(member, row=place[lines[member.row - 1].organization, lines[member.row - 1].person])
            for member in members
        )
        seated = replace(self.sheet, lines=rows, members=moved, member=0, present=None)
        self.sheet = called_on(in_order(seated, alphabetical=seated.alphabetical), self._called())

    def _called(self) -> str | None:
        """The person at the caret of the roll call; None behind the last one."""
        sheet = self.sheet
        return sheet.members[sheet.member].person if sheet.member < len(sheet.members) else None

    def set_method(self, method: VoteMethod) -> None:
        """Changes how the vote is taken."""
        self._show(with_method(self.sheet, method))

    def set_invalid(self, count: int | None) -> None:
        """Sets the number of invalid ballots."""
        self._show(replace(self.sheet, invalid=count))

    def _show(self, sheet: Sheet) -> None:
        self.touched = self.touched or _content(sheet) != _content(self.sheet)
        self.sheet = sheet

    def _command(self, key: str) -> Command | None:
        if self.sheet.by_name:
            return _roll_call_command(key)
        if key.isascii() and key.isdigit():
            return lambda sheet: digit(sheet, int(key))
        letter = key.casefold()
        column = _LETTERS.get(letter)
        if column is not None:
            return lambda sheet: to_column(sheet, column)
        return _COMMANDS.get(letter)

    def _named(self, key: Key, warned: Effect | None) -> Reaction:
        if key is Key.ESCAPE:
            self._running = False
            return Reaction(Effect.LATER)
        if key is Key.ENTER and self._running and self._is_word():
            return self._blind()
        if key is Key.BACKSPACE and self._running:
            self._run = self._run[:-1]
        else:
            self._running = False
        return self._enter(warned) if key is Key.ENTER else self._move(key)

    def _enter(self, warned: Effect | None) -> Reaction:
        sheet = self.sheet
        if sheet.by_name or not sheet.entering or sheet.caret[0] in (TOTAL, sheet.rows[-1]):
            doubt = self._doubt()
            if self.touched and doubt is not None and warned is not doubt:
                return Reaction(doubt)
            self.sheet = replace(sheet, entering=False)
            return Reaction(Effect.DONE)
        return self._move(Key.ENTER)

    @property
    def is_clear(self) -> bool:
        """Whether something was counted and nothing speaks against ending it."""
        return self.touched and self._doubt() is None

    def _doubt(self) -> Effect | None:
        """What speaks against ending it now."""
        if self.sheet.by_name and not_called(self.sheet):
            return Effect.UNCALLED
        if self.sheet.has_too_many:
            return Effect.TOO_MANY
        return Effect.TOO_FEW if (self.sheet.difference or 0) > 0 else None

    def _move(self, key: Key) -> Reaction:
        move = _MEMBER_MOVES.get(key) if self.sheet.by_name else _MOVES.get(key)
        if move is not None:
            self._show(move(self.sheet))
        return Reaction()

    def _is_word(self) -> bool:
        """Whether what was typed at speed before Enter is a word of command letters only."""
        if not self.sheet.by_name:
            return _COUNT.fullmatch(self._run) is None
        if _TWO_WORDS.search(self._run):
            return True
        return 1 < len(self._run) <= _LONGEST_WORD and bool(not_called(self.sheet))


def _content(sheet: Sheet) -> Sheet:
    """The sheet without the caret and the way it is shown."""
    plain = in_order(sheet, alphabetical=False) if sheet.alphabetical else sheet
    return replace(plain, caret=(TOTAL, Column.YES), entering=False, member=0, columns=())


def _roll_call_command(key: str) -> Command | None:
    letter = key.casefold()
    if letter == "p":
        return lambda sheet: with_method(sheet, VoteMethod.OPEN)
    if letter == "r":
        return reordered
    if letter == " ":
        return lambda sheet: sheet
    choice = CHOICE_OF_KEY.get(letter)
    return None if choice is None else lambda sheet: called(sheet, choice)


_LETTERS = {"j": Column.YES, "n": Column.NO, "e": Column.ABSTENTIONS}
_COMMANDS: dict[str, Command] = {
    "a": all_here,
    "r": rest_here,
    "p": lambda sheet: with_method(sheet, VoteMethod.ROLL_CALL),
    "g": lambda sheet: with_method(sheet, VoteMethod.OPEN if sheet.method is VoteMethod.SECRET else VoteMethod.SECRET),
    " ": whole_row,
    "-": one_fewer,
    "−": one_fewer,
    "+": one_more,
}
_MOVES: dict[Key, Command] = {
    Key.UP: moved(-1, 0),
    Key.DOWN: moved(1, 0),
    Key.ENTER: moved(1, 0),
    Key.LEFT: moved(0, -1),
    Key.RIGHT: moved(0, 1),
    Key.HOME: moved(-LIMIT, 0),
    Key.END: moved(LIMIT, 0),
    Key.PAGE_UP: moved(-LIMIT, 0),
    Key.PAGE_DOWN: moved(LIMIT, 0),
    Key.BACKSPACE: erase,
    Key.DELETE: clear,
}
_MEMBER_MOVES: dict[Key, Command] = {
    Key.UP: member_moved(lambda sheet: sheet.member - 1),
    Key.DOWN: member_moved(lambda sheet: sheet.member + 1),
    Key.PAGE_UP: member_moved(lambda sheet: sheet.member - PAGE),
    Key.PAGE_DOWN: member_moved(lambda sheet: sheet.member + PAGE),
    Key.HOME: member_moved(lambda sheet: 0),
    Key.END: member_moved(lambda sheet: len(sheet.members) - 1),
    Key.BACKSPACE: uncalled,
    Key.DELETE: uncalled,
}
