"""F7: who comes or goes. A short form and Enter does it now; Shift+Enter is a recusal; Tab shows time, item, deputy."""

from datetime import datetime, time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.export.names import represented
from desktop.models.book import Book
from desktop.models.rules import numbering, presence, timeline
from desktop.models.values import AgendaItem, ItemKind, Person
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.keyfields import KeyChoice, TimeLine
from desktop.ui.desk.names.speakers import Directory, Speaker
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence import attendance_input as typed
from desktop.ui.desk.presence import chairing, deputies, recusal_acts
from desktop.ui.desk.presence.whofield import WhoField
from desktop.ui.desk.procedure.course import running_item
from desktop.ui.desk.procedure.exclusion import is_public_now
from desktop.ui.desk.timefield import moment_from
from desktop.ui.looks.theme import Label
from desktop.ui.parts.plaintext import PlainLine

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NBSP = "\N{NO-BREAK SPACE}"


class PresenceLine(QWidget):
    """One line; below it, as long as the keyboard is here, what Enter will do and the fields for exceptions."""

    #: done, or left without doing anything: the keyboard goes back to where it was
    finished = Signal()
    #: ↓ in the empty line: on to the list; the line is put away
    below = Signal()
    #: what was done, in words
    noted = Signal(str)
    #: a sentence that was typed blindly; it belongs to the ready line
    blindText = Signal(str)

    def __init__(self, book: Book, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self._who = WhoField(self)
        self._who.setAccessibleName(_("Comes or leaves: short form or name"))
        self._who.setPlaceholderText(_("Comes/leaves: short form"))
        self._time = TimeLine(clock.now, self)
        self._item = KeyChoice((), {}, self)
        self._deputy = KeyChoice((), {}, self)
        self._reason = PlainLine("", self)
        self._proposing = self._dating = True
        self._says = Label(colour="muted", parent=self)
        self._says.setWordWrap(True)
        self._more = QWidget(self)
        for choice in (self._item, self._deputy):
            choice.setSizeAdjustPolicy(KeyChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        self._lay_out()
        for field in (self._who, self._time):
            field.textChanged.connect(self._preview)
        self._deputy.chosen.connect(self._deputy_chosen)  # before what shows it
        self._item.chosen.connect(self._item_chosen)
        for choice in (self._item, self._deputy):
            choice.chosen.connect(lambda _value: self._preview())
        for blind in (self._time.blind, self._item.blind, self._deputy.blind):
            blind.connect(self._hand_over)
        for widget in (self._who, self._time, self._item, self._deputy, self._reason):
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addWidget(self._who)
        rows.addWidget(self._says)
        rows.addWidget(self._more)
        grid = QGridLayout(self._more)
        grid.setContentsMargins(0, 0, 0, 0)
        fields = (
            (_("Time"), self._time),
            (_("Item"), self._item),
            (_("Deputy for"), self._deputy),
            (_("Reason"), self._reason),
        )
        for number, (words, field) in enumerate(fields):
            label = Label(words, colour="muted")
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
        grid.setColumnStretch(1, 1)
        self._reason.setPlaceholderText(_("in no document"))
        told = _("The reason stays in the office: it is in no document and in no public file.")
        self._reason.setToolTip(f"{self._reason.placeholderText()}\n{told}")
        self._more.hide()
        self._says.hide()
        self.setFocusProxy(self._who)

    # --- opening and closing

    def open(self, directory: Directory) -> None:
        """Begins anew: empty, time now, the running item."""
        self._who.directory = directory
        self._who.clear()
        self._time.show_time(None)
        over = acts.is_over(self._book)
        self._time.setPlaceholderText("" if over else format_time(self._clock.now(), "HH:mm"))
        items = [item for item in self._book.meeting.agenda if item.kind is not ItemKind.DIVIDER]
        self._item.set_options([(item.key, _item_words(item)) for item in items])
        self._deputy.set_options([(None, "–"), *self._missing(directory)])
        self._deputy.set_value(None)
        self._reason.clear()
        self._proposing = self._dating = True
        self._more.show()
        self._says.show()
        self._preview()
        self._who.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_open(self) -> bool:
        """Whether somebody is noted just now."""
        return not self._more.isHidden()

    def _missing(self, directory: Directory) -> list[tuple[str, str]]:
        """Those whose seat a deputy can take."""
        found = (directory.by_key(key) for key in deputies.vacant(self._book, self._clock.now()))
        return [(speaker.key, speaker.label) for speaker in found if speaker is not None]

    def _deputy_chosen(self) -> None:
        """Whom the deputy stands for was said; nothing is proposed any more."""
        self._proposing = False

    def _item_chosen(self) -> None:
        """The item was said; the time decides it no more."""
        self._dating = False

    def _put_away(self) -> None:
        self._who.close_list()
        self._who.clear()
        self._more.hide()
        self._says.hide()

    def _close(self) -> None:
        self._put_away()
        self.finished.emit()

    # --- keys

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter does it from every field, Esc leaves."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape and plain:
            if not self._is_sentence():
                self._close()
            return True
        if event.key() in _ENTER and (plain or shift):
            if not self._is_sentence():
                self._do(recusal=shift)
            return True
        if event.key() == Qt.Key.Key_Down and plain and watched is self._who and not self._who.text():
            self._put_away()
            self.below.emit()
            return True
        return False

    def _is_sentence(self) -> bool:
        """Whether a sentence was typed blindly; then it goes to the ready line, and nothing has changed."""
        text = self._who.text()
        known = self._who.meant() is not None or self._who.directory.find(typed.read(text).who)
        if known or not typed.is_sentence(text):
            return False
        self._hand_over(text)
        return True

    def _hand_over(self, text: str) -> None:
        self._close()
        self.blindText.emit(text)

    def put_away(self) -> None:
        """Another meeting comes: a sentence goes to the ready line, anything else goes."""
        if self.is_open and not self._is_sentence():
            self._put_away()

    # --- what it does

    def _typed_time(self) -> time | None:
        """The time typed in the line or in its own field."""
        in_field = moment_from(self._time.text(), self._clock.now())
        return typed.read(self._who.text()).at or (in_field.time() if in_field else None)

    def _at(self) -> datetime:
        """The time that was typed, else now; in a meeting that is over its end."""
        return typed.moment(self._typed_time(), acts.clock_of(self._book, self._clock.now()))

    @property
    def _lacks_time(self) -> bool:
        """Who was there till the end is not noted as coming or going then: a correction needs its time."""
        return acts.is_over(self._book) and self._typed_time() is None

    def _preview(self) -> None:
        """Says what Enter will do, and proposes for whom a deputy sits there."""
        speaker = self._who.meant()
        if self._dating:
            self._item.set_value(self._item_by_time())
        if self._proposing:
            seat = deputies.seat_for(self._book, speaker.key, self._at()) if speaker is not None else None
            self._deputy.set_value(seat)
        self._says.setText(self._words(speaker) if speaker is not None else self._words_unknown())

    def _item_by_time(self) -> str | None:
        """The running item; for an earlier time the one that was treated then."""
        running, at = running_item(self._book), self._at()
        now = running.key if running is not None else None
        return acts.item_at(self._book, at) or now if at < self._clock.now() else now

    def _words_unknown(self) -> str:
        wanted = typed.read(self._who.text()).who
        if not wanted and acts.absent_members(self._book):
            return _("Enter: all members of the body are put on the list")
        if not wanted:
            return _("Enter: comes or leaves now · Shift+Enter: recused · Tab: time, item, deputy, reason")
        if self._is_new(wanted):
            return _("{name} is new: Enter puts them on the list as a guest", name=wanted)
        if not self._who.directory.find(wanted):
            return _("Nobody is called so. Enter puts a new guest on the list by the whole name: Frau Eva Muster")
        return _("Nobody is meant without doubt. Tab or a digit chooses.")

    def _is_new(self, text: str) -> bool:
        """A whole name that nobody has."""
        return typed.is_name(text) and not self._who.directory.find(text)

    def _leaves(self, speaker: Speaker) -> bool:
        return acts.is_here(self._book, speaker.key, self._at()) and self._deputy.value() is None

    def _words(self, speaker: Speaker) -> str:
        """What Enter does, or has done."""
        if self._lacks_time:
            words = N_("The meeting is over: type the time, too, as in “{text} 18:12” · {attendance}: the whole list")
            return _k(words, text=self._who.text().strip())
        here = self._leaves(speaker)
        value = self._book.shelf.value(self._item.value()) if self._item.value() else None
        place = _number(value) if isinstance(value, AgendaItem) else ""
        clock = format_time(self._at(), "HH:mm")
        member = self._book.shelf.value(self._deputy.value()) if self._deputy.value() else None
        if not (acts.is_live(self._book) or acts.is_over(self._book)):
            text = _("{name}: excused") if here else _("{name}: present")
            words = text.format(name=speaker.label)
        else:
            text = _("{name} leaves, {time}, {item}") if here else _("{name} comes, {time}, {item}")
            words = text.format(name=speaker.label, time=clock, item=place).rstrip(", ")
        if not isinstance(member, Person):
            return words
        words = _("{what}, for {name}", what=words, name=represented(member))
        apart = deputies.other_factions(self._book, speaker.key, self._deputy.value(), self._clock.now())
        if apart is None:
            return words
        return _("{what} – not the same faction: {deputy} for {member}", what=words, deputy=apart[0], member=apart[1])

    def _do(self, *, recusal: bool) -> None:
        wanted = typed.read(self._who.text()).who
        speaker = self._who.meant()
        if speaker is None and not recusal and self._is_new(wanted):
            key = acts.add_guest(self._book, wanted, self._at(), self._item.value())
            self._finish(self._words_noted(wanted), key)
        elif speaker is None:
            self._preview()
            if not wanted:
                self._take_members()
                self._close()
        elif recusal and self._item.value() is None:
            self._says.setText(_("Recusal belongs to an item: choose it with Tab."))
        elif recusal:
            self._finish(self._recuse(speaker, self._item.value(), self._at()), speaker.key)
        elif self._lacks_time:
            self.noted.emit(self._words(speaker))
        else:
            said = self._words(speaker)
            self._come_or_leave(speaker.key)
            self._finish(said, speaker.key)

    def _words_noted(self, name: str) -> str:
        """Who is put on the list by name is on it behind closed doors, too; but that is said."""
        words, item = _("{name} is new and noted as a guest", name=name), self._item.value()
        if item is None or is_public_now(self._book, item):
            return words
        return _("{words} · the public reads the attendance list", words=words)

    def _take_members(self) -> None:
        """Enter in the empty line fills an empty list."""
        number = len(acts.absent_members(self._book))
        if number:
            acts.add_members(self._book)
            self.noted.emit(_n("{number} member is on the list now", "{number} members are on the list now", number))

    def _come_or_leave(self, person: str) -> None:
        at, item, seat = self._at(), self._item.value(), self._deputy.value()
        reason = self._reason.typed().strip() or None
        if acts.is_here(self._book, person, at) and seat is None:
            acts.leave(self._book, person, at, item, reason)
        else:
            acts.come(self._book, person, at, item, seat)

    def _finish(self, said: str, person: str) -> None:
        """Tells what was done and what it may lead to."""
        said = " · ".join((said, *consequences(self._book, self._who.directory, person, self._clock.now())))
        self.noted.emit(said)
        self._close()

    def _recuse(self, speaker: Speaker, item: str, at: datetime) -> str:
        out = recusal_acts.recuse(self._book, speaker.key, item, at, self._reason.typed().strip() or None)
        value = self._book.shelf.value(item)
        assert isinstance(value, AgendaItem)
        text = _("{name} is recused, {item}") if out else _("{name} is no longer recused, {item}")
        return text.format(name=speaker.label, item=_number(value))


def consequences(book: Book, directory: Directory, person: str, now: datetime) -> list[str]:
    """What may have to be done after somebody came, went or was recused: another chair, a deputy, a wrong order."""
    found = []
    line = acts.line_of(book, person)
    if person == chairing.in_chair(book) and chairing.is_due(book, now):
        found.append(_k("in the chair until now – {procedure}: the chair changes"))
    order = presence.places(book.meeting)
    if line is not None and any(timeline.is_reversed(one, order) for one in line.intervals):
        found.append(_k("leaves before coming – {attendance} corrects the times"))
    names = [speaker.label for key in deputies.of(book, person, now) if (speaker := directory.by_key(key))]
    if names:
        found.append(_("can sit in: {names}", names=", ".join(names)))
    return found


def _number(item: AgendaItem) -> str:
    """How a line names an item; the number is not torn apart at its end."""
    return numbering.display(item.number, item.public).replace(" ", NBSP) or item.name


def _item_words(item: AgendaItem) -> str:
    number = numbering.display(item.number, item.public).replace(" ", NBSP)
    return f"{number}  {item.name}" if number else item.name
