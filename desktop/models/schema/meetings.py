"""A meeting and the rows below it, but for the entries."""

from peewee import BooleanField, ForeignKeyField, TextField

from desktop.models.schema.base import Node, maybe_flag, maybe_number, maybe_text


class Meeting(Node):
    id = maybe_text()
    name = TextField()
    number = maybe_text()
    legislative_term = maybe_text()
    organizations = maybe_text()
    start = TextField(index=True)
    end = maybe_text()
    room = maybe_text()
    place = maybe_text()
    occasion = maybe_text()
    publicity = maybe_text()
    status_text = maybe_text()
    form = maybe_text()
    convened_on = maybe_text()
    state = maybe_text()
    chairs = maybe_text()
    note = maybe_text()
    web = maybe_text()
    minute_takers = maybe_text()
    minutes_date = maybe_text()
    signatures = maybe_text()
    scheduled_start = maybe_text()
    invitation = maybe_text()
    approval = maybe_text()
    objections = maybe_text()
    corrections = maybe_text()


class MeetingNode(Node):
    """A row below a meeting; files below a paper have none."""

    meeting = ForeignKeyField(
        Meeting, column_name="meeting", null=True, backref="+", deferrable="INITIALLY DEFERRED", on_delete="NO ACTION"
    )


class RosterEntry(MeetingNode):
    """Master data that travels with a meeting even where nothing in it refers to it."""

    member = TextField(index=True)


class SpeakerTurn(MeetingNode):
    """Who asked for the floor; no session file carries it."""

    person = TextField(null=True, index=True)
    name = maybe_text()
    on_behalf_of = maybe_text()
    item = maybe_text()
    point_of_order = maybe_flag()
    at = maybe_text()
    begun = maybe_text()
    ended = maybe_text()
    spoken = maybe_number()
    entry = maybe_text()


class FloorLimit(MeetingNode):
    """How long may be spoken in an item; no session file carries it."""

    item = TextField()
    minutes = maybe_number()
    faction_minutes = maybe_number()


class File(MeetingNode):
    id = maybe_text()
    number = maybe_number()
    name = TextField()
    file_name = maybe_text()
    mime_type = maybe_text()
    size = maybe_number()
    public = maybe_flag()
    sha512_checksum = maybe_text()
    content = maybe_text()
    size_text = maybe_text()


class Attendance(MeetingNode):
    person = TextField(index=True)
    group = maybe_text()
    on_behalf_of = maybe_text()
    voting_right = maybe_flag()
    status = TextField()
    reason = maybe_text()
    deputy_for = maybe_text()
    function = maybe_text()


class Interval(MeetingNode):
    from_ = maybe_text()
    until = maybe_text()
    from_item = maybe_text()
    until_item = maybe_text()


class AgendaItem(MeetingNode):
    id = maybe_text()
    number = maybe_text()
    name = TextField()
    public = BooleanField()
    kind = maybe_text()
    treated_with = maybe_text()
    treated_order = maybe_number()
    start = maybe_text()
    end = maybe_text()
    resolution = maybe_text()
    result = maybe_text()
    result_class = maybe_text()
    tasks = maybe_text()
    note = maybe_text()
    web = maybe_text()
    resolution_as_proposed = maybe_flag()
    papers = maybe_text()
    subtitle = maybe_text()
    supplementary = maybe_flag()
    announcement = maybe_text()
    stage = maybe_text()


class Recusal(MeetingNode):
    person = TextField(index=True)
    legal_basis = maybe_text()
    left_room = maybe_flag()
    reason = maybe_text()
