"""From page to page: which pages the window has, and what leads to each of them.

A page is a widget. What it can do of the table of actions it offers as methods (``actions.py``); ``arrive()`` is called
when it comes to the front and puts the focus where typing begins. The desk is a page too: besides, it has
``open_meeting(key)`` and the signals ``paperRequested(str)`` and ``exportRequested(str)``.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.errors import BookError, MeetingUnknown
from desktop.models.queries import setting
from desktop.models.values import Body
from desktop.models.values.aside import TextBlock
from desktop.paths import APP_NAME
from desktop.text import ui_text as _
from desktop.ui import later
from desktop.ui.bus import Bus
from desktop.ui.commands import keypress, shortcuts
from desktop.ui.commands.menus import Menus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.page import DeskPage
from desktop.ui.looks.appearance import PREVIEW, Appearance, remember
from desktop.ui.looks.arrangement import Arrangement
from desktop.ui.notices import Notices
from desktop.ui.pages.meetings import MeetingsPage
from desktop.ui.parts.plaintext import commit_preedit
from desktop.ui.status import Status
from desktop.wording import sentence

if TYPE_CHECKING:
    from desktop.ui.earlier.page import EarlierPage
    from desktop.ui.houses.page import HousesPage
    from desktop.ui.lawbasis import LawBasis
    from desktop.ui.pages.assignments import AssignmentsPage
    from desktop.ui.pages.blocks import BlocksPage
    from desktop.ui.pages.paper import PaperPage
    from desktop.ui.pages.people import PeoplePage
    from desktop.ui.preview.pressroom import Pressroom
    from desktop.ui.undo_actions import UndoActions

#: setting of the book: the meeting that was open last
LAST_MEETING = "window.meeting"
#: what was open and is not needed for typing comes so much later
_LATER_MS = 1_000
#: marking wrong words begins so much later
_SPELLING_MS = 3_000
#: what has no sense while no meeting is open
OF_MEETING = frozenset(
    {
        "edit_meeting",
        "paste_agenda",
        "carry_over",
        "save_template",
        "export",
        "given_out",
        "preview",
        "show_desk",
        "show_law",
    }
)


class Paging(QMainWindow):
    """The pages of a window; its parts are made by the window itself."""

    _book: Book
    _bus: Bus
    _clock: Clock
    appearance: Appearance
    arrangement: Arrangement
    desk: DeskPage
    meetings: MeetingsPage
    pages: QStackedWidget
    menus: Menus
    notices: Notices
    status: Status
    undoing: "UndoActions"
    _meeting_name = ""

    # --- what is made when it is first wanted

    @cached_property
    def _pressroom(self) -> "Pressroom":
        return later.pressroom()(self._book, self._bus, self)

    @cached_property
    def people(self) -> "PeoplePage":
        """The page of bodies, factions and people."""
        page = later.people_page()(self._book, self._bus)
        page.setWindowTitle(_("Bodies and people"))
        page.complained.connect(self.notices.complain)
        page.told.connect(self.status.say)
        page.lawWanted.connect(self._law_of)
        page.meetingLeft.connect(lambda: self._title(""))
        page.left.connect(self.ready)
        self.pages.addWidget(page)
        return page

    @cached_property
    def assignments(self) -> "AssignmentsPage":
        """The tasks of all meetings."""
        page = later.assignments_page()(self._book, self._bus, self._clock)
        page.setWindowTitle(_("Tasks"))
        page.complained.connect(self.notices.complain)
        page.told.connect(self.status.say)
        page.opened.connect(self._open_item)
        self.pages.addWidget(page)
        return page

    @cached_property
    def blocks(self) -> "BlocksPage":
        """The page of text blocks."""
        page = later.blocks_page()(self._book, self._bus, self._clock)
        page.setWindowTitle(_("Text blocks"))
        page.chosen.connect(self._insert_block)
        page.told.connect(self.status.say)
        page.complained.connect(self.notices.complain)
        page.left.connect(self.ready)
        self.pages.addWidget(page)
        return page

    @cached_property
    def houses(self) -> "HousesPage":
        """The page of house profiles."""
        page = later.houses_page()(self._book, self._bus, self._clock, self._pressroom)
        page.setWindowTitle(_("House profiles"))
        page.told.connect(self.status.say)
        page.complained.connect(self.notices.complain)
        page.left.connect(self.show_desk)
        self.pages.addWidget(page)
        return page

    @cached_property
    def paper(self) -> "PaperPage":
        """The form of a paper."""
        page = later.paper_page()(self._book, self._bus)
        page.setWindowTitle(_("Paper"))
        page.complained.connect(self.notices.complain)
        page.left.connect(self.show_desk)
        self.pages.addWidget(page)
        return page

    @cached_property
    def earlier(self) -> "EarlierPage":
        """The page of earlier states."""
        page = later.earlier_page()(self._book, self._bus)
        page.setWindowTitle(_("Earlier state"))
        page.said.connect(self.status.say)
        page.complained.connect(self.notices.complain)
        self.pages.addWidget(page)
        return page

    @cached_property
    def _law_basis(self) -> "LawBasis":
        return later.law_basis()(self._book, self)

    # --- from page to page

    def _show(self, page: QWidget) -> None:
        commit_preedit()
        self._book.end_typing()
        self.pages.setCurrentWidget(page)
        self._title(self._meeting_name)
        self.notices.turn(desk=page is self.desk)
        self.menus.aim(page, frozenset() if self._book.meeting_key else OF_MEETING)
        self.undoing.name(of_book=not hasattr(page, "undoing"))
        self.status.set_hints(self.menus.hints(), saved=page is not self.desk)
        arrive = getattr(page, "arrive", page.setFocus)
        arrive()

    def start(self) -> None:
        """Goes on where the last session ended, else with the running meeting, else shows the list."""
        names = (LAST_MEETING, PREVIEW, shortcuts.SETTING)
        found = self._book.read(lambda db: {name: setting(db, name) for name in names})
        if shortcuts.KEYS.restore(found[shortcuts.SETTING], keypress.refusal):
            self.menus.rekey()
        last = found[LAST_MEETING]
        if last is None or not self._open(last):
            self._show(self.meetings)
            self.meetings.open_running()
        if found[PREVIEW] == "yes":
            QTimer.singleShot(_LATER_MS, self, self._open_preview)  # typing can begin before
        QTimer.singleShot(_SPELLING_MS, self, self.begin_spelling)

    def _open_preview(self) -> None:
        raise NotImplementedError

    def begin_spelling(self) -> None:
        """Marks wrong words from now on."""
        raise NotImplementedError

    def open_meeting(self, key: str) -> None:
        """Opens a meeting at the desk."""
        if not self._open(key):
            self.notices.complain(_k("This meeting is no longer in the book; {undo} may bring it back."))

    def _open(self, key: str) -> bool:
        self.desk.depart()
        self._book.end_typing()
        try:
            meeting = self._book.open_meeting(key)
        except MeetingUnknown:
            return False
        except BookError as error:
            self.notices.complain(sentence(error))
            return True
        remember(self._book, LAST_MEETING, key)
        self.notices.check_house()
        self.notices.check_state()
        self.notices.check_demo()
        self._title(meeting.name)
        self.desk.open_meeting(key)
        self._show(self.desk)
        return True

    def show_desk(self) -> None:
        """Back to the desk, or to the list where no meeting is open."""
        self._show(self.desk if self._book.meeting_key else self.meetings)

    def show_meetings(self) -> None:
        """The list of meetings."""
        self._show(self.meetings)

    def show_people(self) -> None:
        """Bodies, factions and people."""
        self._show(self.people)

    def paste_members(self) -> None:
        """Takes the members of a body from a pasted text; from the desk it leads back there."""
        if self.pages.currentWidget() is self.desk:
            self.people.pasted.connect(self.show_desk, Qt.ConnectionType.SingleShotConnection)
        self._show(self.people)
        self.people.paste_members()

    def show_tasks(self) -> None:
        """The tasks of all meetings."""
        self._show(self.assignments)

    def _open_item(self, meeting: str, item: str) -> None:
        """An item at the desk, in whatever meeting it is."""
        if meeting != self._book.meeting_key:
            self.open_meeting(meeting)
        if meeting == self._book.meeting_key:
            self._show(self.desk)
            self.desk.show_item(item)

    def show_place(self, item: str, entry: str) -> None:
        """An item of the open meeting at the desk, and there the entry with this key."""
        self._show(self.desk)
        if item:
            self.desk.show_item(item)
        if entry and self.desk.proceedings.stream.number_of(entry) is not None:
            self.desk.pen.go_to(entry, 0)

    def show_blocks(self) -> None:
        """Text blocks."""
        self._show(self.blocks)

    def show_houses(self) -> None:
        """House profiles."""
        self._show(self.houses)

    def _insert_block(self, block: TextBlock) -> None:
        """Puts a block where somebody wrote last."""
        if self._book.meeting_key:
            place = self.desk.blocks.last
            self._show(self.desk)
            self.desk.insert_block(block, place)

    def open_paper(self, key: str) -> None:
        """The form of a paper."""
        self.paper.open_paper(key)
        self._show(self.paper)

    def earlier_state(self) -> None:
        """What was there before: the entry that is being written, else the shown item, else the meeting."""
        if self._book.meeting_key:
            self._book.end_typing()
            self.earlier.open(self.desk.proceedings.item, self.desk.pen.key)
            self._show(self.earlier)

    def ready(self) -> None:
        """Esc on a page without a ready line leads back to the desk."""
        if self._book.meeting_key and self.pages.currentWidget() is not self.desk:
            self._show(self.desk)

    def _title(self, meeting: str) -> None:
        """Names the window after the page in front, of which the desk has no name, and the open meeting."""
        self._meeting_name = meeting
        page = self.pages.currentWidget()
        names = (page.windowTitle() if page is not None else "", meeting, APP_NAME)
        self.setWindowTitle(" – ".join(filter(None, names)))

    def _law_of(self, key: str) -> None:
        body = self._book.shelf.value(key)
        assert isinstance(body, Body)
        self._law_basis.show_law(body)
