"""The upper part of an election's form, in the order in which it is read out: office and names."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.models.values import Candidate
from desktop.text import ui_text as _
from desktop.ui.desk.elections.election_book import name_of, proposed_office
from desktop.ui.desk.elections.election_draft import Draft, Stop
from desktop.ui.desk.elections.election_value import with_candidate
from desktop.ui.desk.names.namefield import NameField
from desktop.ui.desk.names.speakers import Speaker
from desktop.ui.looks.theme import Label
from desktop.ui.parts.flow import Labelled
from desktop.ui.parts.plaintext import PlainLine

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

    # --- office and names

    def _office(self) -> QWidget:
        draft = self._draft
        office = PlainLine(draft.value.office, self)
        proposal = proposed_office(draft.book, draft.key)
        office.setPlaceholderText(_("{office} – Enter takes it over", office=proposal) if proposal else "")
        office.textEdited.connect(lambda: self._draft.change(typing=True, office=office.typed()))
        office.editingFinished.connect(draft.book.end_typing)

        def take() -> None:
            office.set_text(proposal)
            self._draft.change(office=proposal)

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
                name.setPlaceholderText(_("short form or name"))
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
