"""Factions and members as they stand behind »die Stimmen«: der Fraktion …, der Ratsfrau Muster, von Herrn Beispiel."""

import re
from collections.abc import Iterable, Mapping

from desktop.models.values import FactionRow, Organization, Person
from desktop.models.values.phrases import Genitive, Phrases


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """The pattern with its placeholders filled in; a part that is empty leaves no second space."""
    text = re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), pattern)
    return re.sub(" +(?=[ ,;])", "", text).strip()


class Bent:
    """Names in the genitive, by the words of a house. ``articles`` begin an office that stands for its holder."""

    def __init__(
        self,
        phrases: Phrases,
        articles: tuple[str, ...],
        organizations: Mapping[str, Organization],
        persons: Mapping[str, Person],
    ) -> None:
        self._phrases, self._articles = phrases, articles
        self._organizations, self._persons = organizations, persons

    def of(self, row: FactionRow) -> str:
        """Who a row is: by its label, else the person or the faction. A label need not be that of a faction."""
        person = self._persons.get(row.person or "")
        if person is not None and not row.label:
            return self._of_person(person)
        group = self._organizations.get(row.organization or "")
        name = row.label or ((group.short_name or group.name) if group else "")
        known = _whole(name, self._phrases.unattached) or _whole(name, self._phrases.genitives)
        known = known or ("" if row.organization else self._of_office(name))
        if known or row.person:
            return known or filled(self._phrases.person, {"name": name})
        return self._of_faction(name)

    def _of_faction(self, name: str) -> str:
        if any(word in name for word in self._phrases.faction_words):
            first, _, rest = name.partition(" ")
            return filled(self._phrases.faction_named, {"name": rest if rest and first in self._articles else name})
        return filled(self._phrases.faction_spaced if " " in name else self._phrases.faction, {"name": name})

    def _of_office(self, name: str) -> str:
        """A name behind an office, Frau or Herr; empty where it has none."""
        words = name.split(" ")
        if _whole(words[0], self._phrases.unattached):
            words = words[1:]
        for length in range(len(words), 0, -1):
            office = _whole(" ".join(words[:length]), self._phrases.genitives)
            if office:
                return " ".join((office, *words[length:]))
        return ""

    def _of_person(self, person: Person) -> str:
        name = " ".join(part for part in (*person.title, person.family_name, person.affix) if part)
        function = person.function or ""
        office = _whole(function, self._phrases.genitives)
        if office and function.split(" ")[0] in self._articles:
            return office
        before = office or _whole(person.form_of_address or "", self._phrases.genitives)
        return f"{before} {name}" if before else filled(self._phrases.person, {"name": name or person.given_name or ""})


def _whole(word: str, entries: Iterable[Genitive]) -> str:
    return next((entry.of for entry in entries if entry.word == word), "")
