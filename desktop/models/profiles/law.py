"""Law profiles from TOML: the law of a Land as shipped, over it the user's copy.

A file is named after the short form of its Land (``sh.toml``); ``standard.toml`` serves where no Land is known and says
nothing that only one of them has.
"""

import re
import string
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from desktop.models.profiles.tables import Kind, ProfileError, ProfileProblem, Settings, build, layered
from desktop.models.values import Body, Land
from desktop.models.values.law import Law, Legal
from desktop.paths import resource

_STANDARD = "standard"
_STAND = re.compile(r"(\d{4}-\d{2}(-\d{2})?)?")
_PLACEHOLDERS = frozenset({"person", "paragraph"})
_DISTRICTS = frozenset({"kreis", "landkreis"})
_PARTS = tuple(field.name for field in fields(Law) if is_dataclass(field.default))


def law_of(body: Body | None, folder: Path | None = None) -> Law:
    """The law for a body: that of its Land, for a Kreis with the paragraphs of its own act.

    ``folder`` holds the user's copies, which go before the shipped ones. Raises ProfileError.
    """
    land = body.state if body else None
    name = law_file(land)
    own = [folder / name] if folder else []
    shipped = resource("laws", name)
    settings = layered([shipped, *(file for file in own if file.is_file())], _KIND)
    settings["land",] = land
    law: Law = build(Law, settings, (), shipped)
    is_district = body is not None and (body.classification or "").strip().casefold() in _DISTRICTS
    return _for_district(law) if is_district else law


def law_file(land: Land | None) -> str:
    """The name of the file of a Land."""
    return f"{(land or _STANDARD).lower()}.toml"


def _for_district(law: Law) -> Law:
    """The law with the paragraphs of a Kreisordnung of its own; nobody has held its rules against that act."""
    if not law.district:
        return law
    parts: dict[str, Any] = {}
    for name in _PARTS:
        part: Legal = getattr(law, name)
        paragraph = law.district.get(name) or law.district.get("act", "")
        parts[name] = replace(part, paragraph=paragraph, geprueft=False, note=law.district.get("note", part.note))
    return replace(law, **parts)


def _check(file: Path, settings: Settings) -> None:
    """What a document or a rule would stumble over is told now."""
    for here, value in settings.items():
        wrong = isinstance(value, int) and not isinstance(value, bool) and value < 0
        if here[-1] == "stand":
            wrong = not _STAND.fullmatch(value)
        elif here[0] == "recusal" and here[-1] in ("wording", "wording_stays", "none_declared"):
            wrong = not _has_only_placeholders(value)
        if wrong:
            raise ProfileError(ProfileProblem.BAD_VALUE, file, ".".join(here), str(value))


def _has_only_placeholders(text: str) -> bool:
    try:
        found = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
    except ValueError:
        return False
    return found <= _PLACEHOLDERS


_KIND = Kind(
    cls=Law,
    no_keys=frozenset({"land"}),
    maps={("district",): ("act", "note", *_PARTS)},
    special={},
    check=_check,
)
