"""The form of a text block: its own text with preview and placeholders, or what is shipped, to be made one's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.profiles.blocks import starter_set
from desktop.models.rules.blocks import placeholders_in, resolve
from desktop.models.values import Organization, OrganizationType
from desktop.models.values.aside import TextBlock
from desktop.models.values.blocks import Placeholder
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice, Form, bind_choice, bind_text
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table

_TEXT_LINES = 6
_HELP_LINES = 7


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a form needs to know: values for the preview, and who else has a short form (empty where nobody)."""

    facts: Callable[[], dict[str, str]]
    taken: Callable[[TextBlock], str]


def situations() -> list[tuple[str | None, str]]:
    """The situations with their names, as lists offer them."""
    return list(starter_set().situations.items())


def _preview(text: str, facts: dict[str, str]) -> str:
    return resolve(text, facts, starter_set().hints).text


class _Preview(Label):
    """How a block looks in a text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self.setWordWrap(True)
        self.setAccessibleName(_("Preview"))


def needs_body() -> str:
    """Why a book without any meeting has no blocks of its own."""
    return _k("Text blocks of your own belong to a municipality. It comes with the first meeting: {new_meeting}.")


class ShippedForm(Form):
    """A block as it is shipped; it can be made one's own or taken out of the offer."""

    #: the key of the row that was made
    made = Signal(str)

    def __init__(self, book: Book, body: str, block: TextBlock, around: Surroundings) -> None:
        super().__init__()
        self.setContentsMargins(12, 0, 0, 0)
        self._book, self._body, self._block = book, body, block
        self.row(_("Short form"), Label(block.shortcut, bold=True, parent=self))
        self.row(_("Name"), Label(block.name or "", parent=self))
        text = Label(block.text, parent=self)
        text.setWordWrap(True)
        self.row(_("Text"), text)
        preview = _Preview(self)
        preview.setText(_preview(block.text, around.facts()))
        self.row(_("Preview"), preview)
        self.wide(self._buttons() if body else _told(needs_body()))

    def _buttons(self) -> QWidget:
        buttons = QWidget(self)
        line = Flow(buttons)
        for words, act in ((_("Make an own version"), self._make_own), (_("Do not offer"), self._hide)):
            button = PushButton(words, buttons)
            button.clicked.connect(act)
            line.addWidget(button)
        return buttons

    def _make_own(self) -> None:
        own = TextBlock(
            shortcut=self._block.shortcut,
            name=self._block.name,
            situation=self._block.situation,
            text=self._block.text,
        )
        self.made.emit(self._book.add(own, self._body, "text_blocks"))

    def _hide(self) -> None:
        hidden = TextBlock(
            shortcut=self._block.shortcut, name=self._block.name, situation=self._block.situation, hidden=True
        )
        self.made.emit(self._book.add(hidden, self._body, "text_blocks"))


class HiddenForm(Form):
    """A shipped block that is not offered."""

    def __init__(self, book: Book, block: TextBlock) -> None:
        super().__init__()
        self.setContentsMargins(12, 0, 0, 0)
        self.row(_("Short form"), Label(block.shortcut, bold=True, parent=self))
        self.wide(Label(_("The shipped text block of this short form is not offered."), parent=self))
        button = PushButton(_("Offer again"), self)
        button.clicked.connect(lambda: book.remove(block.key))
        self.wide(button)


class OwnForm(Form):
    """A block of the house."""

    def __init__(self, book: Book, bus: Bus, body: str, key: str, around: Surroundings) -> None:
        super().__init__()
        self.setContentsMargins(12, 0, 0, 0)
        self._book, self._bus, self._key, self._around = book, bus, key, around
        self._line(_("Short form"), "shortcut", _("What is typed before Tab; four letters or more, so it is no name."))
        self._line(_("Name"), "name", _("What lists show."))
        situation = Choice(situations(), self)
        self.row(_("Situation"), situation)
        bind_choice(situation, book, bus, key, "situation")
        gremium = Choice([(None, _("all")), *_committees(book, body)], self)
        self.row(_("Only in the body"), gremium)
        bind_choice(gremium, book, bus, key, "organization")
        self._text = PlainTextEdit(parent=self)
        self._text.setMinimumHeight(self.fontMetrics().lineSpacing() * _TEXT_LINES)
        self.row(
            _("Text"), self._text, _("{name} is filled from the meeting, [[hint]] is a hole, [[one|two]] a choice.")
        )
        bind_text(self._text, book, bus, key, "text", optional=False)
        self._wrong = Label("", bold=True, colour="warning", parent=self)
        self._wrong.setWordWrap(True)
        self.wide(self._wrong)
        self._preview = _Preview(self)
        self.row(_("Preview"), self._preview)
        self._add_help()
        self._add_reset()
        bus.changed.connect(self._changed)
        self._show()

    def _line(self, label: str, field: str, help_text: str) -> None:
        made = PlainLine(parent=self)
        self.row(label, made, help_text)
        bind_text(made, self._book, self._bus, self._key, field, optional=field != "shortcut")

    def _add_help(self) -> None:
        columns = (
            Column[Placeholder](N_("Placeholder"), lambda one: "{" + one.name + "}"),
            Column[Placeholder](N_("Meaning"), lambda one: f"{_(one.meaning)}: {one.sample}", wide=True),
        )
        model = RowsModel(columns, self)
        model.set_rows(starter_set().placeholders)
        table = Table(_("Placeholders; Enter puts one into the text"), self)
        table.setModel(model)
        table.fit()
        table.setMinimumHeight(self.fontMetrics().lineSpacing() * _HELP_LINES)
        table.opened.connect(lambda index: self._put("{" + index.data(ROW_ROLE).name + "}"))
        self.wide(Label(_("Placeholders; Enter puts one into the text"), colour="muted", parent=self))
        self.wide(table)

    def _put(self, text: str) -> None:
        self._text.textCursor().insertText(text)
        self._text.setFocus()

    def _add_reset(self) -> None:
        if any(one.shortcut == self._value().shortcut for one in starter_set().blocks):
            button = PushButton(_("Back to the shipped one"), self)
            button.clicked.connect(lambda: self._book.remove(self._key))
            self.wide(button)

    def _value(self) -> TextBlock:
        value = self._book.shelf.value(self._key)
        assert isinstance(value, TextBlock)
        return value

    def _changed(self, changed: Changed) -> None:
        if self._key in changed.fields and self._key in self._book.shelf:
            self._show()

    def _show(self) -> None:
        block = self._value()
        self._preview.setText(_preview(block.text, self._around.facts()))
        known = {one.name for one in starter_set().placeholders}
        unknown = ["{" + name + "}" for name in placeholders_in(block.text) if name not in known]
        said = [self._around.taken(block)]
        if unknown:
            named = ", ".join(unknown)
            said.append(_n("Unknown placeholder: {names}", "Unknown placeholders: {names}", len(unknown), names=named))
        self._wrong.setText("\n".join(filter(None, said)))
        self._wrong.setVisible(bool(self._wrong.text()))


def _told(text: str) -> Label:
    label = Label(text, colour="muted")
    label.setWordWrap(True)
    return label


def _committees(book: Book, body: str) -> Sequence[tuple[str, str]]:
    rows = (book.shelf.value(key) for key in book.shelf.children(body, "organizations"))
    return [
        (row.key, row.name)
        for row in rows
        if isinstance(row, Organization) and row.organization_type is OrganizationType.GREMIUM
    ]
