"""The text blocks of the open meeting, and the texts of the desk that know their short forms."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.profiles.blocks import offered, shipped
from desktop.models.rules.blocks import placeholders_in
from desktop.models.values import Organization
from desktop.models.values.aside import TextBlock
from desktop.ui import house, tasks
from desktop.ui.bus import Bus
from desktop.ui.desk.blocks.directory import BlockDirectory
from desktop.ui.desk.blocks.fieldtabs import FieldTabs
from desktop.ui.desk.blocks.holes import Holes
from desktop.ui.desk.blocks.inserting import fill, insert
from desktop.ui.desk.items.resolution import ResolutionField
from desktop.ui.desk.stream.proceedings import Proceedings
from desktop.ui.desk.stream.shorthand import Found, Shorthand
from desktop.ui.richtext.editor import EntryEditor

#: what decides which blocks are offered
_TABLES = ("TextBlock", "Body", "Organization", "Meeting")
_ANNEX = "anlage"


class Blocks(QObject):
    """One per desk."""

    def __init__(self, book: Book, bus: Bus, clock: Clock, proceedings: Proceedings, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._clock, self._proceedings = book, clock, proceedings
        self._directory: BlockDirectory | None = None
        #: when the last meeting of the Gremium began, as stored
        self.previous = ""
        #: the text that had the keyboard last
        self.last: EntryEditor | None = None
        #: takes the number of an Anlage for an entry (its key), or for none
        self.reserve: Callable[[str | None], None] = lambda _entry: None
        self._holes: dict[EntryEditor, Holes] = {}
        bus.changed.connect(self._changed)

    # --- what there is

    def open_meeting(self) -> None:
        """Another meeting: other blocks, another meeting before it."""
        self.previous, self._directory = "", None
        tasks.when(self, self._book.query(queries.meetings), self._find_previous, lambda _error: None)

    @property
    def directory(self) -> BlockDirectory:
        """The blocks that the open meeting offers, by their short forms."""
        if self._directory is None:
            self._directory = BlockDirectory(meeting_blocks(self._book))
        return self._directory

    def _find_previous(self, lines: Sequence[queries.MeetingLine]) -> None:
        own = next((one for one in lines if one.key == self._book.meeting_key), None)
        if own is None:
            return
        same = (one for one in lines if (one.body_key, one.organization) == (own.body_key, own.organization))
        self.previous = max((one.start for one in same if one.start < own.start), default="")

    def _changed(self, changed: Changed) -> None:
        records = self._book.shelf.records
        touched = (*changed.fields, *changed.came, *changed.parents)
        if any(key in records and records[key].table in _TABLES for key in touched):
            self._directory = None

    # --- where somebody writes

    def serve(self, editor: EntryEditor, shorthand: Shorthand) -> None:
        """A text whose short forms are also those of text blocks."""
        self._holes[editor] = Holes(editor, shorthand)
        self._holes[editor].entered.connect(lambda: self._came_to(editor))
        shorthand.sources.append(_Source(self, editor, self._holes[editor]))
        shorthand.next_hole = self._holes[editor].go_next

    def _came_to(self, editor: EntryEditor) -> None:
        self.last = editor

    def serve_form(self, field: ResolutionField, home: QWidget) -> None:
        """The resolution, where Tab leaves the field otherwise; its lists are shown over ``home``."""
        tabs = FieldTabs(field, lambda: self._proceedings.directory, home)
        self.serve(field, tabs.shorthand)
        field.take_tab = tabs.take

    def put(self, block: TextBlock, editor: EntryEditor, word: str = "") -> None:
        """Puts a block in place of the word before the caret, as one step; the first hole is next."""
        in_entry = not isinstance(editor, ResolutionField)
        text = fill(
            self._book, block, self._proceedings.item, self._clock.now(), self.previous, to_confirm=in_entry
        ).text
        self._book.end_typing()
        if editor.is_blank():  # an entry is added by its first character, which is a step of its own
            start = insert(editor, text, word)
            self._reserve_for(block, in_entry=in_entry)
        else:
            with self._book.step("text_block"):
                start = insert(editor, text, word)
                end = editor.textCursor().position()
                self._reserve_for(block, in_entry=in_entry)
            editor.place_caret(end)
        self._holes[editor].go_from(start)

    def _reserve_for(self, block: TextBlock, *, in_entry: bool) -> None:
        """The number of an Anlage that a block names is taken, so that the next one is another."""
        if _ANNEX in placeholders_in(block.text):
            row = self._proceedings.stream.current
            self.reserve(row.key if in_entry and row is not None else None)


class _Source:
    """Text blocks as a short form finds them, for one text field.

    None while holes are filled: there »geht« is a word, and Tab leads on.
    """

    def __init__(self, blocks: Blocks, editor: EntryEditor, holes: Holes) -> None:
        self._blocks, self._editor, self._holes = blocks, editor, holes

    def exact(self, word: str, first: bool) -> Found | None:
        """The block whose short form this is."""
        found = None if self._holes.is_filling() else self._blocks.directory.exact(word)
        return self._found(found.block, found.label) if found is not None else None

    def find(self, word: str, first: bool) -> list[Found]:
        """Blocks that may be meant."""
        found = () if self._holes.is_filling() else self._blocks.directory.find(word)
        return [self._found(one.block, one.listed) for one in found]

    def _found(self, block: TextBlock, label: str) -> Found:
        return Found(label, partial(self._take, block))

    def _take(self, block: TextBlock, word: str, _first: bool) -> None:
        self._blocks.put(block, self._editor, word)


def meeting_blocks(book: Book) -> tuple[TextBlock, ...]:
    """What the open meeting offers; nothing where none is open."""
    if book.meeting_key is None:
        return ()
    body = house.body_of(book)
    base = shipped(body.state, advisory=advises(book))
    return offered(base, own_blocks(book, body.key), next(iter(book.meeting.organizations), None))


def advises(book: Book) -> bool:
    """Whether the open meeting is one of a Gremium that only recommends."""
    lead = next(iter(book.meeting.organizations), None) if book.meeting_key is not None else None
    gremium = book.shelf.value(lead) if lead is not None and lead in book.shelf else None
    return isinstance(gremium, Organization) and bool(gremium.advisory)


def own_blocks(book: Book, body: str) -> list[TextBlock]:
    """The house's own blocks, in their order."""
    values = (book.shelf.value(key) for key in book.shelf.children(body, "text_blocks"))
    return [value for value in values if isinstance(value, TextBlock)]
