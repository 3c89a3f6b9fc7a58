"""The form of some settings: name, explanation, field, example, what was refused, and the way back."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.models.profiles.tables import Keys
from desktop.text import ui_text as _
from desktop.ui.houses.catalog import Kind, Setting, look_words
from desktop.ui.houses.draft import Draft
from desktop.ui.houses.examples import example
from desktop.ui.houses.fields import ChoiceField, Field, FlagField, LinesField, NumberField, TextField, TicksField
from desktop.ui.houses.files import file_field
from desktop.ui.houses.rows import RowsField
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import FlatButton
from desktop.ui.parts.flow import Flow

#: mark of what the house says otherwise, always with words beside it or read out for it
MARK = "●"


class SettingsForm(QWidget):
    """All of ``settings``, one below the other; ``looks`` with the words of each look.

    ``notes`` are sentences behind the explanation of a setting, by its key.
    """

    #: the keyboard is in a setting
    entered = Signal(object)

    def __init__(self, settings: tuple[Setting, ...], draft: Draft, *, looks: bool, notes: Mapping[str, str]) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 0, 12, 12)
        rows.setSpacing(14)
        self.boxes = [SettingBox(one, draft, notes.get(one.key, ""), looks=looks, parent=self) for one in settings]
        for box in self.boxes:
            rows.addWidget(box)
            box.entered.connect(self.entered)
        rows.addStretch(1)

    def follow(self, before: QWidget) -> None:
        """Tab comes into it from a widget, and goes on from it to what was behind that widget."""
        for widget in self.findChildren(QWidget):
            takes_it = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
            if takes_it and widget.window() is self.window():
                QWidget.setTabOrder(before, widget)
                before = widget


class SettingBox(QWidget):
    """One setting."""

    #: the keyboard is in it
    entered = Signal(object)

    def __init__(self, setting: Setting, draft: Draft, note: str, *, looks: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._help = " ".join(filter(None, (setting.help, note)))
        self.setting, self._draft = setting, draft
        general = not looks and setting.fallback
        self._places = setting.places[:1] if general else setting.places
        self._mark = Label(f"{MARK} {_('changed')}", bold=True, colour="running", parent=self)
        self._reset = FlatButton(_("As shipped"), self)
        self._reset.setAccessibleName(_("{name}: back to the shipped one", name=setting.name))
        self._reset.clicked.connect(self.reset)
        self._refused = Label("", bold=True, colour="warning", parent=self)
        self._refused.setWordWrap(True)
        self._refused.hide()
        self._example = Label("", colour="muted", parent=self)
        self._example.setWordWrap(True)
        self.fields = {place: self._field(place) for place in self._places}
        self._lay_out()
        draft.written.connect(self._written)
        draft.refused.connect(self._refuse)
        self.refresh()

    def _lay_out(self) -> None:
        name = Label(self.setting.name, bold=True, parent=self)
        name.setWordWrap(True)
        state = Flow()
        state.addWidget(self._mark)
        state.addWidget(self._reset)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addWidget(name)
        rows.addLayout(state)
        if self._help:
            help_ = Label(self._help, colour="muted", parent=self)
            help_.setWordWrap(True)
            help_.setContentsMargins(0, 2, 0, 0)  # for the dots of Ö
            rows.addWidget(help_)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for line, (place, field) in enumerate(self.fields.items()):
            if len(self.fields) > 1:
                grid.addWidget(Label(_where(self.setting, place), parent=self), line, 0)
                grid.addWidget(field, line, 1)
            else:
                grid.addWidget(field, line, 0, 1, 2)
        rows.addLayout(grid)
        for label in (self._example, self._refused):
            rows.addWidget(label)

    def _field(self, place: Keys) -> Field:
        hint = _("as in general") if self.setting.fallback and len(place) > 2 else ""
        field = _field_for(self.setting, self._draft, hint)
        name = (
            self.setting.name
            if len(self.setting.places) == 1
            else f"{self.setting.name}, {_where(self.setting, place)}"
        )
        field.entry.setAccessibleName(name)
        field.entry.setAccessibleDescription(self._help)
        field.entry.installEventFilter(self)
        field.entered.connect(lambda value, at_once: self._take(place, value, at_once))
        return field

    def _take(self, place: Keys, value: Any, at_once: bool) -> None:
        """An emptied word of a look goes back to the general one."""
        back = self.setting.fallback and len(place) > 2 and not value
        self._draft.propose(place, None if back else value, at_once=at_once)
        self._show_example(place, value)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The keyboard has come."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.setting)
        return False

    # --- what holds

    def refresh(self) -> None:
        """Shows what holds now."""
        for place, field in self.fields.items():
            field.show_value(self._draft.values.get(place, ""))
        self._mark_changed()
        first = self._places[0]
        self._show_example(first, self._draft.values.get(first, ""))

    def _mark_changed(self) -> None:
        changed = any(self._draft.differs(place) for place in self.setting.places)
        had_keyboard = self._reset.hasFocus()
        self._mark.setVisible(changed)
        self._reset.setVisible(changed)
        if had_keyboard and not changed:
            next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_example(self, place: Keys, value: Any) -> None:
        words = example(place, value, self.setting.placeholders) if isinstance(value, str) else ""
        self._example.setText(_("Example: {words}", words=words) if words else "")
        self._example.setVisible(bool(words))

    def _written(self, places: set[Keys]) -> None:
        """What was typed here is not read back, so that the caret stays; what came otherwise is."""
        if places & set(self.setting.places):
            for place in places & self.fields.keys():
                if not self.fields[place].entry.hasFocus():
                    self.fields[place].show_value(self._draft.values.get(place, ""))
            self._mark_changed()

    def _refuse(self, place: Keys, words: str) -> None:
        if place not in self.fields:
            return
        hint = _("The value before stays in force. {help}", help=self.setting.help) if words else ""
        if words and self.setting.placeholders:
            names = ", ".join(f"{{{name}}}" for name in sorted(self.setting.placeholders))
            hint = _("The value before stays in force. Only these may stand in braces: {names}.", names=names)
        self._refused.setText(hint)
        self._refused.setVisible(bool(hint))
        self.fields[place].entry.setAccessibleDescription(hint or self._help)

    def reset(self) -> None:
        """Back to what is shipped, in all looks; one step."""
        self._draft.forget(dict.fromkeys(place for place in self.setting.places if self._draft.differs(place)))
        for place in self.fields:
            self._refuse(place, "")
        self.refresh()


def _where(setting: Setting, place: Keys) -> str:
    """For which look a word is."""
    look = next((part for part in place[1:] if part in look_words()), "")
    return look_words()[look] if look else _("in general")


def _field_for(setting: Setting, draft: Draft, hint: str) -> Field:
    """``hint`` is for an empty line."""
    match setting.kind:
        case Kind.FILE:
            return file_field(setting, draft)
        case Kind.NUMBER:
            return NumberField(setting)
        case Kind.FLAG:
            return FlagField()
        case Kind.CHOICE:
            return ChoiceField(setting.choices)
        case Kind.TICKS:
            return TicksField(setting.choices)
        case Kind.LINES:
            return LinesField()
        case Kind.ROWS:
            return RowsField(setting)
    return TextField(hint)
