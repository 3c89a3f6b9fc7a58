"""Numbers of papers in the lines of an agenda, as German houses write them (VO/2026/029, Drs. 21-1234)."""

import re

#: what stands before a number and says that it is one of a paper
_LABEL = (
    r"(?:(?:Beschluss|Beschluß|Sitzungs|Informations|Mitteilungs|Verwaltungs|Antrags|Ergänzungs)?vorlagen?|Vorl\.|"
    r"Drucksachen?|Drs\.?|Ds\.?|DS)"
)
#: a number with digits in at least one of its parts, e.g. 21-1234, VO/2026/029, 0123/2026/1
_TOKEN = r"(?:[A-Za-zÄÖÜäöü]{1,6}[./ -]?)?\d{1,6}(?:[./-]+[A-Za-z]{0,4}\d{1,6}){0,4}[a-z]?"
#: one that nobody takes for anything else: letters and a number in two parts, or a letter grown together with it
_CERTAIN = (
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,6}[/-]\d{2,6}[/-]\d{1,6}(?:[./-]\d{1,4})*"
    r"|[A-ZÄÖÜ]{1,3}-?\d{3,6}[/-]\d{2,4}(?:[./-]\d{1,4})*"
    r"|(?:Drs|DrS|DS|Ds|BV|VO|MV|IV|AN|AF|SV)\.?[ -]\d{1,6}[/-]\d{1,6}(?:[./-]\d{1,4})*"
)
#: digits alone: only where nothing else stands beside it
_DIGITS = r"\d{1,6}[/-]\d{2,6}(?:[./-]\d{1,4})*"

_BEHIND = rf"[ \t:.]+(?:(?:Nr|Nummer)\b\.?:?[ \t]*)?(?P<one>{_TOKEN})(?![\w/-])"
_LABELLED = re.compile(rf"\(?\b{_LABEL}(?:[ -]*(?:Nr|Nummer)\b\.?)?{_BEHIND}\)?", re.IGNORECASE)
_AT_END = re.compile(rf"(?<![ \t,;–-])[ \t,;–-]*\(?(?<![\w/-])(?P<one>{_CERTAIN})\)?\.?$")
_BRACKETED = re.compile(rf"\((?P<one>{_CERTAIN}|{_DIGITS})\)")
_ALONE = re.compile(rf"\(?(?P<one>{_CERTAIN}|{_DIGITS})\)?")
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+und\s+|\s{2,}")
_YEARS = re.compile(r"(?:19|20)\d\d[/-](?:(?:19|20)?\d\d)")
#: a label that keeps its number company: »Drs. 21-1234« is the number, »Vorlage 12/2026« names 12/2026
_SHORT_LABEL = re.compile(r"\(?(Dr[sS]\.?|D[sS])[ \t]")


def alone(text: str) -> tuple[str, ...]:
    """The references a cell or line consists of; empty where anything else stands there, too."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    found = []
    for part in parts:
        match = _LABELLED.fullmatch(part) or _ALONE.fullmatch(part)
        if match is None or _YEARS.fullmatch(match["one"]):
            return ()
        found.append(_named(match))
    return tuple(found)


def taken_out(text: str) -> tuple[str, tuple[str, ...]]:
    """A line without the references in it, and these; what might be anything else stays in the text."""
    found: list[str] = []
    for pattern in (_LABELLED, _BRACKETED, _AT_END):
        while (match := pattern.search(text)) and not _YEARS.fullmatch(match["one"]):
            if pattern is _LABELLED and not re.search(r"\d{2}", match["one"]):
                break  # »Vorlage 3« counts pages or parts
            found.append(_named(match))
            text = _joined(text[: match.start()], text[match.end() :])
    return text, tuple(dict.fromkeys(found))


def _named(match: re.Match[str]) -> str:
    short = _SHORT_LABEL.match(match[0]) if match.re is _LABELLED else None
    return f"{short[1]} {match['one']}" if short else str(match["one"])


def _joined(before: str, behind: str) -> str:
    return " ".join(part for part in (before.rstrip(" \t,;:–-("), behind.lstrip(" \t,;:–-)")) if part).strip()
