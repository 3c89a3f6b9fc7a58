"""Brings the catalogues up to date: `python installer/catalogues.py [ui] [document]`.

Collects the message ids of the window and of the documents from the source, adds new ones to the German catalogues
(resources/locale/de/LC_MESSAGES/*.po, to be translated by hand), drops those no longer used, and compiles all to .mo.
Both kinds of file are committed, so that installing and running need no compiler.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = "de"
HEADER = "# German of Protokollpult, translated by hand; installer/catalogues.py brings it up to date."
#: one date for ever: the same messages give the same bytes
DATE = datetime(2026, 1, 1, tzinfo=UTC)
#: how messages are marked in the source, see desktop/text.py
KEYWORDS = {"_": None, "_n": (1, 2), "N_": None}
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


def folder() -> Path:
    """Where the German catalogues are."""
    return ROOT / "resources" / "locale" / LANGUAGE / "LC_MESSAGES"


def source_files(domain: str) -> list[Path]:
    """The modules whose messages belong to a catalogue, in order of their paths."""
    files: list[Path] = []
    for place in SOURCES[domain]:
        path = ROOT / place
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.is_file() else []
    return files


def extracted(domain: str) -> Catalog:
    """A catalogue without translations, of all messages in the source."""
    catalogue = Catalog(project="Protokollpult")
    for path in source_files(domain):
        for _line, message, comments, context in extract_from_file("python", path, keywords=KEYWORDS):
            place = [(path.relative_to(ROOT).as_posix(), None)]
            catalogue.add(message, None, place, auto_comments=comments, context=context)  # type: ignore[arg-type]
    return catalogue


def read(domain: str) -> Catalog:
    """The German catalogue as it is."""
    with (folder() / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=LANGUAGE, domain=domain)


def write(domain: str, catalogue: Catalog) -> None:
    """Writes the catalogue as text and compiled."""
    catalogue.header_comment = HEADER
    catalogue.version, catalogue.msgid_bugs_address, catalogue.last_translator = "1", "", ""
    catalogue.language_team = "German"
    catalogue.creation_date = catalogue.revision_date = DATE
    catalogue.fuzzy = False
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, catalogue, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    write_mo(compiled, catalogue)
    (folder() / f"{domain}.po").write_bytes(text.getvalue())
    (folder() / f"{domain}.mo").write_bytes(compiled.getvalue())


def update(domain: str) -> list[str]:
    """Merges the source into the German catalogue; returns the message ids still without German."""
    path = folder() / f"{domain}.po"
    catalogue = read(domain) if path.exists() else Catalog(locale=LANGUAGE, project="Protokollpult")
    # No guessing from similar messages: a wrong German sentence is worse than none.
    catalogue.update(extracted(domain), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    write(domain, catalogue)
    return [str(message.id) for message in catalogue if message.id and not all(_strings(message.string))]


def _strings(string: object) -> tuple[object, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (string,)


if __name__ == "__main__":
    for name in sys.argv[1:] or SOURCES:
        for missing in update(name):
            print(f"{name}: ohne Übersetzung: {missing}")
