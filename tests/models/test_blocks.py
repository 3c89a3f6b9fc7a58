"""The shipped text blocks: complete, unique, and in every wording filled by what the program knows."""

import itertools

import pytest

from desktop.models import richtext
from desktop.models.profiles.blocks import gendered, offered, shipped, starter_set
from desktop.models.rules.blocks import holes_in, placeholders_in, resolve
from desktop.models.values import Land
from desktop.models.values.aside import TextBlock

SET = starter_set()
LANDS = (None, *Land)


def test_short_forms_are_unique_easy_to_type_and_too_long_for_those_of_people() -> None:
    shortcuts = [one.shortcut for one in SET.blocks]
    assert len({one.casefold() for one in shortcuts}) == len(shortcuts)
    assert all(4 <= len(one) <= 12 and one.isalpha() and one.islower() for one in shortcuts)


def test_every_situation_has_blocks_and_every_block_its_situation() -> None:
    assert {one.situation for one in SET.blocks} == set(SET.situations)


@pytest.mark.parametrize(("land", "advisory"), list(itertools.product(LANDS, (False, True))))
def test_every_block_is_filled_in_every_land_and_kind_of_gremium(land: Land | None, advisory: bool) -> None:
    for block in shipped(land, advisory=advisory):
        assert set(placeholders_in(block.text)) <= set(SET.samples), block.shortcut
        shown = resolve(block.text, SET.samples, SET.hints)
        assert "{" not in shown.text.replace("  ", "{"), block.shortcut
        assert shown.text[:1].isupper() or shown.text.startswith("[["), block.shortcut
        assert shown.text.rstrip("«").endswith((".", "]]")), block.shortcut
        assert richtext.serialize(richtext.parse(block.text)) == block.text, "as the editor writes it"


def test_every_variant_is_the_wording_of_some_meeting() -> None:
    used = {(one.shortcut, one.text) for land in LANDS for yes in (False, True) for one in shipped(land, advisory=yes)}
    assert used == {(one.shortcut, wording.text) for one in SET.blocks for wording in one.wordings}


def test_land_and_gremium_choose_the_wording() -> None:
    def text(shortcut: str, land: Land, *, advisory: bool = False) -> str:
        return next(one.text for one in shipped(land, advisory=advisory) if one.shortcut == shortcut)

    assert "empfehlungsbeschlussfähig" in text("bfest", Land.SH, advisory=True)
    assert "empfehlungsbeschlussfähig" not in text("bfest", Land.SH)
    assert "genehmigt" in text("nieder", Land.BY)
    assert "keine Einwendungen" in text("nieder", Land.RP)
    assert "Enthaltung" in text("abstnam", Land.HE)
    assert "Enthaltung" not in text("abstnam", Land.BY)
    assert gendered("zur_schriftfuehrung", "Frau", Land.MV) == "zur Protokollführerin"
    assert gendered("zur_schriftfuehrung", "Herr", Land.HE) == "zum Schriftführer"
    assert gendered("zur_schriftfuehrung", None, Land.HE) is None


def test_placeholders_have_a_meaning_a_hole_and_a_sample() -> None:
    assert len(SET.hints) == len(SET.placeholders)
    for one in SET.placeholders:
        assert one.meaning
        assert one.hole
        assert one.sample
        assert placeholders_in("{" + one.name + "}") == (one.name,)
        assert len(holes_in(f"[[{one.hole}]]")) == 1


def test_own_blocks_take_the_place_of_shipped_ones() -> None:
    base = (TextBlock(shortcut="schluss", text="a"), TextBlock(shortcut="kommt", text="b"))
    own = (
        TextBlock(shortcut="Schluss", text="für den Rat", organization="rat"),
        TextBlock(shortcut="schluss", text="für alle"),
        TextBlock(shortcut="kommt", hidden=True),
        TextBlock(shortcut="neu", text="c"),
        TextBlock(shortcut="", text="noch ohne Kürzel"),
    )
    assert [one.text for one in offered(base, own, "rat")] == ["für den Rat", "c"]
    assert [one.text for one in offered(base, own, "bau")] == ["für alle", "c"]
    assert [one.text for one in offered(base, (), None)] == ["a", "b"]
