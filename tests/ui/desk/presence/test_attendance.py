"""The right column and the whole list, worked by key events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.values import (
    AttendanceGroup,
    AttendanceStatus,
    Event,
    EventType,
    MeetingState,
    Membership,
    Person,
)
from desktop.ui.bus import Bus
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence import recusal_acts
from desktop.ui.desk.presence.attendance import AttendanceDialog
from desktop.ui.desk.presence.attendance_add import AddLine, EnterButton, MembersButton
from desktop.ui.desk.presence.attendance_entries import Entry
from desktop.ui.desk.presence.attendance_list import PeopleList
from desktop.ui.desk.presence.attendance_panel import AttendancePanel
from desktop.ui.desk.presence.presence_line import PresenceLine
from desktop.ui.desk.presence.whofield import WhoField
from desktop.ui.desk.procedure import course
from desktop.ui.parts.form import Choice
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.parts.tables import Table
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

    def counts(self) -> str:
        return self.panel._counts.text().replace("\N{NO-BREAK SPACE}", " ")

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
    assert shown.counts() == "CDU 5/5   SPD 4/4   GRÜNE 3/3"
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
    assert shown.counts() == "CDU 5/5   SPD 3/4   GRÜNE 3/3"


def test_enter_offers_what_can_be_done(shown: Shown, book: Book) -> None:
    shown.panel.focus_list()
    press("Return", shown.people)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    expected = ["geht jetzt", "befangen im laufenden TOP", "übernimmt den Vorsitz", "ganze Sitzung: anwesend"]
    assert words[:4] == expected
    menu.actions()[-2].trigger()
    menu.close()
    assert line_of(book, "Amsel0").status is AttendanceStatus.UNEXCUSED
    assert events(book) == []


@pytest.mark.parametrize("whom", ["", "für Herrn Behrens-Oltmanns"])
def test_the_time_is_never_cut_and_the_name_only_after_the_one_stood_for(shown: Shown, whom: str) -> None:
    metrics = QFontMetrics(shown.people.font())
    entry = Entry("Frau Ehlers-Wiesenthal", "key", here=True, when="ab 18:42", note="befangen", whom=whom)
    whole = metrics.horizontalAdvance(entry.shown)
    assert entry.fitted(metrics, whole) == entry.shown
    for width in range(whole - 1, whole // 2, -7):
        short = entry.fitted(metrics, width)
        assert short.startswith("✓ Frau")
        assert "  · ab 18:42  · befangen" in short
        assert "Frau Ehlers-Wiesenthal" in short or not whom or short.endswith(("für He…", "für H…"))
    assert metrics.horizontalAdvance(entry.fitted(metrics, whole * 3 // 4)) <= whole * 3 // 4


def test_what_is_cut_in_the_list_is_said_whole_by_its_tooltip(shown: Shown, book: Book) -> None:
    book.change(line_of(book, "Birke0").key, status=AttendanceStatus.EXCUSED)
    row = next(number for number, text in enumerate(shown.texts()) if "Birke0" in text)
    tip = shown.people.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Frau Birke0, SPD, nicht anwesend, entschuldigt"


def test_the_list_paints_lines_that_fit(shown: Shown, book: Book) -> None:
    book.change(person(book, "Birke0"), family_name="Birkenstein-Wiesenthal")
    book.change(line_of(book, "Birkenstein-Wiesenthal").key, status=AttendanceStatus.EXCUSED)
    row = next(number for number, text in enumerate(shown.texts()) if "Wiesenthal" in text)
    shown.window.resize(shown.people.fontMetrics().horizontalAdvance(shown.texts()[row]), 700)
    QApplication.processEvents()
    option = QStyleOptionViewItem()
    shown.people.itemDelegate().initStyleOption(option, shown.people.model().index(row, 0))
    assert option.text.startswith("– Frau")
    assert option.text.endswith("…  · entschuldigt")
    assert option.fontMetrics.horizontalAdvance(option.text) < shown.people.viewport().width()


def test_after_the_end_it_shows_who_was_there_at_the_end(shown: Shown, book: Book, clock: TestClock) -> None:
    acts.leave(book, person(book, "Amsel1"), clock.now(), book.meeting.agenda[0].key)
    recusal_acts.recuse(book, person(book, "Birke0"), book.meeting.agenda[1].key, clock.now())
    clock.forward(minutes=30)
    course.perform(book, course.Act.CLOSE, None, clock.now())
    assert shown.text_of("Amsel1") == "– Frau Amsel1  · gegangen 18:42"
    assert shown.text_of("Birke0") == "✓ Frau Birke0"
    assert shown.counts() == "CDU 4/5   SPD 4/4   GRÜNE 3/3"


def with_members(book: Book) -> None:
    """Takes everybody off the list and gives the council a chair, a member and a minute-taker."""
    for one in book.meeting.attendance:
        book.remove(one.key)
    body = book.shelf.records[book.meeting.key].parent
    council = book.meeting.organizations[0]
    for name, role in (("Neu", "Mitglied"), ("Leit", "Vorsitzende"), ("Schreib", "Protokollführer")):
        book.add(Person(family_name=name, memberships=(Membership(organization=council, role=role),)), body, "persons")


def test_members_entered_later_are_taken_over_in_one_act(shown: Shown, book: Book) -> None:
    button = shown.panel.findChild(MembersButton)
    assert button.isHidden()
    with_members(book)
    assert not button.isHidden()
    press("Return", button)
    lines = [(one.person, one.group) for one in book.meeting.attendance]
    group = AttendanceGroup
    assert lines == [
        (person(book, "Leit"), group.CHAIR),
        (person(book, "Neu"), group.MEMBER),
        (person(book, "Schreib"), group.MINUTES),
    ]
    assert [one.person for one in book.meeting.chairs] == [person(book, "Leit")]
    assert book.meeting.minute_takers == (person(book, "Schreib"),)
    assert button.isHidden()
    book.undo()
    assert (book.meeting.attendance, book.meeting.chairs, book.meeting.minute_takers) == ((), (), ())
    assert not button.isHidden()


# --- the line


def test_a_short_form_and_enter_is_enough(shown: Shown, book: Book, clock: TestClock) -> None:
    shown.panel.open()
    wait_until(lambda: shown.who.hasFocus(), "focus in the line")
    type_text("c2")
    assert shown.hint() == "Frau Chor2 (GRÜNE) geht, 18:42\N{NO-BREAK SPACE}Uhr, Ö\N{NO-BREAK SPACE}1"
    press("Return")
    assert line_of(book, "Chor2").intervals[0].until == stamp(clock.now())
    assert events(book) == [EventType.DEPARTURE]
    assert shown.noted == ["Frau Chor2 (GRÜNE) geht, 18:42\N{NO-BREAK SPACE}Uhr, Ö\N{NO-BREAK SPACE}1"]
    assert shown.finished == 1
    shown.panel.open()
    type_text("c2\n")
    assert line_of(book, "Chor2").intervals[1].from_ == stamp(clock.now())


def test_a_time_behind_the_name_is_taken(shown: Shown, book: Book, clock: TestClock) -> None:
    shown.panel.open()
    type_text("c2 1812\n", shown.who)
    assert line_of(book, "Chor2").intervals[0].until == "2026-03-05T18:12:00+01:00"
    assert shown.noted == ["Frau Chor2 (GRÜNE) geht, 18:12\N{NO-BREAK SPACE}Uhr, Ö\N{NO-BREAK SPACE}1"]


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
    wait_until(found.isActiveWindow, "the window is in front")
    return found


def table(dialog: AttendanceDialog) -> Table:
    return dialog.findChild(Table)


def cells(dialog: AttendanceDialog, row: int) -> list[str]:
    model = table(dialog).model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_list_shows_everything_by_group(dialog: AttendanceDialog, book: Book) -> None:
    assert cells(dialog, 0)[:5] == ["Frau Amsel0", "Mitglieder", "CDU", "ja", "anwesend"]
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


def test_enter_adds_and_stays_in_the_emptied_field(dialog: AttendanceDialog, book: Book) -> None:
    who = dialog.findChild(WhoField)
    who.setFocus()
    type_text("re\n")
    assert line_of(book, "Reserve").group is AttendanceGroup.DEPUTY
    wait_until(who.hasFocus, "the focus in the field")
    assert who.text() == ""
    assert said(dialog) == "Reserve (SPD) hinzugefügt (Stellvertretung)."
    type_text("a1\n")
    assert said(dialog) == "Frau Amsel1 (CDU) steht schon auf der Liste (Mitglieder)."
    assert len(book.meeting.attendance) == 14


def said(dialog: AttendanceDialog) -> str:
    return dialog.findChild(AddLine)._says.text()


@pytest.mark.parametrize("kind", [Choice, EnterButton])
def test_enter_adds_from_group_and_button(dialog: AttendanceDialog, book: Book, kind: type[QWidget]) -> None:
    line = dialog.findChild(AddLine)
    type_text("Frau Eva Muster", line.findChild(WhoField))
    line.findChild(Choice).set_value(AttendanceGroup.PRESS)
    target = line.findChild(kind)
    target.setFocus()
    press("Return", target)
    assert line_of(book, "Muster").group is AttendanceGroup.PRESS
    wait_until(line.findChild(WhoField).hasFocus, "the focus in the field")


def test_esc_does_not_drop_in_silence_what_was_typed(dialog: AttendanceDialog, book: Book) -> None:
    who = dialog.findChild(WhoField)
    type_text("Frau Eva", who)
    press("Esc", who)
    assert dialog.isVisible()
    assert said(dialog).startswith("»Frau Eva« steht noch nicht auf der Liste.")
    type_text(" M\b\b", who)
    press("Esc", who)
    assert dialog.isVisible()
    press("Esc", who)
    assert not dialog.isVisible()
    assert len(book.meeting.attendance) == 13


def test_letters_choose_nothing_in_a_closed_list(dialog: AttendanceDialog, book: Book) -> None:
    view = table(dialog)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 1))
    before = book.meeting
    type_text("v", view)
    assert book.meeting == before
    assert view.findChild(QComboBox) is None
    wait_until(lambda: not view._run.is_open, "a pause")
    type_text(" ", view)
    wait_until(lambda: view.findChild(QComboBox) is not None, "the list")
    view.setCurrentIndex(view.model().index(0, 5))
    type_text("K", view)
    wait_until(lambda: view.findChild(PlainLine) is not None, "the text of a reason")


def test_the_whole_list_takes_the_members_over_too(book: Book, shown: Shown) -> None:
    with_members(book)
    shown.panel.open_list()
    dialog = shown.window.findChild(AttendanceDialog)
    button = dialog.findChild(MembersButton)
    wait_until(button.hasFocus, "Enter takes the members")
    assert not button.isHidden()
    press("Return", button)
    assert cells(dialog, 0)[:2] == ["Leit", "Vorsitz"]
    assert button.isHidden()
