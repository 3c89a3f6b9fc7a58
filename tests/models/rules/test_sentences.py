"""Results in words, in the dialects of the shipped house profiles."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.profiles import load
from desktop.models.rules.bent import filled
from desktop.models.rules.sentences import Case, Dialect, Names, case_of, out_of_step, sentence
from desktop.models.values import (
    Ballot,
    Choice,
    FactionRow,
    Majority,
    Organization,
    Person,
    Rest,
    Stance,
    Vote,
    VoteMethod,
    VoteOption,
)
from desktop.models.values.law import MajorityBase

STANDARD, PROSE, NUMBERS, LOOSE = (
    load(name).dialect("druck") for name in ("standard", "weidenfurt", "rebental", "quellmoor")
)
STRICT = replace(PROSE, abstentions_break_unanimity=True)
NAMES = Names(
    organizations={
        "a": Organization(key="a", name="Fraktion der Anlieger", short_name="ANL"),
        "b": Organization(key="b", name="BfT-Fraktion"),
        "c": Organization(key="c", name="Chorgemeinschaft", short_name="CHOR"),
        "d": Organization(key="d", name="Gruppe Deich"),
    },
    persons={
        "frau": Person(key="frau", form_of_address="Frau", title=("Dr.",), family_name="Muster"),
        "herr": Person(key="herr", form_of_address="Herr", family_name="Beispiel"),
        "ratsfrau": Person(key="ratsfrau", form_of_address="Frau", function="Ratsfrau", family_name="Probe"),
        "ratsherr": Person(key="ratsherr", function="Ratsherr", family_name="Probe"),
        "amt": Person(key="amt", function="Der Bürgermeister", family_name="Amtmann"),
        "ohne": Person(key="ohne", family_name="Namenlos"),
    },
)


def row(key: str, yes: int | None = None, no: int | None = None, abstentions: int | None = None) -> FactionRow:
    if key in NAMES.persons:
        return FactionRow(person=key, yes=yes, no=no, abstentions=abstentions)
    return FactionRow(organization=key, yes=yes, no=no, abstentions=abstentions)


def of_rows(*rows: FactionRow, accepted: bool = True) -> Vote:
    """A vote with a faction table and the totals that follow from it."""
    totals = {name: sum(getattr(one, name) or 0 for one in rows) for name in ("yes", "no", "abstentions")}
    return Vote(by_faction=rows, accepted=accepted, **totals)  # type: ignore[arg-type]


def said(vote: Vote, dialect: Dialect = PROSE) -> str:
    return sentence(vote, dialect, NAMES)


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (Vote(yes=15, no=0, accepted=True), "Einstimmig beschlossen"),
        (Vote(yes=13, no=0, abstentions=2, accepted=True), "Einstimmig beschlossen"),
        (Vote(yes=13, no=2, accepted=True), "Mehrheitlich beschlossen"),
        (Vote(yes=0, no=15, accepted=False), "Einstimmig abgelehnt"),
        (Vote(yes=2, no=13, accepted=False), "Mehrheitlich abgelehnt"),
        (Vote(yes=7, no=7, accepted=False), "Bei Stimmengleichheit abgelehnt"),
        (Vote(yes=7, no=7, accepted=True), "Mehrheitlich beschlossen"),
        (Vote(yes=15, no=0), ""),
        (
            Vote(yes=15, no=0, statutory=31, majority=Majority.ABSOLUTE_OF_MEMBERS, accepted=False),
            "Abgelehnt, die erforderliche Mehrheit ist nicht erreicht",
        ),
        (Vote(yes=0, no=0, abstentions=9, accepted=False), "Abgelehnt, die erforderliche Mehrheit ist nicht erreicht"),
        (
            Vote(yes=5, no=5, statutory=15, majority=Majority.ABSOLUTE_OF_MEMBERS, accepted=False),
            "Abgelehnt, die erforderliche Mehrheit ist nicht erreicht",
        ),
        (
            Vote(yes=9, no=0, majority=Majority.TWO_THIRDS_OF_MEMBERS, accepted=False),
            "Abgelehnt, die erforderliche Mehrheit ist nicht erreicht",
        ),
        (Vote(yes=0, no=0, accepted=False), "Abgelehnt, die erforderliche Mehrheit ist nicht erreicht"),
        (
            Vote(method=VoteMethod.UNOPPOSED, majority=Majority.TWO_THIRDS_OF_MEMBERS, accepted=True),
            "Ohne Widerspruch beschlossen",
        ),
        (Vote(yes=10, no=10, accepted=False, yes_means_rejection=True), "Bei Stimmengleichheit abgelehnt"),
        (
            Vote(yes=0, no=0, abstentions=20, accepted=False, yes_means_rejection=True),
            "Abgelehnt, die erforderliche Mehrheit ist nicht erreicht",
        ),
        (
            Vote(yes=12, no=8, majority=Majority.TWO_THIRDS_OF_VOTES, accepted=False, yes_means_rejection=True),
            "Abgelehnt, die erforderliche Mehrheit ist nicht erreicht",
        ),
        (Vote(yes=15, no=0, accepted=False), "Mehrheitlich abgelehnt"),
        (Vote(yes=0, no=15, accepted=True), "Mehrheitlich beschlossen"),
        (Vote(method=VoteMethod.UNOPPOSED, accepted=True), "Ohne Widerspruch beschlossen"),
        (Vote(unanimous=True, accepted=True), "Einstimmig beschlossen"),
        (
            Vote(yes=13, no=2, accepted=True, yes_means_rejection=True),
            "Mehrheitlich beschlossen; der Antrag ist damit abgelehnt",
        ),
        (
            Vote(yes=2, no=13, accepted=False, yes_means_rejection=True),
            "Mehrheitlich abgelehnt; der Antrag ist damit angenommen",
        ),
        (Vote(options=(VoteOption(label="Variante A", votes=3), VoteOption(label="B", votes=5))), "Mehrheit für B"),
        (
            Vote(options=(VoteOption(label="Variante A", votes=5), VoteOption(label="B", votes=5))),
            "Stimmengleichheit zwischen Variante A und B",
        ),
        (Vote(options=(VoteOption(label="A", votes=0),)), ""),
    ],
)
def test_the_standard_says_it_in_a_word(vote: Vote, words: str) -> None:
    assert said(vote, STANDARD) == words


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (Vote(yes=15, no=0, abstentions=0, accepted=True), "Einstimmig beschlossen"),
        (Vote(yes=14, no=0, abstentions=1, accepted=True), "Einstimmig bei einer Enthaltung beschlossen"),
        (Vote(yes=13, no=0, abstentions=2, accepted=True), "Einstimmig bei 2 Enthaltungen beschlossen"),
        (Vote(yes=0, no=13, abstentions=2, accepted=False), "Einstimmig bei 2 Enthaltungen abgelehnt"),
    ],
)
def test_unanimous_with_abstentions(vote: Vote, words: str) -> None:
    assert said(vote, LOOSE) == said(vote) == words
    assert said(vote, STRICT) == (words.replace("Einstimmig", "Mehrheitlich") if vote.abstentions else words)


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (
            of_rows(row("a", 5), row("b", 0, 4), row("c", 0, 0, 3)),
            "Mehrheitlich gegen die Stimmen der BfT-Fraktion bei Enthaltung der CHOR-Fraktion beschlossen",
        ),
        (
            of_rows(row("a", 9), row("b", 0, 2), row("d", 0, 3)),
            "Mehrheitlich gegen die Stimmen der BfT-Fraktion und der Gruppe Deich beschlossen",
        ),
        (of_rows(row("a", 9), row("c", 3, 2)), "Mehrheitlich bei 2 Gegenstimmen aus der CHOR-Fraktion beschlossen"),
        (of_rows(row("a", 9), row("c", 3, 1)), "Mehrheitlich bei einer Gegenstimme aus der CHOR-Fraktion beschlossen"),
        (of_rows(row("a", 9), row("frau", 0, 1)), "Mehrheitlich gegen die Stimme von Frau Dr. Muster beschlossen"),
        (
            of_rows(row("a", 9), row("herr", 0, 1), row("ratsherr", 0, 1), row("amt", 0, 0, 1)),
            "Mehrheitlich gegen die Stimmen von Herrn Beispiel und des Ratsherrn Probe bei Enthaltung des "
            "Bürgermeisters beschlossen",
        ),
        (of_rows(row("a", 9), row("ratsfrau", 0, 0, 1)), "Einstimmig bei Enthaltung der Ratsfrau Probe beschlossen"),
        (of_rows(row("a", 9), row("ohne", 0, 0, 1)), "Einstimmig bei Enthaltung von Namenlos beschlossen"),
        (
            of_rows(row("a", 9, 1), row("b", 0, 4), row("c", 0, 0, 3), row("d", 1, 0, 1)),
            "Mehrheitlich gegen die Stimmen der BfT-Fraktion bei einer Gegenstimme aus der ANL-Fraktion, "
            "Enthaltung der CHOR-Fraktion und einer Enthaltung aus der Gruppe Deich beschlossen",
        ),
        (
            of_rows(row("a", 9, 1), row("c", 0, 0, 3), row("d", 0, 0, 1)),
            "Mehrheitlich bei einer Gegenstimme aus der ANL-Fraktion sowie Enthaltung der CHOR-Fraktion und der "
            "Gruppe Deich beschlossen",
        ),
        (
            of_rows(row("a", 9, 1, 1), row("b", 4, 1, 2), row("c", 3, 2, 1)),
            "Mehrheitlich bei je einer Gegenstimme aus der ANL-Fraktion und der BfT-Fraktion, 2 Gegenstimmen aus der "
            "CHOR-Fraktion, je einer Enthaltung aus der ANL-Fraktion und der CHOR-Fraktion sowie 2 Enthaltungen aus "
            "der BfT-Fraktion beschlossen",
        ),
        (
            of_rows(row("a", 0, 9), row("b", 4), row("c", 1, 2), accepted=False),
            "Mehrheitlich gegen die Stimmen der BfT-Fraktion bei einer Ja-Stimme aus der CHOR-Fraktion abgelehnt",
        ),
        (
            Vote(yes=13, no=2, abstentions=1, accepted=True),
            "Mehrheitlich bei 2 Gegenstimmen und einer Enthaltung beschlossen",
        ),
        (Vote(yes=13, no=1, accepted=True), "Mehrheitlich bei einer Gegenstimme beschlossen"),
        (Vote(present=15, no=3, rest=Rest.YES, accepted=True), "Mehrheitlich bei 3 Gegenstimmen beschlossen"),
        (
            Vote(accepted=True, by_faction=(row("a", 9), FactionRow(organization="b", stance=Stance.NO))),
            "Mehrheitlich gegen die Stimmen der BfT-Fraktion beschlossen",
        ),
        (
            Vote(accepted=True, by_faction=(row("a", 9), FactionRow(organization="c", stance=Stance.SPLIT))),
            "Mehrheitlich bei uneinheitlicher Stimmabgabe der CHOR-Fraktion beschlossen",
        ),
        (
            of_rows(row("a", 9), FactionRow(label="fraktionslos", no=2)),
            "Mehrheitlich gegen die Stimmen der Fraktionslosen beschlossen",
        ),
        (
            of_rows(row("a", 9), FactionRow(label="Nord", no=2)),
            "Mehrheitlich gegen die Stimmen der Nord-Fraktion beschlossen",
        ),
        (of_rows(row("a", 6), row("b", 0, 6), accepted=False), "Bei Stimmengleichheit abgelehnt"),
    ],
)
def test_prose_names_factions_and_members(vote: Vote, words: str) -> None:
    assert said(vote) == words


@pytest.mark.parametrize(
    ("label", "bent"),
    [
        ("SPD", "der SPD-Fraktion"),
        ("FREIE WÄHLER", "der Fraktion FREIE WÄHLER"),
        ("Die Linke", "der Fraktion Die Linke"),
        ("Die Gruppe Deich", "der Gruppe Deich"),
        ("Ratsherr Müller", "des Ratsherrn Müller"),
        ("Frau Dr. Muster", "von Frau Dr. Muster"),
        ("Erster Beigeordneter", "des Ersten Beigeordneten"),
        ("Die Bürgermeisterin", "der Bürgermeisterin"),
        ("Fraktionslos", "der Fraktionslosen"),
        ("fraktionslose Mitglieder", "der fraktionslosen Mitglieder"),
        ("Fraktionslose Stadträtin Kern", "der Stadträtin Kern"),
        ("parteilos", "der Parteilosen"),
        ("Einzelmitglied", "des Einzelmitglieds"),
        ("Einzelstadtrat Braun", "des Einzelstadtrats Braun"),
    ],
)
def test_a_label_need_not_be_that_of_a_faction(label: str, bent: str) -> None:
    vote = of_rows(row("a", 9), FactionRow(label=label, no=1))
    assert said(vote) == f"Mehrheitlich gegen die Stimme {bent} beschlossen"


def test_a_member_without_a_faction_keeps_the_own_form_of_address() -> None:
    kern = Person(key="kern", form_of_address="Herr", function="fraktionslos", family_name="Kern")
    vote = of_rows(row("a", 9), FactionRow(person="kern", no=1))
    words = sentence(vote, PROSE, Names(NAMES.organizations, {"kern": kern}))
    assert words == "Mehrheitlich gegen die Stimme von Herrn Kern beschlossen"


def test_nobody_is_named_where_the_rows_contradict_the_totals() -> None:
    vote = replace(of_rows(row("a", 9), row("b", 0, 4)), no=5)
    assert said(vote) == "Mehrheitlich bei 5 Gegenstimmen beschlossen"


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (Vote(yes=43, no=0, abstentions=0, accepted=True), "Einstimmige Zustimmung (43 Ja)"),
        (
            Vote(yes=43, no=0, abstentions=1, accepted=True),
            "Bei 43 Ja-Stimmen und einer Enthaltung mehrheitlich zugestimmt",
        ),
        (
            Vote(yes=30, no=13, abstentions=2, accepted=True),
            "Bei 30 Ja-Stimmen, 13 Nein-Stimmen und 2 Enthaltungen mehrheitlich zugestimmt",
        ),
        (Vote(yes=1, no=13, accepted=False), "Bei einer Ja-Stimme und 13 Nein-Stimmen mehrheitlich abgelehnt"),
        (
            Vote(yes=7, no=7, accepted=False),
            "Bei 7 Ja-Stimmen und 7 Nein-Stimmen und damit Stimmengleichheit abgelehnt",
        ),
        (Vote(yes=45, accepted=True), "Mehrheitlich zugestimmt"),
        (Vote(unanimous=True, accepted=True), "Einstimmige Zustimmung"),
    ],
)
def test_numbers_in_the_sentence_and_only_the_word_where_one_is_unknown(vote: Vote, words: str) -> None:
    assert said(vote, NUMBERS) == words


def test_the_majority_of_the_law_decides_what_was_missed() -> None:
    vote = Vote(yes=8, no=6, abstentions=5, accepted=False)
    assert case_of(vote, STANDARD, MajorityBase.VOTES_CAST) is Case.MISSED
    assert case_of(vote, STANDARD) is Case.REJECTED


def test_an_empty_part_leaves_no_gap_and_braces_of_a_name_stay() -> None:
    assert filled("Mehrheitlich {against} {at}, {of} beschlossen", {"against": "", "at": "", "of": "{x}"}) == (
        "Mehrheitlich, {x} beschlossen"
    )


def test_a_wording_is_out_of_step_once_numbers_changed_behind_it() -> None:
    worded = Vote(yes=13, no=2, accepted=True, verdict="Angenommen, wie Frau Muster sagt")
    assert not out_of_step(worded, worded, "Mehrheitlich beschlossen")
    assert out_of_step(replace(worded, no=3), worded, "Mehrheitlich beschlossen")
    assert not out_of_step(replace(worded, no=3), worded, "Angenommen, wie Frau Muster sagt")
    assert not out_of_step(replace(worded, no=3, verdict=None), worded, "")
    rows = (row("a", 3), row("b", 2))
    counted = replace(worded, by_faction=rows)
    assert not out_of_step(replace(counted, by_faction=rows[::-1]), counted, "")
    assert out_of_step(replace(counted, by_faction=(row("a", 2), row("b", 3))), counted, "")
    assert out_of_step(replace(worded, ballots=(Ballot(person="frau", choice=Choice.NO),)), worded, "")


COUNTS = st.integers(0, 9)
ROWS = st.lists(
    st.builds(row, st.sampled_from([*NAMES.organizations, *NAMES.persons]), COUNTS, COUNTS, COUNTS),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one.organization or one.person,
)


@given(ROWS, st.booleans())
def test_any_vote_has_a_sentence_without_placeholders_or_gaps(rows: list[FactionRow], accepted: bool) -> None:
    vote = of_rows(*rows, accepted=accepted)
    for dialect in (STANDARD, PROSE, NUMBERS, LOOSE):
        words = said(vote, dialect)
        assert words
        assert "{" not in words
        assert "  " not in words


@given(ROWS, st.booleans())
def test_the_order_of_factions_changes_no_outcome_of_a_sentence(rows: list[FactionRow], accepted: bool) -> None:
    vote = of_rows(*rows, accepted=accepted)
    cases = {case_of(replace(vote, by_faction=tuple(order)), PROSE) for order in permutations(rows)}
    words = {
        frozenset(said(replace(vote, by_faction=tuple(order))).replace(",", "").split()) for order in permutations(rows)
    }
    assert len(cases) == len(words) == 1
