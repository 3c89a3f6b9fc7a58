"""Takes a pasted list of members apart: one person a line, with faction and role, as houses publish them.

Understood are »Frau Dr. Anna Muster, SPD«, »Muster, Anna (SPD)«, columns between tabs, and factions as headings above
their members. Nothing is dropped silently: what is no member is listed.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadMember:
    """One person as read. ``line`` is the number of the line, from 0."""

    family_name: str
    given_name: str | None = None
    form_of_address: str | None = None
    title: tuple[str, ...] = ()
    faction: str | None = None
    role: str | None = None
    line: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadMembers:
    """What a text came to; ``headings`` and ``left`` are numbers of lines."""

    members: tuple[ReadMember, ...] = ()
    headings: tuple[int, ...] = ()
    left: tuple[int, ...] = ()


_BEFORE = re.compile(r"(?:[0-9]{1,3}[.)]|[-•–*])[ \t]+")
_BRACKETS = re.compile(r"(?P<name>[^()]+?)[ \t]*\((?P<more>[^()]+)\)[ \t]*(?P<rest>.*)")
_FACTION = re.compile(
    r"Fraktion\b.*|.*-?[Ff]raktion:?"
    r"|.*\b(?:Grünen?|Linken?|Bündnis|Wähler\w*|Piraten|Volt|Unabhängige\w*|Bürgerliste)\b.*|fraktionslos|parteilos"
)
_CAPITAL = re.compile("[A-ZÄÖÜ]")
#: a short form of a faction, »CDU/FDP im Rat«, has so many words at most
_MOST_FACTION_WORDS = 4
_PLAIN = re.compile(r"^(?:die\s+)?Fraktion(?:\s+de[rs])?\s+|[ -]?Fraktion:?$|:$", re.IGNORECASE)
_ROLE = re.compile(
    r".*(?:vorsitz|stellv|mitglied|beratend|sachkundig|schriftführ|protokollführ|vorsteher|präsident).*", re.IGNORECASE
)
#: a heading that is no faction ends the one before it
_OTHERS = re.compile(
    r"(?:.*verwaltung|gäste|sonstige|weitere|beratende|sachkundige|schriftführ|protokoll|presse|verwaltungs)\b.*|[^,]+:",
    re.IGNORECASE,
)
#: an office before a name
_OFFICE = re.compile(r"\w*(?:bürgermeister|landrat|landrät|kämmerer|direktor|dezernent)(?:in)?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:Frau|Herrn?)")
_TITLE = re.compile(r"(?:Prof|Dr|Dipl)[\w.-]*\.|h\. ?c\.|Mag\.")
_AFFIX = re.compile(r"(?:von|van|vom|zu|zur|de[rnsl]?|di|da|dos|Freiherr|Freifrau|Graf|Gräfin)")
_WORD = re.compile(r"[A-ZÄÖÜÀ-ÞŠŽ][\w'’.-]*")
#: what stands above the columns of a table
_COLUMN = re.compile(
    r"(?:(?:(?:familien|nach|vor)name|name|anrede|titel|fraktion|partei|gruppe|funktion|rolle|nr\.?|lfd\. ?nr\.?"
    r"|(?:rats)?mitglied(?:er)?|gremium|e-?mail|telefon|ort)[/ ]*)+",
    re.IGNORECASE,
)
_NO_FACTION = ("fraktionslos", "parteilos")
_MOST_WORDS = 7
#: longer lines and texts (in characters, in lines) are no list of members; what is beyond is listed as left out
MOST_LINE, MOST_TEXT, MOST_LINES = 500, 300_000, 5_000


def read(text: str) -> ReadMembers:
    """What a pasted text comes to. Never raises; lines count from 0, as ``text.split("\\n")`` gives them."""
    members, headings, left = [], [], []
    faction: str | None = None
    size = 0
    for place, raw in enumerate(text.split("\n")):
        size += len(raw) + 1
        line = _BEFORE.sub("", raw.replace("\u00a0", " ").strip(), count=1)
        if not line:
            continue
        if len(line) > MOST_LINE or size > MOST_TEXT or place >= MOST_LINES:
            left.append(place)
            continue
        cells = _cells(line)
        if len(cells) > 1 and all(map(_COLUMN.fullmatch, cells)):
            left.append(place)
        elif len(cells) == 1 and _is_faction(cells[0]):
            faction = _plain(cells[0])
            headings.append(place)
        elif (member := _member(cells, faction, place)) is not None:
            members.append(member)
        else:
            left.append(place)
            faction = None if _OTHERS.fullmatch(line) else faction
    return ReadMembers(members=tuple(members), headings=tuple(headings), left=tuple(left))


def _cells(line: str) -> list[str]:
    """The parts of a line: columns, what stands in brackets, what stands between commas."""
    parts: list[str] = []
    for cell in re.split(r"[\t;|]+", line):
        match = _BRACKETS.fullmatch(cell.strip())
        parts.extend(match.groups() if match else (cell,))
    return [part.strip() for cell in parts for part in cell.split(",") if part.strip()]


def _is_faction(cell: str) -> bool:
    """Whether a cell names a faction: by its words, or a short form with two capitals in its first word."""
    words = cell.split()
    short = 0 < len(words) <= _MOST_FACTION_WORDS and len(_CAPITAL.findall(words[0])) > 1
    return short or _FACTION.fullmatch(cell) is not None


def _plain(faction: str) -> str | None:
    name = _PLAIN.sub("", faction).strip()
    return None if name.casefold() in _NO_FACTION else name or None


def _member(cells: list[str], faction: str | None, place: int) -> ReadMember | None:
    names: list[str] = []
    role: str | None = None
    for cell in cells:
        if _ROLE.fullmatch(cell):
            role = role or cell
        elif names and _is_faction(cell):
            faction = _plain(cell)
        elif not _ADDRESS.fullmatch(cell) or not names:
            names.append(cell)
    words = _in_order(names)
    address = re.sub("n$", "", words.pop(0)) if len(words) > 1 and _ADDRESS.fullmatch(words[0]) else None
    titles = tuple(word for word in words if _TITLE.fullmatch(word))
    rest = [word for word in words if not _TITLE.fullmatch(word)]
    if len(rest) > 2 and _OFFICE.fullmatch(rest[0]):
        role = role or rest.pop(0)
    rest = _with_affix(rest)
    if not rest or len(words) > _MOST_WORDS or not all(_WORD.fullmatch(word.split()[-1]) for word in rest):
        return None
    if len(rest) == 1 and not (address or titles or len(cells) > 1):
        return None
    return ReadMember(
        family_name=rest[-1],
        given_name=" ".join(rest[:-1]) or None,
        form_of_address=address,
        title=titles,
        faction=faction,
        role=role,
        line=place,
    )


def _with_affix(words: list[str]) -> list[str]:
    """»von der« and the like stand in the family name, which is the last word."""
    affix = [word for word in words if _AFFIX.fullmatch(word)]
    rest = [word for word in words if not _AFFIX.fullmatch(word)]
    return [*rest[:-1], " ".join((*affix, rest[-1]))] if rest else []


def _in_order(names: list[str]) -> list[str]:
    """The words of a name in the order they are spoken: »Muster, Dr. Anna« is turned round."""
    if len(names) > 1 and not _ADDRESS.match(names[0]) and not _TITLE.match(names[0]):
        names = [*names[1:], names[0]]
    return [word for name in names for word in name.split()]
