"""Sentences for what the disk refuses are German throughout and name what the user named."""

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.files import safe_write
from desktop.models.errors import StorageFailed
from desktop.models.profiles import ProfileError, law_file, law_of
from desktop.models.storage import open_database
from desktop.models.values import Body, Land
from desktop.wording import sentence


def refused(work: Callable[[], object]) -> str:
    with pytest.raises((OSError, StorageFailed)) as caught:
        work()
    return sentence(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows other limits")
def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / ("N" * 300)
    shown = refused(lambda: safe_write(path, b"x"))
    assert shown == (
        f"{path} konnte nicht gelesen oder geschrieben werden: der Name ist zu lang; "
        "bitte einen anderen Namen oder Ort wählen."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says that it may not be written")
def test_a_folder_where_the_file_should_go(tmp_path: Path) -> None:
    path = tmp_path / "Niederschrift.txt"
    path.mkdir()
    assert refused(lambda: safe_write(path, b"x")) == f"{path} ist ein Ordner; bitte eine Datei wählen."


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    taken = tmp_path / "daten"
    taken.write_bytes(b"")
    shown = refused(lambda: open_database(taken / "protokollpult.db"))
    assert shown == (
        f"Der Datenordner ist nicht verwendbar ({taken}: es gibt schon eine Datei dieses Namens); "
        "bitte seine Rechte prüfen lassen oder einen anderen wählen (--data)."
    )


def test_a_book_that_is_a_folder(tmp_path: Path) -> None:
    shown = refused(lambda: open_database(tmp_path))
    assert "(SQLITE_CANTOPEN" in shown
    assert "unable" not in shown


def test_what_has_no_word_is_named_by_its_code() -> None:
    assert "ELOOP" in sentence(OSError(errno.ELOOP, "Too many levels of symbolic links", "a"))
    assert ": aus unbekanntem Grund;" in sentence(OSError("english"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[quorum]\nbasis = 1", "quorum.basis: diese Einstellung gibt es nicht."),
        ("[quorum]\ngeprueft = 1", "quorum.geprueft: erwartet wird true oder false."),
        ("[minutes]\nsignatures = 1", "minutes.signatures: erwartet wird eine Liste in eckigen Klammern."),
        ("quorum = 1", "quorum: erwartet wird eine Tabelle."),
        ("title = 1", "title: erwartet wird ein Text in Anführungszeichen."),
        ("[votes]\nbase = 'x'", "votes.base: dieser Wert ist nicht möglich (x: yesAndNo, votesCast, present)."),
        ("[[elections.rounds]]\nrunoff = 'x'", "elections.rounds.1.runoff: erwartet wird true oder false."),
    ],
)
def test_what_is_wrong_in_a_profile_is_said_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / law_file(Land.SH)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        law_of(Body(state=Land.SH), tmp_path)
    assert sentence(caught.value) == (
        f"Das Profil ist nicht verwendbar: {file}, {said[:-1]}; bitte dort berichtigen oder die Datei entfernen."
    )


def test_a_profile_that_is_no_toml_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / law_file(Land.SH)
    file.write_text("[quorum", encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        law_of(Body(state=Land.SH), tmp_path)
    assert sentence(caught.value).startswith(
        f"Das Profil ist nicht verwendbar: {file}: die Datei folgt nicht den Regeln"
    )
