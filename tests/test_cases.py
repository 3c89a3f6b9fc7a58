"""The real cases, from the session file to every format; skipped where they are not beside the checkout."""

import contextlib
import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop import cli
from desktop.models.profiles import Label, load
from tests.conftest import SHARED
from tests.reading import squeezed, text_of

CASES = sorted(path for path in (SHARED / "cases").glob("*.json") if "expect" not in path.name)

pytestmark = pytest.mark.skipif(not CASES, reason="the real cases are not on this machine")

STANDARD = load("standard")
ROLLS = {
    "yes": Label.ROLL_YES,
    "no": Label.ROLL_NO,
    "abstention": Label.ROLL_ABSTENTION,
    "notVoting": Label.ROLL_NOT_VOTING,
    "unknown": Label.ROLL_UNKNOWN,
}
KINDS = ("niederschrift", "auszug", "vorlage")


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    status = cli.main([str(word) for word in words])
    out = capsys.readouterr()
    assert status == 0, out.err
    return out.out


def keys(capsys: pytest.CaptureFixture[str], data: Path) -> list[str]:
    return [line["key"] for line in json.loads(run(capsys, "--data", data, "list", "--json"))]


#: bytes; longer ones are exported with the other proofs of documents
LONG = 50_000
cases = pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=pytest.mark.proof) if case.stat().st_size > LONG else case for case in CASES],
    ids=lambda path: path.stem,
)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], dict[str, str]]:
    """All documents of a case as squeezed text, by format; each case is exported once."""

    @cache
    def made(case: Path) -> dict[str, str]:
        data, out = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("out")
        listed = io.StringIO()
        assert cli.main(["--data", str(data), "import", str(case)]) == 0
        with contextlib.redirect_stdout(listed):
            assert cli.main(["--data", str(data), "list", "--json"]) == 0
        for key in (line["key"] for line in json.loads(listed.getvalue())):
            for kind in KINDS:
                words = ["--data", data, "export", key, "--out", out, "--kind", kind, "--format", "docx,pdf,html,txt"]
                assert cli.main([str(word) for word in words]) == 0
        return {
            ending: squeezed("\n".join(body_of(path) for path in sorted(out.glob(f"*{ending}"))))
            for ending in (".docx", ".pdf", ".html", ".txt")
        }

    return made


def body_of(path: Path) -> str:
    """The text without the line at the foot of each page, which may part a long list of names."""
    footer = STANDARD.labels[Label.PRINTED_ON]
    return "\n".join(line for line in text_of(path).splitlines() if footer not in line)


@cases
def test_every_string_of_a_case_is_in_every_format(case: Path, texts: Callable[[Path], dict[str, str]]) -> None:
    expected = json.loads(case.with_name(f"{case.stem}.expect.json").read_text("utf-8"))
    for ending, text in texts(case).items():
        missing = [wanted for wanted in expected["strings"] + expected["short"] if squeezed(wanted) not in text]
        assert missing == [], ending
        assert [word for word in expected["forbidden"] if squeezed(word) in text] == []


@cases
def test_every_vote_of_a_case_is_printed_as_announced(case: Path, texts: Callable[[Path], dict[str, str]]) -> None:
    """Numbers, rows, verdict and names behind the subject, also where they do not add up."""
    content = json.loads(case.read_bytes())
    announced = [
        entry
        for meeting in content["meetings"]
        for item in meeting["agenda"]
        for entry in item.get("proceedings", ())
        if entry["kind"] in ("vote", "election")
    ]
    for ending in (".docx", ".pdf"):
        text = texts(case)[ending]
        missing = [
            entry
            for entry in announced
            if not any(stands(pieces(entry, content, zero), text) for zero in STANDARD.votes.zero_total.values())
        ]
        assert missing == [], ending


def pieces(entry: dict[str, Any], content: dict[str, Any], zero: str) -> list[str]:
    """What must stand behind one another for a vote or an election, without white space; ``zero`` is that of a look."""
    if entry["kind"] == "election":
        found = [entry["office"]]
        for one in entry["rounds"]:
            found += [f"{candidate['name']}{candidate['votes']}" for candidate in one["candidates"]]
        return [squeezed(piece) for piece in [*found, *entry.get("elected", ())]]
    labels, counts = STANDARD.labels, ("yes", "no", "abstentions")
    factions = {one["id"]: one["name"] for one in content["organizations"]}
    found = [entry.get("subject", ""), entry.get("part", "")]
    for row in entry.get("byFaction", ()):
        found.append(factions[row["organization"]] + "".join(str(row.get(count) or "") for count in counts))
    found.append(entry.get("verdict", ""))
    names = (Label.VOTE_YES, Label.VOTE_NO, Label.VOTE_ABSTENTIONS)
    line = "".join(f"{labels[name]}{total(entry.get(count), zero)}" for name, count in zip(names, counts, strict=True))
    found += [line, f"{labels[Label.VOTE_NOT_VOTING]}{entry['notVoting']}" if entry.get("notVoting") else ""]
    for choice, label in ROLLS.items():
        voters = [
            name_of(ballot["person"], content) for ballot in entry.get("ballots", ()) if ballot["choice"] == choice
        ]
        found.append(f"{labels[label]}{','.join(voters)}" if voters else "")
    return [squeezed(piece) for piece in found if piece]


def total(count: int | None, zero: str) -> str:
    return "" if count is None else str(count) if count else zero


def name_of(key: str, content: dict[str, Any]) -> str:
    """A voter as a roll call names them: with the first name where it is known."""
    person = next(one for one in content["persons"] if one["id"] == key)
    first = person.get("givenName")
    parts = [*person.get("title", ()), first, person.get("familyName"), person.get("affix")]
    return " ".join(filter(None, parts if first else [person.get("formOfAddress"), *parts]))


def stands(vote: list[str], text: str) -> bool:
    """Whether the pieces stand closely behind one another somewhere: little else is between them."""
    room = sum(map(len, vote)) + 600
    start = text.find(vote[0])
    while start >= 0:
        place, near = 0, text[start : start + room]
        for piece in vote:
            place = near.find(piece, place)
            if place < 0:
                break
            place += len(piece)
        else:
            return True
        start = text.find(vote[0], start + 1)
    return False


@cases
def test_the_complete_json_is_the_input(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    run(capsys, "--data", data, "import", case)
    content = json.loads(case.read_bytes())
    for key in keys(capsys, data):
        run(capsys, "--data", data, "export", key, "--out", out, "--edition", "complete", "--format", "json")
    written = [json.loads(path.read_bytes()) for path in out.glob("*.json")]
    assert len(written) == len(content["meetings"])
    for one in written:
        meeting = next(m for m in content["meetings"] if m["id"] == one["meetings"][0]["id"])
        assert one == {**content, "meetings": [meeting]}


def test_all_cases_in_one_book_export_as_from_books_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    together = tmp_path / "together"
    run(capsys, "--data", together, "import", *CASES)
    for number, case in enumerate(CASES):
        alone = tmp_path / f"alone{number}"
        run(capsys, "--data", alone, "import", case)
        for meeting in json.loads(case.read_bytes())["meetings"]:
            texts = []
            for data in (together, alone):
                out = tmp_path / f"out{number}-{meeting['id']}-{data.name}"
                words = ("--kind", "niederschrift", "--format", "html")
                run(capsys, "--data", data, "export", meeting["id"], "--out", out, *words)
                texts.append([text_of(path) for path in sorted(out.iterdir())])
            assert texts[0] == texts[1]
