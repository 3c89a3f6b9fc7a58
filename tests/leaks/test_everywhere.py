"""No canary of a place that is not public is in any document for the public: every kind, look and format.

The meetings are made from the schema itself, so that a new field comes along. The seal may not refuse anything here,
and files are written whatever it says: what is proven is that the edition leaves everything out.
"""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.clock import BERLIN
from desktop.export import guard
from desktop.export.publish import LOOKS, Format, Order, publish
from desktop.models.exchange.session_file import read
from desktop.models.profiles import STANDARD, load
from tests.canaries import Canaries
from tests.leaks.search import found_in
from tests.strategies import session_files

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

MANY = settings.get_profile("many").max_examples <= settings.default.max_examples
SEAL = guard.check
CREATED = datetime(2026, 3, 6, 9, 0, tzinfo=BERLIN)
ORDERS = [Order(kind=kind, look=look, formats=tuple(Format)) for kind, looks in LOOKS.items() for look in looks]

_watched: list[str] | None = None


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if _watched is not None and event == "open" and isinstance(arguments[0], str):
        _watched.append(arguments[0])


sys.addaudithook(_note)


@contextmanager
def opened() -> Iterator[list[str]]:
    """The names of all files that are opened meanwhile, temporary ones included."""
    global _watched
    _watched = names = []
    try:
        yield names
    finally:
        _watched = None


def with_names_in_the_text(canaries: Canaries) -> None:
    """Protected persons are named in every public text, too."""
    protected = [one for one in canaries.content.get("persons", ()) if one.get("protected")]
    for person in protected:
        person["familyName"] = person["familyName"].split()[0]
    names = " ".join(f"Frau {person['familyName']}" for person in protected)
    for item in canaries.content["meetings"][0]["agenda"]:
        for entry in item.get("proceedings", ()):
            if entry["kind"] == "text":
                entry["text"] = f"{names} {entry.get('text', '')}"


@settings(max_examples=60 if MANY else 2, phases=[Phase.generate])  # smaller ones take minutes to find
@given(content=session_files(everything=True), kinds=st.permutations(ORDERS))
def test_no_canary_is_in_any_document(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, Any], kinds: list[Order]
) -> None:
    folder = tmp_path_factory.mktemp("public")
    content["meetings"][0].pop("publicity", None)
    canaries = Canaries(deepcopy(content), prefix="KANARIE")
    canaries.place()
    with_names_in_the_text(canaries)
    parsed = read(json.dumps(canaries.content).encode())
    log, alarms = Lines(), list[guard.LeakError]()

    def noted(*arguments: Any) -> None:
        try:
            SEAL(*arguments)
        except guard.LeakError as error:
            alarms.append(error)

    logging.getLogger().addHandler(log)
    try:
        with pytest.MonkeyPatch.context() as patch, opened() as names:
            patch.setattr(guard, "check", noted)
            for order in kinds if MANY else kinds[:3]:
                publish(parsed.session, parsed.attachments, order, load(STANDARD), CREATED, lambda name: folder / name)
    finally:
        logging.getLogger().removeHandler(log)
    written = sorted(folder.iterdir())
    assert {path.suffix for path in written} == {f".{one}" for one in Format}
    found = found_in(written, canaries.hidden)
    assert {canaries.hidden[token] for token in found} == set()
    assert [(str(one), one.place) for one in alarms] == []
    told = "\n".join((*names, *log.lines))
    assert [place for token, place in canaries.hidden.items() if token in told] == []


class Lines(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
