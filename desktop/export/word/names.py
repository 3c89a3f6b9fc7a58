"""The names of the styles in the template: Word's own wherever it has one, so that offices can restyle as usual."""

from desktop.export.document import ParagraphRole, Scope, TableRole

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#: style id and name of headings by level; the title of the document is no numbered heading in Word
HEADINGS = (
    ("Title", "Title"),
    ("Heading1", "heading 1"),
    ("Heading2", "heading 2"),
    ("Heading3", "heading 3"),
    ("Heading4", "heading 4"),
)

ROLES = {
    ParagraphRole.BODY: ("BodyText", "Body Text"),
    ParagraphRole.OFFICE: ("MinutesOffice", "Minutes Office"),
    ParagraphRole.SUBTITLE: ("Subtitle", "Subtitle"),
    ParagraphRole.EVENT: ("MinutesEvent", "Minutes Event"),
    ParagraphRole.CAPTION: ("MinutesCaption", "Minutes Caption"),
    ParagraphRole.VERDICT: ("MinutesVerdict", "Minutes Verdict"),
    ParagraphRole.TOTALS: ("MinutesTotals", "Minutes Totals"),
    ParagraphRole.PLACEHOLDER: ("MinutesPlaceholder", "Minutes Placeholder"),
    ParagraphRole.SMALL: ("MinutesSmall", "Minutes Small"),
    ParagraphRole.NOTE: ("MinutesNote", "Minutes Note"),
    ParagraphRole.QUOTE: ("Quote", "Quote"),
}

BULLET = ("ListBullet", "List Bullet")
NUMBER = ("ListNumber", "List Number")
CONTINUE = ("ListContinue", "List Continue")
HEADER = ("Header", "header")
FOOTER = ("Footer", "footer")
#: the words of a link, a style of characters
LINK = ("Hyperlink", "Hyperlink")
FIGURE = ("MinutesFigure", "Minutes Figure")
#: a line across the page, and a gap between tables, which would grow together without one
RULE = ("MinutesRule", "Minutes Rule")
GAP = ("MinutesGap", "Minutes Gap")
SIGNATURE = ("MinutesSignature", "Minutes Signature")

#: the kinds of cell in a table
_CELLS = {Scope.NONE: "Text", Scope.ROW: "Label", Scope.COLUMN: "Head"}


def heading(level: int) -> tuple[str, str]:
    """The style of a heading; levels below Word's fourth look like the fourth."""
    return HEADINGS[min(level, len(HEADINGS)) - 1]


def table(role: TableRole) -> tuple[str, str]:
    """The style of a table."""
    return f"MinutesTable{role.capitalize()}", f"Minutes Table {role.capitalize()}"


def cell(role: TableRole, scope: Scope) -> tuple[str, str]:
    """The style of the paragraphs in a cell."""
    return f"Minutes{role.capitalize()}{_CELLS[scope]}", f"Minutes {role.capitalize()} {_CELLS[scope]}"


#: Word knows nine levels of a list
LIST_LEVELS = 9
