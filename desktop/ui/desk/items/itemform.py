"""All about one item that the desk has no place for: subtitle, kind, papers, web address, announcement, note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem, ItemKind, Paper
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk.words import word
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.parts.form import Binding, Choice, Form, bind_choice, bind_text
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from desktop.ui.parts.ticks import Tick


class ItemForm(QDialog):
    """A form beside the desk, not in its way; it saves by itself and Esc closes it."""

    #: an item is to go into the other part
    publicityWanted = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget) -> None:
        super().__init__(parent)
        self._book, self._bus = book, bus
        self._form: Form | None = None
        self._area = QScrollArea(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        rows = QVBoxLayout(self)
        rows.addWidget(self._area, 1)
        rows.addWidget(buttons)
        fit_screen(self, 90, 34)
        self.finished.connect(parent.activateWindow)

    def open_item(self, key: str) -> None:
        """Shows the form of an item."""
        value = self._book.shelf.value(key)
        assert isinstance(value, AgendaItem)
        number = numbering.display(value.number, value.public)
        self.setWindowTitle(_("Agenda item {number}", number=number).strip())
        form = self._form = Form(self._area)
        form.setContentsMargins(8, 8, 8, 8)
        first = self._fields(form, key, value)
        self._area.setWidget(form)
        self.show()
        self.raise_()
        self.activateWindow()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _fields(self, form: Form, key: str, value: AgendaItem) -> QWidget:
        first = self._line(form, key, "name", _("Name"), optional=False)
        self._line(form, key, "number", _("Number"), _("Without Ö or N, for example 3.2"))
        self._line(form, key, "subtitle", _("Subtitle"))
        kind = Choice([(None, "–"), *((one, word(one)) for one in ItemKind)], form)
        form.row(_("Kind of item"), kind)
        bind_choice(kind, self._book, self._bus, key, "kind")
        public = Tick(_("public"), form)
        form.row(_("Publicity"), public)
        Binding(public, self._book, self._bus, key, "public", lambda on: public.setChecked(bool(on)))
        public.clicked.connect(lambda: self._toggle_public(key, public))
        late = Tick(_("came after the invitation"), form)
        form.row(_("Supplement"), late)
        binding = Binding(late, self._book, self._bus, key, "supplementary", lambda on: late.setChecked(bool(on)))
        late.toggled.connect(lambda on: binding.write(on or None))
        form.row(_("Paper"), self._papers(key, value))
        self._text(form, key, "announcement", _("Announcement"), _("The only text of a non-public item for the public"))
        self._text(form, key, "note", _("Note"), _("For the office only; in no document"))
        self._line(form, key, "web", _("Web address"), _("Where the page of this item is published"))
        return first

    def _toggle_public(self, key: str, box: QCheckBox) -> None:
        """An act of its own: number, place and sentences go along."""
        self.publicityWanted.emit(key)
        value = self._book.shelf.value(key)
        box.setChecked(isinstance(value, AgendaItem) and value.public)

    def _line(
        self, form: Form, key: str, field: str, label: str, help_text: str = "", *, optional: bool = True
    ) -> QWidget:
        line = PlainLine("", form)
        bind_text(line, self._book, self._bus, key, field, optional=optional)
        return form.row(label, line, help_text)

    def _text(self, form: Form, key: str, field: str, label: str, help_text: str) -> None:
        text = PlainTextEdit("", form)
        text.setMinimumHeight(text.fontMetrics().lineSpacing() * 4)
        bind_text(text, self._book, self._bus, key, field)
        form.row(label, text, help_text)

    def _papers(self, key: str, value: AgendaItem) -> Choice:
        """The main paper of the item; further ones stay behind it."""
        rows = [
            self._book.shelf.value(one) for one, record in self._book.shelf.records.items() if record.table == "Paper"
        ]
        papers = [row for row in rows if isinstance(row, Paper)]
        options = [(row.key, " ".join(filter(None, (row.reference, row.name)))) for row in papers]
        choice = Choice([(None, _("– none –")), *options], self._form)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(20)
        choice.set_value(value.papers[0] if value.papers else None)
        choice.chosen.connect(lambda paper: self._choose_paper(key, paper))
        return choice

    def _choose_paper(self, key: str, paper: str | None) -> None:
        value = self._book.shelf.value(key)
        if isinstance(value, AgendaItem):
            rest = tuple(one for one in value.papers[1:] if one != paper)
            self._book.change(key, papers=(paper, *rest) if paper else rest)
