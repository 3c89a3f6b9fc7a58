"""An hour and a half of a real debate typed at the desk, each act by real key presses, counted; then its documents."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.clock import BERLIN, stamp
from desktop.export.kinds import Kind
from desktop.export.publish import Format, Order, publish
from desktop.models import intake
from desktop.models.book import Book
from desktop.models.exchange import session_file
from desktop.models.profiles import choose
from desktop.models.values import Reader
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.conftest import SHARED
from tests.ui import keys
from tests.ui.acceptance.ninety import CASE, START, Act, Count, Debate, Door, Note, Say
from tests.ui.conftest import TestClock
from tests.ui.keys import show, wait_until

FILE = SHARED / "cases" / CASE
pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="the real cases lie beside the checkout on some machines")

NOW = datetime(2026, 3, 6, 9, 0, tzinfo=BERLIN)
ITEM = "i"
RESOLUTION = "Der Gemeinderat beschließt die Bemusterung."


class Typist:
    """Presses keys and counts those that are not the text itself."""

    def __init__(self) -> None:
        self.pressed = 0
        self._verbatim = False

    def press(self, *names: str) -> None:
        """Keys by name."""
        for name in names:
            keys.press(name)
        self.pressed += len(names)

    def command(self, letters: str) -> None:
        """Letters and digits that are no text."""
        keys.type_text(letters)
        self.pressed += len(letters)

    def text(self, text: str) -> None:
        """The words themselves."""
        keys.type_text(text)

    def act(self, debate: Debate, act: Act) -> int:
        """Enters one act; returns how many keys it took beyond its text."""
        before = self.pressed
        match act:
            case Say():
                self.command(debate.short(act.person))
                self.press("Tab")
                if not self._verbatim:  # the speeches after it go on like the first
                    self.command(":")
                    self._verbatim = True
                self.text(act.text)
                self.press("Return")
            case Note():
                self.text(act.text)
                self.press("Return")
            case Door():
                self.press("F7")
                self.command(debate.short(act.person))
                self.press("Return")
            case Count():
                self._motion(debate, act)
                before = self.pressed
                self._count(act)
        return self.pressed - before

    def _motion(self, debate: Debate, act: Count) -> None:
        self.press("F3")
        name = next(one["name"] for one in debate.organizations if one["id"] == act.mover)
        self.command(name)
        self.press("Tab", "Tab")
        self.text(act.wording)
        self.press("Return")

    def _count(self, act: Count) -> None:
        self.press("F4")
        if not act.no and not act.abstentions:
            self.command("a")
        else:
            self.press("Up")
            self.command(f"n{act.no}")
            if act.abstentions:
                self.command(f"e{act.abstentions}")
        self.press("Return")


def allowed(debate: Debate, act: Act) -> int:
    """The most keys an act may take beyond its text (desk.md §4; two figures of a number are two keys)."""
    if not isinstance(act, Count):
        return 1 if isinstance(act, Note) else 5
    figures = sum(len(str(number)) - 1 for number in (act.no, act.abstentions) if number)
    return 3 if not act.no and not act.abstentions else 7 + figures


def intended(debate: Debate, clock: datetime) -> list[dict[str, Any]]:
    """The agenda as it is meant to be, with the times at which the acts are entered."""
    entries: list[dict[str, Any]] = []
    main, here = None, debate.at_first()
    for number, act in enumerate(debate.acts):
        at = stamp(clock + timedelta(minutes=number))
        match act:
            case Say():
                entries.append({"kind": "speech", "speaker": act.person, "lead": "colon", "text": act.text, "at": at})
                if faction := debate.faction_of(act.person):
                    entries[-1]["onBehalfOf"] = faction
            case Note():
                entries.append({"kind": "text", "text": act.text, "at": at})
            case Door():
                here = here | {act.person} if act.comes else here - {act.person}
                kind = "arrival" if act.comes else "departure"
                entries.append({"kind": "event", "eventType": kind, "person": act.person, "from": at})
            case Count():
                entries += _decided(act, number, at, main)
                if not act.no and not act.abstentions:
                    entries[-1]["byFaction"] = debate.rows(here)
                main = main or f"mo{number}"
    return entries


def _decided(act: Count, number: int, at: str, main: str | None) -> list[dict[str, Any]]:
    accepted = act.yes > act.no
    motion = {"kind": "motion", "id": f"mo{number}", "movers": [act.mover], "text": act.wording, "at": at}
    motion |= {"motionType": "amendment", "amends": main} if main else {"motionType": "substantive"}
    motion["outcome"] = "accepted" if accepted else "rejected"
    unanimous = not act.no and not act.abstentions
    words = ("Einstimmig " if unanimous else "Mehrheitlich ") + ("beschlossen" if accepted else "abgelehnt")
    vote = {"kind": "vote", "on": [f"mo{number}"], "accepted": accepted, "verdict": words, "at": at}
    vote |= {
        "yes": act.yes,
        "no": act.no,
        "abstentions": act.abstentions,
        "present": act.yes + act.no + act.abstentions,
    }
    return [motion, vote]


def text_of(book: Book, folder: Path) -> str:
    """The minutes as plain text."""
    session = book.session()
    order = Order(kind=Kind.NIEDERSCHRIFT, reader=Reader.PUBLIC, formats=(Format.TXT,))
    made = publish(session, {}, order, choose(session.body), NOW, lambda name: folder / name)
    return made.files[0].read_text("utf-8")


def doors_of(debate: Debate, clock: datetime) -> dict[str, list[dict[str, str]]]:
    """From when until when those were there who came or went."""
    found: dict[str, list[dict[str, str]]] = {}
    for number, act in enumerate(debate.acts):
        at = stamp(clock + timedelta(minutes=number))
        if isinstance(act, Door) and act.comes:
            found.setdefault(act.person, []).append({"from": at, "fromItem": ITEM})
        elif isinstance(act, Door):
            spans = found.setdefault(act.person, [{}])
            spans[-1] |= {"until": at, "untilItem": ITEM}
    return found


def read_in(
    book: Book, debate: Debate, item: dict[str, Any], doors: dict[str, list[dict[str, str]]] | None = None
) -> str:
    data = json.dumps(debate.file([item], doors or {})).encode()
    return intake.take_in(book, session_file.read(data)).meetings[0]


@pytest.mark.parametrize(
    "longest", [pytest.param(40, marks=pytest.mark.window), pytest.param(100_000, marks=pytest.mark.faults)]
)
def test_a_real_debate_becomes_the_minutes_it_should(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path, longest: int
) -> None:
    debate = Debate(json.loads(FILE.read_text("utf-8")), longest)
    doors = [act for act in debate.acts if isinstance(act, Door)]
    assert len(debate.acts) >= 60
    assert len(doors) >= 12
    assert len([act for act in debate.acts if isinstance(act, Count)]) == 8

    item = {"id": ITEM, "number": "23", "name": "Bemusterung", "public": True, "stage": "running"}
    meeting = read_in(book, debate, item)
    window = Window(book, bus, clock, Theme(app), tmp_path)
    window.resize(1400, 900)
    show(window)
    window.open_meeting(meeting)
    wait_until(lambda: window.desk.pen.editor.hasFocus(), "the ready line")
    clock.time = start = datetime.fromisoformat(START)
    typist = Typist()
    needed = []
    for act in debate.acts:
        needed.append(typist.act(debate, act))
        clock.forward(minutes=1)
    typist.press("F5")
    typist.text(RESOLUTION)
    typist.press("Esc")

    over = [(act, number) for act, number in zip(debate.acts, needed, strict=True) if number > allowed(debate, act)]
    assert over == []
    told = {
        kind: max(n for act, n in zip(debate.acts, needed, strict=True) if isinstance(act, kind))
        for kind in (Say, Door, Count)
    }
    print({kind.__name__: most for kind, most in told.items()})
    typed = text_of(book, tmp_path / "typed")
    other = Book(tmp_path / "intended.book", clock.now)
    wanted = {**item, "proceedings": intended(debate, start), "resolution": RESOLUTION}
    wanted |= {"result": "geändert beschlossen", "resultClass": "amended"}
    other.open_meeting(read_in(other, debate, wanted, doors_of(debate, start)))
    meant = text_of(other, tmp_path / "intended")
    other.close()
    assert typed == meant
