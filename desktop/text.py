"""All words and dates: gettext for the window and for the documents, Babel for dates and numbers.

There are two catalogues, because the documents stay German whatever the window speaks. Message ids are English. A
module takes the functions of its catalogue under the short names that the extraction looks for
(``installer/catalogues.py``)::

    from desktop.text import document_text as _, document_plural as _n

Placeholders stand in braces: ``_("Saved {time}", time=...)``.
"""

import gettext
import os
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_format_date
from babel.dates import format_time as babel_format_time
from babel.numbers import format_decimal

from desktop.paths import resource
from desktop.pseudo import PSEUDO, Pseudo

#: documents are German, whatever the language of the window
DOCUMENT_LANGUAGE = "de"
#: the language of every document as BCP 47
DOCUMENT_LANGUAGE_TAG = "de-DE"

#: the language of the window where nobody chose another one
STANDARD_LANGUAGE = "de"
#: of the message ids; what a catalogue does not have is shown in it
_ENGLISH = "en"

#: where a language is written differently from place to place
_LOCALES = {"de": "de_DE", "en": "en_GB", PSEUDO: "en_GB"}
#: how the window writes a day; every other language writes 5 March 2026
_DAYS = {"de": "dd.MM.yyyy"}
_DAY = "d MMMM yyyy"
#: the same with the weekday and without the year, where room is scarce
_SHORT_DAYS = {"de": "EE d.M."}
_SHORT_DAY = "EE d MMM"


class Domain(StrEnum):
    """The two catalogues."""

    UI = "ui"
    DOCUMENT = "document"


_window_language = STANDARD_LANGUAGE


def _places() -> list[Path]:
    """Where the languages are, a folder each; PROTOKOLLPULT_LOCALE names a place before the program's own."""
    more = os.environ.get("PROTOKOLLPULT_LOCALE")
    return [*([Path(more)] if more else []), resource("locale")]


def _compiled(domain: Domain, language: str) -> Path | None:
    """The compiled catalogue of a language; None where there is none."""
    files = (place / language / "LC_MESSAGES" / f"{domain}.mo" for place in _places())
    return next((file for file in files if file.is_file()), None)


def languages() -> Mapping[str, str]:
    """The languages of the window by their codes, named as they name themselves, German and English first."""
    found = {path.parent.parent.name for place in _places() for path in place.glob(f"*/LC_MESSAGES/{Domain.UI}.mo")}
    order = sorted(found, key=lambda code: (code != STANDARD_LANGUAGE, code != _ENGLISH, code))
    return {code: name for code in order if (name := _own_name(code))}


def _own_name(code: str) -> str | None:
    """What a language calls itself; None where the code is none."""
    try:
        name = Locale.parse(code).get_display_name(code)
    except (ValueError, UnknownLocaleError):
        return None
    return name[:1].upper() + name[1:] if name else None


def window_language() -> str:
    """The language of the window."""
    return _window_language


def window_locale() -> str:
    """The language of the window with the country whose habits it follows: de_DE."""
    return _LOCALES.get(_window_language, _window_language)


def use_language(language: str) -> None:
    """Words that are asked for from now on are in this language; what is shown already stays as it is.

    A language without a catalogue leaves it at the standard one.
    """
    global _window_language
    known = language in _LOCALES or language in languages()
    _window_language = language if known else STANDARD_LANGUAGE


@cache
def _catalogue(domain: Domain, language: str) -> gettext.NullTranslations:
    if language == PSEUDO:
        return Pseudo()
    file = _compiled(domain, language)
    if file is None:
        return gettext.NullTranslations()
    with file.open("rb") as content:
        found = gettext.GNUTranslations(content)
    if domain is Domain.UI and language not in (STANDARD_LANGUAGE, _ENGLISH):
        found.add_fallback(_catalogue(domain, _ENGLISH))
    return found


def _filled(message: str, values: dict[str, object]) -> str:
    return message.format(**values) if values else message


def ui_text(message: str, **values: object) -> str:
    """A text of the window in its language."""
    return _filled(_catalogue(Domain.UI, window_language()).gettext(message), values)


def ui_plural(one: str, many: str, number: int, **values: object) -> str:
    """A text of the window that depends on a number; ``{number}`` stands for it."""
    text = _catalogue(Domain.UI, window_language()).ngettext(one, many, number)
    return _filled(text, {"number": number, **values})


def document_text(message: str, **values: object) -> str:
    """A text of the documents."""
    return _filled(_catalogue(Domain.DOCUMENT, DOCUMENT_LANGUAGE).gettext(message), values)


def document_plural(one: str, many: str, number: int, **values: object) -> str:
    """A text of the documents that depends on a number; ``{number}`` stands for it."""
    text = _catalogue(Domain.DOCUMENT, DOCUMENT_LANGUAGE).ngettext(one, many, number)
    return _filled(text, {"number": number, **values})


def marked(message: str) -> str:
    """A message id that stands in a table and is translated where it is used; imported as ``N_``."""
    return message


def format_date(day: date, pattern: str, language: str = DOCUMENT_LANGUAGE) -> str:
    """A day by a pattern of the Unicode locale data: ``EEEE, dd.MM.yyyy`` gives Donnerstag, 05.03.2026."""
    return babel_format_date(day, pattern, locale=_LOCALES.get(language, language))


def format_time(moment: datetime | time, pattern: str, language: str = DOCUMENT_LANGUAGE) -> str:
    """A time of day by a pattern, as its own clock shows it: ``HH:mm`` gives 18:42.

    The window shows times by 24 hours in every language, so that this is for both.
    """
    clock_time = moment.time() if isinstance(moment, datetime) else moment.replace(tzinfo=None)
    return babel_format_time(clock_time, pattern, locale=_LOCALES.get(language, language))


def format_number(number: int, language: str = DOCUMENT_LANGUAGE) -> str:
    """A whole number with the separators of the language: 1.024."""
    return format_decimal(number, locale=_LOCALES.get(language, language))


def window_date(day: date, *, weekday: bool = False) -> str:
    """A day as the window writes it: 05.03.2026, in English 5 March 2026; with the weekday Do., 05.03.2026."""
    pattern = _DAYS.get(_window_language, _DAY)
    return format_date(day, f"EEE, {pattern}" if weekday else pattern, _window_language)


def window_day(day: date) -> str:
    """A day of these weeks in short: Do. 5.3., in English Thu 5 Mar."""
    return format_date(day, _SHORT_DAYS.get(_window_language, _SHORT_DAY), _window_language)


def window_number(number: int) -> str:
    """A whole number as the window writes it: 1.024, in English 1,024."""
    return format_number(number, _window_language)


@cache
def month_numbers(language: str) -> Mapping[str, int]:
    """The months of a language by their names and their short forms, in small letters and without a full stop."""
    locale = Locale.parse(_LOCALES.get(language, language))
    forms = (forms[width] for forms in locale.months.values() for width in ("wide", "abbreviated"))
    return {name.casefold().rstrip("."): number for form in forms for number, name in form.items()}
