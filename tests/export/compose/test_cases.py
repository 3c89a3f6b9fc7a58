"""The real meetings of ../shared/cases: nothing that a faithful document must hold is missing.

They are public records kept outside the project; where they are not, these tests are skipped.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from desktop.export.compose import Composer, Kind
from desktop.export.document import Block, Heading, Look, ParagraphRole, Table, plain
from desktop.models.edition import for_print, make_edition
from desktop.models.exchange import session_file
from desktop.models.profiles import load
from desktop.models.values import Edition, ItemKind, OrganizationType, Reader, SessionFile
from tests.export.compose.tools import CREATED, lines

SHARED = Path(__file__).resolve().parents[4] / "shared"
CASES = sorted(path.stem.removesuffix(".expect") for path in (SHARED / "cases").glob("*.expect.json"))
STANDARD = load("standard")

pytestmark = pytest.mark.skipif(not CASES, reason="the real meetings are not here")


@cache
def session(case: str) -> SessionFile:
    return session_file.read((SHARED / "cases" / f"{case}.json").read_bytes()).session


def editions(case: str) -> list[Edition]:
    made = session(case)
    return [
        for_print(make_edition(made, Reader.PUBLIC, meeting.key, {}, STANDARD.redaction_mark))
        for meeting in made.meetings
    ]


def documents(edition: Edition, look: Look, profile: str = "standard") -> list[tuple[Block, ...]]:
    """The Niederschrift, the Auszug of every item and every Vorlage in a look."""
    house = load(profile)
    items = [item.key for item in edition.meeting.agenda if item.kind is not ItemKind.DIVIDER]
    made = [Composer(edition, Look.DRUCK, house, CREATED).compose(Kind.NIEDERSCHRIFT)]
    composer = Composer(edition, look, house, CREATED)
    made += [composer.compose(Kind.AUSZUG, item=key) for key in items]
    made += [composer.compose(Kind.VORLAGE, paper=paper.key) for paper in edition.session.papers]
    return [document.blocks for document, _uncovered in made]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("look", [Look.ALLRIS3, Look.ALLRIS4])
@pytest.mark.parametrize("case", CASES)
def test_every_expected_string_is_in_the_public_documents(case: str, look: Look) -> None:
    expected = json.loads((SHARED / "cases" / f"{case}.expect.json").read_text(encoding="utf-8"))
    texts = [
        squeezed("\n".join(line.replace("*", "") for line in lines(blocks)))
        for edition in editions(case)
        for blocks in documents(edition, look)
    ]
    printed = "\x00".join(texts)
    wanted = [*expected["strings"], *expected["short"]]
    assert [string for string in wanted if squeezed(string.replace("*", "")) not in printed] == []
    assert [string for string in expected["forbidden"] if squeezed(string) in printed] == []


def outline(blocks: tuple[Block, ...]) -> list[str]:
    """The words of the house in a document: headings, labels, column heads, small lines; without what people wrote."""
    words: list[str] = []
    for block in blocks:
        match block:
            case Heading():
                words.append(plain(block.runs))
            case Table():
                words += [
                    plain(runs)
                    for row in block.rows
                    for cell in row
                    if cell.scope != "none"
                    for runs in cell.paragraphs
                ]
            case _ if getattr(block, "role", None) in (
                ParagraphRole.VERDICT,
                ParagraphRole.TOTALS,
                ParagraphRole.SMALL,
            ):
                words.append(plain(block.runs).replace("\u00a0", " "))  # type: ignore[union-attr]
    return words


#: the words of the house on the seed pages in their order, and the profile that has their look. What is the meeting's
#: own is named in braces and taken from the case.
SEED_PAGES = {
    ("seed-000", Kind.AUSZUG, Look.ALLRIS4, "moorwede"): ["{headline}", "Beratungsverlauf:", "Anlagen"],
    ("seed-001", Kind.VORLAGE, Look.ALLRIS3, "haarfelde"): [
        "Vorlage - {reference}",
        *("Betreff:", "Status:", "Vorlage-Art:", "Federführend:", "Beratungsfolge:"),
        "Beschlussvorschlag · Sachverhalt",
        *("Anlagen:", "Anlage", "Nr.", "Status", "Name", "Anlage 1"),
        *("Beschlussvorschlag", "Sachverhalt"),
    ],
    ("seed-002", Kind.AUSZUG, Look.ALLRIS3, "duenenkreis"): [
        "Auszug - {name}",
        *("TOP:", "Gremium:", "Beschlussart:", "Datum:", "Status:", "Zeit:", "Anlass:", "Raum:", "Ort:"),
        *("Status:", "Vorlage-Art:", "Verfasser/in:", "Federführend:", "Bearbeiter/-in:"),
        *("Wortprotokoll", "Anlagen:", "Nr.", "Status", "Name", "Anlage 1"),
    ],
    ("seed-004", Kind.AUSZUG, Look.ALLRIS4, "eisenau"): [
        "{headline}",
        *("Wortprotokoll", "Beschluss:", "Abstimmungsergebnis:", "Ja", "Nein", "Enthaltung", "{factions}"),
        *("x Einstimmig beschlossen", "Dafür: 15   Dagegen: --   Enthaltungen: --"),
        *("Anlagen zur Vorlage", "Anlagen", "Online-Version dieser Seite: {web}"),
    ],
}
Page = tuple[str, Kind, Look, str]


def page_blocks(page: Page) -> tuple[Edition, tuple[Block, ...]]:
    case, kind, look, profile = page
    edition = editions(case)[-1]
    item = edition.meeting.agenda[0].key if kind is Kind.AUSZUG else None
    paper = edition.session.papers[0].key if kind is Kind.VORLAGE else None
    composer = Composer(edition, look, load(profile), CREATED)
    return edition, composer.compose(kind, item=item, paper=paper).document.blocks


def expected_outline(edition: Edition, words: list[str]) -> list[str]:
    item = edition.meeting.agenda[0]
    day = ".".join(reversed(edition.meeting.start[:10].split("-")))
    own = {
        "headline": f"{day} - {item.number} {item.name}",
        "name": item.name,
        "web": item.web,
        "reference": edition.session.papers[0].reference if edition.session.papers else None,
        "factions": "\n".join(
            one.name for one in edition.session.organizations if one.organization_type is OrganizationType.FRAKTION
        ),
    }
    return "\n".join(word.format(**own) for word in words).splitlines()


@pytest.mark.parametrize("page", list(SEED_PAGES), ids=lambda page: page[0])
def test_the_pages_have_the_labels_of_the_seeds_in_their_order(page: Page) -> None:
    edition, blocks = page_blocks(page)
    assert outline(blocks) == expected_outline(edition, SEED_PAGES[page])


@pytest.mark.parametrize("page", [page for page in SEED_PAGES if page[1] is Kind.AUSZUG], ids=lambda page: page[0])
def test_the_pages_hold_the_lines_of_the_seeds_in_their_order(page: Page) -> None:
    """Every line of the real page from its headline on is on ours, each behind the one before."""
    _edition, blocks = page_blocks(page)
    (seed,) = (SHARED / "seeds").glob(f"{page[0].removeprefix('seed-')}_*.txt")
    ours = squeezed("\n".join(lines(blocks)).replace("*", "").replace("|", ""))
    real = seed.read_text(encoding="utf-8").splitlines()
    place, begun = 0, False
    for line in filter(None, map(clean, real)):
        begun = begun or ours.startswith(f"#{line}")
        if begun:
            found = ours.find(line, place)
            assert found >= 0, line
            place = found + len(line)
    assert place > len(ours) / 2


def clean(line: str) -> str:
    """A line of a stored web page without what is no text of it: buttons, bullets from a symbol font."""
    line = squeezed(line.replace("*", "").removeprefix("@"))
    return "" if line == "Reduzieren" else line
