"""The right column of the desk: presence and checklist behind tabs; more tabs may come."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.models.book import Book
from desktop.models.values import AgendaItem
from desktop.text import ui_text as _
from desktop.ui.desk.checks.checker import Checker
from desktop.ui.desk.checks.checklist import Checklist
from desktop.ui.desk.presence.attendance_panel import AttendancePanel
from desktop.ui.desk.stream.proceedings import Proceedings


class SideColumn(QTabWidget):
    """Shows one of its parts at a time. Ctrl+Tab goes on to the next tab, as Qt has it."""

    #: go to an item and an entry of it; either may be empty
    wanted = Signal(str, str)

    def __init__(
        self,
        book: Book,
        presence: AttendancePanel,
        checker: Checker,
        proceedings: Proceedings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._checker, self._proceedings = book, checker, proceedings
        self._presence = presence
        self.checklist = Checklist(self)
        self.setAccessibleName(_("Attendance and checklist"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBar().setExpanding(True)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addTab(presence, _("Attendance"))
        self.addTab(self.checklist, _("Checklist"))
        self.checklist.wanted.connect(self.wanted)
        checker.changed.connect(self.refresh)
        self.currentChanged.connect(self._fill)

    def show_presence(self) -> None:
        """Presence comes to the front."""
        self.setCurrentWidget(self._presence)

    def show_checklist(self) -> None:
        """The checklist comes to the front, with the keyboard in it."""
        self.setCurrentWidget(self.checklist)
        self.checklist.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_part(self) -> None:
        """The keyboard goes into what is in front."""
        if self.currentWidget() is self._presence:
            self._presence.focus_list()
        else:
            self.show_checklist()

    def refresh(self) -> None:
        """Takes over what is found; the tab says how much it is."""
        number = len(self._checker.findings)
        self.setTabText(
            self.indexOf(self.checklist), _("Checklist ({number})", number=number) if number else _("Checklist")
        )
        self._fill()

    def _fill(self) -> None:
        """Writes the list only where somebody sees it."""
        if self.currentWidget() is not self.checklist:
            return
        items: dict[str, AgendaItem] = {}
        if self._book.meeting_key is not None:
            items = {item.key: item for item in self._book.meeting.agenda}
        self.checklist.show_findings(self._checker.findings, items, self._proceedings.directory)
