"""Who is in the attendance list of a new meeting."""

import pytest

from desktop.models.rules.convening import ROLES, attendance, group, is_current, is_vice_chair
from desktop.models.values import AttendanceGroup, Membership, Person

HA = "ha"
G = AttendanceGroup


def member(name: str, role: str | None = "Mitglied", **more: object) -> Person:
    membership = Membership(organization=HA, role=role, voting_right=True, **more)  # type: ignore[arg-type]
    return Person(key=name, family_name=name, memberships=(membership,))


@pytest.mark.parametrize(
    ("membership", "expected"),
    [
        (Membership(role="Vorsitzende", voting_right=True), G.CHAIR),
        *(
            (Membership(role=role, voting_right=True), G.CHAIR)
            for role in (
                *(
                    "Ratsvorsitzende",
                    "Ratsvorsitzender",
                    "Kreistagsvorsitzende",
                    "Ausschussvorsitzender",
                    "Präsidentin",
                ),
                *("Stadtverordnetenvorsteherin", "Bürgervorsteher", "Kreispräsidentin", "Stadtpräsident"),
            )
        ),
        (Membership(role="Fraktionsvorsitzende", voting_right=True), G.MEMBER),
        (Membership(role="stellv. Ratsvorsitzende", voting_right=True), G.MEMBER),
        (Membership(role="stellvertretender Vorsitzender", voting_right=True), G.MEMBER),
        (Membership(role="Mitglied", voting_right=True), G.MEMBER),
        (Membership(role=None), G.MEMBER),
        (Membership(role="stellvertretendes Mitglied"), G.DEPUTY),
        (Membership(role="Mitglied", deputy_for=("x",)), G.DEPUTY),
        (Membership(role="beratendes Mitglied"), G.ADVISORY),
        (Membership(role="Mitglied", voting_right=False), G.ADVISORY),
        (Membership(role="Protokollführerin"), G.MINUTES),
    ],
    ids=lambda value: getattr(value, "role", None) or str(value),
)
def test_group(membership: Membership, expected: AttendanceGroup) -> None:
    assert group(membership) is expected


def test_every_proposed_role_is_understood() -> None:
    """Nobody who was given a proposed role ends up as an ordinary member by chance."""
    ordinary = [
        role for role in ROLES if group(Membership(role=role)) is G.MEMBER and not is_vice_chair(Membership(role=role))
    ]
    assert ordinary == ["Mitglied"]


@pytest.mark.parametrize(
    ("start", "end", "current"),
    [
        (None, None, True),
        ("2026-03-05", "2026-03-05", True),
        ("2026-03-06", None, False),
        (None, "2026-03-04", False),
        ("2020-01-01T00:00:00+01:00", None, True),
    ],
)
def test_a_membership_holds_from_its_first_to_its_last_day(start: str | None, end: str | None, current: bool) -> None:
    assert is_current(Membership(start_date=start, end_date=end), "2026-03-05") is current


def test_the_chair_comes_first_and_deputies_stay_away() -> None:
    persons = [
        member("a"),
        member("b", "Vorsitzender", on_behalf_of="cdu"),
        member("c", "stellvertretendes Mitglied"),
        member("d", end_date="2025-12-31"),
        Person(key="e", memberships=(Membership(organization="other", voting_right=True),)),
    ]
    lines = attendance(persons, HA, "2026-03-05")
    assert [(line.person, line.group, line.on_behalf_of) for line in lines] == [
        ("b", G.CHAIR, "cdu"),
        ("a", G.MEMBER, None),
    ]


def test_of_two_memberships_the_one_in_the_chair_counts_and_only_on_its_days() -> None:
    seat = Membership(organization=HA, role="Mitglied", voting_right=True)
    chair = Membership(organization=HA, role="Vorsitzende", voting_right=True, start_date="2026-03-01")
    person = Person(key="a", family_name="A", memberships=(seat, chair))
    assert [line.group for line in attendance([person], HA, "2026-03-05")] == [G.CHAIR]
    assert [line.group for line in attendance([person], HA, "2026-02-05")] == [G.MEMBER]
