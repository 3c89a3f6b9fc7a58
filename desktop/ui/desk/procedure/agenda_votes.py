"""The vote that a change of the agenda may need: F4 takes it right after the change, nobody has to (desk.md §6)."""

from desktop.models.book import Book
from desktop.models.values import Motion, MotionOutcome, Vote, VoteMethod
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.agenda_live import VoteOffer
from desktop.ui.desk.procedure.exclusion import public_of_new
from desktop.ui.desk.writing import PROCEEDINGS, entries, item_of


def is_open(book: Book, offer: VoteOffer | None) -> bool:
    """Whether the vote is still the next thing: its sentence is the last entry of the item that runs."""
    if offer is None or offer.event not in book.shelf:
        return False
    place, running = item_of(book, offer.event), course.running_item(book)
    return entries(book, place)[-1] == offer.event and (running is None or running.key == place)


def begin(book: Book, offer: VoteOffer, now: str) -> str:
    """Motion and vote before the sentence, as one step; returns the key of the vote."""
    place = item_of(book, offer.event)
    at = entries(book, place).index(offer.event)
    public = public_of_new(book, place, at)
    motion = Motion(
        motion_type=offer.motion_type, title=offer.subject, outcome=MotionOutcome.OPEN, at=now, public=public
    )
    with book.step("agenda_vote"):
        key = book.add(motion, place, PROCEEDINGS, at)
        vote = Vote(on=(key,), method=VoteMethod.OPEN, majority=offer.majority, at=now, public=public)
        return book.add(vote, place, PROCEEDINGS, at + 1)
