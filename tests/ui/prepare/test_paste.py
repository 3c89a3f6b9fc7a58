"""The dialog of a pasted agenda, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from desktop.models.rules.agenda_plan import PlannedItem
from desktop.models.values import AgendaItem
from desktop.ui.prepare.paste import AgendaPasteDialog
from tests.ui.keys import press, show, type_text, wait_until

TEXT = "Einladung\nÖ 1\tEröffnung\nÖ 2\tHaushalt\tVO/2026/029\nN 1\tKauf\n"


@pytest.fixture
def dialog() -> AgendaPasteDialog:
    made = AgendaPasteDialog((AgendaItem(key="1", name="eröffnung"),))
    show(made)
    made.text.insertPlainText(TEXT)
    return made


def given(dialog: AgendaPasteDialog) -> list[tuple[tuple[PlannedItem, ...], bool]]:
    found: list[tuple[tuple[PlannedItem, ...], bool]] = []
    dialog.given.connect(lambda items, replacing: found.append((items, replacing)))
    return found


def take(dialog: AgendaPasteDialog) -> None:
    button = dialog.findChildren(QDialogButtonBox)[0].buttons()
    next(one for one in button if "übernehmen" in one.text()).click()


def test_what_is_there_already_is_left_out_until_it_is_wanted(dialog: AgendaPasteDialog) -> None:
    found = given(dialog)
    assert [row.take for row in dialog._model.rows] == [False, True, True]
    read = [dialog._model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert [words.rpartition(": ")[2] for words in read] == ["nein", "ja"]
    assert dialog.left_out.toPlainText() == "Einladung"
    dialog.table.setFocus()
    press("Space")
    press("Down")
    press("Space")
    take(dialog)
    assert [(one.name, one.public) for one in found[0][0]] == [("Eröffnung", True), ("Kauf", False)]
    assert found[0][1] is False


def test_each_cell_can_be_changed_before(dialog: AgendaPasteDialog) -> None:
    found = given(dialog)
    dialog.table.setCurrentIndex(dialog._model.index(1, 3))
    dialog.table.setFocus()
    press("F2")
    type_text("Nachtrag\n")
    wait_until(lambda: dialog._model.rows[1].item.name == "Nachtrag")
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog._model.index(1, 4))
    press("F2")
    type_text("VO/1, VO/2\n")
    wait_until(lambda: len(dialog._model.rows[1].item.references) == 2)
    take(dialog)
    assert found[0][0][0] == PlannedItem(name="Nachtrag", number="2", references=("VO/1", "VO/2"))


def test_nothing_understood_is_nothing_taken(dialog: AgendaPasteDialog) -> None:
    dialog.text.setPlainText("Guten Tag")
    button = dialog.findChildren(QDialogButtonBox)[0].buttons()
    assert not next(one for one in button if "ernehmen" in one.text()).isEnabled()
    assert dialog.left_out.toPlainText() == "Guten Tag"


def test_a_line_goes_a_level_down_by_key(dialog: AgendaPasteDialog) -> None:
    dialog.table.setCurrentIndex(dialog._model.index(1, 0))
    dialog.table.setFocus()
    press("Alt+Right")
    assert dialog._model.rows[1].item.number == "1.1"
    press("Alt+Left")
    assert dialog._model.rows[1].item.number == "2"


def test_what_was_changed_stays_while_the_text_goes_on(dialog: AgendaPasteDialog) -> None:
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog._model.index(1, 3))
    press("F2")
    type_text("Nachtrag\n")
    wait_until(lambda: dialog._model.rows[1].item.name == "Nachtrag")
    dialog.table.setCurrentIndex(dialog._model.index(2, 0))
    dialog.table.setFocus()
    press("Space")
    dialog.text.appendPlainText("N 2\tPersonal")
    assert [(row.item.name, row.take) for row in dialog._model.rows] == [
        ("Eröffnung", False),
        ("Nachtrag", True),
        ("Kauf", False),
        ("Personal", True),
    ]


def test_a_doubtful_part_is_named_until_somebody_says_which(dialog: AgendaPasteDialog) -> None:
    dialog.text.setPlainText("1. Eröffnung\nNichtöffentliche Anfragen\n2. Kauf")
    line = dialog._model.rows[1]
    assert (line.item.public, dialog._model.index(1, 5).data()) == (False, "öffentlich? bitte prüfen")
    dialog._change(line, public=True)
    assert dialog._model.index(1, 5).data() == ""


def test_a_group_goes_a_level_down_whole(dialog: AgendaPasteDialog) -> None:
    dialog.text.setPlainText("1. Bau\n2. Plan\n2.1 Straße\n3. Schule")
    dialog.table.setCurrentIndex(dialog._model.index(1, 0))
    dialog.table.setFocus()
    press("Alt+Right")
    assert [row.item.number for row in dialog._model.rows] == ["1", "1.1", "1.1.1", "3"]


def test_ctrl_enter_takes_over_from_the_text(dialog: AgendaPasteDialog) -> None:
    found = given(dialog)
    dialog.text.setFocus()
    press("Ctrl+Return")
    assert [one.name for one in found[0][0]] == ["Haushalt", "Kauf"]
    assert not dialog.isVisible()
