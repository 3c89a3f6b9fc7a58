"""Fields for the values of a house profile. Each shows a value and tells when the user enters another one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.desk.keyfields import Run
from desktop.ui.houses.catalog import Setting
from desktop.ui.looks.theme import Label
from desktop.ui.parts.form import Choice
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from desktop.ui.parts.ticks import Tick

LINES = 6
_DATA = Qt.ItemDataRole.UserRole


def shrink(choice: Choice) -> None:
    """A list that takes the room there is, instead of as much as its longest words."""
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(8)


class Blind(QObject):
    """Keeps text away from what the space bar or letters would change: it was typed without looking."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._run = Run(widget)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Letters are nothing; a space right after letters is one between words."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not is_text(event):
            return False
        if event.text() == " " and not self._run.is_open:
            return False
        self._run.add(event.text(), None)
        return True


class Field(QWidget):
    """What all fields have in common; ``entry`` has the keyboard. Typed values wait for a pause, others do not."""

    #: the value, and whether it holds at once
    entered = Signal(object, bool)

    def __init__(self, entry: QWidget, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setFocusProxy(entry)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(entry)

    def show_value(self, value: Any) -> None:
        """Shows a value from elsewhere; tells nobody."""
        raise NotImplementedError


class TextField(Field):
    """One line. ``hint`` stands in it while it is empty."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        self._line = PlainLine()
        super().__init__(self._line, parent)
        self._line.setPlaceholderText(hint)
        self._line.textEdited.connect(lambda: self.entered.emit(self._line.typed(), False))

    def show_value(self, value: Any) -> None:
        """As it is printed."""
        self._line.set_text(value or "")


class NumberField(Field):
    """A whole number."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        self._number = _Number()
        super().__init__(self._number, parent)
        self._lowest = setting.least - bool(setting.zero)
        self._zero = bool(setting.zero)
        self._number.setRange(self._lowest, setting.most)
        self._number.setSpecialValueText(setting.zero)
        width = max(self._number.fontMetrics().horizontalAdvance(words) for words in ("0" * 8, setting.zero))
        self._number.setMaximumWidth(width + self._number.fontMetrics().horizontalAdvance("0") * 6)
        self._number.valueChanged.connect(self._typed)

    def _typed(self, number: int) -> None:
        self.entered.emit(0 if self._zero and number == self._lowest else number, False)

    def show_value(self, value: Any) -> None:
        """A number by hand may be out of range; it is shown as the nearest."""
        self._number.blockSignals(True)
        self._number.setValue(int(value) or (self._lowest if self._zero else 0))
        self._number.blockSignals(False)


class _Number(QSpinBox):
    """The wheel scrolls the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.PlusMinus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Passing over a number changes nothing."""
        event.ignore()


class FlagField(Field):
    """Yes or no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._tick = Tick(_("Yes"))
        super().__init__(self._tick, parent)
        Blind(self._tick)
        self._tick.clicked.connect(lambda on: self.entered.emit(on, True))

    def show_value(self, value: Any) -> None:
        """Ticked or not."""
        self._tick.setChecked(bool(value))


class ChoiceField(Field):
    """One of a closed set."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        self._choice = Choice(choices)
        super().__init__(self._choice, parent)
        shrink(self._choice)
        Blind(self._choice)
        self._choice.chosen.connect(lambda value: self.entered.emit(value, True))

    def show_value(self, value: Any) -> None:
        """By its words."""
        self._choice.set_value(value)


class LinesField(Field):
    """A list of texts, one in each line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._text = PlainTextEdit()
        super().__init__(self._text, parent)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * LINES)
        self._shown: list[str] = []
        self._text.textChanged.connect(self._typed)

    def _typed(self) -> None:
        found = [line.strip() for line in self._text.text().splitlines() if line.strip()]
        if found != self._shown:
            self._shown = found
            self.entered.emit(found, False)

    def show_value(self, value: Any) -> None:
        """What is just being typed stays as it stands."""
        if list(value) != self._shown:
            self._shown = list(value)
            self._text.set_text("\n".join(value))


class TicksField(Field):
    """An ordered part of a closed set: the space bar takes one in or out, Alt+↑ and Alt+↓ move it."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        self._list = _Ordered()
        super().__init__(self._list, parent)
        Blind(self._list)
        self._choices = tuple(choices)
        self._list.setSizeAdjustPolicy(_Ordered.SizeAdjustPolicy.AdjustToContents)
        self._list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._list.itemChanged.connect(lambda _item: self.entered.emit(self._ticked(), True))
        self._list.moved.connect(lambda: self.entered.emit(self._ticked(), True))
        self._rows.addWidget(hint(_("Space ticks · Alt+↑ Alt+↓ move")))

    def _ticked(self) -> list[str]:
        items = (self._list.item(place) for place in range(self._list.count()))
        return [item.data(_DATA) for item in items if item.checkState() == Qt.CheckState.Checked]

    def show_value(self, value: Any) -> None:
        """The chosen ones first, in their order; nothing moves while what is shown says the same."""
        if self._list.count() and self._ticked() == list(value):
            return
        words, row = dict(self._choices), self._list.currentRow()
        self._list.blockSignals(True)
        self._list.clear()
        for one in (*value, *(name for name, _words in self._choices if name not in value)):
            item = QListWidgetItem(words.get(one, one), self._list)
            item.setData(_DATA, one)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one in value else Qt.CheckState.Unchecked)
        self._list.setCurrentRow(max(row, 0))
        self._list.blockSignals(False)


class _Ordered(QListWidget):
    """Moves the chosen line."""

    moved = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not by or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        row = self.currentRow()
        if 0 <= row + by < self.count():
            self.blockSignals(True)
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.blockSignals(False)
            self.setCurrentRow(row + by)
            self.moved.emit()


def hint(words: str) -> Label:
    """What the keys do, below a field."""
    made = Label(words, colour="muted")
    made.setWordWrap(True)
    return made
