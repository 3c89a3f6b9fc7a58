"""Tables of Anlagen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.export.compose.context import Context
from desktop.export.compose.prose import tail
from desktop.export.document import Block, Look, Scope, Table, TableRole, cell
from desktop.models.profiles import Label
from desktop.models.values import File, Motion, Speech, TextEntry
from desktop.text import document_text as _
from desktop.text import format_number

_KILO = 1024


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in a list, with its number there and what it belongs to."""

    file: File
    number: int
    belongs_to: str = ""


def numbered(ctx: Context, files: Sequence[File], belongs_to: str = "") -> list[Listed]:
    """The files of the meeting or an item with their numbers; those of a paper with their own or else their places."""
    places = enumerate(files, 1)
    return [Listed(file, ctx.file_numbers.get(file.key, file.number or place), belongs_to) for place, file in places]


def name_and_size(file: File) -> str:
    """The name as printed, with the size where it is known: Praesentation (376 KB)."""
    size = file.size_text or _size(file.size)
    return f"{file.name} ({size})" if size else file.name


def _size(size: int | None) -> str:
    if not size:
        return ""
    if size < _KILO:
        return _("{number} bytes", number=size)
    if size < _KILO * _KILO * 10:
        return _("{number} KB", number=format_number(round(size / _KILO)))
    return _("{number} MB", number=format_number(round(size / (_KILO * _KILO))))


def files_table(ctx: Context, files: Iterable[Listed], summary: str) -> Table:
    """The table of Anlagen: row label, number, status, name with size; what they belong to where any says so.

    The pages of ALLRIS have the number twice and the size of what is to be opened. Paper has neither, and the status
    only where not all are public.
    """
    listed = list(files)
    with_owner, with_number = any(one.belongs_to for one in listed), ctx.look is not Look.DRUCK
    with_status = with_number or not all(one.file.public for one in listed)
    heads = [ctx.label(Label.FILE_COLUMN)]
    heads += [ctx.label(Label.FILE_NUMBER)] if with_number else []
    heads += [ctx.label(Label.FILE_ITEM)] if with_owner else []
    heads += [ctx.label(Label.FILE_STATUS)] if with_status else []
    heads += [ctx.label(Label.FILE_NAME)]
    head = tuple(cell(text, Scope.COLUMN if text else Scope.NONE) for text in heads)
    rows = tuple(
        (
            cell(f"{ctx.label(Label.FILE)} {one.number}", Scope.ROW),
            *([cell(str(one.number))] if with_number else []),
            *([cell(one.belongs_to)] if with_owner else []),
            *([cell(ctx.publicity_word(one.file.public))] if with_status else []),
            cell(name_and_size(one.file) if with_number else one.file.name),
        )
        for one in listed
    )
    shown = ((1.2, True), (0.6, with_number), (0.9, with_owner), (1.5, with_status), (5.0, True))
    widths = tuple(width for width, is_shown in shown if is_shown)
    return Table((head, *rows), summary, widths, TableRole.LIST, header_rows=1)


def with_files(ctx: Context, blocks: list[Block], entry: TextEntry | Speech | Motion) -> list[Block]:
    """The blocks with the Anlagen they refer to behind them, as far as the text does not name them itself."""
    named = [name for key in entry.files if (name := ctx.file_mention(key)) and name not in (entry.text or "")]
    return tail(blocks, f"({', '.join(named)})") if named else blocks
