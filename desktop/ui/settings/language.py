"""The section »Sprache«: in which language the window speaks."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.text import languages, window_language
from desktop.text import ui_text as _
from desktop.ui.looks.appearance import LANGUAGE, remember
from desktop.ui.looks.theme import Label
from desktop.ui.parts.form import Choice, Form

if TYPE_CHECKING:
    from desktop.ui.settings.parts import Parts


class LanguageForm(Form):
    """The languages there are, each by its own name. The window is made anew at once, nothing is to be taken over."""

    def __init__(self, window: "Parts", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        hint = _("The window changes at once; documents stay German.")
        self.choice = Choice(list(languages().items()))
        self.choice.set_value(window_language())
        self.choice.chosen.connect(self._take)
        self.row(_("Language of the window"), self.choice, hint)
        self.note = Label(hint, colour="muted", parent=self)
        self.note.setWordWrap(True)
        self.wide(self.note)

    def _take(self, language: str) -> None:
        remember(self._window.book, LANGUAGE, language)
        if self._window.busy:
            self.note.setText(_("Something is still being written; the window changes with the next start."))
        elif language != window_language():
            self._window.languageWanted.emit(language)


def make(window: "Parts") -> QWidget:
    """The form for a window."""
    return LanguageForm(window)
