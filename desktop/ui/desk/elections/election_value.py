"""An election as a value: what its numbers amount to, and what each act makes of it. No Qt, no book.

Candidates and rounds are lists of values, so that every act makes a new election.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from desktop.models.rules import electionnotes, elections, seats
from desktop.models.rules.electionnotes import Note
from desktop.models.rules.elections import Result, Setting, Stand
from desktop.models.rules.seats import Allocation
from desktop.models.values import Candidate, Election, ElectionForm, ElectionRound, SeatMethod
from desktop.models.values.law import ElectionLaw, RoundMajority

#: who has drawn, and how it was done: behind the first full stop that ends no title or initial
_DRAWN_BY = re.compile(r"gezogen von (?P<who>.+?)(?:\.|(?<=\w{3})(?<!Prof)(?<!Ing)\. (?P<how>.+))")


def places_of(election: Election) -> int:
    """How many are to be elected, or how many seats shared out; 0 for a list election where nobody has said."""
    noted = electionnotes.places_of(electionnotes.read(election.text))
    first = election.rounds[0].candidates if election.rounds else ()
    match election.form:
        case ElectionForm.LIST:
            return noted or sum(one.seats or 0 for one in first)
        case ElectionForm.JOINT:
            return noted or max(1, len(election.elected) or len(first))
    return 1


def is_decided(election: Election) -> bool:
    """Whether somebody is elected: by name, or all seats of the lists are given out."""
    given = sum(one.seats or 0 for one in election.rounds[-1].candidates) if election.rounds else 0
    return bool(election.elected) or (election.form is ElectionForm.LIST and 0 < places_of(election) == given)


def outcome(law: ElectionLaw, election: Election, number: int, held_against: Setting) -> Result:
    """What a round amounts to, with what the lot has said so far."""
    held = election.rounds[number]
    if election.form is ElectionForm.LIST:
        return _of_lists(election, number)
    found = elections.result(law, held, number, held_against)
    said = electionnotes.read(held.text).get(Note.RUNOFF_LOT) if found.stand is Stand.LOT_AGAIN else election.lot
    if found.stand is Stand.LOT_AGAIN or number == len(election.rounds) - 1:
        for name in drawn_names(held, said):
            found = elections.lots_drawn(found, _place(held, name))
    return found


def drawn_names(held: ElectionRound, said: str | None) -> tuple[str, ...]:
    """Whom the lot has named, of the candidates of a round; several are parted by commas."""
    if not said or any(one.name == said for one in held.candidates):
        return (said,) if said else ()
    return tuple(said.split(", "))


def _place(held: ElectionRound, name: str) -> int:
    return next((place for place, one in enumerate(held.candidates) if one.name == name), -1)


def _of_lists(election: Election, number: int) -> Result:
    """Lists are not elected, they are given seats; a tie of the last seat is for the lot."""
    shares = allocation(election, number)
    if shares is None:
        return Result(Stand.OPEN, RoundMajority.MOST)
    given = sum(one.seats or 0 for one in election.rounds[number].candidates)
    if shares.tied and given < places_of(election):
        named = drawn_names(election.rounds[number], election.lot)
        left = tuple(place for place in shares.tied if election.rounds[number].candidates[place].name not in named)
        return Result(Stand.LOT, RoundMajority.MOST, lot=left, drawn=places_of(election) - given)
    return Result(Stand.ELECTED if given else Stand.NONE, RoundMajority.MOST)


def allocation(election: Election, number: int) -> Allocation | None:
    """The seats that the votes of the lists give them; None where votes or the number of seats are missing."""
    held = election.rounds[number]
    votes = [one.votes for one in held.candidates]
    places = places_of(election)
    if not votes or not places or any(count is None for count in votes):
        return None
    return seats.allocate(election.seat_method or SeatMethod.D_HONDT, [count or 0 for count in votes], places)


# --- acts on the value


def _changed_round(election: Election, number: int, change: Callable[[ElectionRound], ElectionRound]) -> Election:
    rounds = tuple(change(one) if place == number else one for place, one in enumerate(election.rounds))
    return replace(election, rounds=rounds)


def with_round(election: Election, number: int, **fields: Any) -> Election:
    """Sets numbers or the time of a round."""
    return _changed_round(election, number, lambda held: replace(held, **fields))


def with_note(election: Election, note: Note, value: str, number: int | None = None) -> Election:
    """Sets a line of the text, or of that of a round."""
    if number is None:
        return replace(election, text=electionnotes.read(election.text).having(note, value).text())
    text = electionnotes.read(election.rounds[number].text).having(note, value).text()
    return with_round(election, number, text=text)


def with_rest(election: Election, rest: str) -> Election:
    """Sets what else is remarked."""
    notes = electionnotes.read(election.text)
    return replace(election, text=replace(notes, rest=rest).text())


def with_count(election: Election, number: int, place: int, field: str, count: int | None) -> Election:
    """Sets a number of a candidate. The seats of lists follow their votes, except where others have been written."""
    before = allocation(election, number) if election.form is ElectionForm.LIST else None
    held = election.rounds[number]
    number_of: dict[str, Any] = {field: count}
    rows = tuple(replace(one, **number_of) if at == place else one for at, one in enumerate(held.candidates))
    changed = with_round(election, number, candidates=rows)
    if election.form is not ElectionForm.LIST or (field == "seats" and count is not None):
        return changed
    return with_seats(changed, number, before)


def with_seats(election: Election, number: int, before: Allocation | None) -> Election:
    """Fills the seats in; ``before`` is what they were reckoned to be until now. Written ones stay."""
    shares = allocation(election, number)
    rows = []
    for place, one in enumerate(election.rounds[number].candidates):
        reckoned = before is not None and one.seats == before.seats[place] if one.seats is not None else True
        rows.append(replace(one, seats=shares.seats[place] if shares else None) if reckoned else one)
    return with_round(election, number, candidates=tuple(rows))


def with_settings(election: Election, places: int | None = None, **fields: Any) -> Election:
    """Sets form or procedure, or the number of seats; the seats of lists follow."""
    number = len(election.rounds) - 1
    before = allocation(election, number) if election.form is ElectionForm.LIST else None
    changed = replace(election, **fields)
    if places is not None or not fields:
        changed = with_note(changed, Note.PLACES, electionnotes.places_words(places))
    return with_seats(changed, number, before) if changed.form is ElectionForm.LIST else changed


def with_candidate(election: Election, place: int, **fields: Any) -> Election:
    """Sets fields of a candidate in all rounds; the place behind the last one adds somebody to the first round."""
    first = election.rounds[0].candidates
    if place >= len(first):
        return with_round(election, 0, candidates=(*first, Candidate(**fields)))
    old = first[place]
    rounds = []
    for held in election.rounds:
        rows = tuple(replace(one, **fields) if _same(one, old) else one for one in held.candidates)
        rounds.append(replace(held, candidates=rows))
    return replace(election, rounds=tuple(rounds))


def without_nameless(election: Election) -> Election:
    """Without candidates whose name has been emptied."""
    rounds = (
        replace(held, candidates=tuple(one for one in held.candidates if one.name.strip())) for held in election.rounds
    )
    return replace(election, rounds=tuple(rounds))


def _same(one: Candidate, other: Candidate) -> bool:
    return (one.name, one.person, one.list, one.role) == (other.name, other.person, other.list, other.role)


def with_next_round(election: Election, found: Result) -> Election:
    """Another round for those who stand again, in the order of the ballot; who is elected already stays so."""
    held = election.rounds[-1]
    stand = [replace(held.candidates[place], **_NO_NUMBERS) for place in sorted(found.again)]
    elected = (*election.elected, *(name for name in names(held, found.elected) if name not in election.elected))
    return replace(election, rounds=(*election.rounds, ElectionRound(candidates=tuple(stand))), elected=elected)


def with_elected(election: Election, found: Result) -> Election:
    """Who is elected, those of earlier rounds first."""
    held = election.rounds[-1]
    new = names(held, found.elected)
    earlier = tuple(
        name
        for name in election.elected
        if name not in {one.name for one in held.candidates} and len(election.rounds) > 1
    )
    return replace(election, elected=(*earlier, *new))


def drawing(election: Election) -> tuple[str, str]:
    """Who draws or has drawn the lot, and how, as it is noted; each may be empty."""
    noted = electionnotes.read(election.text).get(Note.LOT)
    match = _DRAWN_BY.fullmatch(noted)
    return (match["who"], match["how"] or "") if match else ("", noted)


def with_drawer(election: Election, before: str, drawer: str) -> Election:
    """Notes who draws the lot in place of whom was noted; what else is noted about the drawing stays."""
    noted = electionnotes.read(election.text).get(Note.LOT)
    how = noted.removeprefix(f"gezogen von {before}.").lstrip()
    return with_note(election, Note.LOT, " ".join(filter(None, (f"gezogen von {drawer}." if drawer else "", how))))


def with_lot(election: Election, found: Result, name: str, procedure: str) -> Election:
    """What the lot has said after what it said before, and how it was drawn: for an office, a seat, or the run-off.

    What is noted already about the drawing stays.
    """
    number = len(election.rounds) - 1
    drawn_so = electionnotes.read(election.text).get(Note.LOT)
    how = "" if drawing(election)[1] else procedure
    noted = with_note(election, Note.LOT, " ".join(filter(None, (drawn_so, how))))
    if found.stand is Stand.LOT_AGAIN:
        drawn = electionnotes.read(noted.rounds[number].text).get(Note.RUNOFF_LOT)
        return with_note(noted, Note.RUNOFF_LOT, ", ".join(filter(None, (drawn, name))), number)
    noted = replace(noted, lot=", ".join((*drawn_names(noted.rounds[number], noted.lot), name)))
    place = _place(noted.rounds[number], name)
    if noted.form is ElectionForm.LIST:
        one = noted.rounds[number].candidates[place]
        return with_count(noted, number, place, "seats", (one.seats or 0) + 1)
    decided = elections.lots_drawn(found, place)
    accepts = election.accepts if noted.lot == election.lot else None  # somebody else has not been asked yet
    return replace(with_elected(noted, decided), accepts=accepts)


def names(held: ElectionRound, places: Sequence[int]) -> tuple[str, ...]:
    """The candidates at some places of a round."""
    return tuple(held.candidates[place].name for place in places)


_NO_NUMBERS: dict[str, Any] = dict.fromkeys(("votes", "yes", "no", "abstentions", "seats"))


def columns(election: Election, number: int) -> tuple[str, ...]:
    """The numbers that each candidate of a round has; none where the round has the Ja and Nein of its only one."""
    held = election.rounds[number]
    if elections.is_separate(held):
        return ("yes", "no", "abstentions")
    if election.form is ElectionForm.LIST or any(one.seats is not None for one in held.candidates):
        return ("votes", "seats")
    voted = any(one.votes is not None for one in held.candidates)
    if len(held.candidates) == 1 and not voted:
        return ()
    joint = election.form is ElectionForm.JOINT and 1 < len(held.candidates) <= places_of(election)
    return ("yes", "no", "abstentions") if joint and not voted else ("votes",)
