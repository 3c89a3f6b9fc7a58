"""How persons are named."""

import pytest

from desktop.export.names import address, bare_name, full_name, office, roll_name, sentence_start
from desktop.models.values import Person

ARTICLES = ("Der", "Die", "Das")
PROFESSOR = Person(form_of_address="Frau", title=("Prof.", "Dr."), given_name="Anna", family_name="Tönn", affix="MdL")


@pytest.mark.parametrize(
    ("person", "text", "listed", "rolled"),
    [
        (PROFESSOR, "Frau Prof. Dr. Tönn MdL", "Frau Prof. Dr. Anna Tönn MdL", "Prof. Dr. Anna Tönn MdL"),
        (Person(form_of_address="Herr", family_name="Muster"), "Herr Muster", "Herr Muster", "Herr Muster"),
        (Person(function="Stadtrat", family_name="Muster"), "Stadtrat Muster", "Muster", "Muster"),
        (Person(function="Der Landrat", family_name="Vogt"), "Der Landrat", "Vogt", "Vogt"),
        (Person(function="Der Landrat"), "Der Landrat", "Der Landrat", "Der Landrat"),
        (Person(form_of_address="Herr", function="Derichs", family_name="Vogt"), "Herr Vogt", "Herr Vogt", "Herr Vogt"),
        (Person(family_name="eine Einwohnerin"), "eine Einwohnerin", "eine Einwohnerin", "eine Einwohnerin"),
        (Person(given_name="Anna"), "Anna", "Anna", "Anna"),
        (Person(), "", "", ""),
    ],
)
def test_a_person_in_the_text_in_lists_and_in_a_roll_call(person: Person, text: str, listed: str, rolled: str) -> None:
    assert address(person, ARTICLES) == text
    assert full_name(person) == listed
    assert roll_name(person) == rolled


def test_a_bare_name_has_no_form_of_address() -> None:
    assert bare_name(PROFESSOR) == "Prof. Dr. Anna Tönn MdL"


@pytest.mark.parametrize(
    ("function", "held"), [("Der Landrat", "Landrat"), ("Bürgermeisterin", "Bürgermeisterin"), ("Der", "Der"), ("", "")]
)
def test_an_office_behind_a_name_has_no_article(function: str, held: str) -> None:
    assert office(function, ARTICLES) == held


def test_a_sentence_starts_with_a_capital() -> None:
    assert sentence_start("eine Einwohnerin fragt") == "Eine Einwohnerin fragt"
    assert sentence_start("") == ""
