"""Which of the items that earlier meetings put off come back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.models.rules import numbering
from desktop.models.rules.agenda_plan import Carried, PutOff
from desktop.text import ui_text as _
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import take_by_key
from desktop.ui.prepare.beginning import RoomyLines, reason_words


class CarryDialog(QDialog):
    """A list to tick; Enter takes over what is ticked."""

    #: the ``Carried`` that are ticked, as a tuple
    given = Signal(tuple)

    def __init__(self, carried: Sequence[Carried], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Take over postponed items"))
        self._carried = tuple(carried)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyLines(self.list))
        only_removed = all(one.reason is PutOff.REMOVED for one in carried)
        for one in carried:
            part = numbering.PUBLIC_PREFIX if one.planned.public else numbering.NONPUBLIC_PREFIX
            line = QListWidgetItem(f"{part}  {one.planned.name} ({reason_words(one)})", self.list)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            off = one.reason is PutOff.REMOVED and not only_removed
            line.setCheckState(Qt.CheckState.Unchecked if off else Qt.CheckState.Checked)
        self.list.setCurrentRow(0)
        hint = Label(_("The space bar leaves an item out or takes it in again."), colour="muted", parent=self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        take = buttons.addButton(_("Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        take_by_key(buttons, take)
        rows = QVBoxLayout(self)
        for widget in (self.list, hint, buttons):
            rows.addWidget(widget)
        fit_screen(self, 90, 18)
        self.list.setFocus()

    def _give(self) -> None:
        ticked = (self.list.item(place).checkState() is Qt.CheckState.Checked for place in range(len(self._carried)))
        found = tuple(one for one, on in zip(self._carried, ticked, strict=True) if on)
        self.accept()
        if found:
            self.given.emit(found)
