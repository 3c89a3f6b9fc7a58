"""What a reader is given: an edition of one meeting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.models.values.meetings import Meeting, SessionFile


class Reader(StrEnum):
    """Who reads an edition.

    public: everybody. complete: the office, everything. nonpublic: only what is not public, for those entitled to it.
    """

    PUBLIC = "public"
    COMPLETE = "complete"
    NONPUBLIC = "nonpublic"


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """One meeting with all it refers to, as one reader may see it.

    ``session`` holds exactly one meeting and nothing that the reader may not see. ``attachments`` maps the SHA-512 of a
    file of the session (hex) to its bytes. Everything that leaves the program is made from an Edition and nothing else.
    ``told`` and ``void`` stand for what is left out of it: persons whose coming and going is told there, or happened
    there, and votes that were repeated there; by key. ``numbers`` are those of its items, by key, counted through all
    parts of the whole agenda; ``file_numbers`` those of its Anlagen, by key, and ``correction_numbers`` those of its
    Berichtigungsvermerke, in their order, in the whole meeting: they are the same for every reader.
    """

    reader: Reader
    session: SessionFile
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    told: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    file_numbers: Mapping[str, int] = field(default_factory=dict)
    correction_numbers: tuple[int, ...] = ()

    @property
    def meeting(self) -> Meeting:
        """The one meeting of the edition."""
        return self.session.meetings[0]
