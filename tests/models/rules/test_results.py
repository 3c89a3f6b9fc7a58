"""The kind of result that votes suggest."""

from dataclasses import replace

import pytest

from desktop.models.profiles import load
from desktop.models.rules.results import suggested
from desktop.models.values import AgendaItem, Election, Entry, Motion, MotionOutcome, MotionType, ResultClass, Vote

WORDS = load("standard").procedural
AMENDMENT = Motion(key="a", motion_type=MotionType.AMENDMENT)
MAIN = Motion(key="m")
ON_MAIN = Vote(key="v", on=("m",))
RESOLVED = Vote(key="v", accepted=True)


def procedural(kind: str) -> Motion:
    return Motion(key="g", motion_type=MotionType.PROCEDURAL, procedural_type=kind)


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ((), None),
        ((Vote(key="v"),), None),
        ((RESOLVED,), ResultClass.ACCEPTED),
        ((replace(RESOLVED, accepted=False),), ResultClass.REJECTED),
        ((Vote(key="v", on=("i",), accepted=True),), ResultClass.ACCEPTED),
        ((replace(RESOLVED, part="Ziffer 1"),), None),
        ((replace(RESOLVED, prepared=True),), None),
        ((replace(RESOLVED, yes_means_rejection=True),), ResultClass.REJECTED),
        ((AMENDMENT, Vote(key="w", on=("a",), accepted=True), RESOLVED), ResultClass.AMENDED),
        ((AMENDMENT, Vote(key="w", on=("a",), accepted=False), RESOLVED), ResultClass.ACCEPTED),
        ((replace(AMENDMENT, outcome=MotionOutcome.ADOPTED_BY_MOVER), RESOLVED), ResultClass.AMENDED),
        ((AMENDMENT, Vote(key="w", on=("a",), accepted=True)), None),
        ((RESOLVED, Vote(key="w", voids="v", accepted=False)), ResultClass.REJECTED),
        ((RESOLVED, Vote(key="w", voids="v")), ResultClass.ACCEPTED),
        ((MAIN, replace(ON_MAIN, accepted=True)), ResultClass.ACCEPTED),
        ((MAIN, replace(ON_MAIN, accepted=False)), ResultClass.REJECTED),
        ((MAIN, replace(MAIN, key="n"), replace(ON_MAIN, accepted=True)), None),
        ((procedural("Vertagung"), Vote(on=("g",), accepted=True)), ResultClass.POSTPONED),
        ((procedural("Verweisung"), Vote(on=("g",), accepted=False)), None),
        ((procedural("Vertagung des TOP"), Vote(on=("g",), accepted=True)), ResultClass.POSTPONED),
        ((procedural("Überweisung"), Vote(on=("g",), accepted=True)), ResultClass.REFERRED),
        ((procedural("Rücküberweisung an den Ausschuss"), Vote(on=("g",), accepted=True)), ResultClass.REFERRED),
        ((procedural("Absetzung von der Tagesordnung"), Vote(on=("g",), accepted=True)), ResultClass.REMOVED),
        ((procedural("Übergang zur Tagesordnung"), Vote(on=("g",), accepted=True)), None),
        ((replace(RESOLVED, accepted=None, yes=2, no=1),), ResultClass.ACCEPTED),
        ((replace(RESOLVED, accepted=False, yes=10, no=10, yes_means_rejection=True),), ResultClass.REJECTED),
        ((procedural("keine Vertagung"), Vote(on=("g",), accepted=True)), None),
    ],
)
def test_what_votes_suggest(entries: tuple[Entry, ...], kind: ResultClass | None) -> None:
    assert suggested(AgendaItem(key="i", proceedings=entries), WORDS, advisory=False) is kind


def test_an_advisory_body_recommends_and_can_refuse() -> None:
    item = AgendaItem(key="i", proceedings=(RESOLVED,))
    assert suggested(item, WORDS, advisory=True) is ResultClass.RECOMMENDED
    refused = replace(item, proceedings=(replace(RESOLVED, accepted=False),))
    assert suggested(refused, WORDS, advisory=True) is ResultClass.REJECTED


def test_a_block_vote_elsewhere_decides_too() -> None:
    assert suggested(AgendaItem(key="i"), WORDS, advisory=False, elsewhere=(RESOLVED,)) is ResultClass.ACCEPTED


def test_the_only_motion_is_not_the_resolution_where_a_paper_proposes_one() -> None:
    entries = (MAIN, replace(ON_MAIN, accepted=True))
    assert suggested(AgendaItem(key="i", papers=("p",), proceedings=entries), WORDS, advisory=False) is None


ELECTION = Election(key="e", office="Vorsitz", elected=("Anna Muster",))
POSTPONE = Vote(key="v", subject="Vertagung der Wahl", accepted=False)


def test_a_decided_election_goes_before_the_votes_of_its_item() -> None:
    item = AgendaItem(key="i", proceedings=(ELECTION, RESOLVED))
    assert suggested(item, WORDS, advisory=True, elected=True) is ResultClass.ELECTED
    assert suggested(item, WORDS, advisory=False) is ResultClass.ACCEPTED
    resolved = replace(item, resolution="Der Ausschuss besetzt die Stelle neu.")
    assert suggested(resolved, WORDS, advisory=False, elected=True) is ResultClass.ACCEPTED


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (AgendaItem(proceedings=(POSTPONE, ELECTION)), None),
        (AgendaItem(proceedings=(POSTPONE, replace(ELECTION, prepared=True))), ResultClass.REJECTED),
        (AgendaItem(proceedings=(ELECTION, POSTPONE)), ResultClass.REJECTED),
        (AgendaItem(proceedings=(replace(POSTPONE, subject=None), ELECTION)), ResultClass.REJECTED),
        (AgendaItem(proceedings=(replace(POSTPONE, on=("i",)), ELECTION)), ResultClass.REJECTED),
        (AgendaItem(proceedings=(POSTPONE, ELECTION), resolution="Zwei Stellvertreter."), ResultClass.REJECTED),
    ],
)
def test_a_vote_on_its_own_subject_before_an_election_settles_nothing(
    item: AgendaItem, kind: ResultClass | None
) -> None:
    assert suggested(replace(item, key="i"), WORDS, advisory=False) is kind
