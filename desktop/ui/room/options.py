"""What the user chose about the room window, kept in the book."""

from collections.abc import Mapping
from dataclasses import dataclass

#: settings of the book begin so
PREFIX = "room."
SCREEN, SPEAKER, FACTIONS, CLOCK, DARK = (f"room.{name}" for name in ("screen", "speaker", "factions", "clock", "dark"))
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Options:
    """``screen`` is the name of the screen; empty: the first that the desk is not on."""

    screen: str = ""
    speaker: bool = True
    factions: bool = True
    clock: bool = True
    dark: bool = False


def options_from(stored: Mapping[str, str]) -> Options:
    """The options as the settings of the book say them; what is not there is as shipped."""
    plain = Options()

    def chosen(name: str, default: bool) -> bool:
        return default if name not in stored else stored[name] == YES

    return Options(
        screen=stored.get(SCREEN, plain.screen),
        speaker=chosen(SPEAKER, plain.speaker),
        factions=chosen(FACTIONS, plain.factions),
        clock=chosen(CLOCK, plain.clock),
        dark=chosen(DARK, plain.dark),
    )
