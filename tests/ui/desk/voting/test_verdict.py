"""The wording of a vote: it follows the numbers, a changed one stays, and it names who was against."""

from dataclasses import replace

import pytest

from desktop.models.book import Book
from desktop.models.values import FactionRow, Land, Organization, Person, Vote
from desktop.models.values.law import MajorityBase
from desktop.ui.desk.voting.verdict import Voice, decided, voice
from tests.ui.desk.council import make

EDITED = "Angenommen, wie verkündet"


@pytest.fixture
def council(book: Book) -> Book:
    return make(book)


@pytest.fixture
def house(council: Book) -> Voice:
    return voice(council)


def key_of(speaker: Voice, name: str) -> str:
    rows: dict[str, Organization | Person] = {**speaker.names.organizations, **speaker.names.persons}
    return next(
        key
        for key, row in rows.items()
        if name in (row.name if isinstance(row, Organization) else row.family_name or "")
    )


def test_the_outcome_follows_from_the_numbers_and_has_the_words_of_the_house(house: Voice) -> None:
    assert decided(Vote(yes=8, no=5), house, None) == Vote(
        yes=8, no=5, accepted=True, verdict="Mehrheitlich beschlossen"
    )
    assert decided(Vote(yes=8), house, None) == Vote(yes=8)


def test_what_the_chair_announces_goes_before_the_numbers(house: Voice) -> None:
    told = decided(Vote(yes=8, no=5), house, False)
    assert (told.accepted, told.verdict) == (False, "Mehrheitlich abgelehnt")


def test_our_wording_follows_new_numbers_and_goes_without_an_outcome(house: Voice) -> None:
    before = decided(Vote(yes=8, no=5), house, None)
    recounted = replace(before, yes=13, no=0)
    assert decided(recounted, house, None, before=before).verdict == "Einstimmig beschlossen"
    assert decided(replace(before, yes=None), house, None, before=before).verdict is None


def test_an_edited_wording_stays(house: Voice) -> None:
    before = replace(decided(Vote(yes=8, no=5), house, None), verdict=EDITED)
    assert decided(replace(before, yes=0, no=13), house, None, before=before).verdict == EDITED
    assert decided(replace(before, yes=None), house, None, before=before).verdict == EDITED


def test_a_sentence_with_names_and_numbers_is_ours_too(council: Book) -> None:
    council.change(council.shelf.records[council.meeting.key].parent or "", profile="weidenfurt")
    house = voice(council)
    cdu, spd = key_of(house, "CDU"), key_of(house, "SPD")
    rows = (FactionRow(organization=cdu, yes=5), FactionRow(organization=spd, no=4))
    before = decided(Vote(yes=5, no=4, abstentions=0, by_faction=rows), house, None)
    assert before.verdict == "Mehrheitlich gegen die Stimmen der SPD-Fraktion beschlossen"
    more = replace(before, no=0, abstentions=4, by_faction=(rows[0], replace(rows[1], no=0, abstentions=4)))
    assert decided(more, house, None, before=before).verdict == (
        "Einstimmig bei Enthaltung der SPD-Fraktion beschlossen"
    )
    alone = (rows[0], FactionRow(person=key_of(house, "Held"), no=1))
    told = decided(Vote(yes=5, no=1, abstentions=0, by_faction=alone), house, None)
    assert told.verdict == "Mehrheitlich gegen die Stimme des Bürgermeisters Held beschlossen"


def test_the_majority_is_that_of_the_law(council: Book) -> None:
    assert voice(council).base is MajorityBase.YES_AND_NO
    strict = replace(voice(council), base=MajorityBase.VOTES_CAST)
    told = decided(Vote(yes=6, no=5, abstentions=2), strict, None)
    assert (told.accepted, told.verdict) == (False, "Abgelehnt, die erforderliche Mehrheit ist nicht erreicht")


@pytest.mark.parametrize("land", list(Land))
def test_every_land_has_a_base(council: Book, land: Land) -> None:
    council.change(council.shelf.records[council.meeting.key].parent or "", state=land)
    assert decided(Vote(yes=8, no=5, abstentions=0, present=13), voice(council), None).accepted is True
