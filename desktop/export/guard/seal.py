"""The seal: every file for the public is read before it is written, and is not written where it tells too much.

A file leaks where it holds a text of the session that is hidden, that stands nowhere in what is public, and that goes
away when it is taken out of the session: what remains was put together by the house profile from public words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.export.guard.errors import LeakError
from desktop.export.guard.hidden import Said, everything_said, hidden_persons, names_of
from desktop.export.guard.places import Place
from desktop.export.guard.reading import raw_forms, squeezed, texts
from desktop.models.richtext import reveal
from desktop.models.rules.numbering import display
from desktop.models.values import Edition, Person, SessionFile
from desktop.models.visible import rebuilt

#: a hidden text of fewer characters could be anything
LEAST = 12
#: with fewer letters and digits, too
_LEAST_SQUEEZED = 10
#: so many letters tell where a text may begin; looked for at every fourth place, so that each text is met once
_GRAM, _STEP = 7, 4

_PARTS = re.compile(r"\n+|(?<=[.!?;:])\s+")
_LIST_MARK = re.compile(r"\s*(?:\d+[.)]|[-*+>#]+)\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One file to be: its name without folder, its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Secret:
    """Something that must not be found, squeezed, and how bytes have it.

    ``allowed`` is what is public, where it may stand all the same; ``person`` the key of who is called like this.
    """

    text: str
    forms: tuple[str, ...]
    place: Place
    allowed: str
    fixed: bool = False
    person: str = ""


def check(
    files: Sequence[Piece], session: SessionFile, edition: Edition, remake: Callable[[SessionFile], Sequence[Piece]]
) -> None:
    """Raises LeakError for the first file with something hidden.

    ``session`` is the whole, ``edition`` what the files were made from; ``remake`` makes the same from another session.
    """
    net = _Net(secrets(session, edition))
    found = [(place, secret) for place, file in enumerate(files) for secret in net.found_in(file)]
    if not found:
        return
    again = _remade(remake, _without(session, [secret for _, secret in found]), len(files))
    for place, secret in found:
        if secret.fixed or again is None or secret not in net.found_in(again[place]):
            raise LeakError(files[place].name, secret.place, _number(session, secret.place))


def _remade(
    remake: Callable[[SessionFile], Sequence[Piece]], session: SessionFile, number: int
) -> Sequence[Piece] | None:
    """The files without what was found; None where they cannot be made then."""
    try:
        again = remake(session)
    except (ValueError, LookupError):
        return None
    return again if len(again) == number else None


def _without(session: SessionFile, found: Iterable[Secret]) -> SessionFile:
    """The session with nothing in the place of every text in which something was found."""
    secret = {one.text for one in found}
    persons = {one.person for one in found if one.person}

    def text(old: str) -> str:
        now = squeezed(reveal(old))
        return "x" if any(one in now for one in secret) else old

    def part(value: object) -> object:
        if isinstance(value, Person) and value.key in persons:
            return replace(value, given_name=None, family_name="x", title=())
        return value

    return rebuilt(session, part, text)


def _number(session: SessionFile, place: Place) -> str:
    items = (item for meeting in session.meetings for item in meeting.agenda if item.key == place.item)
    return next((display(item.number, item.public) for item in items), "")


# --- what must not be found


def secrets(session: SessionFile, edition: Edition) -> Iterator[Secret]:
    """What is hidden by itself, what the edition leaves out, and how hidden persons may be called."""
    every = list(everything_said(session))
    shown = {squeezed(said.text) for said in everything_said(edition.session)}
    public = " ".join(shown)
    open_ = " ".join(squeezed(said.text) for said in every if not said.hidden)
    for said in every:
        if said.hidden and not said.fixed:
            yield from _parts(said, open_)
        elif squeezed(said.text) not in shown:
            yield from _parts(said, public)
    for person in hidden_persons(session, edition.session):
        for name in names_of(person):
            if _is_long(name.strip()):
                allowed = "" if person.protected else open_
                yield Secret(squeezed(name), _forms(name), Place(field="family_name"), allowed, person=person.key)


def _parts(said: Said, allowed: str) -> Iterator[Secret]:
    """The lines and sentences of a text, as far as they are long enough; else the text as a whole."""
    text = reveal(said.text)
    parts = [_LIST_MARK.sub("", part, count=1).strip() for part in _PARTS.split(text)]
    long = [part for part in parts if _is_long(part)]
    for part in long or ([text.strip()] if _is_long(text.strip()) else []):
        yield Secret(squeezed(part), _forms(part), said.place, allowed, said.fixed)


def _forms(text: str) -> tuple[str, ...]:
    return tuple({squeezed(text)} if text.isascii() else {squeezed(text), *raw_forms(text)})


def _is_long(text: str) -> bool:
    return len(text) >= LEAST and len(squeezed(text)) >= _LEAST_SQUEEZED


class _Net:
    """Finds thousands of texts in one pass, by the few letters with which they may begin."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._meant: dict[str, list[Secret]] = {}
        for secret in dict.fromkeys(secrets):
            for form in secret.forms:
                self._meant.setdefault(form, []).append(secret)
        self._begins: dict[str, list[tuple[int, str]]] = {}
        for form in self._meant:
            for offset in range(_STEP):
                self._begins.setdefault(form[offset : offset + _GRAM], []).append((offset, form))

    def found_in(self, file: Piece) -> list[Secret]:
        """What is in a file, and stands nowhere in public; each once."""
        forms = {form: None for text in dict.fromkeys(texts(file.name, file.data)) for form in self._caught(text)}
        meant = dict.fromkeys(secret for form in forms for secret in self._meant[form])
        return [secret for secret in meant if secret.text not in secret.allowed]

    def _caught(self, text: str) -> Iterator[str]:
        begins = self._begins
        for at in range(0, len(text) - _GRAM + 1, _STEP):
            for offset, form in begins.get(text[at : at + _GRAM], ()):
                if at >= offset and text.startswith(form, at - offset):
                    yield form
