"""How a house words the result of a vote, as data (``[phrases]`` of a house profile).

The rules fill these patterns in and know no German. A placeholder stands in braces; which ones a pattern may have is
said below. A sentence whose number is unknown gives way to the short wording of the house.
"""

from dataclasses import dataclass, field, fields

from desktop.models.values.base import Value

#: in patterns of whole sentences; numbers, and parts that are empty where there is nothing to say
SENTENCE_PLACEHOLDERS = frozenset(
    {"verdict", "yes", "no", "abstentions", "statutory", "present", "recused", "tally", "against", "at"}
)


def _pattern(*placeholders: str) -> str:
    """A pattern that every profile has; ``placeholders`` are those it may hold."""
    found: str = field(metadata={"placeholders": frozenset(placeholders)})
    return found


def _sentence() -> str:
    return _pattern(*SENTENCE_PLACEHOLDERS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbering(Value):
    """How documents write the number of an item: patterns with ``{number}``.

    ``mention`` is how a sentence refers to what the other two give. ``continuous``: the items of all parts are counted
    through on the first level, in the order of the agenda, instead of each part from 1.
    """

    public: str = _pattern("number")
    nonpublic: str = _pattern("number")
    mention: str = _pattern("number")
    continuous: bool

    def refer(self, number: str) -> str:
        """How a sentence refers to a number that the patterns have made; a word it begins with is not said twice."""
        word = self.mention.partition("{number}")[0].strip()
        if word and number.startswith(word):
            return number
        return self.mention.format(number=number)


@dataclass(frozen=True, kw_only=True, slots=True)
class Genitive(Value):
    """How an office, Frau or Herr stands behind »die Stimme«: Ratsherr, des Ratsherrn."""

    word: str = ""
    of: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrases(Value):
    """Patterns of result sentences. ``against`` names factions and members, ``at`` lists what else there was."""

    unanimously_accepted: str = _sentence()
    accepted: str = _sentence()
    unanimously_rejected: str = _sentence()
    rejected: str = _sentence()
    tie: str = _sentence()
    missed: str = _sentence()
    unopposed: str = _sentence()
    #: the question was to reject the motion; {sentence} is the result of the question
    motion_rejected: str = _pattern("sentence")
    motion_accepted: str = _pattern("sentence")
    chosen: str = _pattern("option")
    chosen_tie: str = _pattern("options")
    against_one: str = _pattern("of")
    against_many: str = _pattern("of")
    at: str = _pattern("list")
    yes_one: str = _pattern()
    yes_many: str = _pattern("count")
    no_one: str = _pattern()
    no_many: str = _pattern("count")
    contrary_one: str = _pattern()
    contrary_many: str = _pattern("count")
    abstention_one: str = _pattern()
    abstention_many: str = _pattern("count")
    abstention_of: str = _pattern("of")
    split_of: str = _pattern("of")
    #: single votes from within a faction: {votes} are e.g. 2 Gegenstimmen
    from_faction: str = _pattern("votes", "of")
    from_person: str = _pattern("votes", "of")
    #: equally many votes from several: {votes} are those of one
    each: str = _pattern("votes")
    faction: str = _pattern("name")
    #: names of several words
    faction_spaced: str = _pattern("name")
    #: names that say themselves what they are, by ``faction_words``
    faction_named: str = _pattern("name")
    faction_words: tuple[str, ...]
    person: str = _pattern("name")
    genitives: tuple[Genitive, ...]
    #: labels of members without a faction
    unattached: tuple[Genitive, ...]
    conjunction: str
    #: joins lists that hold the conjunction already
    conjunction_of_lists: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ProceduralWords(Value):
    """By which phrases a procedural motion is known, in small letters; compared as whole words only.

    ``postponed``, ``referred`` and ``removed`` are what becomes of the item, ``secret`` and ``roll_call`` how the next
    vote is taken. One of the ``negations`` makes all others mean nothing.
    """

    postponed: tuple[str, ...] = ()
    referred: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    roll_call: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaPhrases(Value):
    """Sentences for changes of the agenda in the room, and what is voted on then (``vote_…``).

    ``item`` and ``other`` are items as ``named`` or, where the title is not for the public, ``numbered`` has them;
    ``mention`` is how ``Numbering`` refers to an item.
    ``minutes_noted`` is said of the last minutes where the law knows no approval, ``minutes_words`` are words, in
    small letters, by which the item »Niederschrift der letzten Sitzung« is known.
    """

    named: str = _pattern("mention", "title")
    unnumbered: str = _pattern("title")
    numbered: str = _pattern("mention")
    added: str = _pattern("item")
    urgent: str = _pattern("item", "reason")
    #: stands alone in an item that is not public, whose reason may tell what its title would
    reason: str = _pattern("reason")
    removed: str = _pattern("item")
    forward: str = _pattern("item", "other")
    forward_first: str = _pattern("item")
    put_back: str = _pattern("item", "other")
    together: str = _pattern("items")
    nonpublic: str = _pattern("item", "other")
    public: str = _pattern("item", "other")
    vote_added: str = _pattern("item")
    vote_removed: str = _pattern("item")
    vote_moved: str = _pattern("item")
    vote_together: str = _pattern("items")
    vote_nonpublic: str = _pattern("item")
    vote_public: str = _pattern("item")
    #: the result of an item that was taken off
    result_removed: str = _pattern()
    #: who is in the room besides the members while the public is out
    staying: str = _pattern("names")
    #: {rule} is one of the two below it: so few will do, or any number
    second_call: str = _pattern("rule")
    second_call_enough: str = _pattern("paragraph", "needed", "here")
    second_call_any: str = _pattern("paragraph", "here")
    minutes_noted: str = _pattern()
    minutes_words: tuple[str, ...]


def placeholders(name: str, of: type[Value] = Phrases) -> frozenset[str]:
    """The placeholders that a pattern may hold; none where it is a plain word."""
    found: frozenset[str] = next(
        (one.metadata.get("placeholders", frozenset()) for one in fields(of) if one.name == name), frozenset()
    )
    return found
