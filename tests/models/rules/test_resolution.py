"""The wording of a resolution follows from the proposal and the accepted amendments."""

from desktop.models.rules.resolution import Reading, is_changed, pending, to_read, worked_in
from desktop.models.values import AgendaItem, Motion, MotionOutcome, MotionType

PROPOSAL = "Der Ausschuss beschließt den Bau von zehn Bänken."


def motion(text: str, outcome: MotionOutcome | None = MotionOutcome.ACCEPTED, **fields: object) -> Motion:
    kind = MotionType(str(fields.pop("kind", "amendment")))
    return Motion(motion_type=kind, text=text, outcome=outcome, **fields)  # type: ignore[arg-type]


def item(*motions: Motion, resolution: str | None = None) -> AgendaItem:
    return AgendaItem(name="Bänke", proceedings=motions, resolution=resolution)


def test_accepted_amendments_come_behind_the_proposal() -> None:
    two = motion("Eine Bank steht am Hafen."), motion("Sie werden grün gestrichen.", kind="supplement")
    assert worked_in(item(*two), PROPOSAL) == f"{PROPOSAL}\n\nEine Bank steht am Hafen.\n\nSie werden grün gestrichen."


def test_what_was_rejected_withdrawn_or_only_prepared_stays_out() -> None:
    out = (
        motion("Nein.", MotionOutcome.REJECTED),
        motion("Zurück.", MotionOutcome.WITHDRAWN),
        motion("Offen.", None),
        motion("Vorher.", prepared=True),
        motion("Anders.", kind="substantive"),
    )
    assert worked_in(item(*out), PROPOSAL) == PROPOSAL


def test_what_the_mover_took_over_counts_and_an_alternative_takes_the_place() -> None:
    taken = motion("Am Hafen.", MotionOutcome.ADOPTED_BY_MOVER)
    assert worked_in(item(taken), PROPOSAL).endswith("Am Hafen.")
    assert worked_in(item(motion("Gar keine Bänke.", kind="alternative")), PROPOSAL) == "Gar keine Bänke."


def test_an_amendment_is_worked_in_once() -> None:
    worked = item(motion("Am  Hafen."), resolution="Zehn Bänke am Hafen. Am\nHafen.")
    assert pending(worked, worked.resolution or "") == ()
    assert worked_in(worked, PROPOSAL) == worked.resolution


def test_a_resolution_in_other_words_is_changed() -> None:
    assert is_changed(item(resolution="Elf Bänke."), PROPOSAL)
    assert not is_changed(item(resolution=PROPOSAL.replace(" ", "\n")), PROPOSAL)
    assert not is_changed(item(), PROPOSAL)
    assert not is_changed(item(resolution="Elf Bänke."), "")


def test_what_is_read_aloud() -> None:
    amendment = motion("Am Hafen.")
    assert to_read(item(amendment), PROPOSAL) == Reading(PROPOSAL, (amendment,))
    assert to_read(item(amendment, resolution="Elf Bänke."), PROPOSAL) == Reading("Elf Bänke.", (amendment,))
    only = motion("Wir beantragen Bänke.", None, kind="substantive")
    assert to_read(item(only), "") == Reading("Wir beantragen Bänke.")
    assert to_read(item(), "") is None
