"""A text field that edits a document of lines: bold, lists, tables, paste. Which keys mean what is said elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.models.clean import clean
from desktop.models.richtext import Run
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.parts.plaintext import TEXT_LIMIT, commit_preedit, mime_text, selected_text
from desktop.ui.richtext import copied
from desktop.ui.richtext.doctables import tables_of
from desktop.ui.richtext.linedoc import (
    FILLING,
    Reader,
    kind_of,
    leave_list,
    lines_of,
    list_of,
    new_document,
    paste_lines,
    start_list,
)
from desktop.ui.richtext.lines import Line, LineKind, LineWriter, text_from, without_empty_points
from desktop.ui.richtext.pasted import lines_from_html, with_edges
from desktop.ui.richtext.tablekeys import TableKeys

#: entries longer than this are read when they are opened
_LONG = 20_000
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | _SHIFT
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | _SHIFT
_COMMANDS = _CTRL | Qt.KeyboardModifier.AltModifier
_ARROWS: dict[int, str] = {
    Qt.Key.Key_Right: "add_column",
    Qt.Key.Key_Left: "remove_column",
    Qt.Key.Key_Down: "add_row",
    Qt.Key.Key_Up: "remove_row",
}


class LineEdit(QTextEdit):
    """Edits the document it is given in place. Stored text is read from the document, never from Qt's own markup."""

    #: the text was changed by the user
    edited = Signal()
    #: the height of the text may have changed
    grown = Signal()
    #: a sentence for the user
    said = Signal(str)
    #: what was typed so far is one act, what comes now is another
    paused = Signal()
    #: the menu of the field comes (QMenu), for a position of the document
    menuOpened = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLocale(QLocale(QLocale.Language.German, QLocale.Country.Germany))  # read out as what minutes are in
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(False)
        #: the last space gives way where the next key is a comma or the like
        self.soft_space = False
        self._loading = False
        self._empty = QTextDocument(self)
        self._reader = Reader(self._empty)
        self._writer = LineWriter()
        self.tables = TableKeys(self, self._table_full)
        self.textChanged.connect(self._changed)

    # --- the document

    def load(self, document: QTextDocument | None) -> None:
        """Edits a document from now on; None lets go of it."""
        self._loading = True
        self._reader.let_go()
        self.setDocument(document or self._empty)
        self._reader = Reader(self.document())
        self._reader.watch()
        self._loading = False
        if self.document().characterCount() > _LONG:
            self.stored_text()  # so that the first key press does not pay for all of it

    def _changed(self) -> None:
        if not self._loading and not self.document().property(FILLING):
            self.edited.emit()
            self.grown.emit()

    def stored_text(self) -> str:
        """What the document says, as text to store."""
        return self._writer.text(self._reader.lines())

    def is_blank(self) -> bool:
        """Whether there is no character in it."""
        return self.document().isEmpty()

    def place_caret(self, position: int) -> None:
        """Puts the caret at a position of the document, at its end where it is shorter."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(position, 0), self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def place_at(self, line: int, column: int) -> None:
        """Puts the caret into a line, after so many characters (of Python, not of UTF-16)."""
        block = self._block_of(line)
        units = len(block.text()[:column].encode("utf-16-le")) // 2
        self.place_caret(block.position() + units)

    def _block_of(self, line: int) -> QTextBlock:
        """The block that shows a line. A table is one line and many blocks, and has an empty block before it."""
        tables = tables_of(self.document())
        block, number = self.document().begin(), 0
        while number < line and block.next().isValid():
            table = tables.get(block.position())
            number += block.length() > 1 or block.next().position() not in tables
            block = self.document().findBlock(table.lastPosition() + 1) if table is not None else block.next()
        return block

    def halves(self) -> tuple[str, str]:
        """The text before and after the caret, each as text to store. No table is cut in two."""
        cursor = self.textCursor()
        table = cursor.currentTable()
        position = table.lastPosition() + 1 if table is not None else cursor.position()
        return self._without(position, self.document().characterCount() - 1), self._without(0, position)

    def _without(self, start: int, end: int) -> str:
        copy = self.document().clone()
        cursor = QTextCursor(copy)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return text_from(without_empty_points(lines_of(copy)))

    def before_caret(self) -> str:
        """What stands in the line before the caret."""
        cursor = QTextCursor(self.textCursor())
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return selected_text(cursor)

    def replace_before(self, word: str, text: str, *, soft: bool = False) -> None:
        """Puts a text in place of a word that stands right before the caret.

        ``soft``: the space at its end gives way where the next key is a comma or the like.
        """
        cursor = self.textCursor()
        units = len(word.encode("utf-16-le")) // 2
        cursor.setPosition(cursor.position() - units, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.soft_space = soft

    # --- styles

    def toggle_bold(self) -> None:
        """Bold for what is selected, or for what is typed next."""
        bold = self.currentCharFormat().fontWeight() >= QFont.Weight.Bold
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self._act(lambda: self.mergeCurrentCharFormat(style))

    def turn_list(self) -> None:
        """The line of the caret becomes a bullet, a bullet becomes numbered, a number an ordinary line again."""
        cursor = self.textCursor()
        found = list_of(cursor.block())
        if cursor.currentTable() is not None:
            self.said.emit(_("There are no lists in tables · Shift+Enter goes behind the table"))
        elif found is None:
            self._act(lambda: start_list(cursor, LineKind.BULLET))
        elif LineKind.BULLET is kind_of(cursor.block()):
            self._act(lambda: start_list(cursor, LineKind.NUMBER, found.format().indent() - 1))
        else:
            self._act(lambda: leave_list(cursor))

    def turn_table(self) -> None:
        """A new table at the caret; in a table one column more."""
        self._act(self.tables.insert)

    def change_table(self, how: Callable[[], bool]) -> None:
        """Does something with the rows or columns of the table of the caret, as an act of its own."""
        if self.textCursor().currentTable() is None:
            self.said.emit(_k("The caret is not in a table · {table_line} makes one"))
        else:
            self._act(how)

    def _act(self, how: Callable[[], object]) -> None:
        """Does something that is taken back on its own."""
        commit_preedit(self)
        self.paused.emit()
        how()
        self.paused.emit()

    def _table_full(self) -> None:
        self.said.emit(_("The table takes no more than 12 columns and 200 cells · please begin a second one below"))

    # --- the clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Anything that has a plain form, or a page."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes what is known of a page (bold, lists, tables), else plain text; each line is a paragraph."""
        plain = mime_text(source)
        lines = lines_from_html(source.html()) if source.hasHtml() and not self._is_raw() else None
        self._paste(plain, with_edges(lines, plain) if lines else None)

    def paste_plain(self) -> None:
        """Pastes the text of the clipboard without anything else."""
        self._paste(mime_text(QGuiApplication.clipboard().mimeData()), None)

    def _is_raw(self) -> bool:
        return kind_of(self.textCursor().block()) is LineKind.RAW

    def _paste(self, plain: str, lines: list[Line] | None) -> None:
        cursor = self.textCursor()
        lines = [Line(runs=(Run(" ".join(plain.split("\n"))),))] if cursor.currentTable() and not lines else lines
        length = len(plain) if lines is None else sum(map(_length, lines))
        if length + self.document().characterCount() - len(cursor.selectedText()) > TEXT_LIMIT:
            self.said.emit(_("An entry takes no more than a million characters · please paste the text in parts"))
        elif length or lines:
            self._act(lambda: cursor.insertText(plain) if lines is None else self._put(cursor, lines))
            self.ensureCursorVisible()

    def _put(self, cursor: QTextCursor, lines: list[Line]) -> None:
        """Cells go over cells, everything else in place of what is selected."""
        table = lines[0].table if len(lines) == 1 else None
        if table is None or not self.tables.paste(table):
            paste_lines(cursor, lines)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is selected, and nothing else, for other programs and for our own fields."""
        cursor = self.textCursor()
        document = new_document(self.font())
        QTextCursor(document).insertFragment(cursor.selection())
        blocks = copied.blocks_of(lines_of(document))
        within_line = document.blockCount() == 1
        made = QMimeData()
        made.setText(clean(selected_text(cursor)) if within_line else copied.plain_of(blocks))
        made.setHtml(copied.html_of(blocks))
        return made

    # --- a well-behaved field

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, to which others may add."""
        menu = self.createStandardContextMenu(event.pos())
        menu.aboutToHide.connect(menu.deleteLater)
        self.menuOpened.emit(menu, self.cursorForPosition(event.pos()).position())
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Takes in what an input method holds back before a key does something, and the keys of a table."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            if _does_something(event):
                commit_preedit(self)
            if event.type() == QEvent.Type.KeyPress and self._table_key(event):
                event.accept()
                return True
        return super().event(event)

    def _table_key(self, event: QKeyEvent) -> bool:
        """Keys of a table; the desk has actions for the last ones, a field in a form has not."""
        if self.tables.press(event):
            return True
        self.tables.plain_ink()
        pressed = (event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if pressed == (Qt.Key.Key_I, _CTRL_SHIFT):
            self.turn_table()
        elif pressed == (Qt.Key.Key_Insert, _CTRL_SHIFT):
            self.paste_plain()
        elif pressed[1] == _ALT_SHIFT and pressed[0] in _ARROWS:
            self.change_table(getattr(self.tables, _ARROWS[pressed[0]]))
        else:
            return False
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method writes is cleaned like everything else that comes in."""
        text = clean(event.commitString())
        if text != event.commitString():
            event.setCommitString(text, event.replacementStart(), event.replacementLength())
        self.tables.plain_ink()
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the caret at once."""
        super().focusInEvent(event)
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing that is typed is left behind in the input method."""
        commit_preedit(self)
        super().focusOutEvent(event)

    def caret_area(self) -> QRect:
        """Where the caret is, in the coordinates of the widget."""
        return self.cursorRect().translated(self.viewport().pos())


def _does_something(event: QKeyEvent) -> bool:
    """Whether a key is more than a character, a part of one, or a key that is held down for another."""
    text = event.text()
    if text:
        return not text.isprintable() or bool(event.modifiers() & _COMMANDS)
    return Qt.Key.Key_Escape <= event.key() <= Qt.Key.Key_PageDown or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


def _length(line: Line) -> int:
    """How many characters a line has."""
    cells = (line.table.header, *line.table.rows) if line.table is not None else ((line.runs,),)
    return 1 + sum(1 + len(run.text) for row in cells for runs in row for run in runs)
