"""The seal: every file for the public is read before it is written, and is not written where it tells too much.

A file leaks where it holds a text of the session that is hidden, that stands nowhere in what is public, and that goes
away when it is taken out of the session: what remains was put together by the house profile from public words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property

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
#: the same without a space
_LEAST_SQUEEZED = LEAST - 1
#: with so many letters a text begins; as many of them as _GRAM stand at every fourth place and are looked for first
_HEAD, _GRAM, _STEP = 11, 8, 4

_PARTS = re.compile(r"\n+|(?<=[.!?;:])\s+")
_LIST_MARK = re.compile(r"^\s*(?:\d+[.)]|[-*+>#]+)\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One file to be: its name without folder, its bytes."""

    name: str
    data: bytes


class Allowed(Enum):
    """What is public all the same, so that a secret may stand there."""

    OPEN = auto()  # what is not hidden by itself
    EDITION = auto()  # what the edition has
    NOWHERE = auto()


@dataclass(frozen=True, slots=True)
class Secret:
    """Something that must not be found, squeezed, and how bytes have it.

    ``person`` is the key of who is called like this.
    """

    text: str
    forms: tuple[str, ...]
    place: Place
    allowed: Allowed
    fixed: bool = False
    person: str = ""


def check(
    files: Sequence[Piece], session: SessionFile, edition: Edition, remake: Callable[[SessionFile], Sequence[Piece]]
) -> None:
    """Raises LeakError for the first file with something hidden.

    ``session`` is the whole, ``edition`` what the files were made from; ``remake`` makes the same from another session.
    """
    net = _Net(session, edition)
    found = [(place, secret) for place, file in enumerate(files) for secret in net.found_in(file)]
    if not found:
        return
    again = remake(_without(session, [secret for _, secret in found]))
    left = [net.found_in(file) for file in again]
    for place, secret in found:
        if secret.fixed or len(again) != len(files) or secret not in left[place]:
            raise LeakError(files[place].name, secret.place, _number(session, secret.place))


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
    shown = {said.text for said in everything_said(edition.session)}
    for said in everything_said(session):
        if said.hidden:
            yield from _parts(said, Allowed.OPEN)
        elif said.text not in shown:
            yield from _parts(said, Allowed.EDITION)
    for person in hidden_persons(session, edition.session):
        for name in names_of(person):
            if secret := _secret(name, Place(field="family_name"), Allowed.OPEN):
                allowed = Allowed.NOWHERE if person.protected else Allowed.OPEN
                yield replace(secret, allowed=allowed, person=person.key)


def _parts(said: Said, allowed: Allowed) -> Iterator[Secret]:
    """The lines and sentences of a text, as far as they are long enough; else the text as a whole."""
    if len(said.text) < LEAST:
        return
    text = _LIST_MARK.sub("", reveal(said.text))
    parts = _PARTS.split(text)
    found = [secret for part in parts if (secret := _secret(part, said.place, allowed, said.fixed))]
    if not found and len(parts) > 1 and (secret := _secret(text, said.place, allowed, said.fixed)):
        found.append(secret)
    yield from found


def _secret(text: str, place: Place, allowed: Allowed, fixed: bool = False) -> Secret | None:
    """A text to look for; None where it is too short to tell anything."""
    plain = squeezed(text)
    if len(plain) < _LEAST_SQUEEZED:
        return None
    forms = (plain,) if text.isascii() else (plain, *raw_forms(text))
    return Secret(plain, forms, place, allowed, fixed)


class _Net:
    """Finds thousands of texts in one pass, by the few letters with which they may begin."""

    def __init__(self, session: SessionFile, edition: Edition) -> None:
        self._session, self._edition = session, edition
        self._meant: dict[str, list[Secret]] = {}
        for secret in secrets(session, edition):
            for form in secret.forms:
                self._meant.setdefault(form, []).append(secret)
        self._heads: dict[str, list[str]] = {}
        for form in self._meant:
            self._heads.setdefault(form[:_HEAD], []).append(form)
        self._grams = {head[offset : offset + _GRAM] for head in self._heads for offset in range(_STEP)}
        #: texts without anything: styles and fonts are the same in every file
        self._clean: set[str] = set()

    def found_in(self, piece: Piece) -> list[Secret]:
        """What is in a file and stands nowhere in public; each once."""
        forms: dict[str, None] = {}
        for text in {*texts(piece.name, piece.data)} - self._clean:
            caught = dict.fromkeys(self._caught(text))
            forms |= caught
            if not caught:
                self._clean.add(text)
        meant = dict.fromkeys(secret for form in forms for secret in self._meant[form])
        return [secret for secret in meant if secret.text not in self._public[secret.allowed]]

    def _caught(self, text: str) -> Iterator[str]:
        grams = self._grams
        near = [at for at in range(0, len(text), _STEP) if text[at : at + _GRAM] in grams]
        for at in near:
            for begin in range(max(0, at - _STEP + 1), at + 1):
                for form in self._heads.get(text[begin : begin + _HEAD], ()):
                    if text.startswith(form, begin):
                        yield form

    @cached_property
    def _public(self) -> Mapping[Allowed, str]:
        """Where the secrets may stand all the same, squeezed."""
        open_ = " ".join(squeezed(said.text) for said in everything_said(self._session) if not said.hidden)
        edition = " ".join(squeezed(said.text) for said in everything_said(self._edition.session))
        return {Allowed.OPEN: open_, Allowed.EDITION: edition, Allowed.NOWHERE: ""}
