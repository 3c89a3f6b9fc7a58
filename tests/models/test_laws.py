"""Law profiles: all sixteen Länder, where each part comes from, the user's copy, Kreise, and what is told of errors."""

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from desktop.models.profiles import ProfileError, ProfileProblem, law_file, law_of
from desktop.models.values import ApprovalMode, Body, Land
from desktop.models.values.law import Law, Legal, MajorityBase, QuorumBase, Relief, RoundMajority, SecretVote
from desktop.paths import resource

PARTS = tuple(field.name for field in fields(Law) if is_dataclass(field.default))


def of(land: Land, folder: Path | None = None) -> Law:
    return law_of(Body(name="Eisenau", state=land), folder)


def own(folder: Path, text: str, land: Land = Land.SH) -> Path:
    (folder / law_file(land)).write_text(text, encoding="utf-8")
    return folder


def test_all_sixteen_are_there_and_no_file_besides_the_standard() -> None:
    assert len({of(land).title for land in Land}) == 16
    assert {file.stem for file in resource("laws").glob("*.toml")} == {"standard", *(land.lower() for land in Land)}


@pytest.mark.parametrize("land", [None, *Land])
def test_every_part_says_where_it_comes_from_or_that_nobody_checked_it(land: Land | None) -> None:
    law = law_of(Body(state=land))
    assert law.land is land
    for name in PARTS:
        part: Legal = getattr(law, name)
        if part.geprueft:
            assert all((part.paragraph, part.stand, part.source)), name
        else:
            assert part.note, name
    assert law.elections.rounds
    assert law.minutes.signatures
    assert bool(law.minutes.approval_words) == (law.minutes.approval is not ApprovalMode.NONE)


@pytest.mark.parametrize("land", [None, *Land])
def test_the_sentences_on_recusal_name_the_person_and_no_empty_paragraph(land: Land | None) -> None:
    recusal = law_of(Body(state=land)).recusal
    assert recusal.none_declared
    for words in (recusal.wording, recusal.wording_stays):
        assert "{person}" in words
        assert ("{paragraph}" in words) == bool(recusal.paragraph)


def test_what_differs_between_the_lands() -> None:
    assert of(Land.BW).quorum.base is QuorumBase.AT_LEAST_HALF
    assert of(Land.BW).quorum.most_recused is Relief.QUARTER
    assert {land for land in Land if not of(land).votes.abstention_allowed} == {Land.BY}
    assert {land for land in Land if of(land).votes.secret is SecretVote.FORBIDDEN} == {Land.HE}
    assert {land for land in Land if of(land).minutes.paper_only} == {Land.BW, Land.SN}
    assert [len(of(land).minutes.signatures) for land in (Land.BB, Land.SH, Land.SN, Land.BW, Land.SL)] == [
        1,
        2,
        4,
        4,
        4,
    ]
    assert {land for land in Land if of(land).minutes.approval is ApprovalMode.APPROVED} == {Land.BY, Land.NI, Land.TH}
    assert [one.majority for one in of(Land.NI).elections.rounds] == [RoundMajority.MEMBERS, RoundMajority.MOST]
    assert of(Land.SL).votes.secret_before_roll_call is True
    assert of(Land.TH).recusal.elections_exempt
    assert (of(Land.SH).quorum.second_call_least, of(Land.NI).quorum.second_call_least) == (3, 0)
    assert of(Land.HE).quorum.second_call_least is None


def test_without_a_land_nothing_special_holds() -> None:
    law = law_of(None)
    assert law == law_of(Body(name="Zweckverband"))
    assert (law.land, law.quorum.base, law.votes.base) == (None, QuorumBase.MORE_THAN_HALF, MajorityBase.YES_AND_NO)
    assert law.votes.abstention_allowed
    assert not any(getattr(law, name).geprueft for name in PARTS)


def test_a_district_has_the_paragraphs_of_its_own_act() -> None:
    kreis = law_of(Body(state=Land.NW, classification="Kreis"))
    assert (kreis.quorum.paragraph, kreis.minutes.paragraph) == ("§ 34 KrO NRW", "§ 37 KrO NRW")
    assert kreis.recusal.paragraph == "KrO NRW"
    assert not any(getattr(kreis, name).geprueft for name in PARTS)
    assert kreis.quorum.base is of(Land.NW).quorum.base
    assert "KrO NRW" in kreis.votes.note


def test_one_act_for_both_levels_stays_as_it_is() -> None:
    assert law_of(Body(state=Land.NI, classification="Landkreis")) == of(Land.NI)


def test_the_users_copy_goes_first_and_what_it_leaves_out_is_kept(tmp_path: Path) -> None:
    own(tmp_path, '[quorum]\ngeprueft = true\nstand = "2026-03-01"\nleast = 5\nnote = ""\n')
    law = of(Land.SH, tmp_path)
    assert (law.quorum.geprueft, law.quorum.stand, law.quorum.least, law.quorum.note) == (True, "2026-03-01", 5, "")
    assert law.quorum.paragraph == "§ 38 GO SH"
    assert law.votes == of(Land.SH).votes
    assert of(Land.NI, tmp_path) == of(Land.NI)


def test_rounds_of_an_own_copy_replace_the_shipped_ones(tmp_path: Path) -> None:
    own(tmp_path, '[[elections.rounds]]\nmajority = "cast"\n')
    assert [one.majority for one in of(Land.SH, tmp_path).elections.rounds] == [RoundMajority.CAST]


@pytest.mark.parametrize(
    ("text", "problem", "key", "detail"),
    [
        ("land = 'SH'", ProfileProblem.UNKNOWN_KEY, "land", ""),
        ("[quorom]", ProfileProblem.UNKNOWN_KEY, "quorom", ""),
        ("[quorum]\nbasis = 'x'", ProfileProblem.UNKNOWN_KEY, "quorum.basis", ""),
        ("[quorum]\nleast = '3'", ProfileProblem.WRONG_TYPE, "quorum.least", "number"),
        ("[quorum]\nleast = -1", ProfileProblem.BAD_VALUE, "quorum.least", "-1"),
        ("[quorum]\nbase = 'half'", ProfileProblem.BAD_VALUE, "quorum.base", "half: moreThanHalf, atLeastHalf"),
        ("[votes]\nstand = 'neu'", ProfileProblem.BAD_VALUE, "votes.stand", "neu"),
        ("[elections]\nrounds = 'x'", ProfileProblem.WRONG_TYPE, "elections.rounds", "list"),
        ("[[elections.rounds]]\nwho = 'x'", ProfileProblem.UNKNOWN_KEY, "elections.rounds.1.who", ""),
        ("[recusal]\nwording = '{name}'", ProfileProblem.BAD_VALUE, "recusal.wording", "{name}"),
        ("[recusal]\nwording = '{person'", ProfileProblem.BAD_VALUE, "recusal.wording", "{person"),
        ("[district]\nvote = '§ 1'", ProfileProblem.UNKNOWN_KEY, "district.vote", ""),
    ],
)
def test_what_is_wrong_in_a_copy_is_told_with_file_and_key(
    tmp_path: Path, text: str, problem: ProfileProblem, key: str, detail: str
) -> None:
    with pytest.raises(ProfileError) as caught:
        of(Land.SH, own(tmp_path, text))
    error = caught.value
    assert (error.problem, error.file, error.key, error.detail) == (problem, tmp_path / "sh.toml", key, detail)


def test_the_standard_names_every_setting_there_is() -> None:
    text = resource("laws", "standard.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    for name in PARTS:
        for field in fields(getattr(Law(), name)):
            told = any(line.startswith(f"{field.name} = ") for line in lines)
            assert told or f"[[{name}.{field.name}]]" in text, f"{name}.{field.name}"


def test_the_values_in_the_comments_of_the_standard_are_all_there_are() -> None:
    text = resource("laws", "standard.toml").read_text(encoding="utf-8")
    for choices in (QuorumBase, Relief, MajorityBase, SecretVote, RoundMajority, ApprovalMode):
        for choice in choices:
            assert f"{choice} = " in text, choice
