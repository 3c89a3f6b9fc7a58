"""Umschalt+F4: an election in the stream, its form opened and closed with the row it belongs to."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.clock import Clock, stamp
from desktop.models.book import Book
from desktop.models.values import Election
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.elections.election import ElectionEditor
from desktop.ui.desk.elections.election_book import add_election, open_election
from desktop.ui.desk.elections.election_draft import People
from desktop.ui.desk.names.speakers import movers_directory
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.voting.blank import is_blank


class ElectionActs(QObject):
    """One per desk. ``editor`` is the form that is open, if any."""

    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, bus: Bus, clock: Clock, pen: Pen) -> None:
        super().__init__(pen)
        self._book, self._bus, self._clock, self._pen = book, bus, clock, pen
        self._stream = pen.stream
        self._suggestions = Suggestions(self._stream.viewport())
        self.editor: ElectionEditor | None = None
        pen.leaving.connect(self._settle)
        pen.moved.connect(self._row_changed)

    def next(self) -> None:
        """Back to the election that nobody has won yet; with the keyboard in it already, or without one: a new one."""
        item = self._pen.proceedings.item
        if item is None:
            return
        within = self._is_within()
        self._pen.go_ready()
        key = None if within else open_election(self._book, item)
        self._pen.go_to(key or add_election(self._book, item, None, stamp(self._clock.now())))
        self.open()

    def _is_within(self) -> bool:
        """Whether the keyboard is in an election of which anything was said."""
        key, focused = self._pen.key, QApplication.focusWidget()
        if self.editor is None or focused is None or key is None:
            return False
        return self.editor.isAncestorOf(focused) and not is_blank(writing.entry(self._book, key))

    def open(self) -> None:
        """The form of the current entry, with the keyboard in it; nothing where it is no election."""
        key, row = self._pen.key, self._pen.row
        if key is None or row is None or not isinstance(writing.entry(self._book, key), Election):
            return
        self._drop()
        directory = self._pen.proceedings.directory
        people = People(directory, movers_directory(directory, self._book.shelf), lambda: self._suggestions)
        editor = ElectionEditor(self._book, self._bus, key, people, self._stream.viewport(), clock=self._clock)
        editor.finished.connect(self._finished)
        editor.blindText.connect(self._blind)
        editor.resized.connect(self._stream.fit)
        editor.entered.connect(self._show)
        editor.said.connect(self.said)
        self.editor = editor
        self._stream.put_panel(editor)
        self._stream.fit()
        self._stream.show_row(row)
        editor.start()

    def _show(self) -> None:
        """Scrolls so that the field with the keyboard is in view."""
        row = self._pen.row
        if self.editor is None or row is None:
            return
        self._stream.fit()
        area = self.editor.area()
        if area is not None:
            self._stream.show_row(row, area.translated(self.editor.pos()).adjusted(0, -8, 0, 24))

    def _settle(self) -> None:
        if self.editor is not None:
            self.editor.settle()

    def _drop(self) -> None:
        self._suggestions.close_list()
        if self.editor is not None:
            self._stream.put_panel(None)
            self.editor.deleteLater()
            self.editor = None

    def _row_changed(self) -> None:
        """The keyboard is in another row: the form is closed already, and thrown away."""
        row = self._pen.row
        if self.editor is not None and (row is None or not row.panel):
            self._drop()

    def _finished(self) -> None:
        self._settle()
        self._drop()
        self._pen.go_ready()

    def _blind(self, text: str) -> None:
        """A sentence typed blindly into the numbers changes nothing and goes to the ready line."""
        self._drop()
        self._pen.write_on_ready(text)
        self.said.emit(_k("{election} goes back to the election"))
