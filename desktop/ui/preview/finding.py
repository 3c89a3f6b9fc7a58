"""On which page of a document an item or an entry begins, found by its words."""

from collections.abc import Iterator, Mapping, Sequence

from desktop.export.document import Block, Heading, ListBlock, ListItem, Paragraph, Table, plain
from desktop.models.values import AgendaItem, Entry, Meeting

#: so many letters of an entry are looked for
_LETTERS = 40


def places(meeting: Meeting, blocks: Sequence[Block], pages: Mapping[int, int]) -> dict[str, int]:
    """Keys of items and entries with their page. ``pages`` gives the page of a block by its place.

    What is not found by its words stands where the entry before it does.
    """
    texts = [_letters(_text(block)) for block in blocks]
    heads = _heads(meeting.agenda, blocks, texts)
    found: dict[str, int] = {}
    ends = [*sorted(heads.values()), len(blocks)]
    for item in meeting.agenda:
        if item.key in heads:
            begin = heads[item.key]
            found[item.key] = _page(pages, begin)
            end = ends[ends.index(begin) + 1]
            found |= {key: _page(pages, at) for key, at in _entries(item.proceedings, texts, begin, end)}
    return found


def _heads(agenda: Sequence[AgendaItem], blocks: Sequence[Block], texts: Sequence[str]) -> dict[str, int]:
    """The heading of each item: the first one with its number and name that no other has."""
    headings = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    found: dict[str, int] = {}
    for item in agenda:
        name, number = _letters(item.name), _letters(item.number or "")
        place = next((at for at in headings if name in texts[at] and number in texts[at]), None)
        if place is not None:
            headings.remove(place)
            found[item.key] = place
    return found


def _entries(entries: Sequence[Entry], texts: Sequence[str], begin: int, end: int) -> Iterator[tuple[str, int]]:
    at = begin
    for entry in entries:
        words = _letters(getattr(entry, "text", "") or "")[:_LETTERS]
        at = next((place for place in range(at, end) if words and words in texts[place]), at)
        yield entry.key, at


def _page(pages: Mapping[int, int], place: int) -> int:
    """The page of a block, of the next one that has a page where it has none itself."""
    return next((pages[at] for at in range(place, place + 3) if at in pages), 1)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _text(block: Block | ListItem) -> str:
    match block:
        case Heading() | Paragraph():
            return plain(block.runs)
        case ListItem():
            return plain(block.runs) + "".join(_text(child) for child in block.children)
        case ListBlock():
            return "".join(_text(item) for item in block.items)
        case Table():
            return "".join(plain(runs) for row in block.rows for one in row for runs in one.paragraphs)
        case _:
            return ""
