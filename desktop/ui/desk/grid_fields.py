"""What stands around the vote grid: subject and method above it, outcome and wording below."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from desktop.models.rules.votes import Outcome
from desktop.models.values import VoteMethod
from desktop.text import ui_text as _
from desktop.ui.desk.grid_sheet import Sheet
from desktop.ui.desk.grid_words import METHOD_WORDS, open_line, outcome_words
from desktop.ui.form import Choice
from desktop.ui.plaintext import PlainLine
from desktop.ui.theme import Label

_NO_COUNT = -1
_MOST_BALLOTS = 9999


def _labelled(line: QHBoxLayout, words: str, field: QWidget, stretch: int = 0) -> Label:
    """Puts a field with its label into a line."""
    label = Label(words, colour="muted")
    label.setBuddy(field)
    field.setAccessibleName(words)
    line.addWidget(label)
    line.addWidget(field, stretch)
    return label


class GridHead(QWidget):
    """Subject, method and, by secret ballot, the invalid votes."""

    #: the user chose another ``VoteMethod``
    methodChosen = Signal(object)
    #: the user counted the invalid ballots: int, or None for not counted
    invalidCounted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self.subject = PlainLine(parent=self)
        self._method = Choice([(method, _(words)) for method, words in METHOD_WORDS.items()], self)
        self._method.chosen.connect(self.methodChosen)
        self._invalid = QSpinBox(self)
        self._invalid.setRange(_NO_COUNT, _MOST_BALLOTS)
        self._invalid.setSpecialValueText("–")
        self._invalid.valueChanged.connect(lambda count: self.invalidCounted.emit(None if count < 0 else count))
        _labelled(line, _("Subject of the vote"), self.subject, 1)
        _labelled(line, _("Method"), self._method)
        self._label = _labelled(line, _("invalid"), self._invalid)
        #: in the order in which Tab walks through them
        self.fields = (self.subject, self._method, self._invalid)

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows how the vote is taken."""
        secret = sheet.method is VoteMethod.SECRET
        self._method.set_value(sheet.method)
        self._label.setVisible(secret)
        self._invalid.setVisible(secret)
        self._invalid.blockSignals(True)
        self._invalid.setValue(_NO_COUNT if sheet.invalid is None else sheet.invalid)
        self._invalid.blockSignals(False)


class GridFoot(QWidget):
    """The outcome with its reason, what is still open, the wording, and the keys."""

    #: the user says what the chair announced: True, False, or None for what the numbers say
    announced = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.verdict = PlainLine(parent=self)
        self._announced = Choice(
            [(None, _("as counted")), (True, _("announced: accepted")), (False, _("announced: rejected"))], self
        )
        self._announced.chosen.connect(self.announced)
        self._outcome = Label(bold=True, parent=self)
        self._open = Label(colour="rejected", bold=True, parent=self)
        self._keys = Label(colour="muted", scale=0.9, parent=self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._outcome)
        line.addWidget(self._open, 1)
        rows.addLayout(line)
        line = QHBoxLayout()
        _labelled(line, _("Wording"), self.verdict, 1)
        _labelled(line, _("Outcome"), self._announced)
        rows.addLayout(line)
        rows.addWidget(self._keys)
        self._keys.setWordWrap(True)
        #: in the order in which Tab walks through them
        self.fields = (self.verdict, self._announced)

    @property
    def announcement(self) -> bool | None:
        """What the chair announced, where that is not what the numbers say."""
        value: Any = self._announced.value()
        return None if value is None else bool(value)

    def set_announcement(self, accepted: bool | None) -> None:
        """Shows what the chair announced."""
        self._announced.set_value(accepted)

    def show_outcome(self, sheet: Sheet, found: Outcome, proposal: str) -> None:
        """Says what the numbers amount to; a screen reader hears it when it changes.

        ``proposal`` is the wording that it will have unless another one is typed.
        """
        self.verdict.setPlaceholderText(proposal)
        accepted = found.accepted if self.announcement is None else self.announcement
        self._outcome.recolour("" if accepted is None else "accepted" if accepted else "rejected")
        words, missing = outcome_words(found, self.announcement), open_line(sheet)
        if (self._outcome.text(), self._open.text()) != (words, missing):
            self._outcome.setText(words)
            self._open.setText(missing)
            said = ". ".join(part for part in (words, missing) if part)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._keys.setText(_keys(sheet))

    def texts(self) -> tuple[str, str]:
        """The outcome and what is open, as shown."""
        return self._outcome.text(), self._open.text()


def _keys(sheet: Sheet) -> str:
    if sheet.by_name:
        return _("J N E − one key per member · Backspace takes back · P table · Enter done · Esc later")
    if sheet.totals_only:
        return _("J N E column · digits · Enter done · Esc later")
    return _(
        "J N E column · digits · Space whole faction · A all · R the rest · − + taking part · P by name · Enter done · "
        "Esc later"
    )
