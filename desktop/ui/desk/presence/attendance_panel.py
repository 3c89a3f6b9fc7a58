"""The right column: how many of each faction are there, who comes and goes, and the list of all."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.clock import Clock, SystemClock
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import presence
from desktop.models.values import AgendaItem, AttendanceStatus, Recusal
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.names.speakers import Directory, meeting_directory
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence import chairing, recusal_acts
from desktop.ui.desk.presence.attendance import AttendanceDialog
from desktop.ui.desk.presence.attendance_add import EnterButton, MembersButton
from desktop.ui.desk.presence.attendance_entries import STATUS_WORDS, count_words, entries, names_of
from desktop.ui.desk.presence.attendance_list import EntriesModel, PeopleList, keys_words
from desktop.ui.desk.presence.presence_line import PresenceLine, consequences
from desktop.ui.desk.procedure.course import running_item
from desktop.ui.desk.voting.grid_book import factions
from desktop.ui.looks.theme import Label
from desktop.ui.parts.guide import ViewGuide

#: rows whose changes are shown here; a key press in a text is none of them
_SHOWN = frozenset(
    {"Meeting", "AgendaItem", "Attendance", "Interval", "Recusal", "Person", "Organization", "Membership", "Body"}
)
#: what a vote changes of an item; none of it is shown here
_OUTCOME = frozenset({"result", "result_class", "resolution"})
_TAKING_PART = ("Ballot", "Speech")
_MINUTE_MS = 30_000
#: lines of text; in a lower panel every one is for the list
_HIGH = 30


class AttendancePanel(QWidget):
    """Who is there. Refreshes by itself; the open meeting is always the one of the book."""

    #: the keyboard goes back to where it was
    finished = Signal()
    #: what was done, in words, e.g. for the line at the foot of the window
    noted = Signal(str)
    #: text that was typed blindly into the list; it belongs to the ready line
    blindText = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus = book, bus
        self._clock: Clock = clock or SystemClock()
        self._counts = Label(bold=True, parent=self)
        self._counts.setWordWrap(True)
        self._recused = Label(parent=self)
        self._warning = Label(bold=True, colour="warning", back="warning_back", parent=self)
        for label in (self._recused, self._warning):
            label.setWordWrap(True)
            label.hide()
        self._line = PresenceLine(book, self._clock, self)
        self._model = EntriesModel(self)
        self._people = PeopleList(self)
        self._people.setModel(self._model)
        self._guide = ViewGuide(self._people, self._empty_words)
        self._members = MembersButton(book, self)
        self._all = EnterButton(_("Attendance list …"), self)
        self._dialog: AttendanceDialog | None = None
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 4, 6, 4)
        self._keys = Label(keys_words(), colour="muted", parent=self)
        self._keys.setWordWrap(True)
        above = (self._counts, self._recused, self._warning, self._line, self._members)
        for widget in (*above, self._people, self._keys, self._all):
            rows.addWidget(widget, 1 if widget is self._people else 0)
        rows.addStretch()
        self.setFocusProxy(self._people)
        self._connect(bus)
        self.refresh()

    def _connect(self, bus: Bus) -> None:
        self._line.finished.connect(self._share_room)
        self._line.finished.connect(self.finished)
        self._line.below.connect(self._share_room)  # in a low panel the list is hidden till then
        self._line.below.connect(self._people.enter_from_above)
        self._line.noted.connect(self.noted)
        self._line.blindText.connect(self.blindText)
        self._people.commanded.connect(self._command)
        self._people.takenBack.connect(self._take_back)
        self._people.toggled.connect(self._toggle)
        self._people.asked.connect(self._ask)
        self._people.typed.connect(self.blindText)
        self._members.done.connect(self.focus_list)
        self._all.clicked.connect(lambda: self.open_list())
        bus.changed.connect(self._changed)
        self._tick = QTimer(self, interval=_MINUTE_MS)
        self._tick.timeout.connect(self.refresh)
        self._tick.start()

    # --- opening

    def open(self) -> None:
        """F7: the line for who comes or goes."""
        if self._book.meeting_key is not None:
            self._line.open(self.directory())
            self._share_room()

    def put_away(self) -> None:
        """Another meeting comes: nothing that is typed in the line is taken over into it."""
        self._line.put_away()

    def focus_list(self) -> None:
        """F6: the list; nobody is reached yet, so that Space does nothing."""
        if self._people.person() is None:
            self._people.go_to(None)
        self._people.setFocus()

    def open_list(self) -> None:
        """The whole list with group, status, reason, function and deputies."""
        if self._book.meeting_key is None:
            return
        self._dialog = AttendanceDialog(self._book, self._bus, self.directory, self._clock, self.window())
        self._dialog.blindText.connect(self.blindText)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.open()

    def directory(self) -> Directory:
        """Everybody who can come or go."""
        articles = house.profile(self._book).names.articles
        return meeting_directory(self._book.shelf, self._book.meeting, articles)

    # --- showing

    def name_keys(self) -> None:
        """The user gave actions other keys."""
        self.refresh()

    def refresh(self) -> None:
        """Shows the open meeting as it stands now."""
        if self._book.meeting_key is None:
            self._model.set_entries([])
            self._counts.setText("")
            for widget in (self._recused, self._warning, self._members):
                widget.hide()
            return
        now, groups, person = self._clock.now(), factions(self._book), self._people.person()
        counts = presence.head_counts(acts.seats_now(self._book, now), groups)
        listed = bool(self._book.meeting.attendance)
        self._counts.setText(count_words(counts, names_of(groups)) if listed else "")
        self._guide.refresh()
        self._model.set_entries(entries(self._book, self.directory(), now))
        self._show_recused()
        self._members.refresh()
        if person is not None:
            self._people.go_to(person)

    def _empty_words(self) -> tuple[str, tuple[str, ...]]:
        """The way to a list: the members of the body, and where it has none, to enter them."""
        if self._book.meeting_key is None:
            return "", ()
        if acts.absent_members(self._book):
            return _k("Nobody is on the list yet. {presence}, then Enter: all members"), ()
        return _k("Nobody is on the list yet. {show_people}: enter members"), ("paste_members",)

    def _show_recused(self) -> None:
        """Who is recused in the running item, and who takes part in it all the same."""
        item, directory = running_item(self._book), self.directory()
        recusals = item.recusals if item is not None and self._book.meeting.end is None else ()
        out = [_recused_words(one, directory.name_of(one.person)) for one in recusals]
        self._recused.setText(_("Recused: {names}", names=", ".join(out)))
        self._recused.setVisible(bool(out))
        chair = directory.name_of(chairing.in_chair(self._book))
        due = chairing.is_due(self._book, self._clock.now())
        self._warning.setText(_k("{name} cannot take the chair now – {procedure}", name=chair) if due else "")
        self._warning.setVisible(due)

    def _warn(self, keys: Iterable[str]) -> None:
        """Somebody recused speaks or votes all the same: said once, at once; the checklist keeps it."""
        for key in keys:
            person = recusal_acts.taking_part(self._book, key)
            if person is not None:
                speaks = self._book.shelf.records[key].table == "Speech"
                words = _("{name} is recused and speaks") if speaks else _("{name} is recused and votes")
                words = words.format(name=self.directory().name_of(person))
                self.noted.emit(words)

    def _changed(self, changed: Changed) -> None:
        if changed.typing:
            return
        records = self._book.shelf.records
        touched = (*changed.fields, *changed.came) if not changed.tables.isdisjoint(_TAKING_PART) else ()
        spoken = (key for key in touched if key in records and records[key].table in _TAKING_PART)
        self._warn(key for key in spoken if key in changed.came or changed.fields[key] & {"speaker", "choice"})
        shown = changed.tables & _SHOWN
        items = (
            names for key, names in changed.fields.items() if key in records and records[key].table == "AgendaItem"
        )
        if shown and not (shown == {"AgendaItem"} and all(names <= _OUTCOME for names in items)):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the list has it, not the words about its keys, which F1 has, too."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The list gives way, too, while somebody is noted as coming or leaving and there is no room for both."""
        self._keys.setVisible(self.height() > _HIGH * self.fontMetrics().lineSpacing())
        for widget in (self._people, self._all):
            widget.show()
        if self._line.is_open and self._rows.minimumHeightForWidth(self.width()) > self.height():
            for widget in (self._people, self._all):
                widget.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Another language or theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._people.viewport().update()

    # --- acting

    def _toggle(self, person: str) -> None:
        if acts.is_over(self._book):
            self.noted.emit(_k("The meeting is over: {presence} with a time corrects who was there"))
            return
        acts.toggle(self._book, person, self._clock.now())
        self._say(person)

    def _say(self, person: str) -> None:
        """How a person stands now, and what that may lead to."""
        entry = next((one for one in self._model.entries if one.person == person), None)
        if entry is not None:
            more = consequences(self._book, self.directory(), person, self._clock.now())
            self.noted.emit(" · ".join((entry.spoken, *more)))

    def _ask(self, person: str) -> None:
        """What can be done about a person, as a menu beside the name."""
        line = acts.line_of(self._book, person)
        if line is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if acts.is_live(self._book):
            here = acts.is_here(self._book, person, self._clock.now())
            menu.addAction(_("Leaves now") if here else _("Comes now")).triggered.connect(lambda: self._toggle(person))
            running = running_item(self._book)
            if running is not None:
                self._offer_recusal(menu, person, running)
            if person in chairing.candidates(self._book, self._clock.now()):
                menu.addAction(_("Takes the chair")).triggered.connect(lambda: self._take_chair(person))
            menu.addSeparator()
        for status, words in STATUS_WORDS.items():
            action = menu.addAction(_("All the meeting: {status}").format(status=_(words)))
            action.setCheckable(True)
            action.setChecked(line.status is status and not line.intervals)
            action.triggered.connect(lambda _on=False, status=status: self._set_status(person, line.key, status))
        menu.popup(
            self._people.viewport().mapToGlobal(self._people.visualRect(self._people.currentIndex()).bottomLeft())
        )
        menu.setActiveAction(menu.actions()[0])

    def _offer_recusal(self, menu: QMenu, person: str, item: AgendaItem) -> None:
        recusal = recusal_acts.recusal_of(item, person)
        words = _("Not recused any more") if recusal else _("Recused in the running item")
        menu.addAction(words).triggered.connect(lambda: self._command("b", person))
        if recusal is not None:
            words = _("Stays in the room") if recusal.left_room else _("Leaves the room")
            menu.addAction(words).triggered.connect(lambda: self._command("r", person))

    def _command(self, letter: str, person: str) -> None:
        """B: recused in the running item or not any more. R: out of the room or not."""
        running = running_item(self._book)
        if running is None:
            self.noted.emit(_k("Recusal belongs to an item that runs; {presence} and Tab set it for another one."))
        elif letter == "b":
            recusal_acts.recuse(self._book, person, running.key, self._clock.now())
            self._say(person)
        elif recusal_acts.toggle_room(self._book, person, running.key) is not None:
            self.noted.emit(self._recused.text())

    def _take_back(self) -> None:
        """What a letter did that turned out to be the first of a word."""
        action = self._book.undo_action
        if action is not None and action[0] == "change.Recusal":
            self._book.undo()
            self.noted.emit(_("Taken back: it was the first letter of a text"))

    def _take_chair(self, person: str) -> None:
        chairing.take(self._book, person, self._clock.now())
        self._say(person)

    def _set_status(self, person: str, key: str, status: AttendanceStatus) -> None:
        acts.set_status(self._book, key, status)
        self._say(person)


def _recused_words(recusal: Recusal, name: str) -> str:
    if recusal.left_room is None:
        return name
    return _("{name} (out of the room)", name=name) if recusal.left_room else _("{name} (stays)", name=name)
