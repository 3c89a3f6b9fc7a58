"""A field of the election's form: whom the lot has named."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.commands.keystrokes import is_text
from desktop.ui.desk.keyfields import KeyChoice


class LotChoice(KeyChoice):
    """Whom the lot has named: a digit draws at once; letters and arrows look for a name, which Enter draws."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__([(None, "–")], {}, parent)
        self._sought = ""
        self._looking = False
        self._stands: str | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go on looking for a name, Backspace takes one back."""
        letter = event.text().casefold()
        if event.key() == Qt.Key.Key_Backspace:
            self._seek(self._sought[:-1])
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif not is_text(event) or letter.isdigit() or (letter == " " and not self._sought):
            super().keyPressEvent(event)
        else:
            self._seek(self._sought + letter)

    def _look(self) -> None:
        if not self._looking:
            self._looking, self._stands = True, self.value()

    def _step(self, by: int) -> None:
        self._look()
        self.setCurrentIndex(min(max(self.currentIndex() + by, 0), self.count() - 1))

    def _seek(self, typed: str) -> None:
        self._look()
        self._sought = typed
        found = [name for name in self._keys.values() if f" {typed}" in f" {name.casefold()}"] if typed else []
        self.set_value(found[0] if len(found) == 1 else None if typed else self._stands)

    def take(self) -> bool:
        """Draws the name that was looked for; whether there is one."""
        name = self.value() if self._looking else None
        self._sought, self._looking = "", False
        if name is not None:
            self.chosen.emit(name)
        return name is not None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was looked for and not drawn goes."""
        if self._looking:
            self._sought, self._looking = "", False
            self.set_value(self._stands)
        super().focusOutEvent(event)
