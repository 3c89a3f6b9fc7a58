"""Votes as printed."""

from dataclasses import replace

import pytest

from desktop.export.compose.context import Context
from desktop.export.compose.votes import headed_vote, inline_vote, vote_blocks
from desktop.export.document import Align, Look, Paragraph, Scope, Table
from desktop.models.profiles import FactionLayout, load
from desktop.models.values import (
    Ballot,
    Choice,
    FactionRow,
    Majority,
    Motion,
    Rest,
    Stance,
    Vote,
    VoteMethod,
    VoteOption,
    VoteStatement,
)
from desktop.models.values.law import Law, VoteLaw
from tests.export.compose.tools import context, edition, item, lines, with_votes

STANDARD = load("standard")


def printed(vote: Vote, **votes: object) -> list[str]:
    return lines(vote_blocks(context(profile=with_votes(STANDARD, **votes)), vote))


def test_the_faction_table_leaves_unknown_cells_blank_and_has_a_zero_sign_of_its_own() -> None:
    rows = (
        FactionRow(organization="bl", yes=3, no=0),
        FactionRow(organization="hh", yes=5, no=0, abstentions=1),
        FactionRow(person="muster", yes=1),
        FactionRow(label="fraktionslos", no=1),
    )
    vote = Vote(yes=9, no=1, abstentions=0, by_faction=rows, verdict="Mehrheitlich beschlossen")
    assert printed(vote, zero_faction="0") == [
        "Fraktion | Ja | Nein | Enthaltung",
        "Bürgerliste | 3 | 0 | ",
        "Hafen und Handel | 5 | 0 | 1",
        "Frau Prof. Dr. Muster | 1 |  | ",
        "fraktionslos |  | 1 | ",
        "verdict: Mehrheitlich beschlossen",
        "totals: Dafür: 9   Dagegen: 1   Enthaltungen: 0",
    ]
    assert printed(vote, zero_faction="", mark={Look.DRUCK: ""})[1:6:4] == [
        "Bürgerliste | 3 |  | ",
        "verdict: Mehrheitlich beschlossen",
    ]


def test_the_faction_table_is_a_table_that_can_be_read_aloud() -> None:
    table = vote_blocks(context(), Vote(by_faction=(FactionRow(organization="bl", yes=3),)))[0]
    assert isinstance(table, Table)
    assert table.header_rows == 1
    assert table.summary == "Stimmen der Fraktionen"
    assert [cell.scope for cell in table.rows[0]] == [Scope.COLUMN] * 4
    assert [cell.scope for cell in table.rows[1]] == [Scope.ROW, *[Scope.NONE] * 3]
    assert [cell.align for cell in table.rows[1]] == [Align.LEFT, *[Align.CENTER] * 3]


def test_who_took_no_part_gets_a_column_only_where_anybody_did() -> None:
    assert printed(Vote(by_faction=(FactionRow(organization="bl", yes=3, not_voting=2),)))[:2] == [
        "Fraktion | Ja | Nein | Enthaltung | nicht teilgenommen",
        "Bürgerliste | 3 |  |  | 2",
    ]


def test_where_only_the_direction_is_known_there_is_a_mark() -> None:
    rows = tuple(FactionRow(organization="bl", stance=stance) for stance in Stance)
    assert printed(Vote(by_faction=rows))[1:] == [
        "Bürgerliste | x |  |  | ",
        "Bürgerliste |  | x |  | ",
        "Bürgerliste |  |  | x | ",
        "Bürgerliste | uneinheitlich |  |  | ",
        "Bürgerliste |  |  |  | x",
    ]


def test_factions_in_brackets_or_not_at_all() -> None:
    rows = (FactionRow(organization="bl", yes=3, no=0), FactionRow(organization="hh", yes=5, no=1))
    vote = Vote(yes=8, no=1, by_faction=rows)
    brackets = "totals: Dafür: 8 (3 BL, 5 Hafen und Handel)   Dagegen: 1 (1 Hafen und Handel)   Enthaltungen:"
    assert printed(vote, factions=FactionLayout.LINE) == [brackets]
    assert printed(vote, factions=FactionLayout.NONE) == ["totals: Dafür: 8   Dagegen: 1   Enthaltungen:"]


@pytest.mark.parametrize(
    ("vote", "line"),
    [
        (Vote(yes=45), "Dafür: 45   Dagegen:   Enthaltungen:"),
        (Vote(yes=0, no=0, abstentions=0), "Dafür: 0   Dagegen: 0   Enthaltungen: 0"),
        (Vote(no=3, rest=Rest.YES), "Dafür: übrige   Dagegen: 3   Enthaltungen:"),
        (
            Vote(yes=8, no=2, abstentions=1, invalid=0, not_voting=4),
            "Dafür: 8   Dagegen: 2   Enthaltungen: 1   Ungültig: 0   Nicht teilgenommen: 4",
        ),
    ],
)
def test_totals_are_blank_where_unknown_and_have_a_sign_for_zero(vote: Vote, line: str) -> None:
    assert printed(vote) == [f"totals: {line}"]


def test_a_number_is_not_parted_from_its_label() -> None:
    (block,) = vote_blocks(context(), Vote(yes=8, no=2, abstentions=1))
    assert isinstance(block, Paragraph)
    assert "Dafür:\u00a08\u00a0\u00a0 Dagegen:\u00a02" in block.runs[0].text


@pytest.mark.parametrize(
    ("vote", "strict", "words"),
    [
        (Vote(accepted=True, yes=8, no=0), False, "Einstimmig beschlossen"),
        (Vote(accepted=True, yes=8, no=0, abstentions=1), True, "Mehrheitlich beschlossen"),
        (Vote(accepted=True, yes=8, no=2), False, "Mehrheitlich beschlossen"),
        (Vote(accepted=False, yes=0, no=8), False, "Einstimmig abgelehnt"),
        (Vote(accepted=False, yes=2, no=8), False, "Mehrheitlich abgelehnt"),
        (Vote(accepted=True, unanimous=True), False, "Einstimmig beschlossen"),
        (Vote(accepted=True, yes=8, verdict="so beschlossen"), False, "so beschlossen"),
    ],
)
def test_an_announced_outcome_without_wording_gets_the_words_of_the_house(vote: Vote, strict: bool, words: str) -> None:
    assert f"verdict: {words}" in printed(vote, abstentions_break_unanimity=strict)


def test_an_outcome_that_nobody_announced_is_not_printed() -> None:
    assert not [line for line in printed(Vote(yes=8, no=0)) if line.startswith("verdict")]


def test_the_head_says_who_could_vote_and_what_was_out_of_the_ordinary() -> None:
    vote = Vote(
        method=VoteMethod.SECRET,
        majority=Majority.TWO_THIRDS_OF_MEMBERS,
        statutory=15,
        present=12,
        recused=0,
        yes_means_rejection=True,
        voids="v0",
        void_reason="Auszählung bezweifelt",
    )
    assert printed(vote) == [
        "totals: Geheime Abstimmung; erforderlich: zwei Drittel der gesetzlichen Mitgliederzahl; abgestimmt wurde über "
        "die Empfehlung, den Antrag abzulehnen; Wiederholung der Abstimmung (Auszählung bezweifelt)",
        "totals: Gesetzliche Mitgliederzahl: 15   davon anwesend: 12   Befangen: 0",
    ]
    assert printed(Vote(method=VoteMethod.OPEN, majority=Majority.SIMPLE, yes=1)) == [
        "totals: Dafür: 1   Dagegen:   Enthaltungen:"
    ]


def test_a_vote_that_was_repeated_says_so() -> None:
    first, second = Vote(key="v1", yes=8, no=8), Vote(key="v2", yes=9, no=8, voids="v1")
    ctx = context(item(proceedings=(first, second)))
    assert lines(vote_blocks(ctx, first))[0] == "verdict: Diese Abstimmung ist ungültig und wurde wiederholt."
    assert lines(vote_blocks(ctx, second))[0] == "totals: Wiederholung der Abstimmung"


def test_a_roll_call_names_everybody_by_choice() -> None:
    ballots = (
        Ballot(person="muster", choice=Choice.YES),
        Ballot(person="kanzlei", choice=Choice.YES),
        Ballot(person="beispiel", choice=Choice.NOT_VOTING),
        Ballot(person="landrat", choice=Choice.UNKNOWN),
        Ballot(person="jemand, den die Fassung nicht kennt", choice=Choice.NO),
    )
    assert printed(Vote(method=VoteMethod.ROLL_CALL, ballots=ballots)) == [
        "totals: Namentliche Abstimmung",
        "*Ja:* Prof. Dr. Anna Muster, Anna Schreiber",
        "*Nicht teilgenommen:* Bernd Beispiel",
        "*Ohne Angabe:* Jan Vogt",
    ]


def test_variants_recusals_and_statements() -> None:
    vote = Vote(
        options=(VoteOption(label="Variante A", votes=9), VoteOption(label="Variante B", votes=0)),
        recused_persons=("beispiel",),
        on_request=(VoteStatement(person="muster", text="Ich habe mit Nein gestimmt."),),
    )
    assert printed(vote) == [
        "Variante | Stimmen",
        "Variante A | 9",
        "Variante B | 0",
        "*Befangen:* Herr Beispiel",
        "*Zu Protokoll (Frau Prof. Dr. Muster):* Ich habe mit Nein gestimmt.",
    ]


def test_a_vote_without_any_result_is_open() -> None:
    assert printed(Vote()) == ["placeholder: (offen)"]


def test_the_subject_stands_above_with_part_and_body() -> None:
    vote = Vote(subject="Hafenordnung", part="Ziffer 2", organization="ha", yes=1)
    assert lines(headed_vote(context(), vote))[0] == "*Hauptausschuss: Hafenordnung – Ziffer 2*"
    assert lines(headed_vote(context(), Vote(yes=1)))[0].startswith("totals")


def test_a_vote_in_the_course_names_its_motions() -> None:
    motions = (Motion(key="a", title="Antrag 1"), Motion(key="b", title="Antrag 2"), Motion(key="c"))
    ctx = context(item(proceedings=motions))
    assert lines(inline_vote(ctx, Vote(on=("a", "b"))))[0] == "*Abstimmung: Antrag 1, Antrag 2*"
    assert lines(inline_vote(ctx, Vote(on=("a",), subject="Ziffer 1")))[0] == "*Ziffer 1*"
    assert lines(inline_vote(ctx, Vote(on=("c",))))[0] == "*Abstimmung: Antrag*"
    assert lines(inline_vote(ctx, Vote(on=("foreign",))))[0] == "*Abstimmung*"


def test_nothing_of_a_vote_is_left_alone_at_the_foot_of_a_page() -> None:
    rows = (FactionRow(organization="bl", yes=3),)
    vote = Vote(subject="Ziffer 1", method=VoteMethod.SECRET, present=3, yes=3, verdict="Einstimmig", by_faction=rows)
    blocks = headed_vote(context(), vote)
    kept = [block.keep_with_next for block in blocks if isinstance(block, Paragraph)]
    assert kept == [True, True, True, True, False]
    last = headed_vote(context(), replace(vote, yes=None))[-1]
    assert isinstance(last, Paragraph)
    assert not last.keep_with_next


def test_a_void_vote_says_why_it_is_void() -> None:
    first, again = Vote(key="v1", yes=7), Vote(key="v2", voids="v1", void_reason="Zählfehler.", accepted=True)
    ctx = context(item(proceedings=(first, again)))
    assert [lines(vote_blocks(ctx, vote))[0] for vote in (first, again)] == [
        "verdict: Diese Abstimmung ist ungültig und wurde wiederholt: Zählfehler.",
        "totals: Wiederholung der Abstimmung",
    ]
    alone = context(item(proceedings=(again,)))
    assert lines(vote_blocks(alone, again))[0] == "totals: Wiederholung der Abstimmung (Zählfehler)"


def test_a_vote_whose_repetition_is_only_begun_still_stands() -> None:
    ctx = context(item(proceedings=(Vote(key="v1", accepted=True), Vote(key="v2", voids="v1"))))
    assert lines(vote_blocks(ctx, Vote(key="v1", accepted=True))) == ["verdict: Mehrheitlich beschlossen"]


def test_what_was_announced_of_a_void_vote_is_not_said() -> None:
    first, again = Vote(key="v1", yes=7, verdict="Angenommen"), Vote(key="v2", voids="v1", accepted=True)
    said = lines(vote_blocks(context(item(proceedings=(first, again))), first))
    assert said == [
        "verdict: Diese Abstimmung ist ungültig und wurde wiederholt.",
        "totals: Dafür: 7   Dagegen:   Enthaltungen:",
    ]


def test_a_vote_that_is_void_by_what_the_reader_may_not_see_is_void_without_a_reason() -> None:
    vote = Vote(key="v1", yes=7, no=2)
    made = replace(edition(item(proceedings=(vote,))), void=frozenset({"v1"}))
    assert lines(vote_blocks(Context(made, Look.DRUCK, STANDARD), vote)) == [
        "verdict: Diese Abstimmung ist ungültig und wurde wiederholt.",
        "totals: Dafür: 7   Dagegen: 2   Enthaltungen:",
    ]


def test_a_statement_that_goes_on_behind_the_name_is_one_sentence() -> None:
    statements = (
        VoteStatement(person="beispiel", text="hat mit Nein gestimmt."),
        VoteStatement(person="unknown", text="hat mit Nein gestimmt"),
    )
    assert printed(Vote(yes=1, on_request=statements))[-2:] == [
        "*Zu Protokoll:* Herr Beispiel hat mit Nein gestimmt.",
        "*Zu Protokoll:* hat mit Nein gestimmt.",
    ]


ROWS = (
    FactionRow(organization="bl", yes=3, no=0, abstentions=1),
    FactionRow(organization="hh", yes=0, no=5, abstentions=0),
    FactionRow(person="muster", yes=4, no=0),
)
CONTESTED = Vote(
    yes=7, no=5, abstentions=1, statutory=15, present=13, recused=0, by_faction=ROWS, accepted=True
)  # fmt: skip
HEAD = "totals: Gesetzliche Mitgliederzahl: 15   davon anwesend: 13   Befangen: "


@pytest.mark.parametrize(
    ("house", "contested"),
    [
        (
            "standard",
            [
                HEAD + "0",
                "Fraktion | Ja | Nein | Enthaltung",
                "Bürgerliste | 3 |  | 1",
                "Hafen und Handel |  | 5 | ",
                "Frau Prof. Dr. Muster | 4 |  | ",
                "verdict: Mehrheitlich beschlossen",
                "totals: Dafür: 7   Dagegen: 5   Enthaltungen: 1",
            ],
        ),
        ("auental", ["verdict: Mehrheitlich beschlossen", "totals: Ja: 7, Nein: 5, Enthaltungen: 1"]),
        (
            "klosterau",
            [
                "totals: Gesetzliche Anzahl der Mitglieder: 15\ndavon anwesend: 13\nBefangenheit: 0",
                "verdict: Mehrheitlich beschlossen",
                "totals: Zustimmung: 7\nAblehnung: 5\nEnthaltung: 1",
            ],
        ),
        (
            "lindenach",
            [
                HEAD + "0",
                "Fraktion | Zustimmung | Ablehnung | Enthaltung",
                "Bürgerliste | 3 |  | 1",
                "Hafen und Handel |  | 5 | ",
                "Frau Prof. Dr. Muster | 4 |  | ",
                "verdict: Mehrheitlich beschlossen",
                "totals: Zustimmung: 7   Ablehnung: 5   Enthaltung: 1",
            ],
        ),
        (
            "erlenfurt",
            [
                "verdict: Mehrheitlich beschlossen",
                "totals: dafür: 7 (3 BL, 4 Frau Prof. Dr. Muster)   dagegen: 5 (5 Hafen und Handel)   Enth.: 1 (1 BL)",
            ],
        ),
        (
            "weidenfurt",
            [
                "verdict: Mehrheitlich gegen die Stimmen der Fraktion Hafen und Handel bei einer Enthaltung aus der "
                "BL-Fraktion beschlossen"
            ],
        ),
        (
            "rebental",
            ["verdict: Bei 7 Ja-Stimmen, 5 Nein-Stimmen und einer Enthaltung mehrheitlich zugestimmt"],
        ),
        ("hopfenau", ["verdict: Mehrheitlich beschlossen", "totals: Ja: 7, Nein: 5, Enthaltungen: 1"]),
    ],
)
def test_the_dialects_of_the_shipped_houses(house: str, contested: list[str]) -> None:
    assert lines(vote_blocks(context(profile=load(house)), CONTESTED)) == contested


def test_without_abstentions_there_is_no_word_of_them() -> None:
    rows = (FactionRow(organization="bl", yes=3, no=0, abstentions=0), FactionRow(organization="hh", yes=0, no=1))
    vote = Vote(yes=3, no=1, abstentions=0, by_faction=rows, accepted=True)
    plain = lines(vote_blocks(context(profile=load("hopfenau")), vote))
    assert plain == ["verdict: Mehrheitlich beschlossen", "totals: Ja: 3, Nein: 1"]
    table = with_votes(load("hopfenau"), factions=FactionLayout.TABLE)
    assert lines(vote_blocks(context(profile=table), vote))[0] == "Fraktion | Ja | Nein"
    forbidden = Law(votes=VoteLaw(abstention_allowed=False))
    ctx = Context(edition(), Look.DRUCK, STANDARD, forbidden)
    assert lines(vote_blocks(ctx, vote))[0] == "Fraktion | Ja | Nein"
    assert lines(vote_blocks(ctx, vote))[-1] == "totals: Dafür: 3   Dagegen: 1"


def test_a_house_whose_sentence_says_the_numbers_prints_them_beside_the_words_of_others() -> None:
    profile = load("rebental")
    foreign = replace(CONTESTED, verdict="Angenommen")
    assert lines(vote_blocks(context(profile=profile), foreign)) == [
        "verdict: Angenommen",
        "totals: Dafür: 7   Dagegen: 5   Enthaltungen: 1",
    ]
    made = replace(CONTESTED, verdict="Bei 7 Ja-Stimmen, 5 Nein-Stimmen und einer Enthaltung mehrheitlich zugestimmt")
    assert lines(vote_blocks(context(profile=profile), replace(made, invalid=2))) == [
        f"verdict: {made.verdict}",
        "totals: Ungültig: 2",
    ]


@pytest.mark.parametrize(
    ("house", "vote", "totals"),
    [
        ("rebental", Vote(accepted=True, yes=23), "Dafür: 23   Dagegen:   Enthaltungen:"),
        ("rebental", Vote(accepted=True, no=3, rest=Rest.YES), "Dafür: übrige   Dagegen: 3   Enthaltungen:"),
        ("rebental", Vote(accepted=True, yes=23, no=0, abstentions=2, unanimous=True), "Enthaltungen: 2"),
        ("weidenfurt", Vote(accepted=False, yes=10, no=10, abstentions=1), "Dafür: 10   Dagegen: 10   Enthaltungen: 1"),
        (
            "weidenfurt",
            Vote(accepted=False, yes=10, no=3, statutory=31, majority=Majority.ABSOLUTE_OF_MEMBERS),
            "Dafür: 10   Dagegen: 3   Enthaltungen:",
        ),
        ("weidenfurt", Vote(accepted=True, yes=10, no=3, abstentions=2), None),
        ("weidenfurt", Vote(accepted=True, yes=10, no=0, abstentions=2), None),
        ("rebental", Vote(accepted=True, yes=10, no=0, abstentions=0), None),
        ("rebental", Vote(accepted=True), None),
    ],
)
def test_no_number_is_lost_where_a_sentence_stands_for_the_numbers(house: str, vote: Vote, totals: str | None) -> None:
    last = lines(vote_blocks(context(profile=load(house)), vote))[-1]
    assert last == f"totals: {totals}" if totals else last.startswith("verdict:")


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        (
            (FactionRow(organization="bl", yes=5), FactionRow(organization="hh", no=3, abstentions=1)),
            "dafür: 5 (5 BL)   dagegen: 3 (3 Hafen und Handel)   Enth.: 1 (1 Hafen und Handel)",
        ),
        (
            (FactionRow(organization="bl", stance=Stance.YES), FactionRow(organization="hh", stance=Stance.NO)),
            "dafür: (BL)   dagegen: (Hafen und Handel)   Enth.:",
        ),
        (
            (FactionRow(organization="bl", stance=Stance.SPLIT), FactionRow(label="B", stance=Stance.ABSTENTION)),
            "dafür: (BL: uneinheitlich)   dagegen:   Enth.: (B)",
        ),
    ],
)
def test_factions_in_brackets_are_printed_without_announced_totals_too(
    rows: tuple[FactionRow, ...], totals: str
) -> None:
    assert lines(vote_blocks(context(profile=load("erlenfurt")), Vote(by_faction=rows)))[-1] == f"totals: {totals}"


def test_who_was_recused_is_named_or_counted_but_not_both() -> None:
    vote = Vote(present=13, recused=1, recused_persons=("muster",))
    assert printed(vote) == ["totals: Anwesend: 13", "*Befangen:* Frau Prof. Dr. Muster"]
    assert printed(replace(vote, recused=2))[0] == "totals: Anwesend: 13   Befangen: 2"


def test_what_the_wording_says_is_not_noted_again() -> None:
    vote = Vote(method=VoteMethod.UNOPPOSED, accepted=True)
    assert printed(vote) == ["verdict: Ohne Widerspruch beschlossen"]
    assert printed(replace(vote, verdict="Beschlossen"))[0] == "totals: Ohne Widerspruch"
