"""Errors in words: one sentence that names the place and the way out. Shared by the command line and the window."""

import errno
import logging

from desktop.export.filenames import UnknownItemError
from desktop.export.guard import LeakError
from desktop.export.template_errors import Finding, Place, TemplateError, TemplateProblem
from desktop.models.errors import (
    BookBusy,
    BookClosed,
    BookError,
    BookTooNew,
    Damaged,
    MeetingExists,
    MeetingUnknown,
    NotABook,
    NotStorable,
    StillInUse,
    StorageFailed,
)
from desktop.models.exchange.errors import ExchangeError, Problem
from desktop.models.profiles import ProfileError, ProfileProblem, names
from desktop.text import marked as N_
from desktop.text import ui_text as _

_log = logging.getLogger(__name__)

_PROBLEMS: dict[Problem, str] = {
    Problem.TOO_LARGE: N_("The file is larger than {expected} MB and is not read; please choose another one."),
    Problem.NOT_UTF8: N_("The file is not text in UTF-8; please save it as UTF-8."),
    Problem.BROKEN_JSON: N_("The text of the file breaks off or is garbled there; please have it exported again."),
    Problem.TOO_DEEP: N_("The file is nested deeper than any session file; please choose another one."),
    Problem.DUPLICATE_PROPERTY: N_("“{found}” is given twice there; please take one of them out."),
    Problem.NOT_A_NUMBER: N_("A number there is none (NaN or infinite); please correct it."),
    Problem.NUMBER_TOO_BIG: N_("A number there is too big; please correct it."),
    Problem.FORBIDDEN_CHARACTER: N_("The text there holds the control character {found}; please take it out."),
    Problem.OTHER_FORMAT: N_("The file is no session file of Protokollpult; please choose another one."),
    Problem.NO_BLOCKS: N_("The file holds no text blocks of Protokollpult; please choose another one."),
    Problem.NEWER_VERSION: N_(
        "The file was made by a newer Protokollpult (version {found}); please have the program updated."
    ),
    Problem.WRONG_TYPE: N_("What stands there should be {expected}; please correct it."),
    Problem.UNKNOWN_PROPERTY: N_("“{found}” is not known there; please correct or remove it."),
    Problem.MISSING_PROPERTY: N_("“{expected}” is missing there; please add it."),
    Problem.MISSING_ONE_OF: N_("One of these is missing there: {expected}; please add it."),
    Problem.NOT_ALLOWED_TOGETHER: N_("A secret vote must not have “{found}”; please remove it."),
    Problem.NOT_A_CHOICE: N_("“{found}” is not possible there; please take one of these: {expected}."),
    Problem.WRONG_FORM: N_("“{found}” does not have the form that is expected there; please correct it."),
    Problem.TOO_SHORT: N_("Something that must be filled in is empty there; please add it."),
    Problem.TOO_SMALL: N_("The number {found} is too small there; please give at least {expected}."),
    Problem.BAD_DATE: N_("“{found}” is no date; please write it like 2026-03-05."),
    Problem.BAD_DATE_TIME: N_("“{found}” is no time; please write it like 2026-03-05T18:00:00+01:00."),
    Problem.BAD_BASE64: N_("The content of the attachment there cannot be read; please export the file again."),
    Problem.ATTACHMENT_TOO_LARGE: N_("The attachment there is larger than {expected} MB; please leave it out."),
    Problem.DUPLICATE_ID: N_("The id “{found}” is given twice, first at {expected}; please change one of them."),
    Problem.DANGLING_REFERENCE: N_("“{found}” is referred to but is not in the file; please add or correct it."),
    Problem.WRONG_REFERENCE: N_("“{found}” is the wrong kind of thing there; please correct the reference."),
}

#: what the system says of a file, by its number
_REASONS: dict[int, str] = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the room on the disk that was granted to you is used up"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EACCES: N_("you do not have the rights"),
    errno.EPERM: N_("you do not have the rights"),
    errno.EEXIST: N_("there is a file of this name"),
    errno.ENOTDIR: N_("part of the path is a file, no folder"),
    errno.EIO: N_("the disk reports an error"),
    errno.EFBIG: N_("the file gets too large for the disk"),
}

#: what is wrong in a house profile or a law profile, after the file and the key
_PROFILE_PROBLEMS: dict[ProfileProblem, str] = {
    ProfileProblem.UNREADABLE: N_("the file cannot be read ({detail})"),
    ProfileProblem.NOT_TOML: N_("the file does not follow the rules of TOML ({detail})"),
    ProfileProblem.UNKNOWN_KEY: N_("there is no such setting"),
    ProfileProblem.WRONG_TYPE: N_("expected is {detail}"),
    ProfileProblem.BAD_VALUE: N_("this value is not possible ({detail})"),
    ProfileProblem.MISSING_KEY: N_("this setting is missing"),
}

#: what is hidden and belongs to no item
_LEAK_PLACES = {
    "": N_("from the meeting"),
    "paper": N_("from a paper"),
    "family_name": N_("the name of a person"),
    "given_name": N_("the name of a person"),
}

#: what is wrong with a Word template of the house, and the way out
_TEMPLATE_PROBLEMS: dict[TemplateProblem, str] = {
    TemplateProblem.NOT_DOCX: N_(
        "The Word template cannot be opened; please save it in Word as Word document (*.docx)."
    ),
    TemplateProblem.TOO_LARGE: N_("The Word template is far too large unpacked; please use smaller pictures in it."),
    TemplateProblem.DOCTYPE: N_("The Word template holds what no Word writes (DTD); please make it anew in Word."),
    TemplateProblem.STRICT: N_("The Word template is Strict Open XML; please save it as plain Word document (*.docx)."),
    TemplateProblem.MACROS: N_("The Word template holds macros; please save it as Word document (*.docx) without any."),
    TemplateProblem.EMBEDDED: N_("A file is embedded in the Word template ({name}); please remove it there."),
    TemplateProblem.EXTERNAL: N_("The Word template refers to “{name}” outside of it; please insert it or remove it."),
    TemplateProblem.COMMENTS: N_("There are comments in the Word template; please delete all of them in Word."),
    TemplateProblem.CHANGES: N_(
        "There are tracked changes in the Word template; please accept or reject them in Word."
    ),
    TemplateProblem.FIELD: N_(
        "The field “{name}” in the Word template tells of files or users; please remove it or take a placeholder."
    ),
    TemplateProblem.MISPLACED: N_(
        "In the Word template {name} stands in a field or the description of a picture; please write it as plain text."
    ),
    TemplateProblem.UNKNOWN_PLACEHOLDER: N_(
        "The Word template has the unknown placeholder {name} ({place}); please correct or remove it."
    ),
    TemplateProblem.HALF_OPEN: N_(
        "In the Word template a placeholder is not complete: “{name}” ({place}); please write it like {example}."
    ),
    TemplateProblem.CONTENT_NOT_ALONE: N_(
        "In the Word template {name} does not stand alone in a paragraph of the text ({place}); please move it there."
    ),
    TemplateProblem.CONTENT_TWICE: N_("The Word template has {name} twice ({place}); please keep one of them."),
    TemplateProblem.NO_CONTENT: N_("The Word template has no {name}: the document goes to its end."),
}
_TEMPLATE_PLACES: dict[Place, str] = {
    Place.FILE: N_("file"),
    Place.TEXT: N_("text"),
    Place.TABLE: N_("table"),
    Place.TEXT_BOX: N_("text box"),
    Place.HEADER: N_("header"),
    Place.HEADER_FIRST: N_("header of the first page"),
    Place.HEADER_EVEN: N_("header of even pages"),
    Place.FOOTER: N_("footer"),
    Place.FOOTER_FIRST: N_("footer of the first page"),
    Place.FOOTER_EVEN: N_("footer of even pages"),
    Place.NOTES: N_("footnotes"),
}

_TOML_TYPES = {
    "text": N_("text in quotation marks"),
    "number": N_("a whole number"),
    "yes/no": N_("true or false"),
    "list": N_("a list in square brackets"),
    "table": N_("a table"),
}
#: the kinds of value of a session file
_JSON_TYPES = {
    "string": N_("a text"),
    "integer": N_("a whole number"),
    "boolean": N_("yes or no (true or false)"),
    "array": N_("a list"),
    "object": N_("a group of details"),
}


class Mistake(Exception):
    """A mistake of the program in another process: the name of its class, and where it happened."""


def told(error: Exception) -> str:
    """Any error in one sentence; a mistake of ours by its name, and whole in the log."""
    try:
        return sentence(error)
    except TypeError:
        name, trace = error.args if isinstance(error, Mistake) else (type(error).__name__, "")
        _log.error("a mistake of the program: %s", trace or name, exc_info=None if trace else error)
        return _("The program made a mistake ({name}). What you typed is kept; please go on and report it.", name=name)


def sentence(error: Exception) -> str:
    """An error of the world in one sentence. Raises TypeError for errors that are bugs of ours."""
    match error:
        case UnknownItemError(ambiguous=True):
            return _("“{number}” stands for two items; please write “Ö {number}” or “N {number}”.", number=error.number)
        case UnknownItemError():
            return _("There is no item “{number}” in this edition; please choose another one.", number=error.number)
        case TemplateError():
            return template_finding(error.finding)
        case LeakError():
            return _leak(error)
        case ExchangeError():
            return _exchange(error)
        case ProfileError():
            return _profile(error)
        case BookError():
            return _book(error)
        case OSError():
            return _os(error)
    raise TypeError(error)


def template_finding(finding: Finding) -> str:
    """What was found in a Word template of the house, where it stands, and the way out."""
    place = _(_TEMPLATE_PLACES[finding.place])
    if finding.number:
        place = _("{place}, paragraph {number}", place=place, number=finding.number)
    return _(_TEMPLATE_PROBLEMS[finding.problem], name=finding.name, place=place, example="{{titel}}")


def _leak(error: LeakError) -> str:
    field = error.place.field
    place = error.item or _(_LEAK_PLACES["paper" if error.place.paper else field if field in _LEAK_PLACES else ""])
    return _(
        "Nothing was written: “{document}” would tell the public something that is not public ({place}). "
        "It got in by a mistake of the program; please report this.",
        document=error.document,
        place=place,
    )


def _profile(error: ProfileError) -> str:
    if error.problem is ProfileProblem.UNKNOWN_PROFILE:
        return _(
            "There is no house profile “{name}”; please take one of: {names}.",
            name=error.detail,
            names=", ".join(names()),
        )
    place = f"{error.file}, {error.key}" if error.key else str(error.file)
    detail = error.detail
    if error.problem is ProfileProblem.WRONG_TYPE:
        detail = _(_TOML_TYPES[detail])
    elif error.problem is ProfileProblem.UNREADABLE:
        detail = _reason(int(detail))
    what = _(_PROFILE_PROBLEMS[error.problem], detail=detail)
    return _("The profile cannot be used: {place}: {detail}; please correct or remove it.", place=place, detail=what)


def _exchange(error: ExchangeError) -> str:
    expected = error.expected
    if error.problem is Problem.WRONG_TYPE:
        expected = tuple(_(_JSON_TYPES[kind]) for kind in expected)
    elif error.problem in (Problem.TOO_LARGE, Problem.ATTACHMENT_TOO_LARGE):
        expected = tuple(str(int(limit) // 1024**2) for limit in expected)
    values = {"found": ", ".join(error.found), "expected": ", ".join(expected)}
    where = error.place
    if error.line is not None:
        where = _("line {line}, column {column}", line=error.line, column=error.column)
    if error.near:
        where = _("{place}, near “{near}”", place=where, near=error.near)
    text = _(_PROBLEMS[error.problem], **values)
    return _("At {place}: {text}", place=where, text=text) if where else text


def _book(error: BookError) -> str:
    match error:
        case BookBusy():
            return _("The book is open in the window or used by another command; please close it there or try again.")
        case BookClosed():
            return _("The book is being closed; please open it again.")
        case BookTooNew():
            return _(
                "The book was written by a newer Protokollpult (version {version}); please have the program updated.",
                version=error.version,
            )
        case NotABook():
            return _(
                "{path} is not a book of Protokollpult, or it is damaged; please choose another data folder.",
                path=error.path,
            )
        case MeetingExists():
            return _(
                "The meeting “{name}” ({id}) is in the book already; use --replace to put the file in its place.",
                name=error.name,
                id=error.meeting_id,
            )
        case MeetingUnknown(ambiguous=True):
            return _(
                "“{wanted}” stands for more than one meeting; please use the key that “list” shows.",
                wanted=error.wanted,
            )
        case MeetingUnknown():
            return _("There is no meeting “{wanted}”; please choose one that “list” shows.", wanted=error.wanted)
        case StillInUse():
            return _("This is still used in {number} places; please take it out there first.", number=error.uses)
        case StorageFailed():
            return _storage(error)
        case Damaged():
            return _(
                "What the book holds is damaged at one place ({place}) and this cannot be shown; "
                "other meetings may be whole. Please open a backup copy of the book.",
                place=f"{error.table} {error.key[:8]}",
            )
        case NotStorable():
            return _("By a mistake of the program one change was not saved; please note it elsewhere and report this.")
    raise TypeError(error)


def _storage(error: StorageFailed) -> str:
    if error.code.startswith("SQLITE_FULL"):
        return _("The disk is full and the data could not be saved; please make room on it.")
    if error.code.startswith("SQLITE_READONLY"):
        return _("The book can only be read; please check the rights of the data folder.")
    if error.code.startswith("SQLITE_CANTOPEN"):
        cause = error.__cause__
        detail = f"{cause.filename}: {_reason(cause.errno)}" if isinstance(cause, OSError) else error.code
        return _(
            "The data folder cannot be used ({detail}); please have its rights checked or choose another (--data).",
            detail=detail,
        )
    return _("The disk does not take the data ({code}); please check whether it is full or damaged.", code=error.code)


def _os(error: OSError) -> str:
    path = error.filename or _("A file")
    match error:
        case FileNotFoundError():
            return _("{path} does not exist; please check the name.", path=path)
        case IsADirectoryError():
            return _("{path} is a folder; please choose a file.", path=path)
        case FileExistsError() | NotADirectoryError():
            return _("{path} is not a folder; please choose another place.", path=path)
        case PermissionError():
            return _(
                "{path} may not be read or written; please check whether it is open elsewhere or protected.", path=path
            )
    return _(
        "{path} could not be read or written: {detail}; please choose another name or place.",
        path=path,
        detail=_reason(error.errno),
    )


def _reason(number: int | None) -> str:
    """Why a file was refused; where there is no word for it, the system's code."""
    number = number or 0
    return _(_REASONS[number]) if number in _REASONS else errno.errorcode.get(number, _("for an unknown reason"))
