"""The list of what was given out: what is still there, where it went, and by which numbers it is known."""

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.export.places import Given
from desktop.ui.dialogs.given import GivenDialog
from tests.ui.keys import show

FINAL = Given(
    sha256="a" * 64,
    meeting="m",
    name="Niederschrift_HA_14_2026-05-07_oeffentlich.pdf",
    kind="niederschrift",
    edition="public",
    format="pdf",
    at="2026-05-09T10:00:00+02:00",
    final=True,
    content="c" * 64,
    folder="/haus/akten",
)


def test_it_says_what_was_replaced_and_the_number_that_is_printed_and_where_each_file_went(qt: object) -> None:
    draft = replace(FINAL, sha256="b" * 64, at="2026-05-08T10:00:00+02:00", final=False, content="d" * 64)
    elsewhere = replace(draft, sha256="e" * 64, folder="/haus/entwuerfe")
    dialog = GivenDialog([FINAL, draft, elsewhere], lambda _path: None)
    show(dialog)
    table = dialog.table
    told = [[table.item(row, column).text() for column in (3, 4, 5)] for row in range(3)]
    assert told == [
        ["endgültig", "c" * 12, "a" * 12],
        ["Entwurf, inzwischen ersetzt", "d" * 12, "b" * 12],
        ["Entwurf", "d" * 12, "e" * 12],
    ]
    assert table.horizontalHeaderItem(4).text() == "Gedruckte Prüfsumme"
    assert table.item(2, 0).toolTip().startswith("/haus/entwuerfe")
    assert table.item(2, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Ordner: /haus/entwuerfe"
    assert table.horizontalScrollBar().maximum() == 0
