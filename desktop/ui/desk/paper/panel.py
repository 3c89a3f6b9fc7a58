"""The paper at hand, in the right column: proposal, facts and consultations beside the text that is written."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.richtext import escape_plain
from desktop.models.rules.textdiff import compare
from desktop.models.values import AgendaItem, Consultation, Paper
from desktop.text import ui_text as _
from desktop.text import window_date
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.items.resolution import is_changed
from desktop.ui.desk.paper.readtext import ReadText
from desktop.ui.looks.theme import Label
from desktop.ui.parts.form import Choice
from desktop.ui.parts.guide import Guide, WrapButton

#: of typing, before the wording is compared anew
_PAUSE_MS = 400


class PaperPanel(QWidget):
    """Shows the papers of the shown item, one at a time; what is written there is written in the paper's own form."""

    #: the paper in its form
    paperWanted = Signal()
    #: its proposal as resolution
    adoptWanted = Signal()
    #: text typed blindly belongs to the ready line
    blindText = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._item: str | None = None
        self._stale = True
        self._head = Label(bold=True, parent=self)
        self._head.setWordWrap(True)
        self._papers = Choice((), self)
        self._papers.setAccessibleName(_("Papers of the item"))
        self._papers.chosen.connect(lambda _key: self._fill())
        self.text = ReadText(self)
        self.text.setAccessibleName(_("Paper at hand"))
        self.text.typed.connect(self.blindText)
        self._adopt = WrapButton("", self)
        self.name_keys()
        self._adopt.clicked.connect(self.adoptWanted)
        self._open = WrapButton(_("Open the paper …"), self)
        self._open.clicked.connect(self.paperWanted)
        self._guide = Guide(self._no_paper, self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 4, 6, 4)
        for widget in (self._head, self._papers, self.text, self._adopt, self._open, self._guide):
            rows.addWidget(widget, 1 if widget in (self.text, self._guide) else 0)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._refresh)
        bus.changed.connect(self._changed)

    def show_item(self, key: str | None) -> None:
        """Another item is in front."""
        self._item = key
        self._papers.setCurrentIndex(-1)
        self._refresh()

    def focus_text(self) -> None:
        """The keyboard goes into the text, or to the button that makes a paper."""
        (self.text if self._paper() is not None else next(iter(self._guide.buttons), self)).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Filled only where somebody sees it."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _changed(self, changed: Changed) -> None:
        item = self._value()
        if item is None or {item.key, *item.papers}.isdisjoint(changed.fields):
            return
        if changed.typing and "resolution" not in changed.fields.get(item.key, ()):
            return
        self._later.start()

    def _no_paper(self) -> tuple[str, tuple[str, ...]]:
        if self._value() is None:
            return _("No item is shown; choose one in the agenda."), ("goto_item",)
        return _k("This item has no paper. {paper} adds one."), ("paper",)

    def _value(self) -> AgendaItem | None:
        value = self._book.shelf.value(self._item) if self._item and self._item in self._book.shelf else None
        return value if isinstance(value, AgendaItem) else None

    def _known(self) -> list[Paper]:
        item = self._value()
        rows = [self._book.shelf.value(key) for key in item.papers if key in self._book.shelf] if item else []
        return [row for row in rows if isinstance(row, Paper)]

    def _paper(self) -> Paper | None:
        known = self._known()
        chosen = self._papers.value()
        return next((one for one in known if one.key == chosen), known[0] if known else None)

    def _refresh(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        known = self._known()
        self._papers.set_options([(one.key, " ".join(filter(None, (one.reference, one.name)))) for one in known])
        self._papers.setVisible(len(known) > 1)
        if known and self._papers.value() is None:
            self._papers.set_value(known[0].key)
        self._fill()

    def name_keys(self) -> None:
        """The user gave actions other keys."""
        self._adopt.setText(_k("Take over the proposal ({adopt_proposal})"))

    def _fill(self) -> None:
        paper, item = self._paper(), self._value()
        for part in (self._head, self.text, self._adopt, self._open):
            part.setVisible(paper is not None)
        self._guide.setVisible(paper is None)
        if paper is None or item is None:
            self._guide.refresh()
            return
        self._head.setText(" · ".join(filter(None, (paper.reference, paper.name))))
        proposal = paper.proposed_resolution or ""
        self._adopt.setEnabled(bool(proposal))
        changes = None
        if paper is self._known()[0] and is_changed(self._book, item):
            changes = _("Resolution, changed against the proposal:"), compare(proposal, item.resolution or "")
        self.text.show_text("\n\n".join(parts(paper)), changes)


def parts(paper: Paper) -> Iterator[str]:
    """A paper as stored text, part after part."""
    texts = ((_("Proposed resolution"), paper.proposed_resolution), (_("Facts"), paper.facts))
    for title, text in (*texts, *((one.heading, one.text) for one in paper.sections)):
        if text:
            yield from (_heading(title), text)
    if paper.consultations:
        yield _heading(_("Order of consultation"))
        yield "\n".join(f"- {escape_plain(_line(one))}" for one in paper.consultations)
    if paper.files:
        yield _heading(_("Attachments"))
        yield "\n".join(f"- {escape_plain(one.name)}" for one in paper.files)


def _heading(title: str) -> str:
    return f"### {escape_plain(title)}"


def _line(one: Consultation) -> str:
    day = window_date(date.fromisoformat(one.date)) if one.date else ""
    told = ": ".join(filter(None, (one.organization, one.result or _("(open)"))))
    return " · ".join(filter(None, (day, told, one.role)))
