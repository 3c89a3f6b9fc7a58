"""The lower part of an election's form: the lot, who is elected and accepts, remarks."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.rules import electionnotes
from desktop.models.rules.electionnotes import Note
from desktop.models.rules.elections import Result, Stand
from desktop.models.values import Election, ElectionForm
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.elections.election_book import chair_of
from desktop.ui.desk.elections.election_draft import Draft, Stop
from desktop.ui.desk.elections.election_fields import LotChoice
from desktop.ui.desk.elections.election_value import (
    drawing,
    names,
    with_drawer,
    with_elected,
    with_lot,
    with_note,
    with_rest,
)
from desktop.ui.desk.elections.election_words import keys_words, law_words
from desktop.ui.desk.keyfields import KeyChoice
from desktop.ui.desk.timefield import TimeField
from desktop.ui.looks.theme import Label
from desktop.ui.parts.flow import Flow, Labelled
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from desktop.ui.parts.ticks import Tick

_DIGITS = "123456789"
#: the lot is to be drawn
LOTS = (Stand.LOT, Stand.LOT_AGAIN)


class ElectionFoot(QWidget):
    """``stops`` are its fields in their order; those of the lot are hidden where there is nothing to draw."""

    #: the lot has named somebody
    drawn = Signal()

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._field = self._drawn_by = ""
        self.stops: list[Stop] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(4)
        self._lot_rows = (self._lots(), self._procedure())
        for row in self._lot_rows:
            rows.addWidget(row)
        rows.addLayout(self._elected())
        rows.addWidget(self._remark())
        rows.addLayout(self._last())
        self._keys = Label(colour="muted", scale=0.9, parent=self)
        self._keys.setWordWrap(True)
        rows.addWidget(self._keys)
        self.refresh()

    # --- the lot

    def _lots(self) -> QWidget:
        row = QWidget(self)
        flow = Flow(row)
        self._drawer = PlainLine("", row)
        self._drawer.setMinimumWidth(self._drawer.fontMetrics().averageCharWidth() * 26)
        chair = chair_of(self._draft.book)
        self._drawer.setPlaceholderText(chair)
        self._drawer.textEdited.connect(self._write_drawer)
        self._drawer.editingFinished.connect(self._draft.book.end_typing)

        def take_chair() -> None:
            self._drawer.set_text(chair)
            self._write_drawer()

        self._lot = LotChoice(row)
        self._lot.setSizeAdjustPolicy(KeyChoice.SizeAdjustPolicy.AdjustToContents)
        self._lot.chosen.connect(self._draw)
        flow.addWidget(Labelled(_("Lot drawn by"), self._drawer))
        flow.addWidget(Labelled(_("drawn:"), self._lot, _("Name drawn by lot")))
        self.stops.append(Stop("drawer", self._drawer, take_chair))
        self.stops.append(Stop("lot", self._lot))
        return row

    def _write_drawer(self) -> None:
        """Who draws is noted key by key."""
        before, self._drawn_by = self._drawn_by, self._drawer.typed().strip()
        self._draft.put(with_drawer(self._draft.value, before, self._drawn_by), typing=True)

    def _procedure(self) -> QWidget:
        """How the lot was drawn: filled in with the draw, to be written on."""
        draft = self._draft
        self._how = PlainLine("", self)
        self._how.setPlaceholderText(draft.law.lot)
        self._how.textEdited.connect(
            lambda: draft.put(with_note(draft.value, Note.LOT, self._how.typed()), typing=True)
        )
        self._how.editingFinished.connect(draft.book.end_typing)
        self.stops.append(Stop("procedure", self._how))
        return Labelled(_("Drawing of the lot"), self._how, wide=True)

    def _draw(self, name: str | None) -> None:
        draft = self._draft
        election, found = self._to_draw()
        if name is None:
            draft.put(replace(draft.value, lot=None))
        elif found.stand in LOTS:
            drawn = with_lot(election, found, name, draft.law.lot)
            if draft.decide(drawn):
                draft.said.emit(_k("Kind of result: elected. {undo} takes it back"))
        self.drawn.emit()

    def _to_draw(self) -> tuple[Election, Result]:
        """What is left to draw. After a draw between persons: the same draw, as if another had been drawn."""
        draft, value = self._draft, self._draft.value
        last = len(value.rounds) - 1
        found = draft.outcome(last)
        if found.stand in LOTS or value.form is ElectionForm.LIST:
            return value, found
        return replace(value, lot=None), draft.outcome(last, with_lot=False)

    # --- who it is

    def _elected(self) -> Flow:
        draft, value = self._draft, self._draft.value
        flow = Flow()
        self._names = PlainLine(", ".join(value.elected), self)
        self._names.setMinimumWidth(self._names.fontMetrics().averageCharWidth() * 34)
        self._names.textEdited.connect(self._typed_elected)
        self._names.editingFinished.connect(draft.book.end_typing)
        options = [(None, "–"), (True, _("yes")), (False, _("no"))]
        self._accepts = KeyChoice(options, {"j": True, "y": True, "n": False}, self)
        self._accepts.set_value(value.accepts)
        self._accepts.chosen.connect(self._accept)
        self._accepts.blind.connect(draft.blind)
        flow.addWidget(Labelled(_("Elected"), self._names))
        flow.addWidget(Labelled(_("accepts the election"), self._accepts))
        self.stops.append(Stop("elected", self._names))
        self.stops.append(Stop("accepts", self._accepts))
        return flow

    def _typed_elected(self) -> None:
        elected = tuple(filter(None, map(str.strip, self._names.typed().split(","))))
        self._draft.put(replace(self._draft.value, elected=elected), typing=True)
        self._draft.touched = False  # what is written by hand is not reckoned over

    def _accept(self, accepts: bool | None) -> None:
        draft, value = self._draft, self._draft.value
        found = draft.outcome(len(value.rounds) - 1)
        if not value.elected and value.form is not ElectionForm.LIST:
            if found.stand is Stand.ELECTED:
                value = with_elected(value, found)
            elif accepts is not None:
                draft.said.emit(_("Nobody is elected yet."))
        if draft.decide(replace(value, accepts=accepts)):
            draft.said.emit(_k("Kind of result: elected. {undo} takes it back"))

    # --- besides

    def _remark(self) -> QWidget:
        draft = self._draft
        remark = PlainTextEdit(electionnotes.read(draft.value.text).rest, self)
        remark.setFixedHeight(remark.fontMetrics().lineSpacing() * 2 + 12)
        remark.textChanged.connect(lambda: draft.put(with_rest(draft.value, remark.text()), typing=True))
        self.stops.append(Stop("remark", remark))
        return Labelled(_("Further remarks"), remark, wide=True)

    def _last(self) -> Flow:
        """Time and publicity of the entry."""
        draft = self._draft
        flow = Flow()
        at = TimeField(draft.clock.now, self)
        at.show_time(draft.value.at)
        at.timed.connect(lambda time: draft.book.change(draft.key, at=time))
        hidden = Tick(_("not public"), self)
        hidden.setAccessibleName(hidden.text())
        hidden.setChecked(draft.value.public is False)
        hidden.toggled.connect(lambda on: draft.book.change(draft.key, public=False if on else None))
        flow.addWidget(Labelled(_("Time"), at))
        flow.addWidget(hidden)
        self.stops += [Stop("at", at), Stop("public", hidden)]
        return flow

    def refresh(self) -> None:
        """Shows anew what is to be drawn, who is elected, and whether they accept."""
        value, (_election, found) = self._draft.value, self._to_draw()
        among = names(value.rounds[-1], found.lot) or ((value.lot,) if value.lot else ())
        self._lot.set_keys(dict(zip(_DIGITS, among, strict=False)))
        self._lot.set_options([(None, "–"), *((name, f"{n} {name}") for n, name in enumerate(among, 1))])
        self._lot.set_value(value.lot if value.lot in among else None)
        for row in self._lot_rows:
            row.setVisible(bool(among))
        if not self._drawer.hasFocus():
            self._drawn_by = drawing(value)[0]
            self._drawer.set_text(self._drawn_by)
        if not self._how.hasFocus():
            self._how.set_text(electionnotes.read(value.text).get(Note.LOT))
            self._how.setCursorPosition(0)
        if not self._names.hasFocus():
            self._names.set_text(", ".join(value.elected))
        self._accepts.set_value(value.accepts)
        self.show_keys(self._field)

    def show_keys(self, field: str) -> None:
        """Says the keys of the field that has the keyboard."""
        self._field = field
        law = law_words(self._draft.law, self._draft.value.method)
        self._keys.setText(" · ".join(filter(None, (keys_words(field.partition(".")[0]), law))))
