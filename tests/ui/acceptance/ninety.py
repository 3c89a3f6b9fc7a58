"""A real debate of an hour and a half as a script of what happens in the room, and the meeting it is to become.

The debate is read from a case beside the checkout: who speaks, what is noted, how each vote ends. Comings and goings
are added so that as many are present at each vote as voted in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

CASE = "ka-08.json"
#: seats of the council and who is present at the beginning
SEATS = 48
#: minutes of the script start here; each act takes one
START = "2026-03-05T18:00:00+01:00"


@dataclass(frozen=True)
class Say:
    """A speech of a member, word for word."""

    person: str
    text: str


@dataclass(frozen=True)
class Note:
    """Something that happens besides."""

    text: str


@dataclass(frozen=True)
class Count:
    """A motion of a faction and the vote on it."""

    mover: str
    wording: str
    yes: int
    no: int
    abstentions: int


@dataclass(frozen=True)
class Door:
    """A member comes or goes."""

    person: str
    comes: bool


Act = Say | Note | Count | Door


class Debate:
    """The people of the case, enough invented ones to fill the council, and the acts in order."""

    def __init__(self, case: dict[str, Any], longest: int) -> None:
        """``longest``: of a text, in characters; texts are cut at a space."""
        self._longest = longest
        self.body = case["body"]
        self.organizations = case["organizations"]
        self.factions = [one["id"] for one in self.organizations if one["organizationType"] == "Fraktion"]
        self.people = _short_forms([*_members(case), *self._invented(len(_members(case)))])
        seats = [one["id"] for one in self.people if _faction(one)]
        self._members = seats
        self.away = seats[-3:]
        self.acts = list(self._acts(case["meetings"][0]["agenda"][0]["proceedings"]))

    def _invented(self, known: int) -> list[dict[str, Any]]:
        names = (f"{first}{last}" for first in ("Adler", "Birken", "Eichen", "Falken", "Ginster") for last in ENDS)
        people = []
        for number, name in zip(range(SEATS - known + 2), names, strict=False):
            faction = self.factions[number % len(self.factions)]
            seat = {"organization": self.organizations[0]["id"], "onBehalfOf": faction}
            people.append({"id": f"x{number}", "familyName": name, "formOfAddress": "Frau", "memberships": [seat]})
        return people

    def short(self, person: str) -> str:
        """What is typed for somebody."""
        return str(next(one["shortcut"] for one in self.people if one["id"] == person))

    def at_first(self) -> frozenset[str]:
        """The members who are there at the beginning."""
        return frozenset(self._members) - {*self.away}

    def rows(self, here: frozenset[str]) -> list[dict[str, Any]]:
        """The table of the factions where all members who are there say Ja."""
        sizes = {key: sum(self.faction_of(one) == key for one in here) for key in self.factions}
        return [{"organization": key, "yes": size} for key, size in sizes.items()]

    def faction_of(self, person: str) -> str | None:
        """The key of a member's faction."""
        return _faction(next(one for one in self.people if one["id"] == person))

    def _acts(self, entries: list[dict[str, Any]]) -> Iterator[Act]:
        out, here = list(self.away), len(self._members) - len(self.away)
        spare = iter(self._members[-12:-6])
        movers = (one["movers"][0] for one in entries if one["kind"] == "motion" and one["movers"][0] in self.factions)
        for number, entry in enumerate(entry for entry in entries if entry["kind"] != "motion"):
            if entry["kind"] == "speech" and number in (4, 8, 12, 16):
                out.append(next(spare))
                yield Door(out[-1], comes=False)
            if entry["kind"] == "speech" and number in (6, 10, 14, 18):
                yield Door(out.pop(), comes=True)
            if entry["kind"] == "vote":
                wanted = sum(entry.get(name, 0) for name in ("yes", "no", "abstentions"))
                while here != wanted:
                    comes = wanted > here
                    person = out.pop() if comes else next(spare)
                    if not comes:
                        out.append(person)
                    here += 1 if comes else -1
                    yield Door(person, comes)
                counts = (entry.get(name, 0) for name in ("yes", "no", "abstentions"))
                yield Count(next(movers), self._cut(entry["subject"]), *counts)
            elif entry["kind"] == "speech" and (text := self._cut(entry["text"])):
                yield Say(entry["speaker"], text)
            elif text := self._cut(entry["text"]):
                yield Note(text)

    def _cut(self, text: str) -> str:
        """One line without markup, as somebody would type it."""
        plain = " ".join(text.replace("\\", "").replace("*", "").split()).removeprefix("- ")
        return plain if len(plain) <= self._longest else plain[: self._longest].rsplit(" ", 1)[0]

    # --- the session file

    def file(self, agenda: list[dict[str, Any]], doors: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
        """The meeting with its people and this agenda, as a session file. ``doors``: when people were there."""
        lines = [
            {"person": one["id"], "group": "member", "status": "present", "onBehalfOf": _faction(one)}
            for one in self.people
            if _faction(one)
        ]
        for line in lines:
            if line["person"] in doors:
                line["intervals"] = doors[line["person"]]
            elif line["person"] in self.away:
                line["status"] = "absent"
        meeting = {
            "id": "m",
            "name": "5. Sitzung",
            "organizations": [self.organizations[0]["id"]],
            "start": START,
            "state": "running",
            "publicity": "public",
            "attendance": lines,
            "agenda": agenda,
        }
        return {
            "format": "protokollpult-session",
            "version": 1,
            "body": self.body,
            "organizations": self.organizations,
            "persons": self.people,
            "meetings": [meeting],
        }


ENDS = ("au", "bach", "berg", "dorf", "feld", "grund", "hain", "kamp", "moor", "rode", "see", "tal")


def _members(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [dict(one) for one in case["persons"]]


def _faction(person: dict[str, Any]) -> str | None:
    seats = person.get("memberships", [])
    return seats[0].get("onBehalfOf") if seats else None


def _short_forms(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Short forms of two or three letters, all different; the first of a name where it is free."""
    taken: set[str] = set()
    for person in people:
        name = person["familyName"].casefold()
        ways = (
            name[:2],
            name[:3],
            *(name[0] + name[place] + name[other] for place in (1, 2) for other in range(3, len(name))),
        )
        numbered = (f"{name[0]}{number}" for number in count(1))
        person["shortcut"] = next(way for way in (*ways, *(next(numbered) for _ in range(9))) if way not in taken)
        taken.add(person["shortcut"])
    return people
