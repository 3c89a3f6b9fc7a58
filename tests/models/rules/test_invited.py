"""The invitation and the agenda of today."""

from dataclasses import replace

from desktop.models.rules.invited import Difference, compare, invitation_of
from desktop.models.values import AgendaItem, InvitationItem, ItemKind, Meeting, ResultClass

AGENDA = (
    AgendaItem(key="a", number="1", name="Eröffnung"),
    AgendaItem(key="d", name="Anträge", kind=ItemKind.DIVIDER),
    AgendaItem(key="b", number="2", name="Haushalt"),
    AgendaItem(key="c", number="3", name="Straßen"),
    AgendaItem(key="n", number="1", name="Grundstück", public=False),
)


def lines(
    agenda: tuple[AgendaItem, ...], invitation: tuple[InvitationItem, ...] | None = None
) -> list[tuple[str, str]]:
    value = Meeting(agenda=agenda, invitation=invitation_of(AGENDA) if invitation is None else invitation)
    return [
        ((line.item or line.invited).name, ", ".join(line.differences))  # type: ignore[union-attr]
        for line in compare(value)
    ]


def test_the_invitation_has_every_line() -> None:
    assert [line.name for line in invitation_of(AGENDA)] == [
        "Eröffnung",
        "Anträge",
        "Haushalt",
        "Straßen",
        "Grundstück",
    ]
    assert {words for _name, words in lines(AGENDA)} == {""}


def test_every_difference_is_told() -> None:
    a, d, b, c, n = AGENDA
    new = AgendaItem(key="x", number="2a", name="Heizung")
    now = (
        a,
        d,
        replace(c, treated_order=2),
        replace(b, name="Haushalt 2027", number="4"),
        new,
        replace(n, public=True, result_class=ResultClass.REMOVED),
    )
    assert lines(now) == [
        ("Eröffnung", ""),
        ("Anträge", ""),
        ("Straßen", "moved, treated"),
        ("Haushalt 2027", "renumbered, renamed"),
        ("Heizung", "new"),
        ("Grundstück", "removed, publicity"),
    ]


def test_what_is_gone_stands_behind_what_it_followed() -> None:
    a, d, _b, c, n = AGENDA
    assert lines((a, d, c, n))[1:4] == [("Anträge", ""), ("Haushalt", Difference.GONE), ("Straßen", "")]


def test_an_invitation_from_a_file_without_references_is_matched_by_number_then_by_name() -> None:
    invitation = tuple(replace(line, item=None) for line in invitation_of(AGENDA))
    assert {words for _name, words in lines(AGENDA, invitation)} == {""}
    renamed = (replace(AGENDA[0], name="Begrüßung"), *AGENDA[1:])
    assert lines(renamed, invitation)[0] == ("Begrüßung", "renamed")
