"""What the seal reads in a file, and what it takes for a leak."""

import base64
import io
import json
import re
import zipfile
from collections.abc import Sequence
from typing import Any

import pikepdf
import pytest

from desktop.export.glyphs import replace_uncovered
from desktop.export.guard import LeakError, Piece, check
from desktop.models.edition import make_edition
from desktop.models.exchange.session_file import read
from desktop.models.protected import Names
from desktop.models.values import Edition, Reader, SessionFile

SECRET = "Verkauf des Grundstücks Ärmelweg 3 für 250.000 €"
PLAIN = SECRET.encode()


def zipped(*parts: tuple[str, bytes], comment: bytes = b"") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(name, part)
        archive.comment = comment
    return data.getvalue()


def pdf(**what: Any) -> bytes:
    document, data = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    if "title" in what:
        document.docinfo["/Title"] = what["title"]
    if "outline" in what:
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(what["outline"], 0))
    if "alt" in what:
        document.Root.StructTreeRoot = pikepdf.Dictionary(Alt=pikepdf.String(what["alt"]))
    if "stream" in what:
        document.Root.Rest = document.make_stream(what["stream"])
    document.save(data, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return data.getvalue()


RUNS = SECRET.replace("Grund", "</w:t></w:r><w:r><w:t>Grund").replace("ü", "&#252;").encode()
LEAKS = {
    "text": ("a.txt", PLAIN),
    "capitals": ("a.txt", SECRET.upper().encode()),
    "over lines": ("a.txt", SECRET.replace(" ", "\n").encode()),
    "soft hyphens": ("a.txt", SECRET.replace("stück", "\u00adstück").encode()),
    "decomposed": ("a.txt", SECRET.replace("ü", "u\u0308").replace("Ä", "A\u0308").encode()),
    "utf-16": ("a.bin", b"\x81" + SECRET.encode("utf-16-le")),
    "latin-1": ("a.bin", b"\x81" + SECRET.replace("€", "").encode("latin-1")),
    "json escapes": ("a.json", json.dumps({"a": [{"b": SECRET}]}).encode()),
    "html entities": ("a.html", b"<p>" + SECRET.replace("ü", "&uuml;").encode() + b"</p>"),
    "html attribute": ("a.html", b'<p title="' + SECRET.replace("ü", "&uuml;").encode() + b'">x</p>'),
    "html comment": ("a.html", b"<p><!-- " + PLAIN + b" --></p>"),
    "html data": ("a.html", b'<a href="data:text/plain;base64,' + base64.b64encode(PLAIN) + b'">x</a>'),
    "split runs": ("a.docx", zipped(("word/document.xml", b"<w:t>" + RUNS + b"</w:t>"))),
    "zip in zip": ("a.docx", zipped(("inner.docx", zipped(("part.xml", PLAIN))))),
    "zip comment": ("a.docx", zipped(("part.xml", b"x"), comment=PLAIN)),
    "name of a part": ("a.docx", zipped((f"{SECRET.replace(' ', '_')}.xml", b"x"))),
    "title": ("a.pdf", pdf(title=SECRET)),
    "outline": ("a.pdf", pdf(outline=SECRET)),
    "outline in UTF-16": ("a.pdf", pdf(outline=f"{SECRET} Wałęsa")),
    "alternative text": ("a.pdf", pdf(alt=SECRET)),
    "stream": ("a.pdf", pdf(stream=PLAIN)),
    "file name": ("Auszug_Verkauf-des-Grundstücks-Ärmelweg-3-für-250.000.txt", b"x"),
}


def session(persons: Sequence[dict[str, Any]] = (), **item: Any) -> tuple[SessionFile, Edition]:
    agenda = [
        {"id": "o", "number": "1", "name": "Straßen", "public": True, **item},
        {"id": "n", "number": "1", "name": SECRET, "public": False},
    ]
    meeting = {"id": "m", "name": "Sitzung", "start": "2026-03-18T18:00:00+01:00", "agenda": agenda}
    content = {"format": "protokollpult-session", "version": 1, "persons": [*persons], "meetings": [meeting]}
    whole = read(json.dumps(content).encode()).session
    return whole, make_edition(whole, Reader.PUBLIC, whole.meetings[0].key, {}, "▒▒")


@pytest.mark.parametrize("place", LEAKS)
def test_a_hidden_text_is_found_wherever_it_stands(place: str) -> None:
    whole, edition = session()
    with pytest.raises(LeakError) as refused:
        check([Piece(*LEAKS[place])], whole, edition, lambda _: [Piece("a", b"")])
    assert refused.value.document == LEAKS[place][0]
    assert refused.value.item == "N 1"


def test_what_is_public_too_is_no_leak() -> None:
    whole, edition = session(subtitle=SECRET)
    check([Piece("a.txt", PLAIN)], whole, edition, lambda _: [])


def test_what_stays_when_it_is_taken_out_came_from_elsewhere() -> None:
    """The house's own words, put together: a hidden wording may be the same by chance."""
    whole, edition = session()
    made = [Piece("a.txt", PLAIN)]
    asked: list[SessionFile] = []
    check(made, whole, edition, lambda other: (asked.append(other), made)[1])
    assert asked[0].meetings[0].agenda[1].name == "x"
    assert asked[0].meetings[0].agenda[0].name == "Straßen"


def test_an_ordinary_file_is_not_made_twice() -> None:
    whole, edition = session()

    def never(_: SessionFile) -> list[Piece]:
        raise AssertionError

    check([Piece("a.txt", "Straßen. Verkauf des Rathauses".encode())], whole, edition, never)


LONG = (
    "Der Bewerber hat in allen Gesprächen einen schlechten Eindruck gemacht und soll deshalb nicht noch einmal kommen"
)
HIDDEN = {
    "few letters": ("1.250.000,00 €", "Es kostet 1.250.000,00 € netto."),
    "few letters in a cell": ("500.000 Euro", "<td>500.000 Euro</td><td>ja</td>"),
    "end of a page": (LONG, LONG.replace(" und ", "\nSeite 1 von 2\nEntwurf\nund ")),
    "no such letters": ("Der Bewerber محمد ist ungeeignet", replace_uncovered("Der Bewerber محمد ist ungeeignet")[0]),
    "numbered": ("1. Alpha\n2. Beta\n3. Gamma\n4. Delta", "1. Alpha 2. Beta 3. Gamma 4. Delta"),
    "nested": ("⟦a ⟦kurz¦Ersatz⟧ hier steht ein geheimer Satz⟧", "a kurz hier steht ein geheimer Satz"),
    "behind an escaped backslash": ("x \\\\⟦hier steht ein Satz⟧", "hier steht ein Satz"),
    "one behind the other": ("⟦Frau⟧ ⟦Erika⟧ ⟦Krumm-Ott⟧", "Frau Erika Krumm-Ott"),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_hidden_words_are_found_however_they_are_printed(how: str) -> None:
    text, printed = HIDDEN[how]
    entry = {"kind": "text", "text": text, "public": "⟦" in text}
    whole, edition = session(proceedings=[entry])
    made = Piece("a.html", printed.encode())
    with pytest.raises(LeakError) as refused:
        check([made], whole, edition, lambda _: [Piece("a.html", b"")])
    assert refused.value.item == "Ö 1"
    check([Piece("a.html", b"Es kostet 250.000,00. Delta, Gamma, Beta.")], whole, edition, lambda _: [])


def test_a_short_list_is_taken_out_without_its_numbers_too() -> None:
    """What is made again must not hold it: else it would count as words of the house."""
    whole, edition = session(proceedings=[{"kind": "text", "text": "1. Alpha\n2. Beta\n3. Gamma", "public": False}])

    def made(one: SessionFile) -> list[Piece]:
        (entry,) = one.meetings[0].agenda[0].proceedings
        words = re.sub(r"\d\. ", "", getattr(entry, "text", "")).split("\n")
        return [Piece("a.html", "".join(f"<li>{word}</li>" for word in words).encode())]

    with pytest.raises(LeakError):
        check(made(whole), whole, edition, made)


OTT = {"id": "p", "formOfAddress": "Frau", "givenName": "Eva", "familyName": "Ott", "protected": True}


@pytest.mark.parametrize("name", ["Frau Ott", "Eva Otts", "Ott, Eva"])
def test_protected_persons_are_found_by_short_names_with_the_place_of_the_text(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Names, "replaced", lambda _self, text: text)
    entry = {"kind": "text", "text": f"Es spricht {name}."}
    whole, edition = session(persons=[OTT], proceedings=[entry])
    with pytest.raises(LeakError) as refused:
        check([Piece("a.txt", entry["text"].encode())], whole, edition, lambda _: [Piece("a.txt", b"")])
    assert (refused.value.item, refused.value.place.field) == ("Ö 1", "text")


def test_names_that_the_public_knows_are_no_leak() -> None:
    """Of a namesake, of the public name itself, as part of a longer one; a word that is an id as well."""
    other = {"id": "q", "formOfAddress": "Frau", "givenName": "Ida", "familyName": "Ott-Unterberger"}
    double = {**OTT, "id": "r", "familyName": "Unterberger", "publicName": "Frau Unterberger"}
    namesake = {"id": "s", "formOfAddress": "Frau", "givenName": "Gesa", "familyName": "Ott"}
    spoken = [{"kind": "speech", "speaker": person, "text": "Ja."} for person in ("p", "q", "r", "s")]
    files = [{"id": "anwesenheitsliste", "name": "Liste", "public": False}]
    whole, edition = session(persons=[OTT, other, double, namesake], proceedings=spoken, files=files)
    made = [Piece("Anwesenheitsliste.txt", b"Frau Ott, Frau Ott-Unterberger und Frau Unterberger")]
    check(made, whole, edition, lambda _: made)
    with pytest.raises(LeakError):
        check([Piece("a.txt", b"Eva Unterberger")], whole, edition, lambda _: [Piece("a.txt", b"")])
