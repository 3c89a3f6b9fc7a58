"""The form of an export: what, in which look and edition, as which files, where to. Shows progress and the result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
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

from desktop.export.kinds import Kind
from desktop.export.order import LOOKS, Order
from desktop.models.values import Reader
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.dialogs.export_choices import FORMATS, KINDS, LOOK_WORDS, READERS, LastChoices, records
from desktop.ui.looks.sizes import FollowingType, drop_icons
from desktop.ui.looks.theme import Label
from desktop.ui.outside import open_outside
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.buttons import take_by_key
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice, Form
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.parts.ticks import Tick


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants made, and where; the first order shows what all of them show."""

    orders: tuple[Order, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. ``notes`` are sentences for the user."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


class ExportDialog(QDialog):
    """``items`` are the items that may stand alone: key and words; ``item`` is the key of the one it is opened for."""

    #: ``Wish``
    wanted = Signal(object)
    #: the user stopped it
    cancelled = Signal()

    def __init__(
        self,
        items: Sequence[tuple[str, str]],
        item: str,
        folder: Path,
        choices: LastChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self.setWindowTitle(_("Make documents"))
        self._busy = self._stopping = False
        self._form = Form(self)
        self.kind = Choice([(kind, _(word)) for kind, word in KINDS.items()], self)
        self.item = Choice([(None, _("all, one document each")), *items], self)
        self.record = Choice((), self)
        self.look = Choice((), self)
        self.reader = Choice([(reader, _(word)) for reader, word in READERS.items()], self)
        for long in (self.item, self.record, self.reader):
            long.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            long.setMinimumContentsLength(20)
        self.formats = {name: Tick(_(word), self) for name, word in FORMATS.items()}
        self.folder = PlainLine(str(folder), self)
        self.bar = QProgressBar(self)
        self.note = Label("", parent=self)
        #: what changed since final documents of an edition were given out
        self.changed = Label("", parent=self)
        self._changed: Mapping[Reader, str] = {}
        self.files = QListWidget(self)
        self._make_form()
        self._lay_out()
        self._start(item)

    def _make_form(self) -> None:
        self._form.row(_("Kind"), self.kind)
        self._form.row(_("Agenda item"), self.item)
        self._form.row(_("How much"), self.record)
        self._form.row(_("Look"), self.look)
        self._form.row(_("Edition"), self.reader)
        ticks = QWidget(self)
        line_of_ticks = Flow(ticks)
        for tick in self.formats.values():
            tick.toggled.connect(self._check)
            line_of_ticks.addWidget(tick)
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
        self.reader.currentIndexChanged.connect(self._reader_chosen)
        self.folder.textChanged.connect(self._check)

    def _lay_out(self) -> None:
        self.note.setWordWrap(True)
        self.files.setAccessibleName(_("Files made"))
        self.files.itemActivated.connect(lambda item: open_outside(Path(item.toolTip())))
        self.bar.setAccessibleName(_("Progress"))
        self._buttons = QDialogButtonBox(self)
        self.make = self._buttons.addButton(_("Make"), QDialogButtonBox.ButtonRole.ActionRole)
        self.show_folder = self._buttons.addButton(_("Open folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.make.setDefault(True)
        self.make.clicked.connect(self._want)
        self.show_folder.clicked.connect(lambda: open_outside(Path(self.folder.typed())))
        self.close_button.clicked.connect(self.reject)
        take_by_key(self._buttons, self.make)
        rows = QVBoxLayout(self)
        self.changed.setWordWrap(True)
        self.changed.hide()
        rows.addWidget(self._form)
        rows.addWidget(self.changed)
        parts: list[QWidget] = [self.bar, self.note, self.files, self._buttons]
        for part in parts:
            rows.addWidget(part)
        for part in (*parts[:3], self.show_folder):
            part.hide()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 90)
        drop_icons(self)
        FollowingType(self)

    def _start(self, item: str) -> None:
        self.kind.set_value(Kind.AUSZUG if item else Kind.NIEDERSCHRIFT)
        self.item.set_value(item or None)
        self.reader.set_value(Reader.PUBLIC)
        self._kind_chosen()
        self.kind.setFocus()

    def preset(self, order: Order, why: str) -> None:
        """Shows an order that was stopped, and a sentence that says why."""
        self.look.set_value(order.look)
        self.record.set_value(order.record)
        for name, tick in self.formats.items():
            tick.setChecked(name in order.formats)
        self.note.setText(why)
        self.note.setVisible(True)
        self._grow()
        self.make.setAccessibleDescription(why)
        self.make.setFocus()

    # --- following the form

    def _kind_chosen(self) -> None:
        """Offers what goes with the kind, as it was chosen the last time."""
        kind = self.kind.value()
        last, told = self._choices.last(kind or Kind.NIEDERSCHRIFT), records(kind)
        self._form.show_row(self.item, shown=kind is Kind.AUSZUG)
        self._form.show_row(self.record, shown=bool(told))
        self._form.show_row(self.look, shown=kind is not None and len(LOOKS[kind]) > 1)
        self.record.set_options(told)
        self.record.set_value(last.record)
        self.look.set_options([(look, _(LOOK_WORDS[look])) for look in LOOKS[last.kind]])
        self.look.set_value(last.look)
        for name, tick in self.formats.items():
            tick.setChecked(name in self._choices.formats(kind))
        self._check()
        self.adjustSize()  # the kinds have not equally many rows

    def say_changed(self, since: Mapping[Reader, str]) -> None:
        """Of which editions final documents were given out that are no longer as the meeting is now, and when."""
        self._changed = since
        self._reader_chosen()

    def _reader_chosen(self) -> None:
        moment = self._changed.get(self.reader.value())
        words = _("Changed since final documents were given out on {moment}.", moment=moment) if moment else ""
        self.changed.setText(words)
        self.changed.setVisible(bool(words))
        self.reader.setAccessibleDescription(words)

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
        kind, reader = self.kind.value(), self.reader.value()
        formats = tuple(name for name, tick in self.formats.items() if tick.isChecked())
        if kind is None:
            orders = tuple(replace(self._choices.last(one), reader=reader, formats=formats) for one in Kind)
        else:
            item = self.item.value() if kind is Kind.AUSZUG else None
            look, record = self.look.value(), self.record.value()
            orders = (Order(kind=kind, look=look, reader=reader, formats=formats, item=item, record=record),)
        return Wish(orders, Path(self.folder.typed().strip()).expanduser())

    # --- under way and done

    def _want(self) -> None:
        self._set_busy(True)
        self.bar.setRange(0, 0)
        self._tell(_("Documents are being made …"))
        wish = self.wish()
        self._choices.remember(self.kind.value(), wish.orders[0])
        self.wanted.emit(wish)

    def _set_busy(self, busy: bool) -> None:
        self._busy, self._stopping = busy, False
        self._form.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.note.setVisible(True)
        self.close_button.setText(_("Cancel") if busy else _("Close"))
        if busy:
            self.files.hide()
            self.show_folder.hide()
            self.close_button.setFocus()
        self._check()

    def _grow(self) -> None:
        """What comes below must not press the ticks together."""
        wanted = self.size().expandedTo(self.sizeHint())
        self.resize(wanted.expandedTo(QSize(0, self.heightForWidth(wanted.width()))))

    def show_progress(self, step: int, steps: int, what: str) -> None:
        """File ``step`` of ``steps`` of what is named is being made."""
        self.bar.setRange(0, steps)
        self.bar.setValue(step - 1)
        self.note.setText(_("{what}: file {step} of {steps} …", what=what, step=step, steps=steps))

    def show_result(self, result: Result) -> None:
        """Lists what was written."""
        self._set_busy(False)
        number = len(result.files)
        text = (
            _n("{number} file written.", "{number} files written.", number)
            if number
            else _("There is nothing to write; please choose another kind or edition.")
        )
        self._tell("\n".join((text, *result.notes)))
        self.files.clear()
        for path in result.files:
            item = QListWidgetItem(path.name, self.files)
            item.setToolTip(str(path))
        self.files.setVisible(bool(number))
        self.show_folder.setVisible(bool(number))
        self._grow()
        (self.show_folder if number else self.kind).setFocus()

    def show_problem(self, sentence: str) -> None:
        """Says why nothing was written."""
        self._set_busy(False)
        self._tell(sentence, assertive=True)
        self.kind.setFocus()

    def _tell(self, words: str, *, assertive: bool = False) -> None:
        """Shows how it stands, and has it said; of each file the bar tells."""
        self.note.setText(words)
        announce(self.note, words, assertive=assertive)
        self._grow()

    def reject(self) -> None:
        """The first time stops what is under way; the second time closes, whatever became of that."""
        if self._busy and not self._stopping:
            self._stopping = True
            self._tell(_("Being stopped …"))
            self.cancelled.emit()
        else:
            super().reject()
