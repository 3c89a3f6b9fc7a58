"""The whole attendance list: who, in which group, present or missing and why, in which function, for whom."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import Attendance, AttendanceGroup, AttendanceStatus
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence.attendance_add import AddLine, EnterButton, MembersButton
from desktop.ui.desk.presence.attendance_details import Details, QuietTable
from desktop.ui.desk.presence.attendance_entries import GROUP_WORDS, STATUS_WORDS, names_of
from desktop.ui.desk.voting.grid_book import factions
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.parts.guide import ViewGuide
from desktop.ui.parts.tables import Column, RowsModel

_SHOWN = frozenset({"Attendance", "Interval", "Person", "Membership", "Meeting", "AgendaItem", "Recusal"})
_ORDER = list(AttendanceGroup)
#: of the list, in lines; a lower dialog scrolls
_FEWEST_LINES = 8


class AttendanceDialog(QDialog):
    """Worked by keyboard: arrows, Enter edits a cell, Ins goes to the line for adding, Del takes somebody off.

    Everything is in the book at once; closing it changes nothing. A sentence typed blindly closes it.
    """

    #: text that was typed blindly; it belongs to the ready line
    blindText = Signal(str)

    def __init__(
        self, book: Book, bus: Bus, directory: Callable[[], Directory], clock: Clock, parent: QWidget | None = None
    ) -> None:
        """``directory`` gives everybody there is, as it stands."""
        super().__init__(parent)
        self._book, self._everybody = book, directory
        self._directory = directory()
        self._clock = clock
        #: keys of the lines of those who have a vote
        self._voters: frozenset[str] = frozenset()
        self.setWindowTitle(_("Attendance list"))
        self._add = AddLine(book, directory, self)
        self._members = MembersButton(book, self)
        self._model: RowsModel[Attendance] = RowsModel(self._columns(), self)
        self._table = QuietTable(_("Attendance"), self)
        self._table.setModel(self._model)
        ViewGuide(self._table, lambda: (_("Nobody is on the list yet. Ins adds somebody."), ()))
        self._details = Details(book, clock, self)
        self._lay_out()
        self._connect(bus)
        self.refresh()
        self._table.fit()
        (self._table if self._members.isHidden() else self._members).setFocus()
        fit_screen(self, 170, 48)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.addButton(EnterButton(_("Close"), self), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._add)
        rows.addWidget(self._members, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._table, 1)
        keys = _("Enter edits a cell · Ins adds · Del takes off the list · everything is saved at once")
        rows.addWidget(_wrapped(keys))
        later = _k("Who comes later is “excused” or “absent” until then; {presence} notes the arrival.")
        rows.addWidget(_wrapped(later))
        rows.addWidget(_wrapped(_about_reasons(self._book)))
        rows.addWidget(self._details)
        self._table.setMinimumHeight(_FEWEST_LINES * self.fontMetrics().lineSpacing())
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(whole)
        page = QVBoxLayout(self)
        page.addWidget(area, 1)
        page.addWidget(buttons)

    def _connect(self, bus: Bus) -> None:
        self._add.added.connect(self._show_line)
        self._members.done.connect(self._table.setFocus)
        self._table.removal.connect(self._remove)
        self._table.selectionModel().currentChanged.connect(lambda *_places: self._show_details())
        self._table.addition.connect(lambda: self._add.setFocus(Qt.FocusReason.OtherFocusReason))
        for part in (self._table, self._details):
            part.blindText.connect(self._typed)
        bus.changed.connect(self._changed)

    def _columns(self) -> list[Column[Attendance]]:
        return [
            Column(N_("Name"), lambda line: self._name(line.person)),
            self._choice(N_("Group"), "group", [(group, _(GROUP_WORDS[group])) for group in _ORDER]),
            self._choice(N_("Faction"), "on_behalf_of", [(None, "–"), *names_of(factions(self._book)).items()]),
            self._voting_right(),
            self._status(),
            self._text(N_("Reason"), "reason", wide=True),
            self._text(N_("Function"), "function"),
            Column(
                N_("Deputy for"),
                lambda line: self._name(line.deputy_for),
                write=lambda line, value: self._write(line, "deputy_for", value),
                options=self._seats,
                value=lambda line: line.deputy_for,
            ),
        ]

    def _choice(self, title: str, field: str, options: list[tuple[Any, str]]) -> Column[Attendance]:
        words = dict(options)
        return Column(
            title,
            lambda line: words.get(getattr(line, field)) or "",
            write=lambda line, value: self._write(line, field, value),
            options=lambda: options,
            value=lambda line: getattr(line, field),
        )

    def _voting_right(self) -> Column[Attendance]:
        """What holds; where nothing is said of somebody, that follows from membership and group."""
        options = [(None, _("by membership")), (True, _("yes")), (False, _("no"))]
        words: dict[bool | None, str] = dict(options)

        def shown(line: Attendance) -> str:
            return words[line.key in self._voters if line.voting_right is None else line.voting_right]

        return Column(
            N_("Entitled to vote"),
            shown,
            write=lambda line, value: self._write(line, "voting_right", value),
            options=lambda: options,
            value=lambda line: line.voting_right,
        )

    def _status(self) -> Column[Attendance]:
        """Who is missing has no times of coming and going."""
        options = [(status, _(words)) for status, words in STATUS_WORDS.items()]
        words: dict[AttendanceStatus, str] = dict(options)
        return Column(
            N_("Status"),
            lambda line: words[line.status],
            write=lambda line, value: acts.set_status(self._book, line.key, value),
            options=lambda: options,
            value=lambda line: line.status,
        )

    def _text(self, title: str, field: str, *, wide: bool = False) -> Column[Attendance]:
        return Column(
            title,
            lambda line: getattr(line, field) or "",
            write=lambda line, text: self._write(line, field, text or None),
            wide=wide,
        )

    def _write(self, line: Attendance, field: str, value: Any) -> None:
        self._book.change(line.key, **{field: value})

    def _name(self, person: str | None) -> str:
        speaker = self._directory.by_key(person)
        return speaker.name if speaker else ""

    def _seats(self) -> list[tuple[str | None, str]]:
        """Whose seat can be taken; those who are missing first."""
        groups = (AttendanceGroup.CHAIR, AttendanceGroup.MEMBER)
        lines = [line for line in self._book.meeting.attendance if line.group in groups]
        lines.sort(key=lambda line: line.status is AttendanceStatus.PRESENT)
        return [(None, "–"), *((line.person, self._name(line.person)) for line in lines)]

    # --- showing

    def refresh(self) -> None:
        """Shows the list as it stands, by group."""
        self._directory = self._everybody()
        self._add.refresh()
        self._members.refresh()
        seats = acts.seats_now(self._book, self._clock.now())
        self._voters = frozenset(seat.attendance for seat in seats if seat.votes)
        lines = enumerate(self._book.meeting.attendance)
        ordered = sorted(lines, key=lambda one: (_ORDER.index(one[1].group) if one[1].group else len(_ORDER), one[0]))
        before = self._table.currentIndex()
        self._model.set_rows([line for _place, line in ordered])
        row = min(max(before.row(), 0), self._model.rowCount() - 1)
        self._table.setCurrentIndex(self._model.index(row, max(before.column(), 0)))
        self._show_details()

    def _show_details(self) -> None:
        index = self._table.currentIndex()
        line = self._model.rows[index.row()] if index.isValid() and index.row() < len(self._model.rows) else None
        self._details.show_line(line, self._name(line.person) if line is not None else "")

    def _changed(self, changed: Changed) -> None:
        records = self._book.shelf.records
        touched = (*changed.fields, *changed.came, *changed.parents)
        if changed.went or any(key in records and records[key].table in _SHOWN for key in touched):
            self.refresh()

    # --- acting

    def _show_line(self, key: str) -> None:
        """The row of whoever was just added."""
        place = next((row for row, one in enumerate(self._model.rows) if one.key == key), 0)
        self._table.setCurrentIndex(self._model.index(place, 0))

    def reject(self) -> None:
        """Esc, Close or the window's own button: not while somebody is typed who is not on the list."""
        if not self._add.holds_back():
            super().reject()

    def _typed(self, text: str) -> None:
        self.reject()
        owner = self.parentWidget()
        if not self.isVisible() and owner is not None:
            owner.activateWindow()  # the next letters come at once
            self.blindText.emit(text)

    def _remove(self, index: QModelIndex) -> None:
        acts.take_off(self._book, self._model.rows[index.row()].key)


def _wrapped(text: str) -> Label:
    label = Label(text, colour="muted")
    label.setWordWrap(True)
    return label


def _about_reasons(book: Book) -> str:
    """What the law says about reasons of absence, and that they are never printed."""
    if house.law(book).minutes.absence_reason:
        return _(
            "The law wants the reason of absence in the minutes: write it as a sentence; this column is not printed."
        )
    return _("Reasons stay in the office: they are in no document.")
