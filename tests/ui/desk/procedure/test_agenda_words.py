"""Items in the sentences of the minutes: by the numbers of the house, and never by a title that nobody may read."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.models.book import Book
from desktop.models.values import AgendaItem
from desktop.paths import profiles_dir
from desktop.ui import house
from desktop.ui.desk.blocks.facts import Facts
from desktop.ui.desk.procedure import agenda_words
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make

#: the patterns of a house, whether it counts through, and how it mentions Ö 2 and N 1 of three items
HOUSES = [
    ("Ö {number}", "N {number}", "TOP {number}", False, "TOP Ö 2", "TOP N 1"),
    ("TOP {number}", "TOP {number}", "{number}", True, "TOP 2", "TOP 3"),
    ("TOP {number}", "TOP {number}", "TOP {number}", True, "TOP 2", "TOP 3"),  # the word is not said twice
    ("{number}.", "{number}. (nö)", "Punkt {number} der Tagesordnung", False, *(
        "Punkt 2. der Tagesordnung", "Punkt 1. (nö) der Tagesordnung",
    )),
]  # fmt: skip


@pytest.fixture(params=HOUSES, ids=lambda one: one[0])
def said(request: pytest.FixtureRequest, book: Book) -> Iterator[tuple[str, str]]:
    """How the house of the book mentions its second and its third item, the last of which is not public."""
    public, nonpublic, mention, continuous, second, third = request.param
    make(book)
    book.add(AgendaItem(number="1", name="Grundstück", public=False), book.meeting.key, "agenda")
    folder = profiles_dir(book.path.parent)
    folder.mkdir(parents=True, exist_ok=True)
    pattern = f'public = "{public}"\nnonpublic = "{nonpublic}"\nmention = "{mention}"\n'
    (folder / "haus.toml").write_text(f"[numbering]\n{pattern}continuous = {str(continuous).lower()}\n")
    book.change(house.body_of(book).key, profile="haus")
    house.read_again()
    yield second, third
    house.read_again()


def test_a_sentence_names_items_as_the_house_numbers_them(book: Book, said: tuple[str, str], clock: TestClock) -> None:
    _first, second, third = book.meeting.agenda
    assert agenda_words.named(book, second) == f"{said[0]} »Verschiedenes«"
    assert agenda_words.named(book, third) == said[1]
    assert agenda_words.listed(book, (second, third)) == f"{said[0]} und {said[1]}"
    assert Facts(book, second.key, clock.now()).values()["top"] == said[0]


def test_a_title_is_taken_out_of_what_was_said(book: Book, said: tuple[str, str]) -> None:
    second = book.meeting.agenda[1]
    hushed = agenda_words.hushing(book, second, (second.name,))
    assert hushed(agenda_words.removed(book, second)) == f"{said[0]} wird von der Tagesordnung abgesetzt."
    unnumbered = agenda_words.removed(book, replace(second, number=None))
    assert "»Verschiedenes«" in unnumbered
    assert "Verschiedenes" not in hushed(unnumbered)
    assert hushed("Die Tagesordnung wird festgestellt.") == "Die Tagesordnung wird festgestellt."


def test_an_item_that_changes_its_part_has_both_numbers(book: Book, said: tuple[str, str]) -> None:
    second = book.meeting.agenda[1]
    book.change(second.key, public=False, number="2")
    sentence = agenda_words.changed_publicity(book, second, book.meeting.agenda[1])
    assert sentence.startswith(f"{said[0]} wird in nichtöffentlicher Sitzung behandelt (jetzt ")
    assert "Verschiedenes" not in sentence
