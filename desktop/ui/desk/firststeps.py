"""From a new meeting to the first sentence: what is missing next, in a slim line over the text.

It comes where the members or the agenda are missing, as in the first meeting of a book, and goes with the first text.
Nothing in it takes the keyboard by itself; F6 leads to it.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import Speech, TextEntry
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.presence import attendance_acts
from desktop.ui.desk.procedure import course
from desktop.ui.looks.theme import Label
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.guide import Way, WrapButton, carry_out, words_of

#: so many items the form of a meeting may have made by itself
_NO_AGENDA = 1


class FirstSteps(QFrame):
    """One per desk; hidden wherever it has nothing to say."""

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        #: this meeting is led as long as nothing is written in it
        self._leads = False
        self._words: list[str] = []
        self._label = Label(colour="muted", parent=self)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._buttons: list[WrapButton] = []
        self._flow = Flow(self)
        self._flow.setContentsMargins(10, 2, 10, 2)
        self._flow.addWidget(self._label)
        self.hide()
        bus.changed.connect(self._changed)

    def open_meeting(self) -> None:
        """Another meeting is at the desk."""
        self._leads = not course.was_opened(self._book) and bool(self._missing())
        self.refresh()

    def refresh(self) -> None:
        """Says what comes next."""
        leads = self._leads and self._book.meeting_key is not None and not self._is_written()
        if leads:
            self._show(*self._next())
        self.setVisible(leads)

    def name_keys(self) -> None:
        """The user's keys are others now."""
        self.refresh()

    def _changed(self, changed: Changed) -> None:
        if self._leads and not changed.typing:
            self.refresh()

    def _is_written(self) -> bool:
        entries = (entry for item in self._book.meeting.agenda for entry in item.proceedings)
        return any(isinstance(entry, TextEntry | Speech) for entry in entries)

    def _missing(self) -> list[Way]:
        """The ways to members and agenda, as far as there are none yet."""
        ways: list[Way] = []
        if attendance_acts.absent_members(self._book):
            ways.append((_("Take over the members of the body"), lambda: attendance_acts.add_members(self._book)))
        elif not self._book.meeting.attendance:
            ways.append("paste_members")
        if len(self._book.meeting.agenda) <= _NO_AGENDA:
            ways.append("paste_agenda")
        return ways

    def _next(self) -> tuple[str, list[Way]]:
        if course.was_opened(self._book):
            told = _k(
                "Write: who speaks and Tab, then the text · {motion} motion · {vote} vote · {call_item} next item"
            )
            return told, []
        ways = self._missing()
        told = _k("Still to do ({next_area}):") if ways else _("All is ready:")
        return told, [*ways, (_k("Open the meeting ({procedure})"), lambda: carry_out(self, "procedure"))]

    def _go(self, way: Way, _on: bool = False) -> None:
        carry_out(self, way) if isinstance(way, str) else way[1]()

    def _show(self, text: str, ways: list[Way]) -> None:
        words = [text, *(words_of(way) if isinstance(way, str) else way[0] for way in ways)]
        if words == self._words:
            return
        self._words = words
        self._label.setText(text)
        had_keyboard = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [WrapButton(word, self) for word in words[1:]]
        for button, way in zip(self._buttons, ways, strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._go, way))
            self._flow.addWidget(button)
            button.show()
        if self._buttons:
            self.setFocusProxy(self._buttons[0])
        if self._buttons and had_keyboard:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
