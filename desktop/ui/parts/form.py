"""Forms: one line per field gives label, buddy and accessible name; one line binds a field to a row of the book."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Label
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit

TextField = PlainLine | PlainTextEdit
#: of the words of a list that is chosen from as many are seen at least
_FEW_LETTERS = 20


class Form(QWidget):
    """A column of labelled fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def row(self, label: str, field: QWidget, help_text: str = "") -> QWidget:
        """Adds a field under a label (already translated); returns the field. ``help_text`` is read out with it."""
        title = Label(label, parent=self)
        title.setBuddy(field)
        field.setAccessibleName(label)
        for inner in field.findChildren(QLineEdit):  # of a list or a date: it is the one that has the keyboard
            inner.setAccessibleName(inner.accessibleName() or label)
        field.setAccessibleDescription(help_text)
        if help_text:
            field.setToolTip(help_text)
        self._rows.addRow(title, field)
        return field

    @staticmethod
    def fault(field: QWidget, words: str, help_text: str = "") -> None:
        """What is wrong with a field is read out with it, before its ``help_text``; empty words for nothing."""
        for one in (field, *field.findChildren(QLineEdit)):
            one.setAccessibleDescription(" ".join(filter(None, (words, help_text))))

    def wide(self, widget: QWidget) -> QWidget:
        """Adds something over the whole width; returns it."""
        self._rows.addRow(widget)
        return widget

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Shows or hides a field with its label."""
        self._rows.setRowVisible(field, shown)


class Binding(QObject):
    """Ties a field to one field of one row, both ways; it lives as long as the widget.

    Own key presses are not read back, so that the caret stays where it is; anything else that changes the row (undo,
    another page) is shown.
    """

    def __init__(
        self, widget: QWidget, book: Book, bus: Bus, key: str, field: str, show: Callable[[Any], None]
    ) -> None:
        super().__init__(widget)
        self._book, self._key, self._field, self._show = book, key, field, show
        self._writing = False
        self.refresh()
        bus.changed.connect(self._changed)

    def refresh(self) -> None:
        """Shows what the row says."""
        if self._key in self._book.shelf:
            self._writing = True
            self._show(self._book.shelf.records[self._key].data[self._field])
            self._writing = False

    def write(self, value: Any, *, typing: bool = False) -> None:
        """Takes over what the user entered."""
        if self._writing or self._key not in self._book.shelf:
            return
        self._writing = True
        self._book.change(self._key, typing=typing, **{self._field: value})
        self._writing = False

    def _changed(self, changed: Changed) -> None:
        if not self._writing and (self._field in changed.fields.get(self._key, ()) or self._key in changed.came):
            self.refresh()


def bind_text(
    widget: TextField,
    book: Book,
    bus: Bus,
    key: str,
    field: str,
    *,
    optional: bool = True,
    fits: Callable[[str], bool] = lambda text: True,
) -> Binding:
    """Every key press goes into the book. An emptied field becomes absent where it is ``optional``, else empty.

    Text that does not fit (a half-typed colour) stays in the field and is not taken over yet.
    """

    def typed() -> None:
        text = widget.typed() if isinstance(widget, PlainLine) else widget.text()
        if not text or fits(text):
            binding.write(text or None if optional else text, typing=True)

    binding = Binding(widget, book, bus, key, field, lambda value: widget.set_text(value or ""))
    if isinstance(widget, PlainLine):
        widget.textEdited.connect(typed)
        widget.editingFinished.connect(book.end_typing)
    else:
        widget.textChanged.connect(typed)
    return binding


def bind_check(widget: QCheckBox, book: Book, bus: Bus, key: str, field: str) -> Binding:
    """A tick is True, none is False; absent shows as none."""
    binding = Binding(widget, book, bus, key, field, lambda value: widget.setChecked(bool(value)))
    widget.toggled.connect(lambda on: binding.write(on))
    return binding


def bind_number(widget: QSpinBox, book: Book, bus: Bus, key: str, field: str) -> Binding:
    """A whole number; the smallest value of the field stands for absent."""
    lowest = widget.minimum()
    binding = Binding(
        widget, book, bus, key, field, lambda value: widget.setValue(lowest if value is None else int(value))
    )
    widget.valueChanged.connect(lambda number: binding.write(None if number == lowest else number))
    return binding


class Choice(QComboBox):
    """A list to choose one value from. ``None`` may be one of the values."""

    #: the user chose another value
    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.set_options(options)
        self.activated.connect(lambda place: self.chosen.emit(self._values[place]))

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offers other values with their words; the value chosen stays where it is among them."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([text for _, text in options])
        self.blockSignals(False)
        self.set_value(before)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; passing over a list changes no data."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest words where there is room for them; it can do with a few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * _FEW_LETTERS), hint.height())

    def showPopup(self) -> None:
        """The open list shows all words, however narrow the field is."""
        width = self.view().sizeHintForColumn(0) + self.view().verticalScrollBar().sizeHint().width()
        self.view().setMinimumWidth(min(width, self.screen().availableSize().width() // 2))
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """What is cut is told whole, before what the field is for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.is_cut():
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, (self.currentText(), self.toolTip()))), self)
            return True
        return super().event(event)

    def is_cut(self) -> bool:
        """Whether the chosen words are wider than the field."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        return self.fontMetrics().horizontalAdvance(self.currentText()) > room.width()

    def value(self) -> Any:
        """What is chosen; None where nothing is."""
        return self._values[self.currentIndex()] if 0 <= self.currentIndex() < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Chooses a value without telling anybody; nothing where it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)


def bind_choice(widget: Choice, book: Book, bus: Bus, key: str, field: str) -> Binding:
    """The chosen value, None for absent."""
    binding = Binding(widget, book, bus, key, field, widget.set_value)
    widget.chosen.connect(lambda value: binding.write(value))
    return binding
