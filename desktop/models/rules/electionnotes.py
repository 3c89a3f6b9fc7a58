"""What is taken down about an election and has no field of its own: lines of its text, told apart by their first words.

They are part of the minutes, so they are German whatever the language of the window, and a file that comes from
elsewhere may have none of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Note(StrEnum):
    """A line of the text of an election or of one of its rounds, by the words it begins with."""

    TELLERS = "Stimmenzählung"
    PLACES = "Zu vergeben"
    LOT = "Losverfahren"
    END = "Ende der Wahlhandlung"
    RUNOFF_LOT = "Losentscheid über die Stichwahl"


_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Notes:
    """The lines that are known, without their first words, and all other text as it stands."""

    lines: Mapping[Note, str]
    rest: str = ""

    def get(self, note: Note) -> str:
        """What a line says; empty where there is none."""
        return self.lines.get(note, "")

    def having(self, note: Note, value: str) -> "Notes":
        """The same with another line; an empty one takes it away."""
        kept = {one: text for one, text in self.lines.items() if one is not note}
        return Notes({**kept, note: value} if value else kept, self.rest)

    def text(self) -> str | None:
        """All of it as it is stored; None for nothing."""
        lines = [f"{note}: {self.lines[note]}" for note in Note if note in self.lines]
        return _BETWEEN.join((*lines, *([self.rest] if self.rest else []))) or None


def read(text: str | None) -> Notes:
    """The notes of a stored text. What is written back without a change is the same text."""
    lines: dict[Note, str] = {}
    rest = []
    for part in (text or "").split(_BETWEEN):
        first, colon, value = part.partition(": ")
        if colon and "\n" not in part and first in set(Note) and Note(first) not in lines:
            lines[Note(first)] = value
        else:
            rest.append(part)
    return Notes(lines, _BETWEEN.join(rest))


def places_of(notes: Notes) -> int | None:
    """How many seats are to be given out; None where nothing is said."""
    number = notes.get(Note.PLACES).partition(" ")[0]
    return int(number) if number.isascii() and number.isdigit() else None


def places_words(places: int | None) -> str:
    """The same in words, to be noted."""
    return "" if places is None else "1 Sitz" if places == 1 else f"{places} Sitze"


def clock_words(time: str) -> str:
    """A time of day as it is noted; empty for none."""
    return f"{time} Uhr" if time else ""
