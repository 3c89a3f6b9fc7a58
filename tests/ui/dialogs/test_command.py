"""The line of commands finds an action by its name and by other words for it."""

import pytest
from PySide6.QtWidgets import QListWidget

from desktop.ui.actions import ACTIONS, BY_ID
from desktop.ui.dialogs.command import CommandDialog
from desktop.ui.synonyms import SYNONYMS
from tests.ui.keys import press, show, type_text


def test_other_words_are_of_actions_that_exist() -> None:
    assert SYNONYMS.keys() <= BY_ID.keys()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("verlauf", "earlier_state"),
        ("version", "earlier_state"),
        ("gelöscht", "earlier_state"),
        ("anlage", "enclose"),
        ("pause", "procedure"),
        ("drucken", "export"),
        ("liste einf", "paste_members"),
        ("veröffentlichen", "export"),
        ("schwärzen", "export"),
        ("freigeben", "edit_meeting"),
        ("prüfsumme", "export"),
        ("sha", "given_out"),
        ("sperrliste", "show_houses"),
        ("abst", "vote"),  # the name goes before other words
    ],
)
def test_other_words_find_it(typed: str, found: str) -> None:
    dialog = CommandDialog(ACTIONS)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    show(dialog)
    type_text(typed)
    press("Return")
    assert chosen == [found]


def test_what_nobody_calls_so_is_not_found() -> None:
    dialog = CommandDialog(ACTIONS)
    show(dialog)
    type_text("xyzzy")
    found = dialog.findChildren(QListWidget)[0]
    assert [found.item(row).text() for row in range(found.count())] == ["Nichts gefunden"]
    press("Return")
    assert dialog.isVisible()
