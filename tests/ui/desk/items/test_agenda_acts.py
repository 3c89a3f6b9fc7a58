"""Building the agenda: order, levels, parts and their numbers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem, Body, InvitationItem, ItemKind, Meeting, MeetingState
from desktop.ui.desk.items import agenda_acts


def open_agenda(book: Book, *numbers: str, invited: bool = False) -> list[str]:
    """A meeting with items of these numbers (N in front: not public); returns their keys."""
    items = tuple(AgendaItem(number=one.lstrip("N"), name=f"TOP {one}", public="N" not in one) for one in numbers)
    state = MeetingState.RUNNING if invited else MeetingState.PREPARATION
    invitation = tuple(InvitationItem(number=item.number, name=item.name) for item in items) if invited else ()
    body = book.add(Body(name="Stadt Tornau"), None, "bodies")
    meeting = Meeting(name="1.", start="2026-03-05", agenda=items, state=state, invitation=invitation)
    book.open_meeting(book.add(meeting, body, "meetings"))
    return [item.key for item in book.meeting.agenda]


def shown(book: Book) -> list[str]:
    return [f"{numbering.display(item.number, item.public)} {item.name}".strip() for item in book.meeting.agenda]


def test_numbers_follow_the_order_while_the_meeting_is_prepared(book: Book) -> None:
    keys = open_agenda(book, "1", "2", "2.1", "3", "N1")
    agenda_acts.add(book, keys[0])
    assert shown(book) == ["Ö 1 TOP 1", "Ö 2", "Ö 3 TOP 2", "Ö 3.1 TOP 2.1", "Ö 4 TOP 3", "N 1 TOP N1"]
    agenda_acts.move(book, keys[1], -1)
    assert shown(book)[:4] == ["Ö 1 TOP 1", "Ö 2 TOP 2", "Ö 2.1 TOP 2.1", "Ö 3"]
    agenda_acts.move(book, keys[1], 1)
    assert shown(book)[:4] == ["Ö 1 TOP 1", "Ö 2", "Ö 3 TOP 2", "Ö 3.1 TOP 2.1"]
    book.undo()
    assert shown(book)[1] == "Ö 2 TOP 2"


def test_a_new_item_behind_one_with_items_below_stands_behind_all_of_them(book: Book) -> None:
    keys = open_agenda(book, "1", "1.1", "2")
    agenda_acts.add(book, keys[0])
    assert shown(book) == ["Ö 1 TOP 1", "Ö 1.1 TOP 1.1", "Ö 2", "Ö 3 TOP 2"]


def test_numbers_of_an_invitation_stay(book: Book) -> None:
    keys = open_agenda(book, "5", "6", "N1", invited=True)
    agenda_acts.add(book, keys[0])
    agenda_acts.add(book, keys[1])
    agenda_acts.add(book, keys[2])
    assert shown(book) == ["Ö 5 TOP 5", "Ö 5a", "Ö 6 TOP 6", "Ö 7", "N 1 TOP N1", "N 2"]
    assert book.meeting.agenda[1].supplementary
    agenda_acts.move(book, keys[0], 1)
    assert shown(book)[:2] == ["Ö 5a", "Ö 5 TOP 5"]
    assert [line.number for line in book.meeting.invitation] == ["5", "6", "1"]


def test_a_removed_item_is_gone_before_the_invitation_and_stays_marked_after_it(book: Book) -> None:
    keys = open_agenda(book, "1", "2", "2.1", "3")
    assert agenda_acts.remove(book, keys[1])
    assert shown(book) == ["Ö 1 TOP 1", "Ö 2 TOP 3"]
    keys = open_agenda(book, "1", "2", "2.1", "3", invited=True)
    assert not agenda_acts.remove(book, keys[1])
    assert [item.result for item in book.meeting.agenda] == [None, "abgesetzt", "abgesetzt", None]
    agenda_acts.remove(book, keys[1])
    assert [item.result_class for item in book.meeting.agenda] == [None] * 4


def test_levels_by_key(book: Book) -> None:
    keys = open_agenda(book, "1", "2", "3")
    assert agenda_acts.nest(book, keys[1], 1)
    assert agenda_acts.nest(book, keys[2], 1)
    assert shown(book) == ["Ö 1 TOP 1", "Ö 1.1 TOP 2", "Ö 1.2 TOP 3"]
    assert agenda_acts.nest(book, keys[2], 1)
    assert shown(book)[2] == "Ö 1.1.1 TOP 3"
    assert not agenda_acts.nest(book, keys[2], 1)  # three levels
    assert agenda_acts.nest(book, keys[2], -1)
    assert agenda_acts.nest(book, keys[2], -1)
    assert shown(book)[2] == "Ö 2 TOP 3"
    assert not agenda_acts.nest(book, keys[0], 1)


def test_the_other_part_brings_a_number_of_its_own(book: Book) -> None:
    keys = open_agenda(book, "1", "2", "2.1", "N1", invited=True)
    agenda_acts.toggle_public(book, keys[1])
    assert shown(book) == ["Ö 1 TOP 1", "N 2 TOP 2", "N 2.1 TOP 2.1", "N 1 TOP N1"]


def test_a_divider_has_no_number(book: Book) -> None:
    keys = open_agenda(book, "1", "2")
    divider = agenda_acts.item(book, agenda_acts.add(book, keys[0], divider=True))
    assert (divider.kind, divider.number) == (ItemKind.DIVIDER, None)
    assert shown(book) == ["Ö 1 TOP 1", "", "Ö 2 TOP 2"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("2", "Ö 2"), ("n 2", "N 2"), ("Ö2", "Ö 2"), ("2.1", "Ö 2.1"), ("3", "N 3"), ("9", None), ("", None), ("n", None)],
)
def test_an_item_is_found_by_its_number(book: Book, typed: str, found: str | None) -> None:
    open_agenda(book, "1", "2", "2.1", "N2", "N3")
    key = agenda_acts.find(book, typed, None)
    assert (shown(book)[[item.key for item in book.meeting.agenda].index(key)] if key else None) == (
        f"{found} TOP {found.replace('Ö ', '').replace(' ', '')}" if found else None
    )


def test_a_bare_number_means_the_part_that_is_shown(book: Book) -> None:
    keys = open_agenda(book, "1", "2", "N2")
    assert agenda_acts.find(book, "2", keys[2]) == keys[2]
    assert agenda_acts.find(book, "2", keys[0]) == keys[1]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["add", "divider", "remove", "up", "down", "deeper", "higher", "public"]), st.integers(0, 9)
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, invited=st.booleans())
def test_any_acts_keep_every_item_and_can_be_undone(book: Book, acts: list[tuple[str, int]], invited: bool) -> None:
    open_agenda(book, "1", "2", "2.1", "2.2", "3", "N1", invited=invited)
    before = book.meeting
    done = 0
    for name, number in acts:
        keys = [item.key for item in book.meeting.agenda]
        if not keys:
            break
        key = keys[number % len(keys)]
        value = book.meeting
        match name:
            case "add" | "divider":
                agenda_acts.add(book, key, divider=name == "divider")
            case "remove":
                agenda_acts.remove(book, key)
            case "up" | "down":
                agenda_acts.move(book, key, -1 if name == "up" else 1)
            case "deeper" | "higher":
                agenda_acts.nest(book, key, 1 if name == "deeper" else -1)
            case "public":
                agenda_acts.toggle_public(book, key)
        done += book.meeting != value
        numbers = [(item.public, item.number) for item in book.meeting.agenda if item.number]
        assert len(numbers) == len(set(numbers))
        if not invited:
            assert (
                numbering.renumbered(book.meeting.agenda).items()
                <= {item.key: item.number for item in book.meeting.agenda}.items()
            )
    for _ in range(done):
        book.undo()
    assert book.meeting == before
