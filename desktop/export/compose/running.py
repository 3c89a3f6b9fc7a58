"""The lines at the head and foot of each page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.export.compose.context import Context
from desktop.export.compose.letterhead import office_line
from desktop.export.document import PageField
from desktop.models.profiles import Label, RunningPart
from desktop.text import format_date

Line = tuple[str | PageField, ...]

_BETWEEN = " | "
#: so many digits tell two states of one meeting apart, and can be read out
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Running:
    """What the lines of a document say. ``key`` is what the office files it under, ``draft`` the word for a draft.

    ``digest`` is the SHA-256 (hex) of the edition, empty where none is to be printed.
    """

    meeting: str
    key: str
    draft: str
    created: datetime
    digest: str = ""


def running_line(ctx: Context, parts: Iterable[RunningPart], said: Running) -> Line:
    """The parts in their order, with a stroke between them; what is unknown is left out."""
    line: list[str | PageField] = []
    for pieces in (_pieces(ctx, part, said) for part in dict.fromkeys(parts)):
        if pieces:
            line += [_BETWEEN, *pieces] if line else pieces
    return _joined(line)


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
            # of what the reader is given: a file cannot hold its own
            text = f"{ctx.label(Label.HASH)} {said.digest[:_DIGITS]}" if said.digest else ""
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
