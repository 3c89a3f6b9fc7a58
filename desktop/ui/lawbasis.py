"""Shows the law profile of a body and makes the user's copy of it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.files import safe_write
from desktop.models.book import Book
from desktop.models.profiles import law_file
from desktop.models.values import Body
from desktop.paths import laws_dir, resource
from desktop.ui import house
from desktop.ui.dialogs.law import LawDialog
from desktop.wording import sentence


class LawBasis(QObject):
    """One per window."""

    def __init__(self, book: Book, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._window = book, window

    def show_law(self, body: Body) -> LawDialog:
        """Opens the legal basis of a body, as it lies on the disk now."""
        dialog = LawDialog(self._window)
        self._fill(dialog, body)
        dialog.copyWanted.connect(lambda: self._copy(dialog, body))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _fill(self, dialog: LawDialog, body: Body) -> None:
        house.read_again()
        error = house.law_problem(self._book, body)
        trouble = house.trouble_words(error) if error is not None else ""
        dialog.show_law(body.name, house.law_for(self._book, body), self._own(body), trouble)

    def _own(self, body: Body) -> Path:
        return laws_dir(self._book.path.parent) / law_file(body.state)

    def _copy(self, dialog: LawDialog, body: Body) -> None:
        """Puts the shipped file where the user's copy belongs; one that is there is never written over."""
        own = self._own(body)
        try:
            own.parent.mkdir(parents=True, exist_ok=True)
            if not own.exists():
                safe_write(own, resource("laws", own.name).read_bytes())
        except OSError as error:
            dialog.show_trouble(sentence(error))
            return
        self._fill(dialog, body)
        dialog.show_folder.setFocus()
