"""Auszug and Vorlage as the pages of ALLRIS show them."""

from dataclasses import replace

import pytest

from desktop.export.compose import Composer, Kind, NotInEditionError
from desktop.export.document import Look, PageField
from desktop.models.profiles import load
from desktop.models.values import (
    AgendaItem,
    Consultation,
    Edition,
    File,
    Paper,
    PaperRelation,
    Publicity,
    Reader,
    Section,
    TextEntry,
    Vote,
)
from tests.export.compose.tools import CREATED, PAPERS, edition, extract, item, lines, vorlage

STANDARD = load("standard")
PAPER = replace(
    PAPERS[0],
    status_text="Vorlage freigegeben",
    date="2026-02-01",
    originator="Bürgerliste",
    under_direction_of="Fachbereich 1",
    contributors="Kämmerei",
    author="Muster, Anna",
    clerk="Beispiel, Bernd",
    proposed_resolution="Die Ordnung wird beschlossen.",
    facts="Der Hafen ist alt.",
    sections=(Section(heading="Finanzielle Auswirkungen", text="Keine."),),
    files=(File(key="pf", name="Karte", size=2048, public=True),),
    consultations=(
        Consultation(
            organization="Bauausschuss", role="Vorberatung", date="2026-02-10", result="vertagt", status="Erledigt"
        ),
        Consultation(organization="Hauptausschuss", date="2026-03-05", meeting_name="14. Sitzung"),
    ),
    relations=(PaperRelation(paper="p2", relation="Änderung zu"), PaperRelation(paper="fremd")),
    web="https://eiderfleth.example/vo?1",
)
ITEM = item(
    papers=("p1",),
    proceedings=(TextEntry(text="Es wird beraten."), Vote(yes=9, no=0, verdict="Einstimmig beschlossen")),
    resolution="Beschlossen wird die Ordnung.",
    files=(File(key="f1", name="Präsentation", public=True),),
    web="https://eiderfleth.example/to?1",
)


def with_paper(made: Edition, paper: Paper = PAPER) -> Edition:
    return replace(made, session=replace(made.session, papers=(paper, *PAPERS[1:])))


def held(**more: object) -> Edition:
    usual: dict[str, object] = {
        "end": "2026-03-05T22:15:00+01:00",
        "room": "Sitzungssaal",
        "place": "Am Markt 1",
        "occasion": "Sitzung",
        "publicity": Publicity.MIXED,
        "status_text": "Niederschrift genehmigt",
    }
    return with_paper(edition(ITEM, **{**usual, **more}))  # type: ignore[arg-type]


def test_auszug_in_the_look_of_allris_3() -> None:
    assert lines(extract(held(), Look.ALLRIS3).blocks) == [
        "# Auszug - Hafenordnung",
        "subtitle: 14. Sitzung des Hauptausschusses",
        "TOP: | Ö 3.2",
        "Gremium: | Hauptausschuss | Beschlussart: | (offen)",
        "Datum: | Do, 05.03.2026 | Status: | öffentlich/nichtöffentlich",
        "Zeit: | 18:01 - 22:15 | Anlass: | Sitzung",
        "Raum: | Sitzungssaal",
        "Ort: | Am Markt 1",
        "VO/2026/1 Neue Hafenordnung",
        "Status: | öffentlich | Vorlage-Art: | Beschlussvorlage",
        "Verfasser/in: | Muster, Anna | Antragsteller: | Bürgerliste",
        "Federführend: | Fachbereich 1 | Bearbeiter/-in: | Beispiel, Bernd",
        "Beteiligt: | Kämmerei",
        "## Wortprotokoll",
        "Es wird beraten.",
        "## Beschluss:",
        "Beschlossen wird die Ordnung.",
        "## Anlagen:",
        "Anlage | Nr. | Status | Name",
        "Anlage 1 | 1 | öffentlich | Präsentation",
        "## Abstimmungsergebnis:",
        "verdict: x Einstimmig beschlossen",
        "totals: Dafür: 9   Dagegen: --   Enthaltungen:",
        "small: Online-Version dieser Seite: https://eiderfleth.example/to?1",
    ]


def test_auszug_in_the_look_of_allris_4() -> None:
    assert lines(extract(held(), Look.ALLRIS4).blocks) == [
        "# 05.03.2026 - 3.2 Hafenordnung",
        "## Grunddaten",
        "TOP: | Ö 3.2",
        "Sitzung: | 14. Sitzung des Hauptausschusses",
        "Gremium: | Hauptausschuss",
        "Datum: | Do., 05.03.2026",
        "Status: | gemischt (Niederschrift genehmigt)",
        "Uhrzeit: | 18:01",
        "Anlass: | Sitzung",
        "Beratung: | öffentlich",
        "Vorlage: | VO/2026/1 Neue Hafenordnung",
        "Vorlageart: | Beschlussvorlage",
        "Federführend: | Fachbereich 1",
        "Bearbeiter: | Beispiel, Bernd",
        "Beteiligt: | Kämmerei",
        "Beschluss: | (offen)",
        "## Wortprotokoll",
        "Es wird beraten.",
        "## Beschluss:",
        "Beschlossen wird die Ordnung.",
        "## Abstimmungsergebnis:",
        "verdict: x Einstimmig beschlossen",
        "totals: Dafür: 9   Dagegen: --   Enthaltungen:",
        "## Anlagen zur Vorlage",
        "Anlage | Nr. | Status | Name",
        "Anlage 1 | 1 | öffentlich | Karte (2 KB)",
        "## Anlagen",
        "Anlage | Nr. | Status | Name",
        "Anlage 1 | 1 | öffentlich | Präsentation",
        "small: Online-Version dieser Seite: https://eiderfleth.example/to?1",
    ]


def test_empty_panels_are_shown_as_the_house_has_it() -> None:
    bare = edition(item())
    assert "Anlagen" not in "".join(lines(extract(bare, Look.ALLRIS4).blocks))
    end = ["## Anlagen zur Vorlage", "## Anlagen"]
    assert lines(extract(bare, Look.ALLRIS4, load("eisenau")).blocks)[-2:] == end
    assert lines(extract(bare, Look.ALLRIS4, load("moorwede")).blocks) == [
        "# 05.03.2026 - 3.2 Hafenordnung",
        "## Anlagen",
    ]


def test_an_unknown_beschlussart_is_open_only_where_the_house_says_so() -> None:
    made = edition(item())
    assert "Beschluss: | (offen)" in lines(extract(made, Look.ALLRIS4).blocks)
    quiet = replace(STANDARD, pages=replace(STANDARD.pages, open_result=()))
    assert "Beschluss: | (offen)" not in lines(extract(made, Look.ALLRIS4, quiet).blocks)
    decided = edition(item(result="vertagt"))
    assert "Beschluss: | vertagt" in lines(extract(decided, Look.ALLRIS4, quiet).blocks)


def test_a_title_is_cut_in_the_headline_only_where_the_house_cuts() -> None:
    made = edition(item(name="Ein Titel mit sehr vielen Wörtern, der in Listen gekürzt wird"))
    assert "gekürzt wird" in lines(extract(made, Look.ALLRIS4).blocks)[0]
    cut = "# 05.03.2026 - 3.2 Ein Titel mit sehr vielen Wörtern, der in Lis..."
    profile = replace(STANDARD, pages=replace(STANDARD.pages, title_cut=45))
    assert lines(extract(made, Look.ALLRIS4, profile).blocks)[0] == cut
    assert "gekürzt wird" in lines(extract(made, Look.ALLRIS3, profile).blocks)[0]


def test_where_only_the_day_is_known_no_time_is_printed() -> None:
    made = edition(item(), start="2026-03-05", end=None)
    for look in (Look.ALLRIS3, Look.ALLRIS4):
        assert not [line for line in lines(extract(made, look).blocks) if "eit:" in line]


@pytest.mark.parametrize("status", ["öffentlich/nichtöffentlich", "gemischt", None])
def test_a_status_that_says_nothing_new_is_not_repeated(status: str | None) -> None:
    assert "Status: | gemischt" in lines(extract(held(status_text=status), Look.ALLRIS4).blocks)


def test_an_item_of_the_nonpublic_part() -> None:
    made = edition(item(public=False, number="1", announcement="Es wurde verkauft."))
    shown = lines(extract(made, Look.ALLRIS4).blocks)
    assert "TOP: | N 1" in shown
    assert "Beratung: | nichtöffentlich" in shown
    assert shown[-2:] == ["## Bekanntgabe:", "Es wurde verkauft."]


def test_title_and_footer_of_an_auszug_and_of_a_vorlage() -> None:
    document = extract(held(), Look.ALLRIS4)
    assert document.title == "Auszug – Ö 3.2 Hafenordnung"
    assert document.footer[0] == "HA/14/XIII | Ausdruck vom: 06.03.2026 | Seite: "
    paper = vorlage(held(), Look.ALLRIS3)
    assert paper.title == "Vorlage – VO/2026/1 Neue Hafenordnung"
    assert paper.footer == ("VO/2026/1 | Ausdruck vom: 06.03.2026 | Seite: ", PageField.PAGE, "/", PageField.PAGES)


def test_vorlage_in_the_look_of_allris_3() -> None:
    assert lines(vorlage(held(), Look.ALLRIS3).blocks) == [
        "# Vorlage - VO/2026/1",
        "Betreff: | Neue Hafenordnung",
        "Status: | öffentlich | Vorlage-Art: | Beschlussvorlage",
        "Datum: | 01.02.2026 | Antragsteller: | Bürgerliste",
        "Verfasser/in: | Muster, Anna | Bearbeiter/-in: | Beispiel, Bernd",
        "Federführend: | Fachbereich 1",
        "Beteiligt: | Kämmerei",
        "Änderung zu: | VO/2026/2 Gebühren",
        "## Beratungsfolge:",
        "Bauausschuss | Vorberatung · Erledigt",
        "10.02.2026 | Bauausschuss | vertagt",
        "Hauptausschuss",
        "05.03.2026 | 14. Sitzung | (offen)",
        "## Anlagen:",
        "Anlage | Nr. | Status | Name",
        "Anlage 1 | 1 | öffentlich | Karte (2 KB)",
        "## Beschlussvorschlag",
        "Die Ordnung wird beschlossen.",
        "## Sachverhalt",
        "Der Hafen ist alt.",
        "## Finanzielle Auswirkungen",
        "Keine.",
        "small: Online-Version dieser Seite: https://eiderfleth.example/vo?1",
    ]


def test_vorlage_in_the_look_of_allris_4() -> None:
    shown = lines(vorlage(held(), Look.ALLRIS4).blocks)
    assert shown[:3] == ["# Beschlussvorlage - VO/2026/1", "## Grunddaten", "Betreff: | Neue Hafenordnung"]
    assert "Status: | öffentlich (Vorlage freigegeben)" in shown
    place = shown.index("## Beratungsfolge")
    assert shown[place + 1 : place + 4] == [
        "Status | Datum | Gremium | Beschluss",
        "Erledigt | 10.02.2026 | Bauausschuss / Vorberatung | vertagt",
        " | 05.03.2026 | Hauptausschuss / 14. Sitzung | (offen)",
    ]
    assert shown[-4:-1] == ["## Anlagen", "Anlage | Nr. | Status | Name", "Anlage 1 | 1 | öffentlich | Karte (2 KB)"]


def test_a_paper_of_which_little_is_known() -> None:
    made = with_paper(edition(), Paper(key="p1", name="Nur ein Betreff"))
    assert lines(vorlage(made, Look.ALLRIS3).blocks) == [
        "# Vorlage",
        "Betreff: | Nur ein Betreff",
        "Status: | nichtöffentlich",
    ]
    assert lines(vorlage(made, Look.ALLRIS4).blocks)[0] == "# Vorlage"


def test_sections_may_be_named_in_the_head() -> None:
    shown = lines(vorlage(held(), Look.ALLRIS3, load("haarfelde")).blocks)
    place = shown.index("small: Beschlussvorschlag · Sachverhalt · Finanzielle Auswirkungen")
    assert shown[place + 1] == "## Anlagen:"


def test_what_the_edition_does_not_hold_is_refused() -> None:
    stub = AgendaItem(key="n1", number="1", name="", public=False)
    made = edition(item(), stub, reader=Reader.PUBLIC)
    for key in ("n1", "fremd", None):
        with pytest.raises(NotInEditionError) as caught:
            Composer(made, Look.ALLRIS4, STANDARD, CREATED).compose(Kind.AUSZUG, item=key)
        assert caught.value.key == key
    with pytest.raises(NotInEditionError):
        Composer(made, Look.ALLRIS4, STANDARD, CREATED).compose(Kind.VORLAGE, paper="fremd")


def test_a_body_words_labels_in_its_own_way() -> None:
    made = edition(ITEM)
    assert made.session.body is not None
    body = replace(made.session.body, labels={"proceedings": "Beratung"})
    made = replace(made, session=replace(made.session, body=body))
    assert "## Beratung" in lines(extract(made, Look.ALLRIS4).blocks)


def test_characters_that_no_font_draws_are_replaced_everywhere_and_named() -> None:
    made = edition(item(name="中 Titel", proceedings=(TextEntry(text="- Punkt 文\n\n| 字 |\n|---|\n| x |"),)))
    assert made.session.body is not None
    made = replace(made, session=replace(made.session, body=replace(made.session.body, name="Stadt 市")))
    document, uncovered = Composer(made, Look.ALLRIS4, STANDARD, CREATED).compose(Kind.AUSZUG, item="i1")
    assert uncovered == {"中", "文", "字", "市"}
    assert document.title == "Auszug – Ö 3.2 ⟨U+4E2D⟩ Titel"
    assert document.author == "Stadt ⟨U+5E02⟩"
    shown = "\n".join(lines(document.blocks))
    assert "⟨U+4E2D⟩ Titel" in shown
    assert "- Punkt ⟨U+6587⟩" in shown
    assert "⟨U+5B57⟩" in shown
    assert not uncovered & set(repr(document))


def test_covered_text_leaves_the_document_as_it_is() -> None:
    document, uncovered = Composer(held(), Look.ALLRIS4, STANDARD, CREATED).compose(Kind.AUSZUG, item="i1")
    assert uncovered == frozenset()
    assert document.look is Look.ALLRIS4
    assert document.footer[1] is PageField.PAGE


def test_a_body_that_only_recommends_makes_recommendations() -> None:
    made = held()
    committee = replace(made.session.organizations[0], advisory=True)
    organizations = (committee, *made.session.organizations[1:])
    made = replace(made, session=replace(made.session, organizations=organizations))
    for look in (Look.ALLRIS3, Look.ALLRIS4):
        shown = lines(extract(made, look).blocks)
        assert "## Beschlussempfehlung:" in shown
        assert "## Beschluss:" not in shown
