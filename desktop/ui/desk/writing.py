"""Adding, parting and joining the entries of an item, as the keys of the stream mean it (desk.md §3). No widgets here.

Each act is one step of the book. What entries are turned into is in ``stream/kinds``, their marks in ``stream/marks``.
"""

from dataclasses import replace
from typing import TypeVar

from desktop.models.book import Book
from desktop.models.rules import happened
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    Entry,
    Event,
    ItemKind,
    Lead,
    Meeting,
    MeetingState,
    Motion,
    MotionType,
    Paper,
    Person,
    Speech,
    SpeechRole,
    TextEntry,
    Vote,
)
from desktop.ui.desk.names.speakers import Speaker, person_from
from desktop.ui.desk.names.typednames import is_name
from desktop.ui.desk.procedure.exclusion import is_public_now, public_of_new

E = TypeVar("E", TextEntry, Speech, Motion, Vote, Event)

PROCEEDINGS = "proceedings"
#: these go into the minutes, so they are German whatever the language of the window
FINAL_VOTE = "Schlussabstimmung"
PART = "Ziffer {number}"
VARIANT = "Variante {letter}"


def entries(book: Book, item: str) -> list[str]:
    """The keys of an item's entries, in order."""
    return book.shelf.children(item, PROCEEDINGS)


def entry(book: Book, key: str) -> Entry:
    """An entry as it stands."""
    value = book.shelf.value(key)
    assert isinstance(value, Entry)
    return value


def siblings(book: Book, key: str) -> list[str]:
    """The keys of the entries among which an entry stands, itself included."""
    record = book.shelf.records[key]
    return book.shelf.children(record.parent, record.slot)


def item_of(book: Book, key: str) -> str:
    """The item (or meeting) an entry stands in."""
    return book.shelf.records[key].parent or ""


def place_of(book: Book, key: str) -> int:
    """The position of an entry in its item."""
    return siblings(book, key).index(key)


def add_entry(book: Book, value: Entry, item: str, index: int | None = None, slot: str = PROCEEDINGS) -> str:
    """A new entry, at the end without ``index``; the only way in. Where the public is out it is not public.

    That the public goes and comes back is for everybody.
    """
    tells = isinstance(value, Event) and value.event_type in happened.PUBLICITY
    if value.public is None and not tells:
        value = replace(value, public=public_of_new(book, item, index))
    return book.add(value, item, slot, index)


def is_prepared(book: Book) -> bool | None:
    """Whether what is written now is written before the meeting; None says no, as a session file does."""
    return True if book.meeting.state is MeetingState.PREPARATION else None


def add_text(book: Book, item: str, index: int | None, text: str, at: str, slot: str = PROCEEDINGS) -> str:
    """A new text entry; called at its first character. Outside all items ``item`` is the meeting, with its slot."""
    return add_entry(book, TextEntry(text=text, at=at, prepared=is_prepared(book)), item, index, slot)


def add_speech(book: Book, item: str, index: int | None, speaker: Speaker | str, at: str) -> str:
    """A new speech of somebody known, or of a name as typed so far."""
    return add_entry(book, speech_of(book, item, speaker, at), item, index)


def add_statement(book: Book, item: str, index: int | None, at: str) -> str:
    """What somebody wants to have in the minutes word for word; who it is and the words come next."""
    value = Speech(
        speaker_name="", at=at, lead=Lead.COLON, role=SpeechRole.STATEMENT, on_request=True, prepared=is_prepared(book)
    )
    return add_entry(book, value, item, index)


def add_event(book: Book, item: str, index: int | None, at: str) -> str:
    """Something that happened besides, in words that come next."""
    return add_entry(book, Event(from_=at, prepared=is_prepared(book)), item, index)


def add_motion(book: Book, item: str, index: int | None, at: str) -> str:
    """A new motion without mover and wording: the main one, or an amendment where there is something to amend."""
    value = book.shelf.value(item)
    papers = value.papers if isinstance(value, AgendaItem) else ()
    main = main_motion(book, item)
    kind = MotionType.AMENDMENT if main or papers else MotionType.SUBSTANTIVE
    motion = Motion(motion_type=kind, amends=main, text="", at=at, prepared=is_prepared(book))
    return add_entry(book, motion, item, index)


def main_motion(book: Book, item: str) -> str | None:
    """The first substantive motion of an item, which others amend."""
    found = (one.key for one in _of_kind(book, item, Motion) if one.motion_type is MotionType.SUBSTANTIVE)
    return next(found, None)


def proposal(book: Book, item: str) -> str:
    """The resolution that the papers of an item propose; empty where none does."""
    value = book.shelf.value(item)
    papers = (
        [book.shelf.value(key) for key in value.papers if key in book.shelf] if isinstance(value, AgendaItem) else []
    )
    return next((one.proposed_resolution for one in papers if isinstance(one, Paper) and one.proposed_resolution), "")


def offered_wording(book: Book, key: str | None) -> str:
    """What an empty motion can take over from the paper of its item; empty for any other entry."""
    if key is None or not isinstance(entry(book, key), Motion):
        return ""
    return proposal(book, item_of(book, key))


def _of_kind(book: Book, item: str, kind: type[E]) -> list[E]:
    values = (book.shelf.value(key) for key in entries(book, item))
    return [value for value in values if isinstance(value, kind)]


def speech_of(book: Book, item: str, speaker: Speaker | str, at: str | None, text: str = "") -> Speech:
    """A speech as this meeting's speeches are: the way the last one names its speaker, the speaker's last role."""
    lead = _last_lead(_of_kind(book, item, Speech), book.meeting)
    if isinstance(speaker, str):
        return Speech(
            speaker_name=speaker, text=text, at=at, lead=lead, role=SpeechRole.CONTRIBUTION, prepared=is_prepared(book)
        )
    return Speech(
        speaker=speaker.key,
        speaker_name=speaker.name if speaker.by_office else None,
        on_behalf_of=speaker.faction,
        text=text,
        at=at,
        lead=lead,
        role=role_of(book, item, speaker),
        prepared=is_prepared(book),
    )


def role_of(book: Book, item: str, speaker: Speaker) -> SpeechRole:
    """Who reports or answers goes on doing so in the item; who asked asks again only where residents ask."""
    value = book.shelf.value(item)
    lasting = {SpeechRole.REPORT, SpeechRole.ANSWER}
    if isinstance(value, AgendaItem) and value.kind is ItemKind.QUESTION:
        lasting.add(SpeechRole.QUESTION)
    own = (one.role for one in reversed(_of_kind(book, item, Speech)) if one.speaker == speaker.key and one.role)
    last = next(own, None)
    return last if last in lasting and last is not None else SpeechRole.CONTRIBUTION


def _last_lead(own: list[Speech], meeting: Meeting) -> Lead | None:
    """How the last speech names its speaker: of the item, else of the meeting. What is for the record has its own."""
    items = ([one for one in item.proceedings if isinstance(one, Speech)] for item in reversed(meeting.agenda))
    earlier = (one for speeches in (own, *items) for one in reversed(speeches))
    return next((one.lead for one in earlier if one.role is not SpeechRole.STATEMENT), Lead.SENTENCE)


def make_guest(book: Book, item: str, person: Person) -> str:
    """Adds a person made in passing: Guest, in an item of kind question a resident whose name is not for the public.

    Behind closed doors only the person, because the public edition prints the attendance list.
    """
    value = book.shelf.value(item)
    resident = isinstance(value, AgendaItem) and value.kind is ItemKind.QUESTION
    if resident:
        public_name = {"Frau": "eine Einwohnerin", "Herr": "ein Einwohner"}.get(person.form_of_address or "")
        person = replace(person, protected=True, public_name=public_name or "eine Person aus der Einwohnerschaft")
    function = "Einwohner/in" if resident else "Gast"
    body = book.shelf.records[book.meeting.key].parent
    with book.step("make_guest"):
        key = book.add(person, body, "persons")
        if not is_public_now(book, item):
            return key
        line = Attendance(person=key, group=AttendanceGroup.GUEST, function=function)
        book.add(line, book.meeting.key, "attendance")
    return key


def protect_movers(book: Book, key: str, motion: Motion) -> bool:
    """Residents who move something in an item of kind question are guests whose name is not for the public.

    Returns whether there were any.
    """
    item = item_of(book, key)
    value = book.shelf.value(item)
    names = [one.strip() for one in (motion.mover_name or "").split(",")]
    if not isinstance(value, AgendaItem) or value.kind is not ItemKind.QUESTION or not all(map(is_name, names)):
        return False
    with book.step("make_guest"):
        made = [make_guest(book, item, person_from(name)) for name in names]
        book.change(key, movers=(*motion.movers, *made), mover_name=None)
    return True


def split(book: Book, key: str, before: str, after: str, at: str) -> str:
    """Ends an entry at the caret; what comes after becomes a new entry of the same kind. Returns the key of that."""
    old = entry(book, key)
    assert isinstance(old, TextEntry | Speech)
    new = replace(old, key="", id=None, heading=None, text=after, run_on=None, draft=None, files=(), at=at)
    with book.step("split"):
        book.change(key, text=before)
        return book.add(new, item_of(book, key), book.shelf.records[key].slot, place_of(book, key) + 1)


def entry_before(book: Book, key: str) -> str | None:
    """The key of the entry before, None where there is none."""
    place = place_of(book, key)
    return siblings(book, key)[place - 1] if place else None


def can_join(book: Book, key: str) -> str | None:
    """The entry before, where its text can take in this one's and nothing is lost or published; else None."""
    before = entry_before(book, key)
    return before if before is not None and _takes_in(entry(book, before), entry(book, key)) else None


def _takes_in(first: Entry, second: Entry) -> bool:
    """A motion is never taken in: its mover would go, and the vote on it would be on nothing."""
    if not isinstance(first, TextEntry | Speech | Motion) or not isinstance(second, TextEntry | Speech):
        return False
    if second.heading or second.files or first.public != second.public or _speaks(first) != _speaks(second):
        return False
    return bool(getattr(first, "on_request", None)) == bool(second.on_request)


def _speaks(value: TextEntry | Speech | Motion) -> tuple[str | None, ...]:
    """Whose words these are."""
    return (value.speaker, value.speaker_name, value.on_behalf_of) if isinstance(value, Speech) else (None, None, None)


def text_of(book: Book, key: str) -> str:
    """The text of an entry that has one."""
    value = entry(book, key)
    return (value.text or "") if isinstance(value, TextEntry | Speech | Motion) else ""


def join(book: Book, key: str, text: str) -> str:
    """Puts the joined text into the entry before and removes this one; returns the key of the entry before."""
    before = can_join(book, key)
    assert before is not None
    with book.step("join"):
        book.change(before, text=text)
        book.remove(key)
    return before
