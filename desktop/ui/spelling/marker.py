"""Marks wrong words in all texts in sight: after a pause of typing, in slices between two key presses."""

from collections.abc import Iterator
from time import perf_counter
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget

from desktop.ui.desk.stream.stream import Stream
from desktop.ui.looks.theme import colours, scheme
from desktop.ui.richtext.textedit import LineEdit
from desktop.ui.spelling.speller import Speller
from desktop.ui.spelling.watch import Watch

#: nobody has typed for so long
_PAUSE_MS = 400
#: how long marking may keep the window waiting at a time
_SLICE_SECONDS = 0.002
#: Qt's wave is thin in small type, so that a light ground goes with it; of 255
_TINT = 28


class Marker(QObject):
    """Looks at the texts in sight again and again; those that did not change since cost next to nothing."""

    #: a text field was seen for the first time
    fieldSeen = Signal(object)

    def __init__(self, speller: Speller, window: QWidget) -> None:
        super().__init__(window)
        self._speller, self._window = speller, window
        self._watches: WeakKeyDictionary[QTextDocument, Watch] = WeakKeyDictionary()
        self._fields: WeakSet[LineEdit] = WeakSet()
        self._style = QTextCharFormat()
        self._work: Iterator[None] = iter(())
        #: looks when nobody has typed for so long
        self.pause = QTimer(self, interval=_PAUSE_MS)
        self.pause.timeout.connect(self._look)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)
        speller.learnt.connect(self._look_anew)
        window.installEventFilter(self)
        self._dress()
        self.pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another theme: other colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
            self._look_anew()
        return False

    def _dress(self) -> None:
        self._style = QTextCharFormat()
        self._style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        ink = QColor(colours().rejected)
        self._style.setUnderlineColor(ink)
        ink.setAlpha(_TINT)
        self._style.setBackground(ink)
        if scheme().strong:
            self._style.setForeground(QColor(colours().problem))
            self._style.setBackground(QColor(colours().problem_back))
            self._style.setUnderlineColor(QColor(colours().problem))

    # --- looking

    def _look_anew(self) -> None:
        for watch in self._watches.values():
            watch.stale = True
        self._look()

    def _look(self) -> None:
        if self._window.isVisible():
            self._speller.follow()
            self._work = self._marking()
            self._slices.start()

    def _go_on(self) -> None:
        end = perf_counter() + _SLICE_SECONDS
        while perf_counter() < end:
            if next(self._work, self) is self:
                self._slices.stop()
                return

    def _marking(self) -> Iterator[None]:
        unknown: set[str] = set()
        for document, home, caret in self._in_sight():
            watch = self._watch(document)
            if caret != watch.caret:  # the word it was at may be finished
                watch.caret, watch.stale = caret, True
            if not watch.stale:
                continue
            for text in watch.mark(self._speller.marks if self._speller.on else _nothing_wrong, self._style, caret):
                if text:
                    unknown.add(text)
                yield
            home.update()
        self._speller.check(unknown)

    def _in_sight(self) -> Iterator[tuple[QTextDocument, QWidget, int]]:
        """The documents that can be seen, where they are painted, and the caret in them; -1 without the keyboard."""
        for field in self._window.findChildren(LineEdit):
            if field not in self._fields:
                self._fields.add(field)
                self.fieldSeen.emit(field)
            if field.isVisible():
                yield field.document(), field.viewport(), field.textCursor().position() if field.hasFocus() else -1
        for stream in self._window.findChildren(Stream):
            if stream.isVisible():
                for document in stream.texts_in_view():
                    yield document, stream.viewport(), -1

    def _watch(self, document: QTextDocument) -> Watch:
        watch = self._watches.get(document)
        if watch is None:
            watch = self._watches[document] = Watch(document)
            watch.touched.connect(self.pause.start)
        return watch


def _nothing_wrong(_text: str) -> tuple[()]:
    return ()
