"""The blocks of the Document as paragraphs and tables of Word."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from desktop.export.document import (
    Block,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Table,
)
from desktop.export.flow import keeps_with_next
from desktop.export.styles import Sheet, TextStyle
from desktop.export.word import names
from desktop.export.word.drawings import picture_xml
from desktop.export.word.markup import Line
from desktop.export.word.references import References
from desktop.export.word.tables import Column, TableWriter

_GAP = TextStyle(1, line=1.0)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """An ordered list of the document: its number, its level among lists, and where it starts to count."""

    number: int
    level: int
    start: int


class Body:
    """Turns blocks into WordprocessingML; ``lists`` are the ordered lists it met, for the numbering part.

    ``bullets`` is the number of the list that all bullets share, ordered lists
    get the numbers after it.
    """

    def __init__(self, sheet: Sheet, column: Column, references: References, bullets: int) -> None:
        self._sheet = sheet
        self._column = column
        self._references = references
        self._bullets = bullets
        self.lists: list[NumberedList] = []

    def xml(self, blocks: tuple[Block, ...]) -> str:
        """All blocks. Word has no distances around tables: the paragraphs beside them give them."""
        written: list[str] = []
        before: Block | None = None
        new_page = False
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, PageBreak):
                new_page = True
                continue
            keep = keeps_with_next(block, following)
            if isinstance(block, Table):
                if isinstance(before, Table) or new_page:
                    written.append(self._gap(before, block, new_page))
                writer = TableWriter(block, self._sheet.tables[block.role], self._column, self._references)
                written.append(writer.xml(keep_last=keep))
            else:
                lines = self._lines(block, keep)
                written += [
                    line.xml(self._references) for line in self._beside_tables(lines, before, following, new_page)
                ]
            before, new_page = block, False
        if isinstance(before, Table):
            written.append(Line(names.GAP, _GAP).xml(self._references))
        return "".join(written)

    def _gap(self, before: Block | None, table: Table, new_page: bool) -> str:
        """A thin paragraph between two tables, which would be one without it, or at the top of a page."""
        distance = self._sheet.tables[table.role].before
        if isinstance(before, Table) and not new_page:
            distance = max(distance, self._sheet.tables[before.role].after)
        line = Line(names.GAP, _GAP, new_page=new_page, after=max(distance - 1, 0), keep=True)
        return line.xml(self._references)

    def _beside_tables(
        self, lines: list[Line], before: Block | None, following: Block | None, new_page: bool
    ) -> list[Line]:
        if not lines:
            return []
        first = lines[0]
        if isinstance(before, Table) and not new_page:
            first = replace(first, before=max(first.look.before, self._sheet.tables[before.role].after))
        lines[0] = replace(first, new_page=new_page)
        last = lines[-1]
        if isinstance(following, Table):
            lines[-1] = replace(last, after=max(last.look.after, self._sheet.tables[following.role].before))
        return lines

    def _lines(self, block: Heading | Paragraph | ListBlock | Figure | Rule, keep: bool) -> list[Line]:
        match block:
            case Heading():
                return [Line(names.heading(block.level), self._sheet.heading(block.level), block.runs)]
            case Paragraph():
                return [Line(names.ROLES[block.role], self._sheet.roles[block.role], block.runs, keep=keep)]
            case ListBlock():
                lines = self._list(block, 0)
                after = self._sheet.roles[ParagraphRole.BODY].after
                last = (replace(line, look=replace(line.look, after=after), after=after) for line in lines[-1:])
                lines[-1:] = [replace(line, keep=keep) for line in last]
                return lines
            case Figure():
                picture = self._references.picture(block.data, block.height, self._column.width)
                return [Line(names.FIGURE, _GAP, keep=keep, drawing=picture_xml(picture, block.alt))]
            case Rule():
                return [Line(names.RULE, TextStyle(2, before=8, after=10), keep=keep)]

    def _list(self, block: ListBlock, depth: int) -> list[Line]:
        """A list; every ordered one counts for itself."""
        level = min(depth, names.LIST_LEVELS - 1)
        number, style = self._bullets, names.BULLET
        if block.start is not None:
            number, style = self._bullets + 1 + len(self.lists), names.NUMBER
            self.lists.append(NumberedList(number, level, block.start))
        return [line for item in block.items for line in self._item(item, depth, style, (number, level))]

    def _item(self, item: ListItem, depth: int, style: tuple[str, str], number: tuple[int, int]) -> list[Line]:
        lines = [Line(style, self._sheet.item, item.runs, number=number)]
        for child in item.children:
            if isinstance(child, ListBlock):
                lines += self._list(child, depth + 1)
            else:
                indent = self._sheet.list_indent * (number[1] + 1)
                lines.append(Line(names.CONTINUE, self._sheet.item, child.runs, indent=indent))
        return lines
