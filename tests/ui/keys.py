"""Keys and patience for tests of the window. QTest.keyClicks aborts on ö, so key events are made here."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

_KEYS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace, " ": Qt.Key.Key_Space}


def _send(widget: QWidget, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def _focused(widget: QWidget | None) -> QWidget:
    target = widget or QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, "no widget has the focus"
    return target


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Types characters, each into what has the focus at that moment; \\t, \\n and \\b are their keys."""
    for char in text:
        key = _KEYS.get(char)
        if key is None:
            key = Qt.Key(ord(char.upper())) if " " < char < "\x7f" else Qt.Key.Key_unknown
        modifiers = SHIFT if char.isupper() else NONE
        _send(_focused(widget), key, modifiers, {"\n": "\r", "\b": ""}.get(char, char))


def press(keys: str, widget: QWidget | None = None) -> None:
    """Presses one key by its name, ``Ctrl+Return``, ``Shift+F4``, ``Esc``; shortcuts of the window see it first."""
    combination: QKeyCombination = QKeySequence(keys)[0]
    QTest.keyClick(_focused(widget), combination.key(), combination.keyboardModifiers())


def show(window: QWidget) -> None:
    """Shows a window and waits until it has the keyboard."""
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow, "the window becomes active")


def wait_until(condition: Callable[[], bool], what: str = "", seconds: float = 5.0) -> None:
    """Lets events pass until something is so; fails after a bound. No test sleeps."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"never came: {what or condition}"
        QApplication.processEvents()
