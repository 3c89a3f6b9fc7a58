"""Tables of labels and values: the heads of all documents."""

from collections.abc import Iterable

from desktop.export.compose.context import runs
from desktop.export.document import Cell, Scope, Table, TableRole, cell

#: a label with its value
Field = tuple[str, str]

_TWO_PAIRS = (1.0, 2.2, 1.1, 2.0)
_ONE_PAIR = (1.0, 2.2)


def field_list(fields: Iterable[Field], summary: str) -> list[Table]:
    """One field a line; fields without a value are left out, a table without fields too."""
    rows = tuple(
        (cell(label, Scope.ROW), Cell(tuple(map(runs, value.split("\n"))))) for label, value in fields if value
    )
    return [Table(rows, summary, _ONE_PAIR, TableRole.FIELDS)] if rows else []


def field_grid(lines: Iterable[tuple[Field, ...] | str], summary: str) -> list[Table]:
    """Up to two fields a line, as on the pages of ALLRIS 3; a string is a line of its own across the table.

    Fields without a value are left out, the one beside them then has the line to itself.
    """
    rows = tuple(row for line in lines if (row := _line(line)))
    return [Table(rows, summary, _TWO_PAIRS, TableRole.FIELDS)] if rows else []


def _line(line: tuple[Field, ...] | str) -> tuple[Cell, ...]:
    if isinstance(line, str):
        return (cell(line, colspan=4),) if line else ()
    known = [field for field in line if field[1]]
    span = 3 if len(known) == 1 else 1
    return tuple(part for label, value in known for part in (cell(label, Scope.ROW), cell(value, colspan=span)))
