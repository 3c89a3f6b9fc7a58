"""Whether enough are there, in the words of the header: the count, and the rule of the law behind it."""

from datetime import datetime

from desktop.models.book import Book
from desktop.models.rules import presence
from desktop.models.rules.quorum import Quorum, QuorumRule, quorum
from desktop.models.values import Organization, Person
from desktop.models.values.law import QuorumLaw
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.desk.procedure import course

_PEOPLE = ("Person", "Organization")

_RULES = {
    QuorumRule.MORE_THAN_HALF: N_("more than half of {base} = {needed}"),
    QuorumRule.AT_LEAST_HALF: N_("at least half of {base} = {needed}"),
    QuorumRule.SECOND_CALL: N_("called a second time: {needed} will do"),
    QuorumRule.QUARTER: N_("more than half recused: a quarter of {base} = {needed} will do"),
    QuorumRule.ANY: N_("more than half recused: any number will do"),
}


def quorum_now(book: Book, now: datetime, *, second_call: bool = False) -> Quorum | None:
    """The quorum at this moment. None while nobody is listed, and once the meeting is closed: there is nobody left."""
    meeting = book.meeting
    if not meeting.attendance or meeting.end is not None:
        return None
    running = course.running_item(book)
    rows = [book.shelf.value(key) for key, record in book.shelf.records.items() if record.table in _PEOPLE]
    persons = {row.key: row for row in rows if isinstance(row, Person)}
    organizations = [row for row in rows if isinstance(row, Organization)]
    at = now if course.state(book).opened else None
    moment = presence.Moment(at=at, item=running.key if running else None)
    body = next((row for row in rows if row.key in meeting.organizations[:1]), None)
    statutory = body.voting_member_count if isinstance(body, Organization) else None
    seats = presence.seats(meeting, persons, organizations, moment)
    found = quorum(seats, statutory, house.law(book).quorum, second_call=second_call)
    return found if found.statutory else None


def present_words(found: Quorum) -> str:
    """The count and what it means: »12 von 15 stimmberechtigt, beschlussfähig«."""
    if found.met:
        return _("{here} of {all} entitled to vote, quorum", here=found.entitled, all=found.statutory)
    return _("{here} of {all} entitled to vote, NO QUORUM", here=found.entitled, all=found.statutory)


def rule_words(found: Quorum, law: QuorumLaw) -> str:
    """The rule with its numbers and where it stands: »mehr als die Hälfte von 15 = 8 · § 38 GO SH · ungeprüft«."""
    parts = [_(_RULES[found.rule], base=found.base, needed=found.needed)]
    if found.base != found.statutory:
        recused, by_law = found.recused, found.statutory
        parts.append(_n("{all} by law, less one recused", "{all} by law, less {number} recused", recused, all=by_law))
    if law.paragraph:
        parts.append(law.paragraph)
    if not law.geprueft:
        parts.append(_("not checked"))
    if found.must_be_declared:
        parts.append(_("the chair has to state it without being asked"))
    return " · ".join(parts)
