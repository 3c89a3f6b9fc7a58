"""The keys of the vote grid and of the roll call, as a state machine without Qt (desk.md §4).

Single letters are commands here. Somebody who has not noticed the grid types a sentence into it; the first letter
that is no key then takes back all that was pressed without a pause, and gives it out as text.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from desktop.models.rules.votes import Column
from desktop.models.values import VoteMethod
from desktop.ui.desk.grid_commands import (
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
)
from desktop.ui.desk.grid_rollcall import CHOICE_OF_KEY, called, counted, member_moved, uncalled
from desktop.ui.desk.grid_sheet import NO_STANCES, TOTAL, Line, Member, Sheet

#: a longer pause than this between two keys ends a run: what comes after is meant. In seconds
PAUSE = 0.5


class Key(StrEnum):
    """The keys that are no characters."""

    UP = "Up"
    DOWN = "Down"
    LEFT = "Left"
    RIGHT = "Right"
    HOME = "Home"
    END = "End"
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
        self._last = 0.0
        self._before = (sheet, False)

    def press(self, key: str, at: float) -> Reaction:
        """One key: a character as typed, or a ``Key``. ``at`` are seconds by a clock that never goes back."""
        if isinstance(key, Key):
            self._run = ""
            return self._named(key)
        if not self._run or at - self._last > PAUSE:
            self._run, self._before = "", (self.sheet, self.touched)
        self._run, self._last = self._run + key, at
        command = self._command(key)
        if command is None:
            text, self._run = self._run, ""
            self.sheet, self.touched = self._before
            return Reaction(Effect.BLIND, text)
        self._show(command(self.sheet))
        return Reaction()

    def go_to(self, row: int, column: Column) -> None:
        """Puts the caret into a cell, e.g. by a click."""
        self._run = ""
        self.sheet = replace(self.sheet, caret=(row, column), entering=False)

    def go_to_member(self, member: int) -> None:
        """Puts the caret of the roll call on a member."""
        self._run = ""
        self.sheet = replace(self.sheet, member=member)

    def seat(self, lines: tuple[Line, ...], members: tuple[Member, ...]) -> None:
        """Takes over who is present now. Rows keep their numbers; one that nobody is in any more keeps its place."""
        known = {(line.organization, line.person): line for line in lines}
        gone = [replace(line, present=0) if line.present is not None else line for line in self.sheet.lines]
        kept = [known.pop((line.organization, line.person), line) for line in gone]
        rows = (*kept, *known.values())
        place = {(line.organization, line.person): row for row, line in enumerate(rows, start=1)}
        moved = tuple(
            replace(member, row=place[lines[member.row - 1].organization, lines[member.row - 1].person])
            for member in members
        )
        caret = min(self.sheet.member, len(moved))
        self.sheet = replace(self.sheet, lines=rows, members=moved, member=caret, present=None)

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
            return (lambda sheet: to_column(sheet, column)) if column in self.sheet.columns else None
        return _COMMANDS.get(letter)

    def _named(self, key: Key) -> Reaction:
        if key is Key.ESCAPE:
            return Reaction(Effect.LATER)
        sheet = self.sheet
        if key is Key.ENTER and (sheet.by_name or not sheet.entering or sheet.caret[0] == sheet.rows[-1]):
            self.sheet = replace(sheet, entering=False)
            return Reaction(Effect.DONE)
        move = _MEMBER_MOVES.get(key) if sheet.by_name else _MOVES.get(key)
        if move is not None:
            self._show(move(sheet))
        return Reaction()


def with_method(sheet: Sheet, method: VoteMethod) -> Sheet:
    """The sheet for another way of voting.

    A roll call has no rest, and its numbers follow from the names once there are any. A secret ballot has totals only.
    """
    if method is sheet.method:
        return sheet
    changed = replace(sheet, method=method, entering=False)
    if method is VoteMethod.ROLL_CALL:
        called_one = replace(changed, rest=None, everybody=False, member=0)
        return counted(called_one) if sheet.ballots else called_one
    if method is VoteMethod.SECRET:
        totals = {place: number for place, number in sheet.typed.items() if place[0] == TOTAL}
        changed = replace(changed, typed=MappingProxyType(totals), stances=NO_STANCES)
        return replace(changed, rest=None, everybody=False, caret=(TOTAL, Column.YES))
    if sheet.method not in (VoteMethod.SECRET, VoteMethod.ROLL_CALL):
        return changed
    return replace(changed, rest=Column.YES, caret=(min(sheet.start, changed.rows[-1]), Column.YES))


def _content(sheet: Sheet) -> Sheet:
    """The sheet without the caret."""
    return replace(sheet, caret=(TOTAL, Column.YES), entering=False, member=0)


def _by_name(sheet: Sheet) -> Sheet:
    return with_method(sheet, VoteMethod.ROLL_CALL) if sheet.members else sheet


def _roll_call_command(key: str) -> Command | None:
    letter = key.casefold()
    if letter == "p":
        return lambda sheet: with_method(sheet, VoteMethod.OPEN)
    if letter == " ":
        return lambda sheet: sheet
    choice = CHOICE_OF_KEY.get(letter)
    return None if choice is None else lambda sheet: called(sheet, choice)


_LETTERS = {"j": Column.YES, "n": Column.NO, "e": Column.ABSTENTIONS}
_COMMANDS: dict[str, Command] = {
    "a": all_here,
    "r": rest_here,
    "p": _by_name,
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
    Key.BACKSPACE: erase,
    Key.DELETE: clear,
}
_MEMBER_MOVES: dict[Key, Command] = {
    Key.UP: member_moved(lambda sheet: sheet.member - 1),
    Key.DOWN: member_moved(lambda sheet: sheet.member + 1),
    Key.HOME: member_moved(lambda sheet: 0),
    Key.END: member_moved(lambda sheet: len(sheet.members) - 1),
    Key.BACKSPACE: uncalled,
    Key.DELETE: uncalled,
}
