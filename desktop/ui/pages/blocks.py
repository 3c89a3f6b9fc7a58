"""The text blocks: shipped ones and the house's own, in one list beside the form of the chosen one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.profiles.blocks import shipped, starter_set
from desktop.models.rows import Record
from desktop.models.values import Body, Person
from desktop.models.values.aside import TextBlock
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.commands.keyedlabel import KeyedLabel
from desktop.ui.desk.blocks.blocks import advises, own_blocks
from desktop.ui.desk.blocks.facts import Facts
from desktop.ui.desk.procedure.course import running_item
from desktop.ui.looks.theme import Label
from desktop.ui.pages.blocks_files import BlockFiles
from desktop.ui.pages.blocks_form import HiddenForm, OwnForm, ShippedForm, Surroundings, needs_body, situations
from desktop.ui.pages.master import MasterPanel
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice
from desktop.ui.parts.tables import ROW_ROLE, Column
from desktop.wording import sentence

#: before the short form in the key of a row that no book has
_SHIPPED = "shipped:"


class BlocksPage(QWidget):
    """The blocks for the municipality of the open meeting. Everything is saved by itself."""

    #: a block shall go where somebody wrote last
    chosen = Signal(object)
    #: something went well, in a sentence
    told = Signal(str)
    #: a sentence for the user
    complained = Signal(str)
    #: Esc in the list: back to the desk
    left = Signal()

    def __init__(self, book: Book, bus: Bus, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus, self._clock = book, bus, clock
        self._files = BlockFiles(book, self)
        self._files.said.connect(self.told)
        self._files.complained.connect(self.complained)
        self._situation = Choice([(None, _("all situations")), *situations()], self)
        self._situation.setAccessibleName(_("Situation"))
        self._panel = self._make_panel()
        self._lay_out()
        self._situation.chosen.connect(lambda _situation: self._panel.reload())
        self._panel.filter.setPlaceholderText(_("Type to search; ↑ ↓ choose, Enter puts it into the text"))
        self._panel.complained.connect(self.complained)
        self._panel.taken.connect(self._take)

    def _make_panel(self) -> "_Panel":
        columns = (
            Column[TextBlock](N_("Short form"), lambda one: one.shortcut),
            Column[TextBlock](N_("Name"), lambda one: one.name or "", wide=True),
            Column[TextBlock](N_("Situation"), lambda one: starter_set().situations.get(one.situation or "", "")),
            Column[TextBlock](N_("Origin"), self._origin),
        )
        additions = [(_("New text block (Ins)"), self._add)]
        return _Panel(self._book, self._bus, _("Text blocks"), columns, self._rows, self._form, additions, self)

    def _lay_out(self) -> None:
        head = Flow()
        head.addWidget(Label(_("Text blocks"), bold=True, scale=1.4, parent=self))
        head.addStretch(1)
        title = Label(_("Situation"), parent=self)
        title.setBuddy(self._situation)
        head.addWidget(title)
        head.addWidget(self._situation)
        for words, act in ((_("Into a file …"), self._files.ask_out), (_("From a file …"), self._files.ask_in)):
            head.addWidget(self._button(words, act))
        hint = KeyedLabel(N_("Enter puts the block where you wrote last · {next_area} changes it"), colour="muted")
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addWidget(hint)
        rows.addWidget(self._panel, 1)

    def _button(self, words: str, act: Callable[[str], None]) -> PushButton:
        button = PushButton(words, self)
        button.clicked.connect(lambda: act(self._body()) if self._body() else self.complained.emit(needs_body()))
        return button

    # --- coming and going

    def arrive(self) -> None:
        """Typing searches at once."""
        if not self._body():
            tasks.when(self, self._book.query(queries.bodies), self._open_first, self._fail)
        self._panel.reload()
        self._panel.filter.setFocus(Qt.FocusReason.TabFocusReason)
        self._panel.filter.selectAll()

    def _open_first(self, bodies: list[Record]) -> None:
        if bodies and not self._body():
            self._book.open_body(bodies[0].key)
            self._panel.reload()

    def _fail(self, error: Exception) -> None:
        self.complained.emit(sentence(error))

    def ready(self) -> None:
        """Esc: from the form to its list, from there to the desk."""
        if self._panel.in_form():
            self._panel.back_to_list()
        else:
            self.left.emit()

    def next_area(self) -> None:
        """F6: between list and form."""
        self._panel.switch()

    def previous_area(self) -> None:
        """Shift+F6: there are only two areas."""
        self._panel.switch()

    # --- what is listed

    def _body(self) -> str:
        shelf = self._book.shelf
        if self._book.meeting_key is not None and self._book.meeting_key in shelf:
            return shelf.records[self._book.meeting_key].parent or ""
        return next(iter(shelf.children(None, "bodies")), "")

    def _rows(self) -> list[TextBlock]:
        body = self._book.shelf.value(self._body()) if self._body() else None
        own = own_blocks(self._book, body.key) if isinstance(body, Body) else []
        replaced = {one.shortcut.casefold() for one in own if one.organization is None}
        state = body.state if isinstance(body, Body) else None
        base = shipped(state, advisory=advises(self._book))
        rest = (replace(one, key=_SHIPPED + one.shortcut) for one in base if one.shortcut not in replaced)
        places = list(starter_set().situations)
        wanted = self._situation.value()
        found = [one for one in (*own, *rest) if wanted is None or one.situation == wanted]
        return sorted(found, key=lambda one: places.index(one.situation) if one.situation in places else -1)

    def _origin(self, block: TextBlock) -> str:
        if block.key.startswith(_SHIPPED):
            return _("shipped")
        if block.hidden:
            return _("not offered")
        known = any(one.shortcut == block.shortcut for one in starter_set().blocks)
        return _("own version") if known else _("own")

    def _form(self, key: str) -> QWidget:
        around = Surroundings(self._facts, self._taken)
        if key.startswith(_SHIPPED):
            block = next(one for one in self._rows() if one.key == key)
            form = ShippedForm(self._book, self._body(), block, around)
            form.made.connect(self._made)
            return form
        own = self._book.shelf.value(key)
        assert isinstance(own, TextBlock)
        if own.hidden:
            return HiddenForm(self._book, own)
        return OwnForm(self._book, self._bus, self._body(), key, around)

    def _made(self, key: str) -> None:
        self._panel.choose(key)
        self._panel.enter_form()

    def _facts(self) -> dict[str, str]:
        """What the open meeting knows; samples where none is open."""
        if self._book.meeting_key is None:
            return dict(starter_set().samples)
        running = running_item(self._book)
        return Facts(self._book, running.key if running else None, self._clock.now()).values()

    def _taken(self, block: TextBlock) -> str:
        """Who else has the short form of a block, in words; empty where nobody."""
        short, body = block.shortcut.casefold(), self._body()
        people = (self._book.shelf.value(key) for key in self._book.shelf.children(body, "persons"))
        if any(isinstance(one, Person) and (one.shortcut or "").casefold() == short for one in people if short):
            return _("A person has this short form and goes first.")
        others = (one for one in own_blocks(self._book, body) if one.key != block.key)
        if short and any((one.shortcut.casefold(), one.organization) == (short, block.organization) for one in others):
            return _("Another text block has this short form, too.")
        return ""

    # --- what is done

    def _add(self) -> str:
        if not self._body():
            self.complained.emit(needs_body())
            return ""
        return self._book.add(TextBlock(situation=self._situation.value()), self._body(), "text_blocks")

    def _take(self, block: TextBlock) -> None:
        if not block.hidden:
            self.chosen.emit(replace(block, key=""))


class _Panel(MasterPanel[TextBlock]):
    """Enter takes a block instead of opening its form; a shipped one cannot be removed."""

    #: a block to be put into the text
    taken = Signal(object)

    def _opened(self, index: QModelIndex) -> None:
        self.taken.emit(index.data(ROW_ROLE))

    def _remove(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(ROW_ROLE).key.startswith(_SHIPPED):
            self.complained.emit(_("A shipped text block cannot be removed; “Do not offer” takes it out."))
        else:
            super()._remove(index)
