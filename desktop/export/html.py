"""The Document as one web page that needs nothing else: no scripts, no files, nothing from the net."""

from base64 import b64encode
from html import escape

from desktop.export.document import (
    FOLLOWED,
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
    TableRole,
    plain,
)
from desktop.export.filenames import slug
from desktop.export.flow import is_list, printable
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
        *_meta("keywords", document.status),
        f"<style>\n{css(document.look, document.typeface, document.size, document.watermark)}</style>",
    ]
    body = "\n".join(_Page().blocks(printable(document.blocks)))
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


class _Page:
    """Turns blocks into markup; every heading gets a name of its own, so that other pages can lead to it."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def blocks(self, blocks: tuple[Block, ...]) -> list[str]:
        """Each block as markup; a page break is a property of the block after it."""
        markup: list[str] = []
        broken = False
        for block in blocks:
            if isinstance(block, PageBreak):
                broken = True
                continue
            text = self._heading(block) if isinstance(block, Heading) else _block(block)
            markup.append(f'<div class="page">{text}</div>' if broken else text)
            broken = False
        return markup

    def _heading(self, heading: Heading) -> str:
        tag = f"h{min(heading.level, 6)}"
        return f'<{tag} id="{self._name(plain(heading.runs))}">{_runs(heading.runs)}</{tag}>'

    def _name(self, text: str) -> str:
        """Letters and digits of the heading: ``oe-3.2-haushalt``; a second one of the same words is counted."""
        name = wanted = slug(text).lower() or "abschnitt"
        number = 2
        while name in self._names:
            name, number = f"{wanted}-{number}", number + 1
        self._names.add(name)
        return name


def _block(block: Paragraph | ListBlock | Table | Figure | Rule) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case ListBlock():
            return _list(block)
        case Table():
            lines = is_list(block) and block.role is not TableRole.SIGNATURES
            return _lines(block) if lines else _table(block)
        case Figure():
            return _figure(block)
        case Rule():
            return '<hr role="presentation">'


def _figure(figure: Figure) -> str:
    """A picture within the page itself, as high as on paper."""
    kind = "png" if figure.data.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(figure.data).decode('ascii')}"
    return f'<p><img src="{source}" alt="{escape(figure.alt)}" style="height:{figure.height:g}pt"></p>'


def _paragraph(paragraph: Paragraph) -> str:
    names = [] if paragraph.role is ParagraphRole.BODY else [str(paragraph.role)]
    names += ["keep"] if paragraph.keep_with_next else []
    attributes = f' class="{" ".join(names)}"' if names else ""
    attributes += ' role="note"' if paragraph.role is ParagraphRole.NOTE else ""
    text = f"<p{attributes}>{_runs(paragraph.runs)}</p>"
    return f"<blockquote>{text}</blockquote>" if paragraph.role is ParagraphRole.QUOTE else text


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>\n")
    if not text:
        return ""
    if run.language:
        text = f'<span lang="{escape(run.language)}">{text}</span>'
    if run.italic:
        text = f"<em>{text}</em>"
    if run.bold:
        text = f"<strong>{text}</strong>"
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link.startswith(FOLLOWED) else text


def _list(block: ListBlock) -> str:
    items = "\n".join(map(_item, block.items))
    if block.start is None:
        return f"<ul>\n{items}\n</ul>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    return f"<ol{start}>\n{items}\n</ol>"


def _item(item: ListItem) -> str:
    children = "".join("\n" + _block(child) for child in item.children)
    return f"<li>{_runs(item.runs)}{children}</li>"


def _lines(table: Table) -> str:
    """A table of one column without titles: a list, in which nobody looks for the head of a row."""
    named = f' aria-label="{escape(table.summary)}"' if table.summary else ""
    items = (f"<li>{_content(cell)}</li>" for row in table.rows for cell in row)
    return "\n".join([f'<ul class="{table.role}"{named}>', *items, "</ul>"])


def _table(table: Table) -> str:
    total = sum(table.widths) or 1
    columns = "".join(f'<col style="width:{100 * share / total:.4g}%">' for share in table.widths)
    attributes = f' class="{table.role}"'
    if table.role is TableRole.SIGNATURES:  # lines to sign on, not data
        attributes += ' role="presentation"'
    elif table.summary:
        attributes += f' aria-label="{escape(table.summary)}"'
    parts = [f"<table{attributes}>", f"<colgroup>{columns}</colgroup>" if columns else ""]
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
    text = _content(cell)
    if cell.scope is Scope.NONE or empty:
        return f"<td{attributes}>{text}</td>"
    scope = "col" if cell.scope is Scope.COLUMN else "row"
    return f'<th scope="{scope}"{attributes}>{text}</th>'


def _content(cell: Cell) -> str:
    if len(cell.paragraphs) == 1:
        return _runs(cell.paragraphs[0])
    return "".join(f"<p>{_runs(runs)}</p>" for runs in cell.paragraphs)
