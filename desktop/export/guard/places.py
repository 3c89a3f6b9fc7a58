"""Where in a session something stands."""

from dataclasses import dataclass, replace
from typing import get_args

from desktop.models.values import AgendaItem, Entry, Paper, Value

_ENTRIES = get_args(Entry)


@dataclass(frozen=True, slots=True)
class Place:
    """Keys of the item, the entry and the paper, empty where it belongs to none; ``field`` is the name of the field."""

    item: str = ""
    entry: str = ""
    paper: str = ""
    field: str = ""

    def within(self, value: Value) -> "Place":
        """The place of what is in a value."""
        match value:
            case AgendaItem():
                return replace(self, item=value.key)
            case Paper():
                return replace(self, paper=value.key)
        return replace(self, entry=value.key) if isinstance(value, _ENTRIES) else self
