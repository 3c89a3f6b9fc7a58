"""Templates of a body, by keys."""

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.models.book import Book
from desktop.models.values.aside import MeetingTemplate
from desktop.ui.bus import Bus
from desktop.ui.prepare import acts
from desktop.ui.prepare.templates import TemplateEditor
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def editor(demo: Book, bus: Bus) -> TemplateEditor:
    made = TemplateEditor(demo, bus, demo.meeting.organizations[0])
    show(made)
    return made


def press_button(editor: TemplateEditor, text: str) -> None:
    next(button for button in editor.findChildren(QPushButton) if button.text() == text).click()


def template(book: Book) -> MeetingTemplate:
    return acts.templates(book, book.meeting.organizations[0])[-1]


def test_a_template_is_made_and_filled_by_keys(editor: TemplateEditor, demo: Book) -> None:
    press_button(editor, "Neue Vorlage")
    type_text("Haushaltssitzung\t1700")
    one = editor._editor
    assert one is not None
    one.table.setFocus()
    press("Ins")
    type_text("Eröffnung\n")
    wait_until(lambda: [item.name for item in template(demo).items] == ["Eröffnung"])
    one.table.setFocus()
    press("Ins")
    type_text("Anträge\n")
    wait_until(lambda: template(demo).items[1].name == "Anträge")
    press("Alt+Up", one.table)
    assert one._text is not None
    one._text.setFocus()
    type_text("Dazu liegt nichts vor.")
    made = template(demo)
    assert (made.name, made.time) == ("Haushaltssitzung", "17:00")
    assert [(item.name, item.text) for item in made.items] == [
        ("Anträge", "Dazu liegt nichts vor."),
        ("Eröffnung", None),
    ]
    one.table.setFocus()
    press("Del")
    assert [item.name for item in template(demo).items] == ["Eröffnung"]


def test_a_shipped_one_is_copied_and_removed_again(editor: TemplateEditor, demo: Book) -> None:
    press_button(editor, "Neu: Ausschuss")
    assert template(demo).items[0].name.startswith("Eröffnung der Sitzung")
    press_button(editor, "Vorlage entfernen")
    assert acts.templates(demo, demo.meeting.organizations[0]) == []
    assert editor._editor is None
    demo.undo()
    assert editor._editor is not None
