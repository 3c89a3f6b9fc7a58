"""Where files go and which were given out: a final file is never lost to a draft, and each is known again."""

from datetime import datetime
from pathlib import Path

from desktop.clock import BERLIN
from desktop.export.kinds import Kind
from desktop.export.places import Issue, Places, given_out, recognise
from desktop.models.book import Book
from desktop.models.values import Reader

AT = datetime(2026, 3, 5, 21, 7, tzinfo=BERLIN)


def write(book: Book, folder: Path, text: str, *, final: bool, meeting: str = "m") -> tuple[Path, list[str]]:
    places = Places(book, meeting, folder, final=final)
    path = places.give("Niederschrift.pdf")
    path.write_text(text)
    places.remember((path,), Issue(Kind.NIEDERSCHRIFT, Reader.PUBLIC, AT, None, "c"))
    return path, places.spared


def test_a_draft_goes_over_a_draft_and_beside_what_is_final_or_of_another_meeting(book: Book, tmp_path: Path) -> None:
    first, _ = write(book, tmp_path, "eins", final=False)
    assert write(book, tmp_path, "zwei", final=True) == (first, [])
    beside, spared = write(book, tmp_path, "drei", final=False)
    assert (beside.name, spared) == ("Niederschrift_2.pdf", ["Niederschrift.pdf"])
    assert first.read_text() == "zwei"
    assert write(book, tmp_path, "vier", final=True) == (first, [])
    assert write(book, tmp_path, "fünf", final=False, meeting="other")[0].name == "Niederschrift_3.pdf"


def test_what_somebody_changed_after_it_was_given_out_is_never_replaced(book: Book, tmp_path: Path) -> None:
    """Signed in place, or mended by hand: nobody has these bytes but the file."""
    first, _ = write(book, tmp_path, "eins", final=True)
    first.write_text("eins, unterschrieben")
    assert write(book, tmp_path, "zwei", final=True)[0].name == "Niederschrift_2.pdf"
    (tmp_path / "Niederschrift_2.pdf").unlink()
    (tmp_path / "Niederschrift_2.pdf").mkdir()
    assert write(book, tmp_path, "drei", final=False)[0].name == "Niederschrift_3.pdf"
    assert first.read_text() == "eins, unterschrieben"


def test_a_file_is_known_again_by_its_bytes_alone(book: Book, tmp_path: Path) -> None:
    path, _ = write(book, tmp_path, "endgültig", final=True)
    moved = path.rename(tmp_path / "anders.pdf")
    given = recognise(book, moved)
    assert given is not None
    assert (given.name, given.at, given.final, given.format) == ("Niederschrift.pdf", AT.isoformat(), True, "pdf")
    assert given_out(book, "m") == [given]
    assert given_out(book, "other") == []
    moved.write_text("endgültig!")
    assert recognise(book, moved) is None
    assert not book.undo()  # what is kept is no act of the user
