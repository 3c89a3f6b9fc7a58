"""Both lines of defence, each proven alone: with a filter off the search finds it, and with it off the seal refuses."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.clock import BERLIN
from desktop.export import filenames, guard
from desktop.export import publish as publishing
from desktop.export.kinds import Kind
from desktop.export.publish import Format, Order, publish
from desktop.models import edition, protected
from desktop.models.exchange.session_file import read
from desktop.models.profiles import STANDARD, load
from desktop.models.rules import publicity
from desktop.models.values import Edition
from tests.leaks.search import found_in
from tests.test_publicity import secret_meeting

CREATED = datetime(2026, 3, 6, 9, 0, tzinfo=BERLIN)
FORMATS = (Format.DOCX, Format.PDF, Format.HTML, Format.TXT, Format.JSON)
#: what the filters leave out is left out of all; two of them are enough to see it
QUICK = (Format.HTML, Format.JSON)


def same(value: Any, *_: Any) -> Any:
    return value


def yes(*_: Any) -> bool:
    return True


def whole(*arguments: Any) -> Edition:
    session, reader, meeting, attachments, _mark = arguments
    (chosen,) = (one for one in session.meetings if one.key == meeting)
    return Edition(reader=reader, session=replace(session, meetings=(chosen,)), attachments=attachments)


#: what each filter is, and what stands in its place when it is off
FILTERS: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "the edition": (publishing, "make_edition", whole),
    "public items": (publicity, "item_is_public", yes),
    "public items are public ones": (edition, "_stub", edition._public_item),
    "public entries": (publicity, "entry_is_public", yes),
    "public files": (publicity, "file_is_public", yes),
    "public papers": (publicity, "paper_is_public", yes),
    "papers of public places": (edition, "_public_papers", lambda session, *_: session.papers),
    "public remarks": (edition, "_is_heard", yes),
    "what only the office has": (edition, "without_private", same),
    "recusals told behind closed doors": (edition, "without_hidden_recusals", same),
    "reasons of void votes": (edition, "without_void_reason", same),
    "votes on hidden motions": (edition, "_on_hidden_only", lambda *_: False),
    "passages": (edition, "redact", same),
    "names in texts": (protected.Names, "replaced", lambda _self, text: text),
    "protected persons": (protected.Names, "shown", lambda _self, person: person),
    "who occurs": (edition, "with_occurring", same),
    "lines of the invitation": (edition, "_public_line", same),
}

#: times and places say who was there only behind closed doors; the seal reads texts and knows nothing of them
TIMES: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "who came and went meanwhile": (edition, "without_hidden_times", same),
    "what lasts from item to item": (edition, "clipped", same),
}


def make(folder: Path, formats: tuple[Format, ...] = QUICK) -> list[Path]:
    """All kinds for the public; the files that were written."""
    parsed = read(json.dumps(SECRET).encode())
    for kind in (Kind.NIEDERSCHRIFT, Kind.AUSZUG, Kind.VORLAGE):
        order = Order(kind=kind, formats=formats)
        publish(parsed.session, parsed.attachments, order, load(STANDARD), CREATED, lambda name: folder / name)
    return sorted(folder.iterdir())


SECRET, CANARIES = secret_meeting()
CANARIES.append("KANARIE999onHidden")
SECRET["meetings"][0]["agenda"][0]["proceedings"] += [
    {"kind": "text", "text": f"Frau {SECRET['persons'][4]['familyName']} ist gekommen."},
    {"kind": "vote", "on": ["hiddenmo"], "subject": CANARIES[-1], "yes": 1},
]


def test_as_it_is_nothing_is_found(tmp_path: Path) -> None:
    assert found_in(make(tmp_path, FORMATS), CANARIES) == set()


@pytest.mark.parametrize("name", FILTERS)
def test_with_a_filter_off_the_search_finds_it_and_the_seal_refuses(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*FILTERS[name])
    formats = FORMATS if name == "the edition" else QUICK
    with pytest.raises(guard.LeakError) as refused:
        make(tmp_path / "sealed", formats)
    assert not any((tmp_path / "sealed").glob(f"*{refused.value.document.rpartition('_')[2]}*"))
    monkeypatch.setattr(guard, "check", lambda *_: None)
    assert found_in(make(tmp_path / "open", formats), CANARIES)


@pytest.mark.parametrize("name", TIMES)
def test_with_a_filter_of_times_off_the_search_finds_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*TIMES[name])
    monkeypatch.setattr(guard, "check", lambda *_: None)
    assert found_in(make(tmp_path), CANARIES)


def test_a_hidden_item_gets_no_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filenames, "may_stand_alone", yes)
    assert found_in(make(tmp_path), CANARIES) == set()
