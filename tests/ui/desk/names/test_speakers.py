"""Who is found by a short form or a few letters."""

import pytest

from desktop.models.book import Book
from desktop.models.values import (
    Attendance,
    AttendanceStatus,
    Body,
    Meeting,
    Membership,
    Organization,
    OrganizationType,
    Person,
)
from desktop.ui.desk.names.speakers import (
    CHOICES,
    Directory,
    Speaker,
    meeting_directory,
    movers_directory,
    person_from,
)


def speaker(key: str, family: str, given: str = "", shortcut: str = "") -> Speaker:
    return Speaker(key, f"Frau {family}", "SPD", "spd", shortcut, (family, given) if given else (family,), given)


PEOPLE = Directory(
    [
        speaker("1", "Müller", "Karin", "mü"),
        speaker("2", "Mustermann", "Eva"),
        speaker("3", "Sommer-Talmeier", "Anke"),
        speaker("4", "Sondermann", "Jan"),
        speaker("5", "Muster", "Karla", "mus"),
    ]
)


@pytest.mark.parametrize(("typed", "key"), [("mü", "1"), ("MÜ", "1"), ("mus", "5"), ("mu", None), ("", None)])
def test_a_short_form_means_one_person(typed: str, key: str | None) -> None:
    found = PEOPLE.exact(typed)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("muster", ["2", "5"]),
        ("mus", ["5", "2"]),
        ("mue", ["1"]),
        ("mul", ["1"]),
        ("karl", ["5"]),
        ("som", ["3"]),
        ("sdm", ["4"]),
        ("frau som", ["3"]),
        ("xyz", []),
    ],
)
def test_the_likeliest_come_first(typed: str, keys: list[str]) -> None:
    assert [one.key for one in PEOPLE.find(typed)] == keys


@pytest.mark.parametrize("typed", ["Muster", "frau muster", "Karla Muster", "mus"])
def test_a_whole_name_means_one_person(typed: str) -> None:
    found = PEOPLE.named(typed)
    assert found is not None
    assert found.key == "5"


@pytest.mark.parametrize("typed", ["Must", "Karla", "Karla Müller", ""])
def test_part_of_a_name_means_nobody(typed: str) -> None:
    assert PEOPLE.named(typed) is None


def test_no_list_is_longer_than_the_digits() -> None:
    assert len(Directory(speaker(str(number), f"Muster{number}") for number in range(30)).find("muster")) == CHOICES


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Frau Dr. Eva Muster", ("Frau", ("Dr.",), "Eva", "Muster")),
        ("Herr Alt", ("Herr", (), None, "Alt")),
        ("Muster", (None, (), None, "Muster")),
        ("Frau", (None, (), None, "Frau")),
        ("Karin von Muster", (None, (), "Karin von", "Muster")),
    ],
)
def test_a_person_is_made_from_what_was_typed(typed: str, parts: tuple[object, ...]) -> None:
    person = person_from(typed)
    assert (person.form_of_address, person.title, person.given_name, person.family_name) == parts


def test_nobody_is_made_from_nothing() -> None:
    with pytest.raises(ValueError, match=" "):
        person_from("  ")


def test_present_members_come_first_with_the_faction_of_the_day(book: Book) -> None:
    body = book.add(Body(name="Stadt Tornau"), None, "bodies")
    book.open_body(body)
    old = book.add(Organization(name="Alte Liste", organization_type=OrganizationType.FRAKTION), body, "organizations")
    spd = book.add(
        Organization(name="SPD-Fraktion", short_name="SPD", organization_type=OrganizationType.FRAKTION),
        body,
        "organizations",
    )
    memberships = (Membership(organization=old, end_date="2025-12-31"), Membership(organization=spd))
    guest = book.add(Person(function="Der Landrat"), body, "persons")
    member = book.add(Person(form_of_address="Frau", family_name="Muster", memberships=memberships), body, "persons")
    lines = (
        Attendance(person=guest, status=AttendanceStatus.EXCUSED),
        Attendance(person=member),
    )
    meeting = Meeting(name="1.", start="2026-03-05", attendance=lines)
    book.open_meeting(book.add(meeting, body, "meetings"))
    found = meeting_directory(book.shelf, book.meeting, ("Der", "Die"))
    assert [one.label for one in found.speakers] == ["Frau Muster (SPD)", "Der Landrat"]
    assert found.by_key(member) == Speaker(member, "Frau Muster", "SPD", spd, "", ("Muster",), proposed="mu")
    movers = movers_directory(found, book.shelf)
    assert [one.name for one in movers.find("spd")] == ["SPD-Fraktion"]
    assert movers.name_of(spd) == "SPD-Fraktion"


def test_a_family_name_is_found_by_each_of_its_parts(book: Book) -> None:
    body = book.add(Body(name="Stadt Tornau"), None, "bodies")
    for family in ("de Holt", "Amsel-Birke"):
        book.add(Person(form_of_address="Herr", family_name=family), body, "persons")
    book.open_meeting(book.add(Meeting(name="1.", start="2026-03-05"), body, "meetings"))
    found = meeting_directory(book.shelf, book.meeting, ())
    assert [[one.name for one in found.find(typed)] for typed in ("Holt", "de", "birk")] == [
        ["Herr de Holt"],
        ["Herr de Holt"],
        ["Herr Amsel-Birke"],
    ]


def test_strokes_and_ligatures_are_found_by_plain_letters() -> None:
    names = Directory([speaker("1", "Sørensen"), speaker("2", "Łukasz"), speaker("3", "Aydın")])
    assert [names.find(typed)[0].key for typed in ("sore", "luk", "aydi")] == ["1", "2", "3"]
