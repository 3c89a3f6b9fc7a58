"""The list before something is published: read, gone on with, gone back from, all by keys."""

import pytest
from PySide6.QtWidgets import QDialog

from desktop.export.kinds import Kind
from desktop.export.publish import Order
from desktop.models.book import Book
from desktop.models.values import Reader, TextEntry
from desktop.ui.dialogs.guard import GuardDialog
from desktop.ui.guarding import look_first
from desktop.ui.guardwords import Group, Line
from tests.ui.keys import press, show, wait_until

GROUPS = (
    Group("Lücken, die nicht ausgefüllt sind", (Line("Ö 1: [[Name]]", "i", "e"),), True),
    Group("Weggelassen", (Line("Weggelassen: 1 Eintrag."),), False),
)


@pytest.fixture
def dialog(qt: object) -> GuardDialog:
    made = GuardDialog(GROUPS)
    show(made)
    return made


def test_where_something_warns_enter_does_not_publish(dialog: GuardDialog) -> None:
    assert dialog.publish.text() == "Trotzdem ausgeben"
    press("Return", dialog.list)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_where_nothing_may_be_wrong_enter_publishes(qt: object) -> None:
    dialog = GuardDialog(GROUPS[1:])
    show(dialog)
    assert dialog.publish.text() == "Ausgeben"
    press("Return", dialog.list)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_goes_back(dialog: GuardDialog) -> None:
    press("Esc", dialog.list)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_space_bar_leads_to_the_place_of_a_line(dialog: GuardDialog) -> None:
    wanted: list[tuple[str, str]] = []
    dialog.placeWanted.connect(lambda item, entry: wanted.append((item, entry)))
    press("Space", dialog.list)
    assert wanted == []
    assert not dialog.show_place.isEnabled()
    press("Down", dialog.list)
    assert dialog.show_place.isEnabled()
    press("Space", dialog.list)
    assert wanted == [("i", "e")]
    assert not dialog.isVisible()


def test_before_a_public_document_it_is_shown_and_leads_on_back_or_to_the_place(demo: Book) -> None:
    item = demo.meeting.agenda[0]
    entry = demo.add(TextEntry(text="Es dankt [[Name]]."), item.key, "proceedings")
    form, happened = QDialog(), list[object]()
    show(form)
    order = Order(kind=Kind.AUSZUG, item=item.key)

    def look(order: Order) -> None:
        look_first(
            form,
            demo,
            order,
            lambda: happened.append("on"),
            lambda: happened.append("back"),
            happened.append,
            lambda *place: happened.append(place),
        )

    look(Order(kind=Kind.AUSZUG, item=item.key, reader=Reader.COMPLETE))
    wait_until(lambda: happened == ["on"], "nothing is shown of what stays in the house")
    for key, told in (("click", 2), ("Esc", 3), ("Return", 5)):
        look(order)
        wait_until(lambda: any(one.isVisible() for one in form.findChildren(GuardDialog)), "the list is shown")
        guard = next(one for one in form.findChildren(GuardDialog) if one.isVisible())
        press("Down", guard.list)
        if key == "click":
            guard.publish.click()
        else:
            press(key, guard.list)
        wait_until(lambda told=told: len(happened) == told, "it is told")
        assert not guard.isVisible()
    assert happened == ["on", "on", "back", "back", (item.key, entry)]
