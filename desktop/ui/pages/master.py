"""A list of rows of master data beside the form of the chosen one; all of it works by keyboard and saves by itself."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.errors import StillInUse
from desktop.models.journal import Changed
from desktop.models.values import Row
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.looks.arrangement import Handles
from desktop.ui.looks.theme import Label
from desktop.ui.pages.filter import FilterLine
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.guide import ViewGuide, Way
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from desktop.wording import sentence

R = TypeVar("R", bound=Row)


class MasterPanel(QWidget, Generic[R]):
    """``rows`` gives what is listed, ``form`` makes the form of a row by its key.

    ``additions`` are the ways to add a row: words for the button, and what adds it and returns its key
    (empty: nothing was added). The first is the one of the Ins key, in the list and in the form.
    """

    #: a sentence for the user
    complained = Signal(str)

    def __init__(
        self,
        book: Book,
        bus: Bus,
        name: str,
        columns: Sequence[Column[R]],
        rows: Callable[[], Sequence[R]],
        form: Callable[[str], QWidget],
        additions: Sequence[tuple[str, Callable[[], str]]],
        parent: QWidget | None = None,
        *,
        hint: str = "",
        acts: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """``hint`` says what to do while the list is empty; ``acts`` are further buttons below it."""
        super().__init__(parent)
        self._book, self._rows, self._form = book, rows, form
        self._hint, self._acts = hint, acts
        self._key = ""
        self._additions = additions
        #: the row added last, as it was then
        self._fresh: Row | None = None
        self._loading = False
        self._model: RowsModel[R] = RowsModel(columns, self)
        self.filter = FilterLine(self)
        self.table = Table(name, self)
        self.table.setModel(self._model)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        ViewGuide(self.table, self._empty)
        self.filter.textChanged.connect(self._filter)
        self.filter.handedOn.connect(lambda event: self.table.keyPressEvent(event))
        self.filter.speak_for(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.table.addition.connect(lambda: self._add(self._additions[0][1]))
        self.table.removal.connect(self._remove)
        bus.changed.connect(self._changed)

    def _lay_out(self) -> None:
        buttons = Flow()
        wanted: list[tuple[str, Callable[[], object]]]
        wanted = [(text, partial(self._add, make)) for text, make in self._additions]
        wanted.append((_("Remove (Del)"), lambda: self._remove(self.table.currentIndex())))
        wanted += self._acts
        for text, act in wanted:
            buttons.addWidget(self._button(text, act))
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.filter)
        rows.addWidget(self.table, 1)
        rows.addLayout(buttons)
        split = Handles("master", self)
        split.addWidget(left)
        split.addWidget(self._area)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        whole = QVBoxLayout(self)
        whole.addWidget(split)

    def _empty(self) -> tuple[str, Sequence[Way]]:
        """What the list says while it shows nothing."""
        if self.filter.text():
            text = _("Nothing here has “{words}” in it. Esc empties the filter.", words=self.filter.text())
            return text, ((_("Empty the filter"), self.filter.clear),)
        ways = [(words, partial(self._add, make)) for words, make in self._additions]
        return self._hint or _("Nothing is here yet. Ins adds the first."), (*ways, *self._acts)

    def _button(self, text: str, act: Callable[[], object]) -> PushButton:
        button = PushButton(text, self)
        button.clicked.connect(lambda: act())
        return button

    # --- content

    def reload(self) -> None:
        """Shows what the book has now; the chosen row stays chosen."""
        self._loading = True
        self._model.set_rows(self._rows())
        self.table.fit()
        self._loading = False
        self.choose(self._key)

    def _filter(self, text: str) -> None:
        self._loading = True
        self._model.filter(text)
        self._loading = False
        self.choose(self._key)

    def choose(self, key: str) -> None:
        """Chooses a row, the first where there is none of this key."""
        place = next((place for place, row in enumerate(self._model.rows) if row.key == key), 0)
        index = self._model.index(place, 0)
        self.table.setCurrentIndex(index)
        self._chosen(index)

    def _chosen(self, index: QModelIndex) -> None:
        row: R | None = index.data(ROW_ROLE) if index.isValid() else None
        same = row is not None and row.key == self._key and self._area.widget() is not None
        if self._loading or same:
            return
        self._key = row.key if row is not None else ""
        old = self._area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._area.setWidget(self._form(row.key) if row is not None else self._nothing())

    def _nothing(self) -> QWidget:
        """What stands beside a list in which nothing is chosen."""
        label = Label(_("Nothing chosen"), colour="muted")
        label.setWordWrap(True)
        label.setMargin(12)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return label

    def _changed(self, changed: Changed) -> None:
        if changed.typing:
            for place, row in enumerate(self._model.rows):
                if row.key in changed.fields:
                    self._model.set_row(place, cast(R, self._book.shelf.value(row.key)))
        elif self.isVisible():
            self.reload()

    # --- between list and form

    def _opened(self, _index: QModelIndex) -> None:
        """Enter in the list."""
        self.enter_form()

    def enter_form(self) -> None:
        """To the first field of the form."""
        widget = self._area.widget()
        if widget is not None:
            fields = (field for field in widget.findChildren(QWidget) if field.focusPolicy() & Qt.FocusPolicy.TabFocus)
            next(fields, widget).setFocus(Qt.FocusReason.TabFocusReason)

    def in_form(self) -> bool:
        """Whether the keyboard is in the form."""
        focused = QApplication.focusWidget()
        return focused is not None and self._area.isAncestorOf(focused)

    def switch(self) -> None:
        """From the list to the form and back."""
        if self.in_form():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.enter_form()

    def back_to_list(self) -> None:
        """To the list; a row that was added and left as it was goes again."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        self._drop_fresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ins adds a row from the form too, where the field has no use for it."""
        if event.key() == Qt.Key.Key_Insert and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._add(self._additions[0][1])
        else:
            super().keyPressEvent(event)

    # --- adding and removing

    def _add(self, make: Callable[[], str]) -> None:
        self._drop_fresh()
        self._book.end_typing()
        self.filter.clear()
        key = make()
        if not key:
            return
        self._fresh = self._book.shelf.value(key)
        self.reload()
        self.choose(key)
        self.enter_form()

    def _drop_fresh(self) -> None:
        fresh, self._fresh = self._fresh, None
        if fresh is not None and fresh.key in self._book.shelf and self._book.shelf.value(fresh.key) == fresh:
            self._book.remove(fresh.key)

    def _remove(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        try:
            self._book.remove(index.data(ROW_ROLE).key)
        except StillInUse as error:
            self.complained.emit(sentence(error))
