"""Master data: the municipality, its bodies, its factions and its people."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.models import queries
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rows import Record
from desktop.models.rules.members_text import ReadMember
from desktop.models.values import Organization, OrganizationType, Person
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Label
from desktop.ui.pages.master import MasterPanel
from desktop.ui.pages.municipality_form import MunicipalityForm
from desktop.ui.pages.organization_form import BodyForm, FactionForm
from desktop.ui.pages.person_form import PersonForm, new_member, person_name
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice
from desktop.ui.parts.guide import Guide
from desktop.ui.parts.plaintext import mime_text
from desktop.ui.parts.tables import Column
from desktop.ui.prepare.members import MembersDialog, take_members
from desktop.ui.words import organization_type_name
from desktop.wording import sentence

#: what stands in the tab of bodies: everything but factions and parties
_BODY_TYPES = tuple(
    kind for kind in OrganizationType if kind not in (OrganizationType.FRAKTION, OrganizationType.PARTEI)
)
_FACTION_TYPES = (OrganizationType.FRAKTION, OrganizationType.PARTEI)
#: the place of the tab of people
_PEOPLE = 3


class PeoplePage(QWidget):
    """Shows the body of the open meeting, else one that is chosen. Everything is saved by itself."""

    #: a sentence for the user
    complained = Signal(str)
    #: the law of a body (its key) shall be shown
    lawWanted = Signal(str)
    #: all went well: a sentence in passing
    told = Signal(str)
    #: another body was opened, so the meeting was closed
    meetingLeft = Signal()
    #: Esc in a list: back to the desk
    left = Signal()
    #: the list of members was taken over, or not
    pasted = Signal()

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus = book, bus
        self._body = ""
        #: a list is to be pasted as soon as a body is shown
        self._pasting = False
        self._choice = Choice(parent=self)
        self._choice.setAccessibleName(_("Municipality"))
        self._choice.chosen.connect(self._open_body)
        self._tabs = QTabWidget(self)
        for widget in (self._tabs, self._tabs.tabBar()):
            widget.setAccessibleName(_("Bodies and people"))
        head = Flow()
        head.addWidget(Label(_("Bodies and people"), bold=True, scale=1.4, parent=self))
        head.addStretch(1)
        head.addWidget(self._choice)
        self._empty = Guide(_no_municipality, self)
        self._empty.hide()
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addWidget(self._empty, 1)
        rows.addWidget(self._tabs, 1)
        self._panels: list[MasterPanel[Organization] | MasterPanel[Person]] = []
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self._pasted)
        bus.changed.connect(self._changed)

    # --- which body

    def arrive(self) -> None:
        """Asks which bodies there are and shows the one of the open meeting."""
        tasks.when(self, self._book.query(queries.bodies), self._offer, self._fail)

    def _fail(self, error: Exception) -> None:
        self.complained.emit(sentence(error))

    def _offer(self, bodies: list[Record]) -> None:
        named = [(record.key, str(record.data["name"]) or _("(without a name)")) for record in bodies]
        here = self._book_body()
        self._choice.set_options(named)
        self._choice.setVisible(len(named) > 1)
        self._empty.setVisible(not named)
        self._pasting = self._pasting and bool(named)
        self._tabs.setVisible(bool(named))
        if here is None and named:
            self._book.open_body(self._body if self._body in dict(named) else named[0][0])
            here = self._book_body()
        if here is not None:
            self._choice.set_value(here)
            self._show_body(here)

    def _book_body(self) -> str | None:
        shelf = self._book.shelf
        if self._book.meeting_key is not None and self._book.meeting_key in shelf:
            return shelf.records[self._book.meeting_key].parent
        bodies = shelf.children(None, "bodies")
        return bodies[0] if bodies else None

    def _open_body(self, key: str) -> None:
        if key != self._book_body():
            self._book.end_typing()
            self._book.open_body(key)
            self.meetingLeft.emit()
            self._show_body(key)

    def _changed(self, changed: Changed) -> None:
        if self.isVisible() and self._body and self._body in changed.went:
            self.arrive()

    # --- what is shown of it

    def _show_body(self, key: str) -> None:
        place = self._tabs.currentIndex() if self._body == key else -1
        self._body = key
        self._panels.clear()
        while self._tabs.count():
            old = self._tabs.widget(0)
            self._tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        municipality = MunicipalityForm(self._book, self._bus, key)
        municipality.lawWanted.connect(lambda: self.lawWanted.emit(key))
        self._tabs.addTab(municipality, _("Municipality"))
        self._add_panel(_("Bodies"), self._bodies())
        self._add_panel(_("Factions"), self._factions())
        self._add_panel(_("People"), self._people())
        self._tabs.setCurrentIndex(place if place >= 0 else _PEOPLE)
        self._tabs.currentChanged.connect(lambda _place: self._focus())
        self._focus()
        if self._pasting:
            self.paste_members()

    def _add_panel(self, title: str, panel: "MasterPanel[Organization] | MasterPanel[Person]") -> None:
        panel.complained.connect(self.complained)
        panel.reload()
        self._tabs.addTab(panel, title)
        self._panels.append(panel)

    def _focus(self) -> None:
        current = self._tabs.currentWidget()
        if isinstance(current, MasterPanel):
            current.table.setFocus()
        elif isinstance(current, MunicipalityForm):
            current.name.setFocus()

    # --- what the keys do, see the table of actions

    def ready(self) -> None:
        """Esc: from the form to its list, from there to the desk."""
        current = self._tabs.currentWidget()
        if isinstance(current, MasterPanel) and current.in_form():
            current.back_to_list()
        else:
            self.left.emit()

    def next_area(self) -> None:
        """F6: between list and form."""
        current = self._tabs.currentWidget()
        if isinstance(current, MasterPanel):
            current.switch()

    def previous_area(self) -> None:
        """Shift+F6: there are only two areas."""
        self.next_area()

    # --- the lists

    def _organizations(self, kinds: Sequence[OrganizationType]) -> list[Organization]:
        shelf = self._book.shelf
        rows = [shelf.value(key) for key in shelf.children(self._body, "organizations")]
        found = [row for row in rows if isinstance(row, Organization) and row.organization_type in kinds]
        return sorted(found, key=lambda row: (row.order is None, row.order or 0))

    def _bodies(self) -> MasterPanel[Organization]:
        columns = (
            Column[Organization](N_("Name"), lambda row: row.name, wide=True),
            Column[Organization](N_("Short"), lambda row: row.short_name or ""),
            Column[Organization](N_("Kind"), lambda row: organization_type_name(row.organization_type)),
        )
        return MasterPanel(
            self._book,
            self._bus,
            _("Bodies"),
            columns,
            lambda: self._organizations(_BODY_TYPES),
            lambda key: BodyForm(self._book, self._bus, key),
            [(_("New body (Ins)"), lambda: self._add(Organization(organization_type=OrganizationType.GREMIUM)))],
            self,
        )

    def _factions(self) -> MasterPanel[Organization]:
        columns = (
            Column[Organization](N_("Order"), lambda row: _text(row.order), lambda row: row.order or 999, right=True),
            Column[Organization](N_("Name"), lambda row: row.name, wide=True),
            Column[Organization](N_("Short"), lambda row: row.short_name or ""),
        )
        return MasterPanel(
            self._book,
            self._bus,
            _("Factions"),
            columns,
            lambda: self._organizations(_FACTION_TYPES),
            lambda key: FactionForm(self._book, self._bus, key),
            [(_("New faction (Ins)"), self._add_faction)],
            self,
            hint=_("There is no faction yet. Ins adds one; the order is its row in the table of votes."),
        )

    def _people(self) -> MasterPanel[Person]:
        columns = (
            Column[Person](N_("Name"), person_name, wide=True),
            Column[Person](N_("Short form"), lambda row: row.shortcut or ""),
            Column[Person](N_("Faction"), self._faction_of),
        )
        return MasterPanel(
            self._book,
            self._bus,
            _("People"),
            columns,
            self._persons,
            lambda key: PersonForm(self._book, self._bus, self._body, key),
            [
                (_("New member (Ins)"), lambda: new_member(self._book, self._body)),
                (_("Other person"), lambda: self._book.add(Person(), self._body, "persons")),
            ],
            self,
            acts=[(_("Paste a list …"), self.paste_members)],
            hint=_(
                "There is nobody yet. “Paste a list” takes members with their factions from a text; Ins adds one.\n\n"
                "Members are on the attendance list of each new meeting. In a meeting that is there already, the list "
                "offers to take them over."
            ),
        )

    def _persons(self) -> list[Person]:
        rows = [self._book.shelf.value(key) for key in self._book.shelf.children(self._body, "persons")]
        return sorted((row for row in rows if isinstance(row, Person)), key=lambda row: person_name(row).casefold())

    def paste_members(self) -> None:
        """Takes members from a pasted text; once the page has a body."""
        if not self._body:
            self._pasting = True
            return
        self._pasting = False
        self._tabs.setCurrentIndex(_PEOPLE)
        self._ask_members("")

    def _pasted(self) -> None:
        """Ctrl+V outside a field."""
        if self._tabs.isVisible() and self._tabs.currentIndex() == _PEOPLE:
            self._ask_members(mime_text(QGuiApplication.clipboard().mimeData()))

    def _ask_members(self, text: str) -> None:
        bodies = [row for row in self._organizations(_BODY_TYPES) if row.organization_type is OrganizationType.GREMIUM]
        meets = self._book.meeting.organizations if self._book.meeting_key else ()
        bodies.sort(key=lambda row: row.key not in meets)
        known = frozenset((one.given_name or "", one.family_name or "") for one in self._persons())
        dialog = MembersDialog([(row.key, row.name) for row in bodies], known, self)
        dialog.given.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._came_back)
        dialog.text.set_text(text)
        dialog.open()

    def _take(self, members: tuple[ReadMember, ...], committee: str) -> None:
        number = len(take_members(self._book, self._body, committee, members))
        self.told.emit(_n("{number} member taken over.", "{number} members taken over.", number))

    def _came_back(self) -> None:
        """The button that asked may be gone: the focus is on the list."""
        self._focus()
        self.pasted.emit()

    def _faction_of(self, person: Person) -> str:
        keys = dict.fromkeys(m.on_behalf_of for m in person.memberships if m.on_behalf_of)
        rows = [self._book.shelf.value(key) for key in keys if key in self._book.shelf]
        return ", ".join(row.short_name or row.name for row in rows if isinstance(row, Organization))

    def _add(self, organization: Organization) -> str:
        return self._book.add(organization, self._body, "organizations")

    def _add_faction(self) -> str:
        last = max((row.order or 0 for row in self._organizations(_FACTION_TYPES)), default=0)
        return self._add(Organization(organization_type=OrganizationType.FRAKTION, order=last + 1))


def _no_municipality() -> tuple[str, tuple[str, ...]]:
    text = _("There is no municipality in this book yet. It comes with the first meeting.")
    return text, ("new_meeting", "import_file")


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
