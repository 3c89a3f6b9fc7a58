"""How wide the columns of a table are: as the document asks, but so that no word is broken where there is room."""

from dataclasses import replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.export.document import Cell, Table, plain
from desktop.export.fonts import font_name
from desktop.export.styles import TableStyle, cell_style, columns
from desktop.models.profiles import Typeface

#: a single word may claim this share of the line; longer ones are broken
_WORD_SHARE = 0.4
#: room for text that a column keeps in any case
_LEAST = 18.0
#: with more columns than this the padding shrinks
_MANY_COLUMNS = 14
#: an average character is about half as wide as high, a line is never quite full
_CHARACTER = 0.6
#: what rounding may cost in any of the formats
_SPARE = 1.5


def column_widths(table: Table, style: TableStyle, total: float, typeface: Typeface = Typeface.SANS) -> list[float]:
    """The widths of the columns in points, together ``total``.

    They follow the shares of the table. A column too narrow for its longest word takes what it needs from those that
    have more than they need. A share that is missing is an average one.
    """
    count = columns(table)
    given = [max(share, 0.0) for share in table.widths]
    average = sum(given) / len(given) if sum(given) else 1.0
    shares = [share or average for share in given] + [average] * (count - len(given))
    widths = [total * share / sum(shares) for share in shares]
    least = min(total / count, _LEAST + _padding(style))
    needed = _needed(table, style, [least] * count, total * _WORD_SHARE, typeface)
    missing = sum(max(need - width, 0.0) for need, width in zip(needed, widths, strict=True))
    spare = sum(max(width - need, 0.0) for need, width in zip(needed, widths, strict=True))
    if missing > spare:
        share = (total - least * count) / max(sum(needed) - least * count, 1.0)
        return [least + (need - least) * share for need in needed]
    kept = 1 - missing / spare if spare else 1.0
    return [need + max(width - need, 0.0) * kept for need, width in zip(needed, widths, strict=True)]


def fitting(style: TableStyle, count: int) -> TableStyle:
    """The style with less padding where the columns are many, so that each keeps room for text."""
    return style if count <= _MANY_COLUMNS else replace(style, pad_x=0.5, gutter=0.5)


def _padding(style: TableStyle) -> float:
    return style.pad_x + style.right + _SPARE


def roughly_high(cell: Cell, style: TableStyle, width: float) -> float:
    """About how high the text of a cell stands in a column of this width, in points, rather too much."""
    look = cell_style(style, cell)
    per_line = max((width - style.pad_x - style.right) / (look.size * _CHARACTER), 1.0)
    paragraphs = [line for runs in cell.paragraphs for line in plain(runs).split("\n")]
    return sum(1 + len(line) // per_line for line in paragraphs) * look.leading


def _needed(table: Table, style: TableStyle, least: list[float], most: float, typeface: Typeface) -> list[float]:
    """For each column the width of its longest word with the padding, at most ``most``."""
    needed = list(least)
    for row in table.rows:
        column = 0
        for cell in row:
            if cell.colspan == 1:
                needed[column] = max(needed[column], min(_padding(style) + _longest_word(cell, style, typeface), most))
            column += cell.colspan
    return needed


def _longest_word(cell: Cell, style: TableStyle, typeface: Typeface) -> float:
    look = cell_style(style, cell)
    widest = 0.0
    for runs in cell.paragraphs:
        word = max(plain(runs).split(), key=len, default="")
        bold = look.bold or any(run.bold for run in runs)
        widest = max(widest, stringWidth(word[:200], font_name(bold=bold, typeface=typeface), look.size))
    return widest
