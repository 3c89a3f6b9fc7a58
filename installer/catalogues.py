"""Brings the catalogues up to date: `python installer/catalogues.py [ui] [document]`.

Collects the message ids of the window and of the documents from the source and adds new ones to the catalogues of
every language (a folder of resources/locale each, LC_MESSAGES/*.po in it, translated by hand), drops those no longer
used, and compiles all to .mo. Both kinds of file are committed, so that installing and running need no compiler.

A language is added by its folder: `mkdir resources/locale/fr`, then this program, then translating its ui.po. What is
not translated yet is shown in English.
"""

import io
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
#: one folder in it is one language
LOCALE = ROOT / "resources" / "locale"
#: its catalogues are complete; documents are written in it alone
GERMAN = "de"
#: the message ids are English already: its catalogue holds only what has another text on the screen
ENGLISH = "en"
HEADER = "# {language} of Protokollpult, translated by hand; installer/catalogues.py brings it up to date."
#: one date for ever: the same messages give the same bytes
DATE = datetime(2026, 1, 1, tzinfo=UTC)
#: how messages are marked in the source, see desktop/text.py
KEYWORDS = {"_": None, "_n": (1, 2), "N_": None, "_k": None}
#: where the messages of each catalogue stand; export writes documents, everything else that speaks is the window's
SOURCES = {
    "ui": (
        "desktop/ui",
        "desktop/cli.py",
        "desktop/app.py",
        "desktop/arguments.py",
        "desktop/__main__.py",
        "desktop/wording.py",
    ),
    "document": ("desktop/export",),
}


def languages(locale: Path = LOCALE) -> list[str]:
    """The languages that have a folder."""
    return sorted(path.name for path in locale.iterdir() if path.is_dir())


def domains(language: str) -> tuple[str, ...]:
    """The catalogues a language has: documents stay German."""
    return tuple(SOURCES) if language == GERMAN else ("ui",)


def folder(language: str = GERMAN, locale: Path = LOCALE) -> Path:
    """Where the catalogues of a language are."""
    return locale / language / "LC_MESSAGES"


def source_files(domain: str) -> list[Path]:
    """The modules whose messages belong to a catalogue, in order of their paths."""
    files: list[Path] = []
    for place in SOURCES[domain]:
        path = ROOT / place
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.is_file() else []
    return files


#: resources with words of the window: the page of house profiles, the placeholders of text blocks
HOUSES = ROOT / "resources" / "houses" / "settings.toml"
BLOCKS = ROOT / "resources" / "textblocks" / "standard.toml"


def house_words() -> Iterator[str]:
    """The message ids of the page of house profiles; its samples are words of documents."""
    words = tomllib.loads(HOUSES.read_text(encoding="utf-8"))
    for group in (*words["group"], *words["words"]):
        yield group["name"]
        for setting in group.get("settings", ()):
            yield from (setting[part] for part in ("name", "help", "zero") if setting.get(part))
    for table in (words["names"], words["columns"], words["placeholders"], *words["choices"].values()):
        yield from table.values()


def block_words() -> Iterator[str]:
    """The message ids of what placeholders mean; everything else about text blocks is words of documents."""
    yield from (one["meaning"] for one in tomllib.loads(BLOCKS.read_text(encoding="utf-8"))["placeholder"])


def extracted(domain: str) -> Catalog:
    """A catalogue without translations, of all messages in the source."""
    catalogue = Catalog(project="Protokollpult")
    for path in source_files(domain):
        for _line, message, comments, context in extract_from_file("python", path, keywords=KEYWORDS):
            place = [(path.relative_to(ROOT).as_posix(), None)]
            catalogue.add(message, None, place, auto_comments=comments, context=context)  # type: ignore[arg-type]
    for path, words in ((HOUSES, house_words), (BLOCKS, block_words)) if domain == "ui" else ():
        for message in words():
            catalogue.add(message, None, [(path.relative_to(ROOT).as_posix(), None)])  # type: ignore[list-item]
    return catalogue


def read(domain: str, language: str = GERMAN, locale: Path = LOCALE) -> Catalog:
    """The catalogue of a language as it is; empty where there is none yet."""
    path = folder(language, locale) / f"{domain}.po"
    if not path.exists():
        return Catalog(locale=language, project="Protokollpult")
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=domain)


def write(domain: str, catalogue: Catalog, language: str = GERMAN, locale: Path = LOCALE) -> None:
    """Writes the catalogue as text and compiled."""
    name = Locale.parse(language).english_name
    catalogue.header_comment = HEADER.format(language=name)
    catalogue.version, catalogue.msgid_bugs_address, catalogue.last_translator = "1", "", ""
    catalogue.language_team = str(name)
    catalogue.creation_date = catalogue.revision_date = DATE
    catalogue.fuzzy = False
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, catalogue, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    # Plural forms without a text would be compiled as the ids and hide what English says instead of them.
    for message in missing(catalogue):
        catalogue.delete(message)
    write_mo(compiled, catalogue)
    place = folder(language, locale)
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{domain}.po").write_bytes(text.getvalue())
    (place / f"{domain}.mo").write_bytes(compiled.getvalue())


def update(domain: str, language: str = GERMAN, locale: Path = LOCALE) -> list[str]:
    """Merges the source into the catalogue of a language; returns the message ids that still need a text."""
    catalogue = read(domain, language, locale)
    # No guessing from similar messages: a wrong sentence is worse than none.
    catalogue.update(extracted(domain), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    without = missing(catalogue)
    if language == ENGLISH:
        while without:
            catalogue.delete(without.pop())
    write(domain, catalogue, language, locale)
    return without


def missing(catalogue: Catalog) -> list[str]:
    """The message ids without a text; of those with a plural the singular."""
    found = []
    for message in catalogue:
        strings = message.string if isinstance(message.string, list | tuple) else (message.string,)
        if message.id and not all(strings):
            found.append(message.id[0] if isinstance(message.id, list | tuple) else message.id)
    return found


if __name__ == "__main__":
    for code in languages():
        for name in domains(code):
            if not sys.argv[1:] or name in sys.argv[1:]:
                for one in update(name, code):
                    print(f"{name}, {code}: ohne Übersetzung: {one}")
