"""How the user has arranged the window: its size and place, what was moved by handles, sizes of dialogs.

All of it is one setting of the book, written when things have come to rest. Handles are kept as shares of the room
there is and dialogs in letters and lines, so that they fit at another size of type and on another screen.
"""

import json

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget
from shiboken6 import isValid

from desktop.models.book import Book
from desktop.models.queries import setting
from desktop.ui.desk.columns import Columns
from desktop.ui.desk.sidecolumn import SideColumn
from desktop.ui.kept import kept_object
from desktop.ui.looks.appearance import remember

#: setting of the book: names and numbers, as JSON
ARRANGEMENT = "window.arrangement"
_REST_MS = 1_000
#: shares of the columns are thousandths
_WHOLE = 1_000
#: no screen has more pixels
_LARGEST = 100_000
#: names of what is kept besides the handles of pages and the dialogs
_WINDOW, _COLUMNS, _PART = "window", "columns", "part"


class Arrangement(QObject):
    """Of one window. What is not kept is as the program makes it."""

    def __init__(self, book: Book, window: QWidget, room: Columns, side: SideColumn) -> None:
        """``room`` and ``side`` are the columns of the window's desk."""
        super().__init__(window)
        self._book, self._window, self._room, self._side = book, window, room, side
        self._kept: dict[str, list[int] | str] = _read(book.read(lambda db: setting(db, ARRANGEMENT)))
        #: those that have been seen
        self._handles: list[Handles] = []
        self._placed = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._write)

    # --- the window and its desk

    def place(self) -> None:
        """Shows the window where it was, on a screen there is; else as large as the screen: the desk needs the room."""
        self._placed, kept = True, self._kept.get(_WINDOW)
        self._room.moved.connect(lambda shares: self._keep(_COLUMNS, shares))
        shares = self._numbers(_COLUMNS)
        self._room.shares = shares if sum(shares) < _WHOLE else []
        self._side.bring_named(str(self._kept.get(_PART, "")))
        if isinstance(kept, str) and self._window.restoreGeometry(
            QByteArray.fromBase64(kept.encode("ascii", "ignore"))
        ):
            self._window.show()
        else:
            self._at_first()

    def leave(self) -> None:
        """The window closes: keeps where it was and what was open."""
        if not self._placed:
            return
        self._kept[_WINDOW] = self._window.saveGeometry().toBase64().toStdString()
        self._kept[_PART] = self._side.name_of_open()
        self._write()

    def _at_first(self) -> None:
        self._window.resize(1200, 780)
        self._window.showMaximized()

    # --- handles

    def sizes_of(self, handles: "Handles") -> list[int]:
        """What is kept of these handles, else nothing; from now on they can be put where they were at first."""
        self._handles = [one for one in self._handles if isValid(one)]
        self._handles.append(handles)
        return self._numbers(handles.objectName())

    def keep_sizes(self, handles: "Handles") -> None:
        """The user has moved a handle."""
        self._keep(handles.objectName(), handles.sizes())

    # --- dialogs

    def size_of(self, dialog: QWidget) -> QSize | None:
        """How large the user has made a dialog of this kind, in pixels at the present size of type."""
        kept = self._numbers(type(dialog).__name__)
        metrics = dialog.fontMetrics()
        return QSize(kept[0] * metrics.averageCharWidth(), kept[1] * metrics.height()) if len(kept) == 2 else None

    def watch(self, dialog: QWidget) -> None:
        """Keeps the size of a dialog from now on where the user changes it."""
        _Watch(self, dialog)

    def keep_size(self, dialog: QWidget) -> None:
        """The user has made a dialog larger or smaller."""
        metrics = dialog.fontMetrics()
        letters, lines = dialog.width() // metrics.averageCharWidth(), dialog.height() // metrics.height()
        self._keep(type(dialog).__name__, [letters, lines])

    # --- keeping

    def forget(self) -> None:
        """Everything as at first; the size of type and the colours stay."""
        self._kept.clear()
        for handles in self._handles:
            if isValid(handles):
                handles.reset()
        self._side.bring_named("")
        self._room.reset()
        self._at_first()
        self._write()

    def _keep(self, name: str, numbers: list[int]) -> None:
        self._kept[name] = numbers
        self._rest.start()

    def _numbers(self, name: str) -> list[int]:
        found = self._kept.get(name)
        return found if isinstance(found, list) else []

    def _write(self) -> None:
        self._rest.stop()
        remember(self._book, ARRANGEMENT, json.dumps(self._kept))


class Handles(QSplitter):
    """Columns with handles between them, which come back where the user has moved them."""

    #: in sight for the first time: heard when all is laid out, but before anything is painted
    _came = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Under ``name`` its sizes are kept."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self._first: list[int] = []
        self._came.connect(self._restore, Qt.ConnectionType.QueuedConnection)

    def showEvent(self, event: QShowEvent) -> None:
        """Before this they have no widths."""
        super().showEvent(event)
        if not self._first:
            self._came.emit()

    def _restore(self) -> None:
        arranged = of(self)
        if arranged is None or self._first:
            return
        self._first = self.sizes()
        if kept := arranged.sizes_of(self):
            self.setSizes(kept)
        self.splitterMoved.connect(lambda: arranged.keep_sizes(self))

    def reset(self) -> None:
        """As they were at first."""
        self.setSizes(self._first)


class _Watch(QObject):
    """Compares the size of a dialog when it goes with the one it came with."""

    def __init__(self, arrangement: Arrangement, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._arrangement, self._dialog, self._came = arrangement, dialog, QSize()
        dialog.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Shown or gone."""
        if event.type() == QEvent.Type.Show:
            self._came = self._dialog.size()
        elif event.type() == QEvent.Type.Hide and self._came.isValid() and self._dialog.size() != self._came:
            self._arrangement.keep_size(self._dialog)
        return False


def _read(text: str | None) -> dict[str, list[int] | str]:
    """What was kept and can be so: sizes in pixels, shares in thousandths, names."""
    return {name: value for name, value in kept_object(text).items() if isinstance(value, str) or _is_sizes(value)}


def _is_sizes(value: object) -> bool:
    return isinstance(value, list) and all(type(one) is int and 0 <= one <= _LARGEST for one in value)


def of(widget: QWidget) -> Arrangement | None:
    """The arrangement of the window that a dialog or handles belong to."""
    above = widget.parentWidget()
    while above is not None:
        found = getattr(above, "arrangement", None)
        if isinstance(found, Arrangement):
            return found
        above = above.parentWidget()
    return None
