"""Ctrl+Z goes to the text field first, then to the book.

Qt gives Ctrl+Z to the focused field always, also when the field has nothing left to undo. So the field in focus is
watched, and where it has nothing, the key is let through to the action of the window.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from desktop.clock import parse_moment
from desktop.models.book import Book
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.parts.plaintext import raw_text

TextWidget = QLineEdit | QPlainTextEdit | QTextEdit

#: what an act was done to, by the name of the table
_THINGS = {
    "AgendaItem": N_("agenda item"),
    "Attendance": N_("attendance"),
    "Ballot": N_("single vote"),
    "Body": N_("corporation"),
    "Election": N_("election"),
    "Event": N_("event"),
    "FactionRow": N_("faction’s votes"),
    "File": N_("attachment"),
    "FloorLimit": N_("speaking time"),
    "Interval": N_("coming and leaving"),
    "Meeting": N_("meeting"),
    "MeetingTemplate": N_("meeting template"),
    "Membership": N_("membership"),
    "Motion": N_("motion"),
    "Organization": N_("body or faction"),
    "Paper": N_("paper"),
    "Person": N_("person"),
    "Recusal": N_("recusal"),
    "RosterEntry": N_("attendance"),
    "SpeakerTurn": N_("request to speak"),
    "Speech": N_("speech"),
    "StandingItem": N_("standing item"),
    "TextBlock": N_("text block"),
    "TextEntry": N_("text"),
    "Vote": N_("vote"),
}
_DEEDS = {
    "add": N_("add {thing}"),
    "change": N_("change {thing}"),
    "move": N_("move {thing}"),
    "remove": N_("remove {thing}"),
    "type": N_("typing ({thing})"),
}
#: acts that have names of their own, see the calls of ``book.step``
_STEPS = {
    "bring_back": N_("state at {at} brought back"),
    "adopt_proposal": N_("take over the proposal"),
    "agenda.carry": N_("take over postponed items"),
    "agenda.paste": N_("paste an agenda"),
    "call_item": N_("call item"),
    "enclose": N_("attachment enclosed"),
    "join": N_("join entries"),
    "make_guest": N_("new guest"),
    "make_text": N_("entry without speaker"),
    "name_speaker": N_("name the speaker"),
    "nest.AgendaItem": N_("change the level of the item"),
    "publicity.AgendaItem": N_("change the publicity of the item"),
    "resolution_amended": N_("work the amendment in"),
    "removed_item": N_("take item off the agenda"),
    "added_item": N_("add item to the agenda"),
    "agenda_refused": N_("refused change of the agenda taken back"),
    "agenda_vote": N_("vote on the agenda"),
    "moved_item": N_("item earlier or later"),
    "joined_items": N_("items together or apart"),
    "read_aloud": N_("read aloud"),
    "procedure.approve": N_("minutes of the last meeting approved"),
    "procedure.chair": N_("the chair changes"),
    "procedure.close": N_("Close the meeting"),
    "procedure.exclude": N_("Exclude the public"),
    "procedure.exclude_stay": N_("Exclude the public"),
    "procedure.invite": N_("The invitation was sent"),
    "procedure.open": N_("Open the meeting"),
    "procedure.pause": N_("Begin a pause"),
    "procedure.quorum": N_("State the quorum"),
    "procedure.reopen": N_("Reopen the meeting"),
    "procedure.restore": N_("Restore the public"),
    "procedure.resume": N_("Go on after the pause"),
    "procedure.second_call": N_("State the quorum after a second call"),
    "renumber": N_("number items anew"),
    "repeat_vote": N_("repeat the vote"),
    "next_speech": N_("next speech"),
    "end_turn": N_("speaking time ended"),
    "stop_clock": N_("clock stopped"),
    "go_on_clock": N_("clock goes on"),
    "split": N_("split entry"),
    "text_block": N_("text block"),
    "spelling": N_("correction of a word"),
    "template.save": N_("keep as template"),
    "task.add": N_("new task"),
    "task.change": N_("change the task"),
    "task.done": N_("task done or not"),
    "task.remove": N_("remove the task"),
    "import": N_("import of a file"),
    "import_blocks": N_("text blocks from a file"),
    "meeting.new": N_("new meeting"),
    "members.paste": N_("paste a list of members"),
    "meeting.details": N_("details of the meeting"),
    "confirm": N_("prepared entry confirmed"),
    "entry_public": N_("publicity of the entry"),
    "entry_time": N_("time of the entry"),
    "make_motion": N_("entry becomes a motion"),
    "make_speech": N_("entry becomes a speech"),
    "move_entry": N_("entry moved into another item"),
    "on_request": N_("noted on request"),
    "speaker_lead": N_("form of the speaker’s name"),
    "confirm_all": N_("everything prepared confirmed"),
    "paper.split": N_("take over pasted text"),
    "paper.new": N_("new paper"),
}

#: families of steps, named by what stands before the dot
FAMILIES = {"procedure": N_("course of the meeting")}


def act_name(action: tuple[str, Mapping[str, Any]] | None) -> str:
    """An act of the book in words, e.g. »Rede löschen«; empty where there is none or it has no words."""
    if action is None:
        return ""
    code, params = action
    if code in _STEPS:
        moment = parse_moment(str(params.get("at")))
        return _(_STEPS[code], at=format_time(moment, "HH:mm") if moment else "")
    deed, _dot, thing = code.partition(".")
    if deed in _DEEDS and thing in _THINGS:
        return _(_DEEDS[deed], thing=_(_THINGS[thing]))
    return _(FAMILIES[deed]) if deed in FAMILIES else ""


def can_undo(field: TextWidget) -> bool:
    """Whether a field has something of its own to take back."""
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def can_redo(field: TextWidget) -> bool:
    """Whether a field has something of its own to bring back."""
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()


class Undo(QObject):
    """The one place that knows who takes back what. One per window."""

    def __init__(self, book: Book, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._field: TextWidget | None = None
        #: the field has just taken back its own typing, step by step
        self._drained = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)
        self._watch(None, app.focusWidget())

    def in_field(self) -> bool:
        """Whether undo would be the field's own."""
        return self._field is not None and can_undo(self._field)

    def undo(self) -> str:
        """Takes back the last typing of the field in focus, else the last act; returns the name of the act."""
        if self._field is not None and self.in_field():
            self._field.undo()
            self._drained = True
            return ""
        name = act_name(self._book.undo_action)
        before = self._text()
        typing = (self._book.undo_action or ("", {}))[0].startswith("type.")
        if not self._book.undo():
            return ""
        if self._drained and typing and before is not None and self._text() == before:
            # The field had taken this typing back already, letter by letter; nobody saw the step go.
            name = act_name(self._book.undo_action)
            self._book.undo()
        self._drained = False
        return name

    def redo(self) -> str:
        """Brings back what was taken back last; returns the name of the act."""
        if self._field is not None and can_redo(self._field):
            self._field.redo()
            return ""
        name = act_name(self._book.redo_action)
        return name if self._book.redo() else ""

    def _text(self) -> str | None:
        if self._field is None:
            return None
        return self._field.text() if isinstance(self._field, QLineEdit) else raw_text(self._field.document())

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):  # a field that is dying still loses the focus
            self._field.removeEventFilter(self)
            self._field.destroyed.disconnect(self._forget)
        self._field = new if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit) else None
        self._drained = False
        if self._field is not None:
            self._field.installEventFilter(self)
            self._field.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._field = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets Ctrl+Z and its kin through to the window where the field has nothing of its own left."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text():
            self._drained = False
        if event.type() != QEvent.Type.ShortcutOverride or self._field is None or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if undo or redo:
            event.ignore()
            return True
        return False
