"""Persons whose names are not for publication: what a public edition has in their place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.models.values import Attendance, Entry, Meeting, Motion, Person, SessionFile, Speech


class Names:
    """The protected persons of a session and what stands for them: their public name, or else the mark."""

    def __init__(self, persons: Iterable[Person], mark: str) -> None:
        self._mark = mark
        self._protected = {person.key: person for person in persons if person.protected}
        forms = {form: self._public(person) for person in self._protected.values() for form in _printed_forms(person)}
        self._forms = forms
        words = sorted(forms, key=len, reverse=True)  # the longest first: Frau Dr. Ada Muster before Ada Muster
        self._pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b") if words else None

    def shown(self, person: Person) -> Person:
        """A person as the public sees it. Of a protected one nothing stays, the id neither."""
        if person.key not in self._protected:
            return person
        return Person(key=person.key, family_name=self._public(person), protected=True)

    def hide(self, session: SessionFile) -> SessionFile:
        """Takes away what else tells who a protected person is: names as printed, functions, sides."""
        if not self._protected:
            return session
        return replace(session, meetings=tuple(self._hide_in(meeting) for meeting in session.meetings))

    def replaced(self, text: str) -> str:
        """A text with the full names of protected persons replaced; a bare family name may be another's and stays."""
        return self._pattern.sub(lambda match: self._forms[match.group()], text) if self._pattern else text

    def _hide_in(self, meeting: Meeting) -> Meeting:
        agenda = tuple(
            replace(item, proceedings=tuple(self._hide_speaker(entry) for entry in item.proceedings))
            for item in meeting.agenda
        )
        return replace(
            meeting,
            agenda=agenda,
            attendance=tuple(self._hide_function(line) for line in meeting.attendance),
            opening=tuple(self._hide_speaker(entry) for entry in meeting.opening),
            closing=tuple(self._hide_speaker(entry) for entry in meeting.closing),
        )

    def _hide_speaker(self, entry: Entry) -> Entry:
        if isinstance(entry, Speech) and entry.speaker in self._protected and entry.speaker_name is not None:
            return replace(entry, speaker_name=None)
        if isinstance(entry, Motion) and entry.mover_name is not None and set(entry.movers) & set(self._protected):
            return replace(entry, mover_name=None)
        return entry

    def _hide_function(self, line: Attendance) -> Attendance:
        return replace(line, function=None) if line.person in self._protected else line

    def _public(self, person: Person) -> str:
        return person.public_name or self._mark


def _printed_forms(person: Person) -> Iterator[str]:
    """The ways in which minutes print a full name: Frau Muster, Ada Muster, Frau Dr. Ada Muster …"""
    family = " ".join(filter(None, (person.affix, person.family_name)))
    titles = " ".join(person.title)
    if person.family_name:
        for parts in (
            (person.form_of_address, titles, person.given_name, family),
            (person.form_of_address, person.given_name, family),
            (person.form_of_address, titles, family),
            (person.form_of_address, family),
            (titles, family),
            (person.given_name, family),
        ):
            form = " ".join(filter(None, parts))
            if form != person.family_name:
                yield form
