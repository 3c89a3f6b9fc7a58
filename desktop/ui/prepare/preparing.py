"""Acts that get the open meeting ready: pasting an agenda, taking back what was put off, keeping a template."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models import lookback
from desktop.models.book import Book
from desktop.models.rules import agenda_plan
from desktop.models.rules.agenda_plan import Carried
from desktop.models.values import Meeting
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.prepare import acts
from desktop.ui.prepare.carry import CarryDialog
from desktop.ui.prepare.paste import AgendaPasteDialog
from desktop.wording import sentence

#: the name of a template until somebody gives it a better one; data of the house, so it is German
_TEMPLATE = "Übliche Sitzung"


class Preparing(QObject):
    """One per window; everything is about the open meeting."""

    #: a sentence for the status line
    told = Signal(str)
    #: a sentence about what went wrong
    complained = Signal(str)

    def __init__(self, book: Book, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._window = book, window

    def paste_agenda(self) -> None:
        """Asks for the text of an agenda and adds its items, or puts them in place of those that are there."""
        meeting = self._book.meeting
        dialog = AgendaPasteDialog(
            meeting.agenda,
            self._window,
            replaceable=acts.may_replace(meeting),
            staying=[item for item in meeting.agenda if not acts.is_empty(item)],
        )
        dialog.given.connect(lambda items, replacing: self._added(acts.take(self._book, items, replacing=replacing)))
        self._open(dialog)

    def carry_over(self) -> None:
        """Offers what earlier meetings of the body put off."""
        meeting = self._book.meeting
        lead = meeting.organizations[0] if meeting.organizations else ""
        tasks.when(
            self,
            self._book.query(lambda db: lookback.last_meetings(db, lead, meeting.start)),
            self._ask_what,
            lambda error: self.complained.emit(sentence(error)),
        )

    def _ask_what(self, meetings: tuple[Meeting, ...]) -> None:
        if self._book.meeting_key is None:
            return
        due = agenda_plan.not_on(self._book.meeting.agenda, agenda_plan.put_off(meetings))
        if not due:
            self.told.emit(_("The last meetings of this body left nothing for later."))
            return
        dialog = CarryDialog(due, self._window)
        dialog.given.connect(self._carry)
        self._open(dialog)

    def _carry(self, carried: tuple[Carried, ...]) -> None:
        self._added(acts.take(self._book, [one.planned for one in carried], replacing=False, carried=carried))

    def save_template(self) -> None:
        """Keeps the standing items of the open meeting for later ones."""
        key = acts.save_template(self._book, _TEMPLATE)
        if key is None:
            self.told.emit(_k("The meeting has no body that a template could belong to · {edit_meeting} enters it"))
            return
        name = self._book.shelf.records[key].data["name"]
        self.told.emit(_("Kept as template “{name}”; it can be changed under Bodies and people.", name=name))

    def _added(self, keys: list[str]) -> None:
        self.told.emit(_n("{number} item added", "{number} items added", len(keys)))

    def _open(self, dialog: AgendaPasteDialog | CarryDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
