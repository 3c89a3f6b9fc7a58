"""Invented documents for the tests of the writers: one per look, with every kind of block."""

import re
import unicodedata
from random import Random

from hypothesis import strategies as st

from desktop.export.document import (
    Align,
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Look,
    PageBreak,
    PageField,
    Paragraph,
    ParagraphRole,
    Rule,
    Run,
    Runs,
    Scope,
    Table,
    TableRole,
    cell,
)
from desktop.export.glyphs import replace_uncovered

FOOTER = ("HA/14/XIII | Ausdruck vom: 29.10.2021 | Seite: ", PageField.PAGE, "/", PageField.PAGES)

LONG = (
    "Frau Muster führt in die neue Hafenordnung ein und zeigt Bilder der alten Mole; die Präsentation liegt der "
    "Niederschrift bei. Herr Beispiel fragt, weshalb die Liegeplätze für Gäste teurer werden sollen als die der "
    "Einheimischen, und ob die Mittel aus dem Vorjahr schon verbraucht seien. Im Bericht stehe dazu wenig. Frau Muster "
    "erwidert, dass zwei Drittel der Mittel in die Ufermauer geflossen seien; der Rest werde für die Beleuchtung am "
    "Anleger gebraucht. Die Gebühren seien zuletzt vor elf Jahren angehoben worden und lägen noch immer unter denen "
    "der Nachbarorte."
)

FACTIONS = (
    ("Bürgerliste Neuhaven", "3", "", ""),
    ("Fraktion für Hafen und Handel", "5", "", ""),
    ("Grüne Liste / Die Parkfreunde", "2", "1", ""),
    ("Freie Wählergemeinschaft Donaudampfschifffahrtsgesellschaftskapitänswitwen", "1", "", "1"),
)


def r(text: str, *, bold: bool = False, italic: bool = False) -> Runs:
    return (Run(text, bold, italic),)


def p(text: str, role: ParagraphRole = ParagraphRole.BODY, *, keep: bool = False) -> Paragraph:
    return Paragraph(r(text), role, keep)


def h(level: int, text: str) -> Heading:
    return Heading(level, r(text))


def document(*blocks: Block, look: Look = Look.DRUCK, title: str = "Niederschrift", **more: object) -> Document:
    usual: dict[str, object] = {
        "subject": "Sitzung des Hauptausschusses",
        "author": "Stadt Neuhaven",
        "language": "de-DE",
        "footer": FOOTER,
        "created": "2021-10-29T09:30:00+02:00",
    }
    return Document(title=title, look=look, blocks=blocks, **{**usual, **more})  # type: ignore[arg-type]


def fields(*pairs: tuple[str, str], across: int = 1) -> Table:
    rows = [
        tuple(
            part
            for label, value in pairs[start : start + across]
            for part in (cell(label, Scope.ROW if label else Scope.NONE), cell(value))
        )
        for start in range(0, len(pairs), across)
    ]
    widths = (1.0, 3.0) if across == 1 else (1.0, 2.0, 1.1, 2.0)
    return Table(tuple(rows), "Grunddaten", widths, TableRole.FIELDS)


def votes() -> Table:
    head = tuple(
        cell(text, Scope.COLUMN, align=Align.CENTER if text != "Fraktion" else Align.LEFT)
        for text in ("Fraktion", "Ja", "Nein", "Enthaltung")
    )
    rows = tuple(
        (cell(name, Scope.ROW), *(cell(number, align=Align.CENTER) for number in numbers))
        for name, *numbers in FACTIONS
    )
    return Table((head, *rows), "Abstimmung nach Fraktionen", (4.0, 1.0, 1.0, 1.3), TableRole.GRID, header_rows=1)


def files() -> Table:
    head = (cell("", Scope.NONE), *(cell(text, Scope.COLUMN) for text in ("Nr.", "Status", "Name")))
    row = (cell("Anlage 1", Scope.ROW), cell("1"), cell("öffentlich"), cell("Praesentation_Hafenordnung.pdf (412 KB)"))
    return Table((head, row), "Anlagen", (1.2, 0.5, 1.2, 5.0), TableRole.LIST, header_rows=1)


def bullets() -> ListBlock:
    return ListBlock(
        (
            ListItem(r("Weniger Liegeplätze sind nicht zu erwarten. " + LONG[:180])),
            ListItem(
                r("Die Satzungen werden vorher geprüft:"),
                (
                    ListBlock((ListItem(r("Gebühren")), ListItem(r("Strafen"), (p("Auch die der Segler."),))), 3),
                    ListBlock((ListItem(r("nebenbei")),)),
                ),
            ),
            ListItem(r("Kosten: 70 T€")),
        )
    )


def signatures() -> Table:
    return Table(
        ((cell("Erika Muster\nAusschussvorsitzende"), cell("Max Beispiel\nSchriftführer")),),
        "Unterschriften",
        (1.0, 1.0),
        TableRole.SIGNATURES,
    )


def _vote_blocks(level: int) -> tuple[Block, ...]:
    return (
        h(level, "Abstimmungsergebnis:"),
        votes(),
        p("☒ Einstimmig beschlossen", ParagraphRole.VERDICT, keep=True),
        p("Dafür: 15   Dagegen: --   Enthaltungen: --", ParagraphRole.TOTALS),
    )


def druck() -> Document:
    attendance = Table(
        tuple(
            (cell(name), cell(faction), cell(note))
            for name, faction, note in (
                ("Frau Erika Muster", "Bürgerliste Neuhaven", "Vorsitz"),
                ("Herr Max Beispiel", "Grüne Liste / Die Parkfreunde", "bis 20:15 Uhr, TOP Ö 4"),
                ("Frau Prof. Dr. Ada Probe", "Fraktion für Hafen und Handel", ""),
            )
        ),
        "Anwesende stimmberechtigte Mitglieder",
        (3.0, 3.5, 2.5),
        TableRole.LIST,
    )
    agenda = Table(
        tuple((cell(number), cell(title)) for number, title in AGENDA), "Tagesordnung", (0.8, 7.0), TableRole.LIST
    )
    items: list[Block] = []
    for number, title in AGENDA[:4]:
        items += [
            h(3, f"{number} {title}"),
            p("Vorlage BV/2021/0077, Bericht der Verwaltung", ParagraphRole.SUBTITLE, keep=True),
            p(LONG),
            Paragraph((Run("Herr Beispiel"), Run(" (Grüne Liste)", italic=True), Run(": "), Run("Nein!", bold=True))),
            bullets(),
            p("Pause 20:15 – 20:40 Uhr", ParagraphRole.EVENT),
            p("Der Ausschuss möge beschließen:\n1. Die Hafenordnung wird neu gefasst.", ParagraphRole.QUOTE),
            h(4, "Beschluss:"),
            p("Der Hauptausschuss nimmt die Hafenordnung zur Kenntnis."),
            *_vote_blocks(4),
        ]
    return document(
        p("Stadt Neuhaven\nDie Bürgermeisterin", ParagraphRole.OFFICE),
        h(1, "Niederschrift"),
        p("14. Sitzung des Hauptausschusses (XIII. Wahlperiode)", ParagraphRole.SUBTITLE),
        p("öffentlicher und nichtöffentlicher Teil", ParagraphRole.SUBTITLE),
        fields(
            ("Sitzungstermin:", "Donnerstag, 28.10.2021"),
            ("Sitzungsbeginn:", "18:00 Uhr"),
            ("Sitzungsende:", "22:15 Uhr"),
            ("Ort, Raum:", "Großer Ratssaal, Hafenstraße 30, 99999 Neuhaven"),
            ("Vorsitz:", "Erika Muster"),
        ),
        h(2, "Anwesend"),
        h(3, "Stimmberechtigte Mitglieder"),
        attendance,
        p("Die Ladung erfolgte form- und fristgerecht. Der Ausschuss ist beschlussfähig."),
        h(2, "Tagesordnung"),
        agenda,
        Rule(),
        h(2, "I. Öffentlicher Teil"),
        *items,
        p("Ende des öffentlichen Teils: 21:50 Uhr", ParagraphRole.EVENT),
        PageBreak(),
        h(2, "II. Nichtöffentlicher Teil"),
        h(3, "N 1 Grundstücksangelegenheit"),
        p("nichtöffentlich", ParagraphRole.PLACEHOLDER),
        signatures(),
        h(2, "Anlagen"),
        files(),
    )


AGENDA = (
    ("Ö 1", "Eröffnung der Sitzung und Feststellung der Beschlussfähigkeit"),
    ("Ö 2", "Niederschrift über die 13. Sitzung vom 16.09.2021"),
    ("Ö 3", "Berichte der Verwaltung"),
    ("Ö 3.2", "Neufassung der Hafenordnung ab 2022 und deren Finanzierung im laufenden Haushaltsjahr"),
    ("Ö 4", "Haushalt 2022"),
    ("N 1", "Grundstücksangelegenheit"),
)


def allris3() -> Document:
    title = "Neufassung der Hafenordnung für den Alten und den Neuen Hafen"
    across = (
        ("TOP:", "Ö 3.2"),
        ("", ""),
        ("Gremium:", "Hauptausschuss"),
        ("Beschlussart:", "(offen)"),
        ("Datum:", "Do, 28.10.2021"),
        ("Status:", "öffentlich/nichtöffentlich"),
        ("Zeit:", "18:00 - 22:15"),
        ("Anlass:", "Sitzung"),
        ("Raum:", "Großer Ratssaal"),
        ("", ""),
        ("Ort:", "Hafenstraße 30, Neuhaven"),
        ("", ""),
    )
    head = fields(*across, across=2)
    paper = (cell("BV/2021/0077 " + title, bold=True, colspan=4),)
    second = fields(
        ("Status:", "öffentlich"),
        ("Vorlage-Art:", "Bericht der Verwaltung"),
        ("Verfasser/in:", "Muster, Erika"),
        ("", ""),
        ("Federführend:", "Hafenamt, Wirtschaft und Tourismus mit Stadtmarketing"),
        ("Bearbeiter/-in:", "Muster, Erika"),
        across=2,
    )
    return document(
        h(1, f"Auszug - {title}"),
        p("Sitzung des Hauptausschusses", ParagraphRole.SUBTITLE, keep=True),
        Table((*head.rows, paper), "Sitzung", head.widths, TableRole.FIELDS),
        second,
        h(2, "Wortprotokoll"),
        *(p(LONG) for _ in range(3)),
        bullets(),
        p("Pause 20:15 – 20:40 Uhr"),
        h(2, "Beschluss:"),
        p("Der Hauptausschuss nimmt die Hafenordnung zur Kenntnis."),
        *_vote_blocks(2),
        h(2, "Anlagen:"),
        files(),
        p("Online-Version dieser Seite: https://ratsinfo.neuhaven.example/to020?TOLFDNR=1", ParagraphRole.SMALL),
        look=Look.ALLRIS3,
        title=f"Auszug - {title}",
    )


def allris4() -> Document:
    title = "28.10.2021 - 3.2 Neufassung der Hafenordnung für den Alten und den Neuen Hafen"
    return document(
        h(1, title),
        h(2, "Grunddaten"),
        fields(
            ("TOP:", "Ö 3.2"),
            ("Sitzung:", "14. Sitzung des Hauptausschusses"),
            ("Gremium:", "Hauptausschuss"),
            ("Datum:", "Do., 28.10.2021"),
            ("Status:", "gemischt (Niederschrift genehmigt)"),
            ("Uhrzeit:", "18:00"),
            ("Federführend:", "Hafenamt, Wirtschaft und Tourismus mit Stadtmarketing"),
            ("Beschluss:", "ungeändert beschlossen"),
        ),
        h(2, "Wortprotokoll"),
        h(3, "Zusammenfassung des Diskussionsergebnisses:"),
        *(p(LONG) for _ in range(4)),
        bullets(),
        p("Der Ausschuss möge beschließen:\n1. Die Hafenordnung wird neu gefasst.", ParagraphRole.QUOTE),
        h(2, "Beschluss:"),
        p("Der Hauptausschuss betrachtet die Beratung als 1. Lesung."),
        *_vote_blocks(2),
        h(2, "Anlagen"),
        files(),
        signatures(),
        look=Look.ALLRIS4,
        title=title,
    )


SAMPLES = {Look.DRUCK: druck, Look.ALLRIS3: allris3, Look.ALLRIS4: allris4}


#: text as it may reach a writer: only covered characters, composed
COVERED = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t äöüß„“–€☒✓😀Жα<>&\"'"), max_size=60
).map(lambda text: replace_uncovered(text)[0])
MARKUP = st.sampled_from(
    ["<b>", "</para>", "&amp;", '<img src="x"/>', "]]>", "<script>alert(1)</script>", "5 < 6 & 7 > 2", "<br"]
)
TEXTS = st.lists(COVERED | MARKUP, min_size=8, max_size=8)

#: what formats may drop: white space and hints that print nothing
_ASIDE = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]+")

#: readers of PDF files give the letters of a ligature
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def squeezed(text: str) -> str:
    """Text as it is compared: composed, without white space and invisible hints, ligatures taken apart."""
    apart = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return _ASIDE.sub("", unicodedata.normalize("NFC", apart))


def of_texts(texts: list[str], look: Look = Look.DRUCK) -> Document:
    """A document with the texts in all places, in reading order."""
    a, b, c, d, e, f, g, i = texts
    table = Table(
        ((cell(e, Scope.COLUMN), cell(f, Scope.COLUMN)), (cell(g, Scope.ROW), cell(i))), "T", (1.0, 2.0), header_rows=1
    )
    return document(h(1, a), p(b), ListBlock((ListItem(r(c), (p(d),)),)), table, look=look)


_WORDS = ("Hafen", "Ordnung", "ä", "Verwaltungsvereinfachungsgesetz", "ja", "☒", "😀", "x" * 90, "\n", "der", "und")


def random_document(random: Random) -> Document:
    """Any blocks in any order, with short and very long text in any of them."""

    def words(*counts: int) -> Runs:
        return r(" ".join(random.choice(_WORDS) for _ in range(random.choice(counts))))

    def listing(depth: int) -> ListBlock:
        inner = (lambda: Paragraph(words(5)), lambda: listing(depth + 1))
        children = [random.choice(inner)() for _ in range(random.choice((0, 0, 2)) if depth < 4 else 0)]
        return ListBlock((ListItem(words(0, 2, 40), tuple(children)), ListItem(words(3))), random.choice((None, 1, 7)))

    def row(count: int, longest: int) -> tuple[Cell, ...]:
        cells = [Cell((words(0, 1, 2, 8, longest),), random.choice(tuple(Scope))) for _ in range(count)]
        return (Cell((words(4), words(2)), colspan=2), *cells[2:]) if count > 1 and random.random() < 0.2 else (*cells,)

    def table() -> Table:
        count, longest = random.randint(1, 6), random.choice((8, 8, 300))
        rows = tuple(row(count, longest) for _ in range(random.choice((1, 3, 12, 30))))
        shares = tuple(random.random() for _ in range(count))
        return Table(rows, "T", shares, random.choice(tuple(TableRole)), random.choice((0, 1, 2, 50)))

    makers = (
        lambda: Heading(random.randint(1, 6), words(0, 1, 4, 30)),
        lambda: Paragraph(words(0, 8, 60, 900), random.choice(tuple(ParagraphRole)), random.random() < 0.3),
        lambda: listing(0),
        table,
        Rule,
        PageBreak,
    )
    blocks = [random.choice(makers)() for _ in range(random.randint(1, 20))]
    return document(*blocks, look=random.choice(tuple(Look)), footer=())
