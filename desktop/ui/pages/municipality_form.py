"""The form of a Körperschaft: its names, what it is, its Land and so its law, and the profile of its documents."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.profiles import STANDARD, titles
from desktop.models.values import Body, Land
from desktop.paths import profiles_dir
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.lawwords import state_words
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice, Form, bind_choice, bind_text
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.words import land_name


class MunicipalityForm(Form):
    """The Körperschaft itself. Everything is saved by itself."""

    #: the legal basis shall be shown
    lawWanted = Signal()

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(12, 12, 12, 12)
        self._book, self._bus, self._key = book, bus, key
        self.name = self._line(_("Name"), "name", optional=False)
        self._line(_("Short name"), "short_name")
        kind = _("For instance Gemeinde, Stadt, Amt, Kreis. For a Kreis the paragraphs of its own act apply.")
        self._line(_("Kind"), "classification", kind)
        self.land = Choice([(None, "–"), *((land, land_name(land)) for land in Land)], self)
        self.row(_("Land"), self.land, _("Selects the law that applies."))
        bind_choice(self.land, book, bus, key, "state")
        self.law = Label("", parent=self)
        self.law_button = PushButton(_("Legal basis …"), self)
        self.law_button.clicked.connect(lambda: self.lawWanted.emit())
        self.row(_("Law"), self._law_line())
        known = titles(profiles_dir(book.path.parent))
        others = ((name, title) for name, title in known.items() if name != STANDARD)
        profile = Choice([(None, known[STANDARD]), *others], self)
        self.row(_("House profile"), profile, _("Labels, layout and result sentences of the documents."))
        bind_choice(profile, book, bus, key, "profile")
        bus.changed.connect(self._changed)
        self._show_law()

    def _line(self, label: str, field: str, help_text: str = "", *, optional: bool = True) -> PlainLine:
        made = PlainLine(parent=self)
        self.row(label, made, help_text)
        bind_text(made, self._book, self._bus, self._key, field, optional=optional)
        return made

    def _law_line(self) -> QWidget:
        line = QWidget(self)
        line.setFocusProxy(self.law_button)
        row = Flow(line)
        row.addWidget(self.law)
        row.addWidget(self.law_button)
        return line

    def _changed(self, changed: Changed) -> None:
        if {"state", "classification"} & set(changed.fields.get(self._key, ())):
            self._show_law()

    def _show_law(self) -> None:
        """What applies, and how much of it somebody has held against the text of the law."""
        body = self._book.shelf.value(self._key)
        assert isinstance(body, Body)
        self.law.setText(state_words(house.law_for(self._book, body)))
        self.law_button.setAccessibleDescription(self.law.text())
