"""Characters: what typed and pasted text is cleaned of, and what a file is refused for (reliability: bad input)."""

import re
import unicodedata

_NON_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
_SURROGATES = "\ud800-\udfff"
_C1 = "\x7f-\x9f"
_OVERRIDES = "\u202a-\u202e\u2066-\u2069"

_FORBIDDEN = re.compile(f"[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f{_C1}{_SURROGATES}{_NON_CHARACTERS}]")
_DROPPED = re.compile(f"[\\x00-\\x08\\x0b-\\x1f{_C1}{_SURROGATES}{_NON_CHARACTERS}{_OVERRIDES}]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")

#: what an emoji is made of besides letters of its own: variation selector, keycap, skin tones, tags
_EMOJI_PARTS = "\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
#: letters stuck together by typesetting, as copied from a PDF: no search finds them, no reader gives them back
_LIGATURES = str.maketrans({0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB06: "st"})

_LONE_JOINER = re.compile(f"(?<![{_EMOJI}{_EMOJI_PARTS}])\u200d|\u200d(?![{_EMOJI}])")


#: letters and signs of European languages, composed: nothing to drop and nothing to compose, found out in a blink
_HARMLESS = re.compile("[\t\n -~\xa0-\u02ff\u2010-\u2027\u20ac]*")


def clean(text: str) -> str:
    """Typed or pasted text as it is stored.

    NFC; every kind of line end is ``\\n``; dropped are control characters except tab and line end, surrogates,
    non-characters, overrides of the writing direction, and joiners outside emoji. Ligatures become letters. No-break
    space and soft hyphen stay.
    """
    if _HARMLESS.fullmatch(text):
        return text
    text = _DROPPED.sub("", _LINE_ENDS.sub("\n", text)).translate(_LIGATURES)
    # Composing can bring nothing new to drop, but dropping can bring letters and accents together.
    return unicodedata.normalize("NFC", _LONE_JOINER.sub("", text))


def first_forbidden(text: str) -> tuple[int, str] | None:
    """Where in a text from a file the first refused character stands, and its name (``U+0007``).

    Refused are control characters except tab, line feed and carriage return, surrogates and non-characters: no program
    writes them on purpose, and neither DOCX nor PDF can carry them.
    """
    match = None if _HARMLESS.fullmatch(text) else _FORBIDDEN.search(text)
    return (match.start(), f"U+{ord(match.group()):04X}") if match else None
