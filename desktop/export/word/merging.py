"""Our styles and lists in a file that may have its own: what it has stays, what it lacks is added, nothing clashes."""

from collections.abc import Mapping
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from desktop.export.word import names
from desktop.export.word.body import NumberedList

_VAL, _ID, _TYPE = qn("w:val"), qn("w:styleId"), qn("w:type")
_REFERENCES = tuple(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
#: what stands before the number in the properties of a paragraph
_BEFORE_NUMBERS = tuple(qn(f"w:{name}") for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore"))
#: Word's own size where neither the styles nor their defaults name one
_USUAL_SIZE = 10.0


def parsed(xml: str) -> Any:
    """Pieces of WordprocessingML below one element."""
    return parse_xml(f'<w:all {names.NAMESPACE} xmlns:r="{names.RELATIONS}">{xml}</w:all>')


def body_size(file: Any) -> float:
    """The size of running text in the file, in points."""
    styles = file.styles.element
    normal = next((one for one in styles.iterchildren(qn("w:style")) if _is_default(one, "paragraph")), None)
    for place in (normal, styles.find(qn("w:docDefaults"))):
        size = None if place is None else next(place.iter(qn("w:sz")), None)
        if size is not None:
            return int(size.get(_VAL)) / 2
    return _USUAL_SIZE


def add_styles(file: Any, xml: str) -> Mapping[str, str]:
    """Adds the styles whose names the file does not have; gives the ids that are other than ours.

    The names are Word's own wherever it has one and are the same in every language, the ids are not.
    """
    theirs = file.styles.element
    known = {_key(style): style.get(_ID) for style in theirs.iterchildren(qn("w:style"))}
    defaults = {style.get(_TYPE): style.get(_ID) for style in theirs.iterchildren(qn("w:style")) if _is_default(style)}
    taken = set(known.values())
    ids: dict[str, str] = {}
    added = []
    for style in parsed(xml).iterchildren(qn("w:style")):
        own = style.get(_ID)
        found = known.get(_key(style)) or (defaults.get(style.get(_TYPE)) if _is_default(style) else None)
        if found is None:
            added.append(style)
            found = _free(own, taken)
            taken.add(found)
            style.set(_ID, found)
        if found != own:
            ids[own] = found
    for style in added:
        rename(style, ids)
    theirs.extend(added)
    return ids


def _key(style: Any) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    return style.get(_TYPE) or "paragraph", "" if name is None else name.get(_VAL).casefold()


def _is_default(style: Any, kind: str | None = None) -> bool:
    return style.get(qn("w:default")) in {"1", "true", "on"} and kind in {None, style.get(_TYPE)}


def _free(name: str, taken: set[str]) -> str:
    number = 1
    while (free := name if number == 1 else f"{name}{number}") in taken:
        number += 1
    return free


def rename(element: Any, ids: Mapping[str, str]) -> None:
    """Lets everything below point to the styles under their ids in the file."""
    if ids:
        for place in element.iter(*_REFERENCES):
            place.set(_VAL, ids.get(place.get(_VAL), place.get(_VAL)))


def without_style_numbers(file: Any, content: Any) -> None:
    """Keeps numbers that styles of the template count off the paragraphs: “Ö 3.2” is the number of its heading."""
    numbered = _numbered(file)
    if not numbered:
        return
    for properties in content.iter(qn("w:pPr")):
        style = properties.find(qn("w:pStyle"))
        if style is not None and style.get(_VAL) in numbered and properties.find(qn("w:numPr")) is None:
            before = [child for child in properties if child.tag in _BEFORE_NUMBERS]
            before[-1].addnext(parsed('<w:numPr><w:numId w:val="0"/></w:numPr>')[0])


def _numbered(file: Any) -> set[str]:
    """The styles of paragraphs that count, by themselves or because those they are based on do."""
    styles = {style.get(_ID): style for style in file.styles.element.iterchildren(qn("w:style"))}

    def counts(style: Any, depth: int = 0) -> bool:
        if style is None or depth > len(styles):
            return False
        based = style.find(qn("w:basedOn"))
        own = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        return own or (based is not None and counts(styles.get(based.get(_VAL)), depth + 1))

    return {name for name, style in styles.items() if counts(style)}


class Lists:
    """The lists of a document in the file's part for numbering, under numbers that are free in it."""

    def __init__(self, file: Any, indent: float) -> None:
        self._file = file
        self._indent = indent
        self._numbering = _numbering(file)
        self._abstract = 1 + _highest(self._numbering, "abstractNum", "abstractNumId")
        #: the list that all bullets share
        self.bullets = 1 + _highest(self._numbering, "num", "numId")

    def write(self, ordered: list[NumberedList]) -> None:
        """Puts bullets and ordered lists into the file; each ordered one counts for itself, from where it starts."""
        bullets, numbers = self._abstract, self._abstract + 1
        kinds = parsed(_kind(bullets, "bullet", self._indent) + _kind(numbers, "decimal", self._indent))
        xml = f'<w:num w:numId="{self.bullets}"><w:abstractNumId w:val="{bullets}"/></w:num>'
        for each in ordered:
            xml += (
                f'<w:num w:numId="{each.number}"><w:abstractNumId w:val="{numbers}"/><w:lvlOverride '
                f'w:ilvl="{each.level}"><w:startOverride w:val="{each.start}"/></w:lvlOverride></w:num>'
            )
        element = self._numbering
        last = element.find(qn("w:numIdMacAtCleanup"))
        first = next(element.iterchildren(qn("w:num")), last)
        _insert(element, list(kinds), first)
        _insert(element, list(parsed(xml)), last)


def _insert(parent: Any, children: list[Any], before: Any) -> None:
    for child in children:
        if before is None:
            parent.append(child)
        else:
            before.addprevious(child)


def _numbering(file: Any) -> Any:
    """The root of the file's numbering, which is added where it is missing."""
    kind = RELATIONSHIP_TYPE.NUMBERING
    if not any(relation.reltype == kind for relation in file.part.rels.values()):
        package = file.part.package
        root = parse_xml(f"<w:numbering {names.NAMESPACE}/>")
        name = PackURI("/word/numbering.xml")
        file.part.relate_to(NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, package), kind)
    return file.part.numbering_part.element


def _highest(numbering: Any, tag: str, attribute: str) -> int:
    return max((int(one.get(qn(f"w:{attribute}"))) for one in numbering.iterchildren(qn(f"w:{tag}"))), default=0)


def _kind(number: int, kind: str, indent: float) -> str:
    levels = "".join(_level(level, kind, indent) for level in range(names.LIST_LEVELS))
    several = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{several}{levels}</w:abstractNum>'


def _level(level: int, kind: str, indent: float) -> str:
    text = "•" if kind == "bullet" else f"%{level + 1}."
    left, hanging = round(20 * indent * (level + 1)), round(20 * (indent - 3))
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr><w:rPr><w:b w:val="0"/><w:i w:val="0"/></w:rPr></w:lvl>'
    )
