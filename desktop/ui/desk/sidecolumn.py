"""The right column of the desk: its parts one above the other, one of them open. Each title line says what counts."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.text import ui_text as _

#: with fewer lines only the title of the open part is shown
_LOW = 24
_OPEN, _SHUT = "▾", "▸"


class _Title(QPushButton):
    """The line above a part. It is no stop of the keyboard: keys open parts themselves."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text_of_part, self.spoken = text, ""
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dress()

    def dress(self) -> None:
        """Takes over the colour of text: a sheet of styles keeps the one it began with."""
        ink = QGuiApplication.palette().windowText().color().name()
        self.setStyleSheet(f"QPushButton {{ text-align: left; padding: 3px 6px; border: none; color: {ink}; }}")

    def show_open(self, *, open_: bool) -> None:
        """A sign before the words, bold where the part is open."""
        self.setText(f"{_OPEN if open_ else _SHUT} {self.text_of_part}".replace("&", "&&"))
        self.setAccessibleName(self.spoken or self.text_of_part)
        font = self.font()
        font.setBold(open_)
        self.setFont(font)


class SideColumn(QWidget):
    """Shows one of its parts at a time. Ctrl+Tab goes on to the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: dict[QWidget, _Title] = {}
        self._entries: dict[QWidget, Callable[[], None]] = {}
        self._current: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.setAccessibleName(_("Attendance, speakers, paper, checklist"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add_part(self, part: QWidget, title: str, enter: Callable[[], None]) -> None:
        """Puts a part below the others; ``enter`` gives it the keyboard. The first one is open."""
        line = self._titles[part] = _Title(title, self)
        self._entries[part] = enter
        line.clicked.connect(lambda: self.enter(part))
        self._rows.addWidget(line)
        self._rows.addWidget(part, 1)
        self.bring(self._current or part)

    def set_title(self, part: QWidget, title: str, spoken: str = "") -> None:
        """The line above a part, e.g. with what is found in it; ``spoken`` where a screen reader is to say it else."""
        line = self._titles[part]
        if (title, spoken) != (line.text_of_part, line.spoken):
            line.text_of_part, line.spoken = title, spoken
            line.show_open(open_=part is self._current)

    def title_of(self, part: QWidget) -> str:
        """The line above a part."""
        return self._titles[part].text_of_part

    def current_part(self) -> QWidget | None:
        """The part that is open."""
        return self._current

    def name_of_open(self) -> str:
        """The kind of the open part, by which it is found again."""
        return type(self._current).__name__

    def bring_named(self, name: str) -> None:
        """Opens the part of this kind, else the first one."""
        self.bring(next((part for part in self._titles if type(part).__name__ == name), next(iter(self._titles))))

    def bring(self, part: QWidget) -> None:
        """Opens a part; the keyboard stays where it is."""
        self._current = part
        for one, line in self._titles.items():
            line.show_open(open_=one is part)
            one.setVisible(one is part)
        self._share_room()

    def enter(self, part: QWidget) -> None:
        """Opens a part, with the keyboard in it."""
        self.bring(part)
        self._entries[part]()

    def focus_part(self) -> None:
        """The keyboard goes into what is open."""
        if self._current is not None:
            self._entries[self._current]()

    def minimumSizeHint(self) -> QSize:
        """No part makes the window higher than the screen: each shows less where there is little room."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low column the open part needs the room; keys and Ctrl+Tab open the others."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        low = self.height() < _LOW * self.fontMetrics().lineSpacing()
        for part, line in self._titles.items():
            line.setVisible(part is self._current or not low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab and Ctrl+Shift+Tab go through the parts."""
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
        if not step or self._current is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        parts = list(self._titles)
        self.enter(parts[(parts.index(self._current) + step) % len(parts)])
