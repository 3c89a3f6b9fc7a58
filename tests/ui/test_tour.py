"""The tour is complete: every dialog, every page and every part of the right column is seen at some stop.

No control at any stop is without name, role or value.
"""

import pkgutil
from functools import cached_property
from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import desktop.ui
from desktop.models.book import Book
from desktop.ui.looks.theme import Theme
from desktop.ui.paging import Paging
from tests.ui.spoken import mute_controls
from tests.ui.tour import Tour, make_demo


def _dialogs() -> set[str]:
    """The names of all dialogs of the program."""
    for module in pkgutil.walk_packages(desktop.ui.__path__, "desktop.ui."):
        import_module(module.name)
    return {one.__name__ for one in QDialog.__subclasses__() if one.__module__.startswith("desktop.")}


def _pages() -> set[str]:
    """The names of all pages."""
    made = [one.func.__annotations__["return"] for one in vars(Paging).values() if isinstance(one, cached_property)]
    names = {name if isinstance(name, str) else name.__name__ for name in made}
    return {"DeskPage", "MeetingsPage", *(name.strip('"') for name in names if name.strip('"').endswith("Page"))}


@pytest.mark.proof
def test_every_dialog_page_and_part_is_seen_and_every_control_can_be_said(app: QApplication, book: Book) -> None:
    make_demo(book)
    tour = Tour(book, Theme(app))
    parts: dict[str, QWidget] = {type(part).__name__: part for part in tour.window.desk.side._titles}
    missing = _dialogs() | _pages() | parts.keys()
    assert {"ExportDialog", "PeoplePage", "NotesPanel"} <= missing
    mute: dict[str, str] = {}
    for name, seen in tour.visit():
        assert seen.isVisible(), name
        mute |= dict.fromkeys(mute_controls(seen), name)
        missing -= {type(seen).__name__, type(tour.window.pages.currentWidget()).__name__}
        missing -= {one for one, part in parts.items() if part.isVisible()}
    tour.close()
    assert missing == set()
    assert "\n".join(f"{what} ({stop})" for what, stop in mute.items()) == ""
