"""The form of an export: what, in which look and edition, as which files, where to. Shows progress and the result."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.publish import LOOKS, Format, Order
from desktop.models.values import Reader
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.form import Choice, Form
from desktop.ui.plaintext import PlainLine
from desktop.ui.theme import Label

_KINDS = {Kind.NIEDERSCHRIFT: N_("Minutes"), Kind.AUSZUG: N_("Extract"), Kind.VORLAGE: N_("Paper")}
_LOOKS = {Look.DRUCK: N_("Print"), Look.ALLRIS3: N_("ALLRIS 3"), Look.ALLRIS4: N_("ALLRIS 4")}
_READERS = {
    Reader.PUBLIC: N_("public"),
    Reader.COMPLETE: N_("complete (for the office)"),
    Reader.NONPUBLIC: N_("non-public part"),
}
_FORMATS = {
    Format.DOCX: N_("Word (.docx)"),
    Format.PDF: N_("PDF"),
    Format.HTML: N_("Web page (.html)"),
    Format.TXT: N_("Text (.txt)"),
    Format.JSON: N_("Session file (.json)"),
}
_USUAL = (Format.DOCX, Format.PDF)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants made, and where."""

    order: Order
    folder: Path


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. ``notes`` are sentences for the user."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


class ExportDialog(QDialog):
    """``items`` are the items that may stand alone: key and words."""

    #: ``Wish``
    wanted = Signal(object)
    #: the user stopped it
    cancelled = Signal()

    def __init__(
        self, items: Sequence[tuple[str, str]], item: str, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Make documents"))
        self._busy = False
        self._form = Form(self)
        self.kind = Choice([(kind, _(word)) for kind, word in _KINDS.items()], self)
        self.item = Choice([(None, _("all, one document each")), *items], self)
        self.item.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # titles are long
        self.item.setMinimumContentsLength(20)
        self.look = Choice((), self)
        self.reader = Choice([(reader, _(word)) for reader, word in _READERS.items()], self)
        self.formats = {name: QCheckBox(_(word), self) for name, word in _FORMATS.items()}
        self.folder = PlainLine(str(folder), self)
        self.bar = QProgressBar(self)
        self.note = Label("", parent=self)
        self.files = QListWidget(self)
        self._make_form()
        self._lay_out()
        self._start(item)

    def _make_form(self) -> None:
        self._form.row(_("Kind"), self.kind)
        self._form.row(_("Agenda item"), self.item)
        self._form.row(_("Look"), self.look)
        self._form.row(_("Edition"), self.reader, _("Public documents hold nothing that is not public."))
        ticks = QWidget(self)
        row = QVBoxLayout(ticks)
        row.setContentsMargins(0, 0, 0, 0)
        for name, tick in self.formats.items():
            tick.setChecked(name in _USUAL)
            tick.toggled.connect(self._check)
            row.addWidget(tick)
        self._form.row(_("As"), ticks)
        place = QWidget(self)
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        choose = QPushButton(_("Choose …"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        place.setFocusProxy(self.folder)
        self._form.row(_("Folder"), place)
        self.folder.setAccessibleName(_("Folder"))
        self.kind.chosen.connect(self._kind_chosen)
        self.folder.textChanged.connect(self._check)

    def _lay_out(self) -> None:
        self.note.setWordWrap(True)
        self.files.setAccessibleName(_("Files made"))
        self.files.itemActivated.connect(lambda item: _open(Path(item.toolTip())))
        self.bar.setAccessibleName(_("Progress"))
        self._buttons = QDialogButtonBox(self)
        self.make = self._buttons.addButton(_("Make"), QDialogButtonBox.ButtonRole.ActionRole)
        self.show_folder = self._buttons.addButton(_("Open folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.make.setDefault(True)
        self.make.clicked.connect(self._want)
        self.show_folder.clicked.connect(lambda: _open(Path(self.folder.typed())))
        self.close_button.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        parts: list[QWidget] = [self._form, self.bar, self.note, self.files, self._buttons]
        for part in parts:
            rows.addWidget(part)
        for part in (*parts[1:4], self.show_folder):
            part.hide()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)

    def _start(self, item: str) -> None:
        self.kind.set_value(Kind.AUSZUG if item else Kind.NIEDERSCHRIFT)
        self.item.set_value(item or None)
        self.reader.set_value(Reader.PUBLIC)
        self._kind_chosen()
        self.kind.setFocus()

    # --- following the form

    def _kind_chosen(self) -> None:
        kind = self.kind.value()
        self._form.show_row(self.item, shown=kind is Kind.AUSZUG)
        self.look.set_options([(look, _(_LOOKS[look])) for look in LOOKS[kind]])
        if self.look.value() is None:
            self.look.set_value(LOOKS[kind][0])
        self._check()

    def _check(self) -> None:
        some = any(tick.isChecked() for tick in self.formats.values())
        self.make.setEnabled(not self._busy and some and bool(self.folder.typed().strip()))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, _("Folder"), self.folder.typed())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.set_text)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def wish(self) -> Wish:
        """What the form says now."""
        kind = self.kind.value()
        order = Order(
            kind=kind,
            look=self.look.value(),
            reader=self.reader.value(),
            formats=tuple(name for name, tick in self.formats.items() if tick.isChecked()),
            item=self.item.value() if kind is Kind.AUSZUG else None,
        )
        return Wish(order, Path(self.folder.typed().strip()).expanduser())

    # --- under way and done

    def _want(self) -> None:
        self._set_busy(True)
        self.bar.setRange(0, 0)
        self.note.setText(_("Documents are being made …"))
        self.wanted.emit(self.wish())

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._form.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.note.setVisible(True)
        self.close_button.setText(_("Cancel") if busy else _("Close"))
        if busy:
            self.files.hide()
            self.show_folder.hide()
            self.close_button.setFocus()
        self._check()

    def show_progress(self, step: int, steps: int, what: str) -> None:
        """File ``step`` of ``steps`` is being made."""
        self.bar.setRange(0, steps)
        self.bar.setValue(step - 1)
        self.note.setText(_("File {step} of {steps} …", step=step, steps=steps))

    def show_result(self, result: Result) -> None:
        """Lists what was written."""
        self._set_busy(False)
        number = len(result.files)
        text = (
            _n("{number} file written.", "{number} files written.", number) if number else _("Nothing to write here.")
        )
        self.note.setText("\n".join((text, *result.notes)))
        self.files.clear()
        for path in result.files:
            item = QListWidgetItem(path.name, self.files)
            item.setToolTip(str(path))
        self.files.setVisible(bool(number))
        self.show_folder.setVisible(bool(number))
        (self.show_folder if number else self.kind).setFocus()

    def show_problem(self, sentence: str) -> None:
        """Says why nothing was written."""
        self._set_busy(False)
        self.note.setText(sentence)
        self.kind.setFocus()

    def reject(self) -> None:
        """The first time stops what is under way, then closes."""
        if self._busy:
            self.note.setText(_("Being stopped …"))
            self.cancelled.emit()
        else:
            super().reject()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
