"""What of a template nobody sees: hidden words, fields that look things up elsewhere, names of picture files."""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from desktop.export.template_errors import Finding, TemplateProblem
from desktop.models.profiles.pictures import PAGE, clean_picture

#: fields that show what the machine, its user or another file says as soon as Word renews them
_TELLING = (
    "AUTHOR COMMENTS DATABASE DDE DDEAUTO DOCPROPERTY DOCVARIABLE FILENAME FILESIZE IMPORT INCLUDE INCLUDEPICTURE "
    "INCLUDETEXT INFO KEYWORDS LASTSAVEDBY LINK MERGEFIELD RD TEMPLATE USERADDRESS USERINITIALS USERNAME"
)
#: an address on a machine: ``C:\\…``, ``\\\\server\\…``, ``file:…``
_PATH = re.compile(r"\b[A-Za-z]:[\\/]|\\\\[^\s\\]|\bfile:", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}?\}?")
_OFF = {"0", "false", "off"}
_CODE, _HIDDEN, _TEXT, _VALUE = qn("w:instrText"), qn("w:vanish"), qn("w:t"), qn("w:val")
_DRAWING_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_NAMES = ("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
          "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr")  # fmt: skip
_OLD_PICTURE, _OLD_TITLE = "{urn:schemas-microsoft-com:vml}imagedata", "{urn:schemas-microsoft-com:office:office}title"
#: attributes in which the words for those who do not see a picture stand
_WORDS = ("descr", "title", "alt")
_PICTURES = ("image/png", "image/jpeg", "image/jpg")


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
    hidden = {style.get(qn("w:styleId")) for style in styles.iterchildren(qn("w:style")) if _is_hidden(style)}
    for run in list(element.iter(qn("w:r"))):
        places = (run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}"), run.getparent().find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))
        by_style = any(place is not None and place.get(_VALUE) in hidden for place in places)
        if _is_hidden(run) or (by_style and _vanish(run) is None):
            for text in run.findall(_TEXT):
                run.remove(text)


def _vanish(element: Any) -> Any:
    return element.find(f"{qn('w:rPr')}/{_HIDDEN}")


def _is_hidden(element: Any) -> bool:
    found = _vanish(element)
    return found is not None and found.get(_VALUE) not in _OFF


def without_file_names(element: Any) -> None:
    """Pictures keep the words for those who do not see them, and nothing about the files they came from."""
    for one in element.iter(*_NAMES):
        one.set("name", one.get("id", "0"))
    for one in element.iter(_OLD_PICTURE):
        one.attrib.pop(_OLD_TITLE, None)
    for one in element.iter():
        for name in _WORDS:
            if _PATH.search(one.get(name, "")):
                del one.attrib[name]


def clean_pictures(file: Any) -> None:
    """PNG and JPEG without what cameras and programs write into them. Raises ValueError for one that is damaged."""
    for part in file.part.package.iter_parts():
        if part.content_type in _PICTURES:
            part._blob = clean_picture(part.blob, PAGE)
