"""Elections on paper: what is read out, in its order, in sentences that fit one and several, men and women."""

import pytest

from desktop.export.compose.elections import election_blocks
from desktop.models.values import Candidate, Election, ElectionForm, ElectionMethod, ElectionRound, SeatMethod, Vote
from tests.export.compose.tools import context, edition, item, lines, minutes

MUSTER = Candidate(name="Anna Muster", person="muster")
BEISPIEL = Candidate(name="Bernd Beispiel", person="beispiel")


def printed(election: Election) -> list[str]:
    return lines(election_blocks(context(item(proceedings=(election,))), election, 4))


def test_times_who_counts_and_how_the_lot_was_drawn() -> None:
    election = Election(
        office="Vorsitz",
        method=ElectionMethod.SECRET,
        rounds=(
            ElectionRound(
                candidates=(MUSTER, BEISPIEL),
                at="2026-03-05T18:42:00+01:00",
                text="Ende der Wahlhandlung: 18:46 Uhr\n\nEin Stimmzettel war leer.",
                cast=13,
            ),
        ),
        lot="Bernd Beispiel",
        elected=("Bernd Beispiel",),
        accepts=True,
        text="Stimmenzählung: Frau Schreiber\n\nLosverfahren: gezogen von Jan Vogt.\n\nDie Vorsitzende gratuliert.",
    )
    assert printed(election) == [
        "*Wahl: Vorsitz*",
        "totals: Geheime Wahl",
        "*Stimmenzählung:* Frau Schreiber",
        "totals: Beginn der Wahlhandlung: 18:42 Uhr, Ende der Wahlhandlung: 18:46 Uhr",
        "totals: Abgegebene Stimmen: 13",
        "*Vorschlag:* Anna Muster (BL), Bernd Beispiel (Hafen und Handel)",
        "Ein Stimmzettel war leer.",
        "*Losverfahren:* gezogen von Jan Vogt.",
        "*Losentscheid:* Bernd Beispiel",
        "*Gewählt:* Bernd Beispiel. Er nimmt die Wahl an.",
        "Die Vorsitzende gratuliert.",
    ]


def test_the_lot_for_the_run_off_stands_in_its_round() -> None:
    first = ElectionRound(text="Losentscheid über die Stichwahl: Anna Muster")
    assert printed(Election(office="Wahl des Vorsitzes", rounds=(first, ElectionRound()))) == [
        "*Wahl des Vorsitzes*",
        "*1. Wahlgang*",
        "*Losentscheid über die Stichwahl:* Anna Muster",
        "*2. Wahlgang*",
    ]


def test_lists_with_their_seats() -> None:
    lists = (Candidate(name="Gemeinsame Liste", votes=9, seats=4), Candidate(name="Bürgerliste", votes=3, seats=1))
    election = Election(
        office="Aufsichtsrat",
        form=ElectionForm.LIST,
        seat_method=SeatMethod.SAINTE_LAGUE,
        rounds=(ElectionRound(candidates=lists),),
        text="Zu vergeben: 5 Sitze",
    )
    assert printed(election) == [
        "*Wahl: Aufsichtsrat*",
        "totals: Listenwahl; Sitzverteilung nach Sainte-Laguë/Schepers",
        "*Zu vergeben:* 5 Sitze",
        "Vorschlag | Stimmen | Sitze",
        "Gemeinsame Liste | 9 | 4",
        "Bürgerliste | 3 | 1",
    ]


@pytest.mark.parametrize(
    ("elected", "accepts", "sentence"),
    [
        (("Anna Muster",), True, "Anna Muster. Sie nimmt die Wahl an."),
        (("Anna Muster",), False, "Anna Muster. Sie nimmt die Wahl nicht an."),
        (("Bernd Beispiel",), False, "Bernd Beispiel. Er nimmt die Wahl nicht an."),
        (("Kim Neu",), True, "Kim Neu. Die Wahl wird angenommen."),
        (("Anna Muster", "Kim Neu"), True, "Anna Muster und Kim Neu. Sie nehmen die Wahl an."),
        (("Anna Muster", "Kim Neu"), False, "Anna Muster und Kim Neu. Sie nehmen die Wahl nicht an."),
        (("Anna Muster",), None, "Anna Muster"),
    ],
)
def test_who_accepts(elected: tuple[str, ...], accepts: bool | None, sentence: str) -> None:
    held = ElectionRound(candidates=(MUSTER, BEISPIEL, Candidate(name="Kim Neu")))
    election = Election(office="Vorsitz", rounds=(held,), elected=elected, accepts=accepts)
    assert printed(election)[-1] == f"*Gewählt:* {sentence}"


def test_a_vote_before_the_election_stands_before_it() -> None:
    """The chair sends minutes back in which the election was postponed, behind its result, under a lone heading."""
    put_off = Vote(key="v", subject="Vertagung der Wahl", yes=3, no=5, accepted=False, verdict="abgelehnt")
    election = Election(key="e", office="Vorsitz", elected=("Anna Muster",))
    told = lines(minutes(edition(item(proceedings=(put_off, election), result="gewählt"))).blocks)
    assert told.index("*Vertagung der Wahl*") < told.index("*Wahl: Vorsitz*")
    assert not any("Abstimmungsergebnis" in line for line in told)
    after = lines(minutes(edition(item(proceedings=(election, put_off)))).blocks)
    assert after.index("*Wahl: Vorsitz*") < after.index("*Vertagung der Wahl*")
    on_resolution = item(proceedings=(put_off, election), resolution="Die Wahl wird nicht vertagt.")
    decided = lines(minutes(edition(on_resolution)).blocks)
    assert decided.index("*Vertagung der Wahl*") < decided.index("*Wahl: Vorsitz*")
