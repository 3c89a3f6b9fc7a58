"""A pasted list of members with a preview; each line can be changed or left out before anything is taken over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.rules.members_text import ReadMember, ReadMembers, read
from desktop.models.values import Membership, Organization, OrganizationType, Person
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.looks.arrangement import Handles
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import take_by_key
from desktop.ui.parts.form import Choice
from desktop.ui.parts.plaintext import PlainTextEdit
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel
from desktop.ui.prepare.paste import NO, YES, AgendaTable


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the preview; ``place`` is where it stands, ``there`` says that somebody has this name already."""

    place: int
    member: ReadMember
    take: bool
    there: bool
    #: the text it was read from, and whether it was changed by hand since
    source: str = ""
    changed: bool = False


class MembersDialog(QDialog):
    """Left the list, right who was found in it, below what was not understood."""

    #: the members as a tuple, and the key of their body
    given = Signal(tuple, str)

    def __init__(
        self, bodies: Sequence[tuple[str, str]], known: frozenset[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """``bodies``: keys and names, the likeliest first; ``known``: given and family names of those who are there."""
        super().__init__(parent)
        self.setWindowTitle(_("Paste a list of members"))
        self._known = known
        self.body = Choice(bodies, self)
        self.body.set_value(bodies[0][0] if bodies else None)
        self.body.setAccessibleName(_("Members of"))
        self.body.setAccessibleDescription(_("Members of"))  # on Linux the name of a list is what is chosen
        self.text = PlainTextEdit(parent=self)
        self.text.setAccessibleName(_("List of members"))
        self.text.setPlaceholderText(
            _("Paste the list here (Ctrl+V), one person a line: Frau Dr. Anna Muster, SPD. Nothing is taken over yet.")
        )
        self.model: RowsModel[Line] = RowsModel(self._columns(), self)
        self.table = AgendaTable(_("Members"), self, by_cell=True)
        self.table.setModel(self.model)
        for signal in (self.table.toggled, self.table.removal):
            signal.connect(lambda index: self._toggle(index.data(ROW_ROLE)))
        self.table.clicked.connect(self._clicked)
        self._left_title = Label("", bold=True, parent=self)
        self.left_out = QPlainTextEdit(self)
        self.left_out.setReadOnly(True)
        self.left_out.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take = buttons.addButton(_("Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        take_by_key(buttons, self.take)
        self._lay_out(buttons)
        self.text.textChanged.connect(self._read)
        self._read()
        self.text.setFocus()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(_("Members of"), parent=self))
        head.addWidget(self.body, 1)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 4)
        keys = _("Space bar: take in or leave out. Enter or typing: change. Ctrl+Enter takes over.")
        hint = Label(keys, colour="muted", parent=self)
        hint.setWordWrap(True)
        for widget in (hint, self._left_title):
            column.addWidget(widget)
        column.addWidget(self.left_out, 1)
        split = Handles("members", self)
        split.addWidget(self.text)
        split.addWidget(right)
        split.setSizes([3000, 7000])
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addWidget(split, 1)
        rows.addWidget(buttons)
        fit_screen(self, 170, 36)

    def _columns(self) -> Sequence[Column[Line]]:
        def part(title: str, field: str, **more: Any) -> Column[Line]:
            return Column(
                title,
                lambda line: getattr(line.member, field) or "",
                write=lambda line, text: self._change(line, **{field: text.strip() or None}),
                **more,
            )

        return (
            Column(N_("Take"), lambda line: YES if line.take else NO),
            part(N_("Form of address"), "form_of_address", proposals=("Frau", "Herr")),
            Column(
                N_("Titles"),
                lambda line: " ".join(line.member.title),
                write=lambda line, text: self._change(line, title=tuple(text.split())),
            ),
            part(N_("Given name"), "given_name"),
            Column(
                N_("Family name"),
                lambda line: line.member.family_name,
                write=lambda line, text: self._change(line, family_name=text.strip() or line.member.family_name),
                wide=True,
            ),
            part(N_("Faction"), "faction"),
            part(N_("Role"), "role"),
            Column(N_("Remark"), lambda line: _("is there already") if line.there else ""),
        )

    # --- reading and changing

    def _read(self) -> None:
        """Reads the text; a line that is still in it keeps what was changed by hand."""
        text = self.text.text()
        found = read(text)
        source = text.split("\n")
        before = {line.source: line for line in self.model.rows if line.changed}
        lines = []
        for place, member in enumerate(found.members):
            there = (member.given_name or "", member.family_name) in self._known
            read_from = source[member.line].strip()
            line = Line(place, member, take=not there, there=there, source=read_from)
            lines.append(replace(before.get(read_from, line), place=place))
        self.model.set_rows(lines)
        self.table.fit()
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_left(text, found)
        self._check()

    def _show_left(self, text: str, found: ReadMembers) -> None:
        source = text.split("\n")
        title = _n("{number} line is not taken over", "{number} lines are not taken over", len(found.left))
        for widget in (self._left_title, self.left_out):
            widget.setVisible(bool(found.left))
        self._left_title.setText(title)
        self.left_out.setAccessibleName(title)
        self.left_out.setPlainText("\n".join(" ".join(source[place].split()) for place in found.left))

    def _change(self, line: Line, **fields: Any) -> None:
        self.model.set_row(line.place, replace(line, member=replace(line.member, **fields), take=True, changed=True))
        self._check()

    def _toggle(self, line: Line) -> None:
        self.model.set_row(line.place, replace(line, take=not line.take, changed=True))
        self._check()

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._toggle(index.data(ROW_ROLE))

    def _check(self) -> None:
        number = sum(line.take for line in self.model.rows)
        self.take.setText(_n("Take over {number} member", "Take over {number} members", number))
        self.take.setEnabled(self.body.value() is not None and number > 0)

    def _give(self) -> None:
        self.given.emit(tuple(line.member for line in self.model.rows if line.take), self.body.value())
        self.accept()


def take_members(book: Book, body: str, committee: str, members: Sequence[ReadMember]) -> list[str]:
    """Adds persons with their seats in a body (``committee``) and factions that are new. One undo step; their keys."""
    with book.step("members.paste"):
        return [book.add(_person(book, body, committee, member), body, "persons") for member in members]


def _person(book: Book, body: str, committee: str, member: ReadMember) -> Person:
    seat = Membership(
        organization=committee,
        on_behalf_of=_faction(book, body, member.faction) if member.faction else None,
        role=member.role or "Mitglied",
        voting_right="beratend" not in (member.role or "").casefold(),
    )
    return Person(
        form_of_address=member.form_of_address,
        title=member.title,
        given_name=member.given_name,
        family_name=member.family_name,
        memberships=(seat,),
    )


def _faction(book: Book, body: str, name: str) -> str:
    """The key of a faction by its name or short name; a new one behind the others where there is none."""
    rows = [book.shelf.value(key) for key in book.shelf.children(body, "organizations")]
    factions = [
        row for row in rows if isinstance(row, Organization) and row.organization_type is OrganizationType.FRAKTION
    ]
    for row in factions:
        if name.casefold() in (row.name.casefold(), (row.short_name or "").casefold()):
            return row.key
    order = max((row.order or 0 for row in factions), default=0) + 1
    return book.add(
        Organization(name=name, organization_type=OrganizationType.FRAKTION, order=order), body, "organizations"
    )
