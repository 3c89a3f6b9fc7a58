"""Who belongs into the attendance list of a new meeting, by the memberships of its body on that day."""

from collections.abc import Iterable, Sequence

from desktop.models.values import Attendance, AttendanceGroup, AttendanceStatus, Chair, Membership, Person

#: what is proposed as the role of a membership; any other words are possible
ROLES = (
    "Mitglied",
    "stellvertretendes Mitglied",
    "beratendes Mitglied",
    "Vorsitzende",
    "Vorsitzender",
    "stellvertretende Vorsitzende",
    "stellvertretender Vorsitzender",
    "Ratsvorsitzende",
    "Ratsvorsitzender",
    "Stadtverordnetenvorsteherin",
    "Stadtverordnetenvorsteher",
    "Bürgervorsteherin",
    "Bürgervorsteher",
    "Kreispräsidentin",
    "Kreispräsident",
    "Schriftführerin",
    "Schriftführer",
)

#: parts of roles as German houses word them, in lower case
_CHAIR = ("vorsitz", "vorsteher", "präsident")
#: what may stand before them in one word: the body; a chair of a group is none of the body
_OF_BODY = (
    *("", "rats", "stadtrats", "gemeinderats", "kreistags", "ausschuss", "beirats", "ortsbeirats", "versammlungs"),
    *("stadtverordneten", "bezirksverordneten", "bürger", "kreis", "stadt", "orts", "bezirks", "gemeindevertretungs"),
)
_CHAIR_BEGINS = (*(body + word for body in _OF_BODY for word in _CHAIR), "sprecher")
_MINUTES = ("schriftführ", "protokollführ")
_DEPUTY = ("stellvertretendes mitglied", "stellv. mitglied", "ersatzmitglied", "vertreter im ausschuss")
_ADVISORY = ("beratend", "sachkundige")


def is_current(membership: Membership, day: str) -> bool:
    """Whether a membership holds on a day (ISO date)."""
    return (membership.start_date or "")[:10] <= day and day <= (membership.end_date or "9999")[:10]


def group(membership: Membership) -> AttendanceGroup:
    """The part of the attendance list that a membership leads to. A vice chair is a member until in the chair."""
    role = (membership.role or "").casefold()
    if membership.deputy_for or any(word in role for word in _DEPUTY):
        return AttendanceGroup.DEPUTY
    if role.startswith(_CHAIR_BEGINS):
        return AttendanceGroup.CHAIR
    if any(word in role for word in _MINUTES):
        return AttendanceGroup.MINUTES
    if membership.voting_right is False or any(word in role for word in _ADVISORY):
        return AttendanceGroup.ADVISORY
    return AttendanceGroup.MEMBER


def is_vice_chair(membership: Membership) -> bool:
    """Whether somebody takes the chair when its holder cannot."""
    role = (membership.role or "").casefold()
    return ("stellv" in role and any(word in role for word in _CHAIR)) or role.startswith("vize")


def attendance(persons: Iterable[Person], organization: str, day: str) -> tuple[Attendance, ...]:
    """All members of a body as present, the chair first; deputies are left out, they come when somebody is missing.

    ``organization`` is the key of the body, ``day`` the date of the meeting (ISO).
    """
    order = list(AttendanceGroup)
    lines = [
        Attendance(
            person=person.key,
            group=group(membership),
            on_behalf_of=membership.on_behalf_of,
            voting_right=membership.voting_right,
            status=AttendanceStatus.PRESENT,
        )
        for person in persons
        if (membership := _membership(person, organization, day)) is not None
        and group(membership) is not AttendanceGroup.DEPUTY
    ]
    return tuple(sorted(lines, key=lambda line: order.index(line.group or AttendanceGroup.MEMBER)))


def chairs(lines: Sequence[Attendance]) -> tuple[Chair, ...]:
    """Who chairs, by an attendance list: one at most."""
    return tuple(Chair(person=line.person) for line in lines if line.group is AttendanceGroup.CHAIR)[:1]


def minute_takers(lines: Sequence[Attendance]) -> tuple[str, ...]:
    """Who takes the minutes, by an attendance list; keys of persons."""
    return tuple(line.person for line in lines if line.group is AttendanceGroup.MINUTES)


def _membership(person: Person, organization: str, day: str) -> Membership | None:
    """The membership of that day; of several the one that stands highest, so that a chair is no mere member."""
    order = list(AttendanceGroup)
    found = [m for m in person.memberships if m.organization == organization and is_current(m, day)]
    return min(found, key=lambda m: order.index(group(m)), default=None)
