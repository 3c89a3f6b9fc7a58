"""The main window: places pages, banners and the status line, and leads from one page to another.

A page is a widget. What it can do of the table of actions it offers as methods (``actions.py``); ``arrive()`` is called
when it comes to the front and puts the focus where typing begins. The desk is a page too: besides, it has
``open_meeting(key)`` and the signals ``paperRequested(str)`` and ``exportRequested(str)``.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.errors import BookError, MeetingUnknown
from desktop.models.journal import Changed
from desktop.models.queries import setting
from desktop.models.values import Body
from desktop.models.values.aside import TextBlock
from desktop.paths import APP_NAME
from desktop.text import ui_text as _
from desktop.ui import house, later
from desktop.ui.appearance import DARK, SIZE, Appearance, remember
from desktop.ui.bus import Bus
from desktop.ui.desk.keymap import KeyMap
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.retracing import Retracing
from desktop.ui.dialogs.about import show_about
from desktop.ui.dialogs.command import CommandDialog
from desktop.ui.menus import Menus
from desktop.ui.messages import Banners, Tone
from desktop.ui.notices import Notices
from desktop.ui.pages.meetings import MeetingsPage
from desktop.ui.plaintext import commit_preedit
from desktop.ui.status import Status
from desktop.ui.theme import Theme
from desktop.ui.undo_actions import UndoActions
from desktop.wording import sentence

if TYPE_CHECKING:
    from desktop.ui.convening import Convening
    from desktop.ui.earlier.page import EarlierPage
    from desktop.ui.exporting import Exporter
    from desktop.ui.importing import Importer
    from desktop.ui.lawbasis import LawBasis
    from desktop.ui.pages.assignments import AssignmentsPage
    from desktop.ui.pages.blocks import BlocksPage
    from desktop.ui.pages.paper import PaperPage
    from desktop.ui.pages.people import PeoplePage
    from desktop.ui.prepare.preparing import Preparing

#: setting of the book: the meeting that was open last
LAST_MEETING = "window.meeting"
#: what has no sense while no meeting is open
_OF_MEETING = frozenset(
    {"edit_meeting", "paste_agenda", "carry_over", "save_template", "export", "show_desk", "show_law"}
)


class Window(QMainWindow):
    """One book, one window. ``data`` is the data folder of the book."""

    def __init__(self, book: Book, bus: Bus, clock: Clock, theme: Theme, data: Path) -> None:
        super().__init__()
        self._book, self._bus, self._clock, self._data = book, bus, clock, data
        self.appearance = Appearance(book, theme)
        self._leaving = False
        bus.changed.connect(self._mind_meeting)  # before any page hears of it
        self.desk = DeskPage(book, bus, clock=clock)
        self.meetings = MeetingsPage(book, bus)
        self.banners = Banners(self)
        self.status = Status(bus, clock, self)
        self.setStatusBar(self.status)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.meetings)
        self.pages.addWidget(self.desk)
        self.setCentralWidget(self._frame())
        self.menus = Menus(self)
        self.notices = Notices(book, bus, self.banners, self)
        self.undoing = UndoActions(book, bus, self.menus, self.status, self.banners, self)
        Retracing(book, self.desk, self.undoing)
        self._connect()
        self._title("")
        self.menus.aim(self.meetings, _OF_MEETING)

    def place(self) -> None:
        """Shows the window as large as the screen: the desk needs the room."""
        self.resize(1200, 780)
        self.showMaximized()

    def _frame(self) -> QWidget:
        frame = QWidget(self)
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.banners)
        rows.addWidget(self.pages, 1)
        return frame

    def _connect(self) -> None:
        self._bus.changed.connect(self._followed)
        self.menus.begun.connect(self.status.clearMessage)
        self.meetings.opened.connect(self.open_meeting)
        self.meetings.newWanted.connect(self.new_meeting)
        self.meetings.importWanted.connect(self.import_file)
        self.meetings.demoWanted.connect(self.take_demo)
        self.meetings.complained.connect(self.notices.complain)
        self.desk.paperRequested.connect(self.open_paper)
        self.desk.exportRequested.connect(self.export_part)
        self.desk.meetingDetailsWanted.connect(self.edit_meeting)
        self.desk.contradicted.connect(lambda text: self.notices.contradicted(text, self.desk.checklist))

    # --- what is made when it is first wanted

    @cached_property
    def people(self) -> "PeoplePage":
        """The page of bodies, factions and people."""
        page = later.people_page()(self._book, self._bus)
        page.complained.connect(self.notices.complain)
        page.lawWanted.connect(self._law_of)
        page.meetingLeft.connect(lambda: self._title(""))
        page.left.connect(self.ready)
        self.pages.addWidget(page)
        return page

    @cached_property
    def assignments(self) -> "AssignmentsPage":
        """The tasks of all meetings."""
        page = later.assignments_page()(self._book, self._bus, self._clock)
        page.complained.connect(self.notices.complain)
        page.told.connect(self.status.say)
        page.opened.connect(self._open_item)
        self.pages.addWidget(page)
        return page

    @cached_property
    def blocks(self) -> "BlocksPage":
        """The page of text blocks."""
        page = later.blocks_page()(self._book, self._bus, self._clock)
        page.chosen.connect(self._insert_block)
        page.told.connect(self.status.say)
        page.complained.connect(self.notices.complain)
        page.left.connect(self.ready)
        self.pages.addWidget(page)
        return page

    @cached_property
    def paper(self) -> "PaperPage":
        """The form of a paper."""
        page = later.paper_page()(self._book, self._bus)
        page.complained.connect(self.notices.complain)
        page.left.connect(self.show_desk)
        self.pages.addWidget(page)
        return page

    @cached_property
    def earlier(self) -> "EarlierPage":
        """The page of earlier states."""
        page = later.earlier_page()(self._book, self._bus)
        page.said.connect(self.status.say)
        page.complained.connect(self.notices.complain)
        self.pages.addWidget(page)
        return page

    @cached_property
    def _keys(self) -> KeyMap:
        return KeyMap(self.centralWidget() or self)

    @cached_property
    def _convening(self) -> "Convening":
        made = later.convening()(self._book, self._clock, self)
        made.complained.connect(self.notices.complain)
        made.made.connect(self.open_meeting)
        return made

    @cached_property
    def _preparing(self) -> "Preparing":
        made = later.preparing()(self._book, self)
        made.complained.connect(self.notices.complain)
        made.told.connect(self.status.say)
        return made

    @cached_property
    def _importer(self) -> "Importer":
        made = later.importer()(self._book, self.banners, self)
        made.imported.connect(self.open_meeting)
        made.told.connect(self.status.say)
        return made

    @cached_property
    def _exporter(self) -> "Exporter":
        return later.exporter()(self._book, self._clock, self._data, self)

    @cached_property
    def _law_basis(self) -> "LawBasis":
        return later.law_basis()(self._book, self)

    # --- from page to page

    def _show(self, page: QWidget) -> None:
        commit_preedit()
        self._book.end_typing()
        self.pages.setCurrentWidget(page)
        self.menus.aim(page, frozenset() if self._book.meeting_key else _OF_MEETING)
        self.status.set_hints(self.menus.hints(), saved=page is not self.desk)
        arrive = getattr(page, "arrive", page.setFocus)
        arrive()

    def start(self) -> None:
        """Goes on where the last session ended, else with the running meeting, else shows the list."""
        names = (LAST_MEETING, SIZE, DARK)
        found = self._book.read(lambda db: {name: setting(db, name) for name in names})
        self.appearance.restore(found.get)
        last = found[LAST_MEETING]
        if last is None or not self._open(last):
            self._show(self.meetings)
            self.meetings.open_running()

    def open_meeting(self, key: str) -> None:
        """Opens a meeting at the desk."""
        if not self._open(key):
            self.notices.complain(_("This meeting is no longer in the book."))

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

    def show_blocks(self) -> None:
        """Text blocks."""
        self._show(self.blocks)

    def _insert_block(self, block: TextBlock) -> None:
        """Puts a block where somebody wrote last."""
        if self._book.meeting_key:
            self._show(self.desk)
            self.desk.insert_block(block)

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

    # --- what the bus tells

    def _followed(self, changed: Changed) -> None:
        key = self._book.meeting_key
        if key is not None and "name" in changed.fields.get(key, ()):
            self._title(self._book.meeting.name)

    def _mind_meeting(self, changed: Changed) -> None:
        """Leaves the desk where the open meeting was undone or replaced."""
        key = self._book.meeting_key
        if key is not None and key in changed.went and key not in self._book.shelf:
            self._book.open_body("")
            self._title("")
            self._show(self.meetings)

    def _title(self, meeting: str) -> None:
        self.setWindowTitle(f"{meeting} – {APP_NAME}" if meeting else APP_NAME)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What the disk has not taken yet is not thrown away without asking."""
        commit_preedit()
        self._book.end_typing()
        if self.status.failing and not self._leaving:
            event.ignore()
            text = _("What you typed last is not on the disk yet. If you quit now, it may be lost.")
            self.banners.show_message("quit", text, Tone.PROBLEM, (_("Quit all the same"), self._leave))
            self.banners.focus_newest()
        else:
            self.desk.depart()
            event.accept()

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    # --- what the window itself does, see the table of actions

    def new_meeting(self) -> None:
        """A new meeting, by form."""
        self._convening.new()

    def edit_meeting(self) -> None:
        """The open meeting's details, by form."""
        if self._book.meeting_key:
            self._convening.edit()

    def paste_agenda(self) -> None:
        """Takes an agenda from a pasted text."""
        self._preparing.paste_agenda()

    def carry_over(self) -> None:
        """Takes over what earlier meetings put off."""
        self._preparing.carry_over()

    def save_template(self) -> None:
        """Keeps the standing items of the open meeting as a template."""
        self._preparing.save_template()

    def import_file(self) -> None:
        """Takes a file in."""
        self._importer.ask()

    def take_demo(self) -> None:
        """Takes the invented municipality in."""
        self._importer.take_demo()

    def take_file(self, path: Path) -> None:
        """Takes a file in that was named on the command line."""
        self._importer.take(path)

    def export(self) -> None:
        """Makes documents of the open meeting."""
        self.export_part("")

    def export_part(self, item: str) -> None:
        """Makes documents of the open meeting, proposed for one item."""
        if self._book.meeting_key:
            self._book.end_typing()
            self._exporter.ask(item)

    def show_saved(self) -> None:
        """Everything is saved by itself; Ctrl+S says when."""
        self._book.end_typing()
        self.status.say(self.status.saved_text())

    def command(self) -> None:
        """Offers all that can be done now, by a few letters."""
        dialog = CommandDialog(self.menus.able(), self)
        dialog.chosen.connect(self.menus.trigger)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_keys(self) -> None:
        """All keys over the page."""
        self._keys.open(QApplication.focusWidget())

    def show_menu(self) -> None:
        """Opens the menu bar by key."""
        self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def show_law(self) -> None:
        """The law that applies to the body of the open meeting."""
        if self._book.meeting_key:
            self._law_basis.show_law(house.body_of(self._book))

    def _law_of(self, key: str) -> None:
        body = self._book.shelf.value(key)
        assert isinstance(body, Body)
        self._law_basis.show_law(body)

    def about(self) -> None:
        """Name, version and licence."""
        show_about(self)

    def quit(self) -> None:
        """Closes the window."""
        self.close()
