"""Tables of a pasted page: merged cells taken apart, tables that only arrange the page dissolved. No Qt here."""

from dataclasses import dataclass, field
from itertools import chain

from desktop.models.richtext import Alignment, Table
from desktop.ui.richtext.lines import Line, LineKind, flat, table_lines

#: merged cells are taken apart up to here
_WIDEST = 50
#: a table with more cells than this is pasted as text, one paragraph for each row
_MOST_CELLS = 20_000


@dataclass(slots=True)
class Cell:
    """A cell of the page: its lines, and over how many columns and rows it goes, as written."""

    lines: list[Line]
    columns: str = ""
    rows: str = ""
    side: Alignment | None = None


@dataclass(slots=True)
class OpenTable:
    """A table that is being read."""

    rows: list[list[Cell]] = field(default_factory=list)
    in_cell: bool = False

    def lines(self) -> list[Line]:
        """The table as lines. One column, or tables within, only arrange the page: its paragraphs follow each other."""
        grid = self._grid()
        cells = [cell for row in self.rows for cell in row]
        within = any(line.kind is LineKind.TABLE for cell in cells for line in cell.lines)
        if within or max(map(len, grid), default=0) < 2:
            return list(chain.from_iterable(cell.lines for cell in cells))
        rows = [row for row in (tuple(map(flat, line)) for line in grid) if any(row)]
        if not rows:
            return []
        width = max(map(len, rows))
        if width * len(rows) > _MOST_CELLS:
            return [Line(runs=flat([Line(runs=runs) for runs in row])) for row in rows]
        header, *rest = (row + ((),) * (width - len(row)) for row in rows)
        return table_lines(Table(header, tuple(rest), tuple(map(self._side, range(width)))))

    def _side(self, column: int) -> Alignment | None:
        """How a column is set: as all its cells are, where none is merged."""
        sides = {row[column].side if column < len(row) else None for row in self.rows}
        return sides.pop() if len(sides) == 1 else None

    def _grid(self) -> list[list[list[Line]]]:
        """Each cell at its first place; the other places it goes over are empty."""
        grid: list[list[list[Line]]] = []
        taken: dict[int, int] = {}
        for row in self.rows:
            out: list[list[Line]] = []
            for cell in row:
                while len(out) in taken:
                    out.append([])
                rows = _span(cell.rows)
                place = len(out)
                out.append(cell.lines)
                out += [[] for _ in range(_span(cell.columns) - 1) if len(out) < _WIDEST]
                taken.update(dict.fromkeys(range(place, len(out)), rows) if rows > 1 else {})
            while len(out) in taken:
                out.append([])
            taken = {column: left - 1 for column, left in taken.items() if left > 1}
            grid.append(out)
        return grid


def _span(written: str) -> int:
    return min(int(written), _WIDEST) if written.isdecimal() and len(written) < 5 and int(written) else 1
