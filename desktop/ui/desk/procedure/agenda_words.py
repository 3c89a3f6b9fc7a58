"""The sentences for changes of the agenda, in the words of the house. No widgets here.

A sentence never names the title of an item that is not public: it may stand in the public part.
"""

import re
from collections.abc import Callable, Iterable

from desktop.models.book import Book
from desktop.models.rules import numbering, publicity, treatment
from desktop.models.values import AgendaItem, EventType
from desktop.models.values.phrases import AgendaPhrases
from desktop.ui import house

_HOLES = re.compile(r"(\{\w+\})")


def phrases(book: Book) -> AgendaPhrases:
    """The patterns of the house."""
    return house.profile(book).agenda


def named(book: Book, item: AgendaItem) -> str:
    """An item as a sentence names it: TOP Ö 5 »Haushalt«."""
    words, mention = phrases(book), house.mention(book, item)
    if not publicity.item_is_public(book.meeting, item):
        return words.numbered.format(mention=mention or _unnumbered(book))
    if not mention:
        return words.unnumbered.format(title=item.name)
    return words.named.format(mention=mention, title=item.name)


def numbered(book: Book, item: AgendaItem) -> str:
    """An item by its number alone, in passing; by its name where it has none."""
    mention = house.mention(book, item)
    return phrases(book).numbered.format(mention=mention) if mention else named(book, item)


def number_of(item: AgendaItem) -> str:
    """The number with its part, Ö 5."""
    return numbering.display(item.number, item.public)


def _unnumbered(book: Book) -> str:
    """What stands for an item without a number whose title nobody may read: TOP N."""
    style = house.profile(book).numbering
    return style.refer(style.nonpublic.format(number="").strip())


def hushing(book: Book, item: AgendaItem, titles: Iterable[str]) -> Callable[[str], str]:
    """Takes the title of an item out of a text, whatever its number or its title was when the text was written."""
    words, mention = phrases(book), house.mention(book, item)
    any_title = ".+?" if words.named.rpartition("{title}")[2] else ".+"
    named = [_pattern(words.named, _any_mention(book), re.escape(title)) for title in titles]
    named += [_pattern(words.named, re.escape(mention), any_title)] if mention else []
    bare = [words.unnumbered.format(title=title) for title in titles]

    def hushed(text: str) -> str:
        for pattern in named:
            text = pattern.sub(lambda found: words.numbered.format(mention=found["mention"]), text)
        for phrase in bare:
            text = text.replace(phrase, words.numbered.format(mention=_unnumbered(book)))
        return text

    return hushed


def _any_mention(book: Book) -> str:
    """What any item is referred to by, as a regular expression."""
    style = house.profile(book).numbering
    number = "|".join(_with(pattern, "{number}", r"\S+") for pattern in (style.public, style.nonpublic))
    return f"(?:{_with(style.mention, '{number}', f'(?:{number})')}|{number})"


def _with(words: str, hole: str, expression: str) -> str:
    return expression.join(re.escape(part) for part in words.split(hole))


def _pattern(words: str, mention: str, title: str) -> re.Pattern[str]:
    """A pattern of the house as a regular expression."""
    parts = {"{mention}": f"(?P<mention>{mention})", "{title}": title}
    return re.compile("".join(parts.get(part) or re.escape(part) for part in _HOLES.split(words)))


def listed(book: Book, items: Iterable[AgendaItem]) -> str:
    """Several items in a sentence: TOP Ö 5 und TOP Ö 6."""
    *first, last = [numbered(book, item) for item in items]
    return f" {house.profile(book).phrases.conjunction} ".join(filter(None, (", ".join(first), last)))


def removed(book: Book, item: AgendaItem) -> str:
    """That an item is taken off."""
    return phrases(book).removed.format(item=named(book, item))


def added(book: Book, item: AgendaItem, reason: str) -> str:
    """That an item comes onto the agenda; ``reason`` is why it is urgent, empty where nobody says it."""
    words = phrases(book)
    pattern = words.urgent if reason else words.added
    return pattern.format(item=named(book, item), reason=reason.rstrip("."))


def moved(book: Book, item: AgendaItem) -> str:
    """Where an item is treated instead of its place; empty where it is at its place."""
    words, meeting = phrases(book), book.meeting
    if item.treated_order is None:
        return ""
    before = treatment.before(meeting, item.key)
    if before is None:
        return words.forward_first.format(item=named(book, item))
    pattern = words.forward if treatment.is_forward(meeting, item.key) else words.put_back
    return pattern.format(item=named(book, item), other=numbered(book, before))


def together(book: Book, items: Iterable[AgendaItem]) -> str:
    """That items are treated jointly; empty for a single one."""
    group = list(items)
    return phrases(book).together.format(items=listed(book, group)) if len(group) > 1 else ""


def told(book: Book) -> dict[tuple[EventType, str], str]:
    """The sentences on what the agenda is now, by their kind and the item: moved, taken off, treated jointly."""
    agenda = book.meeting.agenda
    found = {(EventType.ITEM_MOVED, item.key): moved(book, item) for item in agenda}
    found |= {(EventType.ITEM_REMOVED, item.key): removed(book, item) for item in agenda if treatment.is_off(item)}
    for item in agenda:
        group = [one for one in agenda if one.key in (item.key, *item.treated_with)]
        if group[0].key == item.key:
            found[EventType.OTHER, item.key] = together(book, group)
    return {of: text for of, text in found.items() if text}


def changed_publicity(book: Book, before: AgendaItem, after: AgendaItem) -> str:
    """That an item goes into the other part; its title is named only where it may be."""
    words = phrases(book)
    pattern = words.public if after.public else words.nonpublic
    shown = numbered(book, before) if number_of(before) else named(book, after)
    return pattern.format(item=shown, other=numbered(book, after))
