"""The last step, in one place for all formats: no empty lines, no gaps between headings, no undrawable characters."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from desktop.export.document import Block, Document, Heading, Paragraph, plain
from desktop.export.glyphs import replace_uncovered

#: no text that anybody reads
_KEPT = frozenset({"language", "created"})


def tidy(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without empty headings and paragraphs, no level of headings left out, nothing kept with nothing.

    A house may leave a label empty, and a person may leave a title empty; neither must leave a hole.
    """
    kept: list[Block] = []
    deepest = 0
    for block in blocks:
        if isinstance(block, Heading | Paragraph) and not plain(block.runs).strip():
            continue
        if isinstance(block, Heading):
            deepest = min(block.level, deepest + 1)
            block = replace(block, level=deepest)
        kept.append(block)
    if kept and isinstance(last := kept[-1], Paragraph) and last.keep_with_next:
        kept[-1] = replace(last, keep_with_next=False)
    return tuple(kept)


def with_covered_text(document: Document) -> tuple[Document, frozenset[str]]:
    """The document as every format can print it, and the characters that were replaced."""
    missing: set[str] = set()
    changes = {
        field.name: _covered(getattr(document, field.name), missing)
        for field in fields(document)
        if field.name not in _KEPT
    }
    return replace(document, **changes), frozenset(missing)


def _covered(value: Any, missing: set[str]) -> Any:
    """The value with all its strings made printable; parts that need no change are kept as they are."""
    if isinstance(value, str) and not isinstance(value, Enum):
        text, found = replace_uncovered(value)
        missing |= found
        return text
    if isinstance(value, tuple):
        parts = tuple(_covered(part, missing) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        changes = {name: new for name, old in pairs if (new := _covered(old, missing)) is not old}
        return replace(value, **changes) if changes else value
    return value
