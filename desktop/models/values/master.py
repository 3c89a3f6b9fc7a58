"""Master data: bodies, organizations, persons, papers and files."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.models.values.base import Identified, Row, Value, ref, refs, required_ref
from desktop.models.values.enums import Land, OrganizationType


@dataclass(frozen=True, kw_only=True, slots=True)
class Body(Identified):
    """Körperschaft."""

    name: str = ""
    short_name: str | None = None
    #: Gemeinde, Stadt, Kreis, Amt, Bezirk, Zweckverband
    classification: str | None = None
    ags: str | None = None
    #: Land, selects the legal profile
    state: Land | None = None
    #: name of the house profile that sets labels and layouts
    profile: str | None = None
    #: overrides single labels of the profile, e.g. proceedings: Beratungsverlauf
    labels: Mapping[str, str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Organization(Identified):
    """Gremium, Fraktion, Gruppe or department."""

    name: str = ""
    short_name: str | None = None
    organization_type: OrganizationType = OrganizationType.GREMIUM
    classification: str | None = None
    #: statutory number of voting members; base of quorum and absolute majority
    voting_member_count: int | None = None
    #: true: its votes are recommendations (Beschlussempfehlung)
    advisory: bool | None = None
    #: place of a faction in vote tables
    order: int | None = None
    color: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership(Row):
    """Mitgliedschaft: a person in a body, a faction or a department, from and until a date."""

    organization: str = required_ref()
    role: str | None = None
    voting_right: bool | None = None
    #: the faction that holds the seat
    on_behalf_of: str | None = ref()
    deputy_for: tuple[str, ...] = refs()
    start_date: str | None = None
    end_date: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Person(Identified):
    """Person: member, official, guest or resident."""

    #: Herr, Frau or empty
    form_of_address: str | None = None
    title: tuple[str, ...] = ()
    given_name: str | None = None
    family_name: str | None = None
    affix: str | None = None
    #: how the minutes name the office: Der Landrat, Ratsfrau, Beigeordneter
    function: str | None = None
    #: what the minute-taker types for this person
    shortcut: str | None = None
    memberships: tuple[Membership, ...] = ()
    #: what a public edition prints instead, e.g. eine Einwohnerin
    public_name: str | None = None
    #: the name is not for publication
    protected: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class File(Identified):
    """Anlage; its own publicity decides whether it may be published."""

    number: int | None = None
    name: str = ""
    file_name: str | None = None
    mime_type: str | None = None
    #: bytes
    size: int | None = None
    public: bool | None = None
    sha512_checksum: str | None = None
    #: SHA-512 of the bytes in the book (hex); a session file carries the bytes themselves, as base64
    content: str | None = None
    #: as printed where the byte count is unknown, e.g. 376 KB
    size_text: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Consultation(Value):
    """One line of the Beratungsfolge of a paper."""

    #: name of the body
    organization: str = ""
    #: Vorberatung, Entscheidung, Kenntnisnahme, Anhörung
    role: str | None = None
    date: str | None = None
    #: Beschlussart, raw; absent prints (offen)
    result: str | None = None
    status: str | None = None
    meeting_name: str | None = None
    meeting: str | None = ref()
    agenda_item: str | None = ref()
    public: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Section(Value):
    """A further part of a paper after its facts."""

    heading: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperRelation(Value):
    """How a paper refers to another one."""

    paper: str = required_ref()
    #: Bezüglich, Antwort auf, Änderung zu
    relation: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper(Identified):
    """Vorlage, Drucksache or motion on paper."""

    reference: str | None = None
    #: Betreff
    name: str = ""
    paper_type: str | None = None
    public: bool | None = None
    status_text: str | None = None
    date: str | None = None
    #: Federführend
    under_direction_of: str | None = None
    #: Beteiligt
    contributors: str | None = None
    #: Verfasser/in
    author: str | None = None
    #: Bearbeiter/-in
    clerk: str | None = None
    #: Antragsteller, Initiator
    originator: str | None = None
    #: Beschlussvorschlag
    proposed_resolution: str | None = None
    #: Sachverhalt
    facts: str | None = None
    #: Beratungsfolge in order
    consultations: tuple[Consultation, ...] = ()
    files: tuple[File, ...] = ()
    web: str | None = None
    #: further parts after the facts, in order
    sections: tuple[Section, ...] = ()
    relations: tuple[PaperRelation, ...] = ()
