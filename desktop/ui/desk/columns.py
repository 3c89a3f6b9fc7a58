"""How the parts of the desk share the window: where there is little room, a part is there while it is used."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

#: with fewer characters across, the right column comes only when it is used
_WIDE = 150
#: the same while something stands beside the text
_WIDE_SHARED = 250
#: with fewer, the agenda comes only when it is used while something stands at the right of the text
_SHARED = 130
#: with fewer lines, the foot of the item comes only when it is used
_HIGH = 38
#: width of the side columns in characters
_LEFT, _RIGHT = 54, 38
#: no side column is wider than this share of the window …
_SHARE = 0.27
#: … but the agenda of a window with nothing at the right of the text, which keeps so many characters
_SHARE_ALONE = 0.36
_TEXT = 56


class Columns(QObject):
    """Watches size, type and focus of a page, and hides its parts where they would be in the way."""

    #: the user moved a handle: the widths of left and right, in thousandths of the page
    moved = Signal(list)

    def __init__(self, page: QWidget, columns: QSplitter, left: QWidget, foot: QWidget, right: QWidget) -> None:
        super().__init__(page)
        self._page, self._columns, self._foot, self._right = page, columns, foot, right
        self._left = left
        self._beside: QWidget | None = None
        self._fitted = (0, 0)
        #: where the user moved the handles, else empty
        self.shares: list[int] = []
        columns.splitterMoved.connect(self._moved)
        for part in (foot, right):  # until the page has a size: they would make the window wider than the screen
            part.hide()
        page.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def use(self, part: QWidget) -> None:
        """Shows a part that is to have the keyboard."""
        part.show()

    def share_with(self, part: QWidget) -> None:
        """Something else may stand beside the text; then the right column needs a wider window."""
        self._beside = part
        part.installEventFilter(self)

    def _unit(self) -> int:
        return max(self._page.fontMetrics().averageCharWidth(), 1)

    def fit(self) -> None:
        """Takes over size and type."""
        unit = self._unit()
        if self._fitted != (self._page.width(), unit):
            self._fitted = (self._page.width(), unit)
            width = self._page.width()
            most = int(width * _SHARE)
            alone = min(int(width * _SHARE_ALONE), width - _TEXT * unit) if width < _WIDE * unit else 0
            left, right = min(_LEFT * unit, max(most, alone)), min(_RIGHT * unit, most)
            if len(self.shares) == 2:
                left, right = (self._page.width() * share // 1000 for share in self.shares)
            self._columns.setSizes([left, self._page.width() - left - right, right])
        self._show(QApplication.focusWidget())

    def _moved(self) -> None:
        left, _middle, right = (1000 * width // max(self._page.width(), 1) for width in self._columns.sizes())
        before = self.shares[1:] or [1000 * _RIGHT * self._unit() // max(self._page.width(), 1)]
        self.shares = [left, right or before[0]]  # a column that is not there now comes back as it was
        self.moved.emit(self.shares)

    def reset(self) -> None:
        """The columns as wide as at first."""
        self.shares, self._fitted = [], (0, 0)
        self.fit()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._page.isAncestorOf(new):
            self._show(new)

    def _show(self, focus: QWidget | None) -> None:
        high = self._page.height() >= _HIGH * self._page.fontMetrics().lineSpacing()
        shared = self._beside is not None and not self._beside.isHidden()
        wide = self._page.width() >= (_WIDE_SHARED if shared else _WIDE) * self._unit()
        for part, room in ((self._foot, high), (self._right, wide)):
            part.setVisible(room or _has(part, focus))
        beside = shared or not self._right.isHidden()
        roomy = not beside or self._page.width() >= _SHARED * self._unit()
        self._left.setVisible(roomy or _has(self._left, focus))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size or type."""
        if watched is self._beside:
            if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
                self._show(QApplication.focusWidget())
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self.fit()
        return False


def _has(part: QWidget, focus: QWidget | None) -> bool:
    """Whether a part has the keyboard."""
    return focus is not None and (part is focus or part.isAncestorOf(focus))
