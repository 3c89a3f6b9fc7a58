"""The right column and the whole list, worked by key events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.values import AttendanceGroup, AttendanceStatus, Event, EventType, MeetingState
from desktop.ui.bus import Bus
from desktop.ui.desk.attendance import AttendanceDialog
from desktop.ui.desk.attendance_list import PeopleList
from desktop.ui.desk.attendance_panel import AttendancePanel
from desktop.ui.desk.presence_line import PresenceLine, WhoField
from desktop.ui.plaintext import PlainLine
from desktop.ui.tables import Table
from tests.ui.conftest import TestClock
from tests.ui.desk.council import line_of, make, person
from tests.ui.keys import press, type_text, wait_until


class Shown:
    """A panel on the screen."""

    def __init__(self, book: Book, bus: Bus, clock: TestClock) -> None:
        self.window = QWidget()
        self.panel = AttendancePanel(book, bus, clock=clock)
        QVBoxLayout(self.window).addWidget(self.panel)
        self.window.resize(400, 700)
        self.window.show()
        self.window.activateWindow()
        self.noted: list[str] = []
        self.blind: list[str] = []
        self.finished = 0
        self.panel.noted.connect(self.noted.append)
        self.panel.blindText.connect(self.blind.append)
        self.panel.finished.connect(self._count)

    def _count(self) -> None:
        self.finished += 1

    @property
    def people(self) -> PeopleList:
        return self.panel.findChild(PeopleList)

    @property
    def who(self) -> WhoField:
        return self.panel.findChild(WhoField)

    def texts(self, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
        model = self.people.model()
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def text_of(self, name: str) -> str:
        return next(text for text in self.texts() if name in text)

    def hint(self) -> str:
        return self.panel.findChild(PresenceLine)._says.text()


@pytest.fixture
def shown(book: Book, bus: Bus, clock: TestClock) -> Shown:
    make(book)
    return Shown(book, bus, clock)


def events(book: Book) -> list[EventType]:
    return [one.event_type for one in book.meeting.agenda[0].proceedings if isinstance(one, Event)]


# --- the list


def test_it_shows_factions_with_counts_and_everybody(shown: Shown) -> None:
    assert shown.panel._counts.text() == "CDU 5/5   SPD 4/4   GRÜNE 3/3"
    assert shown.texts()[:3] == ["CDU  5/5", "✓ Frau Amsel0", "✓ Frau Amsel1"]
    assert shown.texts()[-2:] == ["Mitglieder", "✓ Bürgermeister Held"]
    assert "Frau Amsel0, CDU, anwesend" in shown.texts(Qt.ItemDataRole.AccessibleTextRole)


def test_space_acts_only_on_a_row_reached_by_the_arrows(shown: Shown, book: Book) -> None:
    shown.panel.focus_list()
    type_text(" ", shown.people)
    assert events(book) == []
    press("Down", shown.people)
    type_text(" ", shown.people)
    assert events(book) == [EventType.DEPARTURE]
    assert shown.text_of("Amsel1") == "– Frau Amsel1  · gegangen 18:42"
    assert shown.texts()[0] == "CDU  4/5"
    assert shown.noted == ["Frau Amsel1, CDU, nicht anwesend, gegangen 18:42"]


def test_blind_typing_does_no_harm(shown: Shown, book: Book) -> None:
    shown.panel.focus_list()
    press("Down", shown.people)
    for char in "Frau Neu fragt":
        type_text(char, shown.people)
    assert events(book) == []
    assert "".join(shown.blind) == "FrauNeufragt"


def test_headings_are_passed_over(shown: Shown, book: Book) -> None:
    shown.panel.focus_list()
    for _step in range(5):
        press("Down", shown.people)
    type_text(" ", shown.people)
    assert line_of(book, "Birke0").intervals != ()


def test_who_comes_late_and_who_is_recused_is_told(shown: Shown, book: Book, clock: TestClock) -> None:
    book.change(line_of(book, "Birke0").key, status=AttendanceStatus.EXCUSED)
    assert shown.text_of("Birke0") == "– Frau Birke0  · entschuldigt"
    shown.panel.open()
    type_text("b0\n", shown.who)
    assert shown.text_of("Birke0") == "✓ Frau Birke0  · ab 18:42"
    shown.panel.open()
    type_text("b1", shown.who)
    press("Shift+Return", shown.who)
    assert shown.text_of("Birke1") == "✓ Frau Birke1  · befangen"
    assert shown.panel._counts.text() == "CDU 5/5   SPD 3/4   GRÜNE 3/3"


def test_enter_offers_what_can_be_done(shown: Shown, book: Book) -> None:
    shown.panel.focus_list()
    press("Return", shown.people)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:3] == ["geht jetzt", "befangen im laufenden TOP", "ganze Sitzung: anwesend"]
    menu.actions()[-2].trigger()
    menu.close()
    assert line_of(book, "Amsel0").status is AttendanceStatus.UNEXCUSED
    assert events(book) == []


# --- the line


def test_a_short_form_and_enter_is_enough(shown: Shown, book: Book, clock: TestClock) -> None:
    shown.panel.open()
    wait_until(lambda: shown.who.hasFocus(), "focus in the line")
    type_text("c2")
    assert shown.hint() == "Frau Chor2 (GRÜNE) geht, 18:42 Uhr, Ö 1"
    press("Return")
    assert line_of(book, "Chor2").intervals[0].until == stamp(clock.now())
    assert events(book) == [EventType.DEPARTURE]
    assert shown.noted == ["Frau Chor2 (GRÜNE) geht, 18:42 Uhr, Ö 1"]
    assert shown.finished == 1
    shown.panel.open()
    type_text("c2\n")
    assert line_of(book, "Chor2").intervals[1].from_ == stamp(clock.now())


def test_a_time_behind_the_name_is_taken(shown: Shown, book: Book, clock: TestClock) -> None:
    shown.panel.open()
    type_text("c2 1812\n", shown.who)
    assert line_of(book, "Chor2").intervals[0].until == "2026-03-05T18:12:00+01:00"
    assert shown.noted == ["Frau Chor2 (GRÜNE) geht, 18:12 Uhr, Ö 1"]


def test_enter_does_nothing_where_several_may_be_meant(shown: Shown, book: Book) -> None:
    shown.panel.open()
    type_text("amsel\n", shown.who)
    assert events(book) == []
    assert shown.finished == 0
    assert shown.hint().startswith("Nicht eindeutig")
    type_text("3", shown.who)
    assert shown.who.text() == "Frau Amsel2"
    type_text("\n", shown.who)
    assert line_of(book, "Amsel2").intervals != ()


def test_tab_goes_to_time_item_and_deputy(shown: Shown, book: Book, clock: TestClock) -> None:
    book.change(line_of(book, "Birke0").key, status=AttendanceStatus.EXCUSED)
    shown.panel.open()
    wait_until(lambda: shown.who.hasFocus(), "focus in the line")
    type_text("re\t")
    time = QApplication.focusWidget()
    assert isinstance(time, PlainLine)
    assert time.accessibleName() == "Uhrzeit"
    type_text("1830\t\t")
    deputy = QApplication.focusWidget()
    assert deputy is not None
    assert deputy.accessibleName() == "In Vertretung für"
    press("Down")
    press("Return")
    line = line_of(book, "Reserve")
    assert (line.deputy_for, line.group) == (person(book, "Birke0"), AttendanceGroup.DEPUTY)
    assert line.intervals[0].from_ == "2026-03-05T18:30:00+01:00"


def test_esc_leaves_without_doing_anything(shown: Shown, book: Book) -> None:
    shown.panel.open()
    type_text("a1", shown.who)
    press("Esc", shown.who)
    assert (shown.finished, events(book), shown.who.text()) == (1, [], "")


def test_before_the_opening_it_sets_the_status(book: Book, bus: Bus, clock: TestClock) -> None:
    make(book, MeetingState.PREPARATION)
    shown = Shown(book, bus, clock)
    shown.panel.open()
    type_text("a1", shown.who)
    assert shown.hint() == "Frau Amsel1 (CDU): entschuldigt"
    type_text("\n", shown.who)
    assert line_of(book, "Amsel1").status is AttendanceStatus.EXCUSED
    assert events(book) == []


# --- the whole list


@pytest.fixture
def dialog(shown: Shown) -> AttendanceDialog:
    shown.panel.open_list()
    found = shown.window.findChild(AttendanceDialog)
    assert found is not None
    return found


def table(dialog: AttendanceDialog) -> Table:
    return dialog.findChild(Table)


def cells(dialog: AttendanceDialog, row: int) -> list[str]:
    model = table(dialog).model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_list_shows_everything_by_group(dialog: AttendanceDialog, book: Book) -> None:
    assert cells(dialog, 0)[:5] == ["Frau Amsel0", "Mitglieder", "CDU", "nach Mitgliedschaft", "anwesend"]
    book.change(line_of(book, "Chor2").key, group=AttendanceGroup.CHAIR, reason="Bahn", function="Vorsitzende")
    assert cells(dialog, 0)[5:7] == ["Bahn", "Vorsitzende"]


def test_a_reason_is_typed_into_its_cell(dialog: AttendanceDialog, book: Book) -> None:
    view = table(dialog)
    view.setCurrentIndex(view.model().index(0, 5))
    press("Return", view)
    editor = view.findChild(PlainLine)
    assert editor is not None
    type_text("Kur", editor)
    press("Return", editor)
    wait_until(lambda: line_of(book, "Amsel0").reason == "Kur", "the reason in the book")


def test_a_status_is_chosen_in_its_cell(dialog: AttendanceDialog, book: Book) -> None:
    model = table(dialog).model()
    model.setData(model.index(0, 4), AttendanceStatus.EXCUSED)
    assert line_of(book, "Amsel0").status is AttendanceStatus.EXCUSED
    model.setData(model.index(0, 7), person(book, "Amsel1"))
    assert line_of(book, "Amsel0").deputy_for == person(book, "Amsel1")


def test_people_are_added_and_taken_off_by_key(dialog: AttendanceDialog, book: Book) -> None:
    view = table(dialog)
    press("Ins", view)
    wait_until(lambda: isinstance(QApplication.focusWidget(), WhoField), "focus in the line for adding")
    type_text("Frau Dr. Eva Muster\n")
    assert line_of(book, "Muster").group is AttendanceGroup.GUEST
    assert view.model().index(view.currentIndex().row(), 0).data() == "Frau Dr. Muster"
    press("Del", view)
    assert len(book.meeting.attendance) == 13
    press("Ins", view)
    type_text("ams\n")
    assert len(book.meeting.attendance) == 13
    type_text("\b\b\bre\n")
    assert line_of(book, "Reserve").group is AttendanceGroup.DEPUTY
