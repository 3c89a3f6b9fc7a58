"""What is said when a quorum is stated. The window keeps it as it was said, so nothing large is loaded here."""

from collections.abc import Mapping

from desktop.clock import parse_moment
from desktop.export.times import spoken_time
from desktop.models.profiles import Profile
from desktop.models.rules.presence import Moment, seats
from desktop.models.values import EventType, Meeting, Organization, Person
from desktop.text import document_text as _
from desktop.text import marked as N_

#: without a time, with a time; without the full stop, because how many are there follows in brackets
_SENTENCES = {
    EventType.QUORUM_STATED: (N_("A quorum is stated"), N_("A quorum is stated at {time}")),
    EventType.QUORUM_LOST: (N_("There is no quorum any more"), N_("There is no quorum any more from {time} on")),
}


def quorum_sentence(kind: EventType, time: str, present: str) -> str:
    """That there is a quorum, or none any more, since when, and how many were there; both empty where not known."""
    plain, timed = _SENTENCES[kind]
    said = _(timed if time else plain, time=time)
    return f"{said} ({present})." if present else f"{said}."


def present_words(
    meeting: Meeting, persons: Mapping[str, Person], organizations: Mapping[str, Organization], moment: Moment
) -> str:
    """Anwesend 13 von 15 Stimmberechtigten; empty where one of both is unknown, or several bodies meet."""
    bodies = [organizations[key] for key in meeting.organizations if key in organizations]
    if len(bodies) != 1 or not bodies[0].voting_member_count:
        return ""
    here = {seat.person for seat in seats(meeting, persons, organizations.values(), moment) if seat.entitled}
    statutory = bodies[0].voting_member_count
    return _("{present} of {statutory} members present", present=len(here), statutory=statutory) if here else ""


def statement(
    meeting: Meeting,
    persons: Mapping[str, Person],
    organizations: Mapping[str, Organization],
    profile: Profile,
    at: str,
    item: str,
) -> str:
    """The sentence for a quorum that is stated ``at`` a stored time in an item (its key), as the minutes will print it.

    For the words of the event itself, which stay whatever is corrected in the attendance list later.
    """
    present = present_words(meeting, persons, organizations, Moment(parse_moment(at), item))
    return quorum_sentence(EventType.QUORUM_STATED, spoken_time(at, profile), present)
