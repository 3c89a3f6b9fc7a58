"""The plain text: everything there, in order, readable without layout."""

import pytest
from hypothesis import given

from desktop.export import plain
from desktop.export.document import Look, PageBreak, ParagraphRole, Rule, Table, TableRole, cell
from tests.export.samples import SAMPLES, TEXTS, bullets, document, fields, h, of_texts, p, signatures, squeezed, votes


def text(*blocks: object) -> str:
    return plain.render(document(*blocks)).decode()  # type: ignore[arg-type]


def test_title_and_parts_are_underlined() -> None:
    assert text(h(1, "Niederschrift"), h(2, "Teil I"), h(3, "Ö 1 Eröffnung")) == (
        "Niederschrift\n=============\n\nTeil I\n------\n\nÖ 1 Eröffnung\n"
    )


def test_hard_breaks_stay_and_nothing_is_wrapped() -> None:
    assert text(p("eins\nzwei " + "x" * 300)) == "eins\nzwei " + "x" * 300 + "\n"


def test_a_quotation_is_moved_in() -> None:
    assert text(p("Der Rat\nbeschließt", ParagraphRole.QUOTE)) == "    Der Rat\n    beschließt\n"


def test_lists_carry_their_markers_and_hang() -> None:
    lines = text(bullets()).splitlines()
    assert lines[1] == "• Die Satzungen werden vorher geprüft:"
    assert lines[2:6] == ["  3. Gebühren", "  4. Strafen", "     Auch die der Segler.", "  • nebenbei"]


def test_fields_are_lines_of_label_and_value() -> None:
    table = fields(("Gremium:", "Hauptausschuss"), ("Beschlussart:", "(offen)"), ("Raum:", ""), ("", ""), across=2)
    assert text(table) == "Gremium: Hauptausschuss\nBeschlussart: (offen)\nRaum:\n"


def test_ruled_tables_stand_in_columns() -> None:
    rows = ((cell("Fraktion"), cell("Ja")), (cell("Liste Nord"), cell("13")), (cell("Wir"), cell("")))
    table = Table(rows, "Stimmen", (3.0, 1.0))
    assert text(table) == "Fraktion    Ja\nListe Nord  13\nWir\n"


def test_a_cell_of_several_lines_keeps_its_column() -> None:
    table = Table(((cell("a"), cell("eins\nzwei"), cell("c")),), "", (1.0, 1.0, 1.0), TableRole.LIST)
    assert text(table) == "a  eins  c\n   zwei\n"


def test_a_table_too_wide_for_columns_names_each_value() -> None:
    head = (cell("Nr."), cell("Name"))
    assert text(Table((head, (cell("1"), cell("N" * 200))), "", (1.0, 5.0), header_rows=1)) == (
        "Nr.: 1\nName: " + "N" * 200 + "\n"
    )


def test_signatures_have_a_line_to_sign_on() -> None:
    assert "________________________  ________________________\nErika Muster" in text(signatures())


def test_a_page_break_leaves_no_trace_and_a_rule_is_a_line() -> None:
    assert text(p("a"), PageBreak(), Rule(), p("b")) == "a\n\n" + "-" * 40 + "\n\nb\n"


@pytest.mark.parametrize("look", Look)
def test_samples_hold_every_faction(look: Look) -> None:
    assert "Bürgerliste Neuhaven" in plain.render(SAMPLES[look]()).decode()
    assert squeezed("Fraktion Ja Nein Enthaltung") in squeezed(text(votes()))


@given(TEXTS)
def test_any_text_comes_back(texts: list[str]) -> None:
    written = squeezed(plain.render(of_texts(texts)).decode())
    assert all(squeezed(text) in written for text in texts if "\n" not in text)
