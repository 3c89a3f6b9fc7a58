"""The entries of the proceedings, one table per kind."""

from peewee import TextField

from desktop.models.schema.base import maybe_flag, maybe_number, maybe_text
from desktop.models.schema.meetings import MeetingNode


class EntryNode(MeetingNode):
    """What the six kinds of entry share; they stand in one slot, in one order."""

    id = maybe_text()
    public = maybe_flag()
    files = maybe_text()
    prepared = maybe_flag()


class TextEntry(EntryNode):
    text = maybe_text()
    at = maybe_text()
    heading = maybe_text()
    run_on = maybe_flag()
    draft = maybe_text()
    on_request = maybe_flag()


class Speech(EntryNode):
    text = maybe_text()
    at = maybe_text()
    speaker = TextField(null=True, index=True)
    speaker_name = maybe_text()
    on_behalf_of = maybe_text()
    role = maybe_text()
    until = maybe_text()
    on_request = maybe_flag()
    heading = maybe_text()
    lead = maybe_text()
    run_on = maybe_flag()
    draft = maybe_text()


class Motion(EntryNode):
    text = maybe_text()
    at = maybe_text()
    title = maybe_text()
    motion_type = TextField()
    procedural_type = maybe_text()
    movers = maybe_text()
    mover_name = maybe_text()
    amends = maybe_text()
    outcome = maybe_text()
    paper = maybe_text()
    outcome_text = maybe_text()


class Vote(EntryNode):
    at = maybe_text()
    subject = maybe_text()
    on = maybe_text()
    method = maybe_text()
    majority = maybe_text()
    statutory = maybe_number()
    present = maybe_number()
    recused = maybe_number()
    yes = maybe_number()
    no = maybe_number()
    abstentions = maybe_number()
    invalid = maybe_number()
    not_voting = maybe_number()
    on_request = maybe_text()
    accepted = maybe_flag()
    verdict = maybe_text()
    voids = maybe_text()
    void_reason = maybe_text()
    options = maybe_text()
    part = maybe_text()
    unanimous = maybe_flag()
    rest = maybe_text()
    yes_means_rejection = maybe_flag()
    recused_persons = maybe_text()
    organization = maybe_text()


class FactionRow(MeetingNode):
    organization = TextField(null=True, index=True)
    yes = maybe_number()
    no = maybe_number()
    abstentions = maybe_number()
    not_voting = maybe_number()
    person = TextField(null=True, index=True)
    label = maybe_text()
    stance = maybe_text()


class Ballot(MeetingNode):
    person = TextField(index=True)
    choice = TextField()


class Election(EntryNode):
    text = maybe_text()
    at = maybe_text()
    office = TextField()
    method = maybe_text()
    rounds = TextField()
    lot = maybe_text()
    elected = maybe_text()
    accepts = maybe_flag()
    form = maybe_text()
    seat_method = maybe_text()


class Event(EntryNode):
    text = maybe_text()
    event_type = TextField()
    person = TextField(null=True, index=True)
    from_ = maybe_text()
    until = maybe_text()
