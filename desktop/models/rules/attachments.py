"""Anlagen of an item: their numbers, and which of them are still to come."""

from collections.abc import Sequence
from itertools import count

from desktop.models.values import File, Meeting


def next_number(files: Sequence[File]) -> int:
    """The number of the next Anlage of an item; one without a number has that of its place."""
    return max((file.number or place for place, file in enumerate(files, start=1)), default=0) + 1


def is_reserved(file: File) -> bool:
    """Whether only the number of an Anlage is taken (»Anlage beigefügt«): nothing is known of any file."""
    return not (file.content or file.file_name or file.size or file.size_text)


def numbers(meeting: Meeting, *, anew: bool = False) -> dict[str, int]:
    """The numbers of all Anlagen of a meeting by key: their own, and for those without one the next that is free.

    ``anew``: their own numbers do not count, because gaps would tell of others.
    """
    lists = [*(item.files for item in meeting.agenda), meeting.files]
    own = {file.key: file.number for files in lists for file in files if file.number and not anew}
    taken = set(own.values())
    free = (number for number in count(1) if number not in taken)
    return {file.key: own.get(file.key) or next(free) for files in lists for file in files}
