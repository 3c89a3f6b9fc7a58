"""The upper part of an election's form, in the order in which it is read out: office, names, ballot, who counts."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.export import electionnotes
from desktop.export.electionnotes import Note
from desktop.models.values import Candidate, ElectionForm, ElectionMethod, SeatMethod
from desktop.text import ui_text as _
from desktop.ui.desk.election_book import name_of, proposed_office
from desktop.ui.desk.election_draft import Draft, Stop
from desktop.ui.desk.election_fields import Labelled
from desktop.ui.desk.election_value import with_candidate, with_note, with_settings
from desktop.ui.desk.election_words import FORM_WORDS, METHOD_WORDS, SEAT_WORDS
from desktop.ui.desk.keyfields import CountField, KeyChoice
from desktop.ui.desk.moverfield import MoverField
from desktop.ui.desk.namefield import NameField
from desktop.ui.desk.speakers import Speaker
from desktop.ui.flow import Flow
from desktop.ui.plaintext import PlainLine
from desktop.ui.theme import Label

#: the columns of a candidate besides the name, with the room they take
_DETAILS = (("role", 2), ("deputy", 3), ("list", 2))


class ElectionHead(QWidget):
    """Made anew where a name comes or goes; ``stops`` are its fields in their order."""

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self.stops: list[Stop] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._office())
        rows.addLayout(self._candidates())
        rows.addLayout(self._settings())
        rows.addWidget(self._tellers())

    # --- office and names

    def _office(self) -> QWidget:
        draft = self._draft
        office = PlainLine(draft.value.office, self)
        proposal = proposed_office(draft.book, draft.key)
        office.setPlaceholderText(_("{office} – Enter takes it over", office=proposal) if proposal else "")
        office.textEdited.connect(lambda: self._set(typing=True, office=office.typed()))
        office.editingFinished.connect(draft.book.end_typing)

        def take() -> None:
            office.set_text(proposal)
            self._set(office=proposal)

        self.stops.append(Stop("office", office, take if proposal else None))
        return Labelled(_("Office"), office, wide=True)

    def _candidates(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        words = {"role": _("Place or function"), "deputy": _("Deputy"), "list": _("List")}
        heads = (_("Nominated"), *words.values())
        for column, (title, stretch) in enumerate(zip(heads, (4, *(room for _name, room in _DETAILS)), strict=True)):
            grid.addWidget(Label(title, colour="muted", scale=0.9), 0, column)
            grid.setColumnStretch(column, stretch)
        first = self._draft.value.rounds[0].candidates
        for place, candidate in enumerate((*first, Candidate())):
            name = self._name(place, candidate)
            name.setAccessibleName(_("Nominated, {number}", number=place + 1))
            grid.addWidget(name, place + 1, 0)
            self.stops.append(Stop(f"name.{place}", name))
            if place == len(first):
                name.setPlaceholderText(_("short form or name · Enter goes on"))
                break
            for column, (field, _room) in enumerate(_DETAILS, 1):
                line = self._detail(place, field, getattr(candidate, field) or "")
                line.setAccessibleName(f"{words[field]}, {candidate.name}")
                grid.addWidget(line, place + 1, column)
                self.stops.append(Stop(f"{field}.{place}", line))
        return grid

    def _name(self, place: int, candidate: Candidate) -> NameField:
        people, draft = self._draft.people, self._draft
        field = NameField(people.suggestions, self)
        field.directory = people.nominated(draft.value.form)
        field.show_name(candidate.name)

        def chosen(speaker: Speaker) -> None:
            person = name_of(draft.book, speaker.key)
            field.show_name(person or speaker.name)
            values = {"name": person or speaker.name, "person": speaker.key if person else None}
            draft.put(with_candidate(draft.value, place, **values))

        field.chosen.connect(chosen)
        field.settled.connect(chosen)
        field.unknown.connect(lambda typed: draft.said.emit(_("“{name}” is on no list of persons here", name=typed)))
        field.textEdited.connect(lambda: self._typed_name(place, field))
        field.editingFinished.connect(draft.book.end_typing)
        return field

    def _typed_name(self, place: int, field: NameField) -> None:
        """A name counts as it is typed; nobody is added before the first letter."""
        draft, name = self._draft, field.typed()
        if name or place < len(draft.value.rounds[0].candidates):
            draft.put(with_candidate(draft.value, place, name=name, person=None), typing=True)

    def _detail(self, place: int, field: str, text: str) -> PlainLine:
        draft = self._draft
        line = PlainLine(text, self)

        def typed() -> None:
            value: dict[str, Any] = {field: line.typed() or None}
            draft.put(with_candidate(draft.value, place, **value), typing=True)

        line.textEdited.connect(typed)
        line.editingFinished.connect(draft.book.end_typing)
        return line

    # --- how

    def _settings(self) -> Flow:
        draft, value = self._draft, self._draft.value
        flow = Flow()
        methods = [(None, "–"), *((one, _(words)) for one, words in METHOD_WORDS.items())]
        method = KeyChoice(
            methods, {"o": ElectionMethod.OPEN, "g": ElectionMethod.SECRET, "s": ElectionMethod.SECRET}, self
        )
        method.set_value(value.method)
        method.chosen.connect(lambda chosen: self._set(method=chosen))
        form = KeyChoice(
            [(one, _(words)) for one, words in FORM_WORDS.items()],
            {"p": ElectionForm.PERSON, "l": ElectionForm.LIST, "m": ElectionForm.JOINT, "v": ElectionForm.JOINT},
            self,
        )
        form.set_value(value.form or ElectionForm.PERSON)
        form.chosen.connect(self._choose_form)
        for name, words, field in (("method", _("Ballot"), method), ("form", _("Elected is"), form)):
            field.blind.connect(draft.blind)
            flow.addWidget(Labelled(words, field))
            self.stops.append(Stop(name, field))
        if value.form in (ElectionForm.LIST, ElectionForm.JOINT):
            flow.addWidget(self._places())
        if value.form is ElectionForm.LIST:
            flow.addWidget(self._seat_method())
        return flow

    def _places(self) -> QWidget:
        draft = self._draft
        places = CountField(electionnotes.places_of(electionnotes.read(draft.value.text)), self)
        places.counted.connect(lambda count: draft.put(with_settings(draft.value, places=count)))
        places.blind.connect(draft.blind)
        self.stops.append(Stop("places", places))
        listed = draft.value.form is ElectionForm.LIST
        return Labelled(_("Seats") if listed else _("To be elected"), places)

    def _seat_method(self) -> QWidget:
        draft = self._draft
        options = [(one, _(words)) for one, words in SEAT_WORDS.items()]
        keys = {"d": SeatMethod.D_HONDT, "h": SeatMethod.HARE_NIEMEYER, "s": SeatMethod.SAINTE_LAGUE}
        method = KeyChoice(options, keys, self)
        method.set_value(draft.value.seat_method or SeatMethod.D_HONDT)
        method.chosen.connect(lambda one: draft.put(with_settings(draft.value, seat_method=one)))
        method.blind.connect(draft.blind)
        self.stops.append(Stop("seat_method", method))
        return Labelled(_("Procedure of the seats"), method)

    def _choose_form(self, form: ElectionForm) -> None:
        """Lists are shared out by the procedure of the Land, or d'Hondt, until another is chosen."""
        draft = self._draft
        method = draft.value.seat_method or draft.law.seat_method or SeatMethod.D_HONDT
        draft.put(with_settings(draft.value, form=form, seat_method=method if form is ElectionForm.LIST else None))

    def _tellers(self) -> QWidget:
        draft = self._draft
        tellers = MoverField(draft.people.suggestions, self)
        tellers.directory = draft.people.persons
        tellers.show_name(electionnotes.read(draft.value.text).get(Note.TELLERS))

        def write(*, typing: bool) -> None:
            draft.put(with_note(draft.value, Note.TELLERS, tellers.typed()), typing=typing)

        tellers.textEdited.connect(lambda: write(typing=True))
        tellers.chosen.connect(lambda _one: write(typing=False))
        tellers.settled.connect(lambda _one: write(typing=False))
        tellers.editingFinished.connect(draft.book.end_typing)
        self.stops.append(Stop("tellers", tellers))
        return Labelled(_("Tellers"), tellers, wide=True)

    def _set(self, *, typing: bool = False, **fields: Any) -> None:
        self._draft.put(replace(self._draft.value, **fields), typing=typing)
