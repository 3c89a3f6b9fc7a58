"""Short forms proposed for those who have none: the shortest beginning of the family name that means only one person.

They are worked out, never stored, so they must not change while people have them in their fingers. A guest who is added
during the meeting gets a form that nobody has yet and takes nobody's away. Only another member or somebody of the
administration with the same beginning does: then Tab offers both, and never names the wrong one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

#: shorter ones would be hit by accident
SHORTEST = 2


def proposals(lasting: Sequence[tuple[str, str]], guests: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Short forms by key, for pairs of key and family name. ``guests`` are in the order in which they were added."""
    begun = Counter(begin for _key, name in lasting for begin in _beginnings(name))
    forms = {key: next((one for one in _beginnings(name) if begun[one] == 1), "") for key, name in lasting}
    for key, name in guests:
        forms[key] = next((one for one in _beginnings(name) if not begun[one]), "")
        begun.update(_beginnings(name))
    return {key: form for key, form in forms.items() if form}


def _beginnings(name: str) -> list[str]:
    """What a name can be cut down to, the shortest first; a short form has no spaces."""
    word = name.casefold().split(" ")[0]
    return [word[:length] for length in range(SHORTEST, len(word) + 1)]
