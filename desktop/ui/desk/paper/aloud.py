"""F12: the resolution in big type, to be read out. Enter notes that it was read, Esc closes."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.clock import Clock, stamp
from desktop.models.book import Book
from desktop.models.profiles.labels import Label as Word
from desktop.models.profiles.profile import PageLook
from desktop.models.richtext import escape_plain
from desktop.models.rules import numbering
from desktop.models.rules.resolution import to_read
from desktop.models.values import AgendaItem, Event
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.paper.readtext import ReadText
from desktop.ui.desk.procedure.exclusion import shown_as_public
from desktop.ui.desk.words import word
from desktop.ui.looks.theme import Label

_SCALES = (1.4, 1.8, 2.2, 2.8, 3.4, 4.2)
_FIRST = 2
_TICK_MS = 1_000
#: the keyboard comes back by itself
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ReadAloud(QFrame):
    """A page over its parent. Text that is typed blindly closes it and goes to the ready line."""

    #: text that belongs to the ready line
    blindText = Signal(str)
    #: something short for the status line
    said = Signal(str)
    #: closed: the keyboard goes back
    closed = Signal()

    def __init__(self, book: Book, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._book, self._clock, self._home = book, clock, parent
        self._item = ""
        self._scale = _FIRST
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.Box)
        self._badge = Label("", colour="nonpublic", back="nonpublic_back", bold=True, parent=self)
        self._head = Label(bold=True, scale=1.2, parent=self)
        self._head.setWordWrap(True)
        self.text = ReadText(self, scale=_SCALES[_FIRST])
        self.text.setAccessibleName(_("To be read aloud"))
        self.text.setCursorWidth(0)
        self.text.installEventFilter(self)
        self.text.typed.connect(self._typed)
        self._foot = Label(colour="muted", parent=self)
        self._foot.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 16, 24, 16)
        for widget in (self._badge, self._head, self.text, self._foot):
            rows.addWidget(widget, 1 if widget is self.text else 0)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        parent.installEventFilter(self)
        self.hide()

    def open(self, item: AgendaItem) -> None:
        """Shows what there is to read of an item, and says where there is nothing."""
        reading = to_read(item, writing.proposal(self._book, item.key))
        if reading is None:
            self.said.emit(_k("There is no resolution, proposal or motion to read aloud; {resolution} writes one."))
            return
        self._item = item.key
        self._head.setText(f"{numbering.display(item.number, item.public)} {item.name}".strip())
        self._badge.setText(_("NOT PUBLIC"))
        self._badge.setVisible(not shown_as_public(self._book, item))
        parts = [reading.text]
        for motion in reading.amendments:
            title = _("{kind}, accepted:", kind=word(motion.motion_type))
            parts += [f"### {escape_plain(title)}", motion.text or ""]
        self.text.show_text("\n\n".join(filter(None, parts)))
        self._show_time()
        told = ("" if self._badge.isHidden() else self._badge.text(), self._head.text(), self._foot.text())
        self.text.setAccessibleDescription(". ".join(filter(None, told)))
        self._tick.start()
        self.setGeometry(self._home.rect())
        self.show()
        self.raise_()
        self.text.setFocus()

    def dismiss(self) -> None:
        """Takes the page away."""
        self._tick.stop()
        self.closed.emit()  # first: else the keyboard goes through whatever is below
        self.hide()

    def _stamp(self) -> None:
        now = stamp(self._clock.now())
        text = house.profile(self._book).label(Word.READ_ALOUD, PageLook.DRUCK)
        with self._book.step("read_aloud"):
            writing.add_entry(self._book, Event(from_=now, text=text), self._item)
        self.said.emit(_("Noted: read aloud {time}", time=self._time()))
        self.dismiss()

    def _time(self) -> str:
        return format_time(self._clock.now(), "HH:mm")

    def _show_time(self) -> None:
        told = _("Enter: read aloud {time} · Esc closes · ↑ ↓ scroll · + − size of the type", time=self._time())
        self._foot.setText(told)

    def _typed(self, text: str) -> None:
        if text in ("+", "-"):
            self._scale = min(max(self._scale + (1 if text == "+" else -1), 0), len(_SCALES) - 1)
            self.text.set_scale(_SCALES[self._scale])
            return
        self.dismiss()
        self.blindText.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc in the text; another size of the window; the keyboard goes elsewhere."""
        kind = event.type()
        if watched is self._home:
            if kind == QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._home.rect())
            return False
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in _STAYS:
            self._tick.stop()
            self.hide()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        acts = {Qt.Key.Key_Escape: self.dismiss, Qt.Key.Key_Return: self._stamp, Qt.Key.Key_Enter: self._stamp}
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            act()
        return True
