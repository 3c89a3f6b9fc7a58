"""Takes a pasted agenda apart: from an invitation in Word, a mail, a page of a council information system.

Understood are numbers (1., TOP 1, Ö 3.2, N 1, 3.2)), headings of the two parts, tables as columns between tabs, numbers
of papers in the line or below it, lines that go on. Nothing is dropped silently: each line that is not empty belongs to
an item, to a heading, or is listed as left out.
"""

import re
from dataclasses import dataclass, field

from desktop.models.rules import agenda_parts, agenda_references, numbering
from desktop.models.rules.agenda_kinds import kind_of
from desktop.models.rules.agenda_parts import Part
from desktop.models.values import ItemKind


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadItem:
    """An item as it was read. ``lines`` are the numbers of its lines in the text, from 0."""

    number: str | None
    name: str
    public: bool = True
    kind: ItemKind | None = None
    subtitle: str | None = None
    references: tuple[str, ...] = ()
    #: its number does not follow the one before
    doubtful: bool = False
    #: it is taken for non-public because a line before it might say so
    part_doubtful: bool = False
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadAgenda:
    """What a text came to. ``headings`` and ``left`` are numbers of lines: titles of a part, and what was not used."""

    items: tuple[ReadItem, ...] = ()
    headings: tuple[int, ...] = ()
    left: tuple[int, ...] = ()


@dataclass(slots=True)
class _Open:
    """An item while its lines are read."""

    number: str | None
    public: bool
    doubtful: bool = False
    part_doubtful: bool = False
    kind: ItemKind | None = None
    names: list[str] = field(default_factory=list)
    subtitles: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    #: an empty line came behind it: only a paper number can still belong to it
    closed: bool = False


_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}[a-z]?)"
_HEAD = re.compile(
    rf"(?P<top>(?:TOP|Punkt|Tagesordnungspunkt)\b\.?[ \t]*)?(?P<part>(?:Ö|OE|O|N|NÖ)\b\.?[ \t]*|[ÖN](?=\d))?"
    rf"(?P<number>{_NUMBER})(?P<mark>[.):]{{1,2}}|[ \t]*[–:-](?=[ \t]))?(?=[ \t]|$)[ \t]*"
)
_PART_CELL = re.compile(r"(?P<part>Ö|OE|O|N|NÖ)\.?", re.IGNORECASE)
_CLOCK_OR_DATE = re.compile(r"[0-9]{1,2}[.:][0-9]{2}[ \t]*(?:Uhr|h)\b|[0-9]{1,2}\.[ \t]?[0-9]{1,2}\.[ \t]?[0-9]{2,4}\b")
_ROMAN = re.compile(r"(?P<roman>[IVX]{1,5}|[A-H])[.)][ \t]+(?P<rest>\S.*)")
#: an ordinal in the middle of a title, whose line broke before it: »1. Änderung«, »2. Lesung«, »14. Sitzung«
_ORDINAL = re.compile(
    r"(?:\w*(?:änderung|nachtrag|lesung|sitzung|fortschreibung|quartal|halbjahr|satzung|stellvertret|bauabschnitt)"
    r"|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)",
    re.IGNORECASE,
)
#: a title that ends like this goes on in the next line
_UNFINISHED = re.compile(r"\b(?:de[rsmn]|die|das|zu[rm]?|vom?|am|im|in|und|für|von|mit|über|bis|sowie|bzw\.?|[-–,])$")
_HEADER_WORDS = re.compile(
    r"top|nr|nummer|betreff|tagesordnungspunkt|bezeichnung|titel|vorlagen?|vorlagennummer|drucksache|vo|öff|status"
    r"|beschluss"
    r"|zus[aä]tze?|dokument(?:e|typ)|anlagen|berichterstatt(?:er|ung)|beschlussart"
)
_SUBTITLE = re.compile(
    r"(?:hier\s*:|[-–]\s*(?:Antrag|Anfrage|Eingabe|Vorlage|Bericht)|(?:Antrag|Anfrage) (?:de[rs]|vo[nm])|Antragsteller"
    r"|Eingabe\b|Bericht(?:erstatt|:)|(?:Beschluss|Mitteilungs)vorlage\b|Vorlage de[rs]"
    r"|(?:Ergänzungs|Änderungs)antrag|\()",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:mit (?:freundlichen|besten) grüßen|freundliche grüße|hochachtungsvoll|gez\.|i\. ?[VA]\.|im auftrag\b)", re.I
)
_NOISE = re.compile(
    r"(?:seite\s*:?\s*\d+.*|-\s*\d+\s*-|[1-9]\d?\s*/\s*[1-9]\d{0,2}|\d{1,2}\.\d{1,2}\.\d{4}|ausdruck vom.*|https?://\S+|\W+)",
    re.I,
)
_BULLET = re.compile(r"[•▪‣◦·*–-]\s+")
#: longer lines, titles and texts (in characters, in lines) are no agenda; what is beyond is listed as left out
MOST_LINE, _MOST_TITLE, MOST_TEXT, MOST_LINES = 2_000, 2_000, 300_000, 5_000
#: so many lines without any number are taken for a list
_A_LIST = 3
_HIDDEN = re.compile(r"[ \t]*[(\[]\s*(?:nicht[ -]*öffentlich|nö|n\. ?ö\.)\s*[)\]]", re.IGNORECASE)


def read(text: str) -> ReadAgenda:
    """What a pasted text comes to. Never raises; lines count from 0, as ``text.split("\\n")`` gives them."""
    return _Reader().read(text)


class _Reader:
    """One pass over the lines."""

    def __init__(self) -> None:
        self._items: list[_Open] = []
        self._headings: list[int] = []
        self._left: list[int] = []
        self._public = True
        self._unsure = False
        #: the first line that stands in the non-public part
        self._hidden_from: int | None = None
        self._over = False

    def read(self, text: str) -> ReadAgenda:
        lines = _lines(text)
        for place, line in enumerate(lines):
            if line is None or (line and not self._line(place, line)):
                self._left.append(place)
            elif not line:
                self._blank()
        items, nameless = _finished(self._items)
        left = sorted((*self._left, *nameless))
        if not items and len(left) >= _A_LIST:
            items, left = self._unnumbered(lines, left)
        return ReadAgenda(items=items, headings=tuple(self._headings), left=tuple(left))

    def _unnumbered(self, lines: list[str | None], left: list[int]) -> tuple[tuple[ReadItem, ...], list[int]]:
        """A list that came without its numbers, as some browsers copy it: each line is an item, to be looked at."""
        made = []
        for place in left:
            cells = [cell.strip() for cell in (lines[place] or "").split("\t") if cell.strip()]
            public = self._hidden_from is None or place < self._hidden_from
            item = _Open(number=None, public=public, doubtful=True, lines=[place])
            if cells and not (_is_header(cells) or _END.match(cells[0]) or _NOISE.fullmatch(" ".join(cells))):
                for cell in cells:
                    _take_cell(item, _BULLET.sub("", cell))
            made.append(item)
        return _finished(made)

    def _blank(self) -> None:
        if self._items and self._items[-1].names:
            self._items[-1].closed = True

    def _line(self, place: int, line: str) -> bool:
        """Takes a line in; False where it belongs to nothing."""
        cells = [cell for cell in (part.strip() for part in line.split("\t")) if cell]
        part = self._part(" ".join(cells))
        if part is not None:
            self._begin(part, place)
            if part is not Part.DOUBTFUL:
                self._headings.append(place)
            return part is not Part.DOUBTFUL
        if _is_header(cells) or _END.match(line):
            self._over = self._over or bool(self._items and _END.match(line))
            return False
        return self._numbered(place, cells) or self._divider(place, line) or self._more(place, cells)

    # --- the two parts

    def _part(self, line: str) -> Part | None:
        """The part that a line begins; what goes on with a title or marks a single item is no heading."""
        part = agenda_parts.heading(line)
        item = self._items[-1] if self._items else None
        open_item = item is not None and not item.closed
        if part is not None and open_item and _HIDDEN.fullmatch(line):
            return None
        goes_on = open_item and (self._unfinished() or _SUBTITLE.match(line) is not None)
        return None if part is Part.DOUBTFUL and (goes_on or _HEAD.match(line)) else part

    def _begin(self, part: Part, place: int) -> None:
        if part is not Part.PUBLIC and self._hidden_from is None:
            self._hidden_from = place
        if part is not Part.DOUBTFUL or self._items:  # an invitation may speak of the part before its agenda begins
            self._public, self._unsure, self._over = part is Part.PUBLIC, part is Part.DOUBTFUL, False

    # --- lines that begin an item

    def _numbered(self, place: int, cells: list[str]) -> bool:
        head = _head(cells)
        if head is None:
            return False
        match, rest = head
        prefix = (match["part"] or "").strip(" \t.").casefold()
        number = match["number"]
        certain = bool(prefix or match["top"])
        public = self._public if not prefix else prefix in ("ö", "oe", "o")
        doubtful = not certain and not _is_next(self._last(public), number)
        if not certain and (not self._follows(number, match["mark"], rest) or (self._over and doubtful)):
            return False
        if not prefix and public and rest and agenda_parts.hides(rest[0]):
            self._public, self._unsure, public = False, True, False
        unsure = self._unsure and not prefix and not public
        item = _Open(number=number, public=public, doubtful=doubtful, part_doubtful=unsure, lines=[place])
        self._items.append(item)
        self._over = False
        for cell in rest:
            _take_cell(item, cell)
        return True

    def _follows(self, number: str, mark: str | None, rest: list[str]) -> bool:
        """Whether a number without Ö, N or TOP before it begins an item rather than stands in the middle of one."""
        before = self._last(self._public)
        if rest and _ORDINAL.match(rest[0]) and (before is None or not _is_next(before, number) or self._unfinished()):
            return False
        if mark and rest:
            return True
        begins = bool(self._items) or number in ("1", "1.1")
        later = "." in number and numbering.steps(number) > numbering.steps(before)
        return begins and (later or _is_next(before, number)) and (not rest or rest[0][:1].isupper())

    def _unfinished(self) -> bool:
        item = self._items[-1] if self._items else None
        return item is not None and not item.closed and bool(_UNFINISHED.search(" ".join(item.names)))

    def _last(self, public: bool) -> str | None:
        return next((one.number for one in reversed(self._items) if one.number and one.public == public), None)

    def _divider(self, place: int, line: str) -> bool:
        """»II. Bebauungspläne« groups what follows."""
        match = _ROMAN.fullmatch(line)
        if match is None or "\t" in line or (not self._items and match["roman"] not in ("I", "A")):
            return False
        if self._items and self._items[-1].number and not self._items[-1].names:
            return False
        item = _Open(number=None, public=self._public, kind=ItemKind.DIVIDER, names=[line], lines=[place], closed=True)
        item.part_doubtful = self._unsure
        self._items.append(item)
        return True

    # --- lines that go on

    def _more(self, place: int, cells: list[str]) -> bool:
        item = self._items[-1] if self._items else None
        if item is None or self._over or _NOISE.fullmatch(" ".join(cells)):
            return False
        papers = [agenda_references.alone(cell) for cell in cells]
        if (item.closed and not all(papers)) or len(" ".join((*item.names, *item.subtitles))) > _MOST_TITLE:
            return False
        item.lines.append(place)
        for cell in cells:
            _take_cell(item, cell)
        return True


def _lines(text: str) -> list[str | None]:
    """The lines of a text without needless spaces; None for one that is too long or stands too far behind."""
    lines: list[str | None] = []
    size = 0
    for raw in text.split("\n"):
        size += len(raw) + 1
        line = raw.replace("\u00a0", " ").replace("\u202f", " ").strip()
        fits = len(line) <= MOST_LINE and size <= MOST_TEXT and len(lines) < MOST_LINES
        lines.append(re.sub(" {3,}", "  ", line) if fits or not line else None)
    return lines


def _head(cells: list[str]) -> tuple[re.Match[str], list[str]] | None:
    """The number at the start of a line, with the cells behind it; None where there is none."""
    first = cells[0]
    if _PART_CELL.fullmatch(first) and len(cells) > 1:  # the part has a column of its own
        first, cells = f"{first} {cells[1]}", cells[1:]
    match = _HEAD.match(first)
    if match is None or _CLOCK_OR_DATE.match(first[match.start("number") :]):
        return None
    rest = first[match.end() :].strip()
    return match, [part for part in (rest, *cells[1:]) if part]


def _is_next(before: str | None, number: str) -> bool:
    """Whether a number comes right behind another: the next one on its level or on one above, or the first below."""
    old, new = numbering.steps(before), numbering.steps(number)
    if not old or not new:
        return True
    if len(new) > len(old):
        return new[:-1] == old and new[-1][0] == 1
    above, last = old[: len(new) - 1], old[len(new) - 1]
    return new[:-1] == above and (new[-1][0] == last[0] + 1 or (new[-1][0] == last[0] and new[-1][1] > last[1]))


def _is_header(cells: list[str]) -> bool:
    words = re.findall(r"\w+", " ".join(cells).casefold())
    return bool(words) and all(_HEADER_WORDS.fullmatch(word) for word in words) and (len(cells) > 1 or len(words) > 1)


def _take_cell(item: _Open, cell: str) -> None:
    papers = agenda_references.alone(cell)
    if papers:
        item.references.extend(papers)
        return
    text, papers = agenda_references.taken_out(cell)
    item.references.extend(papers)
    if not text:
        return
    if item.names and _SUBTITLE.match(text):
        item.subtitles.append(text.strip("-– "))
    elif item.subtitles:
        item.subtitles[-1] = _continued(item.subtitles[-1], text)
    elif item.names:
        item.names = [_continued(item.names[0], text)]
    else:
        item.names = [text]


def _continued(before: str, text: str) -> str:
    """A broken line put together; a word that was divided becomes one again."""
    if re.search(r"\w[-\u00ad]$", before[-2:]) and text[:1].islower() and not re.match(r"(?:und|oder|bzw\.)\b", text):
        return before[:-1] + text
    return f"{before} {text}"


def _finished(items: list[_Open]) -> tuple[tuple[ReadItem, ...], list[int]]:
    """The items, and the lines of those that came to no name."""
    done, nameless = [], []
    for one in items:
        name = _HIDDEN.sub("", " ".join(one.names)).strip()
        if name:
            done.append(_item(one, name))
        else:
            nameless.extend(one.lines)
    return tuple(done), nameless


def _item(one: _Open, name: str) -> ReadItem:
    return ReadItem(
        number=one.number,
        name=name,
        public=one.public and not _HIDDEN.search(" ".join((*one.names, *one.subtitles))),
        kind=one.kind or kind_of(name),
        subtitle=_HIDDEN.sub("", "\n".join(one.subtitles)).strip() or None,
        references=tuple(dict.fromkeys(one.references)),
        doubtful=one.doubtful,
        part_doubtful=one.part_doubtful,
        lines=tuple(one.lines),
    )
