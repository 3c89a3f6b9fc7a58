"""The desk as a page of the window: puts its parts together and carries out the actions (``ui/actions.py``)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.clock import Clock, SystemClock, stamp
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.profiles import ProfileError, choose
from desktop.models.values import AgendaItem, Body, Paper
from desktop.text import format_time
from desktop.ui.actions import twin
from desktop.ui.bus import Bus
from desktop.ui.desk import course, writing
from desktop.ui.desk.agenda import Agenda
from desktop.ui.desk.editor import EntryEditor
from desktop.ui.desk.fields import Fields
from desktop.ui.desk.goto import GoTo
from desktop.ui.desk.header import Header
from desktop.ui.desk.itemform import ItemForm
from desktop.ui.desk.keymap import KeyMap
from desktop.ui.desk.outcome import Outcome, accepted_amendment
from desktop.ui.desk.pen import Pen
from desktop.ui.desk.places import Places
from desktop.ui.desk.procedure import Procedure
from desktop.ui.desk.proceedings import Proceedings
from desktop.ui.desk.titlebar import TitleBar

_SAY_MS = 8_000


class DeskPage(QWidget):
    """One meeting at the desk."""

    #: the key of a paper to open in its form
    paperRequested = Signal(str)
    #: the key of the item whose extract is wanted; empty for the meeting
    exportRequested = Signal(str)
    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._clock: Clock = clock or SystemClock()
        self.header = Header(book, bus, self._clock, self)
        self.agenda = Agenda(book, bus, self)
        self.title = TitleBar(book, self)
        self.goto = GoTo(book, self)
        self.proceedings = Proceedings(book, bus, self)
        self.pen = Pen(book, self.proceedings, self._clock, self)
        self.fields = Fields(book, bus, self._clock, self.pen)
        self.outcome = Outcome(book, bus, self)
        self.right = QWidget(self)
        self.keys = KeyMap(self)
        self._places = Places(book)
        self._procedure = Procedure(book, self._clock, self)
        self._item_form = ItemForm(book, bus, self)
        self._lay_out()
        self._connect(bus)

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.goto)
        column.addWidget(self.proceedings.stream, 1)
        column.addWidget(self.outcome)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        for place, widget in enumerate((self.agenda, centre, self.right)):
            self._columns.addWidget(widget)
            self._columns.setStretchFactor(place, 1 if widget is centre else 0)
        self._columns.setSizes([270, 800, 0])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self._columns, 1)

    def _connect(self, bus: Bus) -> None:
        self.agenda.chosen.connect(lambda key: self.show_item(key, focus=False))
        self.agenda.entered.connect(self.show_item)
        self.agenda.detailsWanted.connect(self._item_form.open_item)
        self.title.detailsWanted.connect(self.details)
        self.title.paperRequested.connect(self.paperRequested)
        self.goto.chosen.connect(self.show_item)
        self.goto.left.connect(self.pen.focus_row)
        self.pen.left.connect(self._places.leave)
        self.pen.twin.connect(self._press_twin)
        self.pen.editor.fieldsWanted.connect(self.fields.open)
        self.pen.editor.shifted.connect(self._shift)
        self.pen.card.shifted.connect(self._shift)
        self._procedure.done.connect(self._after_procedure)
        for source in (self.pen, self.fields, self.agenda, self.outcome):
            source.said.connect(self._say)
        bus.changed.connect(self._changed)

    # --- which meeting, which item

    def open_meeting(self, key: str) -> None:
        """Shows a meeting that the book has opened: its running item, else its first."""
        self._places.forget()
        self.pen.leave()
        self.proceedings.articles = self._articles()
        self.proceedings.show(None)
        self.proceedings.refresh_names()
        self.header.refresh()
        self.agenda.fill()
        running = course.running_item(self._book)
        items = [item.key for item in self._book.meeting.agenda]
        self.show_item(running.key if running else items[0] if items else None)

    def _articles(self) -> tuple[str, ...]:
        body = self._book.shelf.value(self._book.shelf.records[self._book.meeting.key].parent or "")
        try:
            return choose(body if isinstance(body, Body) else None).names.articles
        except ProfileError:
            return ()

    def arrive(self) -> None:
        """The page is in front: typing begins at once."""
        if self.proceedings.item is None:
            self.agenda.setFocus()
        elif self.pen.row is None:
            self.pen.go_ready()
        else:
            self.pen.focus_row()

    def shown(self) -> AgendaItem | None:
        """The item in front."""
        key = self.proceedings.item
        value = self._book.shelf.value(key) if key and key in self._book.shelf else None
        return value if isinstance(value, AgendaItem) else None

    def show_item(self, key: str | None, *, focus: bool = True) -> None:
        """Shows an item; which one runs does not change. With ``focus`` the ready line has the keyboard."""
        if key != self.proceedings.item:
            self.pen.leave()
            self.proceedings.show(key)
            self.outcome.show_item(key)
            self.agenda.show_current(key)
            self._show_title()
        if key is not None:
            self.pen.go(self.proceedings.ready, focus=focus)
        elif focus:
            self.agenda.setFocus()

    def _show_title(self) -> None:
        self.title.show_item(self.shown())

    def _changed(self, changed: Changed) -> None:
        if changed.typing and self.proceedings.item not in changed.fields:
            return
        item = self.proceedings.item
        if self._book.meeting_key is None:
            return
        agenda = self._book.meeting.agenda
        gone = item is not None and item not in self._book.shelf
        if gone or (item is None and agenda):
            self.show_item(agenda[0].key if agenda else None, focus=False)
        self._show_title()

    # --- the ready line and the places to write

    def ready(self) -> None:
        """Esc: the ready line; from there to the ready line of the running item (Esc Esc)."""
        if self.keys.isVisible():
            self.keys.dismiss()
            return
        self.goto.hide()
        at_ready = self.pen.key is None and self.pen.editor.hasFocus() and self.fields.side.isHidden()
        if at_ready:
            self.ready_running()
        else:
            self.pen.go_ready()

    def ready_running(self) -> None:
        """The ready line of the running item."""
        running = course.running_item(self._book)
        self.show_item(running.key if running else self.proceedings.item)

    def previous_entry(self) -> None:
        """The entry before, with the keyboard in it."""
        self.pen.step(-1)

    def next_entry(self) -> None:
        """The entry after."""
        self.pen.step(1)

    def last_place(self) -> None:
        """Back to where somebody wrote last, to that very character."""
        place = self._places.last(self.pen.key)
        if place is not None:
            if place.item != self.proceedings.item:
                self.show_item(place.item)
            self.pen.go_to(place.entry, place.caret)

    def _shift(self, by: int) -> None:
        """Alt+↑/↓: the entry changes places with its neighbour."""
        if self.pen.key is not None:
            writing.shift(self._book, self.pen.key, by)
            self.pen.show_current()

    # --- entries

    def _press_twin(self, digit: str) -> None:
        action = twin(digit)
        slot = getattr(self, action.slot, None) if action is not None else None
        if callable(slot):
            slot()

    def _now(self) -> str:
        return stamp(self._clock.now())

    def speech(self) -> None:
        """A speech, speaker first."""
        self.fields.begin(
            lambda item, place: writing.add_speech(self._book, item, place, "", self._now()), ("speaker",)
        )

    def motion(self) -> None:
        """A motion: mover, kind, wording."""
        fields = ("movers", "motion_type")
        self.fields.begin(lambda item, place: writing.add_motion(self._book, item, place, self._now()), fields)

    def vote(self) -> None:
        """A vote on the newest open motion, else on the resolution; again: on the next subject."""
        item = self.proceedings.item
        if item is not None:
            self.pen.go_ready()
            self.pen.go_to(writing.add_vote(self._book, item, None, self._now()))
            self.fields.open_grid()

    def resolution(self) -> None:
        """The resolution; after an accepted amendment its wording is worked in."""
        item = self.shown()
        if item is None:
            return
        amendment = accepted_amendment(item)
        if amendment is not None and not item.resolution:
            parts = (writing.proposal(self._book, item.key), amendment.text or "")
            with self._book.step("resolution_amended"):
                self._book.change(item.key, resolution="\n\n".join(filter(None, parts)))
            self.outcome.set_result("geändert beschlossen")
        self.outcome.resolution.setFocus()

    def adopt_proposal(self) -> None:
        """The proposal of the paper becomes the resolution."""
        if self.outcome.adopt_proposal():
            self.outcome.resolution.setFocus()

    def bold(self) -> None:
        """Bold in the text that has the keyboard."""
        self._text().toggle_bold()

    def list_line(self) -> None:
        """The line becomes a point of a list, a number, an ordinary line again."""
        self._text().turn_list()

    def _text(self) -> EntryEditor:
        return self.outcome.resolution if self.outcome.resolution.hasFocus() else self.pen.editor

    def run_on(self) -> None:
        """The entry goes on in the paragraph of the one before."""
        if self.pen.key is not None:
            writing.toggle_run_on(self._book, self.pen.key)

    def time_stamp(self) -> None:
        """The time of day into the text."""
        text = format_time(self._clock.now(), "HH:mm 'Uhr'")
        self._text().textCursor().insertText(text)

    # --- items

    def call_item(self) -> None:
        """The shown item becomes the running one; on the running one: the next."""
        if self.proceedings.item is not None:
            self.pen.leave()
            self.show_item(course.call_item(self._book, self.proceedings.item, self._clock.now()))

    def previous_item(self) -> None:
        """Looks at the item before."""
        self._step_item(-1)

    def next_item(self) -> None:
        """Looks at the item after."""
        self._step_item(1)

    def _step_item(self, by: int) -> None:
        keys = [item.key for item in self._book.meeting.agenda]
        if self.proceedings.item in keys:
            place = keys.index(self.proceedings.item) + by
            if 0 <= place < len(keys):
                self.show_item(keys[place])

    def goto_item(self) -> None:
        """Asks for the number of an item."""
        self.goto.open(self.proceedings.item)

    def details(self) -> None:
        """The form of the shown item."""
        if self.proceedings.item is not None:
            self._item_form.open_item(self.proceedings.item)

    def paper(self) -> None:
        """The paper of the item; a new one where there is none."""
        item = self.shown()
        if item is None:
            return
        key = item.papers[0] if item.papers else None
        if key is None:
            body = self._book.shelf.records[self._book.meeting.key].parent
            with self._book.step("paper.new"):
                key = self._book.add(Paper(name=item.name), body, "papers")
                self._book.change(item.key, papers=(key,))
        self.paperRequested.emit(key)

    def export_item(self) -> None:
        """The extract of the shown item."""
        self.exportRequested.emit(self.proceedings.item or "")

    # --- the meeting

    def procedure(self) -> None:
        """What is due with the meeting as a whole."""
        self._procedure.offer(self.title.mapToGlobal(self.title.rect().bottomLeft()), self.proceedings.item)

    def _after_procedure(self) -> None:
        self.header.refresh()
        running = course.running_item(self._book)
        if running is not None and self.proceedings.item is None:
            self.show_item(running.key)
        self.pen.go_ready()

    # --- the window

    def areas(self) -> list[QWidget]:
        """Where F6 goes, in its order."""
        return [self.agenda, self.proceedings.stream, self.outcome.resolution, self.header]

    def next_area(self) -> None:
        """To the next area."""
        self._go_area(1)

    def previous_area(self) -> None:
        """To the area before."""
        self._go_area(-1)

    def _go_area(self, by: int) -> None:
        areas = self.areas()
        focused = QApplication.focusWidget()
        place = next((n for n, one in enumerate(areas) if focused and (one is focused or one.isAncestorOf(focused))), 1)
        target = areas[(place + by) % len(areas)]
        if target is self.proceedings.stream:
            self.arrive()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def show_keys(self) -> None:
        """All keys over the page."""
        self.keys.open(QApplication.focusWidget())

    def _say(self, text: str) -> None:
        self.said.emit(text)
        window = self.window()
        if isinstance(window, QMainWindow):
            window.statusBar().showMessage(text, _SAY_MS)
