"""The page that is shown where the book cannot be opened: why, and what to do."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from desktop.models.errors import BookBusy, BookError
from desktop.paths import APP_NAME
from desktop.text import ui_text as _
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.wording import sentence


class OpeningPage(QWidget):
    """A small window of its own, because there is no book to show."""

    #: ``Path`` of a data folder to open
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(APP_NAME)
        self._data = Path()
        self._reason = Label(parent=self)
        self._reason.setWordWrap(True)
        self._place = Label(colour="muted", parent=self)
        self._place.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(12)
        rows.addWidget(Label(_("The book cannot be opened"), bold=True, scale=1.4, parent=self))
        rows.addWidget(self._reason)
        rows.addWidget(self._place)
        rows.addStretch(1)
        buttons = Flow()
        self.again = self._button(buttons, _("Try again"))
        self.again.clicked.connect(lambda: self.chosen.emit(self._data))
        self._button(buttons, _("Choose another data folder …")).clicked.connect(self._choose)
        self._button(buttons, _("Quit")).clicked.connect(QApplication.quit)
        rows.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)

    def _button(self, row: Flow, text: str) -> PushButton:
        button = PushButton(text, self)
        row.addWidget(button)
        return button

    def say(self, data: Path, error: BookError) -> None:
        """Shows why the book of a data folder cannot be opened."""
        self._data = data
        self._reason.setText(
            _("The book is open already, in another window of Protokollpult. Please go on there, or close it first.")
            if isinstance(error, BookBusy)
            else sentence(error)
        )
        self._place.setText(_("Data folder: {folder}", folder=data))
        self.resize(self.sizeHint().width(), self.heightForWidth(self.sizeHint().width()))
        self.again.setFocus()

    def reason(self) -> str:
        """What is shown."""
        return self._reason.text()

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("Data folder"), str(self._data))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.chosen.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
