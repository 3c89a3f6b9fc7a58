"""What the open meeting knows of the placeholders."""

from desktop.models.book import Book
from desktop.models.profiles.blocks import starter_set
from desktop.models.values import Chair, Motion, Paper, Person, Recusal, Speech
from desktop.ui.desk.blocks.facts import Facts
from tests.ui.conftest import TestClock
from tests.ui.desk import council


def test_the_demo_meeting_knows_every_placeholder_but_the_last_meeting(demo: Book, clock: TestClock) -> None:
    known: dict[str, str] = {}
    for item in demo.meeting.agenda:
        known |= Facts(demo, item.key, clock.now(), "2026-02-05T18:00:00+01:00").values()
    assert set(known) == set(starter_set().samples)
    assert known["sitzung_davor"] == "05.02.2026"
    assert known["zur_schriftfuehrung"] == "zum Protokollführer"
    assert known["entschuldigt"] == "Herr Iwersen und Herr von der Lieth"


def test_offices_begin_small_within_a_sentence_and_people_keep_their_names(book: Book, clock: TestClock) -> None:
    council.make(book)
    body = book.shelf.records[book.meeting.key].parent
    mayor = book.add(Person(form_of_address="Herr", family_name="Held", function="Der Landrat"), body, "persons")
    amsel, item = council.person(book, "Amsel0"), book.meeting.agenda[0].key
    book.add(Speech(speaker=mayor, text="x"), item, "proceedings")
    book.add(Motion(movers=(amsel,), text="y"), item, "proceedings")
    book.add(Recusal(person=amsel), item, "recusals")

    def value(name: str) -> str | None:
        return Facts(book, item, clock.now()).values().get(name)

    assert value("person") == "der Landrat"
    assert value("antragsteller") == "Frau Amsel0"
    assert value("befangen") == "Frau Amsel0"
    assert value("vorsitz") is None
    book.change(book.meeting.key, chairs=(Chair(person=amsel),))
    assert value("vorsitz") == "die Vorsitzende"
    book.change(book.meeting.key, chairs=(Chair(person=mayor),))
    assert value("vorsitz") == "der Landrat"
    assert value("anwesend") == "12", "one of 13 is recused in the running item"
    assert value("entschuldigt") == "niemand"


def test_a_public_item_does_not_tell_the_number_of_a_paper_that_is_not_public(book: Book, clock: TestClock) -> None:
    council.make(book)
    body, item = book.shelf.records[book.meeting.key].parent, book.meeting.agenda[0].key
    secret = book.add(Paper(reference="N-7", name="Pacht"), body, "papers")
    book.change(item, papers=(secret,))
    assert "vorlage" not in Facts(book, item, clock.now()).values()
    book.change(item, public=False)
    assert Facts(book, item, clock.now()).values()["vorlage"] == "N-7"
