"""Tables: columns as data, edited in place by keys."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.ui.parts.form import Choice
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from tests.ui.keys import press, show, type_text, wait_until


@dataclass
class Thing:
    name: str
    size: int
    kind: str = "a"


def rename(thing: Thing, text: str) -> None:
    thing.name = text


def rekind(thing: Thing, kind: str) -> None:
    thing.kind = kind


COLUMNS = (
    Column[Thing]("Name", lambda row: row.name, write=rename, wide=True),
    Column[Thing]("Size", lambda row: f"{row.size} KB", lambda row: row.size, right=True),
    Column[Thing](
        "Kind",
        lambda row: row.kind.upper(),
        write=rekind,
        options=lambda: [("a", "A"), ("b", "B")],
        value=lambda row: row.kind,
    ),
)


@pytest.fixture
def model() -> RowsModel[Thing]:
    made: RowsModel[Thing] = RowsModel(COLUMNS)
    made.set_rows([Thing("eins", 10), Thing("zwei", 9)])
    return made


@pytest.fixture
def table(model: RowsModel[Thing]) -> Table:
    made = Table("Dinge", by_cell=True)
    made.setModel(model)
    made.fit()
    made.resize(500, 200)
    show(made)
    made.setFocus()
    return made


def test_the_model_keeps_qts_rules(model: QAbstractItemModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_roles(model: RowsModel[Thing]) -> None:
    index = model.index(0, 1)
    assert (index.data(), index.data(ROW_ROLE)) == ("10 KB", model.rows[0])
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Größe: 10 KB"


def test_sorting_goes_by_native_values_and_filtering_by_words(model: RowsModel[Thing]) -> None:
    model.sort(1)
    assert [row.size for row in model.rows] == [9, 10]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert [row.name for row in model.rows] == ["zwei", "eins"]
    model.filter("KB ei 10")
    assert [row.name for row in model.rows] == ["eins"]
    model.filter("")
    assert [row.name for row in model.rows] == ["zwei", "eins"]


def test_typing_edits_a_cell(table: Table, model: RowsModel[Thing]) -> None:
    table.setCurrentIndex(model.index(1, 0))
    press("Return")
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.accessibleName() == "Name"
    type_text("drei\n")
    wait_until(lambda: model.rows[1].name == "drei")


def test_options_are_chosen_by_key(table: Table, model: RowsModel[Thing]) -> None:
    table.setCurrentIndex(model.index(0, 2))
    press("Return")
    editor = QApplication.focusWidget()
    assert isinstance(editor, Choice)
    assert editor.value() == "a"
    wait_until(lambda: QApplication.activePopupWidget() is not None)
    press("Down", editor.view())
    press("Return", editor.view())
    wait_until(lambda: model.rows[0].kind == "b")


def test_enter_opens_what_cannot_be_edited_and_the_other_keys_tell(table: Table, model: RowsModel[Thing]) -> None:
    opened: list[QModelIndex] = []
    told: list[str] = []
    table.opened.connect(opened.append)
    table.removal.connect(lambda _index: told.append("del"))
    table.addition.connect(lambda: told.append("ins"))
    table.setCurrentIndex(model.index(1, 1))
    press("Return")
    press("Del")
    press("Ins")
    assert [index.row() for index in opened] == [1]
    assert told == ["del", "ins"]


def test_tab_leaves_the_table(model: RowsModel[Thing]) -> None:
    window = QWidget()
    table, line = Table("Dinge", window, by_cell=True), QLineEdit(window)
    table.setModel(model)
    show(window)
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    press("Tab")
    assert QApplication.focusWidget() is line
    assert table.currentIndex() == model.index(0, 0)
