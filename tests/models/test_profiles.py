"""House profiles: the shipped ones, the user's copies, and what is said about a wrong file."""

import tomllib
from pathlib import Path

import pytest

from desktop.export.document import Look
from desktop.models.profiles import (
    STANDARD,
    Label,
    PageLook,
    Panel,
    Profile,
    ProfileError,
    ProfileProblem,
    Signer,
    choose,
    load,
    names,
    titles,
)
from desktop.models.values import Body
from desktop.paths import resource

SHIPPED = (
    "auental",
    "duenenkreis",
    "eisenau",
    "erlenfurt",
    "haarfelde",
    "hopfenau",
    "klosterau",
    "lindenach",
    "moorwede",
    "quellmoor",
    "rebental",
    "standard",
    "weidenfurt",
)


def own(folder: Path, text: str, name: str = "haus") -> Path:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_shipped_profiles_are_listed_and_load() -> None:
    assert names() == SHIPPED
    for name in SHIPPED:
        profile = load(name)
        assert profile.name == name
        assert profile.title


def test_profiles_have_titles_for_people_whatever_is_wrong_with_a_file(tmp_path: Path) -> None:
    own(tmp_path, 'title = "Unser Haus"\n')
    own(tmp_path, "[votes]\n", "ohne")
    own(tmp_path, "[votes\n", "kaputt")
    own(tmp_path, 'title = "Moorwede, geändert"\n', "moorwede")
    known = titles(tmp_path)
    assert list(known) == list(names(tmp_path))
    wanted = {"haus": "Unser Haus", "ohne": "ohne", "kaputt": "kaputt", "moorwede": "Moorwede, geändert"}
    assert wanted.items() <= known.items()
    assert known["weidenfurt"] == "Weidenfurt (Fraktionen im Satz)"


def test_the_looks_of_profiles_are_those_of_documents() -> None:
    assert list(PageLook) == list(Look)


def test_the_standard_words_every_label_and_explains_every_setting() -> None:
    text = resource("profiles", "standard.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    assert {label for label in raw["labels"] if label not in set(PageLook)} == set(Label)
    lines = text.splitlines()
    for section in ("formats", "pages", "votes", "phrases", "minutes", "names"):
        for key, value in raw[section].items():
            if not isinstance(value, dict | list) or key == "groups":
                place = next(index for index, line in enumerate(lines) if line.startswith(f"{key} ="))
                above = lines[place - 1]
                assert above.startswith("#") or " = " in above, f"{section}.{key} needs a comment"


def test_labels_differ_by_look() -> None:
    standard = load(STANDARD)
    assert standard.label(Label.RESULT, "allris3") == "Beschlussart:"
    assert standard.label(Label.RESULT, "allris4") == "Beschluss:"
    assert standard.label(Label.MIXED, Look.ALLRIS4) == "gemischt"
    assert standard.label(Label.MIXED, Look.DRUCK) == "öffentlich/nichtöffentlich"


def test_a_profile_says_only_what_it_wants_otherwise() -> None:
    standard, profile = load(STANDARD), load("moorwede")
    assert profile.label(Label.PROCEEDINGS, "allris4") == "Beratungsverlauf:"
    assert profile.pages.basic_data is False
    assert profile.pages.empty_panels == (Panel.FILES,)
    assert profile.votes == standard.votes
    assert profile.label(Label.RESOLUTION, "allris4") == standard.label(Label.RESOLUTION, "allris4")


def test_the_users_copy_goes_first_and_what_it_leaves_out_is_kept(tmp_path: Path) -> None:
    own(tmp_path, '[labels]\nresolution = "Beschlusstext"\n', "moorwede")
    profile = load("moorwede", tmp_path)
    assert profile.label(Label.RESOLUTION, "allris4") == "Beschlusstext"
    assert profile.label(Label.PROCEEDINGS, "allris4") == "Beratungsverlauf:"


def test_a_profile_of_the_users_own(tmp_path: Path) -> None:
    text = """
title = "Unser Haus"
[formats.meeting_day]
allris3 = "EEEE, d. MMMM yyyy"
[labels.allris3]
result = "Ergebnis:"
[[minutes.signatures]]
role = "Bürgermeisterin"
signer = "nobody"
"""
    assert "haus" in names(own(tmp_path, text))
    profile = load("haus", tmp_path)
    assert profile.title == "Unser Haus"
    assert profile.formats.meeting_day == {**load(STANDARD).formats.meeting_day, "allris3": "EEEE, d. MMMM yyyy"}
    assert [(line.role, line.signer) for line in profile.minutes.signatures] == [("Bürgermeisterin", Signer.NOBODY)]
    assert profile.label(Label.RESULT, "allris3") == "Ergebnis:"
    assert profile.label(Label.RESULT, "allris4") == "Beschluss:"


@pytest.mark.parametrize(
    ("text", "problem", "key", "detail"),
    [
        ("titel = 'x'", ProfileProblem.UNKNOWN_KEY, "titel", ""),
        ("name = 'x'", ProfileProblem.UNKNOWN_KEY, "name", ""),
        ("[look_labels]", ProfileProblem.UNKNOWN_KEY, "look_labels", ""),
        ("[labels]\nprocedings = 'x'", ProfileProblem.UNKNOWN_KEY, "labels.procedings", ""),
        ("[labels.allris5]\nitem = 'x'", ProfileProblem.UNKNOWN_KEY, "labels.allris5", ""),
        ("[labels.allris3]\nitems = 'x'", ProfileProblem.UNKNOWN_KEY, "labels.allris3.items", ""),
        ("[votes]\nzero = ''", ProfileProblem.UNKNOWN_KEY, "votes.zero", ""),
        ("[formats.meeting_day]\npapier = 'dd'", ProfileProblem.UNKNOWN_KEY, "formats.meeting_day.papier", ""),
        ("[labels]\nitem = 3", ProfileProblem.WRONG_TYPE, "labels.item", "text"),
        ("labels = 3", ProfileProblem.WRONG_TYPE, "labels", "table"),
        ("votes = 'x'", ProfileProblem.WRONG_TYPE, "votes", "table"),
        ("[pages]\ntitle_cut = true", ProfileProblem.WRONG_TYPE, "pages.title_cut", "number"),
        ("[pages]\nbasic_data = 1", ProfileProblem.WRONG_TYPE, "pages.basic_data", "yes/no"),
        ("[pages]\nopen_result = 'druck'", ProfileProblem.WRONG_TYPE, "pages.open_result", "list"),
        (
            "[pages]\nopen_result = ['druck', 'papier']",
            ProfileProblem.BAD_VALUE,
            "pages.open_result.2",
            "papier: druck, allris3, allris4",
        ),
        ("[votes]\nfactions = 'grid'", ProfileProblem.BAD_VALUE, "votes.factions", "grid: table, line, none"),
        (
            "[formats]\ndate = 'yyyyyyyyyyyy GGGGGGGG'",
            ProfileProblem.BAD_VALUE,
            "formats.date",
            "yyyyyyyyyyyy GGGGGGGG",
        ),
        ("[minutes]\noffice = '{amt}'", ProfileProblem.BAD_VALUE, "minutes.office", "{amt}"),
        ("[minutes]\noffice = '{body'", ProfileProblem.BAD_VALUE, "minutes.office", "{body"),
        ("[phrases]\nat = 'bei {liste}'", ProfileProblem.BAD_VALUE, "phrases.at", "bei {liste}"),
        ("[phrases]\nconjunction = '{of}'", ProfileProblem.BAD_VALUE, "phrases.conjunction", "{of}"),
        (
            "[[phrases.genitives]]\nwort = 'x'",
            ProfileProblem.UNKNOWN_KEY,
            "phrases.genitives.1.wort",
            "",
        ),
        ("[[minutes.signatures]]\nrole = 'x'", ProfileProblem.MISSING_KEY, "minutes.signatures.1.signer", ""),
        ("[[minutes.signatures]]\nwho = 'x'", ProfileProblem.UNKNOWN_KEY, "minutes.signatures.1.who", ""),
    ],
)
def test_a_wrong_file_is_named_with_its_key(
    tmp_path: Path, text: str, problem: ProfileProblem, key: str, detail: str
) -> None:
    with pytest.raises(ProfileError) as caught:
        load("haus", own(tmp_path, text))
    error = caught.value
    assert (error.problem, error.file, error.key, error.detail) == (problem, tmp_path / "haus.toml", key, detail)


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as caught:
        load("haus", own(tmp_path, "title = \n"))
    assert caught.value.problem is ProfileProblem.NOT_TOML
    assert "line 1" in caught.value.detail
    (tmp_path / "haus.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(ProfileError) as caught:
        load("haus", tmp_path)
    assert caught.value.problem is ProfileProblem.NOT_TOML


@pytest.mark.parametrize("name", ["gibtesnicht", "../standard", "Standard", "", "a/b", "x" * 65])
def test_an_unknown_name_is_refused_and_never_a_path(name: str, tmp_path: Path) -> None:
    own(tmp_path, "title = 'x'", "standard")
    with pytest.raises(ProfileError) as caught:
        load(name, tmp_path / "profiles")
    assert caught.value.problem is ProfileProblem.UNKNOWN_PROFILE
    assert caught.value.detail == name


def test_the_body_chooses_its_profile_and_a_wish_goes_before() -> None:
    body = Body(name="Ahrenfelde", profile="moorwede")
    assert choose(body).name == "moorwede"
    assert choose(body, "eisenau").name == "eisenau"
    assert choose(None).name == STANDARD
    assert choose(Body(name="Ahrenfelde", profile="von anderswo")).name == STANDARD
    with pytest.raises(ProfileError):
        choose(body, "von anderswo")


def test_a_body_overrides_single_labels_in_all_looks() -> None:
    body = Body(name="Ahrenfelde", labels={"proceedings": "Beratung", "result": "Ergebnis:", "fremd": "x"})
    profile: Profile = choose(body)
    assert profile.label(Label.PROCEEDINGS, "allris4") == "Beratung"
    assert {profile.label(Label.RESULT, look) for look in PageLook} == {"Ergebnis:"}
    assert profile.label(Label.MIXED, "allris4") == "gemischt"
