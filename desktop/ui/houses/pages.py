"""The pages beside the form: made anew after each change, at the place that the change is about."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.order import LOOKS
from desktop.models.values import Reader
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.dialogs.export_choices import KINDS
from desktop.ui.houses.catalog import look_words
from desktop.ui.houses.fields import shrink
from desktop.ui.looks.theme import Label
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice
from desktop.ui.preview.messages import PressGone, Sample, Sheets, Work
from desktop.ui.preview.pageview import PageView
from desktop.ui.preview.pressroom import Pressroom
from desktop.wording import told

_NIEDERSCHRIFT = Sample(Kind.NIEDERSCHRIFT, Look.DRUCK, Reader.COMPLETE)


class SamplePages(QWidget):
    """The pages of an invented meeting in a profile as it is on the disk; of several wishes the newest counts."""

    #: pages are shown
    came = Signal()

    def __init__(self, folder: Path, clock: Clock, pressroom: Pressroom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._clock, self._pressroom = folder, clock, pressroom
        self._name, self._shown_folder = "", folder
        self._find = ""
        self._sheets: Sheets | None = None
        self._wish: tuple[str, Path, datetime, Sample] | None = None
        self._busy = False
        #: another document: it is shown from its first page
        self._fresh = False
        self._kind = Choice(_samples(), self)
        shrink(self._kind)
        self._kind.setAccessibleName(_("Document of the preview"))
        self._kind.set_value(_NIEDERSCHRIFT)
        self._kind.chosen.connect(self._choose)
        #: whether newer pages are being made
        self.renewing = Label("", colour="muted", parent=self)
        self.view = PageView(self)
        self._lay_out()

    def _lay_out(self) -> None:
        head = Flow()
        title = Label(_("Preview"), parent=self)
        title.setBuddy(self._kind)
        head.addWidget(title)
        head.addWidget(self._kind, 1)
        head.addWidget(self.renewing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.view, 1)

    # --- what is shown

    def show_sample(self, kind: str) -> None:
        """Another kind of document, by its name, unless it is shown already."""
        chosen: Sample = self._kind.value()
        if chosen.kind != kind:
            self._kind.set_value(next(sample for sample, _words in _samples() if sample.kind == kind))
            self._fresh = True
            self._remake()

    def _choose(self, _sample: Sample) -> None:
        self._fresh = True
        self._remake()

    def look_for(self, words: str) -> None:
        """Turns to the page with these words, else to the first; to these words also whenever newer pages come."""
        self._find = words
        if self._sheets is not None:
            self.view.show_pdf(self._sheets.data, self._sheets.page_with(words) or 1)

    def refresh(self, name: str, folder: Path | None = None) -> None:
        """Makes the pages of a profile anew; ``folder`` is where it is, None: the user's own."""
        self._name, self._shown_folder = name, folder or self._folder
        self._remake()

    def _remake(self) -> None:
        self._wish = (self._name, self._shown_folder, self._clock.now(), self._kind.value())
        if not self._busy:
            self._begin()

    # --- the other process

    def showEvent(self, event: QShowEvent) -> None:
        """What was wished for while nobody looked."""
        super().showEvent(event)
        if not self._busy:
            self._begin()

    def _begin(self) -> None:
        if self._wish is None or not self._name or not self.isVisible():
            return
        wish, self._wish = self._wish, None
        self._set_busy(True)
        tasks.when(self, self._pressroom.work(Work.SHEETS, *wish), self._take, self._fail)

    def _set_busy(self, busy: bool) -> None:
        """What is shown is older than the form until newer pages are there."""
        self._busy = busy
        self.renewing.setText(_("being renewed …") if busy else "")

    def _take(self, sheets: Sheets) -> None:
        self._set_busy(False)
        if self._wish is None:
            self._sheets = sheets
            self.view.show_pdf(sheets.data, sheets.page_with(self._find) or (1 if self._fresh else None))
            self._fresh = False
            self.came.emit()
        self._begin()

    def _fail(self, error: Exception) -> None:
        """A file that is missing, a profile that came to be broken on the disk, or a process that was ended."""
        self._set_busy(False)
        self._sheets = None
        crashed = _("The preview has crashed. It begins again with the next change.")
        self.view.clear(crashed if isinstance(error, PressGone) else told(error))
        self._begin()


def _samples() -> list[tuple[Sample, str]]:
    """The whole Niederschrift for the house and for the public, and every other kind in its looks."""
    looks = look_words()
    public = Sample(Kind.NIEDERSCHRIFT, Look.DRUCK, Reader.PUBLIC)
    found = [
        (_NIEDERSCHRIFT, _(KINDS[Kind.NIEDERSCHRIFT])),
        (public, _("{kind}, public and released", kind=_(KINDS[Kind.NIEDERSCHRIFT]))),
    ]
    for kind in (one for one in Kind if one is not Kind.NIEDERSCHRIFT):
        for look in LOOKS[kind]:
            words = _(KINDS[kind]) if len(LOOKS[kind]) == 1 else f"{_(KINDS[kind])}, {looks[look]}"
            found.append((Sample(kind, look, Reader.COMPLETE), words))
    return found
