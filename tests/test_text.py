"""The catalogues are complete, agree with the source and are compiled; dates and numbers are German."""

import importlib.util
import re
import sys
from datetime import date, datetime
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


def test_window_speaks_the_language_it_is_told() -> None:
    german = text.ui_text("Keys")
    assert german == "Tasten"
    text.use_language(PSEUDO)
    try:
        assert text.ui_text("Keys") == pseudo("Keys")
    finally:
        text.use_language("de")
