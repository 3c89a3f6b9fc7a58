"""What the checklist needs of a house profile: its habits and the words by which it announces results."""

from desktop.models.profiles.labels import Label
from desktop.models.profiles.profile import PageLook, Profile
from desktop.models.rules.checks import House, Words

_RESULTS: dict[Label, tuple[bool, bool | None]] = {
    Label.UNANIMOUSLY_ACCEPTED: (True, True),
    Label.ACCEPTED: (True, False),
    Label.UNANIMOUSLY_REJECTED: (False, True),
    Label.REJECTED: (False, False),
    Label.TIE: (False, None),
    Label.MAJORITY_MISSED: (False, None),
    Label.UNOPPOSED: (True, None),
}


def house_facts(profile: Profile) -> House:
    """The habits of a house as the checks take them. A label that two results share says nothing about them."""
    named = [(profile.label(label, look).casefold(), said) for label, said in _RESULTS.items() for look in PageLook]
    meanings = {name: {said for other, said in named if other == name} for name, _said in named}
    words = profile.verdicts
    return House(
        abstentions_break=profile.votes.abstentions_break_unanimity,
        amendments_first=profile.votes.amendments_first,
        words=Words(
            labels={name: said.pop() for name, said in meanings.items() if len(said) == 1},
            unanimous=frozenset(words.unanimous),
            majority=frozenset(words.majority),
            accepted=frozenset(words.accepted),
            rejected=frozenset(words.rejected),
            negations=frozenset(words.negations),
            ties=frozenset(words.ties),
            quorum=frozenset(words.quorum),
        ),
    )
