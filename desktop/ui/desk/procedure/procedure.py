"""F8: what can be done to the meeting as a whole, in a list over the text; what is due first is chosen already.

Enter does it now, digits or Tab set another time, Esc closes. The list is not modal: what is typed blindly into it goes
to the ready line and changes nothing.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.desk.keyfields import Run
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.presence import attendance_input as typed
from desktop.ui.desk.procedure.agenda_live import VoteOffer
from desktop.ui.desk.procedure.course import Act
from desktop.ui.desk.procedure.offers import Offer, offers
from desktop.ui.looks.theme import Label
from desktop.ui.parts.plaintext import PlainLine

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_FEWEST = 4
_MOST_LINES = 10


class _Offers(QListWidget):
    """As high as its rows; in a low window it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        #: pixels
        self.wanted = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(super().sizeHint().width(), self.wanted)

    def minimumSizeHint(self) -> QSize:
        """A few of them."""
        return QSize(super().minimumSizeHint().width(), min(self.wanted, _FEWEST * self.fontMetrics().lineSpacing()))


class Procedure(QFrame):
    """A list with a field for the time; it is there as long as it has the keyboard."""

    #: done; the act where it concerns the meeting as a whole, else None
    done = Signal(object)
    #: the Bekanntgabe of an item is to be written; its key
    announceWanted = Signal(str)
    #: closed without doing anything
    left = Signal()
    #: text that was typed blindly
    blindText = Signal(str)

    def __init__(self, book: Book, clock: Clock, directory: Callable[[], Directory], parent: QWidget) -> None:
        """``directory`` gives the names of all who can take the chair."""
        super().__init__(parent)
        self._book, self._clock, self._directory = book, clock, directory
        self._offers: list[Offer] = []
        self._has_room = False
        #: those offered with changes of the agenda, the newest last
        self.votes: list[VoteOffer] = []
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setObjectName("procedure")
        self.list = _Offers(self)
        self.list.setAccessibleName(_("Procedure"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.itemClicked.connect(lambda _row: self._do())
        self.time = PlainLine("", self)
        self.time.setAccessibleName(_("Time"))
        self.time.textChanged.connect(self._show_times)
        self._runs = {field: Run(field) for field in (self.list, self.time)}
        self._lay_out()
        for field in (self.list, self.time):
            field.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
        self.hide()

    def _lay_out(self) -> None:
        title = Label(_("Procedure"), bold=True)
        label = Label(_("Time"), colour="muted")
        label.setBuddy(self.time)
        hint = Label(_("Enter does it · digits or Tab: another time · ↓ others · Esc closes"), colour="muted")
        hint.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 4, 10, 4)
        grid.addWidget(title, 0, 0)
        grid.addWidget(label, 0, 1)
        grid.addWidget(self.time, 0, 2)
        grid.addWidget(self.list, 1, 0, 1, 3)
        grid.addWidget(hint, 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def show_room(self, words: str) -> None:
        """What the hall sees in the room window; empty while that is closed."""
        self._has_room = bool(words)

    # --- showing

    def offer(self, shown: str | None) -> None:
        """Opens the list; ``shown`` is the item in front."""
        self.time.setFixedWidth(self.fontMetrics().averageCharWidth() * 12)
        self.time.clear()
        self.time.setPlaceholderText(format_time(self._clock.now(), "HH:mm"))
        self._fill(offers(self._book, self._clock.now(), self._directory(), shown, self.votes))
        self.show()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, found: list[Offer]) -> None:
        self._offers = found
        self.list.clear()
        for _offer in found:
            self.list.addItem(QListWidgetItem())
        self._show_times()
        self.list.setCurrentRow(0)
        height = sum(self.list.sizeHintForRow(row) for row in range(min(len(found), _MOST_LINES)))
        self.list.wanted = height + 2 * self.list.frameWidth() + 4
        self.list.setMaximumHeight(self.list.wanted)
        self.list.updateGeometry()

    def texts(self) -> list[str]:
        """The lines as they are shown."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def _show_times(self) -> None:
        time = format_time(self._at(), "HH:mm")
        for row, offer in enumerate(self._offers):
            timed = offer.timed and offer.do is not None
            words = _("{act} – {time}", act=offer.words, time=time) if timed else offer.words
            blanks = self._has_room and offer.act in (Act.EXCLUDE, Act.EXCLUDE_STAY)
            self.list.item(row).setText(_("{act} · the room window goes blank", act=words) if blanks else words)

    def _at(self) -> datetime:
        return typed.moment(typed.read_time(self.time.text()), self._clock.now())

    # --- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of both fields."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, _Offers | PlainLine):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._pressed(watched, event)

    def _pressed(self, field: _Offers | PlainLine, event: QKeyEvent) -> bool:
        if is_text(event):
            return self._typed(field, event)
        self._runs[field].close()
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            self.left.emit()
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._do()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            other = self.time if field is self.list else self.list
            other.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Backspace and field is self.list:
            self.time.backspace()
        elif event.key() in _MOVES and field is self.time:
            QApplication.sendEvent(self.list, event)
        else:
            return False
        return True

    def _typed(self, field: _Offers | PlainLine, event: QKeyEvent) -> bool:
        """Digits are a time; with the first letter it was a sentence, and all of it goes to the ready line."""
        run = self._runs[field]
        run.add(event.text(), self.time.text())
        if event.text().isdigit() or (event.text() in ":." and self.time.text()):
            self.time.insert(event.text())
        elif event.text() != " " or len(run.text) > 1:
            text, _before = run.take_back()
            self._close()
            self.blindText.emit(text)
        return True

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whoever goes elsewhere has closed it."""
        if self.isVisible() and new is not None and not self.isAncestorOf(new):
            self.hide()

    def _close(self) -> None:
        for run in self._runs.values():
            run.close()
        self.hide()

    # --- acting

    def _do(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._offers):
            return
        offer = self._offers[row]
        if offer.more:
            self._fill(list(offer.more))
            self.list.setFocus()
            return
        at = self._at()
        self._close()
        if offer.announce:
            self.announceWanted.emit(offer.announce)
        elif offer.do is not None:
            offer.do(at)
            self.done.emit(offer.act)
        else:
            self.left.emit()
