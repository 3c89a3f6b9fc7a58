"""The parts of the right column, in their order, and the keys that open them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk.checks.checker import Checker
from desktop.ui.desk.checks.checklist import Checklist
from desktop.ui.desk.floor.floor_panel import FloorPanel
from desktop.ui.desk.notes.notes_panel import NotesPanel
from desktop.ui.desk.paper.panel import PaperPanel
from desktop.ui.desk.presence.attendance_panel import AttendancePanel
from desktop.ui.desk.sidecolumn import SideColumn
from desktop.ui.desk.stream.proceedings import Proceedings


class SideParts(SideColumn):
    """One per desk. Every key brings the column out first, where a narrow window hides it."""

    #: the keyboard goes back to the text
    finished = Signal()
    #: something short for the status line
    said = Signal(str)
    #: text that was typed blindly into a list; it belongs to the ready line
    blindText = Signal(str)

    def __init__(
        self,
        book: Book,
        bus: Bus,
        clock: Clock,
        proceedings: Proceedings,
        checker: Checker,
        floor_panel: FloorPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._checker = checker
        self.attendance_panel = AttendancePanel(book, bus, self, clock=clock)
        self.floor_panel = floor_panel
        self.paper_panel = PaperPanel(book, bus, self)
        self.notes_panel = NotesPanel(book, bus, self)
        self.checklist_panel = Checklist(book, checker, proceedings, self)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.add_part(self.attendance_panel, _("Attendance"), self.attendance_panel.focus_list)
        self.add_part(self.floor_panel, _("List of speakers"), self.floor_panel.focus_list)
        self.add_part(self.paper_panel, _("Paper"), self.paper_panel.focus_text)
        self.add_part(self.notes_panel, _("Notes"), self.notes_panel.enter)
        self.add_part(self.checklist_panel, _("Checklist"), self.checklist_panel.focus_list)

    def _connect(self) -> None:
        self.attendance_panel.noted.connect(self.said)
        self.floor_panel.titled.connect(lambda text: self.set_title(self.floor_panel, text))
        self.notes_panel.titled.connect(lambda *titles: self.set_title(self.notes_panel, *titles))
        self.checklist_panel.titled.connect(lambda text: self.set_title(self.checklist_panel, text))
        for listed in (self.attendance_panel, self.floor_panel):
            listed.finished.connect(self.finished)
        for panel in (self.attendance_panel, self.floor_panel, self.paper_panel, self.checklist_panel):
            panel.blindText.connect(self.blindText)

    def show_item(self, key: str | None) -> None:
        """Takes over the item in front."""
        self.notes_panel.show_item(key)
        self.paper_panel.show_item(key)

    def put_away(self) -> None:
        """Another meeting comes: the lines of this one are empty for it."""
        self.attendance_panel.put_away()
        self.floor_panel.put_away()

    # --- actions

    def presence(self) -> None:
        """Who comes or goes."""
        self.show()
        self.bring(self.attendance_panel)
        self.attendance_panel.open()

    def attendance(self) -> None:
        """The whole attendance list."""
        self.attendance_panel.open_list()

    def speakers(self) -> None:
        """Who asks for the floor."""
        self.show()
        self.bring(self.floor_panel)
        self.floor_panel.open()

    def paper(self) -> None:
        """The paper of the shown item beside the text."""
        self.show()
        self.enter(self.paper_panel)

    def notes(self) -> None:
        """What is noted for the secretary only."""
        self.show()
        self.enter(self.notes_panel)

    def checklist(self) -> None:
        """What does not add up."""
        self._checker.hurry()
        self.show()
        self.enter(self.checklist_panel)
