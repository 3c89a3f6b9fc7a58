"""What goes to the clipboard: HTML and plain text of the lines that are selected, and nothing else. No Qt here."""

from collections.abc import Iterator, Sequence
from html import escape

from desktop.models import richtext
from desktop.models.richtext import Alignment, Block, Heading3, List, Paragraph, Runs, Table
from desktop.ui.richtext.lines import Line, text_from


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Lines as blocks; what the editor shows as it is written becomes what it means."""
    return richtext.parse(text_from(lines))


def html_of(blocks: Sequence[Block]) -> str:
    """Blocks as HTML without any attribute but what lists and tables need."""
    return "".join(map(_html, blocks))


def _html(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{_spans(block.runs)}</p>"
        case Heading3():
            return f"<h3>{_spans(block.runs)}</h3>"
        case Table():
            rows = [
                _row("th", block.header, block.alignments),
                *(_row("td", row, block.alignments) for row in block.rows),
            ]
            return f'<table border="1">{"".join(rows)}</table>'
        case List():
            tag, start = ("ul", "") if block.start is None else ("ol", f' start="{block.start}"')
            items = "".join(f"<li>{''.join(_in_item(part) for part in item.blocks)}</li>" for item in block.items)
            return f"<{tag}{start}>{items}</{tag}>"


def _in_item(block: Block) -> str:
    """The text of a point stands in it without a paragraph of its own."""
    return _spans(block.runs) if isinstance(block, Paragraph) else _html(block)


def _row(tag: str, cells: Sequence[Runs], sides: Sequence[Alignment | None]) -> str:
    padded = [*sides, *[None] * (len(cells) - len(sides))]
    return f"<tr>{''.join(_cell(tag, runs, side) for runs, side in zip(cells, padded, strict=False))}</tr>"


def _cell(tag: str, runs: Runs, side: Alignment | None) -> str:
    style = f' style="text-align:{side}"' if side is not None else ""
    return f"<{tag}{style}>{_spans(runs)}</{tag}>"


def _spans(runs: Runs) -> str:
    """Runs with their style. No-break spaces are named, because some programs take them for spaces."""
    out = []
    for run in runs:
        text = escape(run.text, quote=False).replace("\u00a0", "&nbsp;").replace("\n", "<br>")
        text = f"<em>{text}</em>" if run.italic else text
        out.append(f"<strong>{text}</strong>" if run.bold else text)
    return "".join(out)


def plain_of(blocks: Sequence[Block]) -> str:
    """Blocks as plain text: one line each, points with their sign, cells parted by tabs."""
    return "\n".join(line for block in blocks for line in _plain(block))


def _plain(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading3():
            yield _text(block.runs)
        case Table():
            yield from ("\t".join(map(_text, row)) for row in (block.header, *block.rows))
        case List():
            for place, item in enumerate(block.items):
                sign = "-" if block.start is None else f"{block.start + place}{block.sign}"
                lines = [line for part in item.blocks for line in _plain(part)] or [""]
                yield f"{sign} {lines[0]}"
                yield from (f"  {line}" for line in lines[1:])


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
