"""The rule behind an outcome, as a secretary reads it."""

import pytest

from desktop.models.rules.votes import outcome
from desktop.models.values import FactionRow, Majority, Stance, Vote, VoteMethod, VoteOption
from desktop.models.values.law import MajorityBase, VoteLaw
from desktop.ui.desk.voting.rule_words import rule_words

CAST, PRESENT = MajorityBase.VOTES_CAST, MajorityBase.PRESENT
VARIANTS = (VoteOption(label="A", votes=9), VoteOption(label="B", votes=7))


@pytest.mark.parametrize(
    ("vote", "law", "words"),
    [
        (Vote(), VoteLaw(), ""),
        (Vote(yes=23, no=11, abstentions=4), VoteLaw(), "23 Ja > 11 Nein, Enthaltungen zählen nicht"),
        (Vote(yes=6, no=11), VoteLaw(), "6 Ja < 11 Nein, Enthaltungen zählen nicht"),
        (Vote(yes=23, no=11), VoteLaw(abstention_allowed=False), "23 Ja > 11 Nein"),
        (Vote(yes=7, no=7), VoteLaw(), "7 Ja = 7 Nein, Stimmengleichheit ist Ablehnung"),
        (Vote(yes=0, no=0, abstentions=9), VoteLaw(), "nur Enthaltungen, kein Ja"),
        (Vote(yes=0, no=0, abstentions=0), VoteLaw(), "niemand hat abgestimmt"),
        (
            Vote(yes=15, statutory=31, majority=Majority.ABSOLUTE_OF_MEMBERS),
            VoteLaw(),
            "16 von 31 Mitgliedern nötig, 15 Ja",
        ),
        (
            Vote(yes=15, majority=Majority.ABSOLUTE_OF_MEMBERS),
            VoteLaw(),
            "15 Ja, Zahl der Mitglieder unbekannt",
        ),
        (
            Vote(yes=15, present=30, majority=Majority.TWO_THIRDS_OF_PRESENT),
            VoteLaw(),
            "20 von 30 Anwesenden nötig, 15 Ja",
        ),
        (
            Vote(yes=10, no=5, majority=Majority.TWO_THIRDS_OF_VOTES),
            VoteLaw(),
            "10 von 15 Stimmen nötig, 10 Ja, Enthaltungen zählen nicht",
        ),
        (
            Vote(yes=12, no=8, abstentions=5),
            VoteLaw(base=CAST),
            "13 von 25 abgegebenen Stimmen nötig, 12 Ja, Enthaltungen zählen mit",
        ),
        (Vote(yes=12, no=8), VoteLaw(base=CAST), "12 Ja, Zahl der abgegebenen Stimmen unbekannt"),
        (Vote(yes=12, no=8, present=25), VoteLaw(base=PRESENT), "13 von 25 Anwesenden nötig, 12 Ja"),
        (Vote(yes=12, no=8), VoteLaw(base=PRESENT), "12 Ja, Zahl der Anwesenden unbekannt"),
        (Vote(method=VoteMethod.UNOPPOSED), VoteLaw(), "niemand hat widersprochen"),
        (Vote(by_faction=(FactionRow(label="A", stance=Stance.YES),)), VoteLaw(), "alle Fraktionen dafür"),
        (Vote(by_faction=(FactionRow(label="A", stance=Stance.NO),)), VoteLaw(), "alle Fraktionen dagegen"),
        (Vote(options=VARIANTS), VoteLaw(), "9 Stimmen, mehr als jede andere Variante"),
        (Vote(options=(VARIANTS[0], VARIANTS[0])), VoteLaw(), "zwei Varianten haben gleich viele Stimmen"),
    ],
)
def test_the_rule_in_words(vote: Vote, law: VoteLaw, words: str) -> None:
    assert rule_words(outcome(vote, law.base), law) == words
