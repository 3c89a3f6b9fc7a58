"""The body text of written files, read by other eyes than those that wrote it.

Running lines, repeated header rows, list labels and everything else that a PDF marks as an artifact stay out.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from tests.export.samples import squeezed


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch of text that hangs on the structure tree: page from 0, marked-content id, types of what holds it."""

    page: int
    mark: int
    types: tuple[str, ...]

    @property
    def is_label(self) -> bool:
        return "Lbl" in self.types

    @property
    def is_heading(self) -> bool:
        return any(re.fullmatch(r"H[1-6]?", one) for one in self.types)


def as_drawn(path: Path) -> str:
    """Text of a PDF in the order in which it is drawn, without artifacts and list labels."""
    labels = {(leaf.page, leaf.mark) for leaf in leaves(path) if leaf.is_label}
    return "".join(
        text for page, drawn in enumerate(marked(path)) for mark, text in drawn if (page, mark) not in labels
    )


def without_labels(path: Path) -> str:
    """Text of a PDF as drawn, without what looks like a list label: LibreOffice tags bullets as part of the text."""
    return "".join(text for drawn in marked(path) for _, text in drawn if not _LABEL.fullmatch(text.strip()))


_LABEL = re.compile(r"[•–◦▪]|\d+\.")


def as_read_out(path: Path) -> str:
    """Text of a PDF as its structure tree tells it: what a screen reader says, without list labels."""
    texts: dict[tuple[int, int], str] = {}
    for page, drawn in enumerate(marked(path)):
        for mark, text in drawn:
            texts[page, mark] = texts.get((page, mark), "") + text
    return "".join(texts.get((leaf.page, leaf.mark), "") for leaf in leaves(path) if not leaf.is_label)


def feet(path: Path) -> list[tuple[Leaf, str]]:
    """The last text above the running lines of each page but the last, and where it hangs on the tree."""
    held = {(leaf.page, leaf.mark): leaf for leaf in leaves(path)}
    last = [(page, *[one for one in drawn if squeezed(one[1])][-1]) for page, drawn in enumerate(marked(path)) if drawn]
    return [(held[page, mark], text) for page, mark, text in last[:-1]]


def marked(path: Path) -> list[list[tuple[int, str]]]:
    """What is drawn on each page and no artifact: marked-content id (-1: none) and text, in order."""
    with pypdfium2.PdfDocument(path) as file:
        made = []
        for number in range(len(file)):
            page = file[number]
            text = page.get_textpage()
            made.append([_told(one, text.raw) for one in _text_objects(page.raw) if not _is_artifact(one)])
            text.close()
            page.close()
        return made


def _text_objects(page: Any) -> Iterator[Any]:
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        one = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_TEXT:
            yield one


def _told(one: Any, text_page: Any) -> tuple[int, str]:
    size = pdfium.FPDFTextObj_GetText(one, text_page, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFTextObj_GetText(one, text_page, buffer, size)
    text = bytes(buffer).decode("utf-16-le").rstrip("\0")
    # PDFium's mark of a hyphen at the end of a line
    return pdfium.FPDFPageObj_GetMarkedContentID(one), text.replace("\x02", "-")


def _is_artifact(one: Any) -> bool:
    size = ctypes.c_ulong()
    for number in range(pdfium.FPDFPageObj_CountMarks(one)):
        buffer = (ctypes.c_ushort * 64)()
        pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(one, number), buffer, 128, size)
        if bytes(buffer).decode("utf-16-le").split("\0")[0] == "Artifact":
            return True
    return False


def leaves(path: Path) -> list[Leaf]:
    """What hangs on the structure tree, in its order; nothing where there is none."""
    with pikepdf.open(path) as file:
        numbers = {page.objgen: number for number, page in enumerate(file.pages)}
        root = file.Root.get("/StructTreeRoot")
        return [] if root is None else [*_below(root, None, (), numbers)]


def _below(node: Any, page: Any, types: tuple[str, ...], numbers: dict[Any, int]) -> Iterator[Leaf]:
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield Leaf(numbers[page], kid, types)
            continue
        its_page = kid.Pg.objgen if "/Pg" in kid else page
        if "/MCID" in kid:
            yield Leaf(numbers[its_page], int(kid.MCID), types)
        elif kid.get("/Type") != "/OBJR":
            yield from _below(kid, its_page, (*types, str(kid.get("/S", "/"))[1:]), numbers)


def first_difference(one: str, other: str) -> str:
    """Where two texts part, with what stands around it."""
    place = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"at {place}: …{one[max(0, place - 40) : place]}⟦{one[place : place + 40]}⟧ ≠ ⟦{other[place : place + 40]}⟧"


_INLINE = frozenset({"a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup", "u", "wbr"})
_SET = re.compile(r"•|\d+\.|:+|[_=]+|-{3,}")


def words(text: str) -> list[str]:
    """The words of a text without list labels and drawn lines; a colon behind a word does not count."""
    return [word.rstrip(":") for word in map(squeezed, text.split()) if word and not _SET.fullmatch(word)]


class _Page(HTMLParser):
    """Words of the body of a page, those of header rows apart; every tag that is not inline parts words."""

    def __init__(self) -> None:
        super().__init__()
        self.body: list[str] = []
        self.headers: list[str] = []
        self._into: list[list[str] | None] = [self.body]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("head", "thead"):
            self._into.append(self.headers if tag == "thead" else None)
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag in ("head", "thead"):
            self._into.pop()

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        into = self._into[-1]
        if into is not None:
            into.append(data)


def only_in_one(page: str, text: str) -> dict[str, int]:
    """Words that a web page has more often (+) or less often (-) than the plain text of the same document.

    Plain text sets cells of several lines beside one another, so its order is its own. Words of header rows do not
    count: where columns do not fit they stand before each value.
    """
    parser = _Page()
    parser.feed(page)
    headers = set(words("".join(parser.headers)))
    ours, theirs = Counter(words("".join(parser.body))), Counter(words(text))
    return {
        word: ours[word] - theirs[word] for word in ours | theirs if word not in headers and ours[word] != theirs[word]
    }
