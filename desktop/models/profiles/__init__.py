"""House profiles: labels, layouts and habits of a house, as data the user can copy and edit."""

from desktop.models.profiles.labels import Label
from desktop.models.profiles.loading import (
    STANDARD,
    ProfileError,
    ProfileProblem,
    choose,
    load,
    names,
)
from desktop.models.profiles.profile import (
    AttendanceOrder,
    FactionLayout,
    Formats,
    MinutesStyle,
    Names,
    PageLook,
    Pages,
    Panel,
    PresenceIn,
    Profile,
    SignatureLine,
    Signer,
    VoteStyle,
)

__all__ = [
    "STANDARD",
    "AttendanceOrder",
    "FactionLayout",
    "Formats",
    "Label",
    "MinutesStyle",
    "Names",
    "PageLook",
    "Pages",
    "Panel",
    "PresenceIn",
    "Profile",
    "ProfileError",
    "ProfileProblem",
    "SignatureLine",
    "Signer",
    "VoteStyle",
    "choose",
    "load",
    "names",
]
