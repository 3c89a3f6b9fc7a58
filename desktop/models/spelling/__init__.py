"""German spelling: which words of a text are wrong, and what may be meant. The dictionary is hunspell's."""

from desktop.models.spelling.dictionary import Dictionary
from desktop.models.spelling.spelling import Range, Spelling

__all__ = ["Dictionary", "Range", "Spelling"]
