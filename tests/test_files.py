"""A file is written whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop import files
from desktop.files import safe_write, safe_write_all


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_the_bytes_and_nothing_else_is_left(tmp_path: Path) -> None:
    safe_write(tmp_path / "Auszug.pdf", b"%PDF")
    assert (tmp_path / "Auszug.pdf").read_bytes() == b"%PDF"
    assert names(tmp_path) == ["Auszug.pdf"]


def test_an_old_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "Auszug.pdf"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        safe_write(path, b"new")
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"


def test_others_may_read_it_as_the_user_has_set_it(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        safe_write(tmp_path / "Auszug.docx", b"x")
        assert stat.S_IMODE((tmp_path / "Auszug.docx").stat().st_mode) == 0o640
    finally:
        os.umask(mask)


def test_an_old_file_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "Auszug.docx").write_bytes(b"old")
    (tmp_path / "Auszug.docx").chmod(0o600)
    safe_write(tmp_path / "Auszug.docx", b"new")
    assert stat.S_IMODE((tmp_path / "Auszug.docx").stat().st_mode) == 0o600


def test_a_folder_that_is_a_file_fails_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "datei").write_bytes(b"no folder")
    with pytest.raises(NotADirectoryError):
        safe_write(tmp_path / "datei" / "Auszug.pdf", b"x")
    assert names(tmp_path) == ["datei"]


def test_a_name_that_is_taken_by_a_folder_fails_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "Auszug.pdf").mkdir()
    with pytest.raises((IsADirectoryError, PermissionError)) as caught:
        safe_write(tmp_path / "Auszug.pdf", b"x")
    assert caught.value.filename == str(tmp_path / "Auszug.pdf")
    assert ".tmp" not in str(caught.value)
    assert names(tmp_path) == ["Auszug.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit to the size of files")
def test_a_disk_without_room_keeps_the_old_file(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "Auszug.pdf"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            safe_write(path, bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["Auszug.pdf"]


def test_names_at_the_limit_of_the_file_system_work(tmp_path: Path) -> None:
    name = "N" * 251 + ".pdf"
    safe_write(tmp_path / name, b"x")
    assert names(tmp_path) == [name]


def test_of_several_files_all_are_there_or_all_is_as_it_was(tmp_path: Path) -> None:
    old, new, taken = tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "taken.txt"
    old.write_bytes(b"old")
    (taken / "full").mkdir(parents=True)
    with pytest.raises(OSError, match=r"taken\.txt"):  # fails when the others have their names already
        safe_write_all([(old, b"changed"), (new, b"new"), (taken, b"x")])
    assert old.read_bytes() == b"old"
    assert names(tmp_path) == ["old.txt", "taken.txt"]
    safe_write_all([(old, b"changed"), (new, b"new")])
    assert (old.read_bytes(), new.read_bytes()) == (b"changed", b"new")


def test_what_is_on_the_disk_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "fsync", lambda handle: os.ftruncate(handle, 2))  # a disk that loses the rest
    with pytest.raises(OSError, match=r"a\.txt"):
        safe_write(tmp_path / "a.txt", b"much")
    assert names(tmp_path) == []
