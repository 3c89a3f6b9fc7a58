"""The text of minutes: a narrow CommonMark as frozen blocks, and the marks for what is not for publication.

``parse`` and ``serialize`` are shared by the editor and the documents; ``redact`` and ``reveal`` resolve the redaction
marks of any string and come before ``parse`` wherever a text is printed.
"""

from desktop.models.richtext.blocks import Alignment, Block, Heading3, List, ListItem, Paragraph, Run, Runs, Table
from desktop.models.richtext.parsing import parse
from desktop.models.richtext.redaction import redact, reveal
from desktop.models.richtext.writing import escape_plain, serialize

__all__ = [
    "Alignment",
    "Block",
    "Heading3",
    "List",
    "ListItem",
    "Paragraph",
    "Run",
    "Runs",
    "Table",
    "escape_plain",
    "parse",
    "redact",
    "reveal",
    "serialize",
]
