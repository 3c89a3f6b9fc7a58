"""What of a template nobody sees: hidden words, fields that look things up elsewhere, what pictures tell."""

import re
from collections.abc import Iterator
from typing import Any

from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.image import ImagePart

from desktop.export.template_errors import Finding, TemplateError, TemplateProblem
from desktop.models.profiles.pictures import PAGE, clean_picture

#: fields that show what the machine, its user or another file says as soon as Word renews them
_TELLING = (
    "AUTHOR COMMENTS DATABASE DDE DDEAUTO DOCPROPERTY DOCVARIABLE FILENAME FILESIZE IMPORT INCLUDE INCLUDEPICTURE "
    "INCLUDETEXT INFO KEYWORDS LASTSAVEDBY LINK MERGEFIELD RD TEMPLATE USERADDRESS USERINITIALS USERNAME"
)
#: an address on a machine: ``C:\\…``, ``\\\\server\\…``, ``file:…``
_PATH = re.compile(r"\b[A-Za-z]:[\\/]|\\\\[^\s\\]|\bfile:", re.IGNORECASE)
#: what a path or a picture is called, in words about it: ``/Users/…``, ``~/…``, ``logo.jpg``
_FILE = re.compile(
    rf"{_PATH.pattern}|(?<![\w/.:])~?/[\w.-]+/|[\w)]\.(?:png|jpe?g|gif|tiff?|bmp|[ew]mf|svg|webp|heic|eps|pdf|psd)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}?\}?")
_OFF = {"0", "false", "off"}
_CODE, _HIDDEN, _TEXT, _VALUE = qn("w:instrText"), qn("w:vanish"), qn("w:t"), qn("w:val")
#: where a run, a paragraph and a table name their style
_STYLED = tuple(f"{qn(f'w:{one}Pr')}/{qn(f'w:{one}Style')}" for one in ("r", "p", "tbl"))
_DRAWING_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_NAMES = ("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
          "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr")  # fmt: skip
_OLD_PICTURE, _OLD_TITLE = "{urn:schemas-microsoft-com:vml}imagedata", "{urn:schemas-microsoft-com:office:office}title"
_TWIN = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
#: attributes in which the words for those who do not see a picture stand
_WORDS = ("descr", "title", "alt")
_PICTURES = ("image/png", "image/jpeg", "image/jpg")
#: kinds of picture that become PNG
_OLD_PICTURES = {"image/gif": "GIF", "image/bmp": "BMP", "image/tiff": "TIFF"}


def beyond_reach(element: Any) -> Iterator[Finding]:
    """Fields that must not be published, and placeholders where nothing can be put in."""
    codes = list(_codes(element))
    for code in codes:
        name = code.split(maxsplit=1)[0].upper() if code.strip() else ""
        if name in _TELLING.split() or _PATH.search(code):
            yield Finding(TemplateProblem.FIELD, code.strip())
    words = [one.get(name, "") for one in element.iter() for name in _WORDS]
    for text in [*codes, *words, *(one.text or "" for one in element.iter(_DRAWING_TEXT))]:
        for match in _PLACEHOLDER.finditer(text):
            yield Finding(TemplateProblem.MISPLACED, match[0])


def _codes(element: Any) -> Iterator[str]:
    """What the fields ask for, however it is cut up."""
    code = ""
    for one in element.iter(_CODE, qn("w:fldChar"), qn("w:fldSimple")):
        if one.tag == _CODE:
            code += one.text or ""
            continue
        yield from [code] if code else []
        code = ""
        if one.tag == qn("w:fldSimple"):
            yield one.get(qn("w:instr"), "")
    yield from [code] if code else []


def without_hidden_words(element: Any, styles: Any) -> None:
    """Takes out words that Word does not show; ``styles`` is the root of the style sheet."""
    sheet = {style.get(qn("w:styleId")): style for style in styles.iterchildren(qn("w:style"))}
    hidden = {name for name in sheet if _hides(name, sheet)}
    runs = list(element.iter(qn("w:r")))
    unseen = {run for run in runs if _is_hidden(run, hidden)}
    for run in runs:
        if run in unseen or any(outer in unseen for outer in run.iterancestors(qn("w:r"))):  # a text box is in a run
            for text in run.findall(_TEXT):
                run.remove(text)


def _hides(name: str, sheet: dict[str, Any]) -> bool:
    """Whether a style hides its words: the nearest of those it is based on that says anything about it counts."""
    seen = set()
    while name in sheet and name not in seen:
        seen.add(name)
        if (found := _vanish(sheet[name])) is not None:
            return _is_on(found)
        based = sheet[name].find(qn("w:basedOn"))
        name = "" if based is None else based.get(_VALUE, "")
    return False


def _is_hidden(run: Any, hidden: set[str]) -> bool:
    """Whether the run itself, its style, or that of its paragraph or table hides it."""
    if (found := _vanish(run)) is not None:
        return _is_on(found)
    outer = (next(run.iterancestors(qn(name)), None) for name in ("w:p", "w:tbl"))
    places = zip((run, *outer), _STYLED, strict=True)
    styles = (place.find(path) for place, path in places if place is not None)
    return any(style is not None and style.get(_VALUE) in hidden for style in styles)


def _vanish(element: Any) -> Any:
    return element.find(f"{qn('w:rPr')}/{_HIDDEN}")


def _is_on(found: Any) -> bool:
    return found.get(_VALUE) not in _OFF


def without_file_names(element: Any) -> None:
    """Pictures keep the words for those who do not see them, and nothing about the files they came from."""
    for one in element.iter(*_NAMES):
        one.set("name", one.get("id", "0"))
    for one in element.iter(_OLD_PICTURE):
        one.attrib.pop(_OLD_TITLE, None)
    for one in element.iter():
        for name in _WORDS:
            if _FILE.search(one.get(name, "")):
                del one.attrib[name]


def without_vector_twins(part: Any) -> None:
    """Of a picture that Word keeps as SVG and as PNG, the PNG stays."""
    for twin in list(part.element.iter(_TWIN)):
        part.rels.pop(twin.get(qn("r:embed")), None)
        extension = twin.getparent()
        extension.getparent().remove(extension)


def clean_pictures(file: Any) -> None:
    """PNG and JPEG without what cameras and programs write into them; GIF, BMP and TIFF become such PNG.

    Raises ValueError for one that is damaged, TemplateError for any other kind: nobody knows what it tells.
    """
    for part in list(file.part.package.iter_parts()):
        kind = part.content_type.lower()
        if kind in _PICTURES:
            part._blob = clean_picture(part.blob, PAGE)
        elif kind in _OLD_PICTURES:
            part._blob = clean_picture(part.blob, PAGE, (_OLD_PICTURES[kind],))
            part.partname, part._content_type = PackURI(f"{part.partname}.png"), "image/png"
        elif kind.startswith("image/") or isinstance(part, ImagePart):
            raise TemplateError(Finding(TemplateProblem.EMBEDDED, part.partname.filename))
