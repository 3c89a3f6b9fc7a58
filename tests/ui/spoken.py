"""What a screen reader could not say: controls without a name, a role or a value. The tour asks it at every stop."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QTabBar,
    QWidget,
)

_Text, _Role = QAccessible.Text, QAccessible.Role
#: roles that tell nobody what a thing is for
_MUTE = {_Role.NoRole, _Role.Client, _Role.Pane, _Role.Window, _Role.Whitespace}
#: what is looked at and scrolled; its name says which page it is, its description reads it out
_SHEETS = ("Paper",)


def controls(window: QWidget) -> Iterator[QWidget]:
    """What the keyboard can come to and is seen; parts of a control belong to it."""
    for widget in window.findChildren(QWidget):
        inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        reached = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if reached and widget.isEnabled() and widget.isVisibleTo(window) and not inner:
            yield widget


def is_said(words: str) -> bool:
    """Whether there is more than signs."""
    return any(char.isalnum() for char in words)


def mute(widget: QWidget) -> Iterator[str]:
    """What a screen reader could not say of a control."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    name = widget.accessibleName() if isinstance(widget, QComboBox) else found.text(_Text.Name)
    if not is_said(name) and not isinstance(widget, QTabBar):
        yield f"name {name!r}"
    if isinstance(widget, QComboBox):
        yield from _mute_choice(widget, found)
    if found.role() in _MUTE and type(widget).__name__ not in _SHEETS:
        yield f"role {found.role().name}"
    if isinstance(widget, QAbstractSpinBox) and not found.text(_Text.Value):
        yield "value"
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and not found.state().checkable:
        yield "state"
    if isinstance(widget, QAbstractItemView):
        yield from _mute_cell(widget)


def _mute_choice(box: QComboBox, found: QAccessibleInterface) -> Iterator[str]:
    """On Linux Qt gives out what is chosen as the name of a list, and its label as what it is labelled by."""
    labelled = any(kind & QAccessible.RelationFlag.Label for _label, kind in found.relations())
    if not labelled and not is_said(found.text(_Text.Description)):
        yield f"label {box.accessibleName()!r}"
    if box.currentText() and found.text(_Text.Value) != box.currentText():
        yield f"value {found.text(_Text.Value)!r}"


def _mute_cell(view: QAbstractItemView) -> Iterator[str]:
    """Where the keyboard is in a list, by its model: Qt keeps old cells until a screen reader listens."""
    index = view.currentIndex()
    if index.isValid():
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole) or ""
        if not is_said(words):
            yield f"cell {words!r}"


def mute_controls(window: QWidget) -> Iterator[str]:
    """All that a screen reader could not say of a window."""
    for widget in controls(window):
        for what in mute(widget):
            yield f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}: {what}"
