"""The desk as a page of the window: puts its parts together and carries out the actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.clock import Clock, SystemClock
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk import writing
from desktop.ui.desk.acts import DeskActs
from desktop.ui.desk.areas import Areas
from desktop.ui.desk.blocks.blocks import Blocks
from desktop.ui.desk.checks.checker import Checker
from desktop.ui.desk.checks.jump import Jump
from desktop.ui.desk.columns import Columns
from desktop.ui.desk.elections.election_acts import ElectionActs
from desktop.ui.desk.firststeps import FirstSteps
from desktop.ui.desk.floor.floor import Floor
from desktop.ui.desk.frame import PublicityFrame
from desktop.ui.desk.header import Header
from desktop.ui.desk.items.agenda import Agenda
from desktop.ui.desk.items.agenda_rows import OUTSIDE, outside_words
from desktop.ui.desk.items.announcement import Announcement
from desktop.ui.desk.items.goto import GoTo
from desktop.ui.desk.items.itemform import ItemForm
from desktop.ui.desk.items.outcome import Outcome
from desktop.ui.desk.items.titlebar import TitleBar
from desktop.ui.desk.keymap import KeyMap
from desktop.ui.desk.paper.aloud import ReadAloud
from desktop.ui.desk.places import Places
from desktop.ui.desk.procedure import agenda_words, course
from desktop.ui.desk.procedure.exclusion import shown_as_public
from desktop.ui.desk.procedure.lines import CourseLines
from desktop.ui.desk.sideparts import SideParts
from desktop.ui.desk.stream import palette
from desktop.ui.desk.stream.entryacts import EntryActs
from desktop.ui.desk.stream.fields import Fields
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.stream.proceedings import Proceedings
from desktop.ui.desk.stream.strokes import Strokes
from desktop.ui.desk.tasks.taskstrip import TaskStrip
from desktop.ui.desk.voting.voteacts import VoteActs
from desktop.ui.parts.accessible import announce
from desktop.ui.richtext.textacts import TextActs

_SAY_MS = 8_000


class DeskPage(DeskActs):
    """One meeting at the desk."""

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._clock: Clock = clock or SystemClock()
        self.header = Header(book, bus, self._clock, self)
        self.agenda = Agenda(book, bus, self._clock, self)
        self.title = TitleBar(book, self)
        self.goto = GoTo(book, self)
        self.proceedings = Proceedings(book, bus, self)
        self.pen = Pen(book, self.proceedings, self._clock, self)
        self.strokes = Strokes(book, self.pen, self._clock)
        self.fields = Fields(book, bus, self._clock, self.strokes, self.pen)
        self.into_item = GoTo(book, self, _("Move the entry into item"))
        self.entry = EntryActs(book, self._clock, self.pen, self.strokes, self.fields, self.into_item)
        self.votes = VoteActs(book, bus, self._clock, self.pen, self.fields, self)
        self.elections = ElectionActs(book, bus, self._clock, self.pen)
        self.tasks = TaskStrip(book, bus, self._clock, self)
        self.outcome = Outcome(book, bus, self)
        self.steps = FirstSteps(book, bus, self)
        self.announced = Announcement(book, bus, self)
        self.blocks = Blocks(book, bus, self._clock, self.proceedings, self)
        self.checker = Checker(book, bus, self)
        self.reader = ReadAloud(book, self._clock, self)
        self.floor = Floor(book, bus, self._clock, self.strokes, self.pen, self.show_item)
        self.text_acts = TextActs(self._text)
        self.side = SideParts(book, bus, self._clock, self.proceedings, self.checker, self.floor.panel, self)
        self.areas = Areas(self)
        self.keys = KeyMap(self)
        #: the last Esc left a text or the ready line, so that a second one leads to the running item
        self._from_text = False
        self._places = Places(book)
        self.lines = CourseLines(book, self._clock, self.agenda, self.side.attendance_panel.directory, self)
        self._item_form = ItemForm(book, bus, self)
        self._lay_out()
        Jump(book, self)
        self._connect(bus)

    def _lay_out(self) -> None:
        self._centre = PublicityFrame(self)
        column = self._centre.column
        column.addWidget(self.title)
        column.addWidget(self.steps)
        column.addWidget(self.goto)
        column.addWidget(self.into_item)
        column.addWidget(self.lines)
        column.addWidget(self.votes.line)
        column.addWidget(self.votes.chain)
        column.addWidget(self.proceedings.stream, 1)
        column.addWidget(self.tasks)
        column.addWidget(self.outcome)
        self.outcome.add_below(self.announced)
        self._middle = QSplitter(Qt.Orientation.Horizontal, self)
        self._middle.addWidget(self._centre)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        for place, widget in enumerate((self.agenda, self._middle, self.side)):
            self._columns.addWidget(widget)
            self._columns.setStretchFactor(place, 1 if widget is self._middle else 0)
        self.room = Columns(self, self._columns, self.agenda, self.outcome, self.side)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self._columns, 1)

    def _connect(self, bus: Bus) -> None:
        self._connect_agenda()
        self.pen.left.connect(self._places.leave)
        self.pen.homeless.connect(lambda: self.show_part(OUTSIDE[0]))
        self.strokes.twin.connect(lambda key: palette.press(self, key))
        self.pen.editor.twins = palette.keys_of(self)
        self.pen.editor.fieldsWanted.connect(self.fields.open)
        self.pen.editor.shifted.connect(self.entry.shift)
        self.pen.card.shifted.connect(self.entry.shift)
        self.fields.electionWanted.connect(self.elections.open)
        for part in (self.side, self.tasks):
            part.finished.connect(self.pen.go_ready)
        for typed in (self.side, self.reader, self.tasks, self.header, self.goto, self.into_item):
            typed.blindText.connect(self.pen.write_on_ready)
        self.side.paper_panel.paperWanted.connect(self.paper)
        self.side.paper_panel.adoptWanted.connect(self.adopt_proposal)
        self.reader.closed.connect(self.pen.focus_row)
        for source in (
            self.strokes,
            self.pen.editor,
            self.fields,
            self.entry,
            self.votes,
            self.elections,
            self.floor,
            self.agenda,
            self.lines,
            self.tasks,
            self.outcome,
            self.reader,
            self.side,
        ):
            source.said.connect(self._say)
        self.blocks.reserve = self.outcome.attachments.reserve
        self.blocks.serve(self.pen.editor, self.pen.shorthand)
        self.blocks.serve_form(self.outcome.resolution, self)
        bus.changed.connect(self._changed)

    def _connect_agenda(self) -> None:
        self.agenda.chosen.connect(lambda key: self.show_item(key, focus=False))
        self.agenda.entered.connect(self.show_item)
        self.agenda.partChosen.connect(self.show_part)
        self.agenda.partEntered.connect(self.pen.go_ready)
        self.agenda.detailsWanted.connect(self._item_form.open_item)
        self.agenda.blindText.connect(self.pen.write_on_ready)
        self._item_form.publicityWanted.connect(self.agenda.toggle_public_of)
        self.title.detailsWanted.connect(self.details)
        self.title.confirmWanted.connect(self.entry.confirm_all)
        self.title.paperRequested.connect(self.paperRequested)
        self.goto.chosen.connect(self.show_item)
        self.goto.left.connect(self.pen.focus_row)
        self.lines.procedure.done.connect(self._after_procedure)
        self.lines.procedure.announceWanted.connect(self.announce)
        self.lines.blindText.connect(self.pen.write_on_ready)
        self.lines.finished.connect(self.pen.focus_row)
        self.lines.voteOffered.connect(self.votes.offer)
        for part in (self.votes, self.lines):
            part.itemWanted.connect(self.show_item)

    def put_beside(self, part: QWidget) -> QSplitter:
        """Gives a part a place beside the text, which it shares by a handle."""
        self._middle.addWidget(part)
        self._middle.setChildrenCollapsible(False)
        self.room.share_with(part)
        self.beside = part
        return self._middle

    # --- which meeting, which item

    def open_meeting(self, key: str) -> None:
        """Shows a meeting that the book has opened: its running item, else its first."""
        self._places.forget()
        self._show_below(None, writing.PROCEEDINGS)
        self.proceedings.refresh_names()
        self.blocks.open_meeting()
        self.header.refresh()
        self.side.attendance_panel.refresh()
        self.agenda.fill()  # before the checker: it takes back its marks on items
        self.checker.restart()
        self.steps.open_meeting()
        running = course.running_item(self._book)
        items = [item.key for item in self._book.meeting.agenda]
        self.show_item(running.key if running else items[0] if items else None)

    def depart(self) -> None:
        """Another meeting comes, or the end: leaves the row while the book still holds what is written in it."""
        if self._book.meeting_key is not None:
            self.side.put_away()
            self.pen.leave()
            self.tasks.settle()

    def arrive(self) -> None:
        """The page is in front: typing begins at once."""
        if self.proceedings.parent_key is None:
            self.room.use(self.agenda)
            self.agenda.setFocus()
        elif self.pen.row is None:
            self.pen.go_ready()
        else:
            self.pen.focus_row()

    def show_item(self, key: str | None, *, focus: bool = True) -> None:
        """Shows an item; which one runs does not change. With ``focus`` the ready line has the keyboard."""
        another = key != self.proceedings.item
        if another:
            self._show_below(key, writing.PROCEEDINGS)
        if key is not None:
            self.pen.go(self.proceedings.ready, focus=focus)
            if another and focus:
                announce(self.title, ". ".join(filter(None, (self.agenda.spoken(key), self.title.elsewhere()))))
        elif focus:
            self.room.use(self.agenda)
            self.agenda.setFocus()

    def show_part(self, part: str) -> None:
        """Shows what was written before the first item or after the last: opening or closing."""
        self._show_below(None, part)
        self.pen.go(self.proceedings.ready, focus=False)

    def _show_below(self, key: str | None, slot: str) -> None:
        """Every part of the page takes over the item in front."""
        self.pen.leave()
        self.proceedings.show(key, slot)
        self.outcome.show_item(key)
        self.announced.show_item(key)
        self.tasks.show_item(key)
        self.side.show_item(key)
        self.votes.refresh()
        self.agenda.show_current(key or slot)
        self._show_title()

    def _show_title(self) -> None:
        shown = self.shown()
        public = shown is None or shown_as_public(self._book, shown)
        if self.proceedings.slot == writing.PROCEEDINGS:
            self.title.show_item(shown, public=public)
        else:
            self.title.show_part(outside_words(self.proceedings.slot))
        self._centre.set_public(public=public)

    def _changed(self, changed: Changed) -> None:
        if changed.typing and self.proceedings.item not in changed.fields:
            return
        item = self.proceedings.item
        if self._book.meeting_key is None:
            return
        agenda = self._book.meeting.agenda
        gone = item is not None and item not in self._book.shelf
        if gone or (item is None and agenda and self.proceedings.slot == writing.PROCEEDINGS):
            focused = QApplication.focusWidget()
            was_writing = focused is not None and self.proceedings.stream.isAncestorOf(focused)
            self.show_item(agenda[0].key if agenda else None, focus=was_writing and not agenda)
        self._show_title()

    # --- the ready line and the places to write

    def ready(self) -> None:
        """Esc: the ready line; from there to the ready line of the running item (Esc Esc)."""
        if self.keys.isVisible():
            self.keys.dismiss()
            return
        if self.pen.drop_sign() or self.fields.back_to_entry():
            self._from_text = False
            return
        if self.goto.give_up() or self.into_item.give_up():
            return
        self.goto.hide()
        self.into_item.hide()
        self.lines.close_all()
        self.votes.line.hide()
        self._from_text = self.pen.editor.hasFocus() and self.fields.side.isHidden()
        self.tasks.settle()
        self.pen.go_ready()

    def ready_running(self) -> None:
        """Esc Esc: the ready line of the running item. An Esc that closed something is none of the two."""
        if not self._from_text:
            self.ready()
            return
        running, before = course.running_item(self._book), self.proceedings.item
        self.show_item(running.key if running else before)
        if running is not None and running.key != before:
            public = shown_as_public(self._book, running)
            words = _("You are writing in {item} now · public")
            if not public:
                words = _("You are writing in {item} now · not public")
            self._say(words.format(item=agenda_words.number_of(running) or running.name))

    def last_place(self) -> None:
        """Back to where somebody wrote last, to that very character."""
        focused = QApplication.focusWidget()
        if self.pen.key is not None and not (focused and self.proceedings.stream.isAncestorOf(focused)):
            self.pen.focus_row()
            return
        place = self._places.last(self.pen.key)
        if place is not None:
            if place.item != self.proceedings.item:
                self.show_item(place.item)
            self.pen.go_to(place.entry, place.caret)

    def next_area(self) -> None:
        """To the next area."""
        self.areas.go(1)

    def previous_area(self) -> None:
        """To the area before."""
        self.areas.go(-1)

    def show_keys(self) -> None:
        """All keys over the page."""
        self.keys.open(QApplication.focusWidget())

    def name_keys(self) -> None:
        """The user gave actions other keys: rows name them, too."""
        self.proceedings.refresh_names()

    def _say(self, text: str) -> None:
        self.said.emit(text)
        window = self.window()
        if isinstance(window, QMainWindow):
            window.statusBar().showMessage(text, _SAY_MS)
        announce(self, text)
