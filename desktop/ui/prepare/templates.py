"""The templates of a body: with what its meetings begin. Everything works by keyboard and saves by itself."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.models import lookback
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import ItemKind
from desktop.models.values.aside import MeetingTemplate, StandingItem
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk.words import word
from desktop.ui.dialogs.daylines import TimeLine
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Binding, Choice, Form, bind_text
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from desktop.ui.prepare import acts

_ITEMS = "items"
_KINDS = tuple(kind for kind in ItemKind if kind is not ItemKind.ITEM)


class TemplateEditor(QWidget):
    """A list of templates; of the chosen one its fields and items."""

    def __init__(self, book: Book, bus: Bus, committee: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus, self._committee = book, bus, committee
        self.choice = Choice(parent=self)
        self.choice.setAccessibleName(_("Template"))
        self.choice.chosen.connect(lambda _key: self._show())
        self._hint = Label(_("What a new meeting of this body begins with."), colour="muted", parent=self)
        self._hint.setWordWrap(True)
        self._place = QVBoxLayout()
        self._editor: OneTemplate | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.addWidget(Label(_("Meeting templates"), bold=True, parent=self))
        rows.addWidget(self._hint)
        rows.addLayout(self._buttons())
        rows.addLayout(self._place)
        bus.changed.connect(self._changed)
        self._reload("")

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        new = [self._button(_("New template"), lambda: self._add(MeetingTemplate(name=_("New template"))))]
        for starter in lookback.starters():
            new.append(self._button(_("New: {name}", name=starter.name), partial(self._add, starter)))
        self._drop = self._button(_("Remove the template"), self._remove)
        for place, button in enumerate([*new, self._drop]):  # two in a row fit in large type, too
            grid.addWidget(button, place // 2, place % 2)
        grid.addWidget(self.choice, (len(new) + 2) // 2, 0, 1, 2)
        return grid

    def _button(self, text: str, act: Callable[[], object]) -> PushButton:
        button = PushButton(text, self)
        button.clicked.connect(lambda: act())
        return button

    def _add(self, template: MeetingTemplate) -> None:
        self._book.end_typing()
        key = self._book.add(template, self._committee, acts.TEMPLATES)
        self._reload(key)
        if self._editor is not None:
            self._editor.name.setFocus(Qt.FocusReason.TabFocusReason)
            self._editor.name.selectAll()

    def _remove(self) -> None:
        if self.choice.value() is not None:
            self._book.end_typing()
            self._book.remove(self.choice.value())
            self.choice.setFocus(Qt.FocusReason.TabFocusReason)

    def _reload(self, wanted: str) -> None:
        found = acts.templates(self._book, self._committee)
        self.choice.set_options([(one.key, one.name) for one in found])
        keys = [one.key for one in found]
        if wanted in keys:
            self.choice.set_value(wanted)
        elif keys and self.choice.value() is None:
            self.choice.set_value(keys[0])
        for widget in (self.choice, self._drop):
            widget.setVisible(bool(keys))
        self._show()

    def _show(self) -> None:
        key = self.choice.value()
        if self._editor is not None and self._editor.key == key:
            return
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        if key is not None:
            self._editor = OneTemplate(self._book, self._bus, key, self)
            self._place.addWidget(self._editor)
            self._editor.show()

    def _changed(self, changed: Changed) -> None:
        if self._committee not in self._book.shelf:
            return
        named = any(one.key in changed.fields for one in acts.templates(self._book, self._committee))
        if named or self._committee in changed.parents:
            self._reload("")


class OneTemplate(QWidget):
    """Name, time and place of a template, its items, and the text prepared in the chosen item."""

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._book, self._bus, self.key = book, bus, key
        form = Form(self)
        self.name = self._line(form, _("Name of the template"), "name", optional=False)
        self._time(form)
        self._line(form, _("Room"), "room")
        self._line(form, _("Place"), "place")
        self._model: RowsModel[StandingItem] = RowsModel(self._columns(), self)
        self.table = ItemTable(_("Standing items"), self, by_cell=True)
        self.table.setModel(self._model)
        self.table.setMinimumHeight(self.fontMetrics().height() * 12)
        self.table.addition.connect(self._add)
        self.table.removal.connect(lambda index: book.remove(index.data(ROW_ROLE).key))
        self.table.moved.connect(self._move)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._show_text())
        self._text: PlainTextEdit | None = None
        self._text_place = QVBoxLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(form)
        rows.addWidget(Label(_("Standing items"), bold=True, parent=self))
        rows.addWidget(self.table)
        rows.addLayout(self._acts())
        rows.addWidget(self._hint())
        rows.addLayout(self._text_place)
        bus.changed.connect(self._changed)
        self._reload()
        self.table.setCurrentIndex(self._model.index(0, 0))

    def _line(self, form: Form, label: str, field: str, *, optional: bool = True) -> PlainLine:
        line = PlainLine(parent=form)
        form.row(label, line)
        bind_text(line, self._book, self._bus, self.key, field, optional=optional)
        return line

    def _time(self, form: Form) -> None:
        """The time is written once it is complete, so that it is always one."""
        line = TimeLine(form)
        form.row(_("Time"), line, _("For instance 18:00 or 1800."))
        binding = Binding(line, self._book, self._bus, self.key, "time", lambda value: line.set_text(value or ""))
        line.editingFinished.connect(lambda: binding.write(line.typed() if line.on(date.min) else None))

    def _hint(self) -> Label:
        words = _("Prepared text, to be confirmed in the meeting; {zeit} becomes the time then", zeit="{zeit}")
        label = Label(words, parent=self)
        label.setWordWrap(True)
        return label

    def _acts(self) -> Flow:
        row = Flow()
        wanted: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Up (Alt+↑)"), lambda: self._move(-1)),
            (_("Down (Alt+↓)"), lambda: self._move(1)),
            (_("Add item (Ins)"), self._add),
        )
        for text, act in wanted:
            button = PushButton(text, self)
            button.clicked.connect(partial(_press, act))
            row.addWidget(button)
        return row

    def _columns(self) -> Sequence[Column[StandingItem]]:
        def chosen(title: str, field: str, options: Callable[[], Sequence[tuple[Any, str]]]) -> Column[StandingItem]:
            return Column(
                title,
                lambda row: dict(options()).get(getattr(row, field), ""),
                write=lambda row, value: self._book.change(row.key, **{field: value}),
                options=options,
                value=lambda row: getattr(row, field),
            )

        return (
            Column(
                N_("Name"),
                lambda row: row.name,
                write=lambda row, text: self._book.change(row.key, name=text.strip()),
                wide=True,
            ),
            chosen(N_("Publicity"), "public", lambda: [(True, _("public")), (False, _("not public"))]),
            chosen(N_("Kind of item"), "kind", lambda: [(None, "–"), *((kind, word(kind)) for kind in _KINDS)]),
        )

    # --- items

    def _add(self) -> None:
        """A new item behind the chosen one, in the same part, with its name open for typing."""
        index = self.table.currentIndex()
        before: StandingItem | None = index.data(ROW_ROLE) if index.isValid() else None
        place = index.row() + 1 if before is not None else 0
        self._book.end_typing()
        self._book.add(StandingItem(public=before.public if before else True), self.key, _ITEMS, place)
        new = self._model.index(place, 0)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        self.table.setCurrentIndex(new)
        self.table.edit(new)

    def _move(self, steps: int) -> None:
        index = self.table.currentIndex()
        target = index.row() + steps
        if index.isValid() and 0 <= target < len(self._model.rows):
            self._book.move(index.data(ROW_ROLE).key, target)
            self.table.setCurrentIndex(self._model.index(target, index.column()))

    def _reload(self) -> None:
        current = self.table.currentIndex()
        template = self._book.shelf.value(self.key)
        assert isinstance(template, MeetingTemplate)
        self._model.set_rows(template.items)
        self.table.fit()
        if current.isValid() and template.items:
            place = min(current.row(), len(template.items) - 1)
            self.table.setCurrentIndex(self._model.index(place, current.column()))
        self._show_text()

    def _show_text(self) -> None:
        index = self.table.currentIndex()
        row: StandingItem | None = index.data(ROW_ROLE) if index.isValid() else None
        shown = self._text.property("item") if self._text is not None else None
        if row is not None and row.key == shown:
            return
        if self._text is not None:
            self._text.hide()
            self._text.deleteLater()
            self._text = None
        if row is not None:
            self._text = PlainTextEdit(parent=self)
            self._text.setProperty("item", row.key)
            self._text.setAccessibleName(_("Prepared text: {name}", name=row.name))
            self._text.setMaximumHeight(self._text.fontMetrics().lineSpacing() * 5)
            self._text_place.addWidget(self._text)
            self._text.show()
            bind_text(self._text, self._book, self._bus, row.key, "text")

    def _changed(self, changed: Changed) -> None:
        keys = {row.key for row in self._model.rows}
        touched = self.key in changed.parents or keys & changed.fields.keys() or keys & changed.went
        if self.key in self._book.shelf and touched:
            self._reload()


def _press(act: Callable[[], object], _checked: bool) -> None:
    act()


class ItemTable(Table):
    """Alt+↑ and Alt+↓ move the item."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows with Alt move the row, all other keys are the table's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(steps)
        else:
            super().keyPressEvent(event)
