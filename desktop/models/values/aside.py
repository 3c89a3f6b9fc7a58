"""What the book keeps beside the session file: no file carries it, undo and history know it like everything else."""

from dataclasses import dataclass

from desktop.models.values.base import Row, ref, required_ref
from desktop.models.values.enums import ItemKind


@dataclass(frozen=True, kw_only=True, slots=True)
class RosterEntry(Row):
    """A row of master data that travels with a meeting even where nothing in it refers to it."""

    member: str = required_ref()


@dataclass(frozen=True, kw_only=True, slots=True)
class TextBlock(Row):
    """A Textbaustein of the house, below its body; one with the short form of a shipped block takes its place."""

    #: what is typed before Tab
    shortcut: str = ""
    #: what it is for, in words
    name: str | None = None
    #: rich text with ``{placeholders}`` and holes
    text: str = ""
    #: the situation it belongs to, a key of the starter set
    situation: str | None = None
    #: only in meetings of this Gremium
    organization: str | None = ref()
    #: the shipped block of this short form is not offered, and nothing in its place
    hidden: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingItem(Row):
    """An item that stands on every agenda of a kind."""

    name: str = ""
    public: bool = True
    kind: ItemKind | None = None
    #: what is written there beforehand, to be confirmed in the meeting
    text: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetingTemplate(Row):
    """What a new meeting of a Gremium begins with; below its organization."""

    name: str = ""
    #: HH:MM
    time: str | None = None
    room: str | None = None
    place: str | None = None
    items: tuple[StandingItem, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakerTurn(Row):
    """One who asked for the floor, below the meeting: waiting, speaking (``begun``) or done (``ended``)."""

    person: str | None = ref()
    #: as typed, where nobody is linked
    name: str | None = None
    #: the faction the time counts for, frozen here
    on_behalf_of: str | None = ref()
    item: str | None = ref()
    #: Wortmeldung zur Geschäftsordnung: goes before all others
    point_of_order: bool | None = None
    at: str | None = None
    begun: str | None = None
    ended: str | None = None
    #: seconds spoken before ``begun``, where the clock was stopped in between
    spoken: int | None = None
    #: the speech that was begun with it
    entry: str | None = ref()


@dataclass(frozen=True, kw_only=True, slots=True)
class FloorLimit(Row):
    """How many minutes may be spoken, below the meeting. 0: no limit; None: as in the meeting, else in the house."""

    #: the item, or the meeting itself for all its items
    item: str = required_ref()
    #: for one turn
    minutes: int | None = None
    #: for all turns of a faction together
    faction_minutes: int | None = None


#: the slots they stand in, by the name of the table above
BESIDE: dict[str, tuple[str, ...]] = {
    "Meeting": ("roster", "speaker_turns", "floor_limits"),
    "Body": ("text_blocks",),
    "Organization": ("templates",),
}
