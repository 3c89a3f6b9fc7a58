"""Tab in the text: a short form becomes a person, as the speaker at the start of an entry, else in the sentence."""

import re

from PySide6.QtCore import QObject, Signal

from desktop.text import ui_text as _
from desktop.ui.desk.stream.editor import EntryEditor
from desktop.ui.desk.stream.speakers import Directory
from desktop.ui.desk.stream.suggest import Suggestions

_SHORT = re.compile(r"[^\W_][\w.-]*$")
#: a short form is not longer than this; a hint is looked for up to here
LONGEST = 24


class Shorthand(QObject):
    """Finds whom a short form means. Precedence: exactly this short form, else a list chosen by 1–9 (desk.md §3)."""

    #: (speaker, the word that stands for them, whether it is the first of the entry)
    found = Signal(object, str, bool)
    #: Tab without any word before the caret, in an empty text
    nothing = Signal()
    #: something short for the status line
    said = Signal(str)

    def __init__(self, editor: EntryEditor, suggestions: Suggestions) -> None:
        super().__init__(editor)
        self._editor, self._suggestions = editor, suggestions
        self.directory = Directory(())
        #: the word a list is open for, and whether it is the first of the entry
        self._asked = ("", False)
        editor.expanded.connect(self.expand)
        editor.digit.connect(self._choose)
        editor.cursorPositionChanged.connect(self.close)

    def _word(self) -> tuple[str, bool]:
        """The word before the caret, and whether it is the first of the entry."""
        before = self._editor.before_caret()
        match = _SHORT.search(before)
        if match is None:
            return "", False
        return match.group(), match.start() == 0 and self._editor.textCursor().block().blockNumber() == 0

    def hint(self) -> None:
        """Shows behind a short form at the start of an entry whom Tab would name; closes a list that is out of date."""
        word, first = self._word() if self._editor.textCursor().position() <= LONGEST else ("", False)
        exact = self.directory.exact(word) if first else None
        self._editor.set_ghost(f"⇥ {exact.label}" if exact is not None else "")
        self.close()

    def expand(self) -> None:
        """Tab: takes the only one who can be meant, or offers a list; a second Tab takes its first."""
        if self._suggestions.speakers:
            self._choose(1)
            return
        if self._editor.is_blank():
            self.nothing.emit()
            return
        word, first = self._word()
        exact = self.directory.exact(word) if word else None
        found = [exact] if exact is not None else self.directory.find(word) if len(word) > 1 else []
        if len(found) == 1:
            self.found.emit(found[0], word, first)
        elif found:
            self._asked = word, first
            self._editor.suggesting = True
            self._suggestions.offer(found, self._editor.mapToParent(self._editor.caret_area().bottomLeft()))
        else:
            self.said.emit(_("Unknown short form: {short}", short=word) if word else _("Unknown short form"))

    def close(self) -> None:
        """Closes the list."""
        if self._suggestions.speakers:
            self._editor.suggesting = False
            self._suggestions.close_list()

    def _choose(self, number: int) -> None:
        speaker = self._suggestions.chosen(number)
        self.close()
        if speaker is not None:
            self.found.emit(speaker, *self._asked)
