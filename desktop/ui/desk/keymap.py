"""F1: all keys of the desk over the window; any key closes it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.actions import ACTIONS, Menu, key_label
from desktop.ui.desk.words import key_words
from desktop.ui.theme import Label

#: keys that widgets handle themselves
_TYPING = (
    ("Return", N_("New entry")),
    ("Shift+Return", N_("Paragraph in the same entry")),
    ("Backspace", N_("at the start: join with the entry before")),
    ("Tab", N_("Expand the short form; again: the first of the list")),
    ("Alt+Return", N_("Fields of the entry: speaker, role, heading …")),
    ("Alt+Up", N_("Move the entry or item up (Alt+↓: down)")),
    ("B", N_("in the attendance column, after ↑ ↓: recused (R: stays in the room or not)")),
    ("+4", N_("on the empty ready line: the same as F4")),
)
_COLUMNS = 3


class KeyMap(QFrame):
    """A page of keys over the whole parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._before: QWidget | None = None
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Keys"))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(area)
        self._grid = QGridLayout(inner)
        self._grid.setHorizontalSpacing(24)
        self._fill()
        area.setWidget(inner)
        rows = QVBoxLayout(self)
        rows.addWidget(Label(_("Keys – any key closes this page"), bold=True, scale=1.2))
        rows.addWidget(area, 1)
        parent.installEventFilter(self)
        self.hide()

    def _fill(self) -> None:
        groups: list[tuple[str, Iterable[tuple[str, str]]]] = [
            (
                _(menu),
                [
                    (", ".join(dict.fromkeys(map(key_label, one.keys[:2]))), _(one.text))
                    for one in ACTIONS
                    if one.place is menu
                ],
            )
            for menu in (Menu.ENTRY, Menu.ITEM, Menu.MEETING, Menu.EDIT, Menu.VIEW, Menu.HELP)
        ]
        groups.insert(1, (_("Typing"), [(key_words(keys), _(words)) for keys, words in _TYPING]))
        spoken = []
        heights = [0] * _COLUMNS
        for title, lines in groups:
            column = heights.index(min(heights))
            self._grid.addWidget(Label(title, bold=True), heights[column], 2 * column, 1, 2)
            heights[column] += 1
            for keys, words in lines:
                if keys:
                    self._grid.addWidget(Label(keys, bold=True, colour="running"), heights[column], 2 * column)
                    self._grid.addWidget(Label(words.removesuffix(" …")), heights[column], 2 * column + 1)
                    spoken.append(f"{keys}: {words}")
                    heights[column] += 1
        self._grid.setRowStretch(max(heights), 1)
        self.setAccessibleDescription("; ".join(spoken))

    def open(self, before: QWidget | None) -> None:
        """Shows the page; ``before`` gets the focus back."""
        self._before = before
        self.setGeometry(self._home.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def dismiss(self) -> None:
        """Takes the page away."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def event(self, event: QEvent) -> bool:
        """Every key closes it, shortcuts too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key but a bare modifier."""
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta):
            self.dismiss()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click as well."""
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Covers the parent, whatever size it has."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._home.rect())
        return False
