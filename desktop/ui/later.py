"""The one place where modules are loaded on demand.

What is not needed for the first typed word is loaded when it is first wanted, so that typing can begin early: reading
files and making documents need large libraries, and most sessions never see the forms.
"""

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from desktop.ui.convening import Convening
    from desktop.ui.earlier.page import EarlierPage
    from desktop.ui.exporting import Exporter
    from desktop.ui.houses.page import HousesPage
    from desktop.ui.importing import Importer
    from desktop.ui.lawbasis import LawBasis
    from desktop.ui.pages.assignments import AssignmentsPage
    from desktop.ui.pages.blocks import BlocksPage
    from desktop.ui.pages.paper import PaperPage
    from desktop.ui.pages.people import PeoplePage
    from desktop.ui.prepare.preparing import Preparing
    from desktop.ui.preview.pressroom import Pressroom
    from desktop.ui.preview.preview import Preview
    from desktop.ui.room.room import Room
    from desktop.ui.settings.keypage import KeyPage
    from desktop.ui.settings.page import SettingsPage
    from desktop.ui.settings.sections import Section
    from desktop.ui.spelling.acts import SpellingActs


def exporter() -> "type[Exporter]":
    """What makes documents."""
    return cast("type[Exporter]", import_module("desktop.ui.exporting").Exporter)


def importer() -> "type[Importer]":
    """What takes files in."""
    return cast("type[Importer]", import_module("desktop.ui.importing").Importer)


def convening() -> "type[Convening]":
    """What makes and changes meetings."""
    return cast("type[Convening]", import_module("desktop.ui.convening").Convening)


def law_basis() -> "type[LawBasis]":
    """What shows the law of a body."""
    return cast("type[LawBasis]", import_module("desktop.ui.lawbasis").LawBasis)


def people_page() -> "type[PeoplePage]":
    """The page of bodies, factions and people."""
    return cast("type[PeoplePage]", import_module("desktop.ui.pages.people").PeoplePage)


def assignments_page() -> "type[AssignmentsPage]":
    """The tasks of all meetings."""
    return cast("type[AssignmentsPage]", import_module("desktop.ui.pages.assignments").AssignmentsPage)


def paper_page() -> "type[PaperPage]":
    """The form of a paper."""
    return cast("type[PaperPage]", import_module("desktop.ui.pages.paper").PaperPage)


def preparing() -> "type[Preparing]":
    """What gets the open meeting ready."""
    return cast("type[Preparing]", import_module("desktop.ui.prepare.preparing").Preparing)


def earlier_page() -> "type[EarlierPage]":
    """The page of earlier states."""
    return cast("type[EarlierPage]", import_module("desktop.ui.earlier.page").EarlierPage)


def blocks_page() -> "type[BlocksPage]":
    """The page of text blocks."""
    return cast("type[BlocksPage]", import_module("desktop.ui.pages.blocks").BlocksPage)


def preview() -> "type[Preview]":
    """The pages beside the text."""
    return cast("type[Preview]", import_module("desktop.ui.preview.preview").Preview)


def pressroom() -> "type[Pressroom]":
    """What makes pages and files in a process of its own."""
    return cast("type[Pressroom]", import_module("desktop.ui.preview.pressroom").Pressroom)


def houses_page() -> "type[HousesPage]":
    """The page of house profiles."""
    return cast("type[HousesPage]", import_module("desktop.ui.houses.page").HousesPage)


def settings_page() -> "type[SettingsPage]":
    """The page of settings."""
    return cast("type[SettingsPage]", import_module("desktop.ui.settings.page").SettingsPage)


def room() -> "type[Room]":
    """The window for the hall."""
    return cast("type[Room]", import_module("desktop.ui.room.room").Room)


def spelling() -> "type[SpellingActs]":
    """What marks wrong words."""
    return cast("type[SpellingActs]", import_module("desktop.ui.spelling.acts").SpellingActs)


def settings_sections() -> "tuple[Section, ...]":
    """The sections of the settings."""
    return cast("tuple[Section, ...]", import_module("desktop.ui.settings.sections").SECTIONS)


def key_page() -> "type[KeyPage]":
    """What makes the page of keys."""
    return cast("type[KeyPage]", import_module("desktop.ui.settings.keypage").KeyPage)
