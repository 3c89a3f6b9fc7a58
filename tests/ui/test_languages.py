"""Every word of the window goes through its catalogue, seen in the pseudo language; and none of it into the minutes."""

import json
import re
from collections.abc import Iterable, Iterator

import pytest
from peewee import Database
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop import text
from desktop.models.book import Book
from desktop.paths import documents_dir, resource
from desktop.pseudo import PSEUDO
from desktop.ui.desk.items.results import RESULTS
from desktop.ui.desk.writing import FINAL_VOTE, PART, VARIANT
from desktop.ui.looks.theme import Theme
from tests.ui.tour import STOPS, Tour, make_demo

#: what a widget shows or says, besides lists
_PARTS = ("text", "title", "windowTitle", "placeholderText", "toolTip", "accessibleName", "accessibleDescription")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_WORD = r"[^\W\d_]+"
#: some of the stops, for every run; all of them by ``make proof``
SAMPLE = ("desk", "vote by faction", "house profile, logo", "text block, own", "presence")


def _of_lists(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in _ROLES)
            if not column:
                yield from _of_lists(view, index)


def _texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """What is shown or read out below a widget, with the place where it is."""
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        place = type(widget).__name__
        typed = isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)
        for part in _PARTS:
            said = getattr(widget, part, None)
            if callable(said) and not (typed and part == "text"):
                yield f"{place}.{part}", said()
        if isinstance(widget, QComboBox):
            yield from ((f"{place}.items", widget.itemText(row)) for row in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((f"{place}.items", words) for words in _of_lists(widget, QModelIndex()))


def _words(value: object) -> Iterator[str]:
    """All words in the strings of a session file."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        yield from re.findall(_WORD, value)


def _data() -> set[str]:
    """The words of the invented municipality, of its house and of its text blocks: data, in whatever place."""
    found: set[str] = set()
    for path in resource("demo").glob("*.json"):
        found |= set(_words(json.loads(path.read_text("utf-8"))))
    for folder in ("profiles", "textblocks", "laws"):  # titles and texts of documents and of law
        for path in resource(folder).glob("*.toml"):
            found |= set(re.findall(_WORD, path.read_text("utf-8")))
    return found


def _names() -> dict[str, set[str]]:
    """Words that are the same in every language, by reason."""
    offered = " ".join((*(words for words, _class in RESULTS), PART, VARIANT, FINAL_VOTE))
    screens = " ".join(screen.name() for screen in QGuiApplication.screens())
    return {
        "the program": {"Protokollpult"},
        "languages by their own names": set(text.languages().values()),
        "keys as they stand on the keyboard": {"Esc", "Alt", "Tab", "Enter"},
        "places of files": set(re.findall(_WORD, str(documents_dir()))),
        "screens": set(re.findall(_WORD, screens)),
        "words of the minutes that are offered": set(re.findall(_WORD, offered)),
        "months and weekdays by Babel": {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
        | {name.title() for name in text.month_numbers("en")},
    }


def _not_translated(tour: Tour, stops: Iterable[str]) -> set[tuple[str, str]]:
    known = _data().union(*_names().values())
    found: set[tuple[str, str]] = set()
    for _name, top in tour.visit(stops):
        buttons = {button.text() for box in top.findChildren(QDialogButtonBox) for button in box.buttons()}
        for place, shown in _texts(top):
            rest = re.sub(r"<[^>]+>|&\w+;", "", shown)  # without marks of rich text
            while rest != (rest := re.sub(r"\[[^\[\]]*(\]|$)", " ", rest)):  # a text in a text, at last one cut short
                pass
            # Qt's own words of standard buttons come from Qt's catalogue.
            left = {word for word in re.findall(_WORD, rest) if len(word) > 1}  # letters are keys and parts
            if shown not in buttons and not left <= known:
                found.add((place, shown))
    return found


def _pseudo_in_the_book(db: Database) -> list[str]:
    rows = db.execute_sql("SELECT new FROM history WHERE new LIKE '%áá%' OR new LIKE '%éé%' OR new LIKE '%óó%'")
    return [str(row[0]) for row in rows]


@pytest.fixture
def tour(app: QApplication, book: Book) -> Iterator[Tour]:
    """The window in the pseudo language."""
    make_demo(book)
    text.use_language(PSEUDO)
    made = Tour(book, Theme(app))
    yield made
    made.close()
    text.use_language(text.STANDARD_LANGUAGE)


def test_every_word_of_the_window_goes_through_the_catalogue(tour: Tour) -> None:
    assert _not_translated(tour, SAMPLE) == set()


@pytest.mark.proof
def test_every_word_of_every_page_goes_through_the_catalogue_and_none_into_the_book(tour: Tour) -> None:
    assert _not_translated(tour, STOPS) == set()
    assert tour.book.read(_pseudo_in_the_book) == []
