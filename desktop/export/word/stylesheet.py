"""The style sheets in the words of WordprocessingML. Sizes are half points, distances twentieths, lines eighths."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.export.document import ParagraphRole, Scope, TableRole
from desktop.export.styles import (
    FIGURE_ROOM,
    FILL_INDENT,
    FILL_PAD,
    SIGN_GAP,
    SIGN_LINE,
    SIGN_ROOM,
    Sheet,
    TableStyle,
    TextStyle,
)
from desktop.export.word import names

#: dark enough on white and on every ground of the sheets (at least 7 : 1)
_LINK = "0B4F8A"


def styles(sheet: Sheet, font: str) -> str:
    """All styles of a look in one font, with what they start from."""
    return _defaults(font) + style_sheet(sheet)


def style_sheet(sheet: Sheet) -> str:
    """All styles of a look."""
    return "".join([_normal(sheet), *_headings(sheet), *_roles(sheet), *_others(sheet), *_tables(sheet)])


def _defaults(font: str) -> str:
    """What every style starts from; the language is German until a document says otherwise."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _normal(sheet: Sheet) -> str:
    body = sheet.roles[ParagraphRole.BODY]
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_spacing(replace(body, after=0))}</w:pPr><w:rPr>{_font(body)}</w:rPr></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    )


def _headings(sheet: Sheet) -> Iterator[str]:
    """The title and the headings below it: never last on a page, in the outline of the document."""
    for level, name in enumerate(names.HEADINGS, 1):
        outline = f'<w:outlineLvl w:val="{level - 2}"/>' if level > 1 else ""
        yield _style(name, sheet.heading(level), keep="<w:keepNext/><w:keepLines/>", last=outline, following="BodyText")


def _roles(sheet: Sheet) -> Iterator[str]:
    for role, name in names.ROLES.items():
        yield _style(name, sheet.roles[role])


def _others(sheet: Sheet) -> Iterator[str]:
    yield _style(names.BULLET, sheet.item)
    yield _style(names.NUMBER, sheet.item)
    yield _style(names.CONTINUE, sheet.item)
    yield _style(names.HEADER, replace(sheet.footer, line=1.0))
    yield _style(names.FOOTER, replace(sheet.footer, line=1.0), last='<w:jc w:val="right"/>')
    yield _style(names.FIGURE, TextStyle(sheet.roles[ParagraphRole.BODY].size, after=FIGURE_ROOM, line=1.0))
    yield _style(names.RULE, TextStyle(2, before=8, after=10, line=1.0, under=sheet.rule))
    yield _style(names.GAP, TextStyle(1, line=1.0))
    yield (
        f'<w:style w:type="character" w:styleId="{names.LINK[0]}"><w:name w:val="{names.LINK[1]}"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{_LINK}"/><w:u w:val="single"/></w:rPr></w:style>'
    )


def _tables(sheet: Sheet) -> Iterator[str]:
    for role, style in sheet.tables.items():
        yield _table(names.table(role), style)
        for scope, look in ((Scope.NONE, style.text), (Scope.ROW, style.label), (Scope.COLUMN, style.head)):
            yield _style(names.cell(role, scope), look)
        if role is TableRole.SIGNATURES:
            yield _style(names.SIGNATURE, replace(style.text, over=SIGN_LINE, before=SIGN_ROOM))


def _style(name: tuple[str, str], look: TextStyle, keep: str = "", last: str = "", following: str = "") -> str:
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name[0]}"{_custom(name)}><w:name w:val="{name[1]}"/>'
        f'<w:basedOn w:val="Normal"/>{after}<w:qFormat/><w:pPr>{keep}{_borders(look)}{_ground(look)}{_spacing(look)}'
        f"{_indent(look)}{last}</w:pPr><w:rPr>{_font(look)}</w:rPr></w:style>"
    )


def _custom(name: tuple[str, str]) -> str:
    return ' w:customStyle="1"' if name[0].startswith("Minutes") else ""


def _font(look: TextStyle) -> str:
    size = round(2 * look.size)
    bold = f'<w:b w:val="{int(look.bold)}"/><w:bCs w:val="{int(look.bold)}"/>'
    italic = f'<w:i w:val="{int(look.italic)}"/><w:iCs w:val="{int(look.italic)}"/>'
    return f'{bold}{italic}<w:color w:val="{look.color}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _spacing(look: TextStyle) -> str:
    """Distances before and after, outside of all lines; the line as a multiple of the natural one (240)."""
    before, after = round(20 * look.before), round(20 * look.after)
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{round(240 * look.line)}" w:lineRule="auto"/>'


def _indent(look: TextStyle) -> str:
    left = look.indent + (FILL_INDENT if look.fill else 0)
    right = FILL_INDENT if look.fill else SIGN_GAP if look.over else 0
    return f'<w:ind w:left="{round(20 * left)}" w:right="{round(20 * right)}"/>' if left or right else ""


def _ground(look: TextStyle) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>' if look.fill else ""


def _borders(look: TextStyle) -> str:
    """The lines of a paragraph; a ground reaches as far as lines of its own colour."""
    edges: list[str] = []
    if look.fill:
        spaces = {"top": FILL_PAD, "left": FILL_INDENT, "bottom": FILL_PAD, "right": FILL_INDENT}
        edges = [_edge(side, 4, round(space), look.fill) for side, space in spaces.items()]
    elif look.over:
        edges = [_edge("top", 5, 4, look.over)]
    elif look.bar:
        edges = [_edge("left", 12, 8, look.bar)]
    elif look.under:
        # Word draws one line for neighbours of the same kind; "between" gives each its own.
        edges = [_edge("bottom", 5, 2, look.under), _edge("between", 5, 2, look.under)]
    return f"<w:pBdr>{''.join(edges)}</w:pBdr>" if edges else ""


def _edge(side: str, size: int, space: int, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def _table(name: tuple[str, str], style: TableStyle) -> str:
    right = style.right
    margins = "".join(
        f'<w:{side} w:w="{round(20 * value)}" w:type="dxa"/>'
        for side, value in (("top", style.pad_y), ("left", style.pad_x), ("bottom", style.pad_y), ("right", right))
    )
    lines = {}
    if style.column_line:
        lines = dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), style.column_line)
    elif style.row_line:
        lines = dict.fromkeys(("bottom", "insideH"), style.row_line)
    borders = "".join(_edge(side, 4, 0, color) for side, color in lines.items())
    ground = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/></w:tcPr>' if style.fill else ""
    return (
        f'<w:style w:type="table" w:styleId="{name[0]}" w:customStyle="1"><w:name w:val="{name[1]}"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"{f'<w:tblBorders>{borders}</w:tblBorders>' if borders else ''}<w:tblCellMar>{margins}</w:tblCellMar>"
        f"</w:tblPr>{ground}</w:style>"
    )
