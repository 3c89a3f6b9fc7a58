"""The main window: places pages, banners and the status line, and does what belongs to no page."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import AgendaItem, ItemKind
from desktop.text import ui_text as _
from desktop.ui import house, later
from desktop.ui.bus import Bus
from desktop.ui.commands.listing import Commands
from desktop.ui.commands.menus import Menus
from desktop.ui.desk.keymap import KeyMap
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.retracing import Retracing
from desktop.ui.dialogs.about import show_about
from desktop.ui.looks.appearance import Appearance
from desktop.ui.looks.arrangement import Arrangement
from desktop.ui.looks.theme import Theme
from desktop.ui.messages import Banners, Tone
from desktop.ui.notices import Notices
from desktop.ui.pages.meetings import MeetingsPage
from desktop.ui.paging import OF_MEETING, Paging
from desktop.ui.parts.plaintext import commit_preedit
from desktop.ui.status import Status
from desktop.ui.undo_actions import UndoActions

if TYPE_CHECKING:
    from desktop.ui.convening import Convening
    from desktop.ui.exporting import Exporter
    from desktop.ui.importing import Importer
    from desktop.ui.prepare.preparing import Preparing
    from desktop.ui.preview.preview import Preview
    from desktop.ui.room.room import Room
    from desktop.ui.settings.keypage import KeyPage
    from desktop.ui.settings.page import SettingsPage
    from desktop.ui.spelling.acts import SpellingActs


class Window(Paging):
    """One book, one window. ``data`` is the data folder of the book."""

    #: the code of a language; the program makes the window anew in it
    languageWanted = Signal(str)

    def __init__(self, book: Book, bus: Bus, clock: Clock, theme: Theme, data: Path) -> None:
        super().__init__()
        self._book, self._bus, self._clock, self._data = book, bus, clock, data
        self.appearance = Appearance(book, theme)
        self.appearance.restore()
        self._leaving = False
        bus.changed.connect(self._mind_meeting)  # before any page hears of it
        self.desk = DeskPage(book, bus, clock=clock)
        self.meetings = MeetingsPage(book, bus)
        self.banners = Banners(self)
        self.status = Status(bus, clock, self)
        self.setStatusBar(self.status)
        self.appearance.say = self.status.say
        self.pages = QStackedWidget(self)
        self.meetings.setWindowTitle(_("Meetings"))
        self.pages.addWidget(self.meetings)
        self.pages.addWidget(self.desk)
        self.setCentralWidget(self._frame())
        self.menus = Menus(self)
        self.notices = Notices(book, bus, self.banners, self)
        self.undoing = UndoActions(book, bus, self.menus, self.status, self.banners, self)
        Retracing(book, self.desk, self.undoing)
        self._connect()
        self.arrangement = Arrangement(book, self, self.desk.room, self.desk.side)
        self._title("")
        self.menus.aim(self.meetings, OF_MEETING)

    def place(self) -> None:
        """Shows the window as it was arranged."""
        self.arrangement.place()

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
        self.menus.rekeyed.connect(lambda: self.status.set_hints(self.menus.hints(), saved=True))
        self.meetings.opened.connect(self.open_meeting)
        self.meetings.newWanted.connect(self.new_meeting)
        self.meetings.importWanted.connect(self.import_file)
        self.meetings.demoWanted.connect(self.take_demo)
        self.meetings.complained.connect(self.notices.complain)
        self.desk.paperRequested.connect(self.open_paper)
        self.desk.exportRequested.connect(self.export_at_once)
        self.desk.meetingDetailsWanted.connect(self.edit_meeting)
        self.notices.open_checks = lambda: len(self.desk.checker.findings)
        self.notices.show_checks = self.desk.side.checklist
        self.desk.contradicted.connect(lambda text: self.notices.contradicted(text, self.desk.side.checklist))

    # --- what is made when it is first wanted

    @cached_property
    def _key_page(self) -> "KeyPage":
        made = later.key_page()(self._book, self._pressroom, self._clock, self)
        made.told.connect(self.status.say)
        made.complained.connect(self.notices.complain)
        made.complained.connect(self.status.clearMessage)
        return made

    @cached_property
    def commands(self) -> Commands:
        """The line of commands."""
        return Commands(self, self)

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
        made = later.exporter()(self._book, self._clock, self._pressroom, self.banners, self)
        made.placeWanted.connect(self.show_place)
        return made

    @cached_property
    def _preview(self) -> "Preview":
        made = later.preview()(self._book, self._bus, self._clock, self._pressroom, self.desk)
        made.blindText.connect(self.desk.pen.write_on_ready)
        return made

    @cached_property
    def settings(self) -> "SettingsPage":
        """The page of settings."""
        page = later.settings_page()(self, self)
        page.setWindowTitle(_("Settings"))
        page.left.connect(self.show_desk)
        self.pages.addWidget(page)
        return page

    # --- what others ask it

    @property
    def book(self) -> Book:
        """What it shows."""
        return self._book

    @property
    def busy(self) -> bool:
        """Whether something would be lost if the window went now: files being made, or what the disk did not take."""
        return self.status.failing or ("_pressroom" in self.__dict__ and self._pressroom.busy)

    @cached_property
    def room(self) -> "Room":
        """The window for the hall."""
        made = later.room()(self._book, self._bus, self._clock, self)
        made.state.connect(self.desk.header.show_room)
        made.state.connect(self.desk.lines.procedure.show_room)
        made.told.connect(self.status.say)
        return made

    @cached_property
    def spelling(self) -> "SpellingActs":
        """What marks wrong words."""
        made = later.spelling()(self._book, self._bus, self.desk, self)
        made.said.connect(self.status.say)
        return made

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

    def closeEvent(self, event: QCloseEvent) -> None:
        """What the disk has not taken yet is not thrown away without asking."""
        commit_preedit()
        self._book.end_typing()
        if self.status.failing and not self._leaving:
            event.ignore()
            text = _(
                "What you typed last is not on the disk yet. If you quit now, it may be lost; "
                "please wait until it is saved, or copy the text."
            )
            self.banners.show_message("quit", text, Tone.PROBLEM, (_("Quit all the same"), self.dismiss))
            self.banners.focus_newest()
        else:
            self.arrangement.leave()
            self.desk.depart()
            if "room" in self.__dict__:
                self.room.close()
            if "spelling" in self.__dict__:
                self.spelling.close()
            if "_pressroom" in self.__dict__:
                self._pressroom.close()
            event.accept()

    def dismiss(self) -> None:
        """Closes the window without asking."""
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
        """Takes an agenda from a pasted text; the desk shows it."""
        self.ready()
        self._preparing.paste_agenda()

    def carry_over(self) -> None:
        """Takes over what earlier meetings put off; the desk shows it."""
        self.ready()
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
        if self._book.meeting_key:
            self._book.end_typing()
            self._exporter.ask()

    def export_at_once(self, item: str) -> None:
        """Makes the extract of an item; where none is shown, asks what is to be made."""
        shown = self._book.shelf.value(item) if item else None
        if isinstance(shown, AgendaItem) and shown.kind is not ItemKind.DIVIDER:
            self._book.end_typing()
            self._exporter.at_once(shown)
        else:
            self.export()

    def given_out(self) -> None:
        """What was given out of the open meeting, and whether a file still is that."""
        if self._book.meeting_key:
            self._exporter.show_given()

    def preview(self) -> None:
        """The real pages beside the text."""
        if self._book.meeting_key:
            if self.pages.currentWidget() is not self.desk:
                self.show_desk()
            self._open_preview()

    def _open_preview(self) -> None:
        if self._book.meeting_key:
            self._preview.toggle()

    def room_window(self) -> None:
        """What the hall sees, on the second screen."""
        self.room.toggle()

    def room_blank(self) -> None:
        """Nothing but a neutral picture in the hall, until the key is pressed again."""
        self.room.cover()

    def begin_spelling(self) -> None:
        """Words are marked from now on; dictionary and names are loaded beside the window."""
        self.spelling.speller.begin()

    def suggest_spelling(self) -> None:
        """Suggestions for a marked word."""
        self.spelling.suggest()

    def next_misspelling(self) -> None:
        """On to the next marked word."""
        self.spelling.next()

    def show_saved(self) -> None:
        """Everything is saved by itself; Ctrl+S says when."""
        self._book.end_typing()
        self.status.say(self.status.saved_text())

    def command(self) -> None:
        """Offers all there is, by a few letters."""
        self.commands.open()

    def show_keys(self) -> None:
        """All keys over the page."""
        self._keys.open(QApplication.focusWidget())

    def print_keys(self) -> None:
        """All keys as a page to print."""
        self._key_page.make()

    def show_menu(self) -> None:
        """Opens the menu bar by key."""
        self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def show_settings(self) -> None:
        """What can be set about the window."""
        self._show(self.settings)

    def show_law(self) -> None:
        """The law that applies to the body of the open meeting."""
        if self._book.meeting_key:
            self._law_basis.show_law(house.body_of(self._book))

    def about(self) -> None:
        """Name, version and licence."""
        show_about(self)

    def quit(self) -> None:
        """Closes the window."""
        self.close()
