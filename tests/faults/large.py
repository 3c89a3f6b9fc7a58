"""A meeting as large as any: 200 items with 2,000 entries, 900 of them in one item. Everything in it is invented."""

from pathlib import Path

from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Body,
    Entry,
    ItemStage,
    Lead,
    Meeting,
    MeetingState,
    Membership,
    Organization,
    OrganizationType,
    Person,
    Speech,
    TextEntry,
    Vote,
)
from desktop.paths import BOOK_NAME
from tests.conftest import SetClock

ITEMS, ENTRIES, LONGEST = 200, 2_000, 900
MEMBERS = 48
SENTENCE = "erläutert, dass die Kosten für den Radweg am Hafen im kommenden Jahr steigen und wirbt um Zustimmung. "


def make(data: Path) -> None:
    """A book in this folder with the meeting, running in its second item."""
    data.mkdir(parents=True)
    book = Book(data / BOOK_NAME, SetClock().now)
    body = book.add(Body(name="Stadt Tornau"), None, "bodies")
    committee = Organization(name="Rat", organization_type=OrganizationType.GREMIUM, voting_member_count=MEMBERS)
    council = book.add(committee, body, "organizations")
    factions = [
        book.add(
            Organization(name=name, organization_type=OrganizationType.FRAKTION, order=order), body, "organizations"
        )
        for order, name in enumerate(("CDU", "SPD", "GRÜNE", "FDP"))
    ]
    people = [book.add(_person(number, council, factions), body, "persons") for number in range(MEMBERS)]
    sizes = [LONGEST, *_shares(ENTRIES - LONGEST, ITEMS - 1)]
    agenda = tuple(_item(number, size, people, factions) for number, size in enumerate(sizes, 1))
    lines = tuple(_line(key, factions[number % len(factions)]) for number, key in enumerate(people))
    meeting = Meeting(
        name="1. Sitzung",
        organizations=(council,),
        start="2026-03-05T18:00:00+01:00",
        state=MeetingState.RUNNING,
        attendance=lines,
        agenda=agenda,
    )
    book.add(meeting, body, "meetings")
    assert book.close()


def _shares(whole: int, parts: int) -> list[int]:
    return [whole // parts + (number < whole % parts) for number in range(parts)]


def _person(number: int, council: str, factions: list[str]) -> Person:
    seat = Membership(organization=council, on_behalf_of=factions[number % len(factions)])
    name = f"Birken{chr(97 + number % 26)}{number}"
    return Person(form_of_address="Frau", family_name=name, shortcut=f"b{number}", memberships=(seat,))


def _line(person: str, faction: str) -> Attendance:
    group, status = AttendanceGroup.MEMBER, AttendanceStatus.PRESENT
    return Attendance(person=person, group=group, status=status, on_behalf_of=faction)


def _item(number: int, size: int, people: list[str], factions: list[str]) -> AgendaItem:
    entries = tuple(_entry(place, number, people, factions) for place in range(size))
    stage = ItemStage.DONE if number == 1 else ItemStage.RUNNING if number == 2 else None
    return AgendaItem(number=str(number), name=f"Vorhaben {number} am Hafen", stage=stage, proceedings=entries)


def _entry(place: int, item: int, people: list[str], factions: list[str]) -> Entry:
    at = f"2026-03-05T{18 + place // 600:02}:{place // 10 % 60:02}:00+01:00"
    if place % 10 == 9:
        return Vote(subject=f"Ziffer {place}", yes=30, no=10, abstentions=5, accepted=True, at=at)
    if place % 10 == 4:
        return TextEntry(text=SENTENCE * 2, at=at)
    speaker = (item + place) % len(people)
    return Speech(
        speaker=people[speaker],
        on_behalf_of=factions[speaker % len(factions)],
        lead=Lead.SENTENCE,
        text=SENTENCE * (1 + place % 3),
        at=at,
    )
