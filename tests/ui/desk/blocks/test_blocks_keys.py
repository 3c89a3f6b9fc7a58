"""Text blocks by keys: a short form and Tab, hole by hole, one undo step; in the stream and in the resolution."""

import pytest

from desktop.models.book import Book
from desktop.models.richtext import List, ListItem, Paragraph, Run, Table, parse
from desktop.models.values import MeetingState, TextEntry
from desktop.models.values.aside import TextBlock
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock) -> DeskPage:
    council.make(book)
    page = DeskPage(book, bus, clock=clock)
    page.resize(1200, 800)
    show(page)
    page.open_meeting(book.meeting.key)
    page.arrive()
    return page


def texts(book: Book) -> list[str]:
    return [one.text or "" for one in book.meeting.agenda[0].proceedings if isinstance(one, TextEntry)]


def own(book: Book, shortcut: str, text: str) -> None:
    body = book.shelf.records[book.meeting.key].parent
    book.add(TextBlock(shortcut=shortcut, name=shortcut, text=text), body, "text_blocks")


def test_a_short_form_and_tab_become_the_block_filled_from_the_meeting(desk: DeskPage, book: Book) -> None:
    type_text("kommt")
    assert desk.pen.editor._ghost == "⇥ Mitglied kommt"
    type_text("\t")
    assert texts(book) == [
        "[[Name]] nimmt ab 18:42 Uhr an der Sitzung teil. Es sind nunmehr 13 stimmberechtigte Mitglieder anwesend."
    ]
    assert desk.pen.editor.textCursor().selectedText() == "[[Name]]"


def test_it_is_one_step_that_undo_takes_back(desk: DeskPage, book: Book) -> None:
    type_text("keinefrage\t")
    assert texts(book) == ["Es werden keine Fragen gestellt."]
    assert book.undo_action is not None
    assert book.undo_action[0] == "text_block"
    book.undo()
    assert texts(book) == ["keinefrage"]
    assert desk.pen.editor.stored_text() == "keinefrage"
    book.redo()
    type_text(" Und weiter.")
    assert texts(book) == ["Es werden keine Fragen gestellt. Und weiter."]


def test_tab_goes_from_hole_to_hole_and_what_is_typed_takes_their_place(desk: DeskPage, book: Book) -> None:
    own(book, "zwei", "[[Name]] dankt [[Wem]] für [[das Geld|den Rat]].")
    type_text("zwei\tFrau Sommer\tHerrn Winter\t2")
    assert texts(book) == ["Frau Sommer dankt Herrn Winter für den Rat."]
    press("Return")
    assert desk.pen.key is None, "Enter ends the entry, whatever holes there are"


def test_a_hole_takes_the_short_form_of_a_person(desk: DeskPage, book: Book) -> None:
    own(book, "dank", "Dank an [[Name]] und [[Name]].")
    type_text("dank\ta1\t")
    assert texts(book)[0].startswith("Dank an Frau Amsel1 (CDU)")
    type_text("\tbirke2\t")
    assert "Frau Birke2 (SPD)" in texts(book)[0]


def test_words_that_are_typed_into_holes_are_no_short_forms_of_blocks(desk: DeskPage, book: Book) -> None:
    own(book, "sagt", "[[Wer]] sagt, dass [[was]], und [[wer]] nickt.")
    type_text("sagt\tSie\tes so nicht geht\ter\tx")
    assert texts(book) == ["Sie sagt, dass es so nicht geht, und er nickt.x"]


def test_typing_on_leaves_a_list_of_choices_and_tab_takes_the_first(desk: DeskPage, book: Book) -> None:
    own(book, "wahl", "Sie ist [[dafür|dagegen]], er ist [[dafür|dagegen]].")
    type_text("wahl\tunentschieden\t\t")
    assert texts(book) == ["Sie ist unentschieden, er ist dafür."]


def test_a_person_goes_before_a_block_and_a_block_before_what_only_looks_like_it(desk: DeskPage, book: Book) -> None:
    own(book, "a1", "Block")
    own(book, "amsel", "Der Vogel.")
    type_text("x a1\t")
    assert texts(book) == ["x Frau Amsel1 (CDU)"]
    type_text("amsel\t")
    assert texts(book) == ["x Frau Amsel1 (CDU) Der Vogel."]


def test_part_of_a_name_finds_a_block_among_the_people(desk: DeskPage, book: Book) -> None:
    own(book, "amtsantritt", "Amtsantritt.")
    type_text("am\t")
    assert desk.pen.shorthand._offered[-1].label == "amtsantritt · amtsantritt"
    place = len(desk.pen.shorthand._offered)
    type_text(str(place))
    assert texts(book) == ["Amtsantritt."]


def test_paragraphs_of_a_block_are_paragraphs_of_the_entry(desk: DeskPage, book: Book) -> None:
    own(book, "liste", "Zuerst **wichtig**:\n\n- eins\n- zwei\n\nDanach.")
    type_text("Also liste\t")
    assert texts(book) == ["Also Zuerst **wichtig**:\n\n- eins\n- zwei\n\nDanach."]


def test_the_resolution_knows_blocks_and_tab_leaves_it_otherwise(desk: DeskPage, book: Book) -> None:
    press("F6")
    desk.outcome.resolution.setFocus()
    own(book, "besch", "Der Haushalt wird [[einstimmig|mehrheitlich]] beschlossen.")
    type_text("besch\t2")
    assert book.meeting.agenda[0].resolution == "Der Haushalt wird mehrheitlich beschlossen."
    assert desk.outcome.resolution.hasFocus()
    type_text("\t")
    assert not desk.outcome.resolution.hasFocus()


def test_before_the_meeting_times_and_counts_wait_until_the_entry_is_confirmed(
    desk: DeskPage, book: Book, clock: TestClock
) -> None:
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    type_text("eröff\t")
    assert texts(book) == ["{vorsitz} eröffnet die Sitzung um {zeit} Uhr und begrüßt die Anwesenden."]
    book.change(book.meeting.key, state=MeetingState.RUNNING)
    clock.forward(minutes=3)
    press("Return")
    assert texts(book) == [
        "[[Die Vorsitzende|Der Vorsitzende]] eröffnet die Sitzung um 18:45 Uhr und begrüßt die Anwesenden."
    ]
    assert not book.meeting.agenda[0].proceedings[0].prepared


def test_a_block_that_names_an_attachment_takes_its_number_in_the_same_step(desk: DeskPage, book: Book) -> None:
    type_text("präsent\tFrau Sommer\n")
    type_text("präsent\tHerr Winter\n")
    item = book.meeting.agenda[0]
    assert [text.split("als ")[1] for text in texts(book)] == ["Anlage 1 beigefügt.", "Anlage 2 beigefügt."]
    assert [one.files for one in item.proceedings if isinstance(one, TextEntry)] == [(file.key,) for file in item.files]


def test_what_the_meeting_knows_stands_in_a_text_as_it_is(desk: DeskPage, book: Book) -> None:
    name = "Bericht der Bürger*innen und\nSchüler*innen | Teil __A__"
    book.change(book.meeting.agenda[0].key, name=name)
    own(book, "ruft", "{betreff} wird aufgerufen.\n\n- {betreff}\n\n| Punkt |\n| --- |\n| {betreff} |")
    type_text("ruft\t")
    paragraph, points, table = parse(texts(book)[0])
    shown = " ".join(name.split())
    assert paragraph == Paragraph((Run(f"{shown} wird aufgerufen."),))
    assert points == List((ListItem((Paragraph((Run(shown),)),)),))
    assert isinstance(table, Table)
    assert table.rows == (((Run(shown),),),)


def test_before_the_meeting_a_resolution_has_holes_for_what_only_it_can_tell(desk: DeskPage, book: Book) -> None:
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    own(book, "besch", "{koerperschaft}, {zeit} Uhr")
    desk.outcome.resolution.setFocus()
    type_text("besch\t")
    assert book.meeting.agenda[0].resolution == "Tornau, [[Uhrzeit]] Uhr"


def test_after_the_end_the_time_of_now_is_no_time_of_the_meeting(desk: DeskPage, book: Book) -> None:
    book.change(book.meeting.key, end="2026-03-05T18:40:00+01:00", state=MeetingState.DRAFT)
    type_text("schluss\t")
    assert texts(book)[0].endswith("schließt die Sitzung um 18:40 Uhr.")
    press("Return")
    type_text("kommt\t")
    assert "ab [[Uhrzeit]] Uhr" in texts(book)[1]


def test_a_block_chosen_elsewhere_goes_to_the_ready_line_and_undo_takes_it_away(desk: DeskPage, book: Book) -> None:
    desk.insert_block(TextBlock(shortcut="x", text="Eins.\n\nZwei [[was]]."))
    assert texts(book) == ["Eins.\n\nZwei [[was]]."]
    type_text("Euro")
    assert texts(book) == ["Eins.\n\nZwei Euro."]
    book.undo()
    book.undo()
    assert texts(book) == []
