"""All documents there are to prove: every kind, look, edition and profile of the demo and of the real cases.

Many orders lead to one and the same Document, and the writers are functions of it alone: each is drawn once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from desktop.clock import BERLIN
from desktop.export.compose import Composer
from desktop.export.document import Document
from desktop.export.filenames import may_stand_alone
from desktop.export.kinds import Kind
from desktop.export.publish import LOOKS
from desktop.models.edition import for_print, make_edition
from desktop.models.exchange import session_file
from desktop.models.profiles import STANDARD, Profile, Record, law_of, load, names
from desktop.models.values import Edition, Reader, SessionFile
from desktop.paths import resource
from tests.conftest import SHARED

CREATED = datetime(2026, 3, 5, 18, 0, tzinfo=BERLIN)
SHARDS = 4
"""Parts of about the same size that all meetings are dealt out to, so that two workers share the work."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting in its session file; ``name`` is that of the file and the key of the meeting."""

    name: str
    session: SessionFile
    key: str


@dataclass(frozen=True, slots=True)
class Made:
    """Distinct documents with the name of the first order that led to each; ``orders`` is how many there were."""

    documents: dict[Document, str]
    orders: int


@cache
def gatherings() -> tuple[Gathering, ...]:
    """The meetings of the demo, then those of the real cases where they are; the long ones first."""
    paths = sorted(resource("demo").glob("*.json"), key=lambda path: path.name)
    paths += sorted(path for path in (SHARED / "cases").glob("*.json") if "expect" not in path.name)
    found = []
    for path in paths:
        session = session_file.read(path.read_bytes()).session
        found += [Gathering(path.stem, session, meeting.key) for meeting in session.meetings]
    return tuple(found)


def shard(number: int) -> Made:
    """Everything of every fourth meeting."""
    return _collect(gathering for gathering in _by_size()[number::SHARDS])


@cache
def in_standard_profile() -> Made:
    """Everything of all meetings in the standard profile: for programs that take long over each file."""
    return _collect(gatherings(), (STANDARD,))


def _by_size() -> list[Gathering]:
    return sorted(gatherings(), key=lambda one: -sum(len(meeting.agenda) for meeting in one.session.meetings))


def _collect(chosen: Iterator[Gathering] | tuple[Gathering, ...], profiles: tuple[str, ...] | None = None) -> Made:
    documents: dict[Document, str] = {}
    orders = 0
    for gathering in chosen:
        for name in profiles or tuple(names()):
            for label, document in _documents(gathering, load(name)):
                orders += 1
                documents.setdefault(document, f"{label} {name}")
    return Made(documents, orders)


def _documents(gathering: Gathering, profile: Profile) -> Iterator[tuple[str, Document]]:
    session, law = gathering.session, law_of(gathering.session.body)
    records = (None, *Record) if profile.name == STANDARD else (None,)
    for reader in Reader:
        edition = make_edition(session, reader, gathering.key, {}, profile.redaction_mark)
        printed = for_print(edition)
        for kind, looks in LOOKS.items():
            for look in looks:
                for record in records:
                    composer = Composer(printed, look, profile, CREATED, law=law, record=record)
                    for part, which in _parts(kind, edition):
                        label = f"{gathering.name} {kind} {look} {reader} {record or 'house'} {part}"
                        yield label, composer.compose(kind, **which).document


def _parts(kind: Kind, edition: Edition) -> Iterator[tuple[str, dict[str, str]]]:
    """What a document of the kind is about: a name, and how compose is asked for it."""
    if kind is Kind.AUSZUG:
        for place, item in enumerate(edition.meeting.agenda, start=1):
            if may_stand_alone(edition, item):
                yield f"item{place}", {"item": item.key}
    elif kind is Kind.VORLAGE:
        for place, paper in enumerate(edition.session.papers, start=1):
            yield f"paper{place}", {"paper": paper.key}
    else:
        yield "whole", {}
