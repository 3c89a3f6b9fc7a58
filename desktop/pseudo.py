"""A language for tests: every text is twice as long and has accents, so that what is cut or not translated is seen."""

import gettext
import re

#: its code, kept free for private use by BCP 47
PSEUDO = "qps"

_ACCENTS = str.maketrans({"a": "áá", "e": "éé", "i": "íí", "o": "óó", "u": "üü", "A": "Á", "E": "É", "O": "Ö"})
_PLACEHOLDER = re.compile(r"(\{[^}]*\})")


def pseudo(message: str) -> str:
    """A message in this language: placeholders as they are, words longer, in brackets; ``Save`` is ``[Sáávéé]``."""
    parts = _PLACEHOLDER.split(message)
    longer = "".join(part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts))
    words = [word for part in parts[::2] for word in part.translate(_ACCENTS).split()]
    rest = 2 * len(message) - len(longer) - len("[]")
    more = []
    for word in words:
        if rest <= 0:
            break
        more.append(word)
        rest -= len(word) + 1
    return f"[{' '.join([longer, *more])}]"


class Pseudo(gettext.NullTranslations):
    """The catalogue that is made as it is asked."""

    def gettext(self, message: str) -> str:
        """A text."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A text that depends on a number."""
        return pseudo(msgid1 if n == 1 else msgid2)
