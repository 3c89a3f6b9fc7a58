"""Master data: what outlives a meeting."""

from peewee import BooleanField, TextField

from desktop.models.schema.base import Node, maybe_flag, maybe_number, maybe_text


class Body(Node):
    id = maybe_text()
    name = TextField()
    short_name = maybe_text()
    classification = maybe_text()
    ags = maybe_text()
    state = maybe_text()
    profile = maybe_text()
    labels = maybe_text()


class Organization(Node):
    id = maybe_text()
    name = TextField()
    short_name = maybe_text()
    organization_type = TextField()
    classification = maybe_text()
    voting_member_count = maybe_number()
    advisory = maybe_flag()
    order = maybe_number()
    color = maybe_text()


class Person(Node):
    id = maybe_text()
    form_of_address = maybe_text()
    title = maybe_text()
    given_name = maybe_text()
    family_name = maybe_text()
    affix = maybe_text()
    function = maybe_text()
    shortcut = maybe_text()
    public_name = maybe_text()
    protected = maybe_flag()


class Membership(Node):
    organization = TextField(index=True)
    role = maybe_text()
    voting_right = maybe_flag()
    on_behalf_of = maybe_text()
    deputy_for = maybe_text()
    start_date = maybe_text()
    end_date = maybe_text()


class Paper(Node):
    id = maybe_text()
    reference = maybe_text()
    name = TextField()
    paper_type = maybe_text()
    public = maybe_flag()
    status_text = maybe_text()
    date = maybe_text()
    under_direction_of = maybe_text()
    contributors = maybe_text()
    author = maybe_text()
    clerk = maybe_text()
    originator = maybe_text()
    proposed_resolution = maybe_text()
    facts = maybe_text()
    consultations = maybe_text()
    web = maybe_text()
    sections = maybe_text()
    relations = maybe_text()


class TextBlock(Node):
    """A text block of a body; no session file carries it."""

    shortcut = TextField()
    name = maybe_text()
    text = TextField()
    situation = maybe_text()
    organization = maybe_text()
    hidden = maybe_flag()


class MeetingTemplate(Node):
    """What a new meeting of an organization begins with; no session file carries it."""

    name = TextField()
    time = maybe_text()
    room = maybe_text()
    place = maybe_text()


class StandingItem(Node):
    """An item of a template."""

    name = TextField()
    public = BooleanField()
    kind = maybe_text()
    text = maybe_text()
