"""What the stream shows of an entry: words and numbers, ready to be painted. No widgets here."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.clock import parse_moment
from desktop.models.rules import numbering, votes
from desktop.models.rules.motions import is_finished
from desktop.models.shelf import Shelf
from desktop.models.values import (
    AgendaItem,
    Candidate,
    Election,
    ElectionRound,
    Entry,
    Event,
    EventType,
    FactionRow,
    Lead,
    Motion,
    MotionOutcome,
    Speech,
    SpeechRole,
    TextEntry,
    Vote,
)
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.words import word

DASH = " – "
DOT = " · "


@dataclass(frozen=True, slots=True)
class Face:
    """One entry as shown: ``time`` in the margin, ``tag`` the kind in capitals, ``caption`` who and what beside it.

    ``lead`` stands in the line of the text before it. ``text`` is stored text that can be edited in place, None where
    the entry has none; ``summary`` are lines that are shown instead. ``marks`` are words such as »vorbereitet«.
    """

    time: str = ""
    #: the kind, where no tag shows it
    kind: str = ""
    tag: str = ""
    caption: str = ""
    heading: str = ""
    lead: str = ""
    text: str | None = None
    summary: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    #: what does not add up, a line each
    warnings: tuple[str, ...] = ()
    prepared: bool = False
    nonpublic: bool = False
    #: a vote that counts nowhere any more
    void: bool = False

    @property
    def spoken(self) -> str:
        """For a screen reader: everything but the text."""
        parts = (
            self.tag.capitalize() or self.kind,
            self.caption,
            self.heading,
            self.lead,
            self.time,
            *self.summary,
            *self.marks,
            *self.warnings,
        )
        return ", ".join(part for part in parts if part)


def face_of(entry: Entry, shelf: Shelf, directory: Directory) -> Face:
    """The face of an entry."""
    match entry:
        case TextEntry():
            return _text_face(entry)
        case Speech():
            return _speech_face(entry, directory)
        case Motion():
            return _motion_face(entry, directory)
        case Vote():
            return _vote_face(entry, shelf, directory)
        case Election():
            return _election_face(entry)
        case Event():
            return _event_face(entry, directory)


def clock_time(stored: str | None) -> str:
    """The time of day of a stored time; empty where there is none."""
    moment = parse_moment(stored) if stored else None
    return format_time(moment, "HH:mm") if moment else ""


def _marks(entry: Entry) -> tuple[str, ...]:
    found = []
    if entry.prepared:
        found.append(_("prepared – Enter confirms"))
    if entry.public is False:
        found.append(_("not public"))
    if isinstance(entry, TextEntry | Speech):
        if entry.run_on:
            found.append(_("in the paragraph before"))
        if entry.on_request:
            found.append(_("for the record on request"))
    return tuple(found)


def _text_face(entry: TextEntry) -> Face:
    return Face(
        time=clock_time(entry.at),
        kind=_("Text"),
        heading=entry.heading or "",
        text=entry.text or "",
        marks=_marks(entry),
        prepared=bool(entry.prepared),
        nonpublic=entry.public is False,
    )


def _speech_face(entry: Speech, directory: Directory) -> Face:
    name, group = _speaker_words(entry, directory)
    label = f"{name} ({group})" if group else name
    role = word(entry.role) if entry.role not in (None, SpeechRole.CONTRIBUTION) else ""
    leads = {Lead.SENTENCE: label, Lead.COLON: f"{label}:"}
    inline = leads.get(entry.lead or Lead.NONE, "") if label else ""
    return Face(
        time=clock_time(entry.at),
        kind=_("Speech"),
        caption=DOT.join(part for part in ("" if inline else label, role) if part),
        heading=entry.heading or "",
        lead=inline,
        text=entry.text,
        marks=_marks(entry),
        prepared=bool(entry.prepared),
        nonpublic=entry.public is False,
    )


def _speaker_words(entry: Speech, directory: Directory) -> tuple[str, str]:
    known = directory.by_key(entry.speaker)
    name = entry.speaker_name or (known.name if known else "")
    return name, directory.groups.get(entry.on_behalf_of or "", "")


def _motion_face(entry: Motion, directory: Directory) -> Face:
    movers = [directory.name_of(key) for key in entry.movers] or [entry.mover_name or ""]
    kind = word(entry.motion_type)
    if entry.procedural_type:
        kind = f"{kind}: {entry.procedural_type}"
    outcome = entry.outcome_text or (word(entry.outcome) if entry.outcome not in (None, MotionOutcome.OPEN) else "")
    return Face(
        time=clock_time(entry.at),
        tag=_("MOTION"),
        caption=DOT.join(part for part in (", ".join(filter(None, movers)), kind) if part),
        heading=entry.title or "",
        text=entry.text or "",
        marks=(*filter(None, (outcome,)), *_marks(entry)),
        prepared=bool(entry.prepared),
        nonpublic=entry.public is False,
    )


def _vote_face(entry: Vote, shelf: Shelf, directory: Directory) -> Face:
    subject = entry.subject or ", ".join(filter(None, (vote_subject(shelf, directory, key) for key in entry.on)))
    subject = subject or _("Resolution")
    again = repetition(entry.key, shelf)
    void = again is not None and is_finished(again)
    return Face(
        time=clock_time(entry.at),
        tag=_("VOID VOTE") if void else _("VOTE"),
        caption=DOT.join(part for part in (subject, entry.part) if part),
        summary=tuple(filter(None, (vote_result(entry), faction_line(entry.by_faction, directory)))),
        marks=(*_repetition_marks(entry, again), *_marks(entry)),
        prepared=bool(entry.prepared),
        nonpublic=entry.public is False,
        void=void,
    )


def _repetition_marks(vote: Vote, again: Vote | None) -> Iterable[str]:
    """That a vote was taken again, or is the repetition itself; with the reason. It stands until that has a result."""
    if again is not None and is_finished(again):
        reason = again.void_reason
        yield _("void – repeated ({reason})", reason=reason) if reason else _("void – repeated")
    elif again is not None:
        yield _("is being repeated")
    if vote.voids:
        reason = vote.void_reason
        words = _("repeats an earlier vote ({reason})", reason=reason) if reason else _("repeats an earlier vote")
        yield words
    if vote.yes_means_rejection:
        yield _("Yes means rejection")


def repetition(key: str, shelf: Shelf) -> Vote | None:
    """The vote of the same item that is taken in place of one; None where there is none."""
    record = shelf.records.get(key)
    siblings = shelf.children(record.parent, record.slot) if record is not None else ()
    votes = (shelf.value(one) for one in siblings if shelf.records[one].table == "Vote")
    return next((vote for vote in votes if isinstance(vote, Vote) and vote.voids == key), None)


def vote_subject(shelf: Shelf, directory: Directory, key: str) -> str:
    """What a vote is on, by the row it names."""
    row = shelf.value(key) if key in shelf else None
    if isinstance(row, Motion):
        movers = ", ".join(filter(None, (directory.name_of(mover) for mover in row.movers))) or row.mover_name or ""
        return row.title or f"{word(row.motion_type)} {movers}".strip()
    if isinstance(row, AgendaItem):
        return numbering.display(row.number, row.public) or row.name
    return ""


def vote_result(vote: Vote) -> str:
    """The result of a vote in one line: what was announced, and the numbers."""
    known = votes.counts(vote)
    verdict = vote.verdict or ""
    accepted = vote.accepted if vote.accepted is not None or not vote.unanimous else votes.outcome(vote).accepted
    if not verdict:  # numbers alone announce nothing: the vote was left as open
        verdict = _("open") if accepted is None else _("accepted") if accepted else _("rejected")
    numbers = ((_("Yes"), known.yes), (_("No"), known.no), (_("Abstentions"), known.abstentions))
    choices = [f"{option.label} {option.votes}" for option in vote.options]
    return DOT.join((verdict, *(f"{name} {count}" for name, count in numbers if count is not None), *choices))


def faction_line(rows: tuple[FactionRow, ...], directory: Directory) -> str:
    """The factions of a vote in one line: SPD 3/–/–; Yes, No and Abstentions in this order."""
    parts = []
    for row in rows:
        name = row.label or directory.name_of(row.organization or row.person)
        cells = [row.yes, row.no, row.abstentions]
        if any(cells):
            parts.append(f"{name} " + "/".join("–" if cell is None else str(cell) for cell in cells))
    return DOT.join(parts)


def _election_face(entry: Election) -> Face:
    rounds = [DOT.join(_candidate_words(one, held) for one in held.candidates) for held in entry.rounds]
    numbered = [f"{number}. {words}" for number, words in enumerate(rounds, 1)] if len(rounds) > 1 else rounds
    elected = _("Elected: {names}", names=", ".join(entry.elected)) if entry.elected else ""
    accepted = {None: "", True: _("accepts the election"), False: _("does not accept the election")}[entry.accepts]
    lot = _("Lot: {name}", name=entry.lot) if entry.lot else ""
    return Face(
        time=clock_time(entry.at),
        tag=_("ELECTION"),
        caption=entry.office,
        summary=tuple(
            filter(
                None, (*numbered, lot, DOT.join(filter(None, (elected, accepted))), *(entry.text or "").split("\n\n"))
            )
        ),
        marks=_marks(entry),
        prepared=bool(entry.prepared),
        nonpublic=entry.public is False,
    )


def _candidate_words(one: Candidate, held: ElectionRound) -> str:
    """A candidate with the numbers known: Muster 7, Muster Ja 7 Nein 3, Liste A 12 (4 seats)."""
    alone = len(held.candidates) == 1 and one.votes is None
    yes, no = (held.yes, held.no) if alone and one.yes is None else (one.yes, one.no)
    parts = [one.name, *([str(one.votes)] if one.votes is not None else [])]
    parts += [f"{word} {count}" for word, count in ((_("Yes"), yes), (_("No"), no)) if count is not None]
    if one.seats is not None:
        parts.append(_("(seats: {count})", count=one.seats))
    return " ".join(parts)


def _event_face(entry: Event, directory: Directory) -> Face:
    until = clock_time(entry.until)
    span = f"{clock_time(entry.from_)}{DASH}{until}" if until else ""
    if entry.event_type is EventType.INTERRUPTION and entry.from_ and not entry.until:
        span = _k("goes on – {procedure} continues")
    person = directory.name_of(entry.person)
    return Face(
        time=clock_time(entry.from_),
        tag=word(entry.event_type).upper(),
        caption=DOT.join(part for part in (person, span, entry.text) if part),
        marks=_marks(entry),
        prepared=bool(entry.prepared),
        nonpublic=entry.public is False,
    )
