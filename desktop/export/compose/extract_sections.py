"""The sections of an Auszug, in the order in which the house prints them in each look."""

from collections.abc import Callable, Iterable, Mapping

from desktop.export.compose.agenda import item_papers
from desktop.export.compose.closing import correction_marks, corrections_of
from desktop.export.compose.context import Context, labelled, paragraph, runs
from desktop.export.compose.elections import election_blocks
from desktop.export.compose.events import recusal_sentence
from desktop.export.compose.files import files_table, numbered
from desktop.export.compose.prose import prose
from desktop.export.compose.sections import (
    afterwards,
    proceedings,
    resolution,
    result_text,
    tasks,
    vote_result,
    with_afterwards,
)
from desktop.export.compose.voters import voters
from desktop.export.document import Block, Heading, Look, ParagraphRole
from desktop.models.profiles import ItemSection, Label, Panel, Record
from desktop.models.values import AgendaItem, Election, File

#: the sections below the title, and the headings within a text
_SECTION, _WITHIN = 2, 3


def section(ctx: Context, label: Label, blocks: list[Block], *, even_empty: bool = False) -> list[Block]:
    """A section with its heading; an empty one only where the house shows it, with the house's word for nothing."""
    if not blocks and not even_empty:
        return []
    nothing = ctx.label(Label.EMPTY)
    placeholder: list[Block] = [paragraph(nothing, ParagraphRole.PLACEHOLDER)] if nothing else []
    return [Heading(_SECTION, runs(ctx.label(label))), *(blocks or placeholder)]


def item_sections(ctx: Context, item: AgendaItem) -> Iterable[Block]:
    """What is told of an item, and how that was corrected since."""
    yield from (paragraph(mark, ParagraphRole.SMALL, keep=True) for mark in correction_marks(ctx, item))
    style = ctx.profile.sections
    order = {Look.DRUCK: style.druck, Look.ALLRIS3: style.allris3, Look.ALLRIS4: style.allris4}[ctx.look]
    for name in with_afterwards(order):
        if name:
            yield from _SECTIONS[name](ctx, item)
        elif not resolution_only(ctx):
            yield from afterwards(ctx, item, _WITHIN)
    yield from corrections_of(ctx, item, _SECTION)


def resolution_only(ctx: Context) -> bool:
    """Whether the Auszug tells what was decided and nothing of the course (Beschlussauszug)."""
    return ctx.record is Record.ERGEBNIS


def _proceedings(ctx: Context, item: AgendaItem) -> list[Block]:
    return [] if resolution_only(ctx) else section(ctx, Label.PROCEEDINGS, proceedings(ctx, item, _WITHIN))


def _resolution(ctx: Context, item: AgendaItem) -> list[Block]:
    return section(ctx, ctx.resolution_label, resolution(ctx, item, _WITHIN))


def _vote(ctx: Context, item: AgendaItem) -> list[Block]:
    """The votes on the resolution; without the course also who was elected and who took no part, and no void vote."""
    short = resolution_only(ctx)
    elections = [entry for entry in item.proceedings if isinstance(entry, Election)] if short else []
    blocks = [
        *(_recusals(ctx, item) if short else ()),
        *(block for election in elections for block in election_blocks(ctx, election, _WITHIN)),
        *voters(ctx, item),
        *vote_result(ctx, item, with_void=not short),
    ]
    return section(ctx, Label.VOTE_RESULT, blocks)


def _recusals(ctx: Context, item: AgendaItem) -> Iterable[Block]:
    for recusal in item.recusals:
        if sentence := recusal_sentence(ctx, recusal):
            yield paragraph(sentence, ParagraphRole.EVENT)


def _result(ctx: Context, item: AgendaItem) -> list[Block]:
    result = result_text(ctx, item)
    return [labelled(ctx.label(Label.RESULT), result)] if result else []


def _paper_files(ctx: Context, item: AgendaItem) -> list[Block]:
    files = [file for paper in item_papers(ctx, item) for file in paper.files]
    shown = _is_panel(ctx, Panel.PAPER_FILES)
    return section(ctx, Label.PAPER_FILES, _files(ctx, files, Label.PAPER_FILES), even_empty=shown)


def _own_files(ctx: Context, item: AgendaItem) -> list[Block]:
    shown = _is_panel(ctx, Panel.FILES)
    return section(ctx, Label.FILES, _files(ctx, item.files, Label.FILES), even_empty=shown)


def _is_panel(ctx: Context, panel: Panel) -> bool:
    return ctx.look is Look.ALLRIS4 and panel in ctx.profile.pages.empty_panels


def _files(ctx: Context, files: Iterable[File], label: Label) -> list[Block]:
    listed = numbered(ctx, list(files))
    return [files_table(ctx, listed, ctx.summary(label))] if listed else []


def _tasks(ctx: Context, item: AgendaItem) -> list[Block]:
    return section(ctx, Label.TASKS, tasks(ctx, item))


def _announcement(ctx: Context, item: AgendaItem) -> list[Block]:
    return section(ctx, Label.ANNOUNCEMENT, prose(item.announcement, _WITHIN))


_SECTIONS: Mapping[ItemSection, Callable[[Context, AgendaItem], list[Block]]] = {
    ItemSection.PROCEEDINGS: _proceedings,
    ItemSection.RESOLUTION: _resolution,
    ItemSection.VOTE: _vote,
    ItemSection.RESULT: _result,
    ItemSection.PAPER_FILES: _paper_files,
    ItemSection.FILES: _own_files,
    ItemSection.TASKS: _tasks,
    ItemSection.ANNOUNCEMENT: _announcement,
}
