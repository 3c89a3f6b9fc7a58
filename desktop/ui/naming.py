"""Proposes the name of a meeting. It goes into the minutes, so it is German whatever the language of the window."""

import re

#: endings of the words that bodies are called by, with their genitive; the longest that fits counts
_ENDINGS = {
    "ausschuss": ("des", "es"),
    "ausschuß": ("des", "es"),
    "rat": ("des", "es"),
    "tag": ("des", "es"),
    "senat": ("des", "s"),
    "vorstand": ("des", "s"),
    "gremium": ("des", "s"),
    "kuratorium": ("des", "s"),
    "präsidium": ("des", "s"),
    "forum": ("des", "s"),
    "kreis": ("des", "es"),
    "ung": ("der", ""),
    "ion": ("der", ""),
    "schaft": ("der", ""),
    "konferenz": ("der", ""),
    "gruppe": ("der", ""),
    "runde": ("der", ""),
}


def genitive(body: str) -> str | None:
    """»des Ausschusses für Bildung« for »Ausschuss für Bildung«; None where the grammar is not known."""
    first, _space, rest = body.strip().partition(" ")
    known = [ending for ending in _ENDINGS if first.casefold().endswith(ending)]
    if not known or not first[:1].isupper():
        return None
    article, suffix = _ENDINGS[max(known, key=len)]
    return f"{article} {first}{suffix} {rest}".rstrip()


def meeting_name(number: str, body: str) -> str:
    """»14. Sitzung des Hauptausschusses«, as far as number and body are known."""
    number, body = number.strip(), body.strip()
    before = f"{number}. Sitzung" if re.fullmatch(r"\d+", number) else f"Sitzung {number}".rstrip()
    if not body:
        return before
    return f"{before} {genitive(body) or f'({body})'}"


def next_number(numbers: list[str | None]) -> str:
    """The number after the highest of those that are plain numbers; empty where a body counts otherwise."""
    counted = [int(number) for number in numbers if number and number.isdigit()]
    if numbers and not counted:
        return ""
    return str(max(counted, default=0) + 1)
