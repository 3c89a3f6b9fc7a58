"""All words and dates: gettext for the window and for the documents, Babel for dates and numbers.

There are two catalogues, because the documents stay German whatever the window speaks. Message ids are English. A
module takes the functions of its catalogue under the short names that the extraction looks for
(``installer/catalogues.py``)::

    from desktop.text import document_text as _, document_plural as _n

Placeholders stand in braces: ``_("Saved {time}", time=...)``.
"""

import gettext
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache

from babel.dates import format_date as babel_format_date
from babel.dates import format_time as babel_format_time
from babel.numbers import format_decimal

from desktop.paths import resource
from desktop.pseudo import PSEUDO, Pseudo

#: documents are German, whatever the language of the window
DOCUMENT_LANGUAGE = "de"
#: the language of every document as BCP 47
DOCUMENT_LANGUAGE_TAG = "de-DE"

_LOCALES = {"de": "de_DE", "en": "en_GB", PSEUDO: "en_GB"}


class Domain(StrEnum):
    """The two catalogues."""

    UI = "ui"
    DOCUMENT = "document"


_window_language = "de"


def window_language() -> str:
    """The language of the window."""
    return _window_language


def use_language(language: str) -> None:
    """Words that are asked for from now on are in this language; what is shown already stays as it is."""
    global _window_language
    _window_language = language


@cache
def _catalogue(domain: Domain, language: str) -> gettext.NullTranslations:
    if language == PSEUDO:
        return Pseudo()
    with resource("locale", language, "LC_MESSAGES", f"{domain}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


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
    return babel_format_date(day, pattern, locale=_LOCALES[language])


def format_time(moment: datetime | time, pattern: str, language: str = DOCUMENT_LANGUAGE) -> str:
    """A time of day by a pattern, as its own clock shows it: ``HH:mm`` gives 18:42."""
    clock_time = moment.time() if isinstance(moment, datetime) else moment.replace(tzinfo=None)
    return babel_format_time(clock_time, pattern, locale=_LOCALES[language])


def format_number(number: int, language: str = DOCUMENT_LANGUAGE) -> str:
    """A whole number with the separators of the language: 1.024."""
    return format_decimal(number, locale=_LOCALES[language])
