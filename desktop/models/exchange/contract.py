"""A session file against its schema; of all that is wrong, the one thing that helps most is reported."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any

from desktop.models.exchange.errors import InvalidFileError, Problem, UnsupportedFileError, shorten
from desktop.models.exchange.json_text import near, pointer
from desktop.paths import resource

FORMAT = "protokollpult-session"
VERSION = 1

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
#: RFC 3339 §5.6; without leap seconds and lower case letters, which no calendar of the program could hold
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
#: enough to see past a wrong branch, few enough for a file of which everything is wrong
_LOOKED_AT = 50


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar, as in ``2026-03-18``."""
    return bool(_DATE.fullmatch(text)) and _understood(date.fromisoformat, text)


def is_date_time(text: str) -> bool:
    """Whether a text is a point in time with seconds and offset, as in ``2026-03-18T18:00:00+01:00``."""
    return bool(_DATE_TIME.fullmatch(text)) and _understood(datetime.fromisoformat, text)


def _understood(read: Any, text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def check_contract(content: Any) -> None:
    """Raise UnsupportedFileError or InvalidFileError unless plain data is a session file of this version."""
    found = content.get("format") if isinstance(content, dict) else None
    if found != FORMAT:
        raise UnsupportedFileError(Problem.OTHER_FORMAT, found=(shorten(found),) if isinstance(found, str) else ())
    version = content.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise UnsupportedFileError(Problem.NEWER_VERSION, "/version", found=(str(version),))
    errors = list(islice(_validator().iter_errors(content), _LOOKED_AT))
    if errors:
        raise _explain(_most_helpful(errors), content)


@cache
def _validator() -> Any:
    # Takes a tenth of a second to import, which a start without any file need not pay.
    import jsonschema

    checker = jsonschema.FormatChecker(formats=())
    checker.checks("date")(lambda value: not isinstance(value, str) or is_date(value))
    checker.checks("date-time")(lambda value: not isinstance(value, str) or is_date_time(value))
    schema = json.loads(resource("session-file.schema.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


def _most_helpful(errors: list[Any]) -> Any:
    """The first error; but a property nobody knows explains the one that is missing beside it."""
    path = list(errors[0].absolute_path)
    beside = [error for error in errors if list(error.absolute_path) == path]
    unknown = [error for error in beside if error.validator == "additionalProperties"]
    return (unknown or beside)[0]


def _explain(error: Any, content: Any) -> InvalidFileError:
    path = tuple(error.absolute_path)
    instance, bound = error.instance, error.validator_value
    found: Iterable[str] = ()
    expected: Iterable[str] = ()
    match error.validator:
        case "additionalProperties":
            problem = Problem.UNKNOWN_PROPERTY
            found = [name for name in instance if name not in error.schema["properties"]][:1]
        case "required":
            problem = Problem.MISSING_PROPERTY
            expected = [name for name in bound if name not in instance][:1]
        case "type":
            problem, expected = Problem.WRONG_TYPE, [bound]
        case "anyOf" if all(part.validator == "required" for part in error.context):
            problem = Problem.MISSING_ONE_OF
            expected = [name for branch in bound for name in branch["required"]]
        case "anyOf" if not isinstance(instance, str):
            problem, expected = Problem.WRONG_TYPE, ["string"]
        case "anyOf":
            problem, found = Problem.BAD_DATE_TIME, [instance]
        case "format":
            problem = Problem.BAD_DATE if bound == "date" else Problem.BAD_DATE_TIME
            found = [instance]
        case "enum" | "const":
            problem, found = Problem.NOT_A_CHOICE, [instance]
            expected = bound if isinstance(bound, list) else [str(bound)]
        case "pattern":
            problem, found, expected = Problem.WRONG_FORM, [instance], [bound]
        case "minimum":
            problem, found, expected = Problem.TOO_SMALL, [str(instance)], [str(bound)]
        case "not":
            problem = Problem.NOT_ALLOWED_TOGETHER
            found = [name for branch in bound["anyOf"] for name in branch["required"] if name in instance]
        case _:
            problem = Problem.TOO_SHORT
    return InvalidFileError(
        problem,
        pointer(path),
        found=tuple(shorten(value) for value in found),
        expected=tuple(expected),
        near=near(content, path),
    )
