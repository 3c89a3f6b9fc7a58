"""What the sections of the settings work on."""

from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop.models.book import Book
from desktop.ui.commands.menus import Menus
from desktop.ui.looks.appearance import Appearance
from desktop.ui.looks.arrangement import Arrangement
from desktop.ui.room.room import Room
from desktop.ui.spelling.acts import SpellingActs


class Parts(Protocol):
    """These parts of a window; the sections know no more of it."""

    appearance: Appearance
    arrangement: Arrangement
    menus: Menus

    @property
    def book(self) -> Book:
        """What it shows."""

    @property
    def busy(self) -> bool:
        """Whether it cannot be made anew now."""

    @property
    def languageWanted(self) -> SignalInstance:
        """Takes the code of the language in which it is to be made anew."""

    @property
    def room(self) -> Room:
        """The window for the hall."""

    @property
    def spelling(self) -> SpellingActs:
        """What marks wrong words."""
