"""The page of house profiles: what can be set, the form of it, and the real pages beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import Clock
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.profiles import STANDARD, saving, titles
from desktop.models.rows import Record
from desktop.models.values import Body
from desktop.paths import profiles_dir, resource
from desktop.text import ui_text as _
from desktop.ui import house, tasks
from desktop.ui.bus import Bus
from desktop.ui.buttons import PushButton
from desktop.ui.form import Choice
from desktop.ui.houses.catalog import Group, Setting
from desktop.ui.houses.draft import Draft
from desktop.ui.houses.fields import shrink
from desktop.ui.houses.form import SettingsForm
from desktop.ui.houses.pages import SamplePages
from desktop.ui.houses.sample import LAST
from desktop.ui.houses.tree import SettingsTree
from desktop.ui.pages.filter import FilterLine
from desktop.ui.theme import Label
from desktop.wording import sentence


class HousesPage(QWidget):
    """Everything is saved by itself, half a second after the last key press; Ctrl+Z takes back what was done here."""

    #: something went well, in a sentence
    told = Signal(str)
    #: a sentence for the user
    complained = Signal(str)
    #: Esc in the list: back to the desk
    left = Signal()

    def __init__(self, book: Book, bus: Bus, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus = book, bus
        folder = profiles_dir(book.path.parent)
        self.draft = Draft(folder, clock, self)
        #: what Ctrl+Z and Ctrl+Y mean here
        self.undoing = self.draft
        self.tree = SettingsTree(self.draft, self)
        self.search = FilterLine(self)
        self.search.setPlaceholderText(_("Search settings and words; ↑ ↓ choose, Enter changes"))
        self._changed_only = QCheckBox(_("changed only"), self)
        self.samples = SamplePages(folder, clock, self)
        self.profile = Choice([], self)
        shrink(self.profile)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._trouble = Label("", bold=True, colour="warning", back="warning_back", parent=self)
        self._trouble.setWordWrap(True)
        self._trouble.setMargin(6)
        self._used = Label("", colour="muted", parent=self)
        self._lay_out()
        self._connect()

    # --- how it looks

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(_("House profiles"), bold=True, scale=1.4, parent=self))
        title = QLabel(_("Profile"), self)
        title.setBuddy(self.profile)
        self.profile.setAccessibleName(_("Profile"))
        head.addWidget(title)
        head.addWidget(self.profile, 1)
        self._use = self._button(_("Use it"), self.use)
        self._new = self._button(_("New one from this"), self.make_new)
        self._reset = self._button(_("All as shipped"), self.draft.reset)
        for button in (self._use, self._new, self._reset):
            head.addWidget(button)
        hint = _("Everything is saved by itself · F6 list, form, pages · Ctrl+Z takes the last change back")
        line = QHBoxLayout()
        hint_label = Label(hint, colour="muted", parent=self)
        hint_label.setWordWrap(True)
        line.addWidget(hint_label, 1)
        line.addWidget(self._used)
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addLayout(line)
        rows.addWidget(self._trouble_box())
        rows.addWidget(self._split(), 1)

    def _trouble_box(self) -> QWidget:
        self._trouble_bar = QWidget(self)
        line = QHBoxLayout(self._trouble_bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._trouble, 1)
        line.addWidget(self._button(_("Put the file aside"), self.draft.put_aside))
        line.addWidget(self._button(_("Read it again"), lambda: self.draft.open(self.draft.name)))
        self._trouble_bar.hide()
        return self._trouble_bar

    def _split(self) -> QSplitter:
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.search)
        rows.addWidget(self._changed_only)
        rows.addWidget(self.tree, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        for widget, share in ((left, 3), (self._area, 4), (self.samples, 4)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, share)
        split.setSizes([300, 430, 370])
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return split

    def _button(self, words: str, act: Callable[[], object]) -> PushButton:
        button = PushButton(words, self)
        button.clicked.connect(lambda: act())
        return button

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.handedOn.connect(self.tree.keyPressEvent)
        self._changed_only.toggled.connect(self._narrow)
        self.tree.chosen.connect(self._show_form)
        self.tree.opened.connect(self.enter_form)
        self.tree.typed.connect(self._search_for)
        self.tree.removal.connect(self._reset_chosen)
        self.profile.chosen.connect(self.draft.open)
        self.draft.opened.connect(self._opened)
        self.draft.written.connect(self._written)
        self.draft.failed.connect(self.complained)

    # --- coming and going

    def arrive(self) -> None:
        """Typing searches at once."""
        if not self._body():
            tasks.when(self, self._book.query(queries.bodies), self._open_first, self._fail)
        body = self._book.shelf.value(self._body()) if self._body() else None
        wanted = body.profile if isinstance(body, Body) else None
        known = titles(self.draft.folder)
        self.draft.open(wanted if wanted is not None and wanted in known else STANDARD)
        if self.tree.currentItem() is None:
            self.tree.choose_first()
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
        self.search.selectAll()

    def _open_first(self, bodies: list[Record]) -> None:
        if bodies and not self._body():
            self._book.open_body(bodies[0].key)
            self._tell_use()

    def _fail(self, error: Exception) -> None:
        self.complained.emit(sentence(error))

    def hideEvent(self, event: QHideEvent) -> None:
        """What waits is written, and the process that makes pages may go."""
        super().hideEvent(event)
        self.draft.flush()
        self.samples.rest()

    def ready(self) -> None:
        """Esc: from form and pages to the list, from there to the desk."""
        if self._in(self._area) or self._in(self.samples):
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.draft.flush()
            self.left.emit()

    def next_area(self) -> None:
        """F6: list, form, pages."""
        self._go(1)

    def previous_area(self) -> None:
        """Shift+F6: the other way round."""
        self._go(-1)

    def _go(self, by: int) -> None:
        at = 1 if self._in(self._area) else 2 if self._in(self.samples) else 0
        to = (at + by) % 3
        if to == 1:
            self.enter_form()
        else:
            (self.samples.view if to else self.tree).setFocus(Qt.FocusReason.TabFocusReason)

    def _in(self, part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    def enter_form(self) -> None:
        """To the first field of the form."""
        form = self._area.widget()
        if isinstance(form, SettingsForm) and form.boxes:
            next(iter(form.boxes[0].fields.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no field took are nothing."""
        event.ignore()

    # --- list and form

    def _search_for(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    def _narrow(self) -> None:
        self.tree.narrow(self.search.text(), changed_only=self._changed_only.isChecked())

    def _show_form(self, chosen: Group | Setting | None) -> None:
        old = self._area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        if chosen is None:
            self._area.setWidget(self._about_words())
            return
        settings = chosen.settings if isinstance(chosen, Group) else (chosen,)
        form = SettingsForm(settings, self.draft, looks=isinstance(chosen, Setting))
        form.entered.connect(self._look_for)
        form.setEnabled(not self.draft.trouble)
        self._area.setWidget(form)
        group = self.tree.group()
        if group is not None:
            self.samples.show_sample(group.sample)
            found = self.draft.values.get(("labels", group.find), "")
            self.samples.look_for(LAST if group.find == "last" else found)
        if isinstance(chosen, Setting):
            self._look_for(chosen)

    def _about_words(self) -> QWidget:
        words = _("All words of the documents, each with its own form for every look. Type to search for a word.")
        label = Label(words, colour="muted")
        label.setWordWrap(True)
        label.setMargin(12)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        return label

    def _look_for(self, setting: Setting) -> None:
        """Turns the pages to where a word stands."""
        if setting.places[0][0] == "labels":
            self.samples.look_for(str(self.draft.values.get(setting.places[0], "")))

    def _reset_chosen(self) -> None:
        """Del in the list."""
        form = self._area.widget()
        if isinstance(form, SettingsForm) and isinstance(self.tree.current(), Setting):
            form.boxes[0].reset()

    # --- the profile

    def _opened(self) -> None:
        known = titles(self.draft.folder)
        self.profile.set_options([(name, title) for name, title in known.items()])
        self.profile.set_value(self.draft.name)
        self._trouble.setText(house_trouble(self.draft.trouble))
        self._trouble_bar.setVisible(bool(self.draft.trouble))
        self._tell_use()
        if self.draft.trouble:
            name = self.draft.name if saving.is_shipped(self.draft.name) else STANDARD
            self.samples.refresh(name, resource("profiles"))
        else:
            self.samples.refresh(self.draft.name)
        self._show_form(self.tree.current())

    def _written(self, places: set[tuple[str, ...]]) -> None:
        if ("title",) in places:
            self.profile.set_options(list(titles(self.draft.folder).items()))
        self._tell_use()
        current = self.tree.current()
        if isinstance(current, Setting):
            self._look_for(current)
        self.samples.refresh(self.draft.name)

    def _body(self) -> str:
        shelf = self._book.shelf
        if self._book.meeting_key is not None and self._book.meeting_key in shelf:
            return shelf.records[self._book.meeting_key].parent or ""
        return next(iter(shelf.children(None, "bodies")), "")

    def _tell_use(self) -> None:
        """Who uses the profile; what the buttons can do."""
        body = self._book.shelf.value(self._body()) if self._body() else None
        name = body.short_name or body.name if isinstance(body, Body) else ""
        used = isinstance(body, Body) and (body.profile or STANDARD) == self.draft.name
        self._use.setText(_("Use it for {name}", name=name) if name else _("Use it"))
        self._use.setEnabled(bool(name) and not used)
        self._used.setText(_("in use for {name}", name=name) if used and name else "")
        self._reset.setEnabled(saving.is_shipped(self.draft.name) and self._is_changed())

    def _is_changed(self) -> bool:
        return bool(self.draft.trouble) or self.draft.values != self.draft.base

    def use(self) -> None:
        """The body's documents are made with this profile from now on."""
        if self._body():
            self._book.change(self._body(), profile=None if self.draft.name == STANDARD else self.draft.name)
            house.read_again()
            self._tell_use()

    def make_new(self) -> None:
        """A new profile that begins as this one; its name comes first."""
        self.draft.flush()
        title = _("{title} (own)", title=self.draft.values["title",])
        if self.draft.guarded(lambda: self.draft.open(saving.create(self.draft.name, title, self.draft.folder))):
            self._changed_only.setChecked(False)
            self.search.clear()
            self.tree.choose_first()
            self.enter_form()


def house_trouble(words: str) -> str:
    """What is wrong with the user's copy, and the ways out."""
    if not words:
        return ""
    return _("{reason} Meanwhile the shipped one is shown. Correct the file, or put it aside.", reason=words)
