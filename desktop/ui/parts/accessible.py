"""What a screen reader is told beyond names and values: words in passing, and where the keyboard has come to.

Nothing of this costs anything while no screen reader listens.
"""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive
#: a focus change cuts off what is being spoken; by then the keyboard has come to where the same key leads it
_AFTER_MS = 30


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Has a text spoken that nobody has gone to, behind the focus. ``assertive``: over what is being spoken."""
    if text and QAccessible.isActive():
        QTimer.singleShot(_AFTER_MS, widget, lambda: _speak(widget, text, assertive))


def _speak(widget: QWidget, text: str, assertive: bool) -> None:
    event = QAccessibleAnnouncementEvent(widget, text)
    if assertive:
        event.setPoliteness(_ASSERTIVE)
    QAccessible.updateAccessibility(event)


def arrived(widget: QWidget) -> None:
    """The keyboard is still in the widget, but that now stands for something else, e.g. for another entry."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))


def follow(app: QApplication) -> None:
    """From now on the row or cell is told that the keyboard comes to with a list or a table; Qt tells the list only."""
    app.focusChanged.connect(_focus_changed)


def _focus_changed(_before: QWidget | None, widget: QWidget | None) -> None:
    if isinstance(widget, QAbstractItemView) and QAccessible.isActive():
        QTimer.singleShot(0, widget, lambda: _tell_current(widget))  # after Qt has told of the list


def _tell_current(view: QAbstractItemView) -> None:
    if not view.hasFocus():
        return
    found = QAccessible.queryAccessibleInterface(view)
    current = found.focusChild() if found is not None and view.currentIndex().isValid() else None
    if found is not None and current is not None and current.isValid():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(found.indexOfChild(current))
        QAccessible.updateAccessibility(event)
