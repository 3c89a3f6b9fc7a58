"""What the election's form says: what was needed, what comes next, and ballots that do not add up. No Qt."""

from collections.abc import Sequence

from desktop.models.rules import elections
from desktop.models.rules.elections import Result, Setting, Stand, Surplus
from desktop.models.values import Election, ElectionForm, ElectionMethod, ElectionRound, SeatMethod
from desktop.models.values.law import ElectionLaw, RoundMajority
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.desk.elections.election_value import allocation, names, places_of

METHOD_WORDS = {ElectionMethod.OPEN: N_("open ballot"), ElectionMethod.SECRET: N_("by secret ballot")}
FORM_WORDS = {
    ElectionForm.PERSON: N_("one person"),
    ElectionForm.LIST: N_("lists with seats"),
    ElectionForm.JOINT: N_("several persons at once"),
}
SEAT_WORDS = {
    SeatMethod.D_HONDT: N_("d’Hondt"),
    SeatMethod.HARE_NIEMEYER: N_("Hare/Niemeyer"),
    SeatMethod.SAINTE_LAGUE: N_("Sainte-Laguë/Schepers"),
}
_NEEDED = {
    RoundMajority.MEMBERS: N_("{needed} of {base} members needed"),
    RoundMajority.PRESENT: N_("{needed} of {base} members present needed"),
    RoundMajority.VALID: N_("{needed} of {base} valid votes needed"),
    RoundMajority.CAST: N_("{needed} of {base} ballots needed"),
}
_UNKNOWN = {
    RoundMajority.MEMBERS: N_("more than half of the members needed"),
    RoundMajority.PRESENT: N_("more than half of the members present needed"),
    RoundMajority.VALID: N_("more than half of the valid votes needed"),
    RoundMajority.CAST: N_("more than half of the ballots needed"),
    RoundMajority.MOST: N_("most votes win"),
}
#: what the keys do in the fields of the form, by the first part of their names; digits count in all others
_KEYS = {
    "name": N_("short form or name · Tab details · if empty: Enter to the numbers, Tab to the ballot"),
    "method": N_("O S open or secret"),
    "form": N_("P L M one person, lists or several"),
    "begin": N_("digits, or empty: now"),
    "end": N_("digits, or empty: now"),
    "lot": N_("digit or name: who was drawn"),
    "accepts": N_("J N accepts or not"),
}
_NUMBERS = ("cast", "invalid", "abstentions", "yes", "no", "votes", "seats", "places")


def keys_words(field: str) -> str:
    """The keys of a field, by the first part of its name."""
    own = _(_KEYS[field]) if field in _KEYS else _("digits") if field in _NUMBERS else ""
    return " · ".join(filter(None, (own, _("Enter next field · Esc later"))))


def lot_words(among: Sequence[str]) -> str:
    """Asks whom the lot has named: Wer wurde gezogen? 1 Frau Muster, 2 Herr Beispiel."""
    return _("Who was drawn? {names}", names=", ".join(f"{number} {name}" for number, name in enumerate(among, 1)))


def and_list(parts: Sequence[str]) -> str:
    """A, B und C."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])


def result_words(election: Election, number: int, found: Result) -> str:
    """The rule and what follows from it, in one line."""
    if election.form is ElectionForm.LIST:
        return _list_words(election, number, found)
    rule = (
        _(_UNKNOWN[found.majority])
        if found.needed is None
        else _(_NEEDED[found.majority], needed=found.needed, base=found.base)
    )
    return f"{rule}: {_outcome(election, number, found)}"


def _outcome(election: Election, number: int, found: Result) -> str:
    held = election.rounds[number]
    elected = and_list(names(held, found.elected))
    match found.stand:
        case Stand.OPEN:
            return _("no outcome yet")
        case Stand.NONE:
            return _("nobody is elected")
        case Stand.ELECTED:
            if election.lot in names(held, found.elected):
                return _("tie, {names} elected by lot", names=elected)
            return _("{names} elected", names=elected)
        case Stand.LOT:
            return _("tie, the lot decides between {names}", names=and_list(names(held, found.lot)))
        case Stand.LOT_AGAIN:
            return _("tie, the lot for the run-off between {names}", names=and_list(names(held, found.lot)))
        case Stand.AGAIN:
            following = _next_words(held, number, found)
            return f"{_('{names} elected', names=elected)}, {following}" if elected else following


def _next_words(held: ElectionRound, number: int, found: Result) -> str:
    stand = names(held, sorted(found.again))
    if len(stand) < len(held.candidates) and len(stand) > 1:
        return _("round {number}, run-off between {names}", number=number + 2, names=and_list(stand))
    return _("round {number}", number=number + 2)


def _list_words(election: Election, number: int, found: Result) -> str:
    held = election.rounds[number]
    places = places_of(election)
    method = _(SEAT_WORDS[election.seat_method or SeatMethod.D_HONDT])
    if not places:
        return _("the number of seats is missing")
    shares = allocation(election, number)
    if shares is None:
        return _("{method}: no outcome yet", method=method)
    if found.stand is Stand.LOT:
        among = and_list(names(held, found.lot))
        return _("{method}: tie, the lot gives a seat to one of {names}", method=method, names=among)
    given = sum(one.seats or 0 for one in held.candidates)
    if given != places:
        return _("{method}: {given} of {places} seats given out", method=method, given=given, places=places)
    written = [one.name for one, share in zip(held.candidates, shares.seats, strict=True) if one.seats != share]
    if written and not shares.open:
        return _("{method} would give other seats to {names}", method=method, names=and_list(written))
    return _("{method}: all {places} seats given out", method=method, places=places)


def surplus_words(held: ElectionRound, found: Surplus, setting: Setting) -> str:
    """Ballots too many or too few; they are kept, and this says so. Empty where all is right."""
    parts = []
    total = elections.counted(held)
    if found.counted is not None and found.counted > 0:
        parts.append(
            _(
                "ballots too many: {count} ({cast} cast, {total} counted)",
                count=found.counted,
                cast=held.cast,
                total=total,
            )
        )
    elif found.counted is not None and found.counted < 0:
        parts.append(
            _(
                "ballots missing: {count} ({cast} cast, {total} counted)",
                count=-found.counted,
                cast=held.cast,
                total=total,
            )
        )
    if found.cast is not None and found.cast > 0:
        parts.append(
            _("ballots too many: {count} ({present} present and entitled)", count=found.cast, present=setting.present)
        )
    return " · ".join(parts)


def differs_words(election: Election, computed: Sequence[str]) -> str:
    """Where others were announced as elected than the numbers say."""
    if not election.elected or not computed or set(election.elected) == set(computed):
        return ""
    return _("by the numbers: {names}", names=and_list(list(computed)))


def law_words(law: ElectionLaw, method: ElectionMethod | None) -> str:
    """What the law says to the kind of ballot, the paragraph, and whether anybody has held the rules against it."""
    parts = []
    if law.secret and method is ElectionMethod.OPEN:
        parts.append(
            _("openly if nobody objects") if law.open_if_nobody_objects else _("the law wants a secret ballot")
        )
    if law.paragraph:
        parts.append(law.paragraph if law.geprueft else _("{paragraph} – not verified", paragraph=law.paragraph))
    return " · ".join(parts)
