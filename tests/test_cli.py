"""The command line: exit status, one German sentence for what goes wrong, nothing half done."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import cli
from desktop.__main__ import main as start
from desktop.models.book import Book
from desktop.paths import BOOK_NAME, laws_dir
from tests.conftest import SetClock
from tests.models.test_intake import small_file
from tests.reading import text_of

Capture = pytest.CaptureFixture[str]


def write(path: Path, content: object) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def run(*words: str | Path) -> int:
    return cli.main([str(word) for word in words])


def refused(capsys: Capture, *words: str | Path) -> str:
    """Runs what must fail with one sentence; returns it."""
    assert run(*words) == 1
    captured = capsys.readouterr()
    lines = captured.err.strip().splitlines()
    assert len(lines) == 1, captured.err
    assert "Traceback" not in captured.err
    assert lines[0].endswith((".", "?"))
    return lines[0]


def meeting(**changes: object) -> dict[str, object]:
    content = small_file()
    content["meetings"] = [{**content["meetings"][0], **changes}]  # type: ignore[index]
    return content


DEEP = "[" * 100_000 + "]" * 100_000
BAD = {
    "broken": ("{", "Zeile 1"),
    "not an object": ("[]", "keine"),
    "wrong type": (meeting(name=7), "/meetings/0/name"),
    "unknown property": (meeting(nmae="x"), "nmae"),
    "dangling reference": (meeting(organizations=["nobody"]), "nobody"),
    "wrong reference": (meeting(organizations=["p1"]), "p1"),
    "control character": (meeting(room="a\u0007b"), "U+0007"),
    "lone surrogate": (meeting(room="a\ud83d"), "U+D83D"),
    "deep": (DEEP, "verschachtelt"),
    "nan": (json.dumps(small_file()).replace('"version": 1', '"version": NaN'), "NaN"),
    "future": ({**small_file(), "version": 2}, "neueren"),
    "duplicate id": ({**small_file(), "papers": [{"id": "p1", "name": "x"}, {"id": "p1", "name": "y"}]}, "p1"),
    "no such date": (meeting(start="2026-02-30"), "2026-02-30"),
    "secret with names": (
        meeting(
            agenda=[
                {
                    "id": "t1",
                    "name": "x",
                    "public": True,
                    "proceedings": [{"kind": "vote", "method": "secret", "yes": 1, "ballots": []}],
                }
            ]
        ),
        "ballots",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_place_and_nothing_changes(name: str, tmp_path: Path, capsys: Capture) -> None:
    content, hint = BAD[name]
    file = write(tmp_path / "schlecht.json", content)
    sentence = refused(capsys, "--data", tmp_path / "data", "import", file)
    assert "schlecht.json" in sentence
    assert hint in sentence
    run("--data", tmp_path / "data", "list", "--json")
    assert json.loads(capsys.readouterr().out) == []


def test_one_bad_file_keeps_the_good_ones_out(tmp_path: Path, capsys: Capture) -> None:
    good, bad = write(tmp_path / "gut.json", small_file()), write(tmp_path / "schlecht.json", "{")
    refused(capsys, "--data", tmp_path / "data", "import", good, bad)
    run("--data", tmp_path / "data", "list", "--json")
    assert json.loads(capsys.readouterr().out) == []


def test_missing_files_and_meetings_are_named(tmp_path: Path, capsys: Capture) -> None:
    assert "fehlt.json" in refused(capsys, "--data", tmp_path, "import", tmp_path / "fehlt.json")
    assert "m-0" in refused(capsys, "--data", tmp_path, "export", "m-0", "--out", tmp_path)


def test_a_place_that_cannot_be_written_leaves_no_half_file(tmp_path: Path, capsys: Capture) -> None:
    data = tmp_path / "data"
    run("--data", data, "import", write(tmp_path / "gut.json", small_file()))
    below_a_file = write(tmp_path / "datei", "x") / "ordner"
    assert "datei" in refused(capsys, "--data", data, "export", "m1", "--out", below_a_file)
    assert (tmp_path / "datei").read_text() == "x"


def test_the_open_book_is_told(tmp_path: Path, capsys: Capture) -> None:
    book = Book(tmp_path / BOOK_NAME, SetClock().now)
    assert "im Fenster geöffnet oder" in refused(capsys, "--data", tmp_path, "list")
    book.close()


def test_importing_again_is_refused_and_replace_takes_the_place(tmp_path: Path, capsys: Capture) -> None:
    data, file = tmp_path / "data", write(tmp_path / "gut.json", small_file())
    run("--data", data, "import", file)
    assert "--replace" in refused(capsys, "--data", data, "import", file)
    assert run("--data", data, "import", "--replace", file) == 0


@pytest.mark.parametrize(
    "words",
    [
        ("export", "m1"),
        ("export", "m1", "--out", "x", "--look", "druck", "--kind", "vorlage"),
        *(
            ("export", "m1", "--out", "x", "--look", "allris4", "--kind", kind)
            for kind in ("niederschrift", "beschluesse", "tagesordnung", "anwesenheit")
        ),
        ("export", "m1", "--out", "x", "--content", "alles"),
        ("export", "m1", "--out", "x", "--item", "1"),
        ("export", "m1", "--out", "x", "--format", "odt"),
        ("unbekannt",),
    ],
)
def test_wrong_usage_is_2(words: tuple[str, ...], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        run(*words)
    assert stop.value.code == 2


def test_an_unknown_format_is_told_with_those_there_are(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        run("export", "m1", "--out", "x", "--format", "pdf,odt")
    assert stop.value.code == 2
    assert "»odt« ist kein Format; es gibt: docx, pdf" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--data", "", "list"), ("export", "m1", "--out", ""), ("--data", " ")])
def test_an_empty_folder_is_wrong_usage_and_not_the_current_one(words: tuple[str, ...], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        start(words)
    assert stop.value.code == 2
    assert "der Name des Ordners ist leer" in capsys.readouterr().err


def test_the_other_kinds_are_named_after_what_they_are_and_an_extract_can_be_of_the_resolution(
    tmp_path: Path, capsys: Capture
) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    item = {
        "id": "t1",
        "number": "1",
        "name": "Hafenordnung",
        "public": True,
        "proceedings": [{"kind": "text", "text": "Es wird beraten."}],
        "resolution": "Beschlossen.",
    }
    run("--data", data, "import", write(tmp_path / "gut.json", meeting(agenda=[item])))
    for kind in ("beschluesse", "tagesordnung", "anwesenheit"):
        assert run("--data", data, "export", "m1", "--out", out, "--kind", kind, "--format", "txt") == 0
    words = ("--kind", "auszug", "--look", "druck", "--content", "beschluss", "--format", "txt")
    assert run("--data", data, "export", "m1", "--out", out, *words) == 0
    made = {path.name.split("_")[0]: path.read_text("utf-8") for path in out.iterdir()}
    assert sorted(made) == ["Anwesenheit", "Auszug", "Beschlussliste", "Tagesordnung"]
    assert "Beschlossen." in made["Auszug"]
    assert "Es wird beraten." not in made["Auszug"]


def test_files_are_named_after_body_number_and_date(tmp_path: Path, capsys: Capture) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    content = meeting(number="14")
    content["organizations"][0]["shortName"] = "HA"  # type: ignore[index]
    run("--data", data, "import", write(tmp_path / "gut.json", content))
    run("--data", data, "export", "m1", "--out", out)
    assert sorted(path.name for path in out.iterdir()) == [
        "Niederschrift_HA_14_2026-03-05_oeffentlich.docx",
        "Niederschrift_HA_14_2026-03-05_oeffentlich.pdf",
    ]


def test_another_meetings_file_is_never_overwritten(tmp_path: Path, capsys: Capture) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    run("--data", data, "import", write(tmp_path / "a.json", small_file()))
    run("--data", data, "import", write(tmp_path / "b.json", meeting(id="m2", room="Anderer Saal")))
    for key in ("m1", "m2", "m1"):
        run("--data", data, "export", key, "--out", out, "--format", "txt")
    texts = {path.name: "Anderer Saal" in text_of(path) for path in out.iterdir()}
    assert sorted(texts.values()) == [False, True]


def test_demo_fills_the_book_once(tmp_path: Path, capsys: Capture) -> None:
    for _ in range(2):
        assert run("--data", tmp_path, "demo") == 0
    capsys.readouterr()
    run("--data", tmp_path, "list", "--json")
    assert len(json.loads(capsys.readouterr().out)) == 3
    assert run("--data", tmp_path, "check") == 0


@pytest.mark.faults
def test_a_text_of_a_megabyte_goes_through(tmp_path: Path, capsys: Capture) -> None:
    text = "Der Ausschuss berät über den Haushalt. " * 27_000
    item = {"id": "t1", "name": "Haushalt", "public": True, "proceedings": [{"kind": "text", "text": text}]}
    data, out, content = tmp_path / "data", tmp_path / "out", meeting(agenda=[item])
    run("--data", data, "import", write(tmp_path / "gross.json", content))
    run("--data", data, "export", "m1", "--out", out, "--format", "json,docx,pdf,html", "--edition", "complete")
    assert json.loads(next(out.glob("*.json")).read_bytes()) == content
    for ending in ("docx", "pdf", "html"):
        found = text_of(next(out.glob(f"*.{ending}")))
        assert found.count("berät") == found.count("Haushalt.") == 27_000


def test_documents_follow_the_law_of_the_land_and_the_users_copy_of_it(tmp_path: Path, capsys: Capture) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    item = {
        "id": "t1",
        "name": "Haushalt",
        "public": True,
        "recusals": [{"person": "p1", "leftRoom": True}],
    }
    content = meeting(agenda=[item])
    content["body"]["state"] = "SH"  # type: ignore[index]
    run("--data", data, "import", write(tmp_path / "gut.json", content))
    run("--data", data, "export", "m1", "--out", out, "--format", "txt", "--edition", "complete")
    (made,) = out.iterdir()
    assert "gemäß § 22 GO SH von Beratung und Abstimmung ausgeschlossen" in text_of(made)
    copy = laws_dir(data) / "sh.toml"
    copy.parent.mkdir()
    write(copy, '[recusal]\nwording = "{person} geht nach {paragraph} hinaus."\n')
    run("--data", data, "export", "m1", "--out", out, "--format", "txt", "--edition", "complete")
    assert "geht nach § 22 GO SH hinaus." in text_of(made)
    write(copy, "[recusal]\nwordings = 1\n")
    capsys.readouterr()
    said = refused(capsys, "--data", data, "export", "m1", "--out", out)
    assert said.startswith(
        f"Das Profil ist nicht verwendbar: {copy}, recusal.wordings: diese Einstellung gibt es nicht"
    )


def test_scripts_run_where_no_window_can(tmp_path: Path) -> None:
    """list, import and export with PySide6 made impossible to import."""
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('no Qt here')")
    file = write(tmp_path / "gut.json", small_file())
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(Path(cli.__file__).parents[1])])}
    for words in (["import", str(file)], ["list"], ["export", "m1", "--out", str(tmp_path / "out")]):
        command = [sys.executable, "-m", "desktop", "--data", str(tmp_path / "data"), *words]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert done.returncode == 0, done.stderr


def test_two_items_of_one_number_never_share_a_file(tmp_path: Path, capsys: Capture) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    items = [{"id": name, "number": "1", "name": name, "public": True} for name in ("Eins", "Zwei")]
    out.mkdir()
    (out / "Auszug_Hauptausschuss_2026-03-05_Oe1_oeffentlich.txt").write_text("von jemand anderem")
    run("--data", data, "import", write(tmp_path / "gut.json", meeting(agenda=items)))
    run("--data", data, "export", "m1", "--out", out, "--kind", "auszug", "--format", "txt")
    texts = [text_of(path) for path in sorted(out.iterdir())]
    assert len(texts) == 3
    assert "von jemand anderem" in texts


def test_a_disk_that_refuses_is_told_and_nothing_is_said_to_be_taken_in(tmp_path: Path, capsys: Capture) -> None:
    data, file = tmp_path / "data", write(tmp_path / "gross.json", meeting(room="x" * 900_000))
    run("--data", data, "list")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, before[1]))
    try:
        refused(capsys, "--data", data, "import", file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_an_ergebnisprotokoll_leaves_out_is_told(tmp_path: Path, capsys: Capture) -> None:
    texts = [{"kind": "text", "text": "Es wird beraten."}, {"kind": "speech", "speakerName": "Gast", "text": "Nein."}]
    item = {"id": "t1", "name": "Haushalt", "public": True, "proceedings": texts}
    run("--data", tmp_path, "import", write(tmp_path / "gut.json", meeting(agenda=[item])))
    folder = tmp_path / "profiles"
    folder.mkdir(exist_ok=True)
    (folder / "kurz.toml").write_text('[minutes]\nrecord = "ergebnis"\n')
    export = ("--data", tmp_path, "export", "m1", "--out", tmp_path / "out", "--format", "txt")
    run(*export, "--profile", "kurz")
    assert "2 Einträge druckt diese Art der Niederschrift nicht." in capsys.readouterr().err.splitlines()
    run(*export)
    assert "druckt diese Art" not in capsys.readouterr().err


def test_holes_of_text_blocks_are_told(tmp_path: Path, capsys: Capture) -> None:
    text = {"kind": "text", "text": "Es dankt [[Name]] für [[was]], und [[Name]] klatscht."}
    item = {"id": "t1", "name": "Haushalt", "public": True, "proceedings": [text]}
    run("--data", tmp_path, "import", write(tmp_path / "gut.json", meeting(agenda=[item])))
    run("--data", tmp_path, "export", "m1", "--out", tmp_path / "out", "--format", "txt")
    told = "Noch nicht ausgefüllt und so gedruckt, wie sie dastehen: [[Name]], [[was]]."
    assert told in capsys.readouterr().err.splitlines()


def test_what_is_hidden_is_told_by_numbers_only(tmp_path: Path, capsys: Capture) -> None:
    """What goes to stderr is read by more people than the book."""
    passage = {"kind": "text", "text": "Es fragt ⟦Frau Geheim¦jemand⟧."}
    files = [{"id": "f", "name": "Gutachten Geheim", "public": False}]
    item = {"id": "t1", "name": "Haushalt", "public": True, "proceedings": [passage], "files": files}
    run("--data", tmp_path, "import", write(tmp_path / "gut.json", meeting(agenda=[item])))
    run("--data", tmp_path, "export", "m1", "--out", tmp_path / "out", "--format", "txt")
    told = capsys.readouterr().err.splitlines()
    assert told == ["Aus der Prüfliste: 1", "Ersetzt oder geschwärzt: 1", "Weggelassen: 1 Anlage."]
