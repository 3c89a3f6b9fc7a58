"""The catalogues are complete, agree with the source and are compiled; dates and numbers are German."""

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from hypothesis import given
from hypothesis import strategies as st

from desktop import text
from desktop.clock import BERLIN
from desktop.pseudo import PSEUDO, pseudo
from desktop.text import Domain

SCRIPT = Path(__file__).parent.parent / "installer" / "catalogues.py"


def _load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogues"] = module
    spec.loader.exec_module(module)
    return module


catalogues = _load_script()
# Nothing changes the source meanwhile, and reading it is what takes the time.
catalogues.extracted = cache(catalogues.extracted)
domains = pytest.mark.parametrize("domain", list(Domain))


def _messages(catalogue: Catalog) -> dict[object, tuple[str, ...]]:
    def strings(value: object) -> tuple[str, ...]:
        return tuple(str(part) for part in value) if isinstance(value, list | tuple) else (str(value),)

    return {strings(message.id): strings(message.string) for message in catalogue if message.id}


def _placeholders(message: str) -> set[str]:
    return set(re.findall(r"{(\w*)}", message))


@domains
def test_every_message_of_the_source_has_german_and_none_is_left_over(domain: Domain) -> None:
    german = _messages(catalogues.read(domain))
    assert set(german) == set(_messages(catalogues.extracted(domain)))
    assert [ids for ids, strings in german.items() if not all(strings)] == []


@domains
def test_german_has_the_same_placeholders(domain: Domain) -> None:
    for ids, strings in _messages(catalogues.read(domain)).items():
        assert isinstance(ids, tuple)
        wanted = set().union(*map(_placeholders, ids))
        for string in strings:
            assert _placeholders(string) - {"number"} == wanted - {"number"}, ids


@domains
def test_compiled_catalogue_agrees_with_the_text(domain: Domain) -> None:
    with (catalogues.folder() / f"{domain}.mo").open("rb") as file:
        compiled = _messages(read_mo(file))
    assert compiled == _messages(catalogues.read(domain))


def test_a_text_without_values_keeps_its_braces() -> None:
    assert text.ui_text("a {brace} that nobody translates") == "a {brace} that nobody translates"


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("dd.MM.yyyy", "05.03.2026"),
        ("ccc, dd.MM.yyyy", "Do, 05.03.2026"),
        ("EEE, dd.MM.yyyy", "Do., 05.03.2026"),
        ("EEEE, dd.MM.yyyy", "Donnerstag, 05.03.2026"),
        ("d. MMMM yyyy", "5. März 2026"),
    ],
)
def test_dates_are_german(pattern: str, shown: str) -> None:
    assert text.format_date(date(2026, 3, 5), pattern) == shown


def test_a_time_is_shown_as_its_own_clock_shows_it() -> None:
    assert text.format_time(datetime(2026, 7, 1, 18, 5, tzinfo=BERLIN), "HH:mm") == "18:05"


def test_numbers_are_german() -> None:
    assert text.format_number(1234567) == "1.234.567"
    assert text.format_number(1234567, "en") == "1,234,567"


@given(st.text(alphabet="aeiouABC xyz.…", min_size=1, max_size=60), st.sampled_from(["", " {name}", "{number} x"]))
def test_pseudo_language_is_twice_as_long_and_keeps_placeholders(words: str, more: str) -> None:
    message = words + more
    if words.split():
        assert len(pseudo(message)) >= 2 * len(message) - len("{number}") * 2
    assert re.findall(r"{\w+}", pseudo(message)) == re.findall(r"{\w+}", message)


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Changes the language of the window for one test."""
    yield text.use_language
    text.use_language("de")


def test_window_speaks_the_language_it_is_told(speak: Callable[[str], None]) -> None:
    assert text.ui_text("Keys") == "Tasten"
    speak("en")
    assert text.ui_text("Keys") == "Keys"
    speak(PSEUDO)
    assert text.ui_text("Keys") == pseudo("Keys")
    speak("de")
    assert text.ui_text("Keys") == "Tasten"


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", ("05.03.2026", "Do., 05.03.2026", "Do. 5.3.", "1.024", "Donnerstag")),
        ("en", ("5 March 2026", "Thu, 5 March 2026", "Thu 5 Mar", "1,024", "Donnerstag")),
    ],
)
def test_dates_and_numbers_of_the_window_follow_its_language_and_those_of_documents_do_not(
    speak: Callable[[str], None], language: str, shown: tuple[str, ...]
) -> None:
    speak(language)
    day = date(2026, 3, 5)
    window = (text.window_date(day), text.window_date(day, weekday=True), text.window_day(day))
    assert (*window, text.window_number(1024), text.format_date(day, "EEEE")) == shown


def test_a_language_is_added_by_its_catalogue_alone(
    speak: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    danish = Catalog(locale="da")
    danish.add("Cancel", "Annuller")
    danish.add(("{number} task", "{number} tasks"), ("{number} opgave", "{number} opgaver"))
    catalogues.write("ui", danish, "da", tmp_path)
    assert catalogues.languages(tmp_path) == ["da"]
    assert "Quit" in catalogues.update("ui", "da", tmp_path)
    monkeypatch.setenv("PROTOKOLLPULT_LOCALE", str(tmp_path))
    assert dict(text.languages()) == {"de": "Deutsch", "en": "English", "da": "Dansk"}
    speak("da")
    assert text.ui_text("Cancel") == "Annuller"
    assert text.ui_plural("{number} task", "{number} tasks", 2) == "2 opgaver"
    assert text.ui_plural("{number} file written.", "{number} files written.", 2) == "2 files written."
    english = next(message for message in catalogues.read("ui", "en") if message.id and isinstance(message.id, str))
    assert text.ui_text(english.id) == english.string
    assert text.window_date(date(2026, 3, 5)) == "5 marts 2026"
    assert text.document_text("Saved") == "Saved"
    speak("nobody")
    assert text.ui_text("Cancel") == "Abbrechen"


@pytest.mark.parametrize("language", [one for one in catalogues.languages() if one != "de"])
def test_other_languages_have_messages_and_placeholders_of_the_source(language: str) -> None:
    known = _messages(catalogues.extracted("ui"))
    for ids, strings in _messages(catalogues.read("ui", language)).items():
        assert ids in known
        wanted = set().union(*map(_placeholders, ids))
        for string in strings:
            assert not string or _placeholders(string) - {"number"} == wanted - {"number"}, ids


def test_each_language_of_the_window_has_its_own_quotation_marks() -> None:
    english = _messages(catalogues.read("ui", "en"))
    for ids, german in _messages(catalogues.read("ui")).items():
        assert not re.search("[„“”]", "".join(german)), german
        shown = english.get(ids, ids)
        assert isinstance(shown, tuple)
        assert not re.search("[»«„]", "".join(shown)), shown
