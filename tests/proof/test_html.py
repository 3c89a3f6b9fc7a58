"""Web pages are valid, and say to a screen reader what they show to the eye."""

from pathlib import Path

import pytest
from lxml import html

from desktop.export import html as writer
from tests.proof import corpus
from tests.proof.conftest import Draw, Note, shards
from tests.proof.hard import HARD
from tests.proof.nu import complaints


def barriers(path: Path) -> list[str]:
    """What would stop a reader who cannot see the page."""
    page = html.fromstring(path.read_bytes())
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    headers = [*page.iter("th")]
    tables = [one for one in page.iter("table") if one.get("role") != "presentation"]
    found = {
        "not one h1": levels.count(1) != 1,
        "a level of headings is left out": any(b - a > 1 for a, b in zip([0, *levels], levels, strict=False)),
        "a heading without text": any(not one.text_content().strip() for one in page.iter("h1", "h2", "h3", "h4")),
        "th without scope": any(one.get("scope") not in ("col", "row") for one in headers),
        "th without text": any(not one.text_content().strip() for one in headers),
        "no language": not page.get("lang"),
        "no title": not (page.findtext(".//title") or "").strip(),
        "a link without text": any(not one.text_content().strip() for one in page.iter("a")),
        "a picture without alt": any(one.get("alt") is None for one in page.iter("img")),
        "a table without name": any(not one.get("aria-label") for one in tables),
        "not one main": len(page.findall(".//main")) != 1,
        "loads something": bool(page.xpath("//script|//link|//iframe|//img[not(starts-with(@src, 'data:'))]")),
        "an id twice": len(ids := page.xpath("//@id")) != len(set(ids)),
    }
    return [name for name, wrong in found.items() if wrong]


def test_barriers_are_found(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<html><body><main><h2></h2><table><tr><th></th></tr></table><a href='b'></a></main></body></html>")
    assert barriers(page) == [
        "not one h1",
        "a level of headings is left out",
        "a heading without text",
        "th without scope",
        "th without text",
        "no language",
        "no title",
        "a link without text",
        "a table without name",
    ]


@pytest.mark.proof
def test_the_checker_sees_errors(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<!DOCTYPE html><html lang='de'><head><title>x</title></head><body><p><div></p></body></html>")
    assert complaints([page])


@pytest.mark.proof
def test_hard_pages_are_valid(tmp_path: Path) -> None:
    for name, make in HARD.items():
        (tmp_path / f"{name}.html").write_bytes(writer.render(make()))
    found = complaints(sorted(tmp_path.iterdir()))
    assert [one for one in found if " error " in one or not one.startswith("random")] == []


@pytest.mark.proof
@pytest.mark.xdist_group("pages")
def test_pages_of_the_standard_profile_are_valid(tmp_path: Path, note: Note) -> None:
    """Only of one profile, because the checker takes long; words and order are all that profiles change."""
    names = {}
    for place, (made, name) in enumerate(corpus.in_standard_profile().documents.items()):
        names[f"{place:05}.html"] = name
        (tmp_path / f"{place:05}.html").write_bytes(writer.render(made))
    found = [f"{names[one[:10]]} {one}" for one in complaints(sorted(tmp_path.iterdir()))]
    note(f"Nu Html Checker: {len(names)} pages")
    assert found == [], f"{len(found)} complaints\n" + "\n".join(found[:20])


@pytest.mark.proof
@shards
def test_every_page_is_without_barriers(number: int, drawn: Draw) -> None:
    made = drawn(number)
    found = [f"{made.name(path)} {barrier}" for path in made.files(".html") for barrier in barriers(path)]
    assert found == [], f"{len(found)} barriers\n" + "\n".join(found[:20])
