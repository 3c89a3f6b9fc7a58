"""The checklist with the words of the shipped houses, and on the real cases: every flag by case, id and code."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from desktop.models.exchange import session_file
from desktop.models.profiles import STANDARD, house_facts, law_of, load, names
from desktop.models.rules import checks
from desktop.models.rules.checks import Code, read_verdict
from desktop.models.values import Body, MeetingState, SessionFile
from desktop.ui.desk.checks.check_words import sentence
from desktop.ui.desk.names.speakers import Directory
from tests.conftest import SHARED
from tests.strategies import session_files

CASES = sorted(path for path in (SHARED / "cases").glob("*.json") if "expect" not in path.name)

#: each is true in the source: what was announced there does not add up, and is printed all the same
FLAGS = {
    "ka-08": [
        ("vo-01", Code.VERDICT_MAJORITY),
        ("vo-03", Code.TOTALS_DIFFER),
        ("vo-05", Code.TOTALS_DIFFER),
        ("vo-06", Code.TOTALS_DIFFER),
        ("vo-07", Code.AMENDMENT_AFTER_MAIN),
        ("vo-08", Code.AMENDMENT_AFTER_MAIN),
    ],
    "ka-09": [("vo-08", Code.TOTALS_DIFFER)],
}


#: what the source leaves open, were it minutes of today: motions replaced by a joint one, votes without a Beschlussart
OPEN_ENDS: dict[str, list[tuple[str | None, Code]]] = {
    "ka-08": [(f"mo-2019-{number}", Code.MOTION_OPEN) for number in ("0893", "1175", "1246", "1256")],
    "md-01": [(None, Code.ITEM_RESULT)] * 3,
    "seed-001": [(None, Code.UNTOUCHED)],
    "seed-004": [(None, Code.ITEM_RESULT)],
}


def findings(session: SessionFile) -> list[tuple[str | None, Code, checks.Finding]]:
    """Everything that is found in the meetings of a file: id of the entry, code, finding."""
    law, house = law_of(session.body), house_facts(load(STANDARD))
    persons = {person.key: person for person in session.persons}
    organizations = {one.key: one for one in session.organizations}
    proposing = frozenset(paper.key for paper in session.papers if paper.proposed_resolution)
    found = []
    for meeting in session.meetings:
        ids = {entry.key: entry.id for part in checks.parts(meeting) for entry in part.entries}
        every = checks.check(checks.facts(meeting, persons, organizations, law, house, proposing=proposing))
        found += [(ids.get(one.entry), one.code, one) for one in every]
    return found


@pytest.mark.skipif(not CASES, reason="the real cases are not on this machine")
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_flags_of_a_real_case(case: Path) -> None:
    session = session_file.read(case.read_bytes()).session
    flags = [(entry, code) for entry, code, _finding in findings(session)]
    assert flags == FLAGS.get(case.stem, [])


@pytest.mark.skipif(not CASES, reason="the real cases are not on this machine")
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_is_missing_in_a_real_case(case: Path) -> None:
    """As if the meeting had just been closed: what the source leaves open, and nothing else."""
    session = session_file.read(case.read_bytes()).session
    closed = [replace(meeting, state=MeetingState.DRAFT, end=meeting.end or "?") for meeting in session.meetings]
    flags = [(entry, code) for entry, code, _finding in findings(replace(session, meetings=tuple(closed)))]
    assert [flag for flag in flags if flag not in FLAGS.get(case.stem, [])] == OPEN_ENDS.get(case.stem, [])


@given(session_files())
def test_any_session_can_be_checked_and_every_finding_can_be_said(content: dict[str, Any]) -> None:
    """Whatever a file holds: no check fails, and each finding has its place and its words."""
    session = session_file.read(json.dumps(content).encode()).session
    nobody = Directory(())
    for _entry, _code, finding in findings(session):
        entries = {
            entry.key for meeting in session.meetings for part in checks.parts(meeting) for entry in part.entries
        }
        assert finding.entry in entries | {""}
        assert "{" not in sentence(finding, nobody)


@pytest.mark.parametrize("name", names())
def test_a_house_understands_its_own_labels(name: str) -> None:
    """What a house announces by its labels never contradicts the numbers it was announced for."""
    words = house_facts(load(name)).words
    for label, (accepted, unanimous) in words.labels.items():
        said = read_verdict(label.upper(), words)
        assert (said.accepted, said.unanimous) == (accepted, unanimous)
    assert (True, True) in words.labels.values()


@pytest.mark.parametrize(
    ("verdict", "accepted", "unanimous"),
    [
        ("Einstimmig bei 2 Enthaltungen beschlossen", True, True),
        ("mehrheitlich gegen die Stimmen der Fraktion Wir angenommen", True, False),
        ("einstimmige Ablehnung", False, True),
        ("nicht einstimmig angenommen", None, None),
        ("ungeändert beschlossen", True, None),
        ("unbeschlossen", None, None),
        ("Einstimmig angenommen, nicht öffentlich bekannt zu machen", True, True),
        ("Einstimmig beschlossen. Keine Aussprache.", True, True),
        ("Nicht einstimmig, aber mehrheitlich angenommen", True, False),
        ("Nach kurzer Aussprache. Mehrheitlich abgelehnt.", False, False),
        ("Zustimmung verweigert", None, None),
        ("Der Antrag auf Ablehnung ist angenommen", None, None),
        ("", None, None),
    ],
)
def test_whole_words_are_read(verdict: str, accepted: bool | None, unanimous: bool | None) -> None:
    said = read_verdict(verdict, house_facts(load(STANDARD)).words)
    assert (said.accepted, said.unanimous) == (accepted, unanimous)


def test_a_label_of_two_results_says_nothing_about_them() -> None:
    body = Body(labels={"accepted": "Beschluss", "unanimouslyAccepted": "Beschluss"})
    words = house_facts(load(STANDARD).for_body(body)).words
    assert "beschluss" not in words.labels
    assert read_verdict("Beschluss", words) == checks.read_verdict("", words)
