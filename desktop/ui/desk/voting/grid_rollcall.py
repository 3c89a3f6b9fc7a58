"""The roll call: one key per member, the faction table follows from the names. No Qt.

The caret stands on a member, or behind the last one when all have been called.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType

from desktop.models.rules.votes import Column
from desktop.models.values import Choice
from desktop.ui.desk.voting.grid_sheet import COLUMN_OF_CHOICE, NO_STANCES, Member, Sheet

CHOICE_OF_KEY = {
    "j": Choice.YES,
    "n": Choice.NO,
    "e": Choice.ABSTENTION,
    "-": Choice.NOT_VOTING,
    "−": Choice.NOT_VOTING,
}


def called(sheet: Sheet, choice: Choice) -> Sheet:
    """Notes how the member at the caret voted and goes on to the next."""
    if sheet.member >= len(sheet.members):
        return sheet
    ballots = {**sheet.ballots, sheet.members[sheet.member].person: choice}
    return counted(replace(sheet, ballots=MappingProxyType(ballots), member=sheet.member + 1))


def uncalled(sheet: Sheet) -> Sheet:
    """Takes back the vote at the caret; where there is none, the one before."""
    if not sheet.members:
        return sheet
    place = min(sheet.member, len(sheet.members) - 1)
    if place == sheet.member and sheet.members[place].person not in sheet.ballots:
        place = max(0, place - 1)
    ballots = {person: choice for person, choice in sheet.ballots.items() if person != sheet.members[place].person}
    return counted(replace(sheet, ballots=MappingProxyType(ballots), member=place))


def counted(sheet: Sheet) -> Sheet:
    """The sheet with the faction table that follows from the names."""
    typed: dict[tuple[int, Column], int] = {}
    for member in sheet.members:
        column = COLUMN_OF_CHOICE.get(sheet.ballots.get(member.person, Choice.UNKNOWN))
        if column is not None:
            typed[member.row, column] = typed.get((member.row, column), 0) + 1
    return replace(sheet, typed=MappingProxyType(typed), stances=NO_STANCES)


def member_moved(step: Callable[[Sheet], int]) -> Callable[[Sheet], Sheet]:
    """A move of the caret among the members."""
    return lambda sheet: replace(sheet, member=min(max(step(sheet), 0), max(0, len(sheet.members) - 1)))


def not_called(sheet: Sheet) -> list[Member]:
    """Those whose vote is not noted yet, in the order in which they are called."""
    return [member for member in sheet.members if member.person not in sheet.ballots]


def in_order(sheet: Sheet, *, alphabetical: bool) -> Sheet:
    """The members by the alphabet, else faction by faction as the list of attendance names them.

    The caret stays with its member.
    """
    members = tuple(sorted(sheet.members, key=_by_name if alphabetical else _by_row))
    at = sheet.members[sheet.member] if sheet.member < len(sheet.members) else None
    place = members.index(at) if at is not None else len(members)
    return replace(sheet, members=members, member=place, alphabetical=alphabetical)


def called_on(sheet: Sheet, person: str | None) -> Sheet:
    """The caret on a person; where that one is gone or None, on the first who has not been called."""
    people = [member.person for member in sheet.members]
    if person not in people:
        person = next((member.person for member in not_called(sheet)), None)
    return replace(sheet, member=people.index(person) if person is not None else len(people))


def reordered(sheet: Sheet) -> Sheet:
    """The other order; the first who has not been called is next."""
    return called_on(in_order(sheet, alphabetical=not sheet.alphabetical), None)


def is_alphabetical(members: Sequence[Member], voted: Sequence[str]) -> bool | None:
    """Whether persons who voted one after the other were called by the alphabet; None where that cannot be told."""
    by_person = {member.person: member for member in members}
    called_ones = [by_person[person] for person in voted if person in by_person]
    by_alphabet = sorted(called_ones, key=_by_name)
    if by_alphabet == sorted(called_ones, key=_by_row):
        return None
    return called_ones == by_alphabet


def _by_name(member: Member) -> tuple[str, int]:
    return (member.sort or member.label.casefold(), member.place)


def _by_row(member: Member) -> tuple[int, int]:
    return (member.row, member.place)
