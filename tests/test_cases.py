"""The real cases, from the session file to every format; skipped where they are not beside the checkout."""

import json
from pathlib import Path

import pytest

from desktop import cli
from tests.conftest import SHARED
from tests.reading import squeezed, text_of

CASES = sorted(path for path in (SHARED / "cases").glob("*.json") if "expect" not in path.name)

pytestmark = pytest.mark.skipif(not CASES, reason="the real cases are not on this machine")

KINDS = ("niederschrift", "auszug", "vorlage")


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    status = cli.main([str(word) for word in words])
    out = capsys.readouterr()
    assert status == 0, out.err
    return out.out


def keys(capsys: pytest.CaptureFixture[str], data: Path) -> list[str]:
    return [line["key"] for line in json.loads(run(capsys, "--data", data, "list", "--json"))]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_every_string_of_a_case_is_in_every_format(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    run(capsys, "--data", data, "import", case)
    for key in keys(capsys, data):
        for kind in KINDS:
            run(capsys, "--data", data, "export", key, "--out", out, "--kind", kind, "--format", "docx,pdf,html,txt")
    expected = json.loads(case.with_name(f"{case.stem}.expect.json").read_text("utf-8"))
    for ending in (".docx", ".pdf", ".html", ".txt"):
        text = squeezed("\n".join(text_of(path) for path in sorted(out.glob(f"*{ending}"))))
        missing = [wanted for wanted in expected["strings"] + expected["short"] if squeezed(wanted) not in text]
        assert missing == [], ending
        assert [word for word in expected["forbidden"] if squeezed(word) in text] == []


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
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
