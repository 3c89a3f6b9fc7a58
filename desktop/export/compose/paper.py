"""The Vorlage: one paper, as the pages of ALLRIS 3 and ALLRIS 4 show it."""

from collections.abc import Iterable

from desktop.export.compose.context import Context, paragraph, runs
from desktop.export.compose.extract import online_version, with_state
from desktop.export.compose.extract_sections import section
from desktop.export.compose.fields import Field, field_grid, field_list
from desktop.export.compose.files import files_table, numbered
from desktop.export.compose.prose import prose
from desktop.export.document import Block, Cell, Heading, Look, ParagraphRole, Scope, Table, TableRole, cell
from desktop.models.profiles import Label, PageLook
from desktop.models.values import Consultation, Paper
from desktop.text import document_text as _

_SECTION, _WITHIN = 2, 3


def paper_blocks(ctx: Context, paper: Paper) -> list[Block]:
    """The whole page in the look of the document."""
    page = _allris3(ctx, paper) if ctx.look is Look.ALLRIS3 else _allris4(ctx, paper)
    return [*page, *online_version(ctx, paper.web)]


def _allris3(ctx: Context, paper: Paper) -> Iterable[Block]:
    yield Heading(1, runs(" - ".join(part for part in (ctx.label(Label.PAPER_TITLE), paper.reference) if part)))
    yield from field_grid(_head3(ctx, paper), _("The paper"))
    consultations = [_consultations3(ctx, paper)] if paper.consultations else []
    yield from section(ctx, Label.CONSULTATIONS, [*consultations])
    if ctx.profile.pages.paper_contents:
        yield from _contents(ctx, paper)
    yield from _body(ctx, paper)


def _head3(ctx: Context, paper: Paper) -> list[tuple[Field, ...] | str]:
    """The head of ALLRIS net 3 (domain report §1.5)."""
    return [
        (_field(ctx, Label.SUBJECT, paper.name),),
        (
            _field(ctx, Label.PAPER_STATUS, ctx.publicity_word(paper.public)),
            _field(ctx, Label.PAPER_TYPE, paper.paper_type),
        ),
        (_field(ctx, Label.PAPER_DATE, ctx.day(paper.date)), _field(ctx, Label.ORIGINATOR, paper.originator)),
        (_field(ctx, Label.AUTHOR, paper.author), _field(ctx, Label.CLERK, paper.clerk)),
        (_field(ctx, Label.UNDER_DIRECTION_OF, paper.under_direction_of),),
        (_field(ctx, Label.CONTRIBUTORS, paper.contributors),),
        *((field,) for field in _relations(ctx, paper)),
    ]


def _consultations3(ctx: Context, paper: Paper) -> Table:
    """Two lines a body: its name with what it was asked for; day, meeting and result."""
    rows: list[tuple[Cell, ...]] = []
    for one in paper.consultations:
        asked = " · ".join(part for part in (one.role, one.status) if part)
        span = 2 if asked else 3
        rows.append((cell(one.organization, bold=True, colspan=span), *([cell(asked)] if asked else [])))
        rows.append((cell(ctx.day(one.date)), cell(one.meeting_name or one.organization), cell(_result(ctx, one))))
    return Table(tuple(rows), ctx.summary(Label.CONSULTATIONS), (1.2, 4.5, 2.6), TableRole.LIST)


def _contents(ctx: Context, paper: Paper) -> Iterable[Block]:
    """The line in the head that names the sections, as the page links to them."""
    named = [ctx.label(label) for label, text in _texts(paper) if text] + [one.heading for one in paper.sections]
    if named:
        yield paragraph(" · ".join(named), ParagraphRole.SMALL)


def _allris4(ctx: Context, paper: Paper) -> Iterable[Block]:
    kind = paper.paper_type or ctx.label(Label.PAPER_TITLE)
    yield Heading(1, runs(" - ".join(part for part in (kind, paper.reference) if part)))
    yield from section(ctx, Label.BASIC_DATA, [*field_list(_basic_data(ctx, paper), _("Basic data"))])
    consultations = [_consultations4(ctx, paper)] if paper.consultations else []
    yield from section(ctx, Label.CONSULTATIONS, [*consultations])
    yield from _body(ctx, paper)


def _basic_data(ctx: Context, paper: Paper) -> Iterable[Field]:
    """The Grunddaten of a paper in the order of ALLRIS net 4 (domain report §1.5)."""
    yield _field(ctx, Label.SUBJECT, paper.name)
    yield _field(ctx, Label.PAPER_STATUS, with_state(ctx, ctx.publicity_word(paper.public), paper.status_text))
    yield _field(ctx, Label.PAPER_TYPE, paper.paper_type)
    yield _field(ctx, Label.PAPER_DATE, ctx.day(paper.date))
    yield _field(ctx, Label.ORIGINATOR, paper.originator)
    yield _field(ctx, Label.UNDER_DIRECTION_OF, paper.under_direction_of)
    yield _field(ctx, Label.AUTHOR, paper.author)
    yield _field(ctx, Label.CLERK, paper.clerk)
    yield _field(ctx, Label.CONTRIBUTORS, paper.contributors)
    yield from _relations(ctx, paper)


def _consultations4(ctx: Context, paper: Paper) -> Table:
    """A line a body, with what it was asked for below its name."""
    labels = (
        Label.CONSULTATION_STATUS,
        Label.CONSULTATION_DATE,
        Label.CONSULTATION_ORGANIZATION,
        Label.CONSULTATION_RESULT,
    )
    head = tuple(cell(ctx.label(label), Scope.COLUMN) for label in labels)
    rows = (
        (cell(one.status or ""), cell(ctx.day(one.date)), _body_cell(one), cell(_result(ctx, one)))
        for one in paper.consultations
    )
    summary = ctx.summary(Label.CONSULTATIONS)
    return Table((head, *rows), summary, (1.2, 1.4, 4.0, 2.4), TableRole.GRID, header_rows=1)


def _body_cell(one: Consultation) -> Cell:
    meeting = one.meeting_name if one.meeting_name != one.organization else None
    return Cell(tuple(runs(line) for line in (one.organization, meeting, one.role) if line))


def _result(ctx: Context, consultation: Consultation) -> str:
    """The Beschlussart; an absent one prints the word for open (session file: consultations.result)."""
    return ctx.label(Label.OPEN) if consultation.result is None else consultation.result


def _texts(paper: Paper) -> tuple[tuple[Label, str | None], ...]:
    return ((Label.PROPOSED_RESOLUTION, paper.proposed_resolution), (Label.FACTS, paper.facts))


def _body(ctx: Context, paper: Paper) -> Iterable[Block]:
    """The texts of the paper, and its Anlagen before or after them, as the look has it."""
    listed = numbered(ctx, paper.files)
    files: list[Block] = [files_table(ctx, listed, ctx.summary(Label.FILES))] if listed else []
    in_head = PageLook(ctx.look) in ctx.profile.pages.files_in_head
    if in_head:
        yield from section(ctx, Label.FILES, files)
    for label, text in _texts(paper):
        yield from section(ctx, label, prose(text, _WITHIN))
    for one in paper.sections:
        yield Heading(_SECTION, runs(one.heading))
        yield from prose(one.text, _WITHIN)
    if not in_head:
        yield from section(ctx, Label.FILES, files)


def _relations(ctx: Context, paper: Paper) -> Iterable[Field]:
    """The papers this one refers to, under the word for how."""
    for relation in paper.relations:
        other = ctx.papers.get(relation.paper)
        if other:
            label = f"{relation.relation.rstrip(':')}:" if relation.relation else ctx.label(Label.RELATION)
            yield label, " ".join(part for part in (other.reference, other.name) if part)


def _field(ctx: Context, label: Label, value: str | None) -> Field:
    return ctx.label(label), value or ""
