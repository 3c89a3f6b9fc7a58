"""What the people in the hall read on the second screen, as a value made from the public edition and nothing else.

Its words are those of the documents: the hall reads what the published minutes will say, in their language.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.clock import parse_moment
from desktop.export.compose.context import Context
from desktop.export.compose.elections import election_result
from desktop.export.compose.motions import motion_title
from desktop.export.compose.totals import joined, totals, wording
from desktop.export.compose.votes import subject, vote_blocks
from desktop.export.document import Block, Cell, Look, Paragraph, Table
from desktop.models.profiles import Label, Profile
from desktop.models.richtext import escape_plain
from desktop.models.rules.motions import carried, is_finished
from desktop.models.rules.resolution import to_read
from desktop.models.values import (
    AgendaItem,
    Edition,
    Election,
    ElectionForm,
    ElectionMethod,
    Event,
    EventType,
    ItemStage,
    Motion,
    MotionOutcome,
    ResultClass,
    Speech,
    Vote,
    VoteMethod,
)
from desktop.models.values.law import Law
from desktop.text import document_text as _

#: the key of the speech that stands for whoever has the floor
ON_THE_FLOOR = "on-the-floor"
_DECIDED = (ResultClass.ACCEPTED, ResultClass.AMENDED, ResultClass.RECOMMENDED)
_GIVEN_UP = (MotionOutcome.WITHDRAWN, MotionOutcome.SETTLED, MotionOutcome.NOT_PUT_TO_VOTE)
ACCEPTED, REJECTED = "✓", "✗"


class Phase(StrEnum):
    """What the hall is to see of a meeting."""

    #: nothing but a neutral picture: no meeting is open, or somebody wants it so
    COVERED = "covered"
    #: a non-public item or meeting
    CLOSED_ITEM = "closedItem"
    EXCLUDED = "excluded"
    BEFORE = "before"
    RUNNING = "running"
    OVER = "over"


#: nothing of the meeting may be seen
BLANK = frozenset({Phase.COVERED, Phase.CLOSED_ITEM, Phase.EXCLUDED})


@dataclass(frozen=True, slots=True)
class Result:
    """What a vote or an election brought. ``rows`` is a table whose first row is its head.

    ``accepted`` is None where nothing was accepted or rejected, as in an election.
    """

    subject: str
    accepted: bool | None = None
    sentence: str = ""
    totals: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def word(self) -> str:
        """The outcome in one word behind its mark; empty where there is none."""
        if self.accepted is None:
            return ""
        return f"{ACCEPTED}\u00a0{_('accepted')}" if self.accepted else f"{REJECTED}\u00a0{_('rejected')}"


@dataclass(frozen=True, slots=True)
class RoomView:
    """All that the hall sees. ``text`` is rich text as it is stored; ``notice`` stands alone, in place of all else."""

    phase: Phase
    body: str = ""
    meeting: str = ""
    #: the numbers of the running items, e.g. TOP Ö 5
    number: str = ""
    title: str = ""
    #: who has the floor, as a line: Es spricht: Frau Muster (SPD)
    speaker: str = ""
    text: str = ""
    result: Result | None = None
    notice: str = ""
    #: below the notice, smaller
    more: str = ""


def blank(phase: Phase, body: str = "") -> RoomView:
    """The view while the hall is to see nothing."""
    notices = {
        Phase.COVERED: body,
        Phase.CLOSED_ITEM: _("Non-public part"),
        Phase.EXCLUDED: _("The public is excluded"),
    }
    return RoomView(phase, body="" if phase is Phase.COVERED else body, notice=notices[phase])


def title() -> str:
    """What the window is called."""
    return _("Display for the hall")


def room_view(
    edition: Edition,
    phase: Phase,
    profile: Profile,
    law: Law,
    now: datetime,
    *,
    speaker: bool = True,
    factions: bool = True,
) -> RoomView:
    """The view of a phase that is not blank; ``edition`` is the public one of what is going on.

    ``speaker`` and ``factions``: whether the hall sees who speaks, and how the factions voted.
    """
    ctx = Context(edition, Look.DRUCK, profile, law)
    meeting = edition.meeting
    committee = ", ".join(one.name for one in ctx.committees)
    view = RoomView(phase, body=committee or (ctx.body.name if ctx.body else ""), meeting=meeting.name)
    if phase is Phase.BEFORE:
        begin = ctx.clock(meeting.scheduled_start or meeting.start)
        day = ctx.meeting_day(meeting.scheduled_start or meeting.start)
        told = _("Begin {time}", time=begin) if begin else ""
        return replace(view, notice=meeting.name, more="\n".join(filter(None, (day, told))))
    if phase is Phase.OVER:
        return replace(view, notice=_("The meeting is closed"))
    items = [item for item in meeting.agenda if item.public and item.name]
    running = next((item for item in items if item.stage is ItemStage.RUNNING), None)
    if running is None:
        return replace(view, notice=meeting.name)
    view = _headed(ctx, view, running, items)
    pause = _pause(running, now)
    if pause is not None:
        until = ctx.clock(pause.until)
        return replace(view, notice=_("Pause"), more=_("Continued at {time}", time=until) if until else "")
    name = _speaker(ctx, running) if speaker else ""
    return replace(
        view,
        speaker=_("Speaking: {name}", name=name) if name else "",
        text=_text(ctx, running),
        result=_result(ctx, running, factions=factions),
    )


def _headed(ctx: Context, view: RoomView, item: AgendaItem, items: Iterable[AgendaItem]) -> RoomView:
    """The view with the item, and those that are treated with it."""
    group = [one for one in items if one is item or one.key in item.treated_with]
    return replace(
        view,
        number=" + ".join(filter(None, (ctx.item_mention(one.key) for one in group))),
        title=" · ".join(" ".join(one.name.split()) for one in group),
    )


def _pause(item: AgendaItem, now: datetime) -> Event | None:
    """The interruption that goes on; its end is known where somebody announced it."""
    pauses = (
        one
        for one in item.proceedings
        if isinstance(one, Event) and one.event_type is EventType.INTERRUPTION and one.from_
    )
    last = next(reversed(list(pauses)), None)
    if last is None or last.until is None:
        return last
    end = parse_moment(last.until)
    return last if end is not None and end > now else None


def _speaker(ctx: Context, item: AgendaItem) -> str:
    speech = next((one for one in item.proceedings if one.key == ON_THE_FLOOR), None)
    if not isinstance(speech, Speech):
        return ""
    name = ctx.address(speech.speaker) or speech.speaker_name or ""
    return ctx.with_faction(name, speech.on_behalf_of)


def _text(ctx: Context, item: AgendaItem) -> str:
    """The wording as it is read aloud, with the amendments that were accepted."""
    papers = (ctx.papers[key] for key in item.papers if key in ctx.papers)
    proposal = next((one.proposed_resolution for one in papers if one.proposed_resolution), "")
    reading = to_read(_standing(item), proposal)
    if reading is None:
        return ""
    parts = [f"### {escape_plain(_kind(ctx, item, proposal))}", reading.text]
    for motion in reading.amendments:
        title = _("{motion}, accepted:", motion=motion_title(ctx, motion))
        parts += [f"### {escape_plain(title)}", motion.text or ""]
    return "\n\n".join(filter(None, parts))


def _standing(item: AgendaItem) -> AgendaItem:
    """The item without the motions that are over before anybody voted on them."""
    kept = tuple(one for one in item.proceedings if not (isinstance(one, Motion) and one.outcome in _GIVEN_UP))
    return replace(item, proceedings=kept)


def _kind(ctx: Context, item: AgendaItem, proposal: str) -> str:
    """What the wording is: decided, proposed, or only moved."""
    if item.resolution and item.result_class in _DECIDED:
        return ctx.summary(ctx.resolution_label)
    if item.resolution or proposal:
        return ctx.summary(Label.PROPOSED_RESOLUTION)
    motions = [one for one in _standing(item).proceedings if isinstance(one, Motion) and one.text]
    return motion_title(ctx, motions[-1]) if motions else ctx.summary(Label.PROPOSED_RESOLUTION)


# --- results


def _result(ctx: Context, item: AgendaItem, *, factions: bool) -> Result | None:
    """The newest vote or election, once it has a result; none while the next one or another motion follows it."""
    last = (Vote, Election, Motion)
    newest = next((one for one in reversed(item.proceedings) if isinstance(one, last) and not one.prepared), None)
    if isinstance(newest, Election):
        return _of_election(ctx, newest)
    if not isinstance(newest, Vote) or not is_finished(newest) or newest.key in ctx.repeated:
        return None
    if newest.method is VoteMethod.SECRET or not factions:
        newest = replace(newest, by_faction=(), ballots=())
    tables = (block for block in vote_blocks(ctx, newest) if isinstance(block, Table))
    return Result(
        subject=_subject(ctx, newest),
        accepted=None if newest.options else carried(newest),
        sentence=wording(ctx, newest),
        totals=joined(ctx, [one for one in totals(ctx, newest) if one not in _bare(ctx)]),
        rows=tuple(row for table in tables for row in _rows(table)),
    )


def _bare(ctx: Context) -> set[str]:
    """Labels of numbers that nobody told: in the hall they would look like a fault."""
    return {ctx.label(one) for one in (Label.VOTE_YES, Label.VOTE_NO, Label.VOTE_ABSTENTIONS)}


def _subject(ctx: Context, vote: Vote) -> str:
    motions = [ctx.motions[key] for key in vote.on if key in ctx.motions]
    named = ", ".join(motion_title(ctx, motion) for motion in motions)
    return subject(ctx, vote if vote.subject or not named else replace(vote, subject=named)) or ctx.summary(
        Label.VOTE_RESULT
    )


def _of_election(ctx: Context, election: Election) -> Result | None:
    """Who was elected; of a secret one the lot and the names only, as of any."""
    if not election.elected:
        return _seats(ctx, election)
    blocks = election_result(ctx, election)
    lines = [line for block in blocks if (line := _plain(block))]
    head = lines[0] if lines else election.office
    if election.method is ElectionMethod.SECRET:
        head = f"{head} ({_('secret election')})"
    return Result(subject=head, sentence="\n".join(lines[1:]))


def _seats(ctx: Context, election: Election) -> Result | None:
    """How many seats each list has, once they are told."""
    lists = election.rounds[-1].candidates if election.rounds and election.form is ElectionForm.LIST else ()
    if not any(one.seats for one in lists):
        return None
    rows = ((one.name, ctx.count(one.seats, ctx.zero)) for one in lists)
    return Result(subject=election.office, rows=((ctx.label(Label.CANDIDATE), _("Seats")), *rows))


def _rows(table: Table) -> Iterable[tuple[str, ...]]:
    return (tuple(map(_cell, row)) for row in table.rows)


def _cell(cell: Cell) -> str:
    return " ".join("".join(run.text for run in runs) for runs in cell.paragraphs)


def _plain(block: Block) -> str:
    return "".join(run.text for run in block.runs) if isinstance(block, Paragraph) else ""
