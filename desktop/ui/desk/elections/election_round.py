"""One round in the form of an election: when it was, what was cast, the votes of each name, what they amount to."""

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.clock import parse_moment, stamp
from desktop.models.rules import electionnotes
from desktop.models.rules.electionnotes import Note
from desktop.models.rules.elections import Stand
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui.desk.elections.election_book import moment_of
from desktop.ui.desk.elections.election_draft import Draft, Stop
from desktop.ui.desk.elections.election_value import columns, names, with_count, with_note, with_round
from desktop.ui.desk.elections.election_words import differs_words, result_words, surplus_words
from desktop.ui.desk.keyfields import CountField, TimeLine
from desktop.ui.desk.timefield import moment_from
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.flow import Flow, Labelled


class RoundBlock(QWidget):
    """Made anew where names come or go; ``stops`` are its fields in their order."""

    def __init__(self, draft: Draft, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft, self._number = draft, number
        self.stops: list[Stop] = []
        self._title = _("Round {number}", number=number + 1)
        self._result = Label(bold=True, parent=self)
        self._surplus = Label(colour="rejected", bold=True, parent=self)
        for label in (self._result, self._surplus):
            label.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            label.setSizePolicy(policy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._line())
        rows.addLayout(self._votes())
        rows.addWidget(self._result)
        rows.addWidget(self._surplus)
        self.refresh()

    # --- the whole round

    def _line(self) -> Flow:
        held = self._draft.value.rounds[self._number]
        flow = Flow()
        flow.addWidget(Label(self._title, bold=True, parent=self))
        flow.addWidget(self._time("begin", _("Begin"), held.at))
        flow.addWidget(self._time("end", _("End"), self._end()))
        flow.addWidget(self._count("cast", _("cast"), held.cast))
        flow.addWidget(self._count("invalid", _("invalid"), held.invalid))
        flow.addWidget(self._count("abstentions", _("Abstentions"), held.abstentions))
        alone = bool(held.candidates) and not columns(self._draft.value, self._number)
        if alone or held.yes is not None:
            flow.addWidget(self._count("yes", _("Yes"), held.yes))
        if alone or held.no is not None:
            flow.addWidget(self._count("no", _("No"), held.no))
        return flow

    def _day(self) -> datetime:
        held = self._draft.value.rounds[self._number]
        return (parse_moment(held.at) if held.at else None) or self._draft.clock.now()

    def _begin(self) -> str | None:
        return self._draft.value.rounds[self._number].at

    def _end(self) -> str | None:
        noted = electionnotes.read(self._draft.value.rounds[self._number].text).get(Note.END)
        moment = moment_from(noted, self._day())
        return stamp(moment) if moment else None

    def _time(self, name: str, words: str, stored: str | None) -> QWidget:
        field = TimeLine(self._draft.clock.now, self)
        field.show_time(stored)
        field.setPlaceholderText(_("now"))
        field.timed.connect(lambda time: take(time))
        field.blind.connect(self._draft.blind)

        refused = False

        def take(time: str | None) -> None:
            nonlocal refused
            refused = not self._timed(name, time)
            field.show_time(self._begin() if name == "begin" else self._end())

        def now() -> None:
            """Enter in the empty field, unless that Enter has just been told that its time is none."""
            nonlocal refused
            if not refused:
                take(stamp(self._draft.clock.now()))
            refused = False

        self.stops.append(Stop(f"{name}.{self._number}", field, now))
        return Labelled(words, field, f"{self._title}, {words}")

    def _timed(self, name: str, time: str | None) -> bool:
        """Notes when it began or ended. A time outside the meeting is told and not noted; whether it was noted."""
        draft, number = self._draft, self._number
        typed = parse_moment(time) if time else None
        moment = moment_of(draft.book, typed, draft.clock.now()) if typed else None
        if typed is not None and moment is None:
            words = _("{time} is outside the meeting · please give a time within it", time=format_time(typed, "HH:mm"))
            draft.said.emit(words)
            return False
        if name == "begin":
            draft.put(with_round(draft.value, number, at=stamp(moment) if moment else None))
            return True
        words = electionnotes.clock_words(format_time(moment, "HH:mm")) if moment else ""
        draft.put(with_note(draft.value, Note.END, words, number))
        return True

    def _count(self, name: str, words: str, count: int | None) -> QWidget:
        draft, number = self._draft, self._number
        field = CountField(count, self)

        def write(typed: int | None) -> None:
            draft.put(with_round(draft.value, number, **{name: typed}), typing=True)

        field.counted.connect(write)
        self._add(name, field)
        return Labelled(words, field, f"{self._title}, {words}")

    def _add(self, name: str, field: CountField) -> None:
        field.blind.connect(self._draft.blind)
        field.editingFinished.connect(self._draft.book.end_typing)
        self.stops.append(Stop(f"{name}.{self._number}", field))

    # --- each name

    def _votes(self) -> QGridLayout:
        """A row for each name; the keyboard goes down a column, because so they are read out."""
        value = self._draft.value
        held, used = value.rounds[self._number], columns(value, self._number)
        titles = {
            "votes": _("Votes received"),
            "seats": _("Seats"),
            "yes": _("Yes"),
            "no": _("No"),
            "abstentions": _("Abst."),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(len(used) + 1, 1)
        for column, field in enumerate(used, 1):
            grid.addWidget(Label(titles[field], colour="muted", scale=0.9), 0, column)
        for place, candidate in enumerate(held.candidates):
            label = Label(candidate.name, parent=self)
            grid.addWidget(label, place + 1, 0)
        across = used != ("votes", "seats")
        cells = [(place, field) for place in range(len(held.candidates)) for field in used]
        for place, name in cells if across else sorted(cells, key=lambda one: used.index(one[1])):
            candidate = held.candidates[place]
            cell = CountField(getattr(candidate, name), self)
            cell.setAccessibleName(f"{self._title}, {titles[name]}, {candidate.name}")
            cell.counted.connect(lambda count, at=place, of=name: self._voted(at, of, count))
            grid.addWidget(cell, place + 1, used.index(name) + 1)
            self._add(f"{name}.{place}", cell)
        return grid

    def _voted(self, place: int, field: str, count: int | None) -> None:
        draft = self._draft
        draft.put(with_count(draft.value, self._number, place, field, count), typing=True)

    # --- what it amounts to

    def refresh(self) -> None:
        """Shows anew what the numbers amount to, and the seats that follow from them."""
        draft, number = self._draft, self._number
        value, found = draft.value, draft.outcome(self._number)
        held = value.rounds[number]
        for stop in self.stops:
            name, _dot, place = stop.name.partition(".")
            if name == "seats" and isinstance(stop.widget, CountField) and not stop.widget.hasFocus():
                stop.widget.show_count(held.candidates[int(place.partition(".")[0])].seats)
        last = number == len(value.rounds) - 1
        words = result_words(value, number, found) if held.candidates else ""
        differs = differs_words(value, names(held, found.elected)) if last else ""
        self._result.recolour("accepted" if found.stand is Stand.ELECTED else "")
        self._surplus.setText(
            " · ".join(filter(None, (surplus_words(held, draft.surplus(number), draft.setting(number)), differs)))
        )
        self._surplus.setVisible(bool(self._surplus.text()))
        if self._result.text() != words:
            self._result.setText(words)
            if last and self.isVisible():
                said = ". ".join(filter(None, (words, self._surplus.text())))
                announce(self, said)

    @property
    def said(self) -> tuple[str, str]:
        """What it says about the outcome and about the ballots."""
        return self._result.text(), self._surplus.text()
