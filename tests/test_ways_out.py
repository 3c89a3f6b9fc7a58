"""Every sentence of trouble says what to do: those about errors, and those of banners in the window.

The errors are all that wording.py has a case for, each with every problem it can carry. The banners are all calls of
``show_message`` with the tone of a problem or a warning and all complaints, found in the source itself; a button is a
way out, too.
"""

import ast
import errno
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from desktop import wording
from desktop.export.filenames import UnknownItemError
from desktop.export.guard import LeakError
from desktop.export.guard.places import Place as Leak
from desktop.export.template_errors import Finding, Place, TemplateError, TemplateProblem
from desktop.models import errors
from desktop.models.exchange.errors import ExchangeError, Problem
from desktop.models.profiles import ProfileError, ProfileProblem
from desktop.ui.commands.actions import ACTIONS

PACKAGE = Path(wording.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))

# --- errors in words

#: they lead on without »bitte«, and why they may
_SAID = {
    "MeetingExists": "names the option of the command line; the window has a button for it",
    "TemplateError no_content": "is no mistake: it tells what follows",
}
_EXPECTED = {Problem.WRONG_TYPE: "string", Problem.TOO_LARGE: "1048576", Problem.ATTACHMENT_TOO_LARGE: "1048576"}
_DETAIL = {ProfileProblem.WRONG_TYPE: "text", ProfileProblem.UNREADABLE: str(errno.EACCES)}
_FILE = Path("a")


def _errors() -> Iterator[tuple[str, Exception]]:
    for problem in Problem:
        yield (
            f"ExchangeError {problem}",
            ExchangeError(problem, "/a", found=("x",), expected=(_EXPECTED.get(problem, "y"),)),
        )
    for template in TemplateProblem:
        yield f"TemplateError {template}", TemplateError(Finding(template, "{{x}}", Place.TEXT))
    for profile in ProfileProblem:
        yield f"ProfileError {profile}", ProfileError(profile, _FILE, "a.b", _DETAIL.get(profile, "x"))
    yield "LeakError", LeakError("a.pdf", Leak(field="name"))
    for number in (*wording._REASONS, errno.ENOENT, errno.EISDIR, errno.ELOOP):
        yield f"OSError {errno.errorcode[number]}", OSError(number, "", "a")
    for code in ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR"):
        yield f"StorageFailed {code}", errors.StorageFailed(code, "")
    for ambiguous in (False, True):
        yield f"UnknownItemError {ambiguous}", UnknownItemError("3", ambiguous=ambiguous)
        yield f"MeetingUnknown {ambiguous}", errors.MeetingUnknown("3", ambiguous=ambiguous)
    for error in (
        errors.BookBusy(),
        errors.BookClosed(),
        errors.BookTooNew(9),
        errors.NotABook(_FILE, ""),
        errors.Damaged("Vote", "12345678", ""),
        errors.NotStorable(""),
        errors.MeetingExists("m", "m"),
        errors.StillInUse("k", 2),
        KeyError("a mistake of ours"),
    ):
        yield type(error).__name__, error


def test_every_error_that_has_words_is_among_them() -> None:
    cases = {
        node.cls.id
        for node in ast.walk(ast.parse(Path(wording.__file__).read_text("utf-8")))
        if isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Name)
    }
    classes = {kind.__name__ for _name, error in _errors() for kind in type(error).__mro__}
    assert cases - classes == set()
    assert {kind.__name__ for kind in errors.BookError.__subclasses__()} <= cases


@pytest.mark.parametrize(("name", "error"), [pytest.param(*one, id=one[0]) for one in _errors()])
def test_every_error_names_the_way_out(name: str, error: Exception) -> None:
    said = wording.told(error)
    assert bool(re.search(r"\bbitte\b", said, re.IGNORECASE)) != (name in _SAID), said


# --- banners and complaints

#: what leads on without »please« or a key: the sentence, and why it may
_SHOWN = {
    "Stopped; nothing was written.": "whoever stopped it knows",
    "A shipped text block cannot be removed; “Do not offer” takes it out.": "names the button",
    "No program here opens PDF files. The page of keys is there: {path}": "says where it is",
}
#: a function whose text comes from elsewhere, and why it may
_PASSED_ON = {"complain": "shows the complaints, each of which is looked at where it is made"}
#: what these say of an error is looked at above
_TOLD = {"sentence", "told"}
_TRANSLATED = {"_", "_k", "_n"}
_KEYS = {action.id for action in ACTIONS}


@cache
def _functions() -> dict[str, list[ast.FunctionDef]]:
    """The functions and methods of all modules that show trouble, by name; what is defined in one belongs to it."""
    found: dict[str, list[ast.FunctionDef]] = {}
    for path in SOURCES:
        text = path.read_text("utf-8")
        if not re.search(r"show_message\(|complain(ed\.emit)?\(|^def needs_body", text, re.MULTILINE):
            continue
        tree = ast.parse(text)
        bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
        for body in bodies:
            for node in body:
                if isinstance(node, ast.FunctionDef):
                    found.setdefault(node.name, []).append(node)
    return found


def _shown() -> Iterator[tuple[ast.FunctionDef, ast.expr]]:
    """Every text of trouble that has no button, and the function it is shown in."""
    for function in (one for many in _functions().values() for one in many):
        for call in ast.walk(function):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            if call.func.attr == "show_message":
                tones = [ast.unparse(part) for part in (*call.args, *(word.value for word in call.keywords))]
                button = len(call.args) > 3 or any(word.arg == "action" for word in call.keywords)
                if not button and {"Tone.PROBLEM", "Tone.WARNING"} & set(tones):
                    yield function, call.args[1]
            elif call.func.attr == "complain" or (
                call.func.attr == "emit" and ast.unparse(call.func).endswith("complained.emit")
            ):
                yield function, call.args[0]


def _texts(function: ast.FunctionDef, text: ast.AST, *, called: bool = True) -> Iterator[str | None]:
    """The message ids that a text is made of, also in functions that are ``called``; None for what an error says."""
    for node in ast.walk(text):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            if name in _TOLD:
                yield None
            elif name in _TRANSLATED:
                yield from (str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant))
            elif called and len(others := _functions().get(name, [])) == 1:
                for part in ast.walk(others[0]):
                    if isinstance(part, ast.Return) and part.value is not None:
                        yield from _texts(others[0], part.value, called=False)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            for part in ast.walk(function):
                if isinstance(part, ast.Assign) and node.id in {ast.unparse(target) for target in part.targets}:
                    yield from _texts(function, part.value, called=called)


def _leads_on(text: str) -> bool:
    named = set(re.findall(r"{(\w+)}", text)) & _KEYS
    return bool(named) or "please" in text.lower() or "{reason}" in text or text in _SHOWN


def test_every_banner_of_trouble_names_the_way_out_or_has_a_button() -> None:
    dead, seen, passed = [], set(), set()
    for function, shown in _shown():
        texts = list(_texts(function, shown))
        if not texts:
            passed.add(function.name)
        seen.update(texts)
        dead += [text for text in texts if text is not None and not _leads_on(text)]
    assert dead == []
    assert passed == set(_PASSED_ON)
    assert set(_SHOWN) <= seen, "an exception that is no longer needed"
    assert len(seen) > 8, "the search finds what there is"
