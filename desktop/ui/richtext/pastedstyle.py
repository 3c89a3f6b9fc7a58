"""How text of a pasted page looks, and what of it is not seen at all. No Qt here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

#: what no reader of the page sees, or what is no text
_HIDDEN_TAGS = frozenset(
    re.findall(
        r"\w+",
        "script style head title meta link base template noscript iframe frame frameset object embed applet svg math"
        " canvas audio video source track map area img picture select option optgroup datalist textarea input button"
        " progress meter dialog xml del rp",
    )
)
_BOLD, _ITALIC = frozenset(("b", "strong")), frozenset(("i", "em"))
#: tags that say how text looks
_DRESSING = frozenset(("b", "strong", "i", "em", "sup", "sub", "pre"))
_SELECTOR = re.compile(r"([a-z][\w-]*)?(?:\.([\w-]+))?(?:#([\w-]+))?", re.IGNORECASE)
_WEIGHT = re.compile(r"(?:bold|bolder|[6-9]\d\d)\b")
_NOTHING = re.compile(r"[0.]+\s*(?:[a-z]+|%)?")


def declarations(style: str) -> dict[str, str]:
    """``a:b;c:d`` as a mapping, everything in small letters."""
    found: dict[str, str] = {}
    for part in style.lower().split(";"):
        name, _colon, value = part.partition(":")
        found[name.strip()] = value.replace("!important", "").strip()
    return found


def _is_hidden(style: Mapping[str, str]) -> bool:
    size, seen = style.get("font-size", ""), style.get("opacity", "")
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
        or style.get("mso-element", "").startswith("comment")
        or style.get("mso-special-character") == "comment"
        or bool(_NOTHING.fullmatch(size))
        or bool(_NOTHING.fullmatch(seen))
    )


class Sheet:
    """The rules of the page that hide something: by tag, class and id alone, as programs write them."""

    def __init__(self) -> None:
        self._hidden: set[tuple[str, str, str]] = set()

    def read(self, text: str) -> None:
        """Takes in a piece of a style sheet."""
        for part in text.split("}"):
            before, brace, rule = part.rpartition("{")
            if brace and _is_hidden(declarations(rule)):
                selectors = before.rpartition("{")[2].split(",")
                found = (_SELECTOR.fullmatch(one.strip()) for one in selectors)
                self._hidden |= {
                    (a.lower(), b, c) for a, b, c in (one.groups("") for one in found if one and one.group())
                }

    def hides(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether a rule hides an element."""
        if not self._hidden:
            return False
        names, own = ("", *attributes.get("class", "").split()), ("", attributes.get("id", ""))
        return any((kind, name, key) in self._hidden for kind in ("", tag) for name in names for key in own)


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks inside an element. ``kept``: line ends and spaces count; ``shifted``: sup or sub."""

    hidden: bool = False
    bold: bool = False
    italic: bool = False
    kept: bool = False
    shifted: str = ""
    #: the sign of a point as Word writes it
    marker: bool = False
    #: rules of the page
    sheet: bool = False

    def inner(self, tag: str, attributes: Mapping[str, str], sheet: Sheet) -> "Style":
        """The style inside an element that opens here."""
        tag = tag.lower()
        if tag == "style":
            return replace(self, hidden=True, sheet=True)
        if self.hidden:
            return self
        if tag in _HIDDEN_TAGS or tag.startswith("v:") or "hidden" in attributes or sheet.hides(tag, attributes):
            return replace(self, hidden=True)
        if tag not in _DRESSING and "style" not in attributes and "class" not in attributes:
            return self
        css = declarations(attributes.get("style", ""))
        if _is_hidden(css) or "msocommentreference" in attributes.get("class", "").lower():
            return replace(self, hidden=True)
        return self._dressed(tag, css)

    def _dressed(self, tag: str, css: Mapping[str, str]) -> "Style":
        weight, slant, space = css.get("font-weight"), css.get("font-style"), css.get("white-space", "")
        made = Style(
            bold=bool(_WEIGHT.match(weight)) if weight else self.bold or tag in _BOLD,
            italic=slant in ("italic", "oblique") if slant else self.italic or tag in _ITALIC,
            kept=space.startswith(("pre", "break")) if space else self.kept or tag == "pre",
            shifted=tag if tag in ("sup", "sub") else self.shifted,
            marker=self.marker or css.get("mso-list") == "ignore",
        )
        return self if made == self else made
