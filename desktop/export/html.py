"""The Document as one web page that needs nothing else: no scripts, no files, nothing from the net."""

from base64 import b64encode
from html import escape

from desktop.export.document import (
    Align,
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Run,
    Runs,
    Scope,
    Table,
    plain,
)
from desktop.export.flow import printable
from desktop.export.styles_css import css

#: Nothing may be loaded and nothing may run, whatever the text of the page says.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def render(document: Document) -> bytes:
    """The document as a page in UTF-8; the footer stays out, a page of the web has no pages to number."""
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.title)}</title>",
        *_meta("author", document.author),
        *_meta("description", document.subject),
        f"<style>\n{css(document.look)}</style>",
    ]
    body = "\n".join(_blocks(printable(document.blocks)))
    page = "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(document.language)}">',
            "<head>",
            *head,
            "</head>",
            f'<body class="{document.look}">\n<main>\n{body}\n</main>\n</body>\n</html>\n',
        ]
    )
    return page.encode()


def _meta(name: str, content: str) -> list[str]:
    return [f'<meta name="{name}" content="{escape(content)}">'] if content else []


def _blocks(blocks: tuple[Block, ...]) -> list[str]:
    """Each block as markup; a page break is a property of the block after it."""
    markup: list[str] = []
    broken = False
    for block in blocks:
        if isinstance(block, PageBreak):
            broken = True
            continue
        text = _block(block)
        markup.append(f'<div class="page">{text}</div>' if broken else text)
        broken = False
    return markup


def _block(block: Heading | Paragraph | ListBlock | Table | Figure | Rule) -> str:
    match block:
        case Heading():
            tag = f"h{min(block.level, 6)}"
            return f"<{tag}>{_runs(block.runs)}</{tag}>"
        case Paragraph():
            return _paragraph(block)
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Figure():
            kind = "png" if block.data.startswith(b"\x89PNG") else "jpeg"
            source = f"data:image/{kind};base64,{b64encode(block.data).decode('ascii')}"
            return f'<p><img src="{source}" alt="{escape(block.alt)}" style="height:{block.height:g}pt"></p>'
        case Rule():
            return '<hr role="presentation">'


def _paragraph(paragraph: Paragraph) -> str:
    names = [] if paragraph.role is ParagraphRole.BODY else [str(paragraph.role)]
    names += ["keep"] if paragraph.keep_with_next else []
    attribute = f' class="{" ".join(names)}"' if names else ""
    return f"<p{attribute}>{_runs(paragraph.runs)}</p>"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>\n")
    if run.italic and text:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if run.bold and text else text


def _list(block: ListBlock) -> str:
    items = "\n".join(map(_item, block.items))
    if block.start is None:
        return f"<ul>\n{items}\n</ul>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    return f"<ol{start}>\n{items}\n</ol>"


def _item(item: ListItem) -> str:
    children = "".join("\n" + _block(child) for child in item.children)
    return f"<li>{_runs(item.runs)}{children}</li>"


def _table(table: Table) -> str:
    total = sum(table.widths) or 1
    columns = "".join(f'<col style="width:{100 * share / total:.4g}%">' for share in table.widths)
    label = f' aria-label="{escape(table.summary)}"' if table.summary else ""
    parts = [f'<table class="{table.role}"{label}>', f"<colgroup>{columns}</colgroup>" if columns else ""]
    head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
    parts += ["<thead>", *map(_row, head), "</thead>"] if head else []
    parts += ["<tbody>", *map(_row, body), "</tbody>"] if body else []
    return "\n".join(part for part in [*parts, "</table>"] if part)


def _row(row: tuple[Cell, ...]) -> str:
    return f"<tr>{''.join(map(_cell, row))}</tr>"


def _cell(cell: Cell) -> str:
    """A cell; a header without text is an ordinary empty cell, because nothing could be read out for it."""
    empty = not any(plain(runs).strip() for runs in cell.paragraphs)
    attributes = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    attributes += f' class="{cell.align}"' if cell.align is not Align.LEFT else ""
    text = _runs(cell.paragraphs[0]) if len(cell.paragraphs) == 1 else _paragraphs(cell)
    if cell.scope is Scope.NONE or empty:
        return f"<td{attributes}>{text}</td>"
    scope = "col" if cell.scope is Scope.COLUMN else "row"
    return f'<th scope="{scope}"{attributes}>{text}</th>'


def _paragraphs(cell: Cell) -> str:
    return "".join(f"<p>{_runs(runs)}</p>" for runs in cell.paragraphs)
