"""The tables. They mirror the values: a column bears the name of its field, a list of rows is a table of its own.

Every row of a meeting or of the master data stands in one tree: ``parent`` is the key of the row above, ``slot`` the
field it stands in there, ``rank`` its place among its neighbours (with gaps, never time). ``meeting`` names the meeting
a row belongs to, so that a meeting is loaded with one query per table. Value lists without ids are JSON text.
Columns that refer to other rows hold keys; the tree is what the database itself guards.
"""

from desktop.models.schema.base import Node, Table
from desktop.models.schema.entries import (
    Ballot,
    Election,
    EntryNode,
    Event,
    FactionRow,
    Motion,
    Speech,
    TextEntry,
    Vote,
)
from desktop.models.schema.master import (
    Body,
    MeetingTemplate,
    Membership,
    Organization,
    Paper,
    Person,
    StandingItem,
    TextBlock,
)
from desktop.models.schema.meetings import (
    AgendaItem,
    Attendance,
    File,
    FloorLimit,
    Interval,
    Meeting,
    MeetingNode,
    Recusal,
    RosterEntry,
    SpeakerTurn,
)
from desktop.models.schema.own import Blob, History, Setting

MASTER = (Body, Organization, Person, Membership, Paper, TextBlock, MeetingTemplate, StandingItem)
OF_MEETING = (
    RosterEntry,
    SpeakerTurn,
    FloorLimit,
    File,
    Attendance,
    Interval,
    AgendaItem,
    Recusal,
    TextEntry,
    Speech,
    Motion,
    Vote,
    FactionRow,
    Ballot,
    Election,
    Event,
)
TREE: tuple[type[Node], ...] = (*MASTER, Meeting, *OF_MEETING)
TABLES: tuple[type[Table], ...] = (*TREE, Blob, History, Setting)

__all__ = [
    "MASTER",
    "OF_MEETING",
    "TABLES",
    "TREE",
    "AgendaItem",
    "Attendance",
    "Ballot",
    "Blob",
    "Body",
    "Election",
    "EntryNode",
    "Event",
    "FactionRow",
    "File",
    "FloorLimit",
    "History",
    "Interval",
    "Meeting",
    "MeetingNode",
    "MeetingTemplate",
    "Membership",
    "Motion",
    "Node",
    "Organization",
    "Paper",
    "Person",
    "Recusal",
    "RosterEntry",
    "Setting",
    "SpeakerTurn",
    "Speech",
    "StandingItem",
    "Table",
    "TextBlock",
    "TextEntry",
    "Vote",
]
