"""A pasted Vorlage is taken apart at its headings, and nothing of it is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.models import richtext
from desktop.ui.papertext import split

PASTED = """Vorlage Nr. 12
Beschlussvorschlag:
Der Ausschuss beschließt den Ausbau.

Sachverhalt
Der Weg ist *alt*.
• Wurzeln heben den Belag
• Pfützen

Die Kosten betragen 5.000 €.
Begründung: Es ist eilig.
Anlagen:
Anlage 1: Lageplan
2. Kostenschätzung
"""


def test_the_parts_go_where_they_belong() -> None:
    parts = split(PASTED)
    assert parts.before == "Vorlage Nr. 12"
    assert parts.resolution == "Der Ausschuss beschließt den Ausbau."
    assert parts.files == ("Lageplan", "Kostenschätzung")
    assert parts.facts.split("\n\n") == [
        r"Der Weg ist \*alt\*.",
        "- Wurzeln heben den Belag\n- Pfützen",
        "Die Kosten betragen 5.000 €.",
        "### Begründung",
        "Es ist eilig.",
    ]


def test_a_sentence_that_begins_with_the_word_is_no_heading() -> None:
    parts = split("Sachverhalt:\nAnlagen werden nachgereicht.\nBegründung folgt mündlich.")
    assert parts.files == ()
    assert parts.facts == "Anlagen werden nachgereicht.\n\nBegründung folgt mündlich."


def test_lines_broken_by_a_pdf_are_joined_and_bullets_are_not() -> None:
    text = (
        "Sachverhalt:\nDie Verwaltung hat im vergangenen Jahr gemeinsam mit dem Kreis\n"
        "geprüft, ob der Ausbau möglich ist.\n- erstens\n- zweitens"
    )
    assert split(text).facts == (
        "Die Verwaltung hat im vergangenen Jahr gemeinsam mit dem Kreis geprüft, ob der Ausbau möglich ist.\n\n"
        "- erstens\n- zweitens"
    )


def test_text_without_headings_is_before() -> None:
    assert split("nur Text").before == "nur Text"
    assert not any((split("nur Text").resolution, split("nur Text").facts, split("nur Text").files))


@given(st.lists(st.text(alphabet="aB#*_|>1.)-+[]` ", min_size=1, max_size=12), max_size=6))
def test_what_is_pasted_prints_as_it_was_pasted(lines: list[str]) -> None:
    """Characters that mean something in stored text are only letters in pasted text."""
    stored = split("Sachverhalt:\n" + "\n".join(f"X{line}" for line in lines)).facts
    printed = "".join(run.text for block in richtext.parse(stored) for run in getattr(block, "runs", ()))
    assert "".join(printed.split()) == "".join("".join(f"X{line}" for line in lines).split())
