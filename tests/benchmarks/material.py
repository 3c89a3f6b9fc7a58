"""What is written in the benchmarks: invented minutes of a given length, as a Document and as bare strings."""

from dataclasses import dataclass

from desktop.export.document import Block, Cell, Document, Heading, Look, PageField, Paragraph, Run, Scope, Table, cell

SENTENCES = (
    "Frau Muster führt in die neue Hafenordnung ein und zeigt Bilder der alten Mole; die Präsentation liegt bei.",
    "Herr Beispiel fragt, weshalb die Liegeplätze für Gäste teurer werden sollen als die der Einheimischen.",
    "Im Bericht stehe dazu wenig, und die Mittel aus dem Vorjahr seien, soweit bekannt, noch nicht ausgegeben.",
    "Frau Muster erwidert, dass zwei Drittel der Mittel in die Ufermauer geflossen seien.",
    "Der Rest werde für die Beleuchtung am Anleger gebraucht; die Gebühren lägen unter denen der Nachbarorte.",
    "Herr Probe (Bürgerliste) hält das für nachvollziehbar, bittet aber um eine Übersicht bis zur nächsten Sitzung.",
)
FACTIONS = ("CDU", "SPD", "GRÜNE", "FDP", "SSW", "Bürgerliste Eiderfleth")
COLUMNS = ("Fraktion", "Ja", "Nein", "Enthaltung")
FOOTER = "HA/14/XIII | Ausdruck vom: 29.10.2021 | Seite: "


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the agenda: title, paragraphs, rows of the vote table below its header."""

    title: str
    paragraphs: tuple[str, ...]
    votes: tuple[tuple[str, ...], ...]


def items(number: int = 100, paragraphs: int = 12) -> tuple[Item, ...]:
    """``number`` items with ``paragraphs`` paragraphs of two or three sentences, no two alike, and a vote table."""
    return tuple(
        Item(
            f"Ö {index + 1} Änderung der Satzung über die Liegeplätze am Hafenbecken {index + 1}",
            tuple(_paragraph(index * paragraphs + line) for line in range(paragraphs)),
            tuple((name, str((index + row) % 9), str(row), "") for row, name in enumerate(FACTIONS)),
        )
        for index in range(number)
    )


def _paragraph(seed: int) -> str:
    said = (SENTENCES[(seed * step + step) % len(SENTENCES)] for step in (1, 2, 5)[: 2 + seed % 2])
    return f"{seed + 1}. Wortmeldung: {' '.join(said)}"


def document(made: tuple[Item, ...]) -> Document:
    """The items as the program writes them."""
    blocks: list[Block] = [Heading(1, (Run("Niederschrift"),))]
    for item in made:
        blocks.append(Heading(2, (Run(item.title),)))
        blocks += [Paragraph((Run(text),)) for text in item.paragraphs]
        blocks += [Heading(3, (Run("Abstimmungsergebnis"),)), _table(item)]
    return Document(
        title="Niederschrift",
        subject="Sitzung des Hauptausschusses",
        author="Stadt Eiderfleth",
        language="de-DE",
        look=Look.DRUCK,
        blocks=tuple(blocks),
        footer=(FOOTER, PageField.PAGE, "/", PageField.PAGES),
        created="2021-10-29T09:30:00+02:00",
    )


def _table(item: Item) -> Table:
    head = tuple(cell(text, Scope.COLUMN) for text in COLUMNS)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (cell(name, Scope.ROW), *(cell(number) for number in numbers)) for name, *numbers in item.votes
    )
    return Table((head, *rows), "Abstimmung nach Fraktionen", (4.0, 1.0, 1.0, 1.3), header_rows=1)


def page(made: tuple[Item, ...]) -> str:
    """The items as a plain web page: what a program that draws HTML is given."""
    parts = []
    for item in made:
        rows = "".join(
            f"<tr><th scope='row'>{name}</th>{''.join(f'<td>{number}</td>' for number in numbers)}</tr>"
            for name, *numbers in item.votes
        )
        head = "".join(f"<th scope='col'>{text}</th>" for text in COLUMNS)
        parts.append(f"<h2>{item.title}</h2>{''.join(f'<p>{text}</p>' for text in item.paragraphs)}")
        parts.append(f"<h3>Abstimmungsergebnis</h3><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    style = (
        "body{font:10.5pt 'Liberation Sans'}td,th{border:.5pt solid #888;padding:2pt}table{border-collapse:collapse}"
        f"@page{{size:A4;margin:2cm;@bottom-center{{content:'{FOOTER}' counter(page) '/' counter(pages)}}}}"
    )
    return (
        f"<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'><title>Niederschrift</title><style>{style}</style>"
        f"</head><body><h1>Niederschrift</h1>{''.join(parts)}</body></html>"
    )
