"""A pasted agenda with a preview: each line of it can be changed or left out before anything is taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.models.rules import agenda_plan, numbering
from desktop.models.rules.agenda_plan import PlannedItem
from desktop.models.rules.agenda_text import ReadAgenda, ReadItem, read
from desktop.models.values import AgendaItem
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.looks.arrangement import Handles
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import take_by_key
from desktop.ui.parts.plaintext import PlainTextEdit
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from desktop.ui.parts.ticks import Tick

YES, NO = "☑", "☐"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the preview; ``place`` is where it stands, ``source`` the text it was read from."""

    place: int
    item: PlannedItem
    source: str = ""
    doubtful: bool = False
    #: whether it is public is not certain
    part_doubtful: bool = False
    #: the agenda has an item of this name already
    there: bool = False
    #: what was changed by hand: fields of the item, and whether it is taken
    changed: Mapping[str, Any] = field(default_factory=dict)
    chosen: bool | None = None

    @property
    def take(self) -> bool:
        """Whether it is taken over."""
        return not self.there if self.chosen is None else self.chosen

    def with_changes(self, changed: Mapping[str, Any], chosen: bool | None) -> "Line":
        """The line with what was changed by hand in it."""
        return replace(
            self,
            item=replace(self.item, **changed),
            doubtful=self.doubtful and not changed,
            part_doubtful=self.part_doubtful and "public" not in changed,
            changed={**self.changed, **changed},
            chosen=chosen,
        )


class AgendaTable(Table):
    """The space bar and a click on the box take a line in or leave it out; Alt+→ and Alt+← change its level."""

    toggled = Signal(QModelIndex)
    #: one level down (+1) or up (-1)
    shifted = Signal(QModelIndex, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar toggles, except while a cell is edited."""
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.currentIndex().isValid():
            self.shifted.emit(self.currentIndex(), by)
        elif event.key() == Qt.Key.Key_Space and self.hasFocus() and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class AgendaPasteDialog(QDialog):
    """Left the text, right what it comes to, below what was not understood; nothing is taken over before OK."""

    #: the ``PlannedItem``s as a tuple, and whether they replace the agenda
    given = Signal(tuple, bool)

    def __init__(
        self,
        existing: Sequence[AgendaItem],
        parent: QWidget | None = None,
        *,
        replaceable: bool = False,
        staying: Sequence[AgendaItem] = (),
    ) -> None:
        """``existing`` is the agenda that is there, ``staying`` what of it would stay if it is replaced."""
        super().__init__(parent)
        self.setWindowTitle(_("Paste an agenda"))
        self._existing, self._staying = _names(existing), _names(staying)
        self.text = PlainTextEdit(parent=self)
        self.text.setAccessibleName(_("Text of the agenda"))
        self.text.setPlaceholderText(
            _("Paste the agenda here (Ctrl+V): from an invitation, a mail or a web page. Nothing is taken over yet.")
        )
        self._model: RowsModel[Line] = RowsModel(self._columns(), self)
        self.table = AgendaTable(_("Items"), self, by_cell=True)
        self.table.setModel(self._model)
        self.table.toggled.connect(lambda index: self._toggle(index.data(ROW_ROLE)))
        self.table.shifted.connect(lambda index, by: self._shift(index.data(ROW_ROLE), by))
        self.table.clicked.connect(self._clicked)
        self.table.removal.connect(lambda index: self._toggle(index.data(ROW_ROLE)))
        self._left_title = Label("", bold=True, parent=self)
        self.left_out = QPlainTextEdit(self)
        self.left_out.setReadOnly(True)
        self.left_out.setTabChangesFocus(True)
        self.replacing = Tick(_("in place of the agenda that is there, as far as nothing is written in it"), self)
        self.replacing.setChecked(replaceable)
        self.replacing.setVisible(replaceable)
        self.replacing.toggled.connect(self._read)
        self._make_buttons()
        self._lay_out()
        self.text.textChanged.connect(self._read)
        self._read()
        self.text.setFocus()

    def _make_buttons(self) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._take = self._buttons.addButton(_("Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._give)
        self._buttons.rejected.connect(self.reject)
        take_by_key(self._buttons, self._take)

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 4)
        keys = _(
            "Space bar: take in or leave out. Enter or typing: change. Alt+→ and Alt+←: level. Ctrl+Enter takes over."
        )
        hint = Label(keys, colour="muted", parent=self)
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addWidget(self._left_title)
        column.addWidget(self.left_out, 1)
        split = Handles("paste", self)
        split.addWidget(self.text)
        split.addWidget(right)
        split.setSizes([3000, 7000])
        rows = QVBoxLayout(self)
        rows.addWidget(split, 1)
        rows.addWidget(self.replacing)
        rows.addWidget(self._buttons)
        fit_screen(self, 170, 36)

    def _columns(self) -> Sequence[Column[Line]]:
        return (
            Column(N_("Take"), lambda line: YES if line.take else NO),
            Column(
                N_("Number"),
                lambda line: line.item.number or "",
                write=lambda line, text: self._change(line, number=text.strip() or None),
            ),
            Column(
                N_("Part"),
                lambda line: numbering.PUBLIC_PREFIX if line.item.public else numbering.NONPUBLIC_PREFIX,
                write=lambda line, value: self._change(line, public=value),
                options=lambda: [(True, _("public")), (False, _("not public"))],
                value=lambda line: line.item.public,
            ),
            Column(
                N_("Name"),
                lambda line: " – ".join(filter(None, (line.item.name, line.item.subtitle))),
                value=lambda line: line.item.name,
                write=lambda line, text: self._change(line, name=text.strip() or line.item.name),
                wide=True,
            ),
            Column(
                N_("Paper"),
                lambda line: ", ".join(line.item.references),
                write=lambda line, text: self._change(line, references=_references(text)),
            ),
            Column(N_("Remark"), _remark),
        )

    # --- reading and changing

    def _read(self) -> None:
        """Reads the text; a line that is still in it keeps what was changed by hand."""
        text = self.text.text()
        agenda = read(text)
        source = text.split("\n")
        before = {line.source: line for line in self._model.rows if line.changed or line.chosen is not None}
        lines = []
        for place, (one, planned) in enumerate(zip(agenda.items, agenda_plan.of_text(agenda.items), strict=True)):
            line = self._line(place, one, planned, "\n".join(source[number].strip() for number in one.lines))
            known = before.get(line.source)
            lines.append(line.with_changes(known.changed, known.chosen) if known else line)
        self._model.set_rows(lines)
        self.table.fit()
        self.table.setCurrentIndex(self._model.index(0, 0))
        self._show_left(text, agenda)
        self._check()

    def _line(self, place: int, one: ReadItem, item: PlannedItem, source: str) -> Line:
        there = item.name.casefold().strip() in (self._staying if self.replacing.isChecked() else self._existing)
        return Line(place, item, source, one.doubtful, one.part_doubtful, there)

    def _show_left(self, text: str, agenda: ReadAgenda) -> None:
        source = text.split("\n")
        left = [" ".join(source[place].split()) for place in agenda.left]
        title = _n("{number} line is not taken over", "{number} lines are not taken over", len(left))
        for widget in (self._left_title, self.left_out):
            widget.setVisible(bool(left))
        self._left_title.setText(title)
        self.left_out.setAccessibleName(title)
        self.left_out.setPlainText("\n".join(left))

    def _change(self, line: Line, **fields: Any) -> None:
        self._model.set_row(line.place, line.with_changes(fields, True))
        self._check()

    def _shift(self, line: Line, by: int) -> None:
        rows = self._model.rows
        for place, number in agenda_plan.shifted([one.item for one in rows], line.place, by).items():
            self._model.set_row(place, rows[place].with_changes({"number": number}, rows[place].chosen))
        self._check()

    def _toggle(self, line: Line) -> None:
        self._model.set_row(line.place, replace(line, chosen=not line.take))
        self._check()

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._toggle(index.data(ROW_ROLE))

    def _check(self) -> None:
        count = sum(line.take for line in self._model.rows)
        self._take.setText(
            _n("Take {number} item over", "Take {number} items over", count) if count else _("Take over")
        )
        self._take.setEnabled(bool(count))

    def _give(self) -> None:
        items = tuple(line.item for line in self._model.rows if line.take)
        self.given.emit(items, self.replacing.isVisibleTo(self) and self.replacing.isChecked())
        self.accept()


def _names(agenda: Sequence[AgendaItem]) -> frozenset[str]:
    return frozenset(item.name.casefold().strip() for item in agenda)


def _references(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _remark(line: Line) -> str:
    if line.there:
        return _("is there already")
    if line.part_doubtful:
        return _("public? please check")
    if not line.doubtful:
        return ""
    return _("number out of order") if line.item.number else _("without a number")
