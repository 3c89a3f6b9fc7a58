"""The form of a meeting, filled by keys."""

from datetime import datetime

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from desktop.clock import BERLIN
from desktop.models.values import Land
from desktop.models.values.aside import MeetingTemplate
from desktop.ui.dialogs.meeting import Committee, Corporation, MeetingDialog, MeetingDraft
from desktop.ui.prepare.paste import AgendaPasteDialog
from tests.ui.keys import press, show, type_text, wait_until

START = datetime(2026, 3, 12, 18, 0, tzinfo=BERLIN)
TOWN = Corporation(
    key="town",
    name="Stadt Musterfeld",
    committees=(
        Committee(key="ha", name="Hauptausschuss", next_number="15", last="m14"),
        Committee(key="sv", name="Stadtvertretung", next_number="8"),
    ),
)


@pytest.fixture
def dialog() -> MeetingDialog:
    return MeetingDialog(MeetingDraft(start=START), [TOWN], new=True)


def given(dialog: MeetingDialog) -> list[MeetingDraft]:
    drafts: list[MeetingDraft] = []
    dialog.given.connect(drafts.append)
    return drafts


def test_everything_is_proposed_so_that_enter_is_enough(dialog: MeetingDialog) -> None:
    drafts = given(dialog)
    show(dialog)
    press("Return")
    assert drafts[0] == MeetingDraft(
        start=START,
        corporation="town",
        corporation_name="Stadt Musterfeld",
        committee="ha",
        committee_name="Hauptausschuss",
        number="15",
        name="15. Sitzung des Hauptausschusses",
    )
    assert not dialog.isVisible()


def test_enter_among_the_items_takes_nothing_over(dialog: MeetingDialog) -> None:
    show(dialog)
    dialog.beginning.list.setFocus()
    press("Return")
    assert dialog.isVisible()


def test_ctrl_enter_leads_to_the_first_field_that_is_needed(dialog: MeetingDialog) -> None:
    drafts = given(dialog)
    show(dialog)
    for field in (dialog.day, dialog.time):
        field.setFocus()
        field.selectAll()
        type_text("99")
    press("Ctrl+Return")
    assert dialog.day.hasFocus()
    assert dialog.day.accessibleDescription().startswith("Es fehlt noch: Datum ")
    assert dialog.time.accessibleDescription().startswith("Es fehlt noch: Uhrzeit ")
    type_text("17042026")
    assert dialog.day.accessibleDescription() == dialog.day.toolTip()
    press("Ctrl+Return")
    assert dialog.time.hasFocus()
    assert drafts == []


def test_fields_are_walked_through_by_tab(dialog: MeetingDialog) -> None:
    drafts = given(dialog)
    show(dialog)
    assert dialog.number.hasFocus()
    type_text("16\t\t17042026\t1930\tRatssaal")
    press("Return")
    draft = drafts[0]
    assert (draft.number, draft.name) == ("16", "16. Sitzung des Hauptausschusses")
    assert draft.start == datetime(2026, 4, 17, 19, 30, tzinfo=BERLIN)
    assert draft.room == "Ratssaal"


def test_tab_goes_through_the_agenda_before_ok(dialog: MeetingDialog) -> None:
    show(dialog)
    dialog.term.setFocus()
    for expected in (dialog.beginning.source, dialog.beginning.paste, dialog.beginning.list):
        press("Tab")
        assert dialog.focusWidget() is expected
    press("Tab")
    assert dialog.focusWidget() is dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok)


def test_another_committee_brings_its_own_number_and_name(dialog: MeetingDialog) -> None:
    dialog.committee.setCurrentText("Stadtvertretung")
    assert (dialog.number.text(), dialog.name.text()) == ("8", "8. Sitzung der Stadtvertretung")


def test_a_name_of_ones_own_is_not_replaced(dialog: MeetingDialog) -> None:
    show(dialog)
    dialog.name.setFocus()
    dialog.name.selectAll()
    type_text("Sondersitzung")
    dialog.number.setText("99")
    assert dialog.draft().name == "Sondersitzung"


def test_a_new_committee_and_a_new_town_have_no_keys(dialog: MeetingDialog) -> None:
    dialog.corporation.setCurrentText("Amt Beispielau")
    assert not dialog.land.isHidden()
    dialog.land.set_value(Land.SH)
    dialog.committee.setCurrentText("Amtsausschuss")
    draft = dialog.draft()
    assert (draft.corporation, draft.committee, draft.land) == (None, None, Land.SH)
    assert draft.name == "1. Sitzung des Amtsausschusses"


def test_without_a_committee_there_is_no_ok(dialog: MeetingDialog) -> None:
    dialog.committee.setCurrentText("")
    ok = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.committee.setCurrentText("Rat")
    assert ok.isEnabled()


def test_the_last_meetings_room_is_proposed_where_none_was_typed(dialog: MeetingDialog) -> None:
    asked: list[str] = []
    dialog.committeeChosen.connect(asked.append)
    dialog.ask_for_proposals()
    assert asked == ["m14"]
    dialog.place.setText("Am Hafen 2")
    dialog.propose("m14", "Saal", "Am Markt 1", "XIII")
    draft = dialog.draft()
    assert (draft.room, draft.place, draft.term) == ("Saal", "Am Hafen 2", "XIII")


def test_another_body_does_not_keep_the_room_of_the_one_before(dialog: MeetingDialog) -> None:
    show(dialog)
    dialog.propose("m14", "Saal", "Am Markt 1", "XIII")
    dialog.room.setFocus()
    dialog.room.selectAll()
    type_text("Aula")
    dialog.corporation.setFocus()
    press("Ctrl+A")
    type_text("Stadt Lindau")
    draft = dialog.draft()
    assert (draft.room, draft.place, draft.term) == ("Aula", "", "")
    dialog.propose("m14", "Saal", "Am Markt 1", "XIII")  # the answer comes too late
    assert dialog.place.text() == ""


def test_the_time_of_the_last_meeting_is_proposed_and_a_template_goes_before_it(dialog: MeetingDialog) -> None:
    dialog.propose("m14", "", "", "", "17:30")
    assert dialog.time.text() == "17:30"
    dialog.take_template(MeetingTemplate(time="17:00"))
    dialog.propose("m14", "", "", "", "17:30")
    assert dialog.time.text() == "17:00"
    dialog.committee.setCurrentText("Stadtvertretung")
    assert dialog.time.text() == "18:00"
    dialog.time.set_text("20:00")
    dialog.take_template(MeetingTemplate(time="17:00"))
    assert dialog.time.text() == "20:00"


def test_a_day_is_typed_over_and_tab_goes_to_the_next_field(dialog: MeetingDialog) -> None:
    show(dialog)
    dialog.day.setFocus()
    press("Ctrl+A")
    type_text("22.11.2026\t19.30\tRatssaal")
    assert dialog.draft().start == datetime(2026, 11, 22, 19, 30, tzinfo=BERLIN)
    assert (dialog.room.text(), dialog.day.text(), dialog.time.text()) == ("Ratssaal", "22.11.2026", "19:30")


def test_the_arrows_go_to_another_day_and_time(dialog: MeetingDialog) -> None:
    show(dialog)
    dialog.day.setFocus()
    press("Up")
    dialog.time.setFocus()
    press("Down")
    assert dialog.draft().start == datetime(2026, 3, 13, 17, 45, tzinfo=BERLIN)


def test_a_day_that_is_none_is_asked_for(dialog: MeetingDialog) -> None:
    drafts = given(dialog)
    show(dialog)
    dialog.day.setFocus()
    press("Ctrl+A")
    type_text("31.2.2026")
    press("Return")
    assert drafts == []
    assert dialog.isVisible()
    assert dialog.day.text() == "31.2.2026"


def test_escape_gives_nothing(dialog: MeetingDialog) -> None:
    drafts = given(dialog)
    show(dialog)
    press("Esc")
    assert drafts == []
    assert not dialog.isVisible()


def test_the_line_inside_a_list_has_a_name_too(dialog: MeetingDialog) -> None:
    for field in (dialog.committee, dialog.corporation):
        assert [line.accessibleName() for line in field.findChildren(QLineEdit)] == [field.accessibleName()]


def test_a_date_in_a_field_of_words_is_asked_about_once(dialog: MeetingDialog) -> None:
    drafts = given(dialog)
    show(dialog)
    dialog.place.setFocus()
    type_text("22.11.2026\t19:30")
    press("Ctrl+Return")
    assert drafts == []
    assert dialog.place.hasFocus()
    assert dialog.place.selectedText() == "22.11.2026"
    type_text("Eiderfleth")
    press("Return")
    assert drafts == []
    assert dialog.occasion.hasFocus()
    press("Return")
    assert (drafts[0].place, drafts[0].occasion) == ("Eiderfleth", "19:30")


def test_the_text_of_an_agenda_is_pasted_from_the_beginning(dialog: MeetingDialog) -> None:
    drafts = given(dialog)
    show(dialog)
    assert dialog.beginning.paste.isVisible()
    QGuiApplication.clipboard().setText("1. Eröffnung\n2. Haushalt\nNichtöffentlicher Teil\n1. Kauf")
    dialog.beginning.source.setFocus()
    press("Ctrl+V")
    (paste,) = dialog.findChildren(AgendaPasteDialog)
    wait_until(paste.isActiveWindow)
    press("Ctrl+Return")
    show(dialog)
    assert dialog.beginning.paste.hasFocus()
    dialog.committee.setCurrentText("Stadtvertretung")
    press("Ctrl+Return")
    assert [(one.name, one.public) for one in drafts[0].agenda] == [
        ("Eröffnung", True),
        ("Haushalt", True),
        ("Kauf", False),
    ]


def test_another_day_asks_anew_what_was_put_off_before(dialog: MeetingDialog) -> None:
    asked: list[str] = []
    dialog.ask_for_proposals()
    dialog.agendaWanted.connect(asked.append)
    show(dialog)
    dialog.day.setFocus()
    press("Tab")
    assert asked == []
    dialog.day.setFocus()
    press("Up")
    press("Tab")
    assert asked == ["ha"]
