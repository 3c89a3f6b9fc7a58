"""What was given out of a meeting, and whether a file in hand is still what was given out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import parse_moment
from desktop.export.places import Given
from desktop.models.values import Reader
from desktop.text import format_date, format_time
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.buttons import PushButton
from desktop.ui.sizes import fit_screen
from desktop.ui.theme import Label
from desktop.wording import sentence

_COLUMNS = (N_("File"), N_("Given out"), N_("Edition"), N_("State of the document"), N_("Fingerprint"))
#: the editions in a word
EDITIONS = {Reader.PUBLIC: N_("public"), Reader.COMPLETE: N_("complete"), Reader.NONPUBLIC: N_("not public")}
#: so much of a fingerprint is enough to compare by eye
_SHORT = 12


class GivenDialog(QDialog):
    """``files`` are those of the meeting, the newest first; ``recognise`` tells what a file is, None: unknown."""

    def __init__(
        self, files: Sequence[Given], recognise: Callable[[Path], Given | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._recognise = recognise
        self.setWindowTitle(_("Documents given out"))
        self.table = QTableWidget(len(files), len(_COLUMNS), self)
        self.table.setHorizontalHeaderLabels([_(column) for column in _COLUMNS])
        self.table.setAccessibleName(_("Documents given out"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        for row, file in enumerate(files):
            for column, text in enumerate(_cells(file)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        none = _("Nothing of this meeting has been given out yet.")
        self.verdict = Label("" if files else none, parent=self)
        self.verdict.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self._check = PushButton(_("Check a file …"), self)
        self._check.clicked.connect(self._choose)
        buttons.addButton(self._check, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        for part in (self.table, self.verdict, buttons):
            rows.addWidget(part)
        fit_screen(self, 120, 30)

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("Check a file …"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.check(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def check(self, file: Path) -> None:
        """Says whether a file is one that was given out, whatever its name is now."""
        try:
            found = self._recognise(file)
        except OSError as error:
            self.verdict.setText(sentence(error))
            return
        if found is None:
            text = _("{file}: unknown, or changed since it was given out.", file=file.name)
        else:
            text = _(
                "{file}: unchanged, given out on {moment} ({state}).",
                file=file.name,
                moment=moment_told(found.at),
                state=_state(found),
            )
        self.verdict.setText(text)
        self.verdict.setAccessibleName(text)


def _cells(file: Given) -> tuple[str, ...]:
    return file.name, moment_told(file.at), _(EDITIONS[Reader(file.edition)]), _state(file), file.sha256[:_SHORT]


def _state(file: Given) -> str:
    return _("final") if file.final else _("draft")


def moment_told(at: str) -> str:
    """When something was given out: 05.03.2026, 18:42."""
    moment = parse_moment(at)
    return f"{format_date(moment.date(), 'dd.MM.yyyy')}, {format_time(moment, 'HH:mm')}" if moment else at
