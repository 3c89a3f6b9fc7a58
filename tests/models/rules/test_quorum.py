"""Whether enough are there to decide: every rule of the Länder, odd and even numbers, all of them recused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.presence import Seat
from desktop.models.rules.quorum import QuorumRule, quorum
from desktop.models.values import AttendanceGroup
from desktop.models.values.law import QuorumBase, QuorumLaw, Relief

HALF = QuorumLaw(base=QuorumBase.AT_LEAST_HALF)
OFF = QuorumLaw(recused_reduce=True)


def seat(number: int, *, here: bool = True, votes: bool = True, recused: bool = False, deputy: bool = False) -> Seat:
    group = AttendanceGroup.DEPUTY if deputy else AttendanceGroup.MEMBER
    return Seat(f"a{number}", f"p{number}", None, group, None, votes, here, recused)


def present(number: int, recused: int = 0) -> tuple[Seat, ...]:
    return tuple(seat(place, recused=place >= number) for place in range(number + recused))


@pytest.mark.parametrize(
    ("statutory", "more_than_half", "at_least_half"),
    [(1, 1, 1), (2, 2, 1), (3, 2, 2), (14, 8, 7), (15, 8, 8), (16, 9, 8), (57, 29, 29), (58, 30, 29)],
)
def test_both_bases_by_odd_and_even_numbers(statutory: int, more_than_half: int, at_least_half: int) -> None:
    for law, needed, rule in (
        (None, more_than_half, QuorumRule.MORE_THAN_HALF),
        (HALF, at_least_half, QuorumRule.AT_LEAST_HALF),
    ):
        enough, short = quorum(present(needed), statutory, law), quorum(present(needed - 1), statutory, law)
        assert (enough.needed, enough.rule, enough.met) == (needed, rule, True)
        assert (short.entitled, short.met) == (needed - 1, False)


def test_who_is_away_or_has_no_vote_or_deputises_for_nobody_missing_counts_for_nothing() -> None:
    seats = (seat(1), seat(2, here=False), seat(3, votes=False), seat(4, deputy=True))
    found = quorum(seats, None)
    assert (found.statutory, found.entitled, found.needed) == (2, 2, 2)


def test_without_a_statutory_number_the_seats_in_the_list_stand_for_it() -> None:
    assert quorum(present(2), None).needed == 2
    assert not quorum((), None).met


@pytest.mark.parametrize(
    ("law", "base", "needed", "rule"),
    [
        (QuorumLaw(), 15, 8, QuorumRule.MORE_THAN_HALF),
        (OFF, 13, 7, QuorumRule.MORE_THAN_HALF),
        (QuorumLaw(base=QuorumBase.AT_LEAST_HALF, recused_reduce=True), 13, 7, QuorumRule.AT_LEAST_HALF),
    ],
)
def test_the_recused_are_taken_off_where_the_law_says_so(
    law: QuorumLaw, base: int, needed: int, rule: QuorumRule
) -> None:
    found = quorum(present(7, recused=2), 15, law)
    assert (found.recused, found.base, found.needed, found.rule) == (2, base, needed, rule)
    assert found.statutory == 15


def test_who_is_recused_and_has_left_is_taken_off_too_unless_a_deputy_votes() -> None:
    """Five of ten, one of them excluded: half of nine is enough (§ 38 GO SH)."""
    gone = seat(9, here=False, recused=True)
    found = quorum((*present(5), gone), 10, OFF)
    assert (found.recused, found.base, found.needed, found.met) == (1, 9, 5, True)
    deputy = replace(seat(8, deputy=True), deputy_for=gone.person)
    assert quorum((*present(5), gone, deputy), 10, OFF).recused == 0
    assert quorum((*present(5), replace(deputy, recused=True, here=False)), 10, OFF).recused == 0
    assert quorum((*present(5), replace(deputy, recused=True)), 10, OFF).recused == 1


def test_where_more_than_half_are_recused_less_will_do() -> None:
    quarter, anybody = QuorumLaw(most_recused=Relief.QUARTER), QuorumLaw(most_recused=Relief.ANY)
    found = quorum(present(4, recused=8), 15, quarter)
    assert (found.needed, found.rule, found.met) == (4, QuorumRule.QUARTER, True)
    assert quorum(present(1, recused=8), 15, anybody).met
    assert quorum(present(1, recused=8), 15, anybody).rule is QuorumRule.ANY
    # 7 of 14 is half, not more
    assert quorum(present(4, recused=7), 14, quarter).rule is QuorumRule.MORE_THAN_HALF


@pytest.mark.parametrize("law", [QuorumLaw(), HALF, OFF, QuorumLaw(most_recused=Relief.ANY)])
def test_where_all_are_recused_nobody_decides(law: QuorumLaw) -> None:
    assert not quorum(present(0, recused=5), 5, law).met


def test_a_second_call_needs_less_where_the_law_knows_it() -> None:
    three, anybody = QuorumLaw(second_call_least=3), QuorumLaw(second_call_least=0)
    assert not quorum(present(3), 15, three).met
    assert quorum(present(3), 15, three, second_call=True).rule is QuorumRule.SECOND_CALL
    assert quorum(present(3), 15, three, second_call=True).met
    assert not quorum(present(2), 15, three, second_call=True).met
    assert quorum(present(1), 15, anybody, second_call=True).met
    assert not quorum((), 15, anybody, second_call=True).met
    assert not quorum(present(3), 15, second_call=True).met


@pytest.mark.parametrize(
    ("here", "statutory", "second_call", "declared"),
    [(5, 15, False, False), (4, 15, False, True), (2, 5, False, True), (3, 5, False, False), (4, 15, True, False)],
)
def test_below_a_third_or_three_the_chair_has_to_say_so(
    here: int, statutory: int, second_call: bool, declared: bool
) -> None:
    law = QuorumLaw(challenge_below_third=True, least=3, second_call_least=3)
    assert quorum(present(here), statutory, law, second_call=second_call).must_be_declared == declared
    assert not quorum(present(here), statutory).must_be_declared


_LAWS = st.builds(
    QuorumLaw,
    base=st.sampled_from(list(QuorumBase)),
    recused_reduce=st.booleans(),
    most_recused=st.sampled_from([None, *Relief]),
    second_call_least=st.sampled_from([None, 0, 3]),
    challenge_below_third=st.booleans(),
    least=st.sampled_from([None, 3]),
)


@given(_LAWS, st.integers(0, 9), st.integers(0, 4), st.integers(0, 12), st.booleans())
def test_one_more_entitled_never_makes_it_worse(
    law: QuorumLaw, here: int, recused: int, statutory: int, second_call: bool
) -> None:
    before = quorum(present(here, recused), statutory, law, second_call=second_call)
    after = quorum((*present(here, recused), seat(99)), statutory, law, second_call=second_call)
    assert after.entitled == before.entitled + 1
    assert after.needed == before.needed
    assert after.met or not before.met
    assert before.must_be_declared or not after.must_be_declared
