"""The order of the votes of an item, in a line above the stream: »✓ 1. Änderungsantrag SPD · ▶ 2. Beschluss«."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QListWidget, QListWidgetItem, QWidget

from desktop.models.book import Book
from desktop.models.rules.voting_order import State, Stop, arranged, next_stop
from desktop.models.values import MeetingState, MotionOutcome
from desktop.text import ui_text as _
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.stream.faces import vote_subject
from desktop.ui.desk.voting import voteflow
from desktop.ui.desk.words import word
from desktop.ui.looks.theme import Label

_LIVE = (MeetingState.PREPARATION, MeetingState.RUNNING)
_KEY = Qt.ItemDataRole.UserRole
#: longer names are cut; the whole one is in the stream
_LONGEST = 46
#: how much of a wording tells motions of the same name apart
_BEGINNING = 24
#: the chain takes no more than this share of the height of the window, but always two lines
_SHARE = 12
#: with fewer characters across, the list has no title beside it
_NARROW = 90


class VoteChain(QFrame):
    """Shown while an item with motions has votes to come; after the meeting only while a vote is taken down.

    The order that somebody sets lasts as long as the window.
    """

    #: Enter: the key of the stop to vote on
    chosen = Signal(str)
    #: somebody types on: this belongs to the ready line
    typed = Signal(str)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._item: str | None = None
        self._wanted: dict[str, tuple[str, ...]] = {}
        self._stops: tuple[Stop, ...] = ()
        self._outdated = True
        self.list = _ChainList(self)
        self._title = Label(_("Order of the votes"), colour="muted")
        self._title.setBuddy(self.list)
        self.list.setAccessibleName(self._title.text())
        self.list.setToolTip(_("Enter votes, Alt+↑/↓ changes the order"))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(_KEY)))
        self.list.moved.connect(self._move)
        self.list.typed.connect(self.typed)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 10, 2)
        line.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title gives way where there is little room."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= _NARROW * self.fontMetrics().averageCharWidth())

    def order(self, item: str) -> Sequence[str]:
        """The order that somebody set for an item, by key; empty where nobody did."""
        return self._wanted.get(item, ())

    def outdate(self) -> None:
        """Something has changed that the chain may follow from."""
        self._outdated = True

    def show_item(self, item: str | None, directory: Directory, current: Sequence[str]) -> None:
        """Shows the chain of an item; ``current`` are the stops that are being voted on, by key."""
        if self._outdated or item != self._item:
            self._item, self._outdated = item if item in self._book.shelf else None, False
            order = self.order(self._item) if self._item is not None else ()
            self._stops = voteflow.chain(self._book, self._item, order) if self._item is not None else ()
        due = [stop for stop in self._stops if stop.state is not State.DONE]
        moved = any(stop.motion is not None for stop in self._stops)
        live = bool(current) or self._book.meeting.state in _LIVE
        if not (live and moved and due and len(self._stops) > 1):
            self.hide()
            return
        following = next_stop(self._stops)
        ahead = following.key if following is not None and not current else None
        names = self._names(directory)
        words = [
            _words(f"{place}. {names[stop.key]}", stop, now=stop.key in current, ahead=stop.key == ahead)
            for place, stop in enumerate(self._stops, start=1)
        ]
        rows = [(stop.key, text) for stop, text in zip(self._stops, words, strict=True)]
        self.list.fill(rows, current or (ahead,))
        self.show()

    def _names(self, directory: Directory) -> dict[str, str]:
        """What each stop is called; motions of the same name by how their wording begins."""
        names = {}
        for stop in self._stops:
            motion = stop.motion is not None
            names[stop.key] = vote_subject(self._book.shelf, directory, stop.key) if motion else _("Resolution")
        twice = {key for key, name in names.items() if list(names.values()).count(name) > 1}
        for stop in self._stops:
            if stop.key in twice:
                beginning = stop.text.partition("\n")[0].rstrip(".")
                names[stop.key] = f"{names[stop.key]} – {_cut(beginning, _BEGINNING)}"
        return {key: _cut(name, _LONGEST) for key, name in names.items()}

    def _move(self, by: int) -> None:
        """The chosen stop changes places with its neighbour."""
        keys = [stop.key for stop in self._stops]
        place = self.list.currentRow()
        target = place + by
        if self._item is None or not 0 <= place < len(keys) or not 0 <= target < len(keys):
            return
        keys[place], keys[target] = keys[target], keys[place]
        self._wanted[self._item] = arranged(keys, keys)
        self.outdate()
        self.list.keep(keys[target])
        self.reordered.emit()

    #: the order has changed
    reordered = Signal()


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _words(named: str, stop: Stop, *, now: bool, ahead: bool) -> str:
    """A stop as shown: its name with where it stands."""
    if now:
        return _("▶ {name}: now", name=named)
    if stop.state is State.DONE:
        return f"✓ {named}" + (f": {_outcome(stop)}" if _outcome(stop) else "")
    if stop.parts:
        return _("{name}: {parts} voted on", name=named, parts=", ".join(stop.parts))
    if stop.state is State.BEGUN:
        return _("{name}: begun", name=named)
    return _("{name}: next", name=named) if ahead else named


def _outcome(stop: Stop) -> str:
    """What became of a motion, in words."""
    outcome = stop.motion.outcome if stop.motion is not None else None
    return word(outcome) if outcome not in (None, MotionOutcome.OPEN) else ""


class _ChainList(QListWidget):
    """The stops side by side, in as many lines as they need."""

    moved = Signal(int)
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def fill(self, rows: Sequence[tuple[str, str]], current: Sequence[str | None]) -> None:
        """Shows the stops (key, words), the current one in bold; while the keyboard is here, the choice stays."""
        shown = [(item.data(_KEY), item.text()) for item in self._items()]
        if shown != list(rows):
            chosen = self.currentItem()
            key = chosen.data(_KEY) if chosen is not None else None
            self.clear()
            for stop, text in rows:
                item = QListWidgetItem(text, self)
                item.setData(_KEY, stop)
                font = item.font()
                font.setBold(stop in current)
                item.setFont(font)
            self.keep(key if self.hasFocus() else current[0])
        self._fit()

    def keep(self, key: str | None) -> None:
        """Chooses the stop with a key, else the first."""
        found = next((item for item in self._items() if item.data(_KEY) == key), None)
        self.setCurrentItem(found or self.item(0))
        if not self.hasFocus():
            self.clearSelection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The choice shows only while the keyboard is here: the one in bold is another thing."""
        super().focusInEvent(event)
        self.setCurrentItem(self.currentItem() or self.item(0))
        if self.currentItem() is not None:
            self.currentItem().setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No choice without the keyboard."""
        super().focusOutEvent(event)
        self.clearSelection()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _fit(self) -> None:
        """As high as the lines are that it needs."""
        # Room for the scroll bar always, else its coming and going would change the height that makes it come and go.
        width = max(self.width() - self.verticalScrollBar().sizeHint().width(), 1)
        lines, across = 1, 0
        for item in self._items():
            item.setSizeHint(QSize())
            wanted = self.sizeHintForIndex(self.indexFromItem(item))
            item.setSizeHint(QSize(min(wanted.width(), width - 2 * self.spacing()), wanted.height()))
            size = item.sizeHint().width() + 2 * self.spacing()
            if across and across + size > width:
                lines, across = lines + 1, 0
            across += size
        line = self.sizeHintForRow(0) + 2 * self.spacing()
        most = max(2, self.window().height() // (_SHARE * max(line, 1)))
        self.setFixedHeight(min(lines, most) * line + self.spacing())
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps other lines."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """The width is what the line leaves."""
        return QSize(100, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↑/↓ moves, the arrows choose, Enter votes; letters are typed blindly and move on to the ready line."""
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = arrows.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        elif by is not None:
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(self.currentItem())
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            event.ignore()
