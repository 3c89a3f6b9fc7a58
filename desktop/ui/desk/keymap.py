"""F1: all keys of the desk over the window, in as many columns as fit. Arrows and pages scroll, other keys close it.

A screen reader hears with them one line after the other, or one menu after the other.
"""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.commands.actions import ACTIONS, Menu, key_label
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.commands.shortcuts import KEYS
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce

_TYPING = (
    ("Return", N_("New entry")),
    ("Shift+Return", N_("Paragraph in the same entry")),
    ("Shift+Return", N_("in the agenda: rename the item")),
    ("Backspace", N_("at the start: join with the entry before")),
    ("Tab", N_("Short form of a person or text block, next hole; again: the first of the list")),
    ("Alt+Return", N_("Fields of the entry: speaker, role, heading …")),
    ("Alt+Up", N_("Move the entry or item up (Alt+↓: down)")),
    ("B", N_("in the attendance column, after ↑ ↓: recused (R: stays in the room or not)")),
    ("+4", N_("on the empty ready line: the same as {vote}")),
    ("+A", N_("on the empty ready line: motion; a list shows the other letters")),
    ("1", N_("right behind the speaker’s name: the first of the verbs (1–9), or the beginning of one and Tab")),
    (":", N_("right behind the speaker’s name: word for word, “Muster: …”")),
    ("Ctrl+Shift+N", N_("in the text: the entry is not public, or is again")),
)
_GRID = (
    ("J, N, E", N_("column Yes, No or Abstentions; in a roll call the vote of the member")),
    ("A", N_("all into this column")),
    ("R", N_("the rest into this column; in a roll call another order")),
    ("Space", N_("the whole faction into this column")),
    ("+, −", N_("one more or fewer takes part")),
    ("P", N_("members by name, or the table again")),
    ("G", N_("secret or open")),
    ("Return", N_("next row; without a digit: done")),
    ("Ctrl+F", N_("in a roll call: find a member")),
)
#: keys that widgets handle themselves: title and pairs of keys and words, as message ids
OF_WIDGETS = ((N_("Typing"), _TYPING), (N_("Vote grid"), _GRID))
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
#: how far each key scrolls, in steps of the bar and in pages of it
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
#: the keyboard is only lent to another window or to a menu
_LENT = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
#: letters of the words beside a key that stand in one line at least
_WORDS = 26
_GAP = 24


class _Group(QWidget):
    """The keys of one menu under its name; the words go on in a second line where there is no room."""

    def __init__(self, title: str, lines: list[tuple[str, str]], key_width: int) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 12)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, key_width)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(title, bold=True), 0, 0, 1, 2)
        self.labels: list[Label] = []
        for row, (keys, words) in enumerate(lines, 1):
            texts = (Label(keys, bold=True, colour="running"), Label(words))
            self.labels.append(texts[1])
            texts[0].setMaximumWidth(key_width)
            for column, text in enumerate(texts):
                text.setWordWrap(True)
                grid.addWidget(text, row, column, Qt.AlignmentFlag.AlignTop)


class KeyMap(QFrame):
    """A page of keys over the whole parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._before: QWidget | None = None
        #: the line that a screen reader said last
        self._line = -1
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Keys"))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = Label(bold=True, scale=1.2)
        self._title.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.addWidget(self._title)
        rows.addWidget(self._area, 1)
        self.name_keys()
        parent.installEventFilter(self)
        self.hide()

    def name_keys(self) -> None:
        """Takes over the keys as they are now."""
        self._title.setText(_k("Keys – ↑ ↓ scroll, any other key closes this page; {command} finds commands by words"))
        self.setAccessibleDescription(self._title.text())
        self._groups = groups()
        #: one for each line, and where the menus begin
        self._spoken = [f"{keys}: {words}" for _title, lines in self._groups for keys, words in lines]
        self._starts = list(accumulate((len(lines) for _title, lines in self._groups[:-1]), initial=0))

    def _fill(self) -> None:
        """As many columns as fit, each about as long as the others."""
        metrics = self.fontMetrics()
        keys = [one for _title, lines in self._groups for keys, _words in lines for one in keys.split(" ")]
        bold = QFont(self.font())
        bold.setBold(True)
        key_width = max(map(QFontMetrics(bold).horizontalAdvance, keys)) + 1
        least = key_width + metrics.averageCharWidth() * _WORDS + _GAP
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setSpacing(_GAP)
        bar = self._area.verticalScrollBar().sizeHint().width()
        parts = [QVBoxLayout() for _n in range(max(1, (self._home.width() - bar - _GAP) // least))]
        for part in parts:
            columns.addLayout(part, 1)
        heights = [0] * len(parts)
        width = (self._home.width() - bar - _GAP) // len(parts) - _GAP
        self._labels: list[Label] = []
        for title, lines in self._groups:
            place = heights.index(min(heights))
            group = _Group(title, lines, key_width)
            self._labels += group.labels
            parts[place].addWidget(group)
            heights[place] += group.heightForWidth(width)
        for part in parts:
            part.addStretch(1)
        self._area.setWidget(inner)

    def open(self, before: QWidget | None) -> None:
        """Shows the page; ``before`` gets the focus back."""
        self._before = before
        self._line = -1
        self.setGeometry(self._home.rect())
        self._fill()
        self.show()
        self.raise_()
        self.setFocus()

    def dismiss(self) -> None:
        """Takes the page away."""
        if self._before is not None:
            self._before.setFocus()
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Every key closes it, shortcuts too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows scroll; any other key but a bare modifier closes."""
        scroll = _SCROLLS.get(Qt.Key(event.key()))
        if scroll is not None and QAccessible.isActive():
            self._read(scroll)
        elif scroll is not None:
            self._area.verticalScrollBar().triggerAction(scroll)
        elif event.key() not in _MODIFIERS:
            self.dismiss()
            if is_text(event) and event.text() != " " and self._before is not None:
                QApplication.sendEvent(self._before, event.clone())  # a sentence that is typed on is whole

    def _read(self, step: QAbstractSlider.SliderAction) -> None:
        """Goes as far in lines and menus as it would scroll, and says the line; the first of a menu with its name."""
        ahead = [start for start in self._starts if start > self._line]
        behind = [start for start in self._starts if start < self._line]
        last = len(self._spoken) - 1
        self._line = {
            QAbstractSlider.SliderAction.SliderSingleStepSub: max(self._line - 1, 0),
            QAbstractSlider.SliderAction.SliderSingleStepAdd: min(self._line + 1, last),
            QAbstractSlider.SliderAction.SliderPageStepSub: behind[-1] if behind else 0,
            QAbstractSlider.SliderAction.SliderPageStepAdd: ahead[0] if ahead else last,
            QAbstractSlider.SliderAction.SliderToMinimum: 0,
            QAbstractSlider.SliderAction.SliderToMaximum: last,
        }[step]
        menu = f"{self._groups[self._starts.index(self._line)][0]}. " if self._line in self._starts else ""
        announce(self, menu + self._spoken[self._line])
        self._area.ensureWidgetVisible(self._labels[self._line])

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab closes it like any other key."""
        self.dismiss()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It stays over nothing that is being worked in."""
        super().focusOutEvent(event)
        if event.reason() not in _LENT:
            self.hide()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click as well."""
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Covers the parent, whatever size it has."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._home.rect())
            self._fill()
        return False


def groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """The keys by menu: title, and pairs of keys and words."""
    found = [
        (_(menu), [(_keys(KEYS.of(one.id)), _(one.text).removesuffix(" …")) for one in ACTIONS if one.place is menu])
        for menu in (Menu.ENTRY, Menu.EDIT, Menu.MEETING, Menu.ITEM, Menu.VIEW, Menu.HELP)
    ]
    for place, (title, pairs) in enumerate(OF_WIDGETS, start=1):
        found.insert(place, (_(title), [(key_label(keys), _k(words)) for keys, words in pairs]))
    return [(title, [line for line in lines if line[0]]) for title, lines in found]


def _keys(keys: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(map(key_label, keys[:2])))
