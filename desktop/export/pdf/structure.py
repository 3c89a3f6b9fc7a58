"""The structure tree, written into a finished PDF (ISO 32000-1, 14.7)."""

from typing import Any
from urllib.parse import quote

from pikepdf import Array, Dictionary, Name, Pdf, String

from desktop.export.document import Scope
from desktop.export.pdf.tags import Element, Mark, Spot, Tag

#: what stands in the tree even if it holds nothing: without it a column would be missing, or a point have a number only
_EVEN_EMPTY = {Tag.CELL, Tag.HEADER, Tag.BODY}
_SCOPES = {Scope.COLUMN: Name.Column, Scope.ROW: Name.Row}
#: what an address may hold as it is; all else is written as %XX
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
_PRINTED = 4


def write_structure(pdf: Pdf, root: Element) -> None:
    """Write elements, the way back from marks to elements, and the links."""
    _Tree(pdf).write(root)


class _Tree:
    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        #: for each page the elements of its marks, then the elements of the links
        self._marked: list[list[Any]] = [[] for _ in self._pages]
        self._linked: list[Any] = []
        self._notes: list[tuple[str, Any]] = []

    def write(self, root: Element) -> None:
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self._element(root, tree)
        if document is None:
            document = self._pdf.make_indirect(Dictionary(S=Name.Document, P=tree))
        tree.K = document
        numbers: list[Any] = []
        for index, owner in enumerate([*map(Array, self._marked), *self._linked]):
            numbers += [index, self._pdf.make_indirect(owner)]
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(numbers) // 2
        if self._notes:
            names = [part for name, note in self._notes for part in (String(name), note)]
            ends = Array([String(self._notes[0][0]), String(self._notes[-1][0])])
            tree.IDTree = Dictionary(Kids=Array([self._pdf.make_indirect(Dictionary(Limits=ends, Names=Array(names)))]))
        self._pdf.Root.StructTreeRoot = tree
        for index, page in enumerate(self._pages):
            page.StructParents = index
            page.Tabs = Name.S

    def _element(self, element: Element, parent: Any) -> Any:
        """The element with all it holds; None if it holds nothing."""
        made = self._pdf.make_indirect(Dictionary(S=Name("/" + element.tag), P=parent))
        page = element.first_page()
        kids = [kid for kid in (self._kid(kid, element, made, page) for kid in element.kids) if kid is not None]
        if not kids and element.tag not in _EVEN_EMPTY:
            return None
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        if page:
            made.Pg = self._pages[page - 1]
        self._describe(element, made)
        return made

    def _kid(self, kid: Element | Mark | Spot, element: Element, made: Any, page: int | None) -> Any:
        match kid:
            case Element():
                return self._element(kid, made)
            case Mark():
                owners = self._marked[kid.page - 1]
                owners += [None] * (kid.number + 1 - len(owners))
                owners[kid.number] = made
                if kid.page == page:
                    return kid.number
                return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page - 1], MCID=kid.number)
            case Spot():
                return self._link(kid, element, made)

    def _link(self, spot: Spot, element: Element, made: Any) -> Any:
        """A place to click on, which knows its element by the key that follows those of the pages."""
        page = self._pages[spot.page - 1]
        address = quote(element.link, safe=_ADDRESS)
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in spot.box]),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=String(f"{element.alt.strip()} ({element.link})"),
                A=Dictionary(Type=Name.Action, S=Name.URI, URI=String(address)),
                StructParent=len(self._pages) + len(self._linked),
            )
        )
        self._linked.append(made)
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)

    def _describe(self, element: Element, made: Any) -> None:
        """What readers are told beyond the text."""
        if element.language:
            made.Lang = String(element.language)
        if element.tag == Tag.FIGURE:
            made.Alt = String(element.alt)
        if element.tag == Tag.NOTE:
            name = f"note{len(self._notes) + 1:06}"
            made.ID = String(name)
            self._notes.append((name, made))
        attributes = _attributes(element)
        if attributes:
            made.A = Dictionary(attributes)


def _attributes(element: Element) -> dict[str, Any]:
    match element.tag:
        case Tag.HEADER | Tag.CELL:
            found: dict[str, Any] = {"/ColSpan": element.colspan} if element.colspan > 1 else {}
            if element.scope in _SCOPES:
                found["/Scope"] = _SCOPES[element.scope]
            return {"/O": Name.Table, **found} if found else {}
        case Tag.TABLE if element.summary:
            return {"/O": Name.Table, "/Summary": String(element.summary)}
        case Tag.LIST:
            return {"/O": Name.List, "/ListNumbering": Name(f"/{element.numbering}")}
        case Tag.FIGURE if element.box:
            box = Array([round(edge, 2) for edge in element.box])
            return {"/O": Name.Layout, "/Placement": Name.Block, "/BBox": box}
    return {}
