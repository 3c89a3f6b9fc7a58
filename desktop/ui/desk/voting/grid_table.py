"""The table of the vote grid: painted numbers, a caret, and keys that go to whoever listens."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.commands.keystrokes import COMMANDS
from desktop.ui.desk.voting.grid_models import RollModel
from desktop.ui.desk.voting.grid_state import Key
from desktop.ui.looks.theme import scheme

Index = QModelIndex | QPersistentModelIndex

_KEYS = {
    Qt.Key.Key_Up: Key.UP,
    Qt.Key.Key_Down: Key.DOWN,
    Qt.Key.Key_Left: Key.LEFT,
    Qt.Key.Key_Right: Key.RIGHT,
    Qt.Key.Key_Home: Key.HOME,
    Qt.Key.Key_End: Key.END,
    Qt.Key.Key_Return: Key.ENTER,
    Qt.Key.Key_Enter: Key.ENTER,
    Qt.Key.Key_Escape: Key.ESCAPE,
    Qt.Key.Key_PageUp: Key.PAGE_UP,
    Qt.Key.Key_PageDown: Key.PAGE_DOWN,
    Qt.Key.Key_Backspace: Key.BACKSPACE,
    Qt.Key.Key_Delete: Key.DELETE,
}
#: with more rows than the first a table scrolls; so few remain however small the window
MOST_ROWS = 24
LEAST_ROWS = 5
#: members in one block of a roll call before another one is opened beside it
_TALL = 14
#: characters that remain of the names of the rows where those of the columns need the room
_SHORT_NAME = 7
#: pixels above and below the figures of a row
_AIR = 8


def key_of(event: QKeyEvent) -> str | None:
    """A key press as the state machine knows it; None for shortcuts and keys that are the window's."""
    held = event.modifiers() & COMMANDS
    # AltGr arrives as Ctrl+Alt on Windows; what it types is text.
    alt_gr = held == (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    text = event.text()
    if held and not (alt_gr and text.isprintable() and text):
        return None
    named = _KEYS.get(Qt.Key(event.key()))
    if named is not None:
        return named
    return text if text and text.isprintable() else None


class CaretDelegate(QStyledItemDelegate):
    """Paints a cell; the one with the caret gets a frame, and a line behind the digits while they are typed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell without Qt's selection, which would hide the grey of the rest."""
        table = self.parent()
        assert isinstance(table, KeyTable)
        caret = index == table.currentIndex()
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        if caret and table.entering:
            plain.text += "|"
        table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, table)
        if scheme().strong:  # the lines of Fusion are a shade of the window, black on black
            painter.save()
            painter.setPen(QColor(scheme().colours.line))
            painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            painter.restore()
        if caret:
            painter.save()
            width = max(2, round(option.fontMetrics.height() / 9)) if table.hasFocus() else 1
            painter.setPen(QPen(table.palette().highlight().color(), width))
            painter.drawRect(option.rect.adjusted(width // 2, width // 2, -(width + 1) // 2, -(width + 1) // 2))
            painter.restore()


class KeyTable(QTableView):
    """A table that edits nothing by itself: keys are given out, and its height is that of its rows, up to a bound."""

    #: a key as the state machine knows it: a character, or a Key
    keyed = Signal(object)
    #: the keyboard goes elsewhere in the window
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entering = False
        self._most = MOST_ROWS
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setItemDelegate(CaretDelegate(self))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setWordWrap(False)
        for header in (across, down):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        centred = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        across.setDefaultAlignment(Qt.AlignmentFlag(centred))

    def fit(self) -> None:
        """Takes the height of the rows."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        line = self.fontMetrics().height() + _AIR
        head = self._fit_head()
        across.setFixedHeight(head)
        down.setMinimumSectionSize(line)
        down.setDefaultSectionSize(line)
        rows = self.model().rowCount()
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded if rows > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        self.setFixedHeight(head + line * min(rows, self._most) + 2 * self.frameWidth())

    def _fit_head(self) -> int:
        """How high the names of the columns are in as many lines as they need; those of the rows leave them room."""
        across, down, model = self.horizontalHeader(), self.verticalHeader(), self.model()
        bold = QFont(across.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        names = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]
        widest = max(metrics.horizontalAdvance(word) for name in names for word in name.split()) + _AIR
        least = metrics.averageCharWidth() * _SHORT_NAME
        left = max(self.viewport().width() + down.width() - len(names) * widest, least)
        if left != down.maximumWidth():
            down.setMaximumWidth(left)
            self.updateGeometries()
        heights = []
        for column, name in enumerate(names):
            room = QRect(0, 0, max(across.sectionSize(column) - _AIR, 1), 1)
            heights.append(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, name).height())
        return max(heights) + _AIR

    def spare(self, pixels: int) -> None:
        """Gives up so many pixels of its height, a few rows remain; then it scrolls. 0: as high as it likes."""
        line = self.verticalHeader().defaultSectionSize()
        rows = min(self.model().rowCount(), MOST_ROWS)
        self._most = max(LEAST_ROWS, rows - -(-max(0, pixels) // line)) if pixels > 0 else MOST_ROWS
        self.fit()

    def show_caret(self, index: QModelIndex, *, entering: bool) -> None:
        """Moves the caret and fits the height; ``entering``: digits are being typed there."""
        self.entering = entering
        self.setCurrentIndex(index)
        self.fit()
        self._show_index()

    def event(self, event: QEvent) -> bool:
        """Keeps Esc and plain characters from the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and key_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Gives out the keys that are the grid's; Tab, F-keys and shortcuts are left to Qt and the window."""
        key = key_of(event)
        if key is not None:
            self.keyed.emit(key)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Accented letters come composed; they are no keys of the grid, but they are text."""
        for char in event.commitString():
            self.keyed.emit(char)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A menu or another window only borrows the keyboard."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The caret stays in view, however few rows are left."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()  # the names of the columns may need another number of lines
        self._show_index()

    def _show_index(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self.model().rowCount() > self._most:
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self.fit()


class RollTable(KeyTable):
    """The members of a roll call in blocks beside each other: all of a large council in one view, if there is room."""

    def __init__(self, name: str, members: RollModel, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._members = members
        self.setModel(members)
        self.verticalHeader().hide()

    def lay_out(self, width: int) -> None:
        """As many blocks as fit into a width and make the table shorter."""
        metrics = self.fontMetrics()
        vote = metrics.horizontalAdvance(str(self._members.headerData(1, Qt.Orientation.Horizontal))) + 2 * _AIR
        block = metrics.horizontalAdvance(self._members.longest()) + 2 * _AIR + vote
        wanted = -(-len(self._members.sheet.members) // _TALL)
        self._members.set_blocks(max(1, min(wanted, width // block)))
        across = self.horizontalHeader()
        for column in range(self._members.columnCount()):
            mode = QHeaderView.ResizeMode.Fixed if column % 2 else QHeaderView.ResizeMode.Stretch
            across.setSectionResizeMode(column, mode)
            if column % 2:
                across.resizeSection(column, vote)
        self.setCurrentIndex(self._members.caret())
