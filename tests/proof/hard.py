"""Invented documents that are hard to write: everything that a Document can hold, alone and together."""

import struct
import zlib
from collections.abc import Callable
from random import Random

from desktop.export.document import (
    Cell,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Look,
    PageField,
    Paragraph,
    ParagraphRole,
    Run,
    Scope,
    Table,
    TableRole,
    cell,
)
from desktop.models.profiles import Typeface
from tests.export.samples import (
    LONG,
    SAMPLES,
    bullets,
    document,
    fields,
    files,
    h,
    of_texts,
    p,
    r,
    random_document,
    signatures,
    votes,
)

ALT = "Wappen der Stadt Eiderfleth: ein weißer Kahn auf Blau"
LINK = "https://ratsinfo.eiderfleth.example/to020?TOLFDNR=1&a=ä"


def picture(width: int = 24, height: int = 32) -> bytes:
    """A PNG with an alpha channel, which PDF/A-1 would refuse and PDF/A-2 must handle."""
    rows = b"".join(b"\0" + bytes((32, 64, 160, 255 - row)) * width for row in range(height))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def all_blocks(**more: object) -> Document:
    """Every kind of block once, with links, notes, a picture and a part in another language."""
    return document(
        Figure(picture(), ALT, 40),
        Figure(picture(), "", 20),
        p("Stadt Eiderfleth\nDer Bürgermeister", ParagraphRole.OFFICE),
        h(1, "Niederschrift"),
        fields(("Gremium:", "Hauptausschuss"), ("Raum:", "Großer Saal")),
        h(2, "Ö 1 Begrüßung"),
        Paragraph((Run("Siehe "), Run("die Seite der Sitzung", link=LINK), Run(".\nUnd weiter."))),
        Paragraph((Run("Der Gast sagt: "), Run("Thank you very much for the invitation.", language="en-GB"))),
        Paragraph((Run("Velkommen til Ejderfleth", language="da-DK", bold=True), Run(" – so grüßt der Nachbar."))),
        *(p(f"{role}: {LONG[:90]}", role) for role in ParagraphRole),
        bullets(),
        votes(),
        p("Berichtigt am 3. März: »14« statt »41«.", ParagraphRole.NOTE),
        files(),
        signatures(),
        **more,
    )


def letterhead() -> Document:
    return all_blocks(header=("Stadt Eiderfleth | Hauptausschuss | ", PageField.PAGE), status="")


def draft() -> Document:
    return document(
        h(1, "Vorläufiger Auszug"), *(p(LONG) for _ in range(20)), votes(), watermark="Entwurf", status="Entwurf"
    )


def big_serif() -> Document:
    return all_blocks(typeface=Typeface.SERIF, size=14.0)


def tables() -> Document:
    """Tables over pages with repeated header rows, with empty cells, wide cells, rows taller than a page."""
    head = tuple(cell(text, Scope.COLUMN) for text in ("Name", "Fraktion", "Stimme"))
    many = tuple((cell(f"Frau Nr. {row}", Scope.ROW), cell("SSW" if row % 3 else ""), cell("Ja")) for row in range(120))
    tall = (cell("Wortlaut", Scope.ROW), Cell(tuple(r(LONG) for _ in range(16))), cell(""))
    wide = (cell("Zusammen", Scope.ROW, colspan=2), cell("120"))
    empty = Table(((cell(""), cell("")), (cell(""), cell(""))), "leer", (1.0, 1.0), TableRole.LIST)
    return document(
        h(1, "Namensliste"),
        Table((head, *many, tall, wide), "Namentliche Abstimmung", (3.0, 2.0, 1.0), header_rows=1),
        empty,
        p("Ende", ParagraphRole.EVENT),
    )


def nested_lists() -> Document:
    def nested(depth: int) -> ListBlock:
        inner = (nested(depth - 1), p("Absatz danach")) if depth else ()
        return ListBlock((ListItem(r(f"Tiefe {depth}"), inner), ListItem(r("")), ListItem(r(LONG))), depth or None)

    return document(h(1, "Listen"), nested(5), ListBlock(()), p("Schluss"))


def letters() -> Document:
    text = (
        "Ἀθῆναι Ελλάδα Київ Дніпро 😀 👍 ☐☒✓ ⟨U+4E2D⟩ ﬁﬂ Å ñ é – „Anführung“ ‚einfach‘ "
        "a\u00adb a\u200bb a\u00a0b 1\u202f000 €"
    )
    return document(h(1, text), p(text), Table(((cell(text, Scope.ROW), cell(text)),), text, (1.0, 1.0)), title=text)


def links() -> Document:
    """Links that break over lines and pages, in cells and lists, and next to one another."""
    long = Run("eine lange Stelle, die zum Verweis gehört, " * 40, link=LINK)
    one = (Run("a", link=LINK), Run("b", link=LINK + "2"), Run("c", bold=True, link=LINK))
    many = [Paragraph((Run("Vor "), long, Run(" nach"))) for _ in range(6)]
    table = Table(((Cell((one,), Scope.ROW), Cell(((long,), one))),), "Verweise", (1.0, 2.0))
    return document(h(1, "Verweise"), Heading(2, one), *many, ListBlock((ListItem(one),)), table)


def bare() -> Document:
    """Next to nothing: no heading, no words for the properties but the title."""
    return document(p(""), title="Auszug", subject="", author="", created="", footer=())


def random(seed: int) -> Callable[[], Document]:
    return lambda: random_document(Random(seed))


def texts() -> Document:
    """What looks like markup, or like nothing."""
    return of_texts(["<b>", "&amp;", "]]>", "x" * 400, "</th>", "-", "\n\n", "„Zitat“ & mehr"])


#: name -> how it is made; those called random hold what compose never makes, e.g. empty headings and odd header cells
HARD: dict[str, Callable[[], Document]] = {
    "all blocks": all_blocks,
    "letterhead": letterhead,
    "draft": draft,
    "big serif": big_serif,
    "tables": tables,
    "nested lists": nested_lists,
    "letters": letters,
    "links": links,
    "bare": bare,
    "texts": texts,
    **{f"sample {look}": make for look, make in SAMPLES.items()},
    **{f"all blocks {look}": (lambda look=look: all_blocks(look=look)) for look in (Look.ALLRIS3, Look.ALLRIS4)},
    **{f"random {seed}": random(seed) for seed in range(24)},
}
