"""The fields of an entry above its text: speaker, role, heading …; F2 and F3 open the first of them, Alt+Enter all."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desktop.models.book import Book
from desktop.models.values import (
    Election,
    Entry,
    Event,
    EventType,
    Lead,
    Motion,
    MotionOutcome,
    MotionType,
    Speech,
    SpeechRole,
    TextEntry,
    Vote,
)
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk import writing
from desktop.ui.desk.names.moverfield import MoverField
from desktop.ui.desk.names.namefield import NameField
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.desk.presence import attendance_times
from desktop.ui.desk.stream.fieldkinds import Field, FieldKinds, LetterChoice
from desktop.ui.desk.stream.kinds import KINDS
from desktop.ui.desk.words import word
from desktop.ui.looks.theme import Label

_PAIRS = 2


class SideLine(QWidget):
    """Fields of one entry; each writes at once. Tab walks through them and ends in the text."""

    #: back to the text
    done = Signal()
    #: a person was chosen as speaker
    speakerChosen = Signal(object)
    #: the same, while the field is being left
    speakerSettled = Signal(object)
    #: the entry is to be another kind (EntryKind)
    kindChosen = Signal(object)
    #: the speaker was taken out
    speakerCleared = Signal()
    #: nobody is known by this name
    unknownSpeaker = Signal(str)
    #: nobody is known by this, and it is no name
    doubtfulSpeaker = Signal(str)
    #: the entry is left with this in the field of its speaker or mover
    nameLeft = Signal(str)
    #: a sentence typed blindly into a list
    blind = Signal(str)
    #: its height has changed
    resized = Signal()

    def __init__(
        self,
        book: Book,
        bus: Bus,
        suggestions: Callable[[], Suggestions],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._suggestions = book, suggestions
        self._make = FieldKinds(book, bus, now, self)
        self._key = ""
        self._directory = Directory(())
        self._movers = Directory(())
        self._fields: list[Field] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.hide()

    def open(self, key: str, directory: Directory, movers: Directory, only: tuple[str, ...] = ()) -> None:
        """Shows the fields of an entry, all or ``only`` some, and gives the first the focus."""
        self._key, self._make.key, self._directory, self._movers = key, key, directory, movers
        self._empty()
        for field in self._fields_of(writing.entry(self._book, key)):
            if not only or field.name in only:
                self._fields.append(field)
            else:
                field.widget.hide()
                field.widget.deleteLater()
        if only:
            self._fields.sort(key=lambda field: only.index(field.name))
        for field in self._fields:
            if isinstance(field.widget, LetterChoice):
                field.widget.blind.connect(self.blind)
        self._lay_out()
        if self._fields:
            self._fields[0].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def first(self) -> QWidget | None:
        """The field that has the focus when the line opens."""
        return self._fields[0].widget if self._fields else None

    def settle(self) -> None:
        """What was typed and is clear is taken, because the entry is left."""
        if not self.isHidden():
            for field in self._fields:
                if isinstance(field.widget, LetterChoice):
                    field.widget.settle()
                elif isinstance(field.widget, NameField):
                    field.widget.settle()
                    if field.name in ("speaker", "movers") and field.widget.is_open:
                        self.nameLeft.emit(field.widget.text().strip())

    def _empty(self) -> None:
        self._fields = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        row, column = 0, 0
        for field in self._fields:
            if field.wide and column:
                row, column = row + 1, 0
            field.widget.setAccessibleName(field.label)
            span = 2 * _PAIRS - 1 if field.wide else 1
            if not isinstance(field.widget, QCheckBox):
                label = Label(field.label, parent=self)
                label.setBuddy(field.widget)
                self._grid.addWidget(label, row, 2 * column)
            self._grid.addWidget(field.widget, row, 2 * column + 1, 1, span)
            field.widget.show()
            column = column + 1
            if field.wide or column == _PAIRS:
                row, column = row + 1, 0
        for before, after in zip(self._fields, self._fields[1:], strict=False):
            QWidget.setTabOrder(before.widget, after.widget)

    # --- the fields of each kind

    def _fields_of(self, value: Entry) -> list[Field]:
        match value:
            case Speech() | TextEntry():
                return self._speech_fields(value)
            case Motion():
                return self._motion_fields(value)
            case Event():
                return self._event_fields(value)
            case Vote() | Election():
                return self._common_fields(value)

    def _speech_fields(self, value: Speech | TextEntry) -> list[Field]:
        fields = [self._speaker_field(value)]
        if isinstance(value, Speech):
            fields.append(self._make.choice("role", _("Role"), SpeechRole))
            fields.append(self._make.choice("lead", _("Speaker’s name"), Lead, none=Lead.NONE))
        fields.append(self._make.line("heading", _("Heading"), wide=True))
        fields += self._common_fields(value)
        return [*fields, self._make.on_request(), self._kind_field(value)]

    def _kind_field(self, value: Speech | TextEntry | Motion) -> Field:
        """What the entry is; it can become another kind and keeps its words."""
        choice = LetterChoice([(kind, word(kind)) for kind in KINDS], self)
        choice.set_value(value.kind)
        choice.chosen.connect(self.kindChosen)
        return Field("kind", _("Kind of entry"), choice)

    def _speaker_field(self, value: Speech | TextEntry) -> Field:
        field = NameField(self._suggestions, self)
        field.directory, field.makes_people = self._directory, True
        if isinstance(value, Speech):
            field.show_name(value.speaker_name or self._directory.name_of(value.speaker))
        if isinstance(value, Speech) and value.speaker is None:
            # A name as typed is the speaker's name until somebody known is chosen.
            field.textEdited.connect(lambda text: self._write(typing=True, speaker_name=field.typed() if text else ""))
        field.chosen.connect(self.speakerChosen)
        field.settled.connect(self.speakerSettled)
        field.cleared.connect(self.speakerCleared)
        field.unknown.connect(self.unknownSpeaker)
        field.doubtful.connect(self.doubtfulSpeaker)
        field.done.connect(lambda tab: self._on(field, tab=tab))
        return Field("speaker", _("Speaker"), field)

    def _motion_fields(self, value: Motion) -> list[Field]:
        movers = MoverField(self._suggestions, self)
        movers.directory = self._movers
        movers.show_movers(value.movers, value.mover_name)
        movers.moved.connect(self._write_movers)
        movers.unknown.connect(self.unknownSpeaker)
        movers.done.connect(lambda tab: self._on(movers, tab=tab))
        return [
            Field("movers", _("Mover"), movers),
            self._make.choice("motion_type", _("Kind of motion"), MotionType, required=True),
            self._make.line("title", _("Title"), wide=True),
            self._make.line("procedural_type", _("Procedural motion for")),
            self._make.choice("outcome", _("What became of it"), MotionOutcome),
            *self._common_fields(value),
            self._kind_field(value),
        ]

    def _event_fields(self, value: Event) -> list[Field]:
        person = NameField(self._suggestions, self)
        person.directory = self._directory
        person.show_name(self._directory.name_of(value.person))
        person.chosen.connect(lambda one: self._write_event(person=one.key))
        person.settled.connect(lambda one: self._write_event(person=one.key))
        person.cleared.connect(lambda: self._write_event(person=None))
        person.done.connect(lambda tab: self._on(person, tab=tab))
        return [
            self._event_type(value),
            Field("person", _("Person"), person),
            self._make.time("from_", _("from"), value.from_, self._write_event),
            self._make.time("until", _("until"), value.until, self._write),
            self._make.line("text", _("Wording (else made by itself)"), wide=True),
            self._make.hidden(),
        ]

    def _common_fields(self, value: TextEntry | Speech | Motion | Vote | Election) -> list[Field]:
        return [self._make.time("at", _("Time"), value.at, self._write), self._make.hidden()]

    def _write(self, *, typing: bool = False, **fields: Any) -> None:
        """Into the book, unless the entry is gone in the meantime, e.g. by undo."""
        if self._key in self._book.shelf:
            self._book.change(self._key, typing=typing, **fields)

    def _event_type(self, value: Event) -> Field:
        choice = LetterChoice([(kind, word(kind)) for kind in EventType], self)
        choice.set_value(value.event_type)
        choice.chosen.connect(lambda kind: self._write_event(event_type=kind))
        return Field("event_type", _("Event"), choice)

    def _write_event(self, **fields: Any) -> None:
        """An event that tells of the attendance list: the list follows."""
        if self._key in self._book.shelf:
            attendance_times.change_event(self._book, self._key, **fields)

    def _write_movers(self, keys: tuple[str, ...], name: str | None) -> None:
        """A name is typed, a choice is an act of its own."""
        record = self._book.shelf.records.get(self._key)
        if record is not None and tuple(record.data["movers"] or ()) == keys:
            self._write(typing=True, mover_name=name)
        else:
            self._write(movers=keys, mover_name=name)

    # --- keys

    def _on(self, widget: QWidget, *, tab: bool) -> None:
        """From a field with keys of its own: Tab to the next, Enter to the text."""
        places = [field.widget for field in self._fields]
        following = places[places.index(widget) + 1 :] if widget in places else []
        if tab and following:
            following[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes back to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks through the fields of the line only, and out of the last into the text."""
        places = [field.widget for field in self._fields]
        current = self.focusWidget()
        place = places.index(current) if current in places else 0
        following = place + (1 if forward else -1)
        if 0 <= following < len(places):
            places[following].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()
        return True
