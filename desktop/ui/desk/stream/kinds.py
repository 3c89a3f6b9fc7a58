"""What an entry is turned into: a speech of somebody, narrative, a motion. No widgets here.

Each act is one step of the book and keeps the place and the words. The row gets a new key, which is returned.
"""

from dataclasses import replace

from desktop.models.book import Book
from desktop.models.richtext.writing import escape_plain
from desktop.models.values import (
    Entry,
    EntryKind,
    Lead,
    Motion,
    MotionType,
    Organization,
    Person,
    Speech,
    SpeechRole,
    TextEntry,
    Vote,
)
from desktop.ui.desk import writing
from desktop.ui.desk.floor import floor_acts
from desktop.ui.desk.names.speakers import Speaker

#: the kinds that can be turned into each other
KINDS = (EntryKind.TEXT, EntryKind.SPEECH, EntryKind.MOTION)


def name_speaker(book: Book, key: str, speaker: Speaker, text: str) -> str:
    """Makes an entry a speech of somebody, with the text that is left."""
    old = writing.entry(book, key)
    if isinstance(old, Speech):
        role = old.role if old.speaker or _is_statement(old) else writing.role_of(book, _item(book, key), speaker)
        named = speaker.name if speaker.by_office else None
        with book.step("name_speaker"):
            book.change(key, speaker=speaker.key, speaker_name=named, on_behalf_of=speaker.faction)
            book.change(key, role=role, text=text)
        return key
    speech = writing.speech_of(book, _item(book, key), speaker, old.at if isinstance(old, TextEntry) else None, text)
    if isinstance(old, TextEntry):
        speech = replace(speech, heading=old.heading, public=old.public, run_on=old.run_on, files=old.files)
        speech = replace(speech, prepared=old.prepared, draft=old.draft, on_request=old.on_request)
    return _replaced(book, key, speech, "name_speaker")


def _is_statement(speech: Speech) -> bool:
    return speech.role is SpeechRole.STATEMENT and bool(speech.on_request)


def turn(book: Book, key: str, kind: EntryKind) -> str:
    """Makes a text, a speech or a motion one of the others; what it is already stays."""
    old = writing.entry(book, key)
    if old.kind is kind:
        return key
    if kind is EntryKind.TEXT:
        return make_text(book, key)
    return make_motion(book, key) if kind is EntryKind.MOTION else _make_speech(book, key)


def can_turn(book: Book, key: str) -> bool:
    """Whether an entry can become another kind; a motion on which there is a vote stays what was voted on."""
    old = writing.entry(book, key)
    if not isinstance(old, Motion):
        return isinstance(old, TextEntry | Speech)
    entries = (writing.entry(book, one) for item in book.meeting.agenda for one in writing.entries(book, item.key))
    return not any(
        (isinstance(one, Vote) and key in one.on) or (isinstance(one, Motion) and one.amends == key) for one in entries
    )


def make_text(book: Book, key: str) -> str:
    """Makes a speech or a motion narrative: who spoke goes, the words stay."""
    old = writing.entry(book, key)
    assert isinstance(old, Speech | Motion)
    text = TextEntry(text=old.text, at=old.at, public=old.public, files=old.files, prepared=old.prepared)
    if isinstance(old, Speech):
        text = replace(text, heading=old.heading, run_on=old.run_on, draft=old.draft, on_request=old.on_request)
    else:
        text = replace(text, heading=old.title)
    return _replaced(book, key, text, "make_text")


def make_words(book: Book, key: str, words: str) -> str:
    """Makes a speech without text narrative: what was typed as its speaker is its text."""
    with book.step("make_text"):
        book.change(key, text=escape_plain(words), on_request=None)
        return make_text(book, key)


def make_motion(book: Book, key: str) -> str:
    """Makes a text or a speech a motion of the speaker's faction, else of the speaker."""
    old = writing.entry(book, key)
    assert isinstance(old, TextEntry | Speech)
    main = writing.main_motion(book, _item(book, key))
    motion = Motion(
        title=old.heading,
        motion_type=MotionType.AMENDMENT if main else MotionType.SUBSTANTIVE,
        amends=main,
        text=old.text or "",
        at=old.at,
        public=old.public,
        files=old.files,
        prepared=old.prepared,
    )
    if isinstance(old, Speech):
        mover = old.on_behalf_of or old.speaker
        motion = replace(motion, movers=(mover,) if mover else (), mover_name=None if mover else old.speaker_name)
    return _replaced(book, key, motion, "make_motion")


def _make_speech(book: Book, key: str) -> str:
    """Makes a text or a motion a speech: of the mover, where that is a person, else of somebody to be named."""
    old = writing.entry(book, key)
    assert isinstance(old, TextEntry | Motion)
    speech = writing.speech_of(book, _item(book, key), "", old.at, old.text or "")
    speech = replace(speech, public=old.public, files=old.files, prepared=old.prepared)
    if isinstance(old, TextEntry):
        speech = replace(speech, heading=old.heading, run_on=old.run_on, draft=old.draft, on_request=old.on_request)
        return _replaced(book, key, replace(speech, lead=speech.lead or Lead.SENTENCE), "make_speech")
    movers = [book.shelf.value(one) for one in old.movers if one in book.shelf]
    person = next((one.key for one in movers if isinstance(one, Person)), None)
    group = next((one for one in movers if isinstance(one, Organization)), None)
    name = None if person else old.mover_name or (group.short_name or group.name if group else "")
    speech = replace(speech, heading=old.title, speaker=person, speaker_name=name)
    return _replaced(book, key, speech, "make_speech")


def _item(book: Book, key: str) -> str:
    return writing.item_of(book, key)


def _replaced(book: Book, key: str, value: Entry, step: str) -> str:
    """Another row in the place of one."""
    record = book.shelf.records[key]
    with book.step(step):
        new = book.add(value, record.parent, record.slot, writing.place_of(book, key))
        for one in floor_acts.turns(book):
            if one.entry == key:  # so that its end is still noted
                book.change(one.key, entry=new)
        book.remove(key)
    return new
