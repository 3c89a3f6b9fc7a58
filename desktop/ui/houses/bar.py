"""The head of the page: which profile it is, who uses it, and what can be done with all of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.profiles import STANDARD, saving, titles
from desktop.models.values import Body
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.commands.keyedlabel import KeyedLabel
from desktop.ui.houses.draft import Draft
from desktop.ui.houses.fields import shrink
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice


class ProfileBar(QWidget):
    """``body`` gives the body whose documents are made with a profile; None where there is none."""

    #: a new profile is open, to be named
    made = Signal()

    def __init__(
        self, book: Book, draft: Draft, body: Callable[[], Body | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._draft, self._body = book, draft, body
        self.profile = Choice([], self)
        shrink(self.profile)
        self.profile.setAccessibleName(_("Profile"))
        self._used = Label("", colour="muted", parent=self)
        self._use = self._button(_("Use it"), self.use)
        self._new = self._button(_("New one from this"), self.make_new)
        self._reset = self._button(_("All as shipped"), draft.reset)
        self._lay_out()
        self.profile.chosen.connect(draft.open)
        draft.opened.connect(self._opened)
        draft.written.connect(self._written)

    def _button(self, words: str, act: Callable[[], object]) -> PushButton:
        button = PushButton(words, self)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        head = Flow()
        head.addWidget(Label(_("House profiles"), bold=True, scale=1.4, parent=self))
        title = Label(_("Profile"), parent=self)
        title.setBuddy(self.profile)
        head.addWidget(title)
        head.addWidget(self.profile, 1)
        for button in (self._use, self._new, self._reset):
            head.addWidget(button)
        hint = N_("Everything is saved by itself · {next_area} search, form, pages · {undo} takes the last change back")
        hint_label = KeyedLabel(hint, colour="muted", parent=self)
        hint_label.setWordWrap(True)
        line = Flow()
        line.addWidget(hint_label, 1)
        line.addWidget(self._used)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addLayout(line)

    # --- what holds

    def _opened(self) -> None:
        self.profile.set_options(list(titles(self._draft.folder).items()))
        self.profile.set_value(self._draft.name)
        self.tell_use()

    def _written(self, places: set[tuple[str, ...]]) -> None:
        if ("title",) in places:
            self.profile.set_options(list(titles(self._draft.folder).items()))
        self.tell_use()

    def tell_use(self) -> None:
        """Who uses the profile; what the buttons can do."""
        body = self._body()
        name = body.short_name or body.name if body is not None else ""
        used = body is not None and (body.profile or STANDARD) == self._draft.name
        self._use.setText(_("Use it for {name}", name=name) if name else _("Use it"))
        self._use.setEnabled(bool(name) and not used)
        self._used.setText(_("in use for {name}", name=name) if used and name else "")
        self._reset.setEnabled(saving.is_shipped(self._draft.name) and self._draft.is_changed)

    # --- what is done

    def use(self) -> None:
        """The body's documents are made with this profile from now on."""
        if (body := self._body()) is not None:
            self._book.change(body.key, profile=None if self._draft.name == STANDARD else self._draft.name)
            house.read_again()
            self.tell_use()

    def make_new(self) -> None:
        """A new profile that begins as this one."""
        self._draft.flush()
        title = _("{title} (own)", title=self._draft.values["title",])
        if self._draft.guarded(lambda: self._draft.open(saving.create(self._draft.name, title, self._draft.folder))):
            self.made.emit()
