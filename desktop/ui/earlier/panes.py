"""Two texts side by side, then and now: what is gone is struck out, what came is underlined."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QTextEdit, QWidget

from desktop.models.rules.textdiff import Fate, compare
from desktop.text import ui_text as _
from desktop.ui.looks.theme import Label, colours
from desktop.ui.parts.plaintext import selected_text


class Panes(QWidget):
    """Read-only; the earlier text can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ("", "")
        self._then, self._now = Label(bold=True, parent=self), Label(_("Now"), bold=True, parent=self)
        self.then, self.now = self._pane(), self._pane()
        self.then.setAccessibleName(_("The text as it was then"))
        self.now.setAccessibleName(_("The text as it is now"))
        legend = (_("struck out: gone since"), _("underlined: new since"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, (title, pane, words) in enumerate(
            zip((self._then, self._now), (self.then, self.now), legend, strict=True)
        ):
            grid.addWidget(title, 0, column)
            grid.addWidget(pane, 1, column)
            explained = Label(words, colour="muted", parent=self)
            explained.setWordWrap(True)
            grid.addWidget(explained, 2, column)
            grid.setColumnStretch(column, 1)

    def _pane(self) -> QTextEdit:
        pane = QTextEdit(self)
        pane.setReadOnly(True)
        pane.setTabChangesFocus(True)
        return pane

    def set_time(self, words: str) -> None:
        """Says which time the left side is of."""
        self._then.setText(words)
        self.then.setAccessibleName(words)

    def show_texts(self, then: str, now: str) -> None:
        """Shows and compares two texts."""
        self._texts = (then, now)
        self.dress()

    def dress(self) -> None:
        """Draws both texts, with the colours there are. Where there is only one, nothing in it is marked."""
        if not all(self._texts):
            self.then.setPlainText(self._texts[0] or (_("– did not exist –") if self._texts[1] else ""))
            self.now.setPlainText(self._texts[1] or (_("– no longer exists –") if self._texts[0] else ""))
            return
        found = compare(*self._texts)
        look = {Fate.SAME: QTextCharFormat(), Fate.GONE: _gone(), Fate.NEW: _new()}
        for pane, other in ((self.then, Fate.NEW), (self.now, Fate.GONE)):
            pane.clear()
            cursor, first = QTextCursor(pane.document()), None
            for piece in found:
                if piece.fate is not Fate.SAME and first is None:
                    first = cursor.position()
                if piece.fate is not other:
                    cursor.insertText(piece.text, look[piece.fate])
            cursor.setPosition(first or 0)
            pane.setTextCursor(cursor)
            pane.ensureCursorVisible()

    def selected(self) -> str:
        """What is selected of the earlier text."""
        return selected_text(self.then.textCursor())


def _gone() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontStrikeOut(True)
    made.setForeground(QColor(colours().rejected))
    return made


def _new() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontUnderline(True)
    made.setFontWeight(QFont.Weight.Bold)
    made.setForeground(QColor(colours().accepted))
    return made
