"""A whole item of a real meeting typed at the desk, by keys only: its documents are those of the imported one."""

import io
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from desktop.clock import BERLIN
from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.publish import Format, Order, publish
from desktop.models import intake
from desktop.models.book import Book
from desktop.models.edition import make_edition
from desktop.models.exchange import session_file
from desktop.models.profiles import choose
from desktop.models.values import Reader
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.conftest import SHARED
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until

CASE = SHARED / "cases" / "seed-004.json"
pytestmark = pytest.mark.skipif(not CASE.is_file(), reason="the real cases lie beside the checkout on some machines")

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=BERLIN)


def type_markup(text: str) -> None:
    """Types stored text: an empty line is Shift+Enter, ** is Ctrl+B."""
    for place, paragraph in enumerate(text.split("\n\n")):
        if place:
            press("Shift+Return")
        for number, part in enumerate(paragraph.split("**")):
            if number:
                press("Ctrl+B")
            type_text(part)


def type_item(item: dict[str, Any]) -> None:
    """From an empty agenda on; the keyboard is in the agenda."""
    press("Ins")
    name = QApplication.focusWidget()
    type_text(item["name"] + "\n")
    wait_until(lambda: QApplication.focusWidget() is not name, "the name is taken over")
    window = QApplication.activeWindow()
    press("Alt+Return")
    wait_until(lambda: QApplication.activeWindow() not in (None, window), "the form of the item")
    type_text("\t" + item["number"])
    for _ in range(12):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() == "Internetadresse":
            break
        type_text("\t")
    type_text(item["web"])
    press("Esc")
    wait_until(lambda: QApplication.activeWindow() is window, "the desk in front again")
    press("Esc")


def type_entries(entries: list[dict[str, Any]], names: dict[str, str]) -> None:
    """Headings, speeches, the vote."""
    known_role: dict[str, str] = {}
    first_speech = True
    for entry in entries:
        if entry["kind"] == "text":
            press("Alt+Return")
            type_text("\t" + entry["heading"] + "\n")
            type_markup(entry["text"])
            press("Return")
        elif entry["kind"] == "speech":
            name = names[entry["speaker"]]
            shown = f"Herr {name}" if f"Herr {name}" in entry["text"] else f"Frau {name}"
            text = entry["text"].removeprefix(shown)
            if text != entry["text"] and not first_speech:
                type_text(name + "\t")  # names the speaker and puts the name in front
                text = text.removeprefix(" ")
                if text.startswith(","):
                    type_text(",")
                    text = text[1:]
            else:
                press("F2")
                type_text(name + "\t")
                text = entry["text"]
            if first_speech or known_role.get(name, "contribution") != entry["role"]:
                press("Alt+Return")
                type_text("\t")
                type_text({"report": "B", "contribution": "W"}[entry["role"]])
                if first_speech:
                    type_text("\t")
                    press("Up")  # the text names its speaker itself
                press("Return")
            known_role[name] = entry["role"]
            first_speech = False
            type_markup(text)
            press("Return")
        else:
            press("F4")
            for row in entry["byFaction"]:
                type_text(str(row["yes"]))
                press("Return")


def neutral(value: Any, words: dict[str, str]) -> Any:
    """JSON without ids and times, references as names."""
    if isinstance(value, dict):
        return {key: neutral(part, words) for key, part in value.items() if key not in ("id", "at", "start", "end")}
    if isinstance(value, list):
        return [neutral(part, words) for part in value]
    return words.get(value, value) if isinstance(value, str) else value


def words_of(session: dict[str, Any]) -> dict[str, str]:
    people = {person["id"]: person["familyName"] for person in session["persons"]}
    return people | {one["id"]: one["name"] for one in session["organizations"]}


def text_of(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]
        return "\n".join(pages)
    if path.suffix == ".docx":
        made = docx.Document(io.BytesIO(data))
        return "\n".join(part.text or "" for part in made.element.body.iter() if part.tag.endswith("}t"))
    return re.sub(r"<style.*?</style>|<[^>]+>", "\n", data.decode(), flags=re.DOTALL)


def documents(book: Book, folder: Path, look: Look) -> dict[str, str]:
    """The text of the extract in every format."""
    session = book.session()
    order = Order(
        kind=Kind.AUSZUG, look=look, reader=Reader.PUBLIC, formats=(Format.DOCX, Format.PDF, Format.HTML, Format.TXT)
    )
    made = publish(session, {}, order, choose(session.body), NOW, lambda name: folder / name)
    return {path.suffix: text_of(path) for path in made.files}


def exported(book: Book) -> Any:
    """The agenda of the open meeting as its complete session file has it, without ids and times."""
    session = book.session()
    edition = make_edition(session, Reader.COMPLETE, session.meetings[0].key, {}, "")
    written = json.loads(session_file.write(edition))
    return neutral(written["meetings"][0]["agenda"], words_of(written))


def test_an_item_typed_by_keys_gives_the_documents_of_the_imported_one(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path
) -> None:
    case = json.loads(CASE.read_text("utf-8"))
    item = case["meetings"][0]["agenda"][0]
    imported = Book(tmp_path / "imported.book", clock.now)
    imported.open_meeting(intake.take_in(imported, session_file.read(CASE.read_bytes())).meetings[0])
    case["meetings"][0]["agenda"] = []
    bare = session_file.read(json.dumps(case).encode())
    meeting = intake.take_in(book, bare).meetings[0]

    window = Window(book, bus, clock, Theme(app), tmp_path)
    show(window)
    window.open_meeting(meeting)
    type_item(item)
    type_entries(item["proceedings"], words_of(case))
    press("F5")
    type_text(item["resolution"] + "\t")
    press("Ctrl+A")  # the vote has set a kind of result; the case has none
    press("Delete")
    press("Esc")

    assert exported(book) == exported(imported)
    for look in (Look.ALLRIS4, Look.ALLRIS3):
        typed = documents(book, tmp_path / "typed" / look, look)
        assert typed == documents(imported, tmp_path / "read" / look, look)
        assert "1. Lesung" in typed[".pdf"]
    imported.close()
