"""What was given out of a meeting, and whether a file in hand is still what was given out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import parse_moment
from desktop.export.places import Given
from desktop.models.values import Reader
from desktop.text import format_time, window_date
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.guide import ViewGuide, Way, carry_out, words_of
from desktop.wording import sentence

_COLUMNS = (
    N_("File"),
    N_("Given out"),
    N_("Edition"),
    N_("State of the document"),
    N_("Checksum in the document"),
    N_("Fingerprint of the file"),
)
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
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self._fill(files)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(header.fontMetrics().averageCharWidth() * 12)
        ViewGuide(self.table, self._nothing)
        self.verdict = Label("", parent=self)
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
        fit_screen(self, 170, 30)

    def _fill(self, files: Sequence[Given]) -> None:
        newer: set[tuple[str, str]] = set()
        for row, file in enumerate(files):
            replaced = (file.folder, file.name) in newer
            newer.add((file.folder, file.name))
            for column, text in enumerate(_cells(file, replaced=replaced)):
                self.table.setItem(row, column, QTableWidgetItem(text))
            name = self.table.item(row, 0)
            if name is not None and file.folder:
                name.setToolTip(str(Path(file.folder, file.name)))
                name.setData(Qt.ItemDataRole.AccessibleDescriptionRole, _("Folder: {folder}", folder=file.folder))

    def _nothing(self) -> tuple[str, tuple[Way, ...]]:
        text = _k("Nothing of this meeting has been given out yet. {export} makes documents.")
        return text, ((words_of("export"), self._make),)

    def _make(self) -> None:
        window = self.parentWidget()
        self.reject()
        if window is not None:
            carry_out(window, "export")

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


def _cells(file: Given, *, replaced: bool) -> tuple[str, ...]:
    state = _("{state}, replaced since", state=_state(file)) if replaced else _state(file)
    edition = _(EDITIONS[Reader(file.edition)])
    return file.name, moment_told(file.at), edition, state, file.content[:_SHORT], file.sha256[:_SHORT]


def _state(file: Given) -> str:
    return _("final") if file.final else _("draft")


def moment_told(at: str) -> str:
    """When something was given out: 05.03.2026, 18:42."""
    moment = parse_moment(at)
    return f"{window_date(moment.date())}, {format_time(moment, 'HH:mm')}" if moment else at
