"""What stands where nothing is yet: a sentence on what to do next, and a button for each way, with its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from desktop.text import ui_text as _
from desktop.ui.commands.actions import BY_ID, key_label
from desktop.ui.commands.shortcuts import KEYS
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton

#: the id of an action, or words and what they do
Way = str | tuple[str, Callable[[], object]]
#: the sentence and the ways, as they are now
Told = Callable[[], tuple[str, Sequence[Way]]]
_LINES = int((Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap).value)
#: of a line of text that is read easily, in letters
_WIDEST = 44


def words_of(action: str) -> str:
    """An action with its key: »Neue Sitzung … (Strg+N)«."""
    words, keys = _(BY_ID[action].text), KEYS.of(action)
    return f"{words} ({key_label(keys[0])})" if keys else words


def carry_out(place: QWidget, action: str) -> None:
    """Does what the menu would do; ``place`` is any widget of the window."""
    widget: QWidget | None = place
    while widget is not None and not hasattr(widget, "menus"):
        widget = widget.parentWidget()
    if widget is not None:
        widget.menus.trigger(action)


class WrapButton(PushButton):
    """A button whose words run over as many lines as they need; ``detail`` stands below them in plain type."""

    def __init__(self, text: str, parent: QWidget | None = None, *, detail: str = "") -> None:
        super().__init__(text, parent)
        self.detail = detail
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _fonts(self) -> tuple[tuple[QFont, str], ...]:
        title = QFont(self.font())
        if not self.detail:
            return ((title, self.text()),)
        title.setBold(True)
        return (title, self.text()), (self.font(), self.detail)

    def _margin(self) -> int:
        return self.fontMetrics().height() // 2

    def _heights(self, width: int) -> list[int]:
        room = QRect(0, 0, max(width - 2 * self._margin(), 1), 10_000)
        return [QFontMetrics(font).boundingRect(room, _LINES, text).height() for font, text in self._fonts()]

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines; a layout that centres it asks with all the width there is."""
        return sum(self._heights(min(width, self._wide()))) + 2 * self._margin()

    def _wide(self) -> int:
        words = max(QFontMetrics(font).horizontalAdvance(text) for font, text in self._fonts())
        return min(words, _WIDEST * self.fontMetrics().averageCharWidth()) + 2 * self._margin() + 2

    def sizeHint(self) -> QSize:
        """As wide as the words, but no wider than is read easily."""
        return QSize(self._wide(), self.heightForWidth(self._wide()))

    def minimumSizeHint(self) -> QSize:
        """The longest word stays whole."""
        longest = max(
            QFontMetrics(font).horizontalAdvance(word) for font, text in self._fonts() for word in text.split()
        )
        return QSize(longest + 2 * self._margin() + 2, self.fontMetrics().height() + 2 * self._margin())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button as the style has it, with the words on top."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        heights, margin = self._heights(self.width()), self._margin()
        top = (self.height() - sum(heights)) // 2
        painter.setPen(option.palette.buttonText().color())
        for (font, text), height in zip(self._fonts(), heights, strict=True):
            painter.setFont(font)
            painter.drawText(QRect(margin, top, self.width() - 2 * margin, height), _LINES, text)
            top += height


class Guide(QWidget):
    """The sentence and its buttons, in the middle of the room there is. ``told`` gives both as they are then."""

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self._words: list[str] = []
        self._buttons: list[WrapButton] = []
        self._label = Label("", colour="muted", parent=self)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows = QVBoxLayout(self)
        self._rows.addStretch(1)
        self._rows.addWidget(self._label)
        self._rows.addStretch(1)
        self._say()

    @property
    def text(self) -> str:
        """The sentence."""
        return self._label.text()

    @property
    def buttons(self) -> list[WrapButton]:
        """One for each way."""
        return self._buttons

    def refresh(self) -> None:
        """Says what holds now."""
        self._say()

    def name_keys(self) -> None:
        """The user's keys are others now."""
        self.refresh()

    def _say(self) -> None:
        text, ways = self._told()
        self._label.setText(text)
        words = [text, *(words_of(way) if isinstance(way, str) else way[0] for way in ways)]
        if words == self._words:
            return
        self._words = words
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(word, way) for word, way in zip(words[1:], ways, strict=True)]
        for place, button in enumerate(self._buttons):
            self._rows.insertWidget(2 + place, button, 0, Qt.AlignmentFlag.AlignHCenter)
            button.setAccessibleDescription(text)
            button.show()  # at once, because it may get the keyboard

    def _button(self, words: str, way: Way) -> WrapButton:
        button = WrapButton(words, self)
        button.clicked.connect(lambda: carry_out(self, way) if isinstance(way, str) else way[1]())
        return button


class ViewGuide(Guide):
    """A guide in the middle of a list or table, there as long as that is empty. Buttons go first where it is small."""

    def __init__(self, view: QAbstractItemView, told: Told) -> None:
        super().__init__(told, view.viewport())
        self._view = view
        self._description = view.accessibleDescription()
        view.viewport().installEventFilter(self)
        model = view.model()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self.refresh)
        self.refresh()

    def least_height(self) -> int:
        """How high the list must be for the sentence alone, in pixels; 0 while there is none."""
        if self.isHidden():
            return 0
        edges, frame = self._rows.contentsMargins(), 2 * self._view.frameWidth()
        words = self._label.heightForWidth(self._view.viewport().width() - edges.left() - edges.right())
        return words + edges.top() + edges.bottom() + 2 * self._rows.spacing() + frame

    def refresh(self) -> None:
        """Comes or goes."""
        empty = self._view.model().rowCount() == 0
        if empty:
            self._fit()
        if empty or not self.isHidden():
            self._view.setAccessibleDescription(self.text if empty else self._description)
        self.setVisible(empty)

    def _fit(self) -> None:
        self._say()
        room = self._view.viewport().size()
        self.resize(room)
        for button in self._buttons:
            button.show()
        if self._rows.minimumHeightForWidth(room.width()) > room.height():
            for button in self._buttons:
                button.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """As large as the list."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange) and not self.isHidden():
            self._fit()
        return False
