"""The tables. They mirror the values: a column bears the name of its field, a list of rows is a table of its own.

Every row of a meeting or of the master data stands in one tree: ``parent`` is the key of the row above, ``slot`` the
field it stands in there, ``rank`` its place among its neighbours (with gaps, never time). ``meeting`` names the meeting
a row belongs to, so that a meeting is loaded with one query per table. Value lists without ids are JSON text.
Columns that refer to other rows hold keys; the tree is what the database itself guards.
"""

from peewee import BlobField, BooleanField, ForeignKeyField, IntegerField, Model, TextField


class Table(Model):
    """STRICT tables only; there is no default database, each book brings its own."""

    class Meta:
        strict_tables = True
        legacy_table_names = False


def _text() -> TextField:
    return TextField(null=True)


def _number() -> IntegerField:
    return IntegerField(null=True)


def _yes_no() -> BooleanField:
    return BooleanField(null=True)


class Node(Table):
    """What all rows of the tree share."""

    key = TextField(primary_key=True)
    parent = TextField(null=True, index=True)
    slot = TextField()
    rank = IntegerField()


class Body(Node):
    id = _text()
    name = TextField()
    short_name = _text()
    classification = _text()
    ags = _text()
    state = _text()
    profile = _text()
    labels = _text()


class Organization(Node):
    id = _text()
    name = TextField()
    short_name = _text()
    organization_type = TextField()
    classification = _text()
    voting_member_count = _number()
    advisory = _yes_no()
    order = _number()
    color = _text()


class Person(Node):
    id = _text()
    form_of_address = _text()
    title = _text()
    given_name = _text()
    family_name = _text()
    affix = _text()
    function = _text()
    shortcut = _text()
    public_name = _text()
    protected = _yes_no()


class Membership(Node):
    organization = TextField(index=True)
    role = _text()
    voting_right = _yes_no()
    on_behalf_of = _text()
    deputy_for = _text()
    start_date = _text()
    end_date = _text()


class Paper(Node):
    id = _text()
    reference = _text()
    name = TextField()
    paper_type = _text()
    public = _yes_no()
    status_text = _text()
    date = _text()
    under_direction_of = _text()
    contributors = _text()
    author = _text()
    clerk = _text()
    originator = _text()
    proposed_resolution = _text()
    facts = _text()
    consultations = _text()
    web = _text()
    sections = _text()
    relations = _text()


class Meeting(Node):
    id = _text()
    name = TextField()
    number = _text()
    legislative_term = _text()
    organizations = _text()
    start = TextField(index=True)
    end = _text()
    room = _text()
    place = _text()
    occasion = _text()
    publicity = _text()
    status_text = _text()
    form = _text()
    convened_on = _text()
    state = _text()
    chairs = _text()
    note = _text()
    web = _text()
    minute_takers = _text()
    minutes_date = _text()
    signatures = _text()
    scheduled_start = _text()
    invitation = _text()
    approval = _text()
    objections = _text()
    corrections = _text()


class MeetingNode(Node):
    """A row below a meeting; files below a paper have none."""

    meeting = ForeignKeyField(
        Meeting, column_name="meeting", null=True, backref="+", deferrable="INITIALLY DEFERRED", on_delete="NO ACTION"
    )


class RosterEntry(MeetingNode):
    """Master data that travels with a meeting even where nothing in it refers to it."""

    member = TextField(index=True)


class File(MeetingNode):
    id = _text()
    number = _number()
    name = TextField()
    file_name = _text()
    mime_type = _text()
    size = _number()
    public = _yes_no()
    sha512_checksum = _text()
    content = _text()
    size_text = _text()


class Attendance(MeetingNode):
    person = TextField(index=True)
    group = _text()
    on_behalf_of = _text()
    voting_right = _yes_no()
    status = TextField()
    reason = _text()
    deputy_for = _text()
    function = _text()


class Interval(MeetingNode):
    from_ = _text()
    until = _text()
    from_item = _text()
    until_item = _text()


class AgendaItem(MeetingNode):
    id = _text()
    number = _text()
    name = TextField()
    public = BooleanField()
    kind = _text()
    treated_with = _text()
    treated_order = _number()
    start = _text()
    end = _text()
    resolution = _text()
    result = _text()
    result_class = _text()
    tasks = _text()
    note = _text()
    web = _text()
    resolution_as_proposed = _yes_no()
    papers = _text()
    subtitle = _text()
    supplementary = _yes_no()
    announcement = _text()
    stage = _text()


class Recusal(MeetingNode):
    person = TextField(index=True)
    legal_basis = _text()
    left_room = _yes_no()
    reason = _text()


class EntryNode(MeetingNode):
    """What the six kinds of entry share; they stand in one slot, in one order."""

    id = _text()
    public = _yes_no()
    files = _text()
    prepared = _yes_no()


class TextEntry(EntryNode):
    text = _text()
    at = _text()
    heading = _text()
    run_on = _yes_no()
    draft = _text()
    on_request = _yes_no()


class Speech(EntryNode):
    text = _text()
    at = _text()
    speaker = TextField(null=True, index=True)
    speaker_name = _text()
    on_behalf_of = _text()
    role = _text()
    until = _text()
    on_request = _yes_no()
    heading = _text()
    lead = _text()
    run_on = _yes_no()
    draft = _text()


class Motion(EntryNode):
    text = _text()
    at = _text()
    title = _text()
    motion_type = TextField()
    procedural_type = _text()
    movers = _text()
    mover_name = _text()
    amends = _text()
    outcome = _text()
    paper = _text()
    outcome_text = _text()


class Vote(EntryNode):
    at = _text()
    subject = _text()
    on = _text()
    method = _text()
    majority = _text()
    statutory = _number()
    present = _number()
    recused = _number()
    yes = _number()
    no = _number()
    abstentions = _number()
    invalid = _number()
    not_voting = _number()
    on_request = _text()
    accepted = _yes_no()
    verdict = _text()
    voids = _text()
    void_reason = _text()
    options = _text()
    part = _text()
    unanimous = _yes_no()
    rest = _text()
    yes_means_rejection = _yes_no()
    recused_persons = _text()
    organization = _text()


class FactionRow(MeetingNode):
    organization = TextField(null=True, index=True)
    yes = _number()
    no = _number()
    abstentions = _number()
    not_voting = _number()
    person = TextField(null=True, index=True)
    label = _text()
    stance = _text()


class Ballot(MeetingNode):
    person = TextField(index=True)
    choice = TextField()


class Election(EntryNode):
    text = _text()
    at = _text()
    office = TextField()
    method = _text()
    rounds = TextField()
    lot = _text()
    elected = _text()
    accepts = _yes_no()
    form = _text()
    seat_method = _text()


class Event(EntryNode):
    text = _text()
    event_type = TextField()
    person = TextField(null=True, index=True)
    from_ = _text()
    until = _text()


class Blob(Table):
    """The bytes of attachments, each once. Never in the history, never read with a list."""

    sha512 = TextField(primary_key=True)
    data = BlobField()


class History(Table):
    """Every change, in order: the undo log and the audit trail. Kept after signing.

    ``field`` is null where a whole row came (``new`` set) or went (``old`` set); an import stores keys only.
    ``action`` and ``params`` say what was done, in codes: the window makes the words.
    """

    seq = IntegerField(primary_key=True)
    step = IntegerField(index=True)
    device = TextField()
    author = TextField()
    at = TextField()
    table = TextField()
    key = TextField(index=True)
    field = _text()
    old = _text()
    new = _text()
    action = TextField()
    params = TextField()


class Setting(Table):
    """What the book knows of itself, e.g. the device it lives on."""

    name = TextField(primary_key=True)
    value = TextField()


MASTER = (Body, Organization, Person, Membership, Paper)
OF_MEETING = (
    RosterEntry,
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
