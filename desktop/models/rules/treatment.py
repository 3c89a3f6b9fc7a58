"""In which order the items of a meeting are treated, where that is not the order of the agenda.

Numbers and agenda stay as they were invited; ``treated_order`` alone says what was brought forward or put back.
"""

from collections.abc import Iterable, Mapping, Sequence

from desktop.models.rules.numbering import parents
from desktop.models.rules.presence import treated_items
from desktop.models.values import AgendaItem, ItemKind, ItemStage, Meeting, ResultClass

Orders = dict[str, int | None]
"""``treated_order`` by item, for the items in which it changes."""


def has_begun(item: AgendaItem) -> bool:
    """Whether an item was called."""
    return item.stage in (ItemStage.RUNNING, ItemStage.DONE)


def is_off(item: AgendaItem) -> bool:
    """Whether an item was taken off the agenda: it has no turn."""
    return item.result_class is ResultClass.REMOVED


def is_treated(item: AgendaItem) -> bool:
    """Whether an item was called or has a result: it cannot be taken off any more."""
    return not is_off(item) and (has_begun(item) or bool(item.result) or item.result_class is not None)


def next_of(meeting: Meeting, key: str) -> AgendaItem | None:
    """The item that has its turn after another one: the first behind it that was not treated. None: all were."""
    order = treated_items(meeting)
    place = next((place for place, item in enumerate(order) if item.key == key), len(order))
    waiting = (item for item in order[place + 1 :] if not is_off(item) and item.stage is not ItemStage.DONE)
    return next(waiting, None)


def before(meeting: Meeting, key: str) -> AgendaItem | None:
    """The item treated right before another one; None where that comes first."""
    order = [item for item in treated_items(meeting) if not is_off(item) or item.key == key]
    place = next((place for place, item in enumerate(order) if item.key == key), 0)
    return order[place - 1] if place else None


def is_forward(meeting: Meeting, key: str) -> bool:
    """Whether an item is treated earlier than its place on the agenda; else it is put back."""
    invited = [item.key for item in meeting.agenda if item.kind is not ItemKind.DIVIDER]
    return [item.key for item in treated_items(meeting)].index(key) < invited.index(key)


def shifted(meeting: Meeting, block: Sequence[str], by: int) -> Orders:
    """An item with all below it (``block``) changes places with the item before (-1) or behind it (+1).

    What was treated already stays in front, what was taken off is passed over. Nothing where there is no such place.
    """
    if not any(item.key in block for item in treated_items(meeting)):
        return {}
    order = [item for item in treated_items(meeting) if item.key not in block]
    place, above = _place(meeting, block), parents(meeting.agenda)
    beside = [n for n, item in enumerate(order) if not is_off(item) and above.get(item.key) == above.get(block[0])]
    if by < 0:
        target = max((n for n in beside if n < place), default=-1)
    else:
        target = next((_end(order, n, above) for n in beside if n >= place), -1)
    first = max((n + 1 for n, item in enumerate(order) if has_begun(item)), default=0)
    return put(meeting, block, target) if target >= first else {}


def _end(order: Sequence[AgendaItem], place: int, above: Mapping[str, str]) -> int:
    """The place behind an item and all below it."""
    keys = {order[place].key}
    end = place + 1
    while end < len(order) and above.get(order[end].key) in keys:
        keys.add(order[end].key)
        end += 1
    return end


def called(meeting: Meeting, key: str) -> Orders:
    """An item is called: where others have their turn before it, it is brought forward.

    The items it stands below are no others. Who goes back to an item changes nothing.
    """
    order = treated_items(meeting)
    item = next(one for one in order if one.key == key)
    begun = [place for place, one in enumerate(order) if has_begun(one)]
    if not begun or has_begun(item):
        return {}
    above, place = parents(meeting.agenda), order.index(item)
    over = [above[key]] if key in above else []
    over += [above[one] for one in over if one in above]
    passed = [one for one in order[begun[-1] + 1 : place] if not is_off(one) and one.key not in over]
    late = place < begun[-1]
    return put(meeting, [key], begun[-1] + (0 if late else 1)) if passed or late else {}


def put(meeting: Meeting, block: Sequence[str], place: int) -> Orders:
    """The items of ``block`` are treated at a place, counted from 0 without them."""
    order = [item.key for item in treated_items(meeting) if item.key not in block]
    order[place:place] = block
    stored = {item.key: item.treated_order for item in meeting.agenda}
    moved = [key for key in order if stored[key] is not None and key not in block]
    wanted = {key: n for n, key in enumerate(order, 1) if key in block or key in moved}
    agenda = [item.key for item in meeting.agenda if item.kind is not ItemKind.DIVIDER]
    for key in (*moved, *block):
        fewer = {one: n for one, n in wanted.items() if one != key}
        if _treated(agenda, fewer) == order:
            wanted = fewer
    return {key: wanted.get(key) for key in order if wanted.get(key) != stored[key]}


def settled(meeting: Meeting) -> Orders:
    """At the end of a meeting: an item that only passed over what was never called was not brought forward."""
    begun = {item.key for item in meeting.agenda if has_begun(item)}
    order = [item.key for item in treated_items(meeting) if item.key in begun]
    agenda = [item.key for item in meeting.agenda if item.kind is not ItemKind.DIVIDER]
    wanted = {item.key: item.treated_order for item in meeting.agenda if item.treated_order is not None}
    found: Orders = {}
    for key in [key for key in wanted if key in begun]:
        fewer = {one: n for one, n in wanted.items() if one != key}
        if [one for one in _treated(agenda, fewer) if one in begun] == order:
            wanted, found[key] = fewer, None
    return found


def _place(meeting: Meeting, block: Iterable[str]) -> int:
    keys = frozenset(block)
    order = [item.key for item in treated_items(meeting)]
    first = next(place for place, key in enumerate(order) if key in keys)
    return sum(key not in keys for key in order[:first])


def _treated(agenda: Sequence[str], orders: Mapping[str, int]) -> list[str]:
    """As ``treated_items``, with other orders."""
    sequence = [key for key in agenda if key not in orders]
    for key in sorted((key for key in agenda if key in orders), key=orders.__getitem__):
        sequence.insert(max(0, orders[key] - 1), key)
    return sequence
