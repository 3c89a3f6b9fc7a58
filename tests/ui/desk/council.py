"""An invented council for tests of vote and presence."""

from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Body,
    ItemStage,
    Meeting,
    MeetingState,
    Membership,
    Organization,
    OrganizationType,
    Person,
)

#: factions with their seats and the name their members go by
FACTIONS = {"CDU": (5, "Amsel"), "SPD": (4, "Birke"), "GRÜNE": (3, "Chor")}


def line(person: str, **fields: object) -> Attendance:
    """A present member."""
    values = {"group": AttendanceGroup.MEMBER, "status": AttendanceStatus.PRESENT, **fields}
    return Attendance(person=person, **values)  # type: ignore[arg-type]


def make(book: Book, state: MeetingState = MeetingState.RUNNING) -> Book:
    """Three factions with twelve members, a mayor with a vote, two items; of a meeting that runs the first item runs.

    Members are Amsel0, Amsel1, … with the short forms a0, a1, …; Reserve (re), a deputy of the SPD, is not on the list.
    """
    body = book.add(Body(name="Tornau"), None, "bodies")
    committee = Organization(name="Rat", organization_type=OrganizationType.GREMIUM, voting_member_count=15)
    council = book.add(committee, body, "organizations")
    lines = []
    for order, (name, (seats, people)) in enumerate(FACTIONS.items()):
        faction = Organization(name=name, organization_type=OrganizationType.FRAKTION, order=order)
        key = book.add(faction, body, "organizations")
        for number in range(seats):
            family_name = f"{people}{number}"
            person = Person(form_of_address="Frau", family_name=family_name, shortcut=f"{people[0].lower()}{number}")
            lines.append(line(book.add(person, body, "persons"), on_behalf_of=key))
        if name == "SPD":
            seat = Membership(organization=council, on_behalf_of=key, role="stellvertretendes Mitglied")
            book.add(Person(family_name="Reserve", shortcut="re", memberships=(seat,)), body, "persons")
    mayor = book.add(Person(function="Bürgermeister", family_name="Held", shortcut="he"), body, "persons")
    running = state is MeetingState.RUNNING
    meeting = Meeting(
        name="1. Sitzung",
        organizations=(council,),
        start="2026-03-05T18:00:00+01:00",
        state=state,
        attendance=(*lines, line(mayor)),
        agenda=(
            AgendaItem(number="1", name="Haushalt", stage=ItemStage.RUNNING if running else None),
            AgendaItem(number="2", name="Verschiedenes"),
        ),
    )
    book.open_meeting(book.add(meeting, body, "meetings"))
    return book


def person(book: Book, family_name: str) -> str:
    """A person's key."""
    found = [
        key
        for key, record in book.shelf.records.items()
        if record.table == "Person" and record.data["family_name"] == family_name
    ]
    return found[0]


def line_of(book: Book, family_name: str) -> Attendance:
    """A person's line in the attendance list."""
    wanted = person(book, family_name)
    return next(one for one in book.meeting.attendance if one.person == wanted)
