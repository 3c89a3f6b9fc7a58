"""The seal: every file for the public is read before it is written, and is not written where it tells too much.

A file leaks where it holds a text of the session that is hidden, that stands nowhere in what is public, and that goes
away when it is taken out of the session: what remains was put together by the house profile from public words.

Texts are looked for by lines and sentences, long ones by pieces of them, so that the end of a page hides none. What has
few letters (»500.000 Euro«, »Frau Ott«) is looked for as whole words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property

from desktop.export.guard.errors import LeakError
from desktop.export.guard.hidden import Said, everything_said, hidden_persons, names_of
from desktop.export.guard.places import Place
from desktop.export.guard.reading import raw_forms, spaced, squeezed, texts
from desktop.models.richtext import reveal
from desktop.models.rules.numbering import display
from desktop.models.values import Edition, Identified, Person, SessionFile, Value
from desktop.models.visible import rebuilt

#: a hidden text of fewer characters could be anything
LEAST = 12
#: the same without a space
_LEAST_SQUEEZED = LEAST - 1
#: of a text with few letters so many have to be there
_LEAST_LETTERS = 6
#: with so many letters a text begins; as many of them as _GRAM stand at every fourth place and are looked for first
_HEAD, _GRAM, _STEP = 11, 8, 4

_PARTS = re.compile(r"\n+|(?<=[.!?;:])\s+")
#: pieces of a long sentence; of those that go over the end of a page one at least is whole
_PIECE = re.compile(r"\S.{30,}?(?=\s+\S.{31}|\s*\Z)", re.DOTALL)
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
    """Something that must not be found: squeezed in all ``forms`` it may have, or words with a space around each.

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
            where = _named(edition, secret) if secret.person else secret.place
            raise LeakError(files[place].name, where, _number(session, where))


def _named(edition: Edition, secret: Secret) -> Place:
    """Where in the edition somebody is named; the person where nobody finds it."""
    places = (said.place for said in everything_said(edition.session) if secret.text in _readable(said.text))
    return next(places, secret.place)


def _readable(text: str) -> str:
    """A text as secrets are compared with it: squeezed and in words."""
    plain = reveal(text)
    unlisted = _LIST_MARK.sub("", plain)
    numbers = f"{squeezed(unlisted)}\n" if unlisted != plain else ""  # which are no text in some formats
    return f"{numbers}{squeezed(plain)}\n {spaced(plain).strip()} "


def _without(session: SessionFile, found: Iterable[Secret]) -> SessionFile:
    """The session with nothing in the place of every text in which something was found, ids included."""
    secret = {one.text for one in found}
    persons = {one.person for one in found if one.person}

    def text(old: str) -> str:
        now = _readable(old)
        return "x" if any(one in now for one in secret) else old

    def part(value: Value) -> Value:
        if isinstance(value, Person) and value.key in persons:
            value = replace(value, given_name=None, family_name="x", title=())
        if isinstance(value, Identified) and value.id is not None and text(value.id) != value.id:
            return replace(value, id=None)
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
    known = [person for person in session.persons if not person.protected]
    public = _readable("\n".join(name for person in known for name in names_of(person)))
    for person in hidden_persons(session, edition.session):
        own = public + _readable(person.public_name or "")
        yield from (secret for secret in _names(person) if not (person.protected and secret.text in own))


def _names(person: Person) -> Iterator[Secret]:
    """How somebody may be called; who is protected by short names too, as long as they are of two words."""
    place = Place(field="family_name")
    allowed = Allowed.NOWHERE if person.protected else Allowed.OPEN
    for name in names_of(person):
        words = spaced(name).split()
        if len(squeezed(name)) >= _LEAST_SQUEEZED:
            for secret in _secret(name, Said(name, place, True, False), allowed):
                yield replace(secret, person=person.key)
        if person.protected and len(words) > 1:
            for genitive in ("", "s"):
                yield Secret(f" {' '.join(words)}{genitive} ", (), place, allowed, person=person.key)


def _parts(said: Said, allowed: Allowed) -> Iterator[Secret]:
    """The lines and sentences of a text, as far as they are long enough; else the text as a whole."""
    if len(said.text) < LEAST:
        return
    listed = reveal(said.text)
    text = _LIST_MARK.sub("", listed)
    parts = _PARTS.split(text)
    found = [secret for part in parts for secret in _of_sentence(part, said, allowed)]
    if not found and len(parts) > 1:
        found = [secret for whole in dict.fromkeys((text, listed)) for secret in _secret(whole, said, allowed)]
    yield from found


def _of_sentence(text: str, said: Said, allowed: Allowed) -> Iterator[Secret]:
    first, *others = _PIECE.findall(text) or (text,)
    yield from _secret(first, said, allowed)
    for piece in others:  # bytes have no pages, so the first is enough there
        yield from _secret(piece, said, allowed, raw=False)


def _secret(text: str, said: Said, allowed: Allowed, *, raw: bool = True) -> Iterator[Secret]:
    """A text to look for; nothing where it is too short to tell anything."""
    plain = squeezed(text)
    if len(plain) >= _LEAST_SQUEEZED:
        forms = {plain}
        if not text.isascii():
            forms |= {squeezed(printed)} if (printed := _printed(text)) != text else set()
            forms |= raw_forms(text) if raw else set()
        yield Secret(plain, tuple(forms), said.place, allowed, said.fixed)
    elif len(plain) >= _LEAST_LETTERS and len(text.strip()) >= LEAST:
        yield Secret(f" {spaced(text).strip()} ", (), said.place, allowed, said.fixed)


def _printed(text: str) -> str:
    """A text as documents have it where the fonts lack its characters."""
    from desktop.export.glyphs import replace_uncovered  # reads fonts, which the window never needs

    return replace_uncovered(text)[0]


class _Net:
    """Finds thousands of texts in one pass, by the few letters with which they may begin."""

    def __init__(self, session: SessionFile, edition: Edition) -> None:
        self._session, self._edition = session, edition
        self._meant: dict[str, list[Secret]] = {}
        #: the words of those that are looked for as such, by the first
        self._words: dict[str, set[tuple[str, ...]]] = {}
        for secret in secrets(session, edition):
            for form in secret.forms or (secret.text,):
                self._meant.setdefault(form, []).append(secret)
            if not secret.forms:
                words = tuple(secret.text.split())
                self._words.setdefault(words[0], set()).add(words)
        self._heads: dict[str, list[str]] = {}
        for form in self._meant:
            if form.startswith(" "):
                continue
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
        return [secret for secret in meant if not self._is_public(secret)]

    def _is_public(self, secret: Secret) -> bool:
        # The pieces of public texts first: a secret is looked for in all that is public only where it is none.
        if secret.allowed is Allowed.NOWHERE:
            return False
        pieces, text = self._public[secret.allowed]
        return secret.text in pieces or secret.text in text

    def _caught(self, text: str) -> Iterator[str]:
        words = text.split()
        if not self._words.keys().isdisjoint(words):
            for place, word in enumerate(words):
                for wanted in self._words.get(word, ()):
                    if tuple(words[place : place + len(wanted)]) == wanted:
                        yield f" {' '.join(wanted)} "
        text = text.replace(" ", "")
        grams = self._grams
        near = [at for at in range(0, len(text), _STEP) if text[at : at + _GRAM] in grams]
        for at in near:
            for begin in range(max(0, at - _STEP + 1), at + 1):
                for form in self._heads.get(text[begin : begin + _HEAD], ()):
                    if text.startswith(form, begin):
                        yield form

    @cached_property
    def _public(self) -> Mapping[Allowed, tuple[frozenset[str], str]]:
        """Where the secrets may stand all the same: the pieces of these texts, and all of them in one."""
        open_ = [said for said in everything_said(self._session) if not said.hidden]
        return {Allowed.OPEN: _all_of(open_), Allowed.EDITION: _all_of(everything_said(self._edition.session))}


def _all_of(texts_: Iterable[Said]) -> tuple[frozenset[str], str]:
    said = list(texts_)
    pieces = frozenset(secret.text for one in said for secret in _parts(one, Allowed.OPEN))
    return pieces, "\n".join(_readable(one.text) for one in said)
