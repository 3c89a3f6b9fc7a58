"""What can be set about the window, in sections: each has one line here, and a room of its own that makes its form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.text import marked as N_
from desktop.ui.looks.appearance import LANGUAGE_TITLE
from desktop.ui.settings import keys, language, looks, room
from desktop.ui.spelling import section as spelling

if TYPE_CHECKING:
    from desktop.ui.settings.parts import Parts


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page of settings.

    ``title`` is a message id. ``make`` gives the form for a window; what is changed there works at once and is kept
    (``appearance.remember``). ``words`` are other words by which it is found, as a message id.
    """

    title: str
    make: "Callable[[Parts], QWidget]"
    words: str = ""


SECTIONS: tuple[Section, ...] = (
    Section(N_("Appearance"), looks.make, N_("colours, dark, light, contrast, zoom, font size, arrangement")),
    Section(
        N_("Keyboard shortcuts"), keys.make, N_("keys, keyboard, hotkeys, assign, change key, change keys, F-keys")
    ),
    Section(LANGUAGE_TITLE, language.make, N_("German, English, translation")),
    Section(N_("Spelling"), spelling.make, N_("dictionary, words, misspelt, red underline")),
    Section(N_("Room window"), room.make, N_("projector, second screen, hall, audience")),
)
