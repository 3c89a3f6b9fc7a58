"""What stays on paper, and how tables are made plain for those who hear them."""

from desktop.export.document import Scope, Table, cell
from desktop.export.flow import printable, without_idle_columns


def test_a_column_in_which_nothing_begins_gives_its_room_to_the_one_before() -> None:
    rows = ((cell("Gremium:", Scope.ROW), cell("Rat", colspan=3)), (cell("Vorlage", colspan=4),))
    table = Table(rows, "Sitzung", (1.0, 2.0, 3.0, 4.0))
    (plain,) = printable((table,))
    assert isinstance(plain, Table)
    assert plain.widths == (1.0, 9.0)
    assert [[one.colspan for one in row] for row in plain.rows] == [[1, 1], [2]]
    assert [[one.scope for one in row] for row in plain.rows] == [[one.scope for one in row] for row in rows]


def test_a_table_in_which_each_column_is_used_stays_as_it_is() -> None:
    table = Table(((cell("a"), cell("b")), (cell("c", colspan=2),)), "", (1.0, 1.0))
    assert without_idle_columns(table) is table


def test_columns_that_only_the_widths_name_are_gone() -> None:
    table = Table(((cell("a"), cell("b")),), "", (1.0, 1.0, 2.0))
    assert without_idle_columns(table).widths == (1.0, 3.0)
