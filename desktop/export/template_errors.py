"""What can be wrong with an office's own Word template: what, its name, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum


class TemplateProblem(StrEnum):
    """What keeps a template from use, or is worth saying."""

    NOT_DOCX = "not_docx"
    TOO_LARGE = "too_large"
    DOCTYPE = "doctype"
    STRICT = "strict"
    MACROS = "macros"
    EMBEDDED = "embedded"
    EXTERNAL = "external"
    COMMENTS = "comments"
    CHANGES = "changes"
    FIELD = "field"
    MISPLACED = "misplaced"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    HALF_OPEN = "half_open"
    CONTENT_NOT_ALONE = "content_not_alone"
    CONTENT_TWICE = "content_twice"
    #: the document goes to the end; nothing is wrong
    NO_CONTENT = "no_content"


class Place(StrEnum):
    """The parts of a Word file that people see."""

    FILE = "file"
    TEXT = "text"
    TABLE = "table"
    TEXT_BOX = "text_box"
    HEADER = "header"
    HEADER_FIRST = "header_first"
    HEADER_EVEN = "header_even"
    FOOTER = "footer"
    FOOTER_FIRST = "footer_first"
    FOOTER_EVEN = "footer_even"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found: ``name`` as it stands in the template; ``number`` counts paragraphs of the text."""

    problem: TemplateProblem
    name: str = ""
    place: Place = Place.FILE
    number: int = 0

    @property
    def fatal(self) -> bool:
        """Whether nothing can be written with the template."""
        return self.problem is not TemplateProblem.NO_CONTENT


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What was found in a template, and the names of the placeholders in it, each once, in order."""

    findings: tuple[Finding, ...]
    placeholders: tuple[str, ...] = ()

    @property
    def fit(self) -> bool:
        """Whether documents can be written with it."""
        return not any(finding.fatal for finding in self.findings)


class TemplateError(Exception):
    """The template of the house cannot be used; the export stops."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding
