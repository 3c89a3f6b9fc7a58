"""An invented meeting to compose from, and documents as plain lines to look at."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from desktop.clock import BERLIN
from desktop.export.compose import Composer, Kind
from desktop.export.compose.context import Context
from desktop.export.document import (
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Look,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Table,
    plain,
)
from desktop.models.profiles import Profile, load
from desktop.models.values import (
    AgendaItem,
    Body,
    Edition,
    Meeting,
    Membership,
    Organization,
    OrganizationType,
    Paper,
    Person,
    Reader,
    SessionFile,
)
from desktop.models.values.law import Law, MinutesLaw

CREATED = datetime(2026, 3, 6, 9, 0, tzinfo=BERLIN)

BODY = Body(key="b", name="Stadt Eiderfleth")
ORGANIZATIONS = (
    Organization(key="ha", name="Hauptausschuss", short_name="HA", voting_member_count=15),
    Organization(key="bl", name="Bürgerliste", short_name="BL", organization_type=OrganizationType.FRAKTION, order=2),
    Organization(key="hh", name="Hafen und Handel", organization_type=OrganizationType.FRAKTION, order=1),
)


def person(key: str, family: str, faction: str | None = None, **more: object) -> Person:
    membership = Membership(key=f"{key}-m", organization="ha", on_behalf_of=faction)
    usual: dict[str, object] = {"form_of_address": "Frau", "given_name": "Anna", "family_name": family}
    return Person(key=key, memberships=(membership,), **{**usual, **more})  # type: ignore[arg-type]


PERSONS = (
    person("muster", "Muster", "bl", title=("Prof.", "Dr.")),
    person("beispiel", "Beispiel", "hh", form_of_address="Herr", given_name="Bernd"),
    person("landrat", "Vogt", form_of_address="Herr", given_name="Jan", function="Der Landrat"),
    person("kanzlei", "Schreiber", function="Protokollführerin"),
)
PAPERS = (
    Paper(key="p1", reference="VO/2026/1", name="Neue Hafenordnung", paper_type="Beschlussvorlage", public=True),
    Paper(key="p2", reference="VO/2026/2", name="Gebühren", public=True),
)


def item(key: str = "i1", number: str | None = "3.2", name: str = "Hafenordnung", **more: object) -> AgendaItem:
    return AgendaItem(key=key, number=number, name=name, **more)  # type: ignore[arg-type]


def edition(*agenda: AgendaItem, reader: Reader = Reader.COMPLETE, **meeting: object) -> Edition:
    usual: dict[str, object] = {
        "name": "14. Sitzung des Hauptausschusses",
        "number": "14",
        "legislative_term": "XIII",
        "organizations": ("ha",),
        "start": "2026-03-05T18:01:00+01:00",
    }
    held = Meeting(key="m", agenda=agenda, **{**usual, **meeting})  # type: ignore[arg-type]
    session = SessionFile(body=BODY, organizations=ORGANIZATIONS, persons=PERSONS, papers=PAPERS, meetings=(held,))
    return Edition(reader=reader, session=session)


def context(*agenda: AgendaItem, look: Look = Look.DRUCK, profile: Profile | None = None, **meeting: object) -> Context:
    return Context(edition(*agenda, **meeting), look, profile or load("standard"))  # type: ignore[arg-type]


def with_votes(profile: Profile, **votes: object) -> Profile:
    return replace(profile, votes=replace(profile.votes, **votes))  # type: ignore[arg-type]


def with_minutes(profile: Profile, **minutes: object) -> Profile:
    return replace(profile, minutes=replace(profile.minutes, **minutes))  # type: ignore[arg-type]


#: two sign, as in most Länder
TWO_SIGN = Law(minutes=MinutesLaw(signatures=("Vorsitz", "Schriftführung")))


def minutes(edition: Edition, profile: Profile | None = None, law: Law = TWO_SIGN, **more: Any) -> Document:
    composer = Composer(edition, Look.DRUCK, profile or load("standard"), CREATED, law=law, **more)
    return composer.compose(Kind.NIEDERSCHRIFT).document


def extract(edition: Edition, look: Look, profile: Profile | None = None, item: str = "i1") -> Document:
    return Composer(edition, look, profile or load("standard"), CREATED).compose(Kind.AUSZUG, item=item).document


def vorlage(edition: Edition, look: Look, profile: Profile | None = None, paper: str = "p1") -> Document:
    return Composer(edition, look, profile or load("standard"), CREATED).compose(Kind.VORLAGE, paper=paper).document


def lines(blocks: Iterable[Block]) -> list[str]:
    """Blocks as lines: # before headings, the role before paragraphs that are no running text, | between cells."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * block.level} {plain(block.runs)}"]
        case Paragraph():
            plainly = block.role in (ParagraphRole.BODY, ParagraphRole.CAPTION)
            role = "" if plainly else f"{block.role}: "
            return [role + _styled(block)]
        case ListBlock():
            return [line for entry in block.items for line in _entry(entry)]
        case Table():
            return [" | ".join(map(_cell, row)) for row in block.rows]
        case Rule():
            return ["---"]
        case PageBreak():
            return ["==="]
        case Figure():
            return [f"figure: {block.alt}"]


def _styled(paragraph: Paragraph) -> str:
    text = "".join(f"*{run.text}*" if run.bold else run.text for run in paragraph.runs)
    return text.replace("\u00a0", " ")


def _cell(cell: Cell) -> str:
    return " / ".join(map(plain, cell.paragraphs)).replace("\u00a0", " ")


def _entry(entry: ListItem) -> list[str]:
    return [f"- {plain(entry.runs)}", *(f"  {line}" for child in entry.children for line in _lines(child))]


def text(document: Document) -> str:
    """Everything that a reader of the document reads."""
    return "\n".join(lines(document.blocks))
