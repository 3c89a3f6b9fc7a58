"""The form of a meeting: body, number, date, time, room. Takes offers and a draft, gives a draft back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.clean import clean
from desktop.models.rules.agenda_plan import Carried, PlannedItem
from desktop.models.values import Land, MeetingState
from desktop.models.values.aside import MeetingTemplate
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui.dialogs.daylines import DayLine, TimeLine
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.naming import meeting_name
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.buttons import take_by_key
from desktop.ui.parts.form import Choice, Form
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.prepare.beginning import Beginning
from desktop.ui.words import land_name, state_name

_MOMENT = re.compile(r"[0-9]{1,2}\.[ ]?[0-9]{1,2}\.[ ]?(?:[0-9]{2}|[0-9]{4})|[0-9]{1,2}[.:][0-9]{2}(?: Uhr)?|[0-9]{8}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Committee:
    """A body that meets. ``next_number`` is the number its next meeting would have; ``last`` the key of its last."""

    key: str
    name: str
    next_number: str = ""
    last: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Corporation:
    """A municipality with the bodies that meet in it."""

    key: str
    name: str
    committees: tuple[Committee, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetingDraft:
    """What the form holds. A key is None where a name was typed that is not in the book yet."""

    start: datetime
    corporation: str | None = None
    corporation_name: str = ""
    land: Land | None = None
    committee: str | None = None
    committee_name: str = ""
    number: str = ""
    name: str = ""
    room: str = ""
    place: str = ""
    occasion: str = ""
    term: str = ""
    #: how far the minutes are; a new meeting is in preparation
    state: MeetingState | None = None
    #: of a new meeting; without any it has an opening
    agenda: tuple[PlannedItem, ...] = ()
    #: those of the agenda that earlier meetings put off
    carried: tuple[Carried, ...] = ()


class MeetingDialog(QDialog):
    """Not modal; opened with ``open()``. OK is possible once body and committee have a name."""

    #: ``MeetingDraft``
    given = Signal(object)
    #: key of the last meeting of the chosen committee; the caller may answer with ``propose``
    committeeChosen = Signal(str)
    #: key of the chosen committee, empty for a new one; the caller answers with ``beginning.offer``
    agendaWanted = Signal(str)

    def __init__(
        self, draft: MeetingDraft, corporations: Sequence[Corporation], parent: QWidget | None = None, *, new: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New meeting") if new else _("Meeting details"))
        self._draft = draft
        self._corporations = tuple(corporations)
        self._new = new
        self._own_name = bool(draft.name)
        #: a date in a field of words that OK was pressed with
        self._doubted = ""
        #: the day that the agendas on offer are for
        self._asked_for: date | None = None
        #: what was filled in as it was the last time; goes with the body it belongs to
        self._proposed: dict[PlainLine, str] = {}
        self._form = Form(self)
        self._make_body_fields()
        self._make_fields()
        self.beginning = Beginning(self)  # behind the fields also for Tab
        self.beginning.setVisible(new)
        self.beginning.templateChosen.connect(self.take_template)
        self._complaint = Label("", colour="muted", parent=self)
        self._complaint.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self._give)
        self._buttons.rejected.connect(self.reject)
        take_by_key(self._buttons, self._buttons.button(QDialogButtonBox.StandardButton.Ok), self._refuse)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        """Fields and agenda side by side; where the screen is too small for them they can be scrolled."""
        halves = QWidget(self)
        columns = QHBoxLayout(halves)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(24)
        columns.addWidget(self._form, 3)
        columns.addWidget(self.beginning, 4)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(halves)
        rows = QVBoxLayout(self)
        rows.addWidget(area, 1)
        rows.addWidget(self._complaint)
        rows.addWidget(Label(_("Enter in a field takes over, Ctrl+Enter everywhere."), colour="muted", parent=self))
        rows.addWidget(self._buttons)
        fit_screen(self, 150 if self._new else 80, 30)

    def _make_body_fields(self) -> None:
        self.corporation = self._combo(_("Municipality"), [corporation.name for corporation in self._corporations])
        self.corporation.setEnabled(self._new)
        self.land = Choice([(None, "–"), *((land, land_name(land)) for land in Land)], self)
        self._form.row(_("Land"), self.land, _("Selects the law that applies."))
        self.committee = self._combo(_("Body"), [])
        self.corporation.currentTextChanged.connect(self._corporation_changed)
        self.committee.currentTextChanged.connect(self._committee_changed)

    def _combo(self, label: str, names: Sequence[str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setLineEdit(PlainLine(parent=combo))
        combo.addItems(list(names))
        self._form.row(label, combo, _("Choose one or type a new name."))
        return combo

    def _make_fields(self) -> None:
        self.number = self._line(_("Number"))
        self.name = self._line(_("Meeting name"))
        self.day = DayLine(self)
        self._form.row(_("Date"), self.day, _("For instance 5.3.2026; ↑ and ↓ go to the day after and before."))
        self.time = TimeLine(self)
        self._form.row(_("Time"), self.time, _("For instance 18:00 or 1800."))
        self.room = self._line(_("Room"))
        self.place = self._line(_("Place"))
        self.occasion = self._line(_("Occasion"))
        self.term = self._line(_("Electoral term"))
        self.state = Choice([(None, "–"), *((state, state_name(state)) for state in MeetingState)], self)
        self._form.row(_("State of the minutes"), self.state, _("Documents are marked as a draft until released."))
        self._form.show_row(self.state, shown=not self._new)
        for line in (self.day, self.time, *self._words()):
            line.textChanged.connect(self._check)
        self.day.editingFinished.connect(self._day_left)
        self.number.textChanged.connect(self._propose_name)
        self.name.textEdited.connect(self._name_typed)

    def _line(self, label: str) -> PlainLine:
        line = PlainLine(parent=self)
        self._form.row(label, line)
        return line

    def _words(self) -> tuple[PlainLine, ...]:
        """The fields in which neither a date nor a time makes sense."""
        return self.room, self.place, self.occasion, self.term

    # --- filling and following

    def _fill(self) -> None:
        draft = self._draft
        self.day.set_day(draft.start.date())
        self.time.set_time(draft.start)
        for line, text in self._texts(draft):
            line.set_text(text)
        names = [corporation.name for corporation in self._corporations]
        first = draft.corporation_name or (names[0] if names else "")
        self.corporation.setCurrentText(first)
        self._corporation_changed(first)
        if draft.committee_name:
            self.committee.setCurrentText(draft.committee_name)
        self.land.set_value(draft.land)
        self.state.set_value(draft.state)
        self.number.set_text(draft.number or self.number.text())
        (self.number if first and self.committee.currentText() else self.corporation).setFocus()

    def _texts(self, draft: MeetingDraft) -> list[tuple[PlainLine, str]]:
        return [
            (self.name, draft.name),
            (self.room, draft.room),
            (self.place, draft.place),
            (self.occasion, draft.occasion),
            (self.term, draft.term),
        ]

    def _corporation_changed(self, name: str) -> None:
        chosen = self._corporation()
        self._form.show_row(self.land, shown=chosen is None)
        committees = chosen.committees if chosen else ()
        self.committee.clear()
        self.committee.addItems([committee.name for committee in committees])
        self._check()

    def _committee_changed(self, name: str) -> None:
        committee = self._committee()
        if self._new:
            self.number.set_text(committee.next_number if committee else "1" if name.strip() else "")
            self._take_proposals_back()
            self.ask_for_proposals()
        self._propose_name()
        self._check()

    def _day_left(self) -> None:
        """What was put off before depends on the day."""
        if self._new and self.day.day() not in (None, self._asked_for):
            self._ask_for_agenda()

    def _ask_for_agenda(self) -> None:
        self._asked_for = self.day.day()
        self.agendaWanted.emit(self.committee_key())

    def ask_for_proposals(self) -> None:
        """Asks for what the last meeting of the chosen committee had; to be called once somebody listens."""
        committee = self._committee()
        self._ask_for_agenda()
        if committee is not None and committee.last is not None:
            self.committeeChosen.emit(committee.last)

    def _name_typed(self) -> None:
        self._own_name = bool(self.name.text())

    def _propose_name(self) -> None:
        if not self._own_name:
            self.name.set_text(meeting_name(self.number.typed(), self.committee.currentText()))
            self.name.setCursorPosition(0)

    def propose(self, last: str, room: str, place: str, term: str, time: str = "") -> None:
        """Fills what is still empty as it was in the ``last`` meeting, if it is still that of the chosen committee."""
        committee = self._committee()
        if committee is None or committee.last != last:
            return
        for line, text in ((self.room, room), (self.place, place), (self.term, term)):
            if not line.text():
                line.set_text(text)
                self._proposed[line] = text
        if self.time not in self._proposed:
            self._propose_time(time)

    def _propose_time(self, time: str) -> None:
        if time and self.time.text() in (self._usual_time(), self._proposed.get(self.time)):
            self.time.set_text(time)
            self._proposed[self.time] = time

    def _usual_time(self) -> str:
        return format_time(self._draft.start, "HH:mm")

    def take_template(self, template: MeetingTemplate | None) -> None:
        """Fills time, room and place as a template has them, where nothing of the user's own stands."""
        if template is None:
            return
        self._propose_time(template.time or "")
        for line, text in ((self.room, template.room), (self.place, template.place)):
            if text and line.text() in ("", self._proposed.get(line)):
                line.set_text(text)
                self._proposed[line] = text

    def _take_proposals_back(self) -> None:
        """Another committee meets elsewhere; what was typed stays."""
        for line, text in self._proposed.items():
            if line.text() == text:
                line.set_text(self._usual_time() if line is self.time else "")
        self._proposed.clear()

    # --- giving back

    def _corporation(self) -> Corporation | None:
        name = clean(self.corporation.currentText()).strip()
        return next((corporation for corporation in self._corporations if corporation.name == name), None)

    def _committee(self) -> Committee | None:
        name = clean(self.committee.currentText()).strip()
        chosen = self._corporation()
        return next((committee for committee in chosen.committees if committee.name == name), None) if chosen else None

    def committee_key(self) -> str:
        """The key of the chosen committee; empty for a new one."""
        committee = self._committee()
        return committee.key if committee else ""

    def _check(self) -> None:
        missing = [field.accessibleName() for field in self._missing()]
        strayed = self._strayed()
        doubt = _("A date or a time stands in “{field}”.", field=strayed.accessibleName()) if strayed else ""
        self._complaint.setText(_("Still needed: {fields}", fields=", ".join(missing)) if missing else doubt)
        self._complaint.recolour("muted" if missing else "warning")
        if hasattr(self, "_buttons"):
            self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not missing)

    def _missing(self) -> list[QWidget]:
        """The fields that are still needed, in their order; each says so to who comes to it and sees nothing."""
        needed = {
            self.corporation: bool(self.corporation.currentText().strip()),
            self.committee: bool(self.committee.currentText().strip()),
            self.day: self.day.day() is not None,
            self.time: self.time.on(self._draft.start) is not None,
        }
        for field, there in needed.items():
            words = "" if there else _("Still needed: {fields}", fields=field.accessibleName())
            self._form.fault(field, words, field.toolTip())
        return [field for field, there in needed.items() if not there]

    def _refuse(self) -> None:
        """Ctrl+Enter came too early: on to the first field that is needed."""
        announce(self._complaint, self._complaint.text(), assertive=True)
        for field in self._missing()[:1]:
            field.setFocus(Qt.FocusReason.TabFocusReason)  # what stands there is typed over

    def _strayed(self) -> PlainLine | None:
        """The first field of words with nothing but a date or a time in it, as after one Tab too many."""
        return next((line for line in self._words() if _MOMENT.fullmatch(line.text().strip())), None)

    def draft(self) -> MeetingDraft:
        """What the form holds now; a day or time that cannot be read is the one it began with."""
        before = self._draft.start
        corporation, committee = self._corporation(), self._committee()
        return replace(
            self._draft,
            start=self.time.on(self.day.day() or before.date()) or before,
            corporation=corporation.key if corporation else None,
            corporation_name=clean(self.corporation.currentText()).strip(),
            land=self.land.value(),
            state=self.state.value(),
            committee=committee.key if committee else None,
            committee_name=clean(self.committee.currentText()).strip(),
            number=self.number.typed().strip(),
            name=self.name.typed().strip(),
            room=self.room.typed().strip(),
            place=self.place.typed().strip(),
            occasion=self.occasion.typed().strip(),
            term=self.term.typed().strip(),
            agenda=self.beginning.items() if self._new else (),
            carried=self.beginning.carried() if self._new else (),
        )

    def _give(self) -> None:
        strayed = self._strayed()
        if strayed is not None and strayed.text() != self._doubted:  # the same text a second time is meant so
            self._doubted = strayed.text()
            strayed.setFocus(Qt.FocusReason.TabFocusReason)
            strayed.selectAll()
            return
        self.given.emit(self.draft())
        self.accept()
