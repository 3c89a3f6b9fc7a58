"""The right column of the desk: its parts one above the other, one of them open. Each title line says what counts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QToolBox, QWidget

from desktop.text import ui_text as _


class SideColumn(QToolBox):
    """Shows one of its parts at a time. Ctrl+Tab goes on to the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[QWidget, Callable[[], None]] = {}
        self.setAccessibleName(_("Attendance, speakers, paper, checklist"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add_part(self, part: QWidget, title: str, enter: Callable[[], None]) -> None:
        """Puts a part below the others; ``enter`` gives it the keyboard."""
        self._entries[part] = enter
        self.addItem(part, title)
        for button in self.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_title(self, part: QWidget, title: str) -> None:
        """The line above a part, e.g. with what is found in it."""
        if self.itemText(self.indexOf(part)) != title:
            self.setItemText(self.indexOf(part), title)

    def title_of(self, part: QWidget) -> str:
        """The line above a part."""
        return self.itemText(self.indexOf(part))

    def bring(self, part: QWidget) -> None:
        """Opens a part; the keyboard stays where it is."""
        self.setCurrentWidget(part)

    def enter(self, part: QWidget) -> None:
        """Opens a part, with the keyboard in it."""
        self.bring(part)
        self._entries[part]()

    def focus_part(self) -> None:
        """The keyboard goes into what is open."""
        part = self.currentWidget()
        if part is not None:
            self._entries[part]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab and Ctrl+Shift+Tab go through the parts."""
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
        if not step or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self.setCurrentIndex((self.currentIndex() + step) % self.count())
        self.focus_part()
