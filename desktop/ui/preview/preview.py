"""The preview beside the text: the real pages, made anew while typing pauses, at the page of what is being written."""

from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.export.kinds import Kind
from desktop.models.book import Book
from desktop.models.queries import setting
from desktop.models.values import ItemKind, Reader
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk.acts import DeskActs
from desktop.ui.looks.appearance import PREVIEW, remember
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import FlatButton
from desktop.ui.parts.form import Choice
from desktop.ui.preview.messages import Pages
from desktop.ui.preview.pageview import PageView
from desktop.ui.preview.pressroom import Pressroom, reader_of
from desktop.wording import told

#: how long nothing must change before the pages are made anew
_PAUSE_MS = 700
#: how long the caret must rest before its page comes to the front
_FOLLOW_MS = 150
#: so often in a row the process is begun again after it ended by itself
_TRIES = 3
#: settings of the book: which pages are shown, the share of the width in percent
WHAT = "preview.what"
SHARE = "preview.share"
_HALF = 50


class What(StrEnum):
    """Which pages are shown."""

    COMPLETE = "complete"
    PUBLIC = "public"
    NONPUBLIC = "nonpublic"
    EXTRACT = "extract"


_WORDS = {
    What.COMPLETE: N_("Minutes, complete"),
    What.PUBLIC: N_("Minutes, public"),
    What.NONPUBLIC: N_("Minutes, non-public part"),
    What.EXTRACT: N_("Extract of the shown item"),
}
_READERS = {What.COMPLETE: Reader.COMPLETE, What.PUBLIC: Reader.PUBLIC, What.NONPUBLIC: Reader.NONPUBLIC}


class Preview(QWidget):
    """One per desk, made when it is first wanted. The keyboard comes by F6 and goes by Esc."""

    #: text that was typed blindly into a page; it belongs to the ready line
    blindText = Signal(str)

    def __init__(self, book: Book, bus: Bus, clock: Clock, pressroom: Pressroom, desk: DeskActs) -> None:
        super().__init__(desk)
        self._book, self._clock, self._pressroom, self._desk = book, clock, pressroom, desk
        self._subject: tuple[object, ...] = ()
        self._wanted = 0
        #: the first view that shows what is to be shown now; one that is overtaken meanwhile is better than none
        self._first = 0
        self._deaths = 0
        self._pages: Pages | None = None
        self._at = ""
        self.setAccessibleName(_("Page preview"))
        self.what = Choice([(what, _(word)) for what, word in _WORDS.items()], self)
        self.state = Label(colour="muted", parent=self)
        self.view = PageView(self)
        self.setFocusProxy(self.view)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._keep = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._keep.timeout.connect(lambda: remember(book, SHARE, str(self._share)))
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._lay_out()
        self._connect(bus)
        self._restore()

    def _lay_out(self) -> None:
        self.what.setAccessibleName(_("Pages shown"))
        self.what.setAccessibleDescription(_("Pages shown"))  # on Linux the name of a list is what is chosen
        self._close = FlatButton("×", self)
        self._close.setAccessibleName(_("Close the preview"))
        self._close.setToolTip(_("Close the preview"))
        self._close.setMaximumWidth(self._close.fontMetrics().horizontalAdvance("MMM"))
        line = QHBoxLayout()
        line.setContentsMargins(4, 2, 4, 2)
        line.addWidget(self.what)
        line.addWidget(self.state, 1)
        line.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addWidget(self.view, 1)

    def _connect(self, bus: Bus) -> None:
        bus.changed.connect(self._dirty)
        self._pause.timeout.connect(self.refresh)
        self._follow.timeout.connect(self._go_along)
        self._desk.pen.moved.connect(self._follow.start)
        self.what.chosen.connect(self._choose)
        self._close.clicked.connect(self.toggle)
        self.view.blindText.connect(self.blindText)
        self._pressroom.came.connect(self._take)
        self._pressroom.failed.connect(self._fail)
        self._pressroom.died.connect(self._died)

    def _restore(self) -> None:
        found = self._book.read(lambda db: {name: setting(db, name) for name in (WHAT, SHARE)})
        self.what.set_value(next((what for what in What if what == found[WHAT]), What.COMPLETE))
        self.hide()
        self._columns = self._desk.put_beside(self)
        self._share = next((share for share in range(101) if str(share) == found[SHARE]), _HALF)
        self._columns.splitterMoved.connect(self._moved)

    def toggle(self) -> None:
        """Opens beside the text, which keeps the keyboard; closes."""
        if self.isHidden():
            width = self._columns.width()
            self.show()
            self._columns.setSizes([width * (100 - self._share) // 100, width * self._share // 100])
        else:
            focused = QApplication.focusWidget()
            had_keyboard = focused is not None and self.isAncestorOf(focused)
            self.hide()
            self._pressroom.rest()
            if had_keyboard:
                self._desk.arrive()
        remember(self._book, PREVIEW, "no" if self.isHidden() else "yes")

    def _moved(self) -> None:
        text, pages = self._columns.sizes()
        self._share = 100 * pages // max(text + pages, 1)
        self._keep.start()

    # --- when

    def _dirty(self) -> None:
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """In front again: what changed meanwhile is shown."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._pause.stop()

    def refresh(self) -> None:
        """Makes the pages anew as the meeting is now."""
        self._pause.stop()
        if self._book.meeting_key is None or not self.isVisible():
            return
        subject = self._subject_now()
        if subject != self._subject:
            self._subject, self._first, self._pages, self._at = subject, self._wanted + 1, None, ""
            self.view.clear(_("The pages are being made …"))
        item, what = self._desk.shown(), self.what.value()
        if what is not What.EXTRACT:
            self._want(Kind.NIEDERSCHRIFT, _READERS[what])
        elif item is not None and item.kind is not ItemKind.DIVIDER:
            self._want(Kind.AUSZUG, reader_of(self._book, item), item.key)
        else:
            self.view.clear(_("There is no extract of what is shown."))

    def _subject_now(self) -> tuple[str | None, What, str | None]:
        """Meeting, pages, and of an extract the item."""
        what = self.what.value()
        return self._book.meeting_key, what, self._desk.proceedings.item if what is What.EXTRACT else None

    def _want(self, kind: Kind, reader: Reader, item: str | None = None) -> None:
        self.state.setText(_("being renewed …"))
        self._wanted = self._pressroom.view(kind, reader, self._clock.now(), item)

    def _choose(self, what: What) -> None:
        remember(self._book, WHAT, what)
        self.refresh()

    # --- what came

    def _take(self, pages: Pages) -> None:
        self._deaths = 0
        if pages.number < self._first:
            return
        if pages.number == self._wanted:
            self.state.setText("")
        self._pages = pages
        self.view.show_pdf(pages.data, self._page())

    def _fail(self, number: int, error: Exception) -> None:
        if number != self._wanted:
            return
        self.state.setText("")
        self.view.clear(_("These pages cannot be made now: {reason}", reason=told(error)))

    def _died(self) -> None:
        self._deaths += 1
        if self._deaths < _TRIES and self.isVisible():
            self.state.setText(_("begun again after a crash …"))
            self._pause.start()
        else:
            self.state.setText("")
            self.view.clear(_("The preview has crashed. It begins again with the next change."))

    # --- the page of the caret

    def _go_along(self) -> None:
        """The caret rests somewhere else: its page comes to the front."""
        if not self.isVisible():
            return
        if self._subject_now() != self._subject:
            self.refresh()
        elif (page := self._page()) is not None:
            self.view.go(page)

    def _page(self) -> int | None:
        """The page of the caret where the caret has gone somewhere else; None where it has not."""
        item, entry = self._desk.proceedings.item or "", self._desk.pen.key or ""
        places = self._pages.places if self._pages is not None else {}
        place = next((key for key in (entry, item) if key in places), "")
        if place == self._at:
            return None
        self._at = place
        return places.get(place)
