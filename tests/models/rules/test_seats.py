"""Seats of lists by the three methods, against published examples, and what holds for any votes."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.seats import Allocation, allocate
from desktop.models.values import SeatMethod

D_HONDT, HARE, SAINTE_LAGUE = SeatMethod.D_HONDT, SeatMethod.HARE_NIEMEYER, SeatMethod.SAINTE_LAGUE
DIVISORS = (D_HONDT, SAINTE_LAGUE)


@pytest.mark.parametrize(
    ("votes", "seats", "expected"),
    [
        # de.wikipedia.org »D'Hondt-Verfahren«, »Hare-Niemeyer-Verfahren«, »Sainte-Laguë-Verfahren«
        ((416, 338, 246), 10, {D_HONDT: (4, 4, 2), HARE: (4, 3, 3), SAINTE_LAGUE: (4, 3, 3)}),
        # en.wikipedia.org »D'Hondt method«, with the comparison to Webster/Sainte-Laguë
        ((100_000, 80_000, 30_000, 20_000), 8, {D_HONDT: (4, 3, 1, 0), SAINTE_LAGUE: (3, 3, 1, 1)}),
        # staatsrecht.honikel.de »Berechnungsbeispiele«, all three methods
        ((6100, 5000, 900), 10, {D_HONDT: (6, 4, 0), HARE: (5, 4, 1), SAINTE_LAGUE: (5, 4, 1)}),
        # electowiki.org »Sainte-Laguë method«: no majority of the seats for the majority of the votes
        ((503, 304, 193), 35, {SAINTE_LAGUE: (17, 11, 7)}),
    ],
)
def test_published_examples(votes: tuple[int, ...], seats: int, expected: dict[SeatMethod, tuple[int, ...]]) -> None:
    for method, shares in expected.items():
        assert allocate(method, votes, seats) == Allocation(shares), method


@pytest.mark.parametrize(
    ("method", "votes", "seats", "expected"),
    [
        (D_HONDT, (10, 10), 3, Allocation((1, 1), 1, (0, 1))),
        (D_HONDT, (20, 10, 5), 3, Allocation((2, 1, 0))),  # 10 = 10, and both fit
        (D_HONDT, (20, 10, 5), 2, Allocation((1, 0, 0), 1, (0, 1))),
        (HARE, (5, 5, 5), 4, Allocation((1, 1, 1), 1, (0, 1, 2))),
        (HARE, (5, 5, 5), 5, Allocation((1, 1, 1), 2, (0, 1, 2))),
        (SAINTE_LAGUE, (9, 3), 2, Allocation((1, 0), 1, (0, 1))),
        (D_HONDT, (7, 0), 2, Allocation((2, 0))),
        (D_HONDT, (0, 0), 2, Allocation((0, 0), 2)),
        (HARE, (), 3, Allocation((), 3)),
        (SAINTE_LAGUE, (8, 5), 0, Allocation((0, 0))),
    ],
)
def test_ties_and_ends(method: SeatMethod, votes: tuple[int, ...], seats: int, expected: Allocation) -> None:
    assert allocate(method, votes, seats) == expected


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        allocate(HARE, (3, -1), 2)


_VOTES = st.lists(st.integers(0, 60), min_size=1, max_size=5)


@given(st.sampled_from(SeatMethod), _VOTES, st.integers(0, 12))
def test_no_seat_is_lost_and_the_order_of_lists_does_not_matter(
    method: SeatMethod, votes: list[int], seats: int
) -> None:
    found = allocate(method, votes, seats)
    assert sum(found.seats) + found.open == seats
    assert not found.tied or 0 < found.open < len(found.tied)
    for order in list(permutations(range(len(votes))))[:6]:
        other = allocate(method, [votes[place] for place in order], seats)
        assert [other.seats[order.index(place)] for place in range(len(votes))] == list(found.seats)
        assert {order[place] for place in other.tied} == set(found.tied)


@given(st.sampled_from(DIVISORS), _VOTES, st.integers(1, 12), st.data())
def test_more_votes_or_more_seats_never_cost_a_seat(
    method: SeatMethod, votes: list[int], seats: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(votes) - 1))
    more = [count + data.draw(st.integers(0, 20)) * (number == place) for number, count in enumerate(votes)]
    before, after = allocate(method, votes, seats), allocate(method, more, seats)
    assert after.seats[place] + (place in after.tied) >= before.seats[place]
    larger = allocate(method, votes, seats + 1)
    pairs = zip(before.seats, larger.seats, strict=True)
    assert all(old <= new + (number in larger.tied) for number, (old, new) in enumerate(pairs))
