"""The page of settings: the sections at the left, the form of one of them beside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.looks.arrangement import Handles
from desktop.ui.looks.theme import Label
from desktop.ui.pages.filter import FilterLine
from desktop.ui.settings.sections import SECTIONS, Section

if TYPE_CHECKING:
    from desktop.ui.settings.parts import Parts

_PLACE = Qt.ItemDataRole.UserRole


class SettingsPage(QWidget):
    """What is changed here works at once and is kept; there is nothing to take over."""

    #: Esc in the list: back to the desk
    left = Signal()

    def __init__(self, window: "Parts", parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self.search = FilterLine(self)
        self.search.setPlaceholderText(_("Search settings; ↑ ↓ choose, Enter goes into them"))
        self.list = _Sections(self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = Label(bold=True, scale=1.2, parent=self)
        self._nothing = Label(_("Nothing found; please search for another word."), colour="muted", parent=self)
        self._nothing.hide()
        self._forms: dict[int, QWidget] = {}
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.search.handedOn.connect(self.list.keyPressEvent)
        self.search.speak_for(self.list)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.opened.connect(self.enter_form)
        self.list.typed.connect(self._search_for)
        self._narrow("")

    def _lay_out(self) -> None:
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.search)
        rows.addWidget(self.list, 1)
        right = QWidget(self)
        form = QVBoxLayout(right)
        form.setContentsMargins(self.fontMetrics().averageCharWidth(), 0, 0, 0)
        form.addWidget(self._title)
        form.addWidget(self._area, 1)
        split = Handles("settings", self)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 3)
        letter = self.fontMetrics().averageCharWidth()
        split.setSizes([35 * letter, 119 * letter])
        page = QVBoxLayout(self)
        page.addWidget(Label(_("Settings"), bold=True, scale=1.4, parent=self))
        hint = Label(
            _("Everything works at once and is kept by itself · Esc leads back, from a form to the list first"),
            colour="muted",
        )
        hint.setWordWrap(True)
        page.addWidget(hint)
        page.addWidget(split, 1)

    # --- coming and going

    def arrive(self) -> None:
        """Typing searches at once."""
        self._enter_search()

    def show_section(self, title: str) -> None:
        """Shows the section with this message id as its title, with the keyboard in its form."""
        self.search.clear()
        for row in range(self.list.count()):
            if SECTIONS[self.list.item(row).data(_PLACE)].title == title:
                self.list.setCurrentRow(row)
                self.enter_form()

    def ready(self) -> None:
        """Esc: from the form to the list; there it empties the search first, then it leads to the desk."""
        if self._in_form():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.search.text():
            self.search.clear()
            self._enter_search()
        else:
            self.left.emit()

    def next_area(self) -> None:
        """F6: between list and form."""
        if self._in_form():
            self._enter_search()
        else:
            self.enter_form()

    def previous_area(self) -> None:
        """Shift+F6: there are only two areas."""
        self.next_area()

    def enter_form(self) -> None:
        """To the first field of the form."""
        form = self._area.widget()
        field = form.nextInFocusChain() if form is not None else None
        while field is not None and form is not None and form.isAncestorOf(field):
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isVisibleTo(form) and field.isEnabled():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
            field = field.nextInFocusChain()

    def _enter_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
        self.search.selectAll()

    def _in_form(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._area.isAncestorOf(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no field took are nothing."""
        event.ignore()

    # --- list and form

    def _search_for(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    def _narrow(self, text: str) -> None:
        """The sections that have all words in their title or their other words; the one chosen stays if it can."""
        before = self.list.currentItem()
        chosen = before.data(_PLACE) if before is not None else 0
        words = text.casefold().split()
        self.list.blockSignals(True)
        self.list.clear()
        for place, section in enumerate(SECTIONS):
            if all(word in _words_of(section) for word in words):
                item = QListWidgetItem(_(section.title))
                item.setData(_PLACE, place)
                self.list.addItem(item)
        self.list.blockSignals(False)
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_PLACE) == chosen]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """The form of the chosen section; to be put in anew it would have to be measured with each letter."""
        wanted, before = self._chosen_form(), self._area.widget()
        if before is not wanted:
            self._title.setText(wanted.accessibleName())
            if before is not None:
                self._area.takeWidget().setParent(self)  # without a parent it would outlive the window
            self._area.setWidget(wanted)
            wanted.show()

    def _chosen_form(self) -> QWidget:
        """Made when it is first wanted."""
        if not self.list.count():
            return self._nothing
        place = self.list.currentItem().data(_PLACE)
        if place not in self._forms:
            made = self._forms[place] = SECTIONS[place].make(self._window)
            made.setAccessibleName(_(SECTIONS[place].title))
            edge = self.fontMetrics().averageCharWidth() // 2  # the frame of what has the keyboard lies outside it
            made.setContentsMargins(edge, edge, edge, edge)
        return self._forms[place]


def _words_of(section: Section) -> str:
    return f"{_(section.title)} {_(section.words) if section.words else ''}".casefold()


class _Sections(QListWidget):
    """The titles; letters belong to the search line."""

    #: Enter
    opened = Signal()
    #: letters were typed
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Sections"))
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and → go into the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.opened.emit()
        elif is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
