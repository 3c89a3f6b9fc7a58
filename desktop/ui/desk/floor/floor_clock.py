"""Who speaks and for how long, in big figures, with what is to be said about the time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.models.rules.floor import Level
from desktop.text import ui_text as _
from desktop.ui.desk.floor import floor_words as words
from desktop.ui.desk.floor.floor_state import Reading
from desktop.ui.looks.theme import Label

_BIG = 2.4
_COLOURS = {Level.FINE: ("", ""), Level.NEAR: ("warning", "warning_back"), Level.OVER: ("problem", "problem_back")}


class ClockFace(QWidget):
    """Shows a reading. Its figures keep their room, so that a second that passes moves nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label(bold=True, parent=self)
        self._time = Label(bold=True, scale=_BIG, parent=self)
        self._limit = Label(colour="muted", parent=self)
        self._remarks = Label(parent=self)
        for label in (self._name, self._remarks):
            label.setWordWrap(True)
        for label in (self._time, self._remarks):
            label.setContentsMargins(4, 0, 4, 0)
        self._limit.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._time.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._name, 0, 0, 1, 2)
        grid.addWidget(self._time, 1, 0)
        grid.addWidget(self._limit, 1, 1)
        grid.addWidget(self._remarks, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_nobody(self) -> None:
        """Nobody has the floor."""
        self._name.setText(_("Nobody has the floor"))
        for label in (self._time, self._limit, self._remarks):
            label.hide()

    def show_reading(self, name: str, faction: str, reading: Reading) -> None:
        """The speaker and the clock at this moment."""
        self._name.setText(name)
        self._time.setText(words.clock(reading.seconds))
        self._limit.setText(words.of_limit(reading))
        self._remarks.setText("\n".join(words.remarks(reading, faction)))
        for label in (self._time, self._remarks):
            label.recolour(*_COLOURS[reading.worst])
        for label in (self._time, self._limit, self._remarks):
            label.setVisible(bool(label.text()))
        self.setAccessibleName(" · ".join((name, words.clock(reading.seconds), words.of_limit(reading))))
