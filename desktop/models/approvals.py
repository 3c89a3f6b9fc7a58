"""The minutes of the meeting before: which they are, and what it changes there that a later meeting approves them."""

import json
from dataclasses import dataclass

from peewee import Database

from desktop.models import schema
from desktop.models.history import Change
from desktop.models.rows import SHAPES, encode
from desktop.models.values import Approval, MeetingState

#: states that say more than that the minutes are approved
_BEYOND = (MeetingState.APPROVED, MeetingState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A meeting whose minutes wait for approval; ``state`` as stored."""

    key: str
    name: str
    state: str | None


def waiting(db: Database, meeting: str) -> Earlier | None:
    """The newest meeting of the same lead body before this one, unless its minutes are approved; None for none.

    One without a state came with a file and was held.
    """
    m = schema.Meeting
    rows = list(m.select(m.parent, m.start, m.organizations).where(m.key == meeting).tuples().execute(db))
    if not rows:
        return None
    body, start, organizations = rows[0]
    columns = m.select(m.key, m.name, m.state, m.organizations, m.approval)
    held = (m.parent == body) & (m.start < start) & (m.state.is_null() | (m.state != MeetingState.PREPARATION))
    for key, name, state, other, approval in columns.where(held).order_by(m.start.desc()).tuples().execute(db):
        if _lead(other) == _lead(organizations):
            return None if approval else Earlier(key, name, state)
    return None


def changes(earlier: Earlier, approval: Approval) -> list[Change]:
    """What is written to the earlier meeting; a state that says more stays."""
    hints = SHAPES["Meeting"].columns
    found = [Change("Meeting", earlier.key, "approval", None, encode(hints["approval"], approval))]
    if earlier.state not in _BEYOND:
        new = encode(hints["state"], MeetingState.APPROVED)
        found.append(Change("Meeting", earlier.key, "state", earlier.state, new))
    return found


def _lead(organizations: str | None) -> str | None:
    found = json.loads(organizations) if organizations else []
    return str(found[0]) if found else None
