"""Reads the structure of a PDF back as a screen reader does: elements, their text, what is decoration."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf


@dataclass
class Part:
    """An element as it was found. ``kids`` are elements, or text with the page it stands on."""

    tag: str
    raw: Any
    kids: "list[Part | tuple[int, str]]" = field(default_factory=list)

    def walk(self) -> "Iterator[Part]":
        """This element and all below, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Part):
                yield from kid.walk()

    def text(self) -> str:
        """What is read aloud."""
        return "".join(kid.text() if isinstance(kid, Part) else kid[1] for kid in self.kids)


@dataclass
class Read:
    """A file: its tree, and for each page the marks and the text of decoration, in the order of drawing.

    ``file`` stays open as long as the elements are looked at.
    """

    root: Part
    marks: list[list[tuple[str, int]]]
    decoration: list[list[tuple[str, str]]]
    file: pikepdf.Pdf


def read(data: bytes) -> Read:
    """The structure; fails where text stands in no mark, marks nest, or the way back to an element is wrong."""
    pdf = pikepdf.open(BytesIO(data))
    pages = [_marks(page) for page in pdf.pages]
    numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    tree = pdf.Root.StructTreeRoot
    found = list(tree.ParentTree.Nums)
    owners = dict(zip(map(int, found[::2]), found[1::2], strict=True))
    used: list[tuple[int, int]] = []

    def part(raw: Any, parent: Any) -> Part:
        assert raw.P.objgen == parent.objgen
        made = Part(str(raw.S)[1:], raw)
        kids = raw.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids] if kids != [] else []:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                made.kids.append(part(kid, raw))
            elif isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
                assert owners[int(kid.Obj.StructParent)].objgen == raw.objgen
            else:
                page = numbers[(kid.Pg if isinstance(kid, pikepdf.Dictionary) else raw.Pg).objgen]
                number = int(kid.MCID if isinstance(kid, pikepdf.Dictionary) else kid)
                assert owners[page][number].objgen == raw.objgen
                used.append((page, number))
                made.kids.append((page + 1, pages[page][0][number][1]))
        return made

    root = part(tree.K, tree)
    assert sorted(used) == [(page, number) for page, one in enumerate(pages) for number in sorted(one[0])]
    marks = [[(tag, number) for number, (tag, _) in one[0].items()] for one in pages]
    return Read(root, marks, [one[1] for one in pages], pdf)


def _marks(page: Any) -> tuple[dict[int, tuple[str, str]], list[tuple[str, str]]]:
    """The marks of a page by number with their text, and its decoration with kind and text."""
    maps = {name: _characters(font) for name, font in page.Resources.Font.items() if "/ToUnicode" in font}
    marks: dict[int, tuple[str, str]] = {}
    decoration: list[tuple[str, str]] = []
    inside: tuple[str, Any] | None = None
    font, text = "", ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            assert inside is None, "marks nest"
            inside, text = (str(operands[0])[1:], operands[1]), ""
        elif name == "EMC":
            assert inside
            if inside[0] == "Artifact":
                decoration.append((str(inside[1].get("/Subtype", inside[1].Type)), text))
            else:
                marks[int(inside[1].MCID)] = (inside[0], text)
            inside = None
        elif name == "Tf":
            font = str(operands[0])
        elif name in {"Tj", "f", "S", "Do", "B", "f*"}:
            assert inside, f"{name} outside of marks"
            if name == "Tj":
                text += "".join(maps[font][code] for code in bytes(operands[0]))
    assert inside is None
    return marks, decoration


def _characters(font: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    for line in font.ToUnicode.read_bytes().decode().splitlines():
        code, _, value = line.partition("> <")
        if code.startswith("<") and value.endswith(">") and len(code) == 3 and len(value) > 4:
            found[int(code[1:], 16)] = bytes.fromhex(value[:-1]).decode("utf-16-be")
    return found
