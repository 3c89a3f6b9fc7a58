"""The lines at the head and foot of each page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from desktop.export.compose.context import Context
from desktop.export.compose.letterhead import office_line
from desktop.export.document import PageField
from desktop.models.exchange import session_file
from desktop.models.profiles import Label, RunningPart
from desktop.text import format_date

Line = tuple[str | PageField, ...]

_BETWEEN = " | "
#: so many digits tell two states of one meeting apart, and can be read out
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Running:
    """What the lines of a document say. ``key`` is what the office files it under, ``draft`` the word for a draft."""

    meeting: str
    key: str
    draft: str
    created: datetime


def running_line(ctx: Context, parts: Iterable[RunningPart], said: Running) -> Line:
    """The parts in their order, with a stroke between them; what is unknown is left out."""
    line: list[str | PageField] = []
    for pieces in (_pieces(ctx, part, said) for part in dict.fromkeys(parts)):
        if pieces:
            line += [_BETWEEN, *pieces] if line else pieces
    return _joined(line)


def fingerprint(ctx: Context) -> str:
    """The first digits of the SHA-256 of what the reader is given: the edition as a session file.

    Not of the file: it cannot hold its own.
    """
    return sha256(session_file.write(ctx.edition)).hexdigest()[:_DIGITS]


def _pieces(ctx: Context, part: RunningPart, said: Running) -> list[str | PageField]:
    match part:
        case RunningPart.OFFICE:
            text = office_line(ctx)
        case RunningPart.MEETING:
            text = said.meeting
        case RunningPart.KEY:
            text = said.key
        case RunningPart.DRAFT:
            text = said.draft
        case RunningPart.PRINTED:
            text = f"{ctx.label(Label.PRINTED_ON)} {format_date(said.created.date(), ctx.profile.formats.date)}"
        case RunningPart.HASH:
            text = f"{ctx.label(Label.HASH)} {fingerprint(ctx)}"
        case RunningPart.PAGE:
            return [f"{ctx.label(Label.PAGE)} ", PageField.PAGE, "/", PageField.PAGES]
    text = " ".join(text.split())
    return [text] if text else []


def _joined(pieces: list[str | PageField]) -> Line:
    """The line with texts that stand side by side made one."""
    line: list[str | PageField] = []
    for piece in pieces:
        if line and not isinstance(piece, PageField) and not isinstance(last := line[-1], PageField):
            line[-1] = last + piece
        else:
            line.append(piece)
    return tuple(line)
