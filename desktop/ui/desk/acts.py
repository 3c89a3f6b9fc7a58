"""What the actions of the desk do: entries, items, the meeting. The page adds where they show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.clock import Clock, stamp
from desktop.models.book import Book
from desktop.models.values import AgendaItem, Paper
from desktop.models.values.aside import TextBlock
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui.desk import writing
from desktop.ui.desk.blocks.blocks import Blocks
from desktop.ui.desk.checks.checker import Checker
from desktop.ui.desk.columns import Columns
from desktop.ui.desk.elections.election_acts import ElectionActs
from desktop.ui.desk.firststeps import FirstSteps
from desktop.ui.desk.header import Header
from desktop.ui.desk.items import resolution
from desktop.ui.desk.items.agenda import Agenda
from desktop.ui.desk.items.announcement import Announcement
from desktop.ui.desk.items.goto import GoTo
from desktop.ui.desk.items.itemform import ItemForm
from desktop.ui.desk.items.outcome import Outcome
from desktop.ui.desk.items.titlebar import TitleBar
from desktop.ui.desk.paper.aloud import ReadAloud
from desktop.ui.desk.presence import recusal_acts
from desktop.ui.desk.procedure import announcing, closing, course, offers
from desktop.ui.desk.procedure.lines import CourseLines
from desktop.ui.desk.sideparts import SideParts
from desktop.ui.desk.stream.entryacts import EntryActs
from desktop.ui.desk.stream.fields import Fields
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.stream.proceedings import Proceedings
from desktop.ui.desk.tasks.taskstrip import TaskStrip
from desktop.ui.desk.voting.voteacts import VoteActs
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from desktop.ui.richtext.editor import EntryEditor


class DeskActs(QWidget):
    """The slots of the desk; its parts are made by the page."""

    #: the key of a paper to open in its form
    paperRequested = Signal(str)
    #: the key of the item whose extract is wanted
    exportRequested = Signal(str)
    #: the details of the meeting are to be changed
    meetingDetailsWanted = Signal()
    #: something short for the status line
    said = Signal(str)
    #: a correction of presence contradicts votes, in words; empty where it does no more
    contradicted = Signal(str)

    _book: Book
    _clock: Clock
    proceedings: Proceedings
    pen: Pen
    fields: Fields
    blocks: Blocks
    entry: EntryActs
    votes: VoteActs
    elections: ElectionActs
    outcome: Outcome
    announced: Announcement
    tasks: TaskStrip
    steps: FirstSteps
    title: TitleBar
    goto: GoTo
    header: Header
    agenda: Agenda
    side: SideParts
    reader: ReadAloud
    checker: Checker
    room: Columns
    lines: CourseLines
    #: what stands beside the text, where something does
    beside: QWidget | None = None
    _item_form: ItemForm

    def shown(self) -> AgendaItem | None:
        """The item in front."""
        key = self.proceedings.item
        value = self._book.shelf.value(key) if key and key in self._book.shelf else None
        return value if isinstance(value, AgendaItem) else None

    def show_item(self, key: str | None, *, focus: bool = True) -> None:
        """Shows an item; which one runs does not change."""
        raise NotImplementedError

    def show_part(self, part: str) -> None:
        """Shows what was written before the first item or after the last."""
        raise NotImplementedError

    def put_beside(self, part: QWidget) -> QSplitter:
        """Gives a part a place beside the text."""
        raise NotImplementedError

    def arrive(self) -> None:
        """The keyboard goes to where typing begins."""
        raise NotImplementedError

    # --- entries

    def _now(self) -> str:
        return stamp(self._clock.now())

    def enclose(self) -> None:
        """The next number of an attachment, for what is being written; its file comes later."""
        self.outcome.attachments.reserve(self.pen.key if self.pen.has_keyboard() else None)

    def resolution(self) -> None:
        """The resolution; after an accepted amendment its wording is worked in."""
        item = self.shown()
        if item is None:
            return
        self._focus_resolution()
        if not item.resolution and resolution.waits(self._book, item):
            self._work_in(item)

    def _focus_resolution(self) -> None:
        self.room.use(self.outcome)
        self.outcome.resolution.setFocus()

    def _work_in(self, item: AgendaItem) -> None:
        """What is typed next begins a paragraph of its own.

        Without a proposal the wording is no resolution yet: it is marked, so that typing replaces it.
        """
        resolution.work_in(self._book, item)
        if writing.proposal(self._book, item.key):
            self.outcome.resolution.begin_paragraph()
        else:
            self.outcome.resolution.selectAll()

    def adopt_proposal(self) -> None:
        """The proposal of the paper becomes the resolution, with what was amended; a second time it replaces one."""
        if self.outcome.adopt_proposal():
            self._focus_resolution()

    def _text(self) -> EntryEditor | None:
        """The text that the keyboard is in, or was in before it went to a menu."""
        focused = QApplication.focusWidget()
        if isinstance(focused, EntryEditor):
            return focused
        writes = self.pen.row is not None and self.pen.row.has_text and self.pen.has_keyboard()
        return self.pen.editor if writes else None

    def insert_block(self, block: TextBlock, place: EntryEditor | None = None) -> None:
        """A text block into the resolution where that is the place, else into the entry or on the ready line."""
        if place is self.outcome.resolution:
            self.room.use(self.outcome)
            place.setFocus()
            self.blocks.put(block, place)
            return
        if self.pen.row is None or not self.pen.row.has_text:
            self.pen.go_ready()
        if self.proceedings.item is not None:
            self.blocks.put(block, self.pen.editor)

    def time_stamp(self) -> None:
        """The time of day into the text or the field that the keyboard is in."""
        words = format_time(self._clock.now(), "HH:mm 'Uhr'")
        field, text = QApplication.focusWidget(), self._text()
        if isinstance(field, PlainLine):
            field.insert(words)
        elif isinstance(field, PlainTextEdit):
            field.insertPlainText(words)
        elif text is not None:
            text.textCursor().insertText(words)
        else:
            self.lines.said.emit(_("The keyboard is in no text."))

    # --- items

    def call_item(self) -> None:
        """The shown item becomes the running one; on the running one: the next."""
        refused = offers.refused_call(self._book)
        if refused:
            self.lines.said.emit(refused)
        elif self.proceedings.item is not None:
            self.pen.leave()
            self.show_item(course.call_item(self._book, self.proceedings.item, self._clock.now()))
            self.lines.tell_place(self.shown())

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
                key = self._book.add(Paper(name=item.name, public=item.public), body, "papers")
                self._book.change(item.key, papers=(key,))
        self.paperRequested.emit(key)

    def read_aloud(self) -> None:
        """The resolution in big type."""
        item = self.shown()
        if item is not None:
            self.reader.open(item)

    def export_item(self) -> None:
        """The extract of the shown item."""
        self.exportRequested.emit(self.proceedings.item or "")

    # --- the meeting

    def no_recusal(self) -> None:
        """»Kein Mitglied erklärt sich für befangen«, as the law words it, at the end of the shown item."""
        key = (
            recusal_acts.state_nobody(self._book, self.proceedings.item, self._now()) if self.proceedings.item else None
        )
        if key is not None:
            self.pen.go_ready()

    def procedure(self) -> None:
        """What is due with the meeting as a whole."""
        self.lines.procedure.offer(self.proceedings.item)

    def _after_procedure(self, act: course.Act | None) -> None:
        """The meeting begins where it is: its running item is shown, whatever was looked at before."""
        self.header.refresh()
        running = course.running_item(self._book)
        if running is not None and (act is course.Act.OPEN or self.proceedings.item is None):
            self.show_item(running.key)
        self.pen.go_ready()
        if act is course.Act.OPEN:
            self.lines.said.emit(closing.opened_words(self._book))
        if act is course.Act.CLOSE:
            self.side.checklist()
            self._tell_closed()
            if self.checker.busy:
                self.checker.changed.connect(self._tell_closed, Qt.ConnectionType.SingleShotConnection)

    def _tell_closed(self) -> None:
        self.lines.said.emit(closing.words(self._book, len(self.checker.findings)))

    def announce(self, item: str) -> None:
        """The Bekanntgabe of an item is written."""
        self.show_item(item)
        self.announcement()

    def announcement(self) -> None:
        """The Bekanntgabe of the shown item, the only text of a non-public one; else of one that waits for it."""
        waiting = [item.key for item in announcing.due(self._book)]
        shown = self.shown()
        own = shown is not None and not shown.public and (announcing.is_decided(shown) or shown.announcement)
        if waiting and not own:
            self.show_item(waiting[0])
        if self.announced.want():
            self.room.use(self.outcome)
            self.announced.setFocus()
        else:
            self.lines.said.emit(_("Only what is not public is announced."))
