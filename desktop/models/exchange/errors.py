"""What can be wrong with a file from outside. Errors carry data; the command line and the window make the sentences."""

from enum import StrEnum


class Problem(StrEnum):
    """Every way in which a file is refused. ``found`` and ``expected`` of the error hold what is said per problem."""

    TOO_LARGE = "tooLarge"  # expected: the limit in bytes
    NOT_UTF8 = "notUtf8"
    BROKEN_JSON = "brokenJson"  # line and column
    TOO_DEEP = "tooDeep"
    DUPLICATE_PROPERTY = "duplicateProperty"  # found: its name
    NOT_A_NUMBER = "notANumber"  # NaN, Infinity, or beyond what a number can hold
    NUMBER_TOO_BIG = "numberTooBig"
    FORBIDDEN_CHARACTER = "forbiddenCharacter"  # found: U+0007
    OTHER_FORMAT = "otherFormat"  # found: what the file calls itself, if anything
    NO_BLOCKS = "noBlocks"  # text blocks were expected
    NEWER_VERSION = "newerVersion"  # found: its version
    WRONG_TYPE = "wrongType"  # expected: JSON types
    UNKNOWN_PROPERTY = "unknownProperty"  # found: its name
    MISSING_PROPERTY = "missingProperty"  # expected: its name
    MISSING_ONE_OF = "missingOneOf"  # expected: the names of which one is needed
    NOT_ALLOWED_TOGETHER = "notAllowedTogether"  # found: the names that a secret vote must not have
    NOT_A_CHOICE = "notAChoice"  # found: the value, expected: the choices
    WRONG_FORM = "wrongForm"  # found: the value, expected: the pattern
    TOO_SHORT = "tooShort"  # an empty text or list where something must be
    TOO_SMALL = "tooSmall"  # found: the number, expected: the smallest allowed
    BAD_DATE = "badDate"  # found: the value
    BAD_DATE_TIME = "badDateTime"  # found: the value; a date-time needs seconds and an offset
    BAD_BASE64 = "badBase64"
    ATTACHMENT_TOO_LARGE = "attachmentTooLarge"  # expected: the limit in bytes
    DUPLICATE_ID = "duplicateId"  # found: the id, expected: the place that had it first
    DANGLING_REFERENCE = "danglingReference"  # found: the id
    WRONG_REFERENCE = "wrongReference"  # found: the id and the kind of thing it is, expected: the kinds it may be


class ExchangeError(Exception):
    """A file cannot be taken; nothing of it was.

    ``place`` points into the file as a JSON pointer (``/meetings/0/agenda/3/name``, empty for the whole file), ``near``
    is the id, number or name of the closest thing around that has one. ``line`` and ``column`` count from 1 and are set
    where the text itself is broken.
    """

    def __init__(
        self,
        problem: Problem,
        place: str = "",
        *,
        found: tuple[str, ...] = (),
        expected: tuple[str, ...] = (),
        near: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(problem.value, place, found, expected)
        self.problem = problem
        self.place = place
        self.found = found
        self.expected = expected
        self.near = near
        self.line = line
        self.column = column


class UnreadableFileError(ExchangeError):
    """The bytes are no JSON text that can be taken in: encoding, syntax, size, depth, numbers, characters."""


class UnsupportedFileError(ExchangeError):
    """JSON, but not a session file of a version known here."""


class InvalidFileError(ExchangeError):
    """A session file that breaks the contract of the schema."""


class BrokenReferenceError(ExchangeError):
    """Ids that are not unique, or references that point nowhere or to the wrong kind of thing."""


def shorten(value: object) -> str:
    """A value from a file as it may stand in a sentence: text, at most 60 characters."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
