"""A tour through the window: every page, panel, dialog and state of the desk, and the real way to each of them.

::

    make_demo(book)
    for name, part in Tour(book, theme).visit():
        ...

Each stop begins at the desk, on the ready line of the running item, whatever the stops before have left behind. A new
page, panel or dialog comes into STOPS: ``test_tour.py`` fails until it is seen.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop import text
from desktop.export.kinds import Kind
from desktop.export.publish import Order
from desktop.models import intake, queries
from desktop.models.book import Book
from desktop.models.errors import BookBusy
from desktop.models.exchange import session_file
from desktop.models.values import ItemStage, MeetingState, Reader, ResultClass, TextEntry
from desktop.paths import resource
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.guarding import look_first
from desktop.ui.houses.tree import SettingsTree
from desktop.ui.looks.theme import Theme
from desktop.ui.messages import Tone
from desktop.ui.opening import OpeningPage
from desktop.ui.settings.sections import SECTIONS
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until

#: the smallest screen that is counted with
SCREEN = (1280, 720)
#: number of the demo's meeting that runs
DEMO = "14"
#: lines that wrap change the height of what lies around them, which is laid out with the next events
_LAYOUT_PASSES = 6


@dataclass(frozen=True, slots=True)
class Stop:
    """``go`` leads there and returns what there is to look at; where it returns nothing, it is the whole window."""

    go: Callable[[Window], QWidget | None]


# --- ways


def _by(*actions: str) -> Stop:
    """By actions of the table."""

    def go(window: Window) -> None:
        for action in actions:
            assert window.menus.actions[action].isEnabled(), action
            window.menus.trigger(action)
        settle()

    return Stop(go)


def _typed(action: str, words: str) -> Stop:
    """By an action and then by keys."""

    def go(window: Window) -> None:
        window.menus.trigger(action)
        settle()
        type_text(words)

    return Stop(go)


def _pressed(*keys: str, after: str = "ready") -> Stop:
    def go(window: Window) -> None:
        window.menus.trigger(after)
        settle()
        for one in keys:
            press(one)

    return Stop(go)


def _dialog(action: str) -> Stop:
    """By an action that opens a dialog."""

    def go(window: Window) -> QWidget:
        window.menus.trigger(action)
        return dialog_of(window)

    return Stop(go)


def dialog_of(window: QWidget) -> QDialog:
    """The dialog that is open in front."""

    def shown() -> list[QDialog]:
        return [one for one in window.findChildren(QDialog) if one.isVisible()]

    settle()
    wait_until(lambda: bool(shown()), "a dialog opens")
    return shown()[-1]


def settle() -> None:
    """Lets everything come that is still to come without a process of its own."""
    wait_until(lambda: not tasks.running(), "end of all tasks")
    QApplication.processEvents()


# --- single stops


def _part(action: str) -> Stop:
    """A part of the right column."""

    def go(window: Window) -> QWidget | None:
        window.menus.trigger(action)
        settle()
        return None

    return Stop(go)


def _grid(*keys: str) -> Stop:
    def go(window: Window) -> None:
        window.menus.trigger("vote")
        settle()
        for one in keys:
            press(one)
        settle()

    return Stop(go)


def _election(window: Window) -> None:
    window.menus.trigger("election")
    settle()
    type_text("Wahl der Schriftführung")


def _repeat(window: Window) -> None:
    """The item on the fee statute has a vote that is finished."""
    desk = window.desk
    for item in window._book.meeting.agenda:
        desk.show_item(item.key)
        window.menus.trigger("repeat_vote")
        if desk.votes.line.isVisible():
            return
    raise AssertionError("no finished vote")


def _nonpublic(window: Window) -> None:
    item = next(one for one in window._book.meeting.agenda if not one.public)
    window.desk.show_item(item.key)


def _announcement(window: Window) -> None:
    """The item that was decided behind closed doors."""
    _nonpublic(window)
    window.menus.trigger("announcement")


def _move(window: Window) -> None:
    window.menus.trigger("previous_entry")
    window.menus.trigger("move_entry")
    type_text("5")


def _finished(window: Window) -> None:
    """Minutes of a meeting that is over."""
    window._book.change(window._book.meeting.key, state=MeetingState.APPROVED)


def _earlier_meeting(window: Window) -> None:
    line = next(one for one in window._book.read(queries.meetings) if one.key != window._book.meeting_key)
    window.open_meeting(line.key)


def _empty_meeting(window: Window) -> None:
    """A meeting without any item."""
    book = window._book
    body = book.shelf.records[book.meeting_key or ""].parent or ""
    old = book.meeting
    empty = replace(old, key="", name="15. Sitzung des Hauptausschusses", number="15", agenda=(), attendance=())
    empty = replace(empty, start="2026-05-21T18:00:00+02:00", scheduled_start="2026-05-21T18:00:00+02:00")
    empty = replace(empty, opening=(), closing=(), files=(), invitation=(), state=MeetingState.PREPARATION)
    window.open_meeting(book.add(empty, body, "meetings"))


def _banner(tone: Tone) -> Stop:
    def go(window: Window) -> None:
        told = "The file “Einladung zur 15. Sitzung.docx” was read; two lines of it were not understood."
        window.banners.show_message(tone.value, text.ui_text(told), tone, (text.ui_text("Show"), lambda: None))

    return Stop(go)


def _comparison(window: Window) -> QWidget:
    window.menus.trigger("compare_invitation")
    return dialog_of(window)


def _meeting_form(window: Window) -> QWidget:
    window.menus.trigger("new_meeting")
    return dialog_of(window)


def _guard(window: Window) -> QWidget:
    """The list before something is published."""
    form = _export(window)
    book = window._book
    assert isinstance(form, QDialog)
    item = book.meeting.agenda[0]
    book.add(TextEntry(text="Es dankt [[Name]]."), item.key, "proceedings")
    order = Order(kind=Kind.AUSZUG, item=item.key, reader=Reader.PUBLIC)
    look_first(form, book, order, _nothing, _nothing, _raise, lambda *_place: None)
    return dialog_of(form)


def _nothing() -> None:
    """What the guard of the tour leads to."""


def _raise(error: Exception) -> None:
    raise error


def _export(window: Window) -> QWidget:
    window.menus.trigger("export")
    return dialog_of(window)


def _people(tab: int, *, form: bool = False) -> Stop:
    def go(window: Window) -> None:
        window.menus.trigger("show_people")
        settle()
        window.people._tabs.setCurrentIndex(tab)
        if form:
            press("Return")
        settle()

    return Stop(go)


def _law(window: Window) -> QWidget:
    window.menus.trigger("show_law")
    return dialog_of(window)


def _members(window: Window) -> QWidget:
    window.menus.trigger("paste_members")
    dialog = dialog_of(window)
    type_text("Name\tFraktion\nFrau Ute Petersen\tSPD\nHerr Jan Hansen\tCDU")
    settle()
    return dialog


def _agenda_text(window: Window) -> QWidget:
    window.menus.trigger("paste_agenda")
    dialog = dialog_of(window)
    type_text("1. Eröffnung\n2. Haushalt\n2.1 Stellenplan\nNichtöffentlicher Teil\n3. Verkauf")
    settle()
    return dialog


def _carry(window: Window) -> QWidget:
    """One item of the running meeting was put off for the next."""
    window._book.change(window._book.meeting.agenda[-3].key, result_class=ResultClass.POSTPONED)
    _empty_meeting(window)
    window.menus.trigger("carry_over")
    return dialog_of(window)


def _command(words: str) -> Stop:
    def go(window: Window) -> QWidget:
        window.menus.trigger("command")
        dialog = dialog_of(window)
        type_text(words)
        return dialog

    return Stop(go)


def _paper_text(window: Window) -> QWidget:
    window.menus.trigger("paper")
    settle()
    window.paper.split_text()
    return dialog_of(window)


def _blocks(*keys: str) -> Stop:
    def go(window: Window) -> None:
        window.menus.trigger("show_blocks")
        settle()
        for one in keys:
            press(one)
        settle()

    return Stop(go)


def _house(search: str) -> Stop:
    """The form of one setting; the pages beside it are not made, which takes a process."""

    def go(window: Window) -> None:
        window.houses.samples._remake = _nothing  # type: ignore[method-assign]
        window.menus.trigger("show_houses")
        settle()
        tree = window.houses.findChild(SettingsTree)
        assert isinstance(tree, SettingsTree)
        window.houses.search.setText(search)
        window.houses.enter_form()
        settle()

    return Stop(go)


def _settings(title: str) -> Stop:
    """One section of the settings."""

    def go(window: Window) -> None:
        window.menus.trigger("settings")
        window.settings.show_section(title)
        settle()

    return Stop(go)


def _preview(window: Window) -> None:
    """The pane without its pages, which take a process."""
    window._preview.refresh = _nothing  # type: ignore[method-assign]
    window.menus.trigger("preview")
    settle()


def _opening(_window: Window) -> QWidget:
    page = OpeningPage()
    page.say(Path("Dokumente") / "Protokollpult", BookBusy(Path("Protokollpult.book")))
    page.show()
    QApplication.processEvents()
    return page


def _empty_book(window: Window) -> QWidget:
    """The first start, in a window of its own on a book of its own."""
    path = window._data / "empty.book"
    book = Book(path, window._clock.now)
    bus = Bus(book)
    made = Window(book, bus, window._clock, window.appearance.theme, window._data)
    made.resize(window.size())
    made.destroyed.connect(book.close)
    made.show()
    made.start()
    settle()
    return made


def _goto(window: Window) -> None:
    window.menus.trigger("goto_item")
    type_text("6.1")


def _attendance(window: Window) -> QWidget:
    window.menus.trigger("attendance")
    return dialog_of(window)


def _item_form(window: Window) -> QWidget:
    window.menus.trigger("details")
    return dialog_of(window)


STOPS: dict[str, Stop] = {
    # the desk
    "desk": _by("ready"),
    "desk, suggestions": _typed("ready", "+"),
    "desk, text": _typed("ready", "Frau Petersen fragt nach den Kosten der Wartung."),
    "desk, non-public item": Stop(_nonpublic),
    "speech": _by("speech"),
    "speech, names": _typed("speech", "h"),
    "fields of an entry": _pressed("Up", "Alt+Return"),
    "motion": _by("motion"),
    "event": _by("event"),
    "for the record": _by("on_record"),
    "vote by faction": _grid(),
    "vote, a letter": _grid("N", "3"),
    "vote by roll call": _grid("P"),
    "vote, secret": _grid("G"),
    "vote, details": _grid("Alt+Return"),
    "vote on a part": _by("vote_part"),
    "vote between variants": _by("vote_variants"),
    "vote again": Stop(_repeat),
    "election": Stop(_election),
    "resolution": _by("resolution"),
    "task": _by("new_task"),
    "enclosure": _by("enclose"),
    "announcement": Stop(_announcement),
    "go to item": Stop(_goto),
    "move entry": Stop(_move),
    "procedure": _by("procedure"),
    "read aloud": _by("read_aloud"),
    "keys": _by("show_keys"),
    "presence": _by("presence"),
    "presence, name": _typed("presence", "p"),
    "speakers": _by("speakers"),
    "speakers, name": _typed("speakers", "p"),
    "paper at hand": _by("paper_at_hand"),
    "notes": _by("notes"),
    "checklist": _by("checklist"),
    "preview": Stop(_preview),
    "finished minutes": Stop(_finished),
    "earlier meeting": Stop(_earlier_meeting),
    "empty meeting": Stop(_empty_meeting),
    "problem": _banner(Tone.PROBLEM),
    "warning": _banner(Tone.WARNING),
    "notice": _banner(Tone.NOTICE),
    # pages
    "meetings": _by("show_meetings"),
    "municipality": _people(0),
    "bodies": _people(1, form=True),
    "factions": _people(2, form=True),
    "people": _people(3, form=True),
    "tasks": _by("show_tasks"),
    "text blocks": _blocks(),
    "text block, shipped": _blocks("F6"),
    "text block, own": _blocks("Insert"),
    "house profile": _house(""),
    "house profile, logo": _house("logo"),
    "house profile, file": _house("vorlage"),
    "house profile, choice": _house("wortlaut der reden"),
    "house profile, rows": _house("unterschriften"),
    "house profile, words": _house("beschlussart des punktes"),
    "earlier states": _by("earlier_state"),
    "paper": _by("paper"),
    **{f"settings, {section.title}": _settings(section.title) for section in SECTIONS},
    # dialogs
    "new meeting": Stop(_meeting_form),
    "meeting details": _dialog("edit_meeting"),
    "attendance list": Stop(_attendance),
    "comparison": Stop(_comparison),
    "item form": Stop(_item_form),
    "law": Stop(_law),
    "export": Stop(_export),
    "guard": Stop(_guard),
    "given out": _dialog("given_out"),
    "paper text": Stop(_paper_text),
    "command": _command("abst"),
    "members": Stop(_members),
    "agenda from text": Stop(_agenda_text),
    "carry over": Stop(_carry),
    "about": _dialog("about"),
    # before there is anything
    "book busy": Stop(_opening),
    "empty book": Stop(_empty_book),
}


# --- the round


def make_demo(book: Book) -> None:
    """Takes in the whole invented municipality."""
    for name in ("hauptausschuss-12.json", "hauptausschuss-13.json", "hauptausschuss-14.json"):
        intake.take_in(book, session_file.read(resource("demo", name).read_bytes()))


class Tour:
    """A window on a book with the demo, led from stop to stop; each begins as if there had been no other."""

    def __init__(self, book: Book, theme: Theme, size: tuple[int, int] = SCREEN) -> None:
        """``book`` has the demo (``make_demo``). The window speaks the language that is chosen now."""
        self.book, self._bus = book, Bus(book)
        self.window = Window(book, self._bus, TestClock(), theme, book.path.parent)
        self.window.resize(*size)
        self._running = next(one.key for one in book.read(queries.meetings) if one.number == DEMO)
        self.window.open_meeting(self._running)
        self._steps = book.steps
        show(self.window)

    def close(self) -> None:
        """Lets go of the window and of what it listens to."""
        self.home()
        self.window.close()
        self.window.deleteLater()
        self._bus.detach()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def home(self) -> None:
        """Back to the desk, on the ready line of the running item; what was opened is closed, what was done undone."""
        window, desk = self.window, self.window.desk
        _close_others(window)
        window.show_desk()
        if desk.beside is not None and desk.beside.isVisible():
            window.preview()
        desk.ready()
        desk.reader.dismiss()
        desk.pen.leave()
        self.book.end_typing()
        while self.book.steps > self._steps:
            assert self.book.undo()
        if self.book.meeting_key != self._running:
            window.open_meeting(self._running)
        window.show_desk()
        desk.side.bring(desk.side.attendance_panel)
        desk.show_item(next(one.key for one in self.book.meeting.agenda if one.stage is ItemStage.RUNNING))
        for topic in tuple(window.banners._shown):
            window.banners.clear(topic)
        window.activateWindow()
        settle()

    def go(self, name: str) -> QWidget:
        """To a stop; what there is to look at."""
        self.home()
        part = STOPS[name].go(self.window) or self.window
        for _pass in range(_LAYOUT_PASSES):
            QApplication.processEvents()
        return part

    def visit(self, names: Iterable[str] = tuple(STOPS)) -> Iterator[tuple[str, QWidget]]:
        """To the stops, one after the other; the name of each and what there is to look at."""
        for name in names:
            yield name, self.go(name)


def _close_others(window: Window) -> None:
    """All windows but the one; a dialog first if it lies above another."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and other.parent() is None:
            other.close()
            other.deleteLater()
    for dialog in reversed(window.findChildren(QDialog)):
        if dialog.isVisible():
            dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
