"""Anlagen of an item: their numbers, and which of them are still to come."""

from collections.abc import Sequence

from desktop.models.values import File


def next_number(files: Sequence[File]) -> int:
    """The number of the next Anlage of an item; one without a number has that of its place."""
    return max((file.number or place for place, file in enumerate(files, start=1)), default=0) + 1


def is_reserved(file: File) -> bool:
    """Whether only the number of an Anlage is taken (»Anlage beigefügt«): nothing is known of any file."""
    return not (file.content or file.file_name or file.size or file.size_text)
