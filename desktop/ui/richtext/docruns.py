"""Stretches of text in one style, into a QTextDocument and out of it."""

from PySide6.QtGui import QFont, QFontDatabase, QTextBlock, QTextCharFormat, QTextCursor

from desktop.models.clean import clean
from desktop.models.richtext import Run, Runs

_BREAK = "\u2028"


def put_runs(cursor: QTextCursor, runs: Runs, *, heading: bool = False, raw: bool = False) -> None:
    """Writes runs at the cursor. Headings are bold as a whole; raw text shows how it is stored."""
    for run in runs:
        cursor.insertText(run.text.replace("\n", _BREAK), _char_format(run, heading, raw))


def _char_format(run: Run, heading: bool, raw: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    if raw:
        made.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    if run.bold or heading:
        made.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        made.setFontItalic(True)
    return made


def runs_of(block: QTextBlock, *, heading: bool = False, raw: bool = False) -> Runs:
    """The runs of a block, neighbours of one style joined. Raw lines and headings have no style."""
    found: list[tuple[bool, bool, list[str]]] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        style = fragment.charFormat()
        bold = not raw and not heading and style.fontWeight() >= QFont.Weight.Bold
        italic = not raw and not heading and style.fontItalic()
        if not found or found[-1][:2] != (bold, italic):
            found.append((bold, italic, []))
        found[-1][2].append(fragment.text())
        iterator += 1
    runs = (Run(clean("".join(texts).replace(_BREAK, "\n")), bold, italic) for bold, italic, texts in found)
    return tuple(run for run in runs if run.text)
