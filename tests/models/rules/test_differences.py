"""What does not add up between totals, factions and ballots."""

from dataclasses import replace

from hypothesis import given

from desktop.models.rules.differences import Difference, Source, differences
from desktop.models.rules.votes import Column, sum_of_rows
from desktop.models.values import Ballot, Choice, FactionRow, Rest, Vote
from tests.models.rules.test_votes import VOTES


def test_differences_name_source_column_and_both_numbers() -> None:
    vote = Vote(
        yes=15,
        no=0,
        by_faction=(FactionRow(label="a", yes=14, no=1),),
        ballots=(Ballot(person="p", choice=Choice.YES),),
    )
    assert differences(vote) == (
        Difference(Source.ROWS, Column.YES, 15, 14),
        Difference(Source.ROWS, Column.NO, 0, 1),
        Difference(Source.BALLOTS, Column.YES, 15, 1),
    )


def test_nothing_to_compare_is_no_difference() -> None:
    assert differences(Vote(yes=15, no=0)) == ()
    assert differences(Vote(yes=15, by_faction=(FactionRow(label="a", yes=15),))) == ()


def test_the_factions_of_the_rest_are_left_blank_and_contradict_nothing() -> None:
    vote = Vote(yes=17, no=3, rest=Rest.YES, by_faction=(FactionRow(label="a", no=3),))
    assert differences(vote) == ()
    assert differences(replace(vote, no=4)) == (Difference(Source.ROWS, Column.NO, 4, 3),)


@given(VOTES)
def test_announcing_what_was_counted_leaves_no_difference_with_the_rows(vote: Vote) -> None:
    summed = sum_of_rows(vote.by_faction)
    if summed is None:
        return
    told = replace(vote, yes=summed.yes, no=summed.no, abstentions=summed.abstentions, not_voting=summed.not_voting)
    assert differences(told) == ()
