"""What a new meeting begins with: a choice of agendas, and the items one by one, those that come back among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import parse_date
from desktop.models.rules import agenda_plan, numbering
from desktop.models.rules.agenda_plan import Carried, PlannedItem, PutOff
from desktop.models.values.aside import MeetingTemplate
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.text import window_date
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice
from desktop.ui.parts.plaintext import mime_text
from desktop.ui.prepare.paste import AgendaPasteDialog

_REASONS = {
    PutOff.POSTPONED: N_("postponed on {day}"),
    PutOff.UNTREATED: N_("not treated on {day}"),
    PutOff.REMOVED: N_("taken off on {day}"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """An agenda to begin with. ``template`` brings time and place along."""

    name: str
    items: tuple[PlannedItem, ...] = ()
    template: MeetingTemplate | None = None
    #: the items come from a text that is still to be pasted
    pasted: bool = False


def _of_text() -> Source:
    return Source(name=_("Pasted agenda"), pasted=True)


def reason_words(carried: Carried) -> str:
    """»vertagt am 05.02.2026«"""
    day = parse_date(carried.meeting.start)
    return _(_REASONS[carried.reason], day=window_date(day) if day else "")


class RoomyLines(QStyledItemDelegate):
    """Lines of a list with room above: Qt cuts the dots of a capital Ö off where a line is as high as its text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A little higher than the text."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + option.fontMetrics.height() // 2)


class _Items(QListWidget):
    """Enter does nothing here: nobody choosing items means to take the whole form over."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class Beginning(QWidget):
    """The part of the meeting's form beside its fields; the space bar takes an item off and on again."""

    #: ``MeetingTemplate`` of the chosen agenda, None where it has none
    templateChosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._carried: tuple[Carried, ...] = ()
        self._planned: list[tuple[PlannedItem, Carried | None]] = []
        self._pasted: tuple[PlannedItem, ...] = ()
        #: the name of the agenda that the user chose, which stays where another body has one of this name
        self._wanted: str | None = None
        self.source = Choice(parent=self)
        self.source.setAccessibleName(_("Begin with"))
        self.paste = PushButton(_("Paste the text …"), self)
        self.paste.setToolTip(_("The agenda of an invitation or a web page; Ctrl+V here does it, too."))
        self.paste.clicked.connect(lambda: self._ask_text(""))
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(lambda: self._ask_text(mime_text(QGuiApplication.clipboard().mimeData())))
        self.list = _Items(self)
        self.list.setAccessibleName(_("Agenda"))
        self.list.setAccessibleDescription(_("The space bar leaves an item out or takes it in again."))
        self.list.setToolTip(self.list.accessibleDescription())
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._renumber)
        self.source.chosen.connect(self._chosen)
        self._lay_out()
        self.offer((), ())

    def _lay_out(self) -> None:
        title = Label(_("Begin with"), parent=self)
        title.setBuddy(self.source)
        head = Flow()
        head.addWidget(title)
        head.addWidget(self.source, 1)
        head.addWidget(self.paste)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.list, 1)
        self.source.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(18)
        self.list.setMinimumWidth(self.fontMetrics().averageCharWidth() * 32)

    def offer(self, sources: Sequence[Source], carried: Sequence[Carried]) -> None:
        """The agendas of a body, the best first, and what its earlier meetings put off."""
        own = [*sources, _of_text(), Source(name=_("Opening only"))]
        self._carried = tuple(carried)
        self.source.set_options([(source, source.name) for source in own])
        best = own[0] if sources else own[-1]
        self.source.set_value(next((one for one in own if one.name == self._wanted), best))
        self._show()

    def chosen(self) -> Source:
        """The agenda that is chosen."""
        found = self.source.value()
        assert isinstance(found, Source)
        return found

    def _chosen(self, source: Source) -> None:
        self._wanted = source.name
        self._show()
        self.templateChosen.emit(source.template)

    def _ask_text(self, text: str) -> None:
        dialog = AgendaPasteDialog((), self.window())
        dialog.text.insertPlainText(text)
        dialog.given.connect(self._take_text)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_text(self, items: tuple[PlannedItem, ...], _replacing: bool) -> None:
        """The agenda of the text is the chosen one; the keyboard goes on where it was asked for."""
        self._pasted = items
        self.source.set_value(_of_text())
        self._wanted = self.chosen().name
        self._show()
        self.paste.setFocus(Qt.FocusReason.TabFocusReason)

    # --- the items

    def _show(self) -> None:
        source = self.chosen()
        by_plan = {id(one.planned): one for one in self._carried}
        items = self._pasted if source.pasted else source.items
        whole = agenda_plan.with_carried(items, [one.planned for one in self._carried])
        self._planned = [(one, by_plan.get(id(one))) for one in whole]
        self.list.blockSignals(True)
        self.list.clear()
        for _one, carried in self._planned:
            line = QListWidgetItem(self.list)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            off = carried is not None and carried.reason is PutOff.REMOVED
            line.setCheckState(Qt.CheckState.Unchecked if off else Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self._renumber()
        self.list.setCurrentRow(0)

    def _renumber(self) -> None:
        """The lines with the numbers they will have; what is left out has none."""
        rows = iter(agenda_plan.numbered(self.items()))
        self.list.blockSignals(True)
        for place, (one, carried) in enumerate(self._planned):
            line = self.list.item(place)
            number = numbering.display(next(rows).number, one.public) if self._on(place) else "–"
            line.setText(f"{number}  {one.name}" + (f" ({reason_words(carried)})" if carried else ""))
        self.list.blockSignals(False)

    def _on(self, place: int) -> bool:
        return self.list.item(place).checkState() is Qt.CheckState.Checked

    def items(self) -> tuple[PlannedItem, ...]:
        """The items to begin with, in order, those that come back included."""
        return tuple(one for place, (one, _carried) in enumerate(self._planned) if self._on(place))

    def carried(self) -> tuple[Carried, ...]:
        """Those of the items that come back."""
        return tuple(carried for place, (_one, carried) in enumerate(self._planned) if carried and self._on(place))
