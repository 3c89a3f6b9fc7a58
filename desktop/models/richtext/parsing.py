"""Text to blocks: markdown-it with everything switched off that the session file does not list."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from desktop.models.richtext.blocks import (
    Alignment,
    Block,
    Heading3,
    List,
    ListItem,
    Paragraph,
    Run,
    Runs,
    Table,
    tidy,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: lists within lists; deeper ones are literal text. Word has nine levels.
DEEPEST_LIST = 9

_HEADING = re.compile(r"###[ \t]+(?!#+[ \t]*$)\S")
# markdown-it ends a list after an empty point and two empty lines; CommonMark makes no difference to one.
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
#: what would be a horizontal rule and is literal
RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$")
# Only from the first backslash of a row on, else a long row would be walked over and over.
_BEFORE_MARK = re.compile(r"(?<!\\)\\++⟦")


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text.

    Redaction marks are ordinary characters here (resolve them first where the text is printed); a backslash before ⟦
    belongs to the mark and stays.
    """
    text = _EMPTY_LINES.sub("\n\n", text.replace("\r\n", "\n"))
    return _Reader(_markdown().parse(text)).blocks()


def parse_inline(text: str) -> Runs:
    """The runs of one line of text, without looking for blocks."""
    (token,) = _markdown().parseInline(text)
    return _runs(token)


@cache
def _markdown() -> "MarkdownIt":
    # A start without any text need not pay for the import.
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import heading, list_block

    def literal(_state: "StateBlock", _start: int, _end: int, _silent: bool) -> bool:
        """Indented code stays literal; while a rule of this name is on, list markers so far in are none."""
        return False

    def heading_three(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
        return bool(_HEADING.match(_line(state, start))) and heading(state, start, end, silent)

    def shallow_list(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
        # markdown-it drops what is nested too deep; a list has two levels, its own and that of its items.
        if state.level >= 2 * DEEPEST_LIST or RULE.match(_line(state, start)):
            return False
        return list_block(state, start, end, silent)

    def literal_rule(state: "StateBlock", start: int, _end: int, silent: bool) -> bool:
        """``* * *`` is literal, not a point of the list before it."""
        return silent and bool(RULE.match(_line(state, start)))

    def before_mark(state: "StateInline", silent: bool) -> bool:
        match = _BEFORE_MARK.match(state.src, state.pos)
        if match and not silent:
            state.append_pending(match.group())
        state.pos = match.end() if match else state.pos
        return match is not None

    md = MarkdownIt("zero", {"maxNesting": 4 * DEEPEST_LIST})
    md.enable(["table", "heading", "list", "code", "newline", "escape", "emphasis"])
    interrupting = {"alt": ["paragraph", "reference", "blockquote"]}
    md.block.ruler.at("code", literal)
    md.block.ruler.at("heading", heading_three, interrupting)  # type: ignore[arg-type]
    md.block.ruler.at("list", shallow_list, interrupting)  # type: ignore[arg-type]
    md.block.ruler.before("list", "literal_rule", literal_rule, {"alt": ["list"]})
    md.inline.ruler.before("escape", "before_mark", before_mark)
    return md


def _line(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


class _Reader:
    """Takes the flat tokens of markdown-it one by one; lists nest at most ``DEEPEST_LIST`` deep."""

    def __init__(self, tokens: "list[Token]") -> None:
        self._tokens = iter(tokens)

    def blocks(self) -> tuple[Block, ...]:
        """The blocks up to the end of whatever holds them."""
        out: list[Block] = []
        for token in self._tokens:
            match token.type:
                case "paragraph_open" | "heading_open":
                    out.extend(self._text(Paragraph if token.type == "paragraph_open" else Heading3))
                case "bullet_list_open" | "ordered_list_open":
                    out.append(self._list(token))
                case "table_open":
                    out.append(self._table())
                case _:
                    break
        return tuple(out)

    def _text(self, kind: type[Paragraph] | type[Heading3]) -> list[Block]:
        runs = _runs(next(self._tokens))
        next(self._tokens)
        return [kind(runs)] if runs else []

    def _list(self, token: "Token") -> List:
        items = tuple(self._items())
        if token.type == "bullet_list_open":
            return List(items)
        return List(items, int(token.attrs.get("start", 1)), token.markup)

    def _items(self) -> Iterator[ListItem]:
        while next(self._tokens).type == "list_item_open":
            yield ListItem(self.blocks())

    def _table(self) -> Table:
        rows: list[list[Runs]] = []
        alignments: list[Alignment | None] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(_runs(token))
            elif token.type == "th_open":
                style = str(token.attrs.get("style", ""))
                alignments.append(Alignment(style.removeprefix("text-align:")) if style else None)
        header, *body = (tuple(row) for row in rows)
        return Table(header, tuple(body), tuple(alignments))


def _runs(inline: "Token") -> Runs:
    bold = italic = 0
    runs: list[Run] = []
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "softbreak":
                runs.append(Run(" ", bold > 0, italic > 0))
            case "hardbreak":
                runs.append(Run("\n", bold > 0, italic > 0))
            case _:
                runs.append(Run(token.content, bold > 0, italic > 0))
    return tidy(runs)
