"""What stands around the vote grid: subject and method above it, outcome and wording below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.values import Majority, Vote, VoteMethod
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.keyfields import CountField, KeyChoice
from desktop.ui.desk.voting.grid_rollcall import not_called
from desktop.ui.desk.voting.grid_said import Said
from desktop.ui.desk.voting.grid_sheet import TOTAL, Sheet
from desktop.ui.desk.voting.grid_words import MAJORITY_WORDS, METHOD_WORDS
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow, Labelled
from desktop.ui.parts.plaintext import PlainLine

#: the first letters of the German words
_METHOD_KEYS = {
    "o": VoteMethod.OPEN,
    "n": VoteMethod.ROLL_CALL,
    "g": VoteMethod.SECRET,
    "e": VoteMethod.ELECTRONIC,
    "w": VoteMethod.UNOPPOSED,
}
_MAJORITY_KEYS = {str(place): majority for place, majority in enumerate(MAJORITY_WORDS, start=1)}
_ANNOUNCED_KEYS = {"z": None, "j": True, "n": False}
#: pixels between fields
_GAP = 8
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def _explain(field: KeyChoice, words: str) -> None:
    field.setToolTip(words)
    field.setAccessibleDescription(words)


class GridPart(QWidget):
    """Fields above or below the numbers. Enter in one of them goes back to the numbers."""

    #: to the numbers
    back = Signal()
    #: text that was typed blindly; it belongs to the ready line
    blindText = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no field has use for."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
            self.back.emit()
        else:
            super().keyPressEvent(event)


class GridHead(GridPart):
    """Subject; below it method, majority and, by secret ballot, the invalid votes."""

    #: the user chose another ``VoteMethod``
    methodChosen = Signal(object)
    #: the user chose another ``Majority``
    majorityChosen = Signal(object)
    #: Alt+Enter by mouse: the rarer details
    detailsWanted = Signal()
    #: the user counted the invalid ballots: int, or None for not counted
    invalidCounted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        self.subject = PlainLine(parent=self)
        methods = [(method, _(words)) for method, words in METHOD_WORDS.items()]
        self._method = KeyChoice(methods, _METHOD_KEYS, self)
        _explain(self._method, _("The first letter chooses; G in the table: secret ballot, or open again"))
        self._method.settled.connect(self.methodChosen)
        majorities = [(majority, _(words)) for majority, words in MAJORITY_WORDS.items()]
        self._majority = KeyChoice(majorities, _MAJORITY_KEYS, self)
        _explain(self._majority, _("1 to 6 chooses by the place in the list"))
        self._majority.settled.connect(self.majorityChosen)
        self._invalid = CountField(None, self)
        self._invalid.settled.connect(self.invalidCounted)
        for field in (self._method, self._majority, self._invalid):
            field.blind.connect(self.blindText)
        self._more = PushButton(_("More …"), self)
        self._more.setToolTip(_("What it is on, part, time, numbers (Alt+Enter)"))
        self._more.setAccessibleName(_("More about this vote (Alt+Enter)"))
        self._more.clicked.connect(self.detailsWanted)
        rows.addWidget(Labelled(_("Subject of the vote"), self.subject, wide=True))
        self._counted = Labelled(_("Majority"), self._majority)
        self._not_counted = Labelled(_("invalid"), self._invalid)
        line = Flow(gap=_GAP, gives_way=True)
        for pair in (Labelled(_("Method"), self._method), self._counted, self._not_counted):
            line.addWidget(pair)
        line.addStretch()
        line.addWidget(self._more)
        rows.addLayout(line)
        for choice in (self._method, self._majority):
            choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToContents)
        #: in the order in which Tab walks through them
        self.fields = (self.subject, self._method, self._majority, self._invalid, self._more)

    def show_choosing(self, vote: Vote) -> None:
        """A vote between variants: they have fields of their own for all numbers."""
        self._method.set_value(vote.method)
        for pair in (self._counted, self._not_counted):
            pair.hide()

    def show_sheet(self, sheet: Sheet, majority: Majority | None) -> None:
        """Shows how the vote is taken."""
        secret = sheet.method is VoteMethod.SECRET
        self._method.set_value(sheet.method)
        self._majority.set_value(majority or Majority.SIMPLE)
        self._not_counted.setVisible(secret)
        if not self._invalid.is_pending:
            self._invalid.show_count(sheet.invalid)


class GridFoot(GridPart):
    """The outcome with its reason, what is still open, the wording, and the keys."""

    #: the user says what the chair announced: True, False, or None for what the numbers say
    announced = Signal(object)
    #: the wording is to follow the numbers again
    renewed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.verdict = PlainLine(parent=self)
        announcements = [(None, _("as counted")), (True, _("announced: accepted")), (False, _("announced: rejected"))]
        self._announced = KeyChoice(announcements, _ANNOUNCED_KEYS, self)
        _explain(self._announced, _("J accepted · N rejected · Z as counted"))
        self._announced.settled.connect(self.announced)
        self._announced.blind.connect(self.blindText)
        self._calling = Label(bold=True, parent=self)
        self._counts = Label(colour="muted", parent=self)
        self._outcome = Label(bold=True, parent=self)
        self._open = Label(colour="rejected", bold=True, parent=self)
        self._full = Label(parent=self)
        self._late = Label(colour="warning", back="warning_back", parent=self)
        self._late.setBackgroundRole(QPalette.ColorRole.Window)  # in the stream it would be that of the page
        self._renew = PushButton(_("Use the new wording"), self)
        self._renew.clicked.connect(self.renewed)
        self._keys = Label(colour="muted", scale=0.9, parent=self)
        for label in (self._calling, self._counts, self._outcome, self._open, self._full, self._late, self._keys):
            label.setWordWrap(True)
        for widget in (self._late, self._renew):
            widget.hide()  # else their line keeps its room: a layout in a layout is not told before it is on the screen
        self._proposal = self._offered = ""
        self._room = 0
        self._lay_out()
        #: in the order in which Tab walks through them
        self.fields = (self.verdict, self._announced, self._renew)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for label in (self._calling, self._counts, self._outcome, self._open):
            rows.addWidget(label)
        self._wording = Labelled(_("Wording"), self.verdict, wide=True)
        self._announcement = Labelled(_("Outcome"), self._announced)
        line = Flow(gap=_GAP)
        line.addWidget(self._wording, 1)
        line.addWidget(self._announcement)
        rows.addLayout(line)
        rows.addWidget(self._full)
        below = QHBoxLayout()
        below.addWidget(self._late, 1)
        below.addWidget(self._renew)
        rows.addLayout(below)
        rows.addWidget(self._keys)

    def set_announcement(self, accepted: bool | None) -> None:
        """Shows what the chair announced."""
        self._announced.set_value(accepted)

    def show_outcome(self, sheet: Sheet, said: Said) -> None:
        """Says what the numbers amount to; a screen reader hears what has changed."""
        before = (self._calling.text(), self._outcome.text(), self._open.text())
        self._outcome.recolour("" if said.accepted is None else "accepted" if said.accepted else "rejected")
        self._set(self._calling, said.calling)
        self._set(self._counts, said.counts)
        self._set(self._outcome, said.outcome)
        self._set(self._open, said.doubts)
        late = _("The wording no longer fits the numbers. By them: {wording}", wording=said.late) if said.late else ""
        self._set(self._late, late)
        self._renew.setVisible(bool(said.late))
        self._set(self._keys, _keys(sheet))
        self._proposal = self.verdict.text() or said.proposal
        self._offered = said.proposal
        self._show_in_full()
        now = (said.calling, said.outcome, said.doubts)
        if before != now and not (sheet.by_name and not_called(sheet)):  # then the member who is called is current
            announce(self, ". ".join(part for part in now if part))

    def warn(self, words: str) -> None:
        """Says why a key did nothing yet, until the next one."""
        self._set(self._open, words)

    @staticmethod
    def _set(label: Label, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _show_in_full(self) -> None:
        """A wording that is too long for its field stands below it as a whole; a proposal then stands there only."""
        long = self.verdict.fontMetrics().horizontalAdvance(self._proposal) > self._room
        self._set(self._full, self._proposal if long else "")
        self.verdict.setPlaceholderText("" if long else self._offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as the grid, wherever that stands."""
        super().resizeEvent(event)
        self.lay_out(self.width())

    def lay_out(self, width: int) -> None:
        """Another width: the wording may fit into its field now, or no longer."""
        wording, beside = self._wording.sizeHint().width(), self._announcement.sizeHint().width() + _GAP
        around = wording - self.verdict.sizeHint().width() + (beside if wording + beside <= width else 0)
        self._room = width - around - self.verdict.fontMetrics().averageCharWidth() * 2
        self._show_in_full()

    def texts(self) -> tuple[str, str]:
        """The outcome and what is open, as shown."""
        return self._outcome.text(), self._open.text()


def _keys(sheet: Sheet) -> str:
    if sheet.by_name:
        order = _("R by faction") if sheet.alphabetical else _("R by the alphabet")
        return _k(
            "J N E − for each member · Backspace takes back · / find · {order} · P table · "
            "{on_record} for the record · Enter done · Esc later",
            order=order,
        )
    secret = _("G open") if sheet.method is VoteMethod.SECRET else _("G secret")
    if sheet.totals_only:
        words = N_("J N E column · digits · {secret} · {on_record} for the record · Enter done · Esc later")
        return _k(words, secret=secret)
    done = _("Enter next row") if sheet.entering and sheet.caret[0] not in (TOTAL, sheet.rows[-1]) else _("Enter done")
    return _k(
        "J N E column, from the top · digits · Space whole faction · A all · R the rest · − + taking part · "
        "P by name · {secret} · {on_record} for the record · {done} · Esc later",
        secret=secret,
        done=done,
    )
