"""The form of a person with the memberships."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.clock import parse_date
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules.convening import ROLES
from desktop.models.values import Membership, Organization, OrganizationType, Person
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.text import window_date
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.dates import read_date
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Binding, Choice, Form, bind_check, bind_text
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from desktop.ui.parts.ticks import Tick


def person_name(person: Person) -> str:
    """»Asmussen, Dr. Henrike«: how people are looked up."""
    before = " ".join(part for part in (*person.title, person.given_name or "") if part)
    family = " ".join(part for part in (person.family_name or "", person.affix or "") if part)
    return ", ".join(part for part in (family, before) if part) or person.function or _("(without a name)")


def new_member(book: Book, body: str) -> str:
    """Adds a person as a member of the same body and faction as the one added before; returns the key."""
    last = _last_membership(book, body)
    first = next(iter(_seat_bodies(book, body)), None)
    where = last.organization if last else first
    if where is None:
        return book.add(Person(), body, "persons")
    faction = last.on_behalf_of if last else None
    membership = Membership(organization=where, on_behalf_of=faction, role="Mitglied", voting_right=True)
    return book.add(Person(memberships=(membership,)), body, "persons")


def _last_membership(book: Book, body: str) -> Membership | None:
    for key in reversed(book.shelf.children(body, "persons")):
        person = book.shelf.value(key)
        assert isinstance(person, Person)
        for membership in person.memberships:
            if membership.voting_right:
                return membership
    return None


def _organizations(book: Book, body: str) -> list[Organization]:
    rows = [book.shelf.value(key) for key in book.shelf.children(body, "organizations")]
    return [row for row in rows if isinstance(row, Organization)]


def _seat_bodies(book: Book, body: str) -> list[str]:
    """The bodies somebody can sit on for a faction."""
    return [row.key for row in _organizations(book, body) if row.organization_type is OrganizationType.GREMIUM]


def _factions(book: Book, body: str) -> list[tuple[Any, str]]:
    """What a faction is chosen from."""
    found = [row for row in _organizations(book, body) if row.organization_type is OrganizationType.FRAKTION]
    return [(None, "–"), *((row.key, row.short_name or row.name) for row in found)]


class PersonForm(QWidget):
    """Anrede, titles, names, function, short form, faction, publicity; below them the memberships."""

    def __init__(self, book: Book, bus: Bus, body: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus, self._key = book, bus, key
        self._body = body
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 0, 0, 0)
        self._form = Form(self)
        rows.addWidget(self._form)
        self._address()
        self._titles()
        self._line(_("Given name"), "given_name")
        self._line(_("Family name"), "family_name", _("With von, de, van der where they belong to it."))
        self._line(_("Name affix"), "affix", _("What stands behind the name, for instance jun. or MdL."))
        self._line(_("Function"), "function", _("As the minutes name the office, e.g. the mayor."))
        self._line(_("Short form"), "shortcut", _("What you type at the desk for this person."))
        self._factions()
        self._publicity()
        rows.addWidget(MembershipTable(book, bus, body, key, self), 1)

    def _line(self, label: str, field: str, help_text: str = "") -> PlainLine:
        line = PlainLine(parent=self)
        self._form.row(label, line, help_text)
        bind_text(line, self._book, self._bus, self._key, field)
        return line

    def _address(self) -> None:
        combo = QComboBox(self)
        line = PlainLine(parent=combo)
        combo.setEditable(True)
        combo.setLineEdit(line)
        combo.addItems(["", "Frau", "Herr"])  # data of the minutes, German whatever the window's language
        self._form.row(_("Form of address"), combo)
        binding = bind_text(line, self._book, self._bus, self._key, "form_of_address")
        combo.textActivated.connect(lambda text: binding.write(text or None))

    def _titles(self) -> None:
        line = PlainLine(parent=self)
        self._form.row(_("Titles"), line, _("Separated by spaces, e.g. Prof. Dr."))
        binding = Binding(line, self._book, self._bus, self._key, "title", lambda value: line.set_text(" ".join(value)))
        line.textEdited.connect(lambda: binding.write(tuple(line.typed().split()), typing=True))
        line.editingFinished.connect(self._book.end_typing)

    def _factions(self) -> None:
        """The faction of the seat in the Gremium; further memberships stand in the table."""
        self._choice = Choice(parent=self)
        self._form.row(_("Faction"), self._choice, _("For which the person sits on the body."))
        self._choice.chosen.connect(self._set_faction)
        self._bus.changed.connect(self._follow)
        self._show_faction()

    def _seat(self) -> Membership | None:
        person = self._book.shelf.value(self._key)
        assert isinstance(person, Person)
        bodies = _seat_bodies(self._book, self._body)
        seats = [one for one in person.memberships if one.organization in bodies]
        return next((one for one in seats if not one.end_date), seats[-1] if seats else None)

    def _show_faction(self) -> None:
        seat = self._seat()
        self._choice.set_options(_factions(self._book, self._body))
        self._choice.set_value(seat.on_behalf_of if seat is not None else None)
        self._choice.setEnabled(seat is not None or bool(_seat_bodies(self._book, self._body)))

    def _set_faction(self, faction: str | None) -> None:
        seat = self._seat()
        if seat is not None:
            self._book.change(seat.key, on_behalf_of=faction)
        elif faction is not None:
            where = _seat_bodies(self._book, self._body)[0]
            self._book.add(Membership(organization=where, on_behalf_of=faction), self._key, "memberships")

    def _follow(self, changed: Changed) -> None:
        if self._key in self._book.shelf and not changed.typing:
            self._show_faction()

    def _publicity(self) -> None:
        protected = Tick(_("The name is not for publication"), self)
        self._form.row(_("Protected"), protected)
        bind_check(protected, self._book, self._bus, self._key, "protected")
        line = self._line(_("In public"), "public_name", _("What public documents print instead of the name."))
        line.setPlaceholderText(_("e.g. a resident"))
        line.setToolTip(f"{line.toolTip()}\n{line.placeholderText()}")


class MembershipTable(QWidget):
    """Memberships of a person, edited in place: Enter or typing edits, Ins adds, Del removes."""

    def __init__(self, book: Book, bus: Bus, body: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._body, self._key = book, body, key
        self._model: RowsModel[Membership] = RowsModel(self._columns(), self)
        self.table = Table(_("Memberships"), self, by_cell=True)
        self.table.setModel(self._model)
        self.table.addition.connect(self._add)
        self.table.removal.connect(lambda index: book.remove(index.data(ROW_ROLE).key))
        self.table.setMinimumHeight(self.fontMetrics().height() * 7)
        head = Flow()
        head.addWidget(Label(_("Memberships"), bold=True, parent=self))
        head.addStretch(1)
        add = PushButton(_("Add (Ins)"), self)
        add.setAccessibleName(_("Add membership (Ins)"))
        add.clicked.connect(self._add)
        head.addWidget(add)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.table, 1)
        bus.changed.connect(self._changed)
        self._reload()

    def _columns(self) -> Sequence[Column[Membership]]:
        def named(title: str, field: str, options: Callable[[], Sequence[tuple[Any, str]]], **more: Any) -> Column[Any]:
            return Column(
                title,
                lambda row: dict(options()).get(getattr(row, field), ""),
                write=lambda row, value: self._book.change(row.key, **{field: value}),
                options=options,
                value=lambda row: getattr(row, field),
                **more,
            )

        def dated(title: str, field: str) -> Column[Any]:
            return Column(
                title, lambda row: _shown(getattr(row, field)), write=lambda row, text: self._set_date(row, field, text)
            )

        return (
            named(N_("Body"), "organization", self._bodies, wide=True),
            named(N_("Faction"), "on_behalf_of", lambda: _factions(self._book, self._body)),
            Column(N_("Role"), lambda row: row.role or "", write=self._set_role, proposals=ROLES),
            named(N_("May vote"), "voting_right", _rights),
            dated(N_("From"), "start_date"),
            dated(N_("Until"), "end_date"),
            Column(
                N_("Deputy for"),
                self._deputy_text,
                write=lambda row, value: self._book.change(row.key, deputy_for=(value,) if value else ()),
                options=self._others,
                value=lambda row: next(iter(row.deputy_for), None),
            ),
        )

    def _others(self) -> list[tuple[Any, str]]:
        """Who can be deputised for: everybody else with a membership in the body."""
        rows = [self._book.shelf.value(key) for key in self._book.shelf.children(self._body, "persons")]
        people = [row for row in rows if isinstance(row, Person) and row.key != self._key and row.memberships]
        named = sorted(((row.key, person_name(row)) for row in people), key=lambda one: one[1].casefold())
        return [(None, "–"), *named]

    def _deputy_text(self, row: Membership) -> str:
        names = dict(self._others())
        return "; ".join(names.get(key, "") for key in row.deputy_for)

    def _set_role(self, row: Membership, text: str) -> None:
        self._book.change(row.key, role=text.strip() or None)

    def _set_date(self, row: Membership, field: str, text: str) -> None:
        """A day that cannot be read changes nothing; the cell shows the old one again."""
        day = read_date(text)
        if day is not None or not text.strip():
            value: Any = day.isoformat() if day else None
            self._book.change(row.key, **{field: value})

    def _bodies(self) -> list[tuple[Any, str]]:
        return [(row.key, row.name) for row in _organizations(self._book, self._body)]

    def _add(self) -> None:
        organizations = self._bodies()
        if organizations:
            self._book.add(Membership(organization=organizations[0][0]), self._key, "memberships")
            self.table.setCurrentIndex(self._model.index(len(self._model.rows) - 1, 0))
            self.table.setFocus()

    def _reload(self) -> None:
        current = self.table.currentIndex()
        person = self._book.shelf.value(self._key)
        assert isinstance(person, Person)
        self._model.set_rows(person.memberships)
        self.table.fit()
        if current.isValid():
            self.table.setCurrentIndex(
                self._model.index(min(current.row(), len(person.memberships) - 1), current.column())
            )

    def _changed(self, changed: Changed) -> None:
        keys = {row.key for row in self._model.rows}
        if self._key in self._book.shelf and (
            self._key in changed.parents or keys & changed.fields.keys() or keys & changed.went
        ):
            self._reload()


def _rights() -> list[tuple[Any, str]]:
    return [(None, "–"), (True, _("yes")), (False, _("no"))]


def _shown(value: str | None) -> str:
    day = parse_date(value) if value else None
    return window_date(day) if day else value or ""
