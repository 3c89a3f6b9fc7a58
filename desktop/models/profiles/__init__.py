"""House profiles (labels, layouts and habits of a house) and law profiles, as data the user can copy and edit."""

from desktop.models.profiles.checklist import house_facts
from desktop.models.profiles.labels import MOTION_LABELS, Label
from desktop.models.profiles.law import law_file, law_of
from desktop.models.profiles.loading import STANDARD, choose, load, names, titles
from desktop.models.profiles.profile import (
    AttendanceOrder,
    Counting,
    FactionLayout,
    Formats,
    ItemOrder,
    MinutesStyle,
    Names,
    PageLook,
    Pages,
    Panel,
    PresenceIn,
    Profile,
    SignatureLine,
    Signer,
    SpeechWords,
    TotalsLayout,
    VerdictWords,
    VoteStyle,
)
from desktop.models.profiles.tables import ProfileError, ProfileProblem

__all__ = [
    "MOTION_LABELS",
    "STANDARD",
    "AttendanceOrder",
    "Counting",
    "FactionLayout",
    "Formats",
    "ItemOrder",
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
    "SpeechWords",
    "TotalsLayout",
    "VerdictWords",
    "VoteStyle",
    "choose",
    "house_facts",
    "law_file",
    "law_of",
    "load",
    "names",
    "titles",
]
