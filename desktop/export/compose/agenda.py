"""The agenda: its parts, its table, and the remarks that belong to an item."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from desktop.export.compose.context import Context, runs
from desktop.export.document import Block, Cell, Heading, Runs, Scope, Table, TableRole, cell
from desktop.models.profiles import Label
from desktop.models.values import AgendaItem, ItemKind, Paper, Publicity, Reader, ResultClass
from desktop.text import document_text as _

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_WIDTHS = (1.1, 6.2, 1.9)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the agenda that is public or not. ``title`` is empty where the meeting has no parts."""

    title: str
    public: bool
    items: tuple[AgendaItem, ...]


def roman(number: int) -> str:
    """A number in Roman digits."""
    text = ""
    for value, digits in _ROMAN:
        text += digits * (number // value)
        number %= value
    return text


def parts(ctx: Context, items: Iterable[AgendaItem] | None = None) -> list[Part]:
    """The parts of the meeting in the order of the agenda: I. public, II. not public, perhaps III. public again.

    ``items`` are the lines of the agenda in another order.

    A meeting that is wholly public, or wholly not, has a single part without a title. The part that is not public is
    the second also where the reader has only that in hand.
    """
    shown = [item for item in (ctx.meeting.agenda if items is None else items) if ctx.is_shown(item)]
    stretches = [(public, tuple(items)) for public, items in groupby(shown, ctx.is_public)]
    first = 2 if ctx.edition.reader is Reader.NONPUBLIC and stretches and not stretches[0][0] else 1
    titled = len(stretches) > 1 or ctx.meeting.publicity not in (Publicity.PUBLIC, Publicity.NONPUBLIC)
    return [
        Part(_part_title(ctx, number, public) if titled else "", public, items)
        for number, (public, items) in enumerate(stretches, first)
    ]


def _part_title(ctx: Context, number: int, public: bool) -> str:
    name = ctx.label(Label.PUBLIC_PART if public else Label.NONPUBLIC_PART)
    return f"{roman(number)}. {name}"


def title(ctx: Context, item: AgendaItem) -> str:
    """The title of an item, or the word for one that is withheld; line ends in it are kept."""
    return ctx.label(Label.NONPUBLIC_ITEM) if ctx.is_withheld(item) else item.name


def heading_runs(ctx: Context, item: AgendaItem) -> Runs:
    """Number and title; an item that has neither is still an item."""
    named = " ".join(part for part in (ctx.number(item), title(ctx, item)) if part)
    return runs(named if named.strip() else ctx.summary(Label.ITEM))


def agenda_blocks(ctx: Context, level: int) -> list[Block]:
    """The agenda as a table per part."""
    blocks: list[Block] = []
    for part in parts(ctx):
        if part.title:
            blocks.append(Heading(level + 1, runs(part.title)))
        blocks.append(agenda_table(ctx, part, remarks))
    return [Heading(level, runs(ctx.label(Label.AGENDA))), *blocks] if blocks else []


def agenda_table(ctx: Context, part: Part, told: Callable[[Context, AgendaItem], Iterable[str]]) -> Table:
    """A part as a table: number, title with what is ``told`` of the item below it, papers."""
    rows = tuple(_row(ctx, item, told) for item in part.items)
    summary = f"{ctx.summary(Label.AGENDA)} {part.title}".rstrip()
    return Table(rows, summary, _WIDTHS, TableRole.LIST)


def _row(ctx: Context, item: AgendaItem, told: Callable[[Context, AgendaItem], Iterable[str]]) -> tuple[Cell, ...]:
    number = ctx.number(item)
    lines = [title(ctx, item), *(line for line in (item.subtitle, *told(ctx, item)) if line)]
    divider = item.kind is ItemKind.DIVIDER
    text = Cell(tuple(runs(line, bold=divider) for line in lines if line), Scope.NONE if number else Scope.ROW)
    references = ", ".join(paper.reference for paper in item_papers(ctx, item) if paper.reference)
    return (cell(number, Scope.ROW if number else Scope.NONE), text, cell(references))


def item_papers(ctx: Context, item: AgendaItem) -> list[Paper]:
    """The papers of an item that the reader may see, the main one first."""
    return [ctx.papers[key] for key in item.papers if key in ctx.papers]


def paper_line(paper: Paper, item: AgendaItem) -> str:
    """A paper below the title of its item: number, subject where that is another one, and kind."""
    name = None if paper.reference and paper.name in item.name else paper.name
    named = " ".join(part for part in (paper.reference, name) if part)
    return f"{named} ({paper.paper_type})" if paper.paper_type else named


def remarks(ctx: Context, item: AgendaItem) -> list[str]:
    """What is said about the place of an item: removed, came late, was moved, was treated together with others."""
    found = []
    if item.result_class is ResultClass.REMOVED:
        found.append(ctx.label(Label.REMOVED))
    if item.supplementary:
        found.append(ctx.label(Label.SUPPLEMENTARY))
    moved = _moved(ctx, item)
    if moved:
        found.append(moved)
    together = [number for key in item.treated_with if (number := ctx.item_number(key))]
    if together:
        found.append(_("(treated together with {items})", items=", ".join(together)))
    return found


def _moved(ctx: Context, item: AgendaItem) -> str:
    """Where an item was treated if not in its turn, among those of which the reader is told."""
    if item.treated_order is None or item.kind is ItemKind.DIVIDER:
        return ""
    place, invited = ctx.shown_places[item.key], ctx.invited_places[item.key]
    if place == invited:
        return ""
    earlier = (one for one in reversed(ctx.shown[:place]) if one.result_class is not ResultClass.REMOVED)
    item_before = next(earlier, None)
    if item_before is None:
        return _("(brought forward, treated first)")
    hidden = _("an item that is not public")
    before = ctx.number(item_before) or (hidden if ctx.is_withheld(item_before) else item_before.name)
    if place < invited:
        return _("(brought forward, treated after {item})", item=before)
    return _("(treated after {item})", item=before)
