"""Tries an office's Word template out before it is used: what is wrong with it, and what it asks for."""

from desktop.export.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Look,
    PageField,
    Paragraph,
    Rule,
    Run,
    Scope,
    Table,
    TableRole,
    cell,
)
from desktop.export.placeholders import Placeholder
from desktop.export.template_errors import Finding, TemplateCheck, TemplateError, TemplateProblem
from desktop.export.word import render, values
from desktop.export.word.filling import CONTENT, Filling
from desktop.export.word.opening import damage_told, looked_through


def check_template(data: bytes) -> TemplateCheck:
    """Opens a template, looks for its placeholders and writes a sample with it. Raises nothing."""
    file, wrong = looked_through(data)
    if wrong:
        return TemplateCheck(tuple(wrong))
    sample = _sample()
    filling = Filling(file, values(sample))
    try:
        with damage_told():
            wrong += filling.fill()
            if not wrong:
                render(sample, data)
    except TemplateError as error:
        return TemplateCheck((error.finding,))
    if filling.content is None and not any(finding.name == CONTENT for finding in wrong):
        wrong.append(Finding(TemplateProblem.NO_CONTENT, CONTENT))
    return TemplateCheck(tuple(wrong), tuple(dict.fromkeys(found.name for found in filling.found)))


def _sample() -> Document:
    """A document with every kind of block that stands differently in Word."""
    votes = Table(
        ((cell("a", Scope.COLUMN), cell("b", Scope.COLUMN)), (cell("c", Scope.ROW), cell("1"))),
        "T",
        (2, 1),
        header_rows=1,
    )
    signatures = Table(((cell("a"), cell("b")),), "S", (1, 1), TableRole.SIGNATURES)
    points = ListBlock((ListItem((Run("a"),)), ListItem((Run("b"),), (ListBlock((ListItem((Run("c"),)),), 1),))))
    blocks: tuple[Block, ...] = (
        *(Heading(level, (Run("a"),)) for level in range(1, 5)),
        Paragraph((Run("a", bold=True), Run("b", link="https://www.example.org/"))),
        points,
        votes,
        Rule(),
        signatures,
    )
    return Document(
        "a", "b", "c", "de-DE", Look.DRUCK, blocks, (PageField.PAGE,), header=("a",), watermark="a", status="b",
        placeholders=tuple((name.value, "a") for name in Placeholder if name is not Placeholder.CONTENT),
    )  # fmt: skip
