"""»Stand um 19:42«: every earlier state of an entry, an item or the meeting, compared with now and brought back.

The page shows three things: the moments, what has changed since the chosen one, and both wordings side by side. It
reads the past on the writer thread when it is opened and lets go of it when it is left.
"""

from enum import IntEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.clock import stamp
from desktop.models import past, pieces
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.past import Past
from desktop.models.pieces import Brought, Fate, Piece
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import house, tasks
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.names.speakers import Directory, meeting_directory
from desktop.ui.earlier import returning
from desktop.ui.earlier.lists import Line, MomentList, PieceList
from desktop.ui.earlier.moments import Moment, item_name, moments, nearest, typed_time
from desktop.ui.earlier.panes import Panes
from desktop.ui.earlier.reading import heading_of, text_of
from desktop.ui.looks.arrangement import Handles
from desktop.ui.looks.theme import Label
from desktop.ui.pages.filter import FilterLine
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.guide import ViewGuide, Way
from desktop.wording import sentence

#: how long the choice must rest before it is compared
_REST_MS = 60


class Scope(IntEnum):
    """How much is looked at."""

    ENTRY = 0
    ITEM = 1
    MEETING = 2


_SCOPES = {Scope.ENTRY: N_("Entry"), Scope.ITEM: N_("Agenda item"), Scope.MEETING: N_("Meeting")}


class EarlierPage(QWidget):
    """A page of the window."""

    #: a sentence for the status line
    said = Signal(str)
    #: a sentence for a banner
    complained = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._past: Past | None = None
        self._directory = Directory(())
        self._item: str | None = None
        self._entry: str | None = None
        self._moments: list[Moment] = []
        self.scope = Scope.ITEM
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._compare)
        self.search = FilterLine(self)
        self.search.setPlaceholderText(_("Search, e.g. »deleted«, or a time such as 1942"))
        self.search.setAccessibleName(_("Search the moments, or go to a time"))
        self.moments, self.pieces, self.panes = MomentList(self), PieceList(self), Panes(self)
        self._title = Label(_("Earlier states"), bold=True, scale=1.4, parent=self)
        self._hint = Label(colour="muted", parent=self)
        self._hint.setWordWrap(True)
        self._back = PushButton(_("Bring back"), self)
        ViewGuide(self.moments, self._no_moments)
        ViewGuide(self.pieces, lambda: (_("Nothing is different from now. ↓ chooses an earlier moment."), ()))
        self._lay_out()
        self._connect(bus)

    def _lay_out(self) -> None:
        self._scopes = QButtonGroup(self)
        head = Flow()
        head.addWidget(self._title)
        head.addStretch(1)
        for scope in Scope:
            button = QPushButton(_(_SCOPES[scope]), self)
            button.setCheckable(True)
            button.setAccessibleDescription(_k("How much is looked at; {earlier_state} takes the next"))
            self._scopes.addButton(button, scope)
            head.addWidget(button)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.addWidget(self.search)
        column.addWidget(self.moments, 1)
        column = QVBoxLayout(right)
        column.addWidget(self.pieces, 2)
        column.addWidget(self.panes, 3)
        foot = Flow()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._back)
        column.addLayout(foot)
        columns = Handles("earlier", self)
        columns.addWidget(left)
        columns.addWidget(right)
        columns.setSizes([480, 520])
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addWidget(columns, 1)

    def _connect(self, bus: Bus) -> None:
        self.search.textChanged.connect(lambda: self._fill(None))
        self.search.handedOn.connect(self._handed_on)
        self.moments.currentItemChanged.connect(lambda: self._rest.start())
        self.moments.entered.connect(self.pieces.setFocus)
        for part in (self.moments, self.pieces):
            part.typed.connect(self._typed)
        self.pieces.currentItemChanged.connect(lambda: self._show_piece())
        self.pieces.entered.connect(self.bring_back)
        self._back.clicked.connect(self.bring_back)
        self._scopes.idClicked.connect(lambda scope: self._look_at(Scope(scope)))
        bus.changed.connect(self._changed)

    def _no_moments(self) -> tuple[str, tuple[Way, ...]]:
        if self.search.text():
            text = _("Nothing here has “{words}” in it. Esc empties the filter.", words=self.search.text())
            return text, ((_("Empty the filter"), self.search.clear),)
        return _k("Nothing was done here yet. {earlier_state} looks at more."), ("earlier_state",)

    # --- what is looked at

    def open(self, item: str | None, entry: str | None) -> None:
        """Looks at an entry, else at an item, else at the meeting."""
        self._item, self._entry = item, entry
        self._past = None
        self.search.setText("")  # with what its own undo would bring back, unlike clear()
        self.scope = Scope.ENTRY if entry else Scope.ITEM if item else Scope.MEETING
        self._scopes.button(Scope.ENTRY).setEnabled(entry is not None)
        self._scopes.button(Scope.ITEM).setEnabled(item is not None)
        self._load()

    def arrive(self) -> None:
        """To the search line: arrows choose, words and times find."""
        self.search.setFocus()

    def earlier_state(self) -> None:
        """Ctrl+H once more: looks at more, from the meeting back to the entry."""
        wanted = [scope for scope in Scope if self._scopes.button(scope).isEnabled()]
        self._look_at(wanted[(wanted.index(self.scope) + 1) % len(wanted)])

    def _look_at(self, scope: Scope) -> None:
        chosen = self.moments.chosen()
        self.scope = scope
        self._fill(chosen.place if chosen else None)
        self.said.emit(self._title.text())

    def _load(self) -> None:
        meeting = self._book.meeting_key
        if meeting is not None:
            answer = self._book.query(lambda db: past.load(db, meeting))
            tasks.when(self, answer, self._take, lambda error: self.complained.emit(sentence(error)))

    def _take(self, found: Past) -> None:
        if self._book.meeting_key is None or self._book.meeting_key not in found.shelf:
            return
        chosen, before = self.moments.chosen(), self._past
        number = before.steps[chosen.place].number if chosen and before else None
        articles = house.profile(self._book).names.articles
        self._directory = meeting_directory(self._book.shelf, self._book.meeting, articles)
        self._past = found
        self._fill(next((place for place, step in enumerate(found.steps) if step.number == number), None))

    def _fill(self, chosen: int | None) -> None:
        if self._past is None:
            return
        self._scopes.button(self.scope).setChecked(True)
        for scope, name in _SCOPES.items():
            self._scopes.button(scope).setText(f"✓ {_(name)}" if scope is self.scope else _(name))
        self._title.setText(self._heading())
        found = moments(self._past, self._keys(self._past), self._book.shelf)
        typed = self.search.text()
        words = [] if typed_time(typed) else typed.casefold().split()
        self._moments = [one for one in found if all(word in one.searched for word in words)]
        self.moments.fill(self._moments, chosen)
        self._rest.start()

    def _keys(self, found: Past) -> frozenset[str]:
        if self.scope is Scope.ENTRY and self._entry:
            return frozenset().union(*(found.below(key) for key in found.lineage(self._entry)))
        return found.below(self._root())

    def _root(self) -> str:
        return (self._item if self.scope is Scope.ITEM else None) or self._book.meeting_key or ""

    def _heading(self) -> str:
        match self.scope:
            case Scope.ENTRY:
                return _("Earlier states of the entry")
            case Scope.ITEM:
                return _("Earlier states of {item}", item=item_name(self._item, self._book.shelf))
        return _("Earlier states of the meeting")

    # --- then and now

    def _compare(self) -> None:
        moment, found = self.moments.chosen(), self._past
        if moment is None or found is None or self._book.meeting_key is None:
            self.pieces.fill(())
            self._show_piece()
            return
        found.go(moment.place)
        self.panes.set_time(_("State at {time}", time=format_time(moment.at, "HH:mm:ss")))
        self.pieces.fill(self._lines(found))
        self._show_piece()

    def _lines(self, found: Past) -> list[Line]:
        then, now = found.shelf, self._book.shelf
        if self.scope is Scope.ENTRY and self._entry:
            key = next((one for one in found.lineage(self._entry) if one in then), self._entry)
            if key not in then and self._entry not in now:
                return []  # made later, and undone since
            return [self._line(found, pieces.piece(then, now, key, self._entry))]
        root = self._root()
        if root not in then and root not in now:
            return []
        differing = [one for one in pieces.pieces(then, now, root) if self._differs(found, one)]
        lines = [self._line(found, one) for one in differing]
        if self.scope is Scope.ITEM and lines and root in then and root in now:
            whole = Piece(root, "AgendaItem", Fate.CHANGED, root)
            lines.insert(0, Line(whole, item_name(root, now), _("The whole item as it was"), whole=True))
        return lines

    def _differs(self, found: Past, one: Piece) -> bool:
        """Of items and meetings only what can be read counts."""
        if one.fate is Fate.CHANGED and one.table in ("AgendaItem", "Meeting"):
            return self._text(found, one, now=False) != self._text(found, one, now=True)
        return one.fate is not Fate.SAME

    def _line(self, found: Past, one: Piece) -> Line:
        shelf = found.shelf if one.key in found.shelf else self._book.shelf
        item = item_name(found.item_of(one.key), shelf)
        return Line(one, item, heading_of(shelf, one.key, self._directory))

    def _text(self, found: Past, one: Piece, *, now: bool) -> str:
        shelf, key = (self._book.shelf, one.now) if now else (found.shelf, one.key)
        return text_of(shelf, key, self._directory)

    def _show_piece(self) -> None:
        line, found = self.pieces.chosen(), self._past
        self._back.setEnabled(line is not None)
        if line is None or found is None:
            self.panes.show_texts("", "")
            self._hint.setText(_("Nothing is different from now."))
            return
        if line.whole:
            self.panes.show_texts(self._whole(found, now=False), self._whole(found, now=True))
        else:
            self.panes.show_texts(self._text(found, line.piece, now=False), self._text(found, line.piece, now=True))
        self._hint.setText(
            _k("Tab: to the changes · Enter there: bring back · {earlier_state}: more or less · Esc: to the desk")
        )

    def _whole(self, found: Past, *, now: bool) -> str:
        shelf, root = (self._book.shelf if now else found.shelf), self._root()
        keys = (root, *shelf.children(root, "proceedings"))
        return "\n\n".join(text_of(shelf, key, self._directory) for key in keys)

    # --- bringing back

    def bring_back(self) -> None:
        """Makes the chosen piece what it was, as one step; a selected earlier text goes to the clipboard besides."""
        line, found, moment = self.pieces.chosen(), self._past, self.moments.chosen()
        if line is None or found is None or moment is None:
            return
        if self.panes.selected():
            QGuiApplication.clipboard().setText(self.panes.selected())
        if line.piece.fate is Fate.NEW:
            self.said.emit(_("This did not exist then; it stays as it is."))
            return
        lost = pieces.newer(found.shelf, self._book.shelf, line.piece.key) if line.whole else 0
        time = format_time(moment.at, "HH:mm")
        brought = returning.bring_back(self._book, found, line.piece, stamp(moment.at), whole=line.whole)
        if brought:
            words = [_k("State at {time} brought back; {undo} takes it back.", time=time)]
            if lost:
                words.append(_n("{number} newer entry is gone.", "{number} newer entries are gone.", lost))
            if brought is Brought.CLOSED:
                words.append(_("What is or was non-public stays non-public."))
            self.said.emit(" ".join(words))
        else:
            self.said.emit(_("This cannot be brought back: what it belonged to is gone or it is as it was."))

    # --- events

    def _handed_on(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moments.keyPressEvent(event)
            return
        wanted = typed_time(self.search.text())
        if wanted is None:
            self.pieces.setFocus()
            return
        moment = nearest(self._moments, wanted)
        self.search.setText("")
        if moment is not None:
            self.moments.choose(moment.place)
        else:
            self.said.emit(_k("Nothing was done before that time · {earlier_state} looks at more"))

    def _typed(self, text: str) -> None:
        """Somebody types without looking, or searches: never a key of a list."""
        self.search.setFocus()
        self.search.insert(text)

    def _changed(self, changed: Changed) -> None:
        if self._past is not None and self.isVisible() and not changed.typing:
            self._load()

    def hideEvent(self, event: QHideEvent) -> None:
        """The past is read anew when the page is opened again."""
        super().hideEvent(event)
        self._past = None
