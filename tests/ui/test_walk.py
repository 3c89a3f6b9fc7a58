"""The keyboard alone: at every stop of the tour Tab, F6 and the arrows of groups reach every control; Esc leads out.

What takes the focus by Tab is reached by Tab or F6; nothing catches the keyboard; a dialog gives it back.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from desktop.models.book import Book
from desktop.ui.looks.theme import Theme
from tests.ui.focus import shows_focus
from tests.ui.keys import press, show
from tests.ui.tour import STOPS, Tour, make_demo

#: no stop has more controls
_MANY = 120
#: the stops that are walked with every change; all of them by ``make proof``
FEW = ("vote by faction", "people", "new meeting", "empty book")


@pytest.fixture
def tour(app: QApplication, book: Book) -> Iterator[Tour]:
    """A window on the demo."""
    make_demo(book)
    made = Tour(book, Theme(app))
    yield made
    made.close()


def _name(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} »{words}«"


def _wanted(part: QWidget) -> set[QWidget]:
    """What the keyboard is to reach: every control in sight that takes the focus by Tab."""
    return {
        one
        for one in part.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and one.isEnabled()
        and one.focusProxy() is None
        and not one.visibleRegion().isEmpty()
        and one.window() is part.window()
    }


def _group(button: QWidget) -> set[QWidget]:
    """The buttons that arrows reach from one: those of an exclusive group."""
    group = button.group() if isinstance(button, QAbstractButton) else None
    return set(group.buttons()) if group is not None and group.exclusive() else set()


def _reached(part: QWidget) -> list[QWidget]:
    """What has the focus one after the other, by F6 and from each area by Tab and Shift+Tab."""
    seen: list[QWidget] = []

    def look() -> bool:
        focused = QApplication.focusWidget()
        new = focused is not None and focused not in seen
        if focused is not None and new:
            seen.append(focused)
        return new

    look()
    starts = 0
    while starts < _MANY:
        starts += 1
        for key in ("Tab", "Shift+Tab"):
            before = QApplication.focusWidget()
            for _step in range(_MANY):
                press(key)
                if not look():
                    break
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        if part.window().isModal():
            break
        press("F6")
        if not look() and starts > len(seen):
            break
    return seen


#: where a name that is typed waits for Tab, and Esc or F6 leads out; a list without rows that has a guide instead
_WAITING = ("speakers, name", "empty meeting")


def _missed(tour: Tour, name: str) -> list[str]:
    """What the keyboard does not reach at a stop, or reaches without showing it."""
    part = tour.go(name)
    wanted = _wanted(part)
    reached = _reached(part)
    found = set(reached)
    for one in reached:
        found |= _group(one)
    missed = [f"{name}: {_name(one)} is not reached" for one in wanted - found if one.isVisible() and one.isEnabled()]
    tour.go(name)
    focused = QApplication.focusWidget()
    if focused is None:
        missed.append(f"{name}: nothing has the focus")
    elif not shows_focus(focused):
        missed.append(f"{name}: {_name(focused)} does not show the focus")
    return missed


def test_every_control_is_reached(tour: Tour) -> None:
    assert [said for name in FEW for said in _missed(tour, name)] == []


@pytest.mark.proof
def test_every_control_of_every_stop_is_reached(tour: Tour) -> None:
    assert [said for name in STOPS if name not in _WAITING for said in _missed(tour, name)] == []


def test_escape_closes_every_dialog_and_gives_the_focus_back(tour: Tour) -> None:
    for name in ("new meeting", "item form", "law", "export", "given out", "command", "about"):
        tour.home()
        before = QApplication.focusWidget()
        part = STOPS[name].go(tour.window)
        assert isinstance(part, QDialog), name
        press("Esc")
        assert not part.isVisible(), name
        show(tour.window)  # without a window manager nobody else does
        assert QApplication.focusWidget() is before, name
