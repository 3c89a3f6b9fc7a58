"""How an election is held, below the names in its form: ballot, who or what is elected, seats, who counts."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.rules import electionnotes
from desktop.models.rules.electionnotes import Note
from desktop.models.values import ElectionForm, ElectionMethod, SeatMethod
from desktop.text import ui_text as _
from desktop.ui.desk.elections.election_draft import Draft, Stop
from desktop.ui.desk.elections.election_value import with_note, with_settings
from desktop.ui.desk.elections.election_words import FORM_WORDS, METHOD_WORDS, SEAT_WORDS
from desktop.ui.desk.keyfields import CountField, KeyChoice
from desktop.ui.desk.names.moverfield import MoverField
from desktop.ui.parts.flow import Flow, Labelled


class ElectionSettings(QWidget):
    """Made anew where another form is chosen; ``stops`` are its fields in their order."""

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self.stops: list[Stop] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._settings())
        rows.addWidget(self._tellers())

    def _settings(self) -> Flow:
        draft, value = self._draft, self._draft.value
        flow = Flow()
        methods = [(None, "–"), *((one, _(words)) for one, words in METHOD_WORDS.items())]
        method = KeyChoice(
            methods, {"o": ElectionMethod.OPEN, "g": ElectionMethod.SECRET, "s": ElectionMethod.SECRET}, self
        )
        method.set_value(value.method)
        method.chosen.connect(lambda chosen: self._draft.change(method=chosen))
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
