"""Acts on the text that has the keyboard, by key, menu and command: bold, lists, tables, and pasting without styles."""

from collections.abc import Callable

from desktop.ui.richtext.textedit import LineEdit


class TextActs:
    """What a page does with its text in focus."""

    def __init__(self, text: Callable[[], LineEdit | None]) -> None:
        """``text`` finds the text that has the keyboard, or had it before a menu was opened."""
        self._text = text

    @property
    def in_table(self) -> bool:
        """Whether the caret is in a table."""
        text = self._text()
        return text is not None and text.textCursor().currentTable() is not None

    def bold(self) -> None:
        """Bold, or no longer."""
        if (text := self._text()) is not None:
            text.toggle_bold()

    def list_line(self) -> None:
        """The line becomes a point of a list, a number, an ordinary line again."""
        if (text := self._text()) is not None:
            text.turn_list()

    def table(self) -> None:
        """A table at the caret; in a table one column more."""
        if (text := self._text()) is not None:
            text.turn_table()

    def add_row(self) -> None:
        """A row below."""
        if (text := self._text()) is not None:
            text.change_table(text.tables.add_row)

    def add_column(self) -> None:
        """A column to the right."""
        if (text := self._text()) is not None:
            text.change_table(text.tables.add_column)

    def remove_row(self) -> None:
        """The row goes."""
        if (text := self._text()) is not None:
            text.change_table(text.tables.remove_row)

    def remove_column(self) -> None:
        """The column goes."""
        if (text := self._text()) is not None:
            text.change_table(text.tables.remove_column)

    def paste_plain(self) -> None:
        """Pastes text without styles, lists and tables."""
        if (text := self._text()) is not None:
            text.paste_plain()
