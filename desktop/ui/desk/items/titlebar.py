"""What stands above the stream: the shown item with its paper, and a warning where another item runs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem, Paper, ResultClass
from desktop.text import ui_text as _
from desktop.ui.desk.items.agenda_rows import place_words
from desktop.ui.desk.procedure import course
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import FlatButton

#: with fewer characters across, the buttons stand below the name
_NARROW = 90
_LONGEST_PAPER = 34


class TitleBar(QFrame):
    """Number and name of the shown item, a button to its paper, and »Sie schreiben in Ö 3 – es läuft Ö 5«."""

    #: the key of the paper to open
    paperRequested = Signal(str)
    #: the form of the item is wanted
    detailsWanted = Signal()
    #: everything prepared in the item is to count
    confirmWanted = Signal()

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._paper_key = ""
        self._number = Label(bold=True, scale=1.15)
        self._name = Label(bold=True, scale=1.15)
        self._name.setWordWrap(True)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._place = Label(colour="muted")
        self._place.setMargin(4)
        self._place.setIndent(6)
        self._place.setWordWrap(True)
        self._badge = Label(_("NOT PUBLIC"), colour="nonpublic", back="nonpublic_back", bold=True)
        self._badge.setMargin(3)
        self._paper = self._button()
        self._paper.clicked.connect(lambda: self.paperRequested.emit(self._paper_key))
        self._details = self._button(_("Details …"))
        self._details.clicked.connect(self.detailsWanted)
        self._confirm = self._button()
        self._confirm.clicked.connect(self.confirmWanted)
        self._elsewhere = Label(colour="warning", back="warning_back")
        self._elsewhere.setMargin(4)
        self._elsewhere.setWordWrap(True)
        self._elsewhere.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self._buttons = QWidget(self)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        for widget in (self._badge, self._confirm, self._paper, self._details):
            buttons.addWidget(widget)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(10, 6, 10, 4)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._number, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._name, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._buttons, 0, 2, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._grid)
        rows.addWidget(self._place)
        rows.addWidget(self._elsewhere)

    def _button(self, text: str = "") -> QPushButton:
        return FlatButton(text, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons beside the name, or below it where there is little room."""
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        self._grid.removeWidget(self._buttons)
        edges, gap = self._grid.contentsMargins(), self._grid.horizontalSpacing()
        parts = self._number.sizeHint().width() + self._buttons.sizeHint().width()
        left = self.width() - edges.left() - edges.right() - parts - 2 * gap
        narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth()
        if narrow or left < self._name.minimumSizeHint().width():
            self._grid.addWidget(self._buttons, 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._buttons, 0, 2, Qt.AlignmentFlag.AlignTop)

    def show_item(self, item: AgendaItem | None, *, public: bool = True) -> None:
        """Shows an item; nothing where the agenda is empty. ``public``: whether what is written there now is."""
        self.setVisible(item is not None)
        if item is None:
            return
        self._details.show()
        self._number.setText(numbering.display(item.number, item.public))
        removed = f" – {item.result} –" if item.result_class is ResultClass.REMOVED and item.result else ""
        self._name.setText("\n".join(part for part in (item.name + removed, item.subtitle) if part))
        place = " · ".join(place_words(self._book, item))
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._badge.setVisible(not public)
        prepared = sum(bool(entry.prepared) for entry in item.proceedings)
        self._confirm.setText(_("Confirm all ({number})", number=prepared))
        self._confirm.setVisible(bool(prepared))
        self._show_paper(item)
        self._show_elsewhere(item)
        self._place_buttons()

    def show_part(self, words: str) -> None:
        """Shows that something outside all items is in front."""
        self.show()
        self._number.setText("")
        self._name.setText(words)
        for part in (self._place, self._badge, self._confirm, self._paper, self._details, self._elsewhere):
            part.hide()

    def elsewhere(self) -> str:
        """That another item runs than the one shown; empty where none does."""
        return "" if self._elsewhere.isHidden() else self._elsewhere.text()

    def _show_paper(self, item: AgendaItem) -> None:
        papers = [row for key in item.papers if isinstance(row := self._value(key), Paper)]
        self._paper.setVisible(bool(papers))
        if papers:
            self._paper_key = papers[0].key
            text = papers[0].reference or papers[0].name
            width = self.fontMetrics().averageCharWidth() * _LONGEST_PAPER
            self._paper.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width))
            self._paper.setAccessibleName(_("Open the paper {name}", name=text))

    def _value(self, key: str) -> object:
        return self._book.shelf.value(key) if key in self._book.shelf else None

    def _show_elsewhere(self, item: AgendaItem) -> None:
        running = course.running_item(self._book)
        elsewhere = running is not None and running.key != item.key
        self._elsewhere.setVisible(elsewhere)
        if running is not None and elsewhere:
            shown, runs = (numbering.display(one.number, one.public) or one.name for one in (item, running))
            text = _("You are writing in {shown} – {running} is running · Esc Esc goes back", shown=shown, running=runs)
            self._elsewhere.setText(text)
