"""What a screen reader hears at the desk, through its real interface (AT-SPI): see ``session``.

The tests share a window, and each begins at the ready line.
"""

from collections.abc import Iterable, Iterator

import pytest

from tests.proof.atspi.session import Heard, Session

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("atspi")]

_FOCUS, _SAID = "object:state-changed:focused", "object:announcement"
_POLITE = 1


@pytest.fixture(autouse=True)
def ready(desk: Session) -> None:
    desk.press("Esc", "Esc")


def came_to(heard: Iterable[Heard]) -> Heard:
    """Where the keyboard has come to at last."""
    found = [one for one in heard if one["event"] == _FOCUS and one["name"]]
    assert found, "nobody was told where the keyboard is"
    return found[-1]


def said(heard: Iterable[Heard]) -> list[str]:
    """The words in passing."""
    return [one["said"] for one in heard if one["event"] == _SAID]


def behind_the_focus(heard: list[Heard]) -> list[str]:
    """The words in passing that no change of the focus cuts off."""
    last = max((place for place, one in enumerate(heard) if one["event"] == _FOCUS), default=-1)
    return said(heard[last + 1 :])


def things(tree: Heard) -> Iterator[Heard]:
    """All in a tree."""
    yield tree
    for child in tree.get("children", ()):
        yield from things(child)


def test_the_ready_line_names_its_item(desk: Session) -> None:
    desk.press("Ctrl+Up")
    line = came_to(desk.press("Esc"))
    assert (line["role"], line["name"]) == ("text", "Schreibzeile, Ö 9")
    assert "Name oder Kürzel" in line["description"]
    assert {"editable", "multi line"} <= set(line["states"])


def test_the_running_speech_is_read_with_its_text(desk: Session) -> None:
    speech = came_to(desk.press("Ctrl+Up"))
    assert (speech["role"], speech["name"]) == ("text", "Rede, Herr Sørensen (SSW), 20:58")
    assert speech["text"].startswith("unterstützt den Ergänzungsantrag")
    assert speech["description"].startswith("beginnt: unterstützt den Ergänzungsantrag")
    assert speech["line"].endswith("veröffentlichen.")
    motion = came_to(desk.press("Ctrl+Up"))
    assert motion["name"] == "Antrag, FDP · Ergänzungsantrag, 20:56"
    assert "Jahresbericht" in motion["line"]


def test_typing_tells_the_text_and_the_caret(desk: Session) -> None:
    heard = desk.type("Guten Abend")
    inserted = "".join(one["said"] for one in heard if one["event"].startswith("object:text-changed:insert"))
    carets = [one["caret"] for one in heard if one["event"] == "object:text-caret-moved"]
    assert inserted == "Guten Abend"
    assert carets[-1] == len("Guten Abend")
    assert [one["word"] for one in heard if one["event"] == "object:text-caret-moved"][-1] == "Abend"
    desk.press("Ctrl+Z")


def test_suggestions_are_said_while_the_keyboard_stays(desk: Session) -> None:
    heard = desk.type("+")
    assert "A Antrag" in said(heard)[-1]
    assert not [one for one in heard if one["event"] == _FOCUS]
    desk.press("Backspace")
    desk.type("zzz")
    assert said(desk.press("Tab")) == ["Kürzel unbekannt: zzz · Strg+Umschalt+B zeigt alle Textbausteine"]
    desk.press("Ctrl+Z")


def test_the_cell_of_the_vote_grid_is_said(desk: Session) -> None:
    cell = came_to(desk.press("F4"))
    assert (cell["role"], cell["name"]) == ("table cell", "CDU, Ja, 4, der Rest")
    assert came_to(desk.press("N"))["name"] == "CDU, Nein, leer"
    words = said(desk.press("3"))
    assert words[0] == "CDU, Nein, 3"
    assert words[1].startswith("angenommen: 11 Ja > 3 Nein")
    assert said(desk.press("5"))[0] == "CDU, Nein, 35, mehr als anwesend, 31 zu viel"
    assert came_to(desk.press("Down"))["name"] == "SPD, Nein, leer"
    desk.press("Esc", "Ctrl+Z")


def test_a_roll_call_reads_the_member_who_is_called(desk: Session) -> None:
    desk.press("F4")
    assert "geheim" in said(desk.press("G"))
    assert "offen" in said(desk.press("G"))
    assert came_to(desk.press("P"))["name"] == "Dr. Henrike Asmussen, CDU, noch nicht aufgerufen"
    heard = desk.press("J")
    assert came_to(heard)["name"] == "Selin Aydın, SPD, noch nicht aufgerufen"
    assert behind_the_focus(heard) == ["Dr. Henrike Asmussen: Ja"]
    desk.press("Esc", "Ctrl+Z")


def test_another_item_is_said_with_its_state(desk: Session) -> None:
    words = said(desk.press("Ctrl+PgUp"))[-1]
    assert words.startswith("Ö 8a, Sofortmaßnahme zur Sicherung der Fußgängerbrücke am Mühlensiel, erledigt")
    assert "Sie schreiben in Ö 8a – es läuft Ö 9" in words
    assert behind_the_focus(desk.press("Ctrl+Return")) == ["Ö 8a läuft"]
    desk.press("Ctrl+Z")


def test_who_goes_is_said_behind_the_focus(desk: Session) -> None:
    desk.press("F7")
    desk.type("asm")
    assert "geht" in behind_the_focus(desk.press("Return"))[-1]
    desk.press("Ctrl+Z")


def test_the_keys_are_read_line_by_line(desk: Session) -> None:
    page = came_to(desk.press("F1"))
    assert page["name"] == "Tasten"
    assert "schließt" in page["description"]
    assert len(page["description"]) < 200
    assert said(desk.press("Down"))[0].startswith("Eintrag. F2, Strg+2: Rede")
    assert said(desk.press("Down"))[0].startswith("F3, Strg+3: ")
    assert said(desk.press("PgDown"))[0].startswith("Schreiben. Enter: Neuer Eintrag")
    assert came_to(desk.press("Tab"))["name"].startswith("Schreibzeile")


def test_a_page_is_named_and_its_filter_tells_what_it_found(desk: Session) -> None:
    desk.press("Ctrl+,")
    assert said(desk.press("Down"))[-1].startswith("Tastenkürzel, 2 von ")
    assert said(desk.type("xyz"))[-1] == "Nichts gefunden."
    desk.press("Esc", "Esc", "Esc")
    assert said(desk.press("Ctrl++")) == ["Schriftgröße: 110 %"]
    desk.press("Ctrl+0")


def test_the_chosen_command_is_said_while_the_keyboard_stays_in_the_line(desk: Session) -> None:
    desk.press("Ctrl+K")
    assert said(desk.type("wahl"))[-1].startswith("Wahl ")
    assert came_to(desk.press("Esc"))["name"].startswith("Schreibzeile")


def test_the_status_line_is_said(desk: Session) -> None:
    assert said(desk.press("Ctrl+S"))[0].startswith("gesichert ")
    desk.type("Guten Abend")
    assert said(desk.press("Ctrl+Z")) == ["Rückgängig in Ö 9: Eingabe (Text)"]


def test_the_areas_are_read_with_what_is_current(desk: Session) -> None:
    heard = [came_to(desk.press("Shift+F6")) for _area in range(5)]
    agenda, header, person, resolution, vote = [one["name"] for one in heard]
    assert agenda.startswith("Ö 9, Fortschreibung der Digitalstrategie")
    assert ", läuft" in agenda
    assert header.startswith("Hauptausschuss · 14. Sitzung des Hauptausschusses")
    assert "ÖFFENTLICH" in header
    assert "14 von 15 stimmberechtigt, beschlussfähig" in header
    assert (person, resolution) == ("Frau Dr. Asmussen, CDU, anwesend, Vorsitz", "Beschluss")
    assert vote.startswith("1. Ergänzungsantrag FDP")


def test_entries_that_are_only_painted_can_be_gone_to(desk: Session) -> None:
    desk.press("Ctrl+Up", "Esc")
    names = [one["name"] for one in things(desk.tree()) if one["role"] == "label"]
    (speech,) = [name for name in names if name.startswith("Rede, Herr Sørensen (SSW), 20:58")]
    assert speech.endswith("veröffentlichen.")


def test_a_banner_is_said(desk: Session) -> None:
    desk.press("Ctrl+Shift+S", "Down", "Down")
    heard = desk.press("Return")
    banner = [one for one in heard if one["event"] == _SAID and one["role"] == "panel"]
    assert banner[0]["said"].startswith("Bitte beachten: Diese Niederschrift ist abgeschlossen")
    assert banner[0]["detail"] == _POLITE
