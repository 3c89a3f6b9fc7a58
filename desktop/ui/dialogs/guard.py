"""Before something is published: what was replaced and left out, and what somebody should look at. Blocks nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui.guardwords import Group, Line
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton

_LINE = Qt.ItemDataRole.UserRole
#: above and below a line, or the dots of Ö would be cut
_PAD = 6


class GuardDialog(QDialog):
    """Esc goes back to the form, the space bar to the place of a line; so does Enter where something warns.

    Where nothing warns Enter publishes.
    """

    #: keys of an item and an entry, empty where there is none; the dialog is closed
    placeWanted = Signal(str, str)

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Before it is published"))
        warns = any(group.warns for group in groups)
        words = (
            _("Please look at this before everybody can read it.")
            if warns
            else _("This is not in the public documents.")
        )
        self.note = Label(words, bold=warns, parent=self)
        self.note.setWordWrap(True)
        self.list = _Lines(groups, self)
        self.list.setAccessibleDescription(words)
        self.list.placeWanted.connect(self._go)
        buttons = QDialogButtonBox(self)
        self.publish = PushButton(_("Publish all the same") if warns else _("Publish"), self)
        self.publish.setAutoDefault(not warns)
        self.publish.setDefault(not warns)
        buttons.addButton(self.publish, QDialogButtonBox.ButtonRole.AcceptRole)
        self.show_place = PushButton(_("Show the place (space bar)"), self)
        self.show_place.setAutoDefault(False)
        self.show_place.clicked.connect(self.list.ask)
        buttons.addButton(self.show_place, QDialogButtonBox.ButtonRole.ActionRole)
        back = buttons.addButton(_("Back"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(warns)
        back.setDefault(warns)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.currentItemChanged.connect(self._line_chosen)
        rows = QVBoxLayout(self)
        for widget in (self.note, self.list, buttons):
            rows.addWidget(widget)
        fit_screen(self, 110, 10 + min(20, sum(1 + len(group.lines) for group in groups)))
        self._line_chosen()
        self.list.setFocus()

    def _line_chosen(self) -> None:
        self.show_place.setEnabled(self.list.line() is not None)

    def _go(self, line: Line) -> None:
        self.reject()
        self.placeWanted.emit(line.item, line.entry)


class _Lines(QTreeWidget):
    """The lines under the titles of their groups."""

    #: ``Line``
    placeWanted = Signal(object)

    def __init__(self, groups: Sequence[Group], parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self._warns = any(group.warns for group in groups)
        self.setAccessibleName(_("To look at before it is published"))
        for group in groups:
            title = QTreeWidgetItem(self, [f"⚠ {group.title}" if group.warns else group.title])
            font = title.font(0)
            font.setBold(True)
            title.setFont(0, font)
            title.setSizeHint(0, QSize(0, self.fontMetrics().lineSpacing() + _PAD))
            _put(title, group.lines, self)
            title.setExpanded(True)
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)
        self.itemDoubleClicked.connect(self.ask)

    def line(self) -> Line | None:
        """The chosen line, where it has a place."""
        item = self.currentItem()
        line = item.data(0, _LINE) if item else None
        return line if line is not None and (line.item or line.entry) else None

    def ask(self) -> None:
        """Wants to see the place of the chosen line."""
        if (line := self.line()) is not None:
            self.placeWanted.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar shows the place, Enter too where something warns; else it is the dialog's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Space or (enter and self._warns and self.line() is not None):
            self.ask()
        elif enter:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _put(above: QTreeWidgetItem, lines: Sequence[Line], view: QTreeWidget) -> None:
    """The lines below another; what a line counts stays folded."""
    for line in lines:
        child = QTreeWidgetItem(above, [line.text])
        child.setSizeHint(0, QSize(0, view.fontMetrics().lineSpacing() + _PAD))
        child.setToolTip(0, line.text)
        child.setData(0, _LINE, line)
        _put(child, line.parts, view)
