"""The files of a house that its profile names: the logo and the DOCX template, beside its own profiles."""

import re
from dataclasses import dataclass
from pathlib import Path

from desktop.models.profiles.profile import Profile
from desktop.models.profiles.tables import ProfileError, ProfileProblem

#: a name is part of a path and may come from a foreign profile
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,100}")


@dataclass(frozen=True, slots=True)
class HouseFiles:
    """The bytes of what the letterhead names, the logo as ``clean_picture`` leaves it; None where it names nothing."""

    logo: bytes | None = None
    template: bytes | None = None


def house_files(profile: Profile, folder: Path) -> HouseFiles:
    """Reads what the profile names; ``folder`` holds the user's own profiles. Raises ProfileError."""
    head = profile.letterhead
    logo = _read(folder, head.logo, "letterhead.logo")
    if logo is not None:
        logo = _clean(logo, folder / head.logo)
    return HouseFiles(logo, _read(folder, head.template, "letterhead.template"))


def _clean(logo: bytes, file: Path) -> bytes:
    from desktop.models.profiles.pictures import LOGO, clean_picture  # the window starts without it

    try:
        return clean_picture(logo, LOGO)
    except ValueError as error:
        raise ProfileError(ProfileProblem.BAD_VALUE, file, "letterhead.logo", "PNG, JPEG") from error


def _read(folder: Path, name: str, key: str) -> bytes | None:
    if not name:
        return None
    file = folder / name
    if not _NAME.fullmatch(name):
        raise ProfileError(ProfileProblem.BAD_VALUE, file, key, name)
    try:
        return file.read_bytes()
    except OSError as error:
        raise ProfileError(ProfileProblem.UNREADABLE, file, key, str(error.errno)) from error
