"""The kind of result follows the votes, and never what somebody chose."""

from dataclasses import replace

import pytest

from desktop.models.book import Book
from desktop.models.values import AgendaItem, ResultClass, Vote
from desktop.ui.desk.elections.election_book import add_election, election_of, suggest_result
from desktop.ui.desk.items.results import CLASS_OF, RESULTS, WORD_OF, offer_amended
from desktop.ui.desk.voting import voteflow
from desktop.ui.desk.voting.grid_book import store
from tests.ui.desk.council import make


@pytest.fixture
def council(book: Book) -> Book:
    return make(book)


def item(book: Book, place: int = 0) -> AgendaItem:
    return book.meeting.agenda[place]


def vote(book: Book, **fields: object) -> Vote:
    key = book.add(Vote(), item(book).key, "proceedings")
    return change(book, key, **fields)


def change(book: Book, key: str, **fields: object) -> Vote:
    value = book.shelf.value(key)
    assert isinstance(value, Vote)
    store(book, replace(value, **fields))  # type: ignore[arg-type]
    changed = book.shelf.value(key)
    assert isinstance(changed, Vote)
    return changed


def result(book: Book, place: int = 0) -> tuple[str | None, ResultClass | None]:
    return item(book, place).result, item(book, place).result_class


def test_an_accepted_resolution_sets_the_result_in_the_same_step(council: Book) -> None:
    taken = vote(council, yes=13, no=0, accepted=True)
    assert result(council) == ("ungeändert beschlossen", ResultClass.ACCEPTED)
    council.undo()
    assert result(council) == (None, None)
    undone = council.shelf.value(taken.key)
    assert isinstance(undone, Vote)
    assert undone.accepted is None
    council.redo()
    assert result(council) == ("ungeändert beschlossen", ResultClass.ACCEPTED)


@pytest.mark.parametrize("accepted", [True, None])
def test_a_vote_that_is_removed_takes_the_result_along(council: Book, accepted: bool | None) -> None:
    taken = vote(council, yes=13, no=0, accepted=accepted)
    assert result(council) == ("ungeändert beschlossen", ResultClass.ACCEPTED)
    voteflow.remove(council, taken.key)
    assert result(council) == (None, None)
    council.undo()
    assert result(council) == ("ungeändert beschlossen", ResultClass.ACCEPTED)
    assert council.shelf.value(taken.key) == taken


def test_what_the_vote_set_follows_it_and_goes_with_it(council: Book) -> None:
    taken = vote(council, yes=13, no=0, accepted=True)
    change(council, taken.key, yes=0, no=13, accepted=False)
    assert result(council) == ("abgelehnt", ResultClass.REJECTED)
    change(council, taken.key, yes=None, no=None, accepted=None)
    assert result(council) == (None, None)


@pytest.mark.parametrize(
    "chosen", [{"result": "1. Lesung", "result_class": ResultClass.POSTPONED}, {"result": "so beschlossen"}]
)
def test_what_somebody_chose_stays(council: Book, chosen: dict[str, object]) -> None:
    council.change(item(council).key, **chosen)
    taken = vote(council, yes=13, no=0, accepted=True)
    change(council, taken.key, yes=0, no=13, accepted=False)
    assert item(council).result == chosen["result"]


def test_what_was_offered_before_the_vote_goes_when_it_is_rejected(council: Book) -> None:
    offer_amended(council, item(council))
    taken = vote(council, yes=13, no=0, accepted=True)
    assert result(council) == ("geändert beschlossen", ResultClass.AMENDED)
    council.undo()
    change(council, taken.key, yes=0, no=13, accepted=False)
    assert result(council) == ("abgelehnt", ResultClass.REJECTED)


def test_nothing_is_offered_where_something_stands(council: Book) -> None:
    council.change(item(council).key, result="vertagt", result_class=ResultClass.POSTPONED)
    offer_amended(council, item(council))
    assert item(council).result == "vertagt"


def test_a_block_vote_sets_every_item(council: Book) -> None:
    both = (item(council).key, item(council, 1).key)
    taken = vote(council)
    council.change(taken.key, on=both)
    change(council, taken.key, yes=13, no=0, accepted=True)
    assert result(council, 0) == result(council, 1) == ("ungeändert beschlossen", ResultClass.ACCEPTED)


def test_every_word_has_its_class_and_a_class_its_usual_word() -> None:
    assert len(CLASS_OF) == len(RESULTS)
    assert WORD_OF[ResultClass.POSTPONED] == "vertagt"
    assert set(WORD_OF) == set(ResultClass)


def test_what_is_voted_on_before_an_election_gives_way_to_it(council: Book) -> None:
    taken = vote(council, yes=0, no=13, accepted=False)
    council.change(taken.key, subject="Vertagung der Wahl")
    assert result(council) == ("abgelehnt", ResultClass.REJECTED)
    key = add_election(council, item(council).key, None, "2026-03-05T18:30:00+01:00")
    assert result(council) == (None, None)
    won = replace(election_of(council, key), elected=("Frau Amsel0",))
    council.change(key, elected=won.elected)
    assert suggest_result(council, won)
    assert result(council) == ("gewählt", ResultClass.ELECTED)


def test_an_election_replaces_what_a_vote_suggested_but_nothing_chosen(council: Book) -> None:
    key = add_election(council, item(council).key, None, "2026-03-05T18:30:00+01:00")
    later = vote(council, yes=0, no=13, accepted=False)
    assert result(council) == ("abgelehnt", ResultClass.REJECTED)
    council.change(key, elected=("Frau Amsel0",))
    assert suggest_result(council, election_of(council, key))
    assert result(council) == ("gewählt", ResultClass.ELECTED)
    change(council, later.key, yes=13, no=0, accepted=True)
    assert result(council) == ("gewählt", ResultClass.ELECTED)
    council.change(item(council).key, result="vertagt", result_class=ResultClass.POSTPONED)
    assert not suggest_result(council, election_of(council, key))
    assert item(council).result == "vertagt"


def test_an_election_leaves_the_result_of_a_resolution_besides(council: Book) -> None:
    council.change(item(council).key, resolution="Der Ausschuss setzt eine Arbeitsgruppe ein.")
    vote(council, yes=13, no=0, accepted=True)
    key = add_election(council, item(council).key, None, "2026-03-05T18:30:00+01:00")
    council.change(key, elected=("Frau Amsel0",))
    assert not suggest_result(council, election_of(council, key))
    assert result(council) == ("ungeändert beschlossen", ResultClass.ACCEPTED)
