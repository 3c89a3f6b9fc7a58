"""Short forms in a field that stands in a form: Tab does what it does in the stream, and leaves the field otherwise."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.desk.names.speakers import Directory, Speaker
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.desk.stream.shorthand import Shorthand
from desktop.ui.richtext.editor import EntryEditor


class FieldTabs:
    """The short forms of one field. ``directory`` tells who can be named now; lists are shown over ``home``."""

    def __init__(self, editor: EntryEditor, directory: Callable[[], Directory], home: QWidget) -> None:
        self._editor, self._directory = editor, directory
        self.shorthand = Shorthand(editor, _Over(home, editor))
        self.shorthand.found.connect(self._name)

    def take(self) -> bool:
        """Tab: whether a short form, a list or a hole had a use for it."""
        self.shorthand.directory = self._directory()
        return self.shorthand.expand_known()

    def _name(self, speaker: Speaker, word: str, _first: bool) -> None:
        self._editor.replace_before(word, f"{speaker.label} ", soft=True)


class _Over(Suggestions):
    """A list over a widget that is larger than the one its field stands in."""

    def __init__(self, home: QWidget, editor: EntryEditor) -> None:
        super().__init__(home)
        self._editor = editor

    def put(self, lines: Sequence[QLabel], spoken: str, below: QPoint) -> None:
        """The point is one of the field's parent."""
        parent = self._editor.parentWidget() or self._editor
        super().put(lines, spoken, self._home.mapFromGlobal(parent.mapToGlobal(below)))
