"""What F8 offers, what is due first: course of the meeting, chair, minutes of the last meeting, Bekanntgaben."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem, MeetingState
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import label
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.presence import chairing
from desktop.ui.desk.procedure import agenda_votes, announcing, approving, course, second_call
from desktop.ui.desk.procedure.agenda_live import VoteOffer
from desktop.ui.desk.procedure.course import Act

_WORDS = {
    Act.INVITE: N_("The invitation was sent"),
    Act.OPEN: N_("Open the meeting"),
    Act.QUORUM: N_("State the quorum"),
    Act.PAUSE: N_("Begin a pause"),
    Act.RESUME: N_("Go on after the pause"),
    Act.EXCLUDE: N_("Exclude the public"),
    Act.EXCLUDE_STAY: N_("Exclude the public, guests and press stay"),
    Act.RESTORE: N_("Restore the public"),
    Act.CLOSE: N_("Close the meeting"),
    Act.REOPEN: N_("Reopen the meeting"),
}
_EXCLUDE_ALL = N_("Exclude the public, guests and press leave")


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the list. ``do`` is given the time, shown where ``timed``; ``more`` are lines that come in its place.
    A line with none of them closes the list.

    ``act`` is set where it concerns the meeting as a whole, ``announce`` where a Bekanntgabe is to be written: the key
    of the item.
    """

    words: str
    do: Callable[[datetime], None] | None = None
    act: Act | None = None
    announce: str = ""
    more: tuple["Offer", ...] = ()
    timed: bool = True


def offers(
    book: Book, now: datetime, directory: Directory, shown: str | None, votes: Sequence[VoteOffer] = ()
) -> list[Offer]:
    """All that can be done now, what is due first; ``shown`` is the item in front.

    ``votes`` are those offered with changes of the agenda: what was refused can be taken back.
    """
    refused = [_refused(book, one) for one in reversed(votes) if agenda_votes.is_refused(book, one)]
    return [*refused, *_all(book, now, directory, shown)]


def _refused(book: Book, vote: VoteOffer) -> Offer:
    words = _("Refused, take it back – {subject}", subject=vote.subject)
    hidden = len(agenda_votes.staying_closed(book, vote))
    if hidden:
        stays = _n("{number} entry stays not public.", "{number} entries stay not public.", hidden)
        words = f"{words} · {stays}"
    return Offer(words, lambda _at: agenda_votes.take_back(book, vote), timed=False)


def _all(book: Book, now: datetime, directory: Directory, shown: str | None) -> list[Offer]:
    found = _course(book, now, shown)
    chairs = _chairs(book, now, directory)
    if chairs and not course.state(book).closed:
        found.append(Offer(_("The chair changes …"), more=tuple(chairs)))
        if chairing.is_due(book, now):
            found.insert(0, chairs[0])
    approval = _approval(book, shown)
    if approval is not None:
        found.insert(0, approval)
    announcements = _announcements(book)
    if announcements and (not course.state(book).excluded or course.is_settled(book, now)):
        return [*announcements, *found]
    return [*found, *announcements] if course.state(book).closed else found


def _course(book: Book, now: datetime, shown: str | None) -> list[Offer]:
    acts, found = course.due(book), []
    if Act.REOPEN in acts and course.is_settled(book, now):
        return [_reopening(book, shown)]
    for act in acts:
        words = _EXCLUDE_ALL if act is Act.EXCLUDE and Act.EXCLUDE_STAY in acts else _WORDS[act]
        found.append(Offer(_(words), lambda at, act=act: course.perform(book, act, shown, at), act))  # type: ignore[misc]
        if act is Act.QUORUM and second_call.second_call(book, now) is not None:
            again = _("State the quorum after a second call")
            found.append(Offer(again, lambda at: second_call.state(book, shown, at)))
    return found


def _reopening(book: Book, shown: str | None) -> Offer:
    """A question, because it takes state and end from minutes that are finished or of another day."""
    yes = _("Yes, reopen; the minutes are a draft again")
    reopen = Offer(yes, lambda at: course.perform(book, Act.REOPEN, shown, at), Act.REOPEN, timed=False)
    return Offer(_("Reopen the meeting …"), more=(Offer(_("Leave it closed")), reopen))


def _chairs(book: Book, now: datetime, directory: Directory) -> list[Offer]:
    people = chairing.candidates(book, now) if course.running_item(book) is not None else []
    return [_chair(book, person, directory) for person in people]


def _chair(book: Book, person: str, directory: Directory) -> Offer:
    speaker = directory.by_key(person)
    words = _("{name} takes the chair", name=speaker.label if speaker is not None else "?")
    return Offer(words, lambda at: chairing.take(book, person, at))


def _approval(book: Book, shown: str | None) -> Offer | None:
    here = course.is_live(book) and approving.is_here(book, shown)
    last = approving.last_meeting(book) if here else None
    if last is None:
        return None
    words = _("Minutes of {meeting}: {words}", meeting=last.name, words=approving.sentence(book))
    return Offer(words, lambda at: approving.approve(book, last, shown, at))


def _announcements(book: Book) -> list[Offer]:
    return [
        Offer(_("Announce the decision on {item}", item=_named(item)), announce=item.key)
        for item in announcing.due(book)
    ]


def refused_call(book: Book) -> str:
    """Why no item can be called now; empty where it can be."""
    key = label("procedure")
    if not course.state(book).opened:
        return _("The meeting is not open yet · {key} opens it", key=key)
    if book.meeting.end is not None or book.meeting.state not in (None, MeetingState.RUNNING):
        return _("The meeting is closed · {key} reopens it", key=key)
    return ""


def _named(item: AgendaItem) -> str:
    return numbering.display(item.number, item.public) or item.name
