"""The pages beside the form: made anew after each change, at the place that the change is about."""

import multiprocessing
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.order import LOOKS
from desktop.models.profiles import ProfileError
from desktop.models.values import Reader
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.form import Choice
from desktop.ui.houses.catalog import kind_words, look_words
from desktop.ui.houses.fields import shrink
from desktop.ui.houses.sample import Sample, Sheets, begin, render
from desktop.ui.preview.pageview import PageView
from desktop.ui.theme import Label
from desktop.wording import sentence

_NIEDERSCHRIFT = Sample(Kind.NIEDERSCHRIFT, Look.DRUCK, Reader.COMPLETE)


class SamplePages(QWidget):
    """The pages of an invented meeting in a profile as it is on the disk; of several wishes the newest counts."""

    #: pages are shown
    came = Signal()

    def __init__(self, folder: Path, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._clock = folder, clock
        self._name, self._shown_folder = "", folder
        self._find = ""
        self._sheets: Sheets | None = None
        self._pool: ProcessPoolExecutor | None = None
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
        head = QHBoxLayout()
        title = QLabel(_("Preview"), self)
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
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), begin)
        self._set_busy(True)
        future: Future[Sheets] = self._pool.submit(render, *wish)
        tasks.when(self, future, self._take, self._fail)

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
        if isinstance(error, ProfileError | OSError):
            self.view.clear(sentence(error))
        else:
            self.rest()
            self.view.clear(_("There is no preview now."))
        self._begin()

    def rest(self) -> None:
        """Nobody looks any more: the process ends when it is through."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def _samples() -> list[tuple[Sample, str]]:
    """The whole Niederschrift for the house and for the public, and every other kind in its looks."""
    kinds, looks = kind_words(), look_words()
    public = Sample(Kind.NIEDERSCHRIFT, Look.DRUCK, Reader.PUBLIC)
    found = [
        (_NIEDERSCHRIFT, kinds[Kind.NIEDERSCHRIFT]),
        (public, _("{kind}, public and released", kind=kinds[Kind.NIEDERSCHRIFT])),
    ]
    for kind in (one for one in Kind if one is not Kind.NIEDERSCHRIFT):
        for look in LOOKS[kind]:
            words = kinds[kind] if len(LOOKS[kind]) == 1 else f"{kinds[kind]}, {looks[look]}"
            found.append((Sample(kind, look, Reader.COMPLETE), words))
    return found
