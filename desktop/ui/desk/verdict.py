"""The outcome of a vote and its wording, as the house words it. No Qt."""

from dataclasses import replace

from desktop.models.profiles import Label, PageLook, Profile
from desktop.models.rules import votes
from desktop.models.values import Vote


def words(profile: Profile) -> dict[tuple[bool, bool], str]:
    """How the house announces a result, by (accepted, unanimous)."""
    labels = {
        (True, True): Label.UNANIMOUSLY_ACCEPTED,
        (True, False): Label.ACCEPTED,
        (False, True): Label.UNANIMOUSLY_REJECTED,
        (False, False): Label.REJECTED,
    }
    return {case: profile.label(label, PageLook.DRUCK) for case, label in labels.items()}


def decided(vote: Vote, profile: Profile, announced: bool | None) -> Vote:
    """The vote with its outcome: as announced, else as the numbers say; its wording follows unless it was edited."""
    accepted = votes.outcome(vote).accepted if announced is None else announced
    if accepted is None and vote.unanimous:
        accepted = vote.no is None or vote.yes is not None
    known = words(profile)
    wording = vote.verdict
    if accepted is None:
        return replace(vote, accepted=None, verdict=None if wording in known.values() else wording)
    if wording is None or wording in known.values():
        unanimous = votes.is_unanimous(vote, abstentions_break=profile.votes.abstentions_break_unanimity)
        wording = known[accepted, bool(unanimous)]
    return replace(vote, accepted=accepted, verdict=wording)
