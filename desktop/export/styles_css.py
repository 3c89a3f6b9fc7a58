"""The style sheets as CSS, so that a page looks like the paper."""

from functools import cache

from desktop.export.document import Look, ParagraphRole, TableRole
from desktop.export.styles import (
    FAMILIES,
    FIGURE_ROOM,
    NATURAL_LINE,
    SIGN_GAP,
    SIGN_LINE,
    SIGN_ROOM,
    WATERMARK,
    Sheet,
    TableStyle,
    TextStyle,
    sheet_of,
)
from desktop.models.profiles import Typeface

#: what stands in for a shipped family where it is missing, as wide and as high
_FALLBACKS = {Typeface.SANS: "Arial, Helvetica, sans-serif", Typeface.SERIF: '"Times New Roman", Times, serif'}

_BASE = """\
*, *::before {{ box-sizing: border-box; }}
html {{ background: #fff; color: #000; font: 11pt {fonts}; }}
body {{ margin: 0; }}
main {{ max-width: 46rem; margin: 0 auto; padding: 2rem 1.2rem; overflow-wrap: break-word; }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; }}
td, th {{ vertical-align: top; text-align: left; font-weight: normal; overflow-wrap: anywhere; }}
td p, th p {{ margin: 0; }}
blockquote {{ margin: 0; }}
td.right, th.right {{ text-align: right; }}
td.center, th.center {{ text-align: center; }}
a {{ color: #1a4e8a; }}
img {{ max-width: 100%; margin-bottom: {room:g}pt; }}
h1, h2, h3, h4, h5, h6, hr {{ break-after: avoid; }}
hr {{ break-before: avoid; }}
p {{ orphans: 2; widows: 2; }}
.keep {{ break-after: avoid; }}
tr {{ break-inside: avoid; }}
.page {{ break-before: page; }}
@page {{ size: A4; margin: 20mm 20mm 20mm 25mm; }}
@media (max-width: 30rem) {{ main {{ padding: 1rem 0.6rem; }} td, th {{ hyphens: auto; }} }}
@media print {{ main {{ max-width: none; padding: 0; }} }}
"""


@cache
def css(look: Look, typeface: Typeface = Typeface.SANS, size: float = 0, watermark: str = "") -> str:
    """The style sheet of a look in a family and size of type, ready to stand in a page."""
    sheet = sheet_of(look, size)
    rules = [_BASE.format(fonts=f'"{FAMILIES[typeface]}", {_FALLBACKS[typeface]}', room=FIGURE_ROOM)]
    rules += _watermark(watermark) if watermark else []
    for level in range(1, 7):
        rules.append(_rule(f"h{level}", _text(sheet.heading(level))))
    rules += [_rule("p" if role == "body" else f"p.{role}", _text(style)) for role, style in sheet.roles.items()]
    rules.append(_rule("hr", {"border": "0", "border-top": f"0.75pt solid #{sheet.rule}", "margin": "10pt 0"}))
    rules += _lists(sheet)
    for role, style in sheet.tables.items():
        rules += _table(f"table.{role}", style)
        rules += _lines(f"ul.{role}", style)
    line = {"content": '""', "display": "block", "height": f"{SIGN_ROOM:g}pt"}
    line |= {"border-bottom": f"0.6pt solid #{SIGN_LINE}", "margin": f"0 {SIGN_GAP:g}pt 3pt 0"}
    rules.append(_rule(f"table.{TableRole.SIGNATURES} td:not(:empty)::before", line))
    return "\n".join(rules) + "\n"


def _watermark(words: str) -> list[str]:
    """Words behind the text, on every page that is printed; decoration, for the text says the same in its place."""
    turned = {"position": "fixed", "top": "42%", "left": "0", "right": "0", "text-align": "center", "z-index": "-1"}
    turned |= {"font-size": "min(20vw, 110pt)", "line-height": "1", "font-weight": "bold", "color": f"#{WATERMARK}"}
    turned |= {"transform": "rotate(-52deg)"}
    return [_rule("body::before", {"content": _string(words), **turned})]


def _string(text: str) -> str:
    """Text as a string of CSS; what is not a letter or digit is written by its number, so it cannot end the string."""
    return '"' + "".join(char if char.isalnum() else f"\\{ord(char):06x}" for char in text) + '"'


def _rule(selector: str, declarations: dict[str, str]) -> str:
    return f"{selector} {{ {' '.join(f'{name}: {value};' for name, value in declarations.items())} }}"


def _text(style: TextStyle) -> dict[str, str]:
    declared = {
        "font-size": f"{style.size:g}pt",
        "font-weight": "bold" if style.bold else "normal",
        "line-height": f"{NATURAL_LINE * style.line:.3g}",
        "color": f"#{style.color}",
        "margin": f"{style.before:g}pt 0 {style.after:g}pt {style.indent:g}pt",
    }
    if style.italic:
        declared["font-style"] = "italic"
    if style.fill:
        declared |= {"background": f"#{style.fill}", "padding": "3.5pt 6pt"}
    if style.bar:
        declared |= {"border-left": f"1.5pt solid #{style.bar}", "padding-left": "8pt"}
    if style.under:
        declared |= {"border-bottom": f"0.6pt solid #{style.under}", "padding-bottom": "2pt"}
    return declared


def _lists(sheet: Sheet) -> list[str]:
    body = _text(sheet.item) | {"margin": f"0 0 {sheet.item.after:g}pt"}
    lists = {"margin": f"0 0 {sheet.item.after:g}pt", "padding-left": f"{sheet.list_indent:g}pt"}
    last = {"margin-bottom": f"{sheet.roles[ParagraphRole.BODY].after:g}pt"}
    return [_rule("ul, ol", lists), _rule("main > ul, main > ol", last), _rule("li", body)]


def _table(selector: str, style: TableStyle) -> list[str]:
    table = {"margin": f"{style.before:g}pt 0 {style.after:g}pt"}
    if style.fill:
        table["background"] = f"#{style.fill}"
    padding = {"padding": f"{style.pad_y:g}pt {style.pad_x or 5:g}pt {style.pad_y:g}pt {style.pad_x:g}pt"}
    if style.middle:
        padding["vertical-align"] = "middle"
    if style.row_line:
        padding["border-bottom"] = f"0.5pt solid #{style.row_line}"
    if style.column_line:
        padding["border"] = f"0.5pt solid #{style.column_line}"
    head = _font(style.head)
    if style.head_fill:
        head["background"] = f"#{style.head_fill}"
    if style.head_line:
        head["border-bottom"] = f"0.9pt solid #{style.head_line}"
    return [
        _rule(selector, table),
        _rule(f"{selector} td, {selector} th, {selector} p", _font(style.text)),
        _rule(f"{selector} td, {selector} th", padding),
        _rule(f"{selector} th[scope=row], {selector} th[scope=row] p", _font(style.label)),
        _rule(f"{selector} th[scope=col], {selector} th[scope=col] p", head),
    ]


def _lines(selector: str, style: TableStyle) -> list[str]:
    """A list that looks like the rows of a table."""
    plain = {"list-style": "none", "padding": "0", "margin": f"{style.before:g}pt 0 {style.after:g}pt"}
    row = {"padding": f"{style.pad_y:g}pt {style.pad_x:g}pt", "margin": "0"}
    text = _font(style.text)
    return [
        _rule(selector, plain),
        _rule(f"{selector} > li", text | row),
        _rule(f"{selector} p", text | {"margin": "0"}),
    ]


def _font(style: TextStyle) -> dict[str, str]:
    return {name: value for name, value in _text(style).items() if name not in {"margin"}}
