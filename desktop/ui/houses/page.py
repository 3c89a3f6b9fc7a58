"""The page of house profiles: what can be set, the form of it, and the real pages beside it."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
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
from desktop.ui.houses.bar import ProfileBar
from desktop.ui.houses.catalog import Group, Setting
from desktop.ui.houses.draft import Draft
from desktop.ui.houses.form import SettingsForm
from desktop.ui.houses.pages import SamplePages
from desktop.ui.houses.tree import SettingsTree
from desktop.ui.houses.trouble import TroubleBar
from desktop.ui.looks.arrangement import Handles
from desktop.ui.looks.theme import Label
from desktop.ui.pages.filter import FilterLine
from desktop.ui.parts.ticks import Tick
from desktop.ui.preview.messages import LAST
from desktop.ui.preview.pressroom import Pressroom
from desktop.wording import sentence

#: milliseconds without a key before the form follows the search
_PAUSE = 60


class HousesPage(QWidget):
    """Everything is saved by itself, half a second after the last key press; Ctrl+Z takes back what was done here."""

    #: something went well, in a sentence
    told = Signal(str)
    #: a sentence for the user
    complained = Signal(str)
    #: Esc in the list: back to the desk
    left = Signal()

    def __init__(self, book: Book, bus: Bus, clock: Clock, pressroom: Pressroom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus = book, bus
        folder = profiles_dir(book.path.parent)
        self.draft = Draft(folder, clock, pressroom, self)
        #: what Ctrl+Z and Ctrl+Y mean here
        self.undoing = self.draft
        self.trouble = TroubleBar(self.draft, self)
        self.bar = ProfileBar(book, self.draft, self._body, self)
        self.tree = SettingsTree(self.draft, self)
        self.search = FilterLine(self)
        self.search.setPlaceholderText(_("Search settings and words; ↑ ↓ choose, Enter changes"))
        self._changed_only = Tick(_("changed only"), self)
        self.samples = SamplePages(folder, clock, pressroom, self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        #: while somebody searches, the form comes when the typing pauses
        self._form_waits = QTimer(self, singleShot=True, interval=_PAUSE)
        self._form_waits.timeout.connect(self._show_chosen)
        self._lay_out()
        self._connect()

    # --- how it looks

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.addWidget(self.bar)
        rows.addWidget(self.trouble)
        rows.addWidget(self._split(), 1)
        for before, after in pairwise((self.search, self._changed_only, self.tree)):
            QWidget.setTabOrder(before, after)

    def _split(self) -> Handles:
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.search)
        rows.addWidget(self._changed_only)
        rows.addWidget(self.tree, 1)
        split = Handles("houses", self)
        for widget, share in ((left, 3), (self._area, 4), (self.samples, 4)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, share)
        split.setSizes([330, 415, 355])
        return split

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.handedOn.connect(self.tree.keyPressEvent)
        self._changed_only.toggled.connect(self._narrow)
        self.tree.chosen.connect(self._chosen)
        self.tree.opened.connect(self.enter_form)
        self.tree.typed.connect(self._search_for)
        self.tree.removal.connect(self._reset_chosen)
        self.bar.made.connect(self._name_it)
        self.draft.opened.connect(self._opened)
        self.draft.written.connect(self._written)
        self.draft.failed.connect(self.complained)

    # --- coming and going

    def arrive(self) -> None:
        """Typing searches at once."""
        if self._body() is None:
            tasks.when(self, self._book.query(queries.bodies), self._open_first, self._fail)
        body = self._body()
        wanted = body.profile if body is not None else None
        known = titles(self.draft.folder)
        self.draft.open(wanted if wanted is not None and wanted in known else STANDARD)
        if self.tree.currentItem() is None:
            self.tree.choose_first()
        self._enter_search()

    def _open_first(self, bodies: list[Record]) -> None:
        if bodies and self._body() is None:
            self._book.open_body(bodies[0].key)
            self.bar.tell_use()

    def _fail(self, error: Exception) -> None:
        self.complained.emit(sentence(error))

    def hideEvent(self, event: QHideEvent) -> None:
        """What waits is written."""
        super().hideEvent(event)
        self.draft.flush()

    def ready(self) -> None:
        """Esc: from form and pages to the list; there it empties the search first, then it leads to the desk."""
        if self._in(self._area) or self._in(self.samples):
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.search.text():
            self.search.clear()
            self._enter_search()
        else:
            self.draft.flush()
            self.left.emit()

    def next_area(self) -> None:
        """F6: search line, form, pages."""
        self._go(1)

    def previous_area(self) -> None:
        """Shift+F6: the other way round."""
        self._go(-1)

    def _go(self, by: int) -> None:
        """An empty form is passed over."""
        at = 1 if self._in(self._area) else 2 if self._in(self.samples) else 0
        self._show_waiting()
        to = (at + by) % 3
        if to == 1 and not self.enter_form():
            to += by
        if to % 3 == 0:
            self._enter_search()
        elif to == 2:
            self.samples.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _enter_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
        self.search.selectAll()

    def _in(self, part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    def enter_form(self) -> bool:
        """To the first field of the form; whether there is one."""
        self._show_waiting()
        form = self._area.widget()
        if not isinstance(form, SettingsForm) or not form.isEnabled():
            return False
        next(iter(form.boxes[0].fields.values())).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no field took are nothing."""
        event.ignore()

    # --- list and form

    def _search_for(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    def _narrow(self) -> None:
        self.tree.narrow(self.search.text(), changed_only=self._changed_only.isChecked())

    def _chosen(self) -> None:
        if self.search.hasFocus():
            self._form_waits.start()
        else:
            self._show_chosen()

    def _show_waiting(self) -> None:
        if self._form_waits.isActive():
            self._show_chosen()

    def _show_chosen(self) -> None:
        """The form of what is chosen in the list; the keys go from there into it and on to the pages."""
        self._form_waits.stop()
        old, chosen = self._area.takeWidget(), self.tree.current()
        if old is not None:
            old.hide()
            old.deleteLater()
        if chosen is None:
            self._area.setWidget(self._no_form())
            return
        settings = chosen.settings if isinstance(chosen, Group) else (chosen,)
        law = {"minutes.signatures": self._signers()}
        form = SettingsForm(settings, self.draft, looks=isinstance(chosen, Setting), notes=law)
        form.entered.connect(self._look_for)
        form.setEnabled(not self.draft.trouble)
        self._area.setWidget(form)
        form.follow(self.tree)
        group = self.tree.group()
        if group is not None:
            self.samples.show_sample(group.sample)
        self._look_for(settings[0] if isinstance(chosen, Setting) else None)

    def _no_form(self) -> QWidget:
        words = _("All words of the documents, each with its own form for every look. Type to search for a word.")
        if self.tree.currentItem() is None:
            words = _("Nothing found; please search for another word.")
        label = Label(words, colour="muted")
        label.setWordWrap(True)
        label.setMargin(12)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        return label

    def _signers(self) -> str:
        """Who signs where the house says nothing: whose law it is, and its roles."""
        law = house.law_for(self._book, self._body() or Body())
        basis = ", ".join(filter(None, (law.title, law.minutes.paragraph)))
        return _("The law at hand ({law}) names: {roles}.", law=basis, roles=", ".join(law.minutes.signatures))

    def _look_for(self, setting: Setting | None) -> None:
        """Turns the pages to where a word stands, else to where its group is found, else to the first."""
        if setting is not None and setting.places[0][0] == "labels":
            words = [self.draft.values.get(setting.places[0], "")]
        else:
            group = self.tree.group()
            find = (setting.find if setting is not None else "") or (group.find if group is not None else "")
            words = [LAST if label == "last" else self.draft.values["labels", label] for label in find.split()]
        self.samples.look_for(" ".join(words))

    def _reset_chosen(self) -> None:
        """Del in the list."""
        form = self._area.widget()
        if isinstance(form, SettingsForm) and isinstance(self.tree.current(), Setting):
            form.boxes[0].reset()

    # --- the profile

    def _opened(self) -> None:
        if self.draft.trouble:
            name = self.draft.name if saving.is_shipped(self.draft.name) else STANDARD
            self.samples.refresh(name, resource("profiles"))
        else:
            self.samples.refresh(self.draft.name)
        self._show_chosen()

    def _written(self) -> None:
        self.told.emit(_("Profile saved."))
        self.samples.refresh(self.draft.name)

    def _name_it(self) -> None:
        """A new profile: its name comes first."""
        self._changed_only.setChecked(False)
        self.search.clear()
        self.tree.choose_first()
        self.enter_form()

    def _body(self) -> Body | None:
        """That of the open meeting, else the one that is open itself."""
        shelf = self._book.shelf
        if self._book.meeting_key is not None and self._book.meeting_key in shelf:
            return house.body_of(self._book)
        body = next(map(shelf.value, shelf.children(None, "bodies")), None)
        return body if isinstance(body, Body) else None
