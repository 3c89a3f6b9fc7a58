"""The list of who is there, by faction, with ✓ and –. Space acts only on a row that was reached by the arrow keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.clock import parse_moment
from desktop.models.book import Book
from desktop.models.rules import presence
from desktop.models.rules.presence import HeadCount, Seat
from desktop.models.values import Attendance, AttendanceGroup, AttendanceStatus, Organization
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.desk.attendance_acts import seats_now
from desktop.ui.desk.grid_book import factions
from desktop.ui.desk.speakers import Directory
from desktop.ui.theme import colours

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
#: so many letters of a name are left at least
_LEAST = 6

GROUP_WORDS = {
    AttendanceGroup.CHAIR: N_("Chair"),
    AttendanceGroup.MEMBER: N_("Members"),
    AttendanceGroup.DEPUTY: N_("Deputies"),
    AttendanceGroup.ADVISORY: N_("Advisory members"),
    AttendanceGroup.ADMINISTRATION: N_("Administration"),
    AttendanceGroup.MINUTES: N_("Minute-takers"),
    AttendanceGroup.GUEST: N_("Guests"),
    AttendanceGroup.PRESS: N_("Press"),
}
STATUS_WORDS = {
    AttendanceStatus.PRESENT: N_("is present"),
    AttendanceStatus.EXCUSED: N_("excused"),
    AttendanceStatus.UNEXCUSED: N_("unexcused"),
    AttendanceStatus.ABSENT: N_("absent"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a person, or with ``person`` None the heading of a group."""

    text: str
    person: str | None = None
    here: bool = False
    note: str = ""
    group: str = ""

    @property
    def shown(self) -> str:
        """As painted."""
        return self.text if self.person is None else self._marked(self.text)

    def _marked(self, name: str) -> str:
        mark = "✓" if self.here else "–"
        return f"{mark} {name}" + (f"  · {self.note}" if self.note else "")

    def fitted(self, metrics: QFontMetrics, width: int) -> str:
        """As painted in a width in pixels: the name gives way, the note stays as long as there is room for both."""
        if self.person is None or metrics.horizontalAdvance(self.shown) <= width:
            return self.shown
        room = width - metrics.horizontalAdvance(self._marked(""))
        least = metrics.horizontalAdvance(f"{self.text[:_LEAST]}…")
        return self._marked(metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, max(room, least)))

    @property
    def spoken(self) -> str:
        """As read out."""
        if self.person is None:
            return self.text
        there = _("is present") if self.here else _("is not present")
        return ", ".join(part for part in (self.text, self.group, there, self.note) if part)


def count_words(counts: Iterable[HeadCount], names: Mapping[str, str]) -> str:
    """The factions in one line: CDU 5/5  SPD 3/4."""
    return "   ".join(f"{names[one.organization]} {one.entitled}/{one.members}" for one in counts if one.organization)


def names_of(groups: Sequence[Organization]) -> dict[str, str]:
    """Short names of factions by key."""
    return {group.key: group.short_name or group.name for group in groups}


def entries(book: Book, directory: Directory, now: datetime) -> list[Entry]:
    """Everybody of the attendance list: by faction who votes, then the rest by group."""
    groups, seats = factions(book), seats_now(book, now)
    lines = {line.key: line for line in book.meeting.attendance}
    counts = {one.organization: one for one in presence.head_counts(seats, groups) if one.organization}
    found: list[Entry] = []
    placed: set[str] = set()
    for key, name in names_of(groups).items():
        own = [seat for seat in seats if seat.faction == key and (seat.votes or seat.deputy_for)]
        if own and key in counts:
            head = f"{name}  {counts[key].entitled}/{counts[key].members}"
            found += [Entry(head), *(_entry(seat, lines[seat.attendance], directory, name) for seat in own)]
            placed |= {seat.attendance for seat in own}
    for group in AttendanceGroup:
        own = [
            seat for seat in seats if (seat.group or AttendanceGroup.GUEST) is group and seat.attendance not in placed
        ]
        if own:
            name = _(GROUP_WORDS[group])
            found += [Entry(name), *(_entry(seat, lines[seat.attendance], directory, name) for seat in own)]
    return found


def _entry(seat: Seat, line: Attendance, directory: Directory, group: str) -> Entry:
    speaker = directory.by_key(seat.person)
    replaced = directory.by_key(seat.deputy_for)
    notes = [
        _(STATUS_WORDS[line.status]) if line.status is not AttendanceStatus.PRESENT else _when(line, seat.here),
        _("for {name}").format(name=replaced.name) if replaced else "",
        _("recused") if seat.recused else "",
    ]
    note = ", ".join(part for part in notes if part)
    return Entry(speaker.name if speaker else "?", seat.person, seat.here, note, group)


def _when(line: Attendance, here: bool) -> str:
    """From when, or since when not."""
    last = line.intervals[-1] if line.intervals else None
    stored = (last.from_ if here else last.until) if last else None
    moment = parse_moment(stored) if stored else None
    if moment is None:
        return ""
    time = format_time(moment, "HH:mm")
    return _("from {time}").format(time=time) if here else _("left {time}").format(time=time)


class EntriesModel(QAbstractListModel):
    """The entries for Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def set_entries(self, entries: list[Entry]) -> None:
        """Shows other entries; where only what they say has changed, the place of the keyboard stays."""
        same = [one.person for one in entries] == [one.person for one in self.entries]
        if not same:
            self.beginResetModel()
        self.entries = entries
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """An entry under one of Qt's roles."""
        entry = self.entries[index.row()]
        if role == _Role.DisplayRole:
            return entry.shown
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return entry.spoken
        if role == _Role.ForegroundRole:
            plain = entry.person is None or entry.here
            return QGuiApplication.palette().text() if plain else QColor(colours().muted)
        if role == _Role.FontRole and entry.person is None:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be gone to."""
        if self.entries[index.row()].person is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry in the room there is, so that the time of coming or going can be read."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Shortens the name, not the end of the line."""
        super().initStyleOption(option, index)
        model, view = index.model(), self.parent()
        assert isinstance(model, EntriesModel)
        assert isinstance(view, QListView)
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, view) + 1
        width = view.viewport().width() - 2 * (margin + view.spacing())
        option.text = model.entries[index.row()].fitted(option.fontMetrics, width)


class PeopleList(QListView):
    """The list on the screen. Letters do nothing, so that blind typing does no harm."""

    #: Space or a double click on a person
    toggled = Signal(str)
    #: Enter or the menu key on a person
    asked = Signal(str)
    #: text was typed, which is nothing to this list
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reached = False
        self.setAccessibleName(_("Attendance"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setItemDelegate(EntryDelegate(self))
        self.setSpacing(1)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda _point: self._ask())

    def person(self) -> str | None:
        """The person the keyboard is on."""
        model, index = self.model(), self.currentIndex()
        assert isinstance(model, EntriesModel)
        return model.entries[index.row()].person if index.isValid() else None

    def go_to(self, person: str | None) -> None:
        """Puts the keyboard on a person, by default on the first."""
        model = self.model()
        assert isinstance(model, EntriesModel)
        places = [row for row, entry in enumerate(model.entries) if entry.person is not None]
        wanted = [row for row in places if model.entries[row].person == person]
        if places:
            self.setCurrentIndex(model.index((wanted or places)[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space acts on a row reached by them, Enter asks what to do."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text() if event.text().isprintable() and not event.modifiers() & _COMMANDS else ""
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            self._reached = True
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
            self._reached = False
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self._ask()
        elif text == " ":
            if self._reached:
                self._toggle()
        elif text:
            self._reached = False
            self.typed.emit(text)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here reaches nobody yet."""
        super().focusInEvent(event)
        self._reached = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is meant."""
        self._toggle()
        event.accept()

    def _toggle(self) -> None:
        person = self.person()
        if person is not None:
            self.toggled.emit(person)

    def _ask(self) -> None:
        person = self.person()
        if person is not None:
            self.asked.emit(person)
