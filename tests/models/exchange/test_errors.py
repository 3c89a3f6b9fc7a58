"""Bad files: one error with the place, quickly, and never anything else than an ExchangeError."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.exchange.errors import (
    BrokenReferenceError,
    ExchangeError,
    InvalidFileError,
    Problem,
    UnreadableFileError,
    UnsupportedFileError,
)
from desktop.models.exchange.session_file import read
from tests.strategies import session_files

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def whole() -> dict[str, Any]:
    item = {
        "id": "top3",
        "number": "3",
        "name": "Haushalt",
        "public": True,
        "proceedings": [
            {"kind": "speech", "speaker": "p1", "text": "…"},
            {"kind": "vote", "id": "v1", "method": "open", "yes": 3},
        ],
    }
    return {
        "format": "protokollpult-session",
        "version": 1,
        "persons": [{"id": "p1", "familyName": "Muster"}],
        "papers": [{"id": "d1", "name": "Vorlage"}],
        "meetings": [{"id": "m", "name": "Sitzung", "start": "2026-03-18T18:00:00+01:00", "agenda": [item]}],
    }


def refused(data: bytes | str | dict[str, Any]) -> ExchangeError:
    if isinstance(data, dict):
        data = json.dumps(data)
    with pytest.raises(ExchangeError) as caught:
        read(data.encode() if isinstance(data, str) else data)
    return caught.value


def changed(change: Callable[[dict[str, Any]], Any]) -> ExchangeError:
    content = whole()
    change(content)
    return refused(content)


def item(content: dict[str, Any]) -> Any:
    return content["meetings"][0]["agenda"][0]


def entry(content: dict[str, Any], index: int) -> Any:
    return item(content)["proceedings"][index]


ITEM = "/meetings/0/agenda/0"
SPEECH = ITEM + "/proceedings/0"
VOTE = ITEM + "/proceedings/1"


def test_the_file_of_these_tests_is_valid() -> None:
    assert read(json.dumps(whole()).encode()).session.meetings


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"", 1, 1),
        (b"{\n  'a': 1}", 2, 3),
        (b'{"a": 1,\n "b": "x\ny"}', 2, 9),
        (b"{} {}", 1, 4),
    ],
)
def test_broken_json_says_line_and_column(data: bytes, line: int, column: int) -> None:
    error = refused(data)
    assert isinstance(error, UnreadableFileError)
    assert (error.problem, error.line, error.column) == (Problem.BROKEN_JSON, line, column)


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b'{\n"n": "\xfc"}', 2, 7), (b"\xff\xfe{\x00", 1, 1), (b'"\xed\xa0\xbd"', 1, 2), (b'\xef\xbb\xbf"\xe4"', 1, 2)],
)
def test_other_encodings_say_line_and_column(data: bytes, line: int, column: int) -> None:
    error = refused(data)
    assert (error.problem, error.line, error.column) == (Problem.NOT_UTF8, line, column)


@pytest.mark.parametrize("data", ["[" * 100_000, '{"a":' * 100_000, '{"a":[' * 50_000, "[" * 900 + "]" * 900])
def test_deep_nesting_is_refused_at_once(data: str) -> None:
    begin = time.process_time()
    error = refused(data)
    assert error.problem in (Problem.TOO_DEEP, Problem.OTHER_FORMAT)
    # Not a figure to reach, only proof that the depth is not walked.
    assert time.process_time() - begin < 5


def test_deep_nesting_within_a_session_is_refused() -> None:
    deep: Any = "x"
    for _ in range(400):
        deep = [deep]
    error = changed(lambda content: item(content).update(name=deep))
    assert (error.problem, error.place) == (Problem.WRONG_TYPE, ITEM + "/name")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none(number: str) -> None:
    error = refused(json.dumps(whole()).replace('"yes": 3', f'"yes": {number}'))
    assert (error.problem, error.place, error.near) == (Problem.NOT_A_NUMBER, VOTE + "/yes", "v1")


@pytest.mark.parametrize("number", ["9223372036854775808", "-" + "9" * 30, "9" * 5000, "1e300"])
def test_numbers_that_no_column_holds(number: str) -> None:
    error = refused(json.dumps(whole()).replace('"yes": 3', f'"yes": {number}'))
    assert (error.problem, error.place) == (Problem.NUMBER_TOO_BIG, VOTE + "/yes")


def test_repeated_properties_are_named() -> None:
    error = refused(json.dumps(whole()).replace('"number": "3"', '"number": "3", "number": "4"'))
    assert (error.problem, error.place, error.found) == (Problem.DUPLICATE_PROPERTY, ITEM, ("number",))
    # The inner repetition is lost with the object around it; the outer one is told.
    error = refused('{"a": {"b": 1, "b": 2}, "a": 3}')
    assert (error.place, error.found) == ("", ("a",))


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x07", "U+0007"),
        ("\x00", "U+0000"),
        ("\x85", "U+0085"),
        ("\ud83d", "U+D83D"),
        ("\uffff", "U+FFFF"),
        ("\ufdd0", "U+FDD0"),
        ("\U0001fffe", "U+1FFFE"),
    ],
)
def test_forbidden_characters_are_named_with_their_place(character: str, name: str) -> None:
    error = changed(lambda content: entry(content, 0).update(text=f"a{character}b"))
    assert (error.problem, error.place) == (Problem.FORBIDDEN_CHARACTER, SPEECH + "/text")
    assert (error.found, error.near) == ((name,), "top3")


def test_forbidden_characters_in_names_of_labels() -> None:
    error = changed(lambda content: content.update(body={"name": "Stadt", "labels": {"a\x01": "b"}}))
    assert (error.problem, error.place) == (Problem.FORBIDDEN_CHARACTER, "/body/labels")


@pytest.mark.parametrize("text", ["a\r\nb", "a\tb", "\u00a0\u00ad", "👩\u200d🚒", "\u202e"])
def test_other_characters_are_kept(text: str) -> None:
    content = whole()
    entry(content, 0)["text"] = text
    speech = read(json.dumps(content).encode()).session.meetings[0].agenda[0].proceedings[0]
    assert speech.text == text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("[]", Problem.OTHER_FORMAT),
        ("null", Problem.OTHER_FORMAT),
        ('{"id": "https://example.org/oparl", "type": "https://schema.oparl.org/1.1/Meeting"}', Problem.OTHER_FORMAT),
        ('{"format": "protokollpult-session", "version": 2, "neu": 1}', Problem.NEWER_VERSION),
    ],
)
def test_other_formats_and_later_versions(data: str, problem: Problem) -> None:
    error = refused(data)
    assert isinstance(error, UnsupportedFileError)
    assert error.problem == problem


def without(name: str) -> Callable[[dict[str, Any]], Any]:
    return lambda content: content["meetings"][0].pop(name)


@pytest.mark.parametrize(
    ("change", "problem", "place", "found", "expected"),
    [
        (lambda c: c.update(version="1"), Problem.NOT_A_CHOICE, "/version", ("1",), ("1",)),
        (lambda c: c.pop("version"), Problem.MISSING_PROPERTY, "", (), ("version",)),
        (lambda c: c.update(meetings=[]), Problem.TOO_SHORT, "/meetings", (), ()),
        (lambda c: c.update(meetings={}), Problem.WRONG_TYPE, "/meetings", (), ("array",)),
        (without("agenda"), Problem.MISSING_PROPERTY, "/meetings/0", (), ("agenda",)),
        (lambda c: item(c).update(farbe="rot"), Problem.UNKNOWN_PROPERTY, ITEM, ("farbe",), ()),
        (lambda c: item(c).update(nmae=item(c).pop("name")), Problem.UNKNOWN_PROPERTY, ITEM, ("nmae",), ()),
        (lambda c: item(c).update(public="ja"), Problem.WRONG_TYPE, ITEM + "/public", (), ("boolean",)),
        (lambda c: item(c).update(id=""), Problem.TOO_SHORT, ITEM + "/id", (), ()),
        (lambda c: entry(c, 0).update(kind="rede"), Problem.NOT_A_CHOICE, SPEECH + "/kind", ("rede",), None),
        (lambda c: entry(c, 0).pop("kind"), Problem.MISSING_PROPERTY, SPEECH, (), ("kind",)),
        (lambda c: entry(c, 0).pop("speaker"), Problem.MISSING_ONE_OF, SPEECH, (), ("speaker", "speakerName")),
        (lambda c: entry(c, 0).update(sprecher="p"), Problem.UNKNOWN_PROPERTY, SPEECH, ("sprecher",), ()),
        (lambda c: c["persons"][0].pop("familyName"), Problem.MISSING_ONE_OF, "/persons/0", (),
         ("familyName", "function")),
        (lambda c: entry(c, 1).update(yes=-1), Problem.TOO_SMALL, VOTE + "/yes", ("-1",), ("0",)),
        (lambda c: entry(c, 1).update(yes=1.5), Problem.WRONG_TYPE, VOTE + "/yes", (), ("integer",)),
        (lambda c: entry(c, 1).update(yes=True), Problem.WRONG_TYPE, VOTE + "/yes", (), ("integer",)),
        (lambda c: entry(c, 1).update(method="secret", ballots=[]), Problem.NOT_ALLOWED_TOGETHER, VOTE,
         ("ballots",), ()),
        (lambda c: c.update(body={"name": "x", "ags": "123"}), Problem.WRONG_FORM, "/body/ags", ("123",), None),
        (lambda c: c["meetings"][0].update(start="gestern"), Problem.BAD_DATE_TIME, "/meetings/0/start",
         ("gestern",), ()),
        (lambda c: c["meetings"][0].update(start=5), Problem.WRONG_TYPE, "/meetings/0/start", (), ("string",)),
        (lambda c: c["meetings"][0].update(files=[{"name": "a", "content": "%%"}]), Problem.BAD_BASE64,
         "/meetings/0/files/0/content", (), ()),
        (lambda c: c["meetings"][0].update(files=[{"name": "a", "content": "abc"}]), Problem.BAD_BASE64,
         "/meetings/0/files/0/content", (), ()),
    ],
)  # fmt: skip
def test_breaks_of_the_contract(
    change: Callable[[dict[str, Any]], Any],
    problem: Problem,
    place: str,
    found: tuple[str, ...],
    expected: tuple[str, ...] | None,
) -> None:
    error = changed(change)
    assert (error.problem, error.place, error.found) == (problem, place, found)
    assert isinstance(error, InvalidFileError)
    assert error.expected == expected if expected is not None else error.expected


@pytest.mark.parametrize("value", ["2026-02-30", "2026-1-1", "20260101", "2026-W01-1", "18.03.2026", "0000-01-01", ""])
def test_days_that_are_none(value: str) -> None:
    error = changed(lambda content: content["meetings"][0].update(minutesDate=value))
    assert (error.problem, error.place) == (Problem.BAD_DATE, "/meetings/0/minutesDate")


@pytest.mark.parametrize(
    "value",
    [
        *("2026-03-18", "2026-03-18T18:00:00", "2026-03-18T18:00+01:00", "2026-03-18 18:00:00+01:00"),
        *("2026-02-29T18:00:00Z", "2026-03-18T24:00:01Z", "2026-03-18T18:60:00Z", "2026-03-18T18:00:00+24:00"),
        "2026-03-18T18:00:00+0100",
    ],
)
def test_moments_that_are_none(value: str) -> None:
    error = changed(lambda content: entry(content, 0).update(at=value))
    assert (error.problem, error.place) == (Problem.BAD_DATE_TIME, SPEECH + "/at")


def test_references_to_nothing() -> None:
    error = changed(lambda content: entry(content, 0).update(speaker="p2"))
    assert isinstance(error, BrokenReferenceError)
    assert (error.problem, error.place, error.found) == (Problem.DANGLING_REFERENCE, SPEECH + "/speaker", ("p2",))


def test_references_to_the_wrong_kind_of_thing() -> None:
    error = changed(lambda content: entry(content, 0).update(speaker="d1"))
    assert (error.problem, error.place) == (Problem.WRONG_REFERENCE, SPEECH + "/speaker")
    assert (error.found, error.expected) == (("d1", "Paper"), ("Person",))
    error = changed(lambda content: entry(content, 1).update(on=["top3", "p1"]))
    assert (error.place, error.found) == (VOTE + "/on/1", ("p1", "Person"))


def test_ids_used_twice_name_both_places() -> None:
    error = changed(lambda content: entry(content, 1).update(id="p1"))
    assert (error.problem, error.place) == (Problem.DUPLICATE_ID, VOTE + "/id")
    assert (error.found, error.expected) == (("p1",), ("/persons/0",))


def test_labels_named_like_an_id_are_no_ids() -> None:
    content = whole() | {"body": {"name": "Stadt", "labels": {"id": "p1"}}}
    assert read(json.dumps(content).encode()).session.body


def test_places_are_pointers_that_can_be_followed() -> None:
    error = changed(lambda content: content.update(body={"name": "Stadt", "labels": {"a/b~c": 1}}))
    assert error.place == "/body/labels/a~1b~0c"


def test_a_file_of_which_everything_is_wrong_is_refused_quickly() -> None:
    begin = time.process_time()
    error = changed(lambda content: content["meetings"][0].update(agenda=[{}] * 200_000))
    assert error.problem == Problem.MISSING_PROPERTY
    assert time.process_time() - begin < 20


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(session_files(), ANY, st.data())
def test_whatever_stands_anywhere_nothing_but_an_exchange_error_comes(
    content: dict[str, Any], garbage: Any, data: st.DataObject
) -> None:
    target: Any = content
    while data.draw(st.booleans()) and isinstance(target, dict | list) and target:
        key = data.draw(st.sampled_from(sorted(target) if isinstance(target, dict) else range(len(target))))
        if not isinstance(target[key], dict | list):
            target[key] = garbage
            break
        target = target[key]
    else:
        if isinstance(target, dict):
            target[data.draw(st.text(max_size=5))] = garbage
    # Any other exception fails the test.
    with suppress(ExchangeError):
        read(json.dumps(content).encode())


@given(st.binary(max_size=200))
def test_any_bytes_give_an_exchange_error(data: bytes) -> None:
    with pytest.raises(ExchangeError):
        read(data)
