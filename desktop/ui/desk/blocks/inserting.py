"""Putting a text block where somebody writes, and filling what a prepared entry left open. No widgets of its own."""

from datetime import datetime

from PySide6.QtGui import QTextCursor

from desktop.clock import parse_moment
from desktop.models.book import Book
from desktop.models.profiles.blocks import starter_set
from desktop.models.richtext import escape_plain
from desktop.models.rules.blocks import Filled, placeholders_in, resolve
from desktop.models.values.aside import TextBlock
from desktop.ui.desk.blocks.facts import Facts
from desktop.ui.desk.writing import entry, is_prepared, item_of
from desktop.ui.richtext.docruns import put_runs
from desktop.ui.richtext.linedoc import put_lines
from desktop.ui.richtext.lines import LineKind, lines_from
from desktop.ui.richtext.textedit import LineEdit


def fill(
    book: Book, block: TextBlock, item: str | None, now: datetime, previous: str = "", *, to_confirm: bool = True
) -> Filled:
    """The text of a block for an item of the open meeting.

    What only the meeting can tell is not known before it: it stays open in an entry, which is confirmed later, and is a
    hole anywhere else (``to_confirm`` False).
    """
    live = starter_set().live if is_prepared(book) else frozenset()
    values = {name: value for name, value in _facts(book, item, now, previous).items() if name not in live}
    return resolve(block.text, values, starter_set().hints, live if to_confirm else ())


def resolve_entry(book: Book, key: str, at: str) -> None:
    """Fills what a text written before the meeting left open: times and counts. Other names in braces stay.

    ``at`` is when the entry is confirmed, as times are stored.
    """
    text = getattr(entry(book, key), "text", None) or ""
    names = set(placeholders_in(text))
    known = {one.name for one in starter_set().placeholders}
    now = parse_moment(at)
    if names & known and now is not None:
        values = _facts(book, item_of(book, key), now)
        book.change(key, text=resolve(text, values, starter_set().hints, names - known).text)


def _facts(book: Book, item: str | None, now: datetime, previous: str = "") -> dict[str, str]:
    """What is known of an item, as it stands in a text: on one line, and a star in a title is a star."""
    known = Facts(book, item, now, previous).values()
    return {name: escape_plain(" ".join(value.split())).replace("|", "\\|") for name, value in known.items()}


def insert(editor: LineEdit, text: str, word: str = "") -> int:
    """Puts a text in place of the word before the caret; returns where in the document it begins."""
    lines = lines_from(text)
    cursor = editor.textCursor()
    units = len(word.encode("utf-16-le")) // 2
    cursor.setPosition(cursor.position() - units, QTextCursor.MoveMode.KeepAnchor)
    start = cursor.selectionStart()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if lines and lines[0].kind is LineKind.PARAGRAPH:
        put_runs(cursor, lines[0].runs)
        lines = lines[1:]
    put_lines(cursor, lines, fresh=False)
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    return start
