"""The checklist in the right column: what does not add up, below the item it belongs to; Enter goes there."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.rules.checks import Finding, Weight, weight
from desktop.models.values import AgendaItem
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import COMMANDS, is_text
from desktop.ui.desk.checks.check_table import HEADINGS
from desktop.ui.desk.checks.check_words import REMINDER, SIGN, sentence
from desktop.ui.desk.checks.checker import Checker
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.procedure import course
from desktop.ui.desk.stream.proceedings import Proceedings
from desktop.ui.looks.theme import Label, colours
from desktop.ui.parts.guide import ViewGuide

#: more rows than anybody reads at once; the first are shown, the others are counted
MOST = 150

_FINDING, _WEIGHT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list. Without a finding it is a heading: of an item, or ``is_weight`` of all that matters alike."""

    text: str
    finding: Finding | None = None
    is_weight: bool = False


class _Sentences(QStyledItemDelegate):
    """Sentences run over as many lines as they need in the width there is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Room for all lines."""
        view = self.parent()
        assert isinstance(view, QListWidget)
        font = index.data(Qt.ItemDataRole.FontRole)
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, view) + 1
        width = view.viewport().width() - 2 * view.spacing()
        room = QRect(0, 0, max(width - 2 * margin, 40), 10_000)
        metrics = QFontMetrics(font if isinstance(font, QFont) else view.font())
        text = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), str(index.data()))
        return QSize(width, text.height() + 2)


class FindingList(QListWidget):
    """The rows. Letters do nothing here, so that blind typing does no harm."""

    #: Enter, or a click: the finding to go to
    wanted = Signal(object)
    #: text was typed, which is nothing to this list
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Checklist"))
        self.setAccessibleDescription(_("Enter goes to the place"))
        self.setWordWrap(True)
        self.setItemDelegate(_Sentences(self))
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)
        self.itemClicked.connect(self._go)

    def fill(self, lines: Iterable[Line]) -> None:
        """Shows headings (without a finding) and findings; the keyboard stays on the same finding, else near it."""
        current, place = self.finding(), self.currentRow()
        self.clear()
        for line in lines:
            self._add(line)
        self._dress()
        same = [row for row in range(self.count()) if self.item(row).data(_FINDING) == current]
        self.go_near(same[0] if current is not None and same else place)

    def _add(self, line: Line) -> None:
        row = QListWidgetItem(line.text, self)
        row.setData(_FINDING, line.finding)
        row.setData(_WEIGHT, line.is_weight)
        if line.finding is None:
            row.setFlags(Qt.ItemFlag.NoItemFlags)

    def finding(self) -> Finding | None:
        """The finding that the keyboard is on."""
        row = self.currentItem()
        finding = row.data(_FINDING) if row is not None else None
        return finding if isinstance(finding, Finding) else None

    def go_near(self, place: int) -> None:
        """Puts the keyboard on the first finding from a row on, else on the last one."""
        rows = [row for row in range(self.count()) if self.item(row).data(_FINDING) is not None]
        if rows:
            self.setCurrentRow(next((row for row in rows if row >= place), rows[-1]))
        if rows and self.currentRow() == rows[0]:  # with its headings
            self.scrollToTop()

    def _go(self, row: QListWidgetItem | None) -> None:
        finding = row.data(_FINDING) if row is not None else None
        if finding is not None:
            self.wanted.emit(finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter goes there, text goes to the ready line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & COMMANDS:
            self._go(self.currentItem())
        elif is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is on a finding, never on a heading."""
        super().focusInEvent(event)
        if self.finding() is None:
            self.go_near(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: sentences need another number of lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of type, or other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()
            self.scheduleDelayedItemsLayout()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        """Headings are bold; those of an item are muted, those above them have a ground of their own."""
        font, found = QFont(self.font()), colours()
        font.setBold(True)
        for row in (self.item(place) for place in range(self.count())):
            if row.data(_FINDING) is None:
                row.setFont(font)
                above = bool(row.data(_WEIGHT))
                row.setForeground(self.palette().windowText() if above else QColor(found.muted))
                row.setBackground(self.palette().alternateBase() if above else QBrush())


class Checklist(QWidget):
    """The list with a word where nothing is found."""

    #: the finding to go to
    wanted = Signal(object)
    #: text that was typed blindly into the list; it belongs to the ready line
    blindText = Signal(str)
    #: the line above the list, with the number of findings
    titled = Signal(str)

    def __init__(self, book: Book, checker: Checker, proceedings: Proceedings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._checker, self._proceedings = book, checker, proceedings
        self.list = FindingList(self)
        self._head = Label(bold=True, parent=self)
        self._head.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 4, 6, 4)
        rows.addWidget(self._head)
        rows.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.wanted.connect(self.wanted)
        self.list.typed.connect(self.blindText)
        checker.changed.connect(self._refresh)
        self._guide = ViewGuide(self.list, lambda: (self._told(()), ()))
        self._show_findings((), {}, Directory(()))

    def focus_list(self) -> None:
        """The keyboard goes into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """The list is written only where somebody sees it."""
        super().showEvent(event)
        self._fill()

    def _refresh(self) -> None:
        number = len(self._checker.findings)
        self.titled.emit(_("Checklist ({number})", number=number) if number else _("Checklist"))
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        items: dict[str, AgendaItem] = {}
        if self._book.meeting_key is not None:
            items = {item.key: item for item in self._book.meeting.agenda}
        self._show_findings(self._checker.findings, items, self._proceedings.directory)

    def _show_findings(self, findings: tuple[Finding, ...], items: dict[str, AgendaItem], directory: Directory) -> None:
        """Shows what matters most first, and findings of equal weight below their items."""
        rows: list[Line] = []
        place: tuple[Weight | None, str | None] = (None, None)
        ordered = sorted(findings, key=lambda one: weight(one.code))
        for finding in ordered[:MOST]:
            heavy = weight(finding.code)
            if heavy is not place[0]:
                number = sum(weight(one.code) is heavy for one in findings)
                rows.append(Line(f"{_(HEADINGS[heavy])} ({number})", is_weight=True))
            if (heavy, finding.item) != place:
                rows.append(Line(_heading(items.get(finding.item))))
            place = (heavy, finding.item)
            sign = REMINDER if heavy is Weight.REMINDER else SIGN
            rows.append(Line(f"{sign} {sentence(finding, directory)}", finding))
        if len(findings) > MOST:
            rows.append(Line(_("… and {number} more", number=len(findings) - MOST)))
        self.list.fill(rows)
        self._head.setText(self._told(findings))
        self._head.setVisible(bool(findings))
        self._guide.refresh()

    def _told(self, findings: tuple[Finding, ...]) -> str:
        """How much there is; what is only still to be done is not wrong, and before the end more may come."""
        wrong = sum(weight(one.code) is not Weight.REMINDER for one in findings)
        if wrong:
            return _n(
                "{number} place to check; Enter goes there", "{number} places to check; Enter goes there", len(findings)
            )
        goes_on = self._book.meeting_key is not None and course.is_live(self._book)
        fits = _("All fits so far") if goes_on else _("All fits")
        return (
            _("{fits} · still open: {number}", fits=fits, number=len(findings))
            if findings
            else _("Nothing is open. {fits}.", fits=fits)
        )


def _heading(item: AgendaItem | None) -> str:
    if item is None:
        return _("The meeting as a whole")
    return f"{numbering.display(item.number, item.public)} {item.name}".strip()
