"""Fields of the election's form: how a label stands before one, and whom the lot has named."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.desk.keyfields import KeyChoice, is_text
from desktop.ui.theme import Label


class Labelled(QWidget):
    """A field with its label before it."""

    def __init__(self, words: str, field: QWidget, spoken: str = "", *, wide: bool = False) -> None:
        """``spoken`` is what a screen reader says, where the label alone would not do."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        label = Label(words, colour="muted")
        label.setBuddy(field)
        field.setAccessibleName(spoken or words)
        line.addWidget(label)
        line.addWidget(field, 1 if wide else 0)


class LotChoice(KeyChoice):
    """Whom the lot has named: a digit draws at once, letters look for a name, which Enter draws. No key is text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__([(None, "–")], {}, parent)
        self._sought = ""
        self._stands: str | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go on looking for a name, Backspace takes one back."""
        letter = event.text().casefold()
        if event.key() == Qt.Key.Key_Backspace:
            self._seek(self._sought[:-1])
        elif not is_text(event) or letter.isdigit() or (letter == " " and not self._sought):
            super().keyPressEvent(event)
        else:
            self._seek(self._sought + letter)

    def _seek(self, typed: str) -> None:
        if not self._sought:
            self._stands = self.value()
        self._sought = typed
        found = [name for name in self._keys.values() if f" {typed}" in f" {name.casefold()}"] if typed else []
        self.set_value(found[0] if len(found) == 1 else None if typed else self._stands)

    def take(self) -> bool:
        """Draws the name that was looked for; whether there is one."""
        name = self.value() if self._sought else None
        self._sought = ""
        if name is not None:
            self.chosen.emit(name)
        return name is not None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was looked for and not drawn goes."""
        if self._sought:
            self._sought = ""
            self.set_value(self._stands)
        super().focusOutEvent(event)
