"""The list of all meetings; where there is none, what to do first."""

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.clock import parse_date, parse_moment
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.queries import MeetingLine
from desktop.models.values import MeetingState
from desktop.text import format_time, window_date
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.looks.theme import Label
from desktop.ui.pages.filter import FilterLine
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.guide import ViewGuide, Way, WrapButton, carry_out, words_of
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from desktop.ui.words import state_name
from desktop.wording import sentence


def when(line: MeetingLine) -> str:
    """Day and time of a meeting, as far as they are known."""
    day, moment = parse_date(line.start), parse_moment(line.start)
    text = window_date(day, weekday=True) if day else line.start
    return f"{text}, {format_time(moment, 'HH:mm')}" if moment else text


COLUMNS: tuple[Column[MeetingLine], ...] = (
    Column(N_("Date"), when, lambda line: line.start),
    Column(N_("Body"), lambda line: line.organization),
    Column(N_("Name"), lambda line: " ".join(line.name.split()), wide=True),
    Column(N_("State"), lambda line: state_name(line.state)),
    Column(N_("Municipality"), lambda line: line.body),
)


class MeetingsPage(QWidget):
    """Typing filters, arrows choose, Enter opens."""

    #: key of the meeting to open
    opened = Signal(str)
    newWanted = Signal()
    importWanted = Signal()
    demoWanted = Signal()
    #: a sentence for the user
    complained = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._stale = True
        self._opening = False
        self._stack = QStackedLayout(self)
        self._first = FirstStart(self)
        self._first.newWanted.connect(self.newWanted)
        self._first.importWanted.connect(self.importWanted)
        self._first.demoWanted.connect(self.demoWanted)
        self._stack.addWidget(self._list())
        self._stack.addWidget(self._first)
        bus.changed.connect(self._changed)

    def _list(self) -> QWidget:
        whole = QWidget(self)
        self._model = RowsModel(COLUMNS, self)
        self.filter = FilterLine(whole)
        self.table = Table(_("Meetings"), whole)
        self.table.setModel(self._model)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.filter.textChanged.connect(self._filter)
        self.filter.handedOn.connect(lambda event: self.table.keyPressEvent(event))
        self.filter.speak_for(self.table)
        self.table.opened.connect(self._open)
        ViewGuide(self.table, self._nothing_found)
        self._count = Label("", colour="muted", parent=whole)
        head = Flow()
        head.addWidget(Label(_("Meetings"), bold=True, scale=1.4, parent=whole))
        head.addStretch(1)
        for text, wanted in ((_("New meeting"), self.newWanted), (_("Import file"), self.importWanted)):
            button = PushButton(text, whole)
            button.clicked.connect(wanted)
            head.addWidget(button)
        rows = QVBoxLayout(whole)
        rows.addLayout(head)
        rows.addWidget(self.filter)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._count)
        return whole

    def _nothing_found(self) -> tuple[str, tuple[Way, ...]]:
        text = _("No meeting has “{words}” in it. Esc empties the filter.", words=self.filter.text())
        return text, ((_("Empty the filter"), self.filter.clear), "new_meeting")

    # --- content

    def arrive(self) -> None:
        """To the filter line: typing narrows the list, arrows and Enter work there too."""
        self.reload()
        self._focus()

    def _focus(self) -> None:
        if self._stack.currentWidget() is self._first:
            self._first.arrive()
        else:
            self.filter.setFocus()

    def reload(self) -> None:
        """Asks the book again where something has changed."""
        if self._stale:
            self._stale = False
            tasks.when(self, self._book.query(queries.meetings), self._take, self._fail)

    def open_running(self) -> None:
        """Once the list is there, opens the meeting that is running, if there is one."""
        self._opening = True
        self._stale = True
        self.reload()

    def _take(self, lines: list[MeetingLine]) -> None:
        current = self.current()
        self._model.set_rows(lines)
        self.table.fit()
        self._select(current.key if current and current.key in [line.key for line in lines] else "")
        self._say_count()
        focused = self.isVisible() and self.window().focusWidget() in (None, self, self.filter, *self._first.buttons)
        self._stack.setCurrentIndex(0 if lines else 1)
        if focused:
            self._focus()
        self._go_on(lines)

    def _go_on(self, lines: list[MeetingLine]) -> None:
        opening, self._opening = self._opening, False
        running = [line.key for line in lines if line.state == MeetingState.RUNNING]
        if opening and running:
            self.opened.emit(running[0])

    def _fail(self, error: Exception) -> None:
        self._stale = True
        self.complained.emit(sentence(error))

    def _changed(self, changed: Changed) -> None:
        if not changed.typing:
            self._stale = True
            if self.isVisible():
                self.reload()

    # --- choosing

    def current(self) -> MeetingLine | None:
        """The chosen meeting."""
        index = self.table.currentIndex()
        row: MeetingLine | None = index.data(ROW_ROLE) if index.isValid() else None
        return row

    def _select(self, key: str) -> None:
        place = next((place for place, row in enumerate(self._model.rows) if row.key == key), 0)
        self.table.setCurrentIndex(self._model.index(place, 0))

    def _filter(self, text: str) -> None:
        self._model.filter(text)
        self._select("")
        self._say_count()

    def _say_count(self) -> None:
        self._count.setText(_n("{number} meeting", "{number} meetings", len(self._model.rows)))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE).key)


class FirstStart(QScrollArea):
    """What to do in an empty book: large buttons, each with what then happens."""

    newWanted = Signal()
    importWanted = Signal()
    demoWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.addStretch(1)
        welcome = Label(_("Welcome to Protokollpult"), bold=True, scale=1.6, parent=whole)
        hint = Label(_("There is no meeting in this book yet. Everything you type is saved by itself."), parent=whole)
        for label in (welcome, hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(label)
        self.buttons = [self._button(detail, way, whole) for detail, way in self._ways()]
        for button in self.buttons:
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        self.setWidget(whole)
        self.name_keys()

    def _ways(self) -> list[tuple[str, SignalInstance | str]]:
        """What happens then, and what makes it happen."""
        return [
            (_("A form asks for body, day and place; then the desk leads on."), self.newWanted),
            (_("An invented town with a meeting that is on: try everything, nothing can break."), self.demoWanted),
            (_("A meeting that another computer or program has written."), self.importWanted),
            (_("Language, size of the type, colours and keys."), "settings"),
        ]

    def _button(self, detail: str, way: SignalInstance | str, parent: QWidget) -> WrapButton:
        button = WrapButton("", parent, detail=detail)
        button.clicked.connect(lambda: carry_out(self, way) if isinstance(way, str) else way.emit())
        return button

    def name_keys(self) -> None:
        """What the buttons are called, with the user's keys."""
        words = (
            _k("Set up the first meeting ({new_meeting})"),
            _("Look at the demo"),
            _k("Import a file ({import_file})"),
            words_of("settings"),
        )
        for button, text in zip(self.buttons, words, strict=True):
            button.setText(text)
            button.setAccessibleName(text)

    def arrive(self) -> None:
        """To the first button."""
        self.buttons[0].setFocus()
