"""A pasted list of members, from the page to the book."""

from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from desktop.models.book import Book
from desktop.models.values import Organization, Person
from desktop.ui.bus import Bus
from desktop.ui.pages.people import PeoplePage
from desktop.ui.prepare.members import MembersDialog
from tests.ui.keys import press, show, wait_until


def test_a_list_becomes_persons_with_seats_and_factions_in_one_step(demo: Book, bus: Bus) -> None:
    page = PeoplePage(demo, bus)
    show(page)
    page.arrive()
    wait_until(lambda: any(button.text() == "Liste einfügen …" for button in page.findChildren(QPushButton)))
    paste = next(button for button in page.findChildren(QPushButton) if button.text() == "Liste einfügen …")
    paste.setFocus()
    paste.click()
    dialog = page.findChildren(MembersDialog)[0]
    wait_until(dialog.isActiveWindow)
    dialog.text.insertPlainText("Frau Ida Neu, CDU\nOtto Fremd, Wählerliste Nord\nAsmussen, Dr. Henrike\nUnklar 12")
    assert [line.take for line in dialog.model.rows] == [True, True, False]
    assert dialog.left_out.toPlainText() == "Unklar 12"
    body = demo.shelf.records[demo.meeting_key or ""].parent or ""
    before = (demo.shelf.children(body, "persons"), demo.shelf.children(body, "organizations"))
    dialog.take.setFocus()
    told: list[str] = []
    page.told.connect(told.append)
    press("Space")
    assert told == ["2 Mitglieder übernommen."]
    assert isinstance(page.focusWidget(), QTableView)
    persons = [demo.shelf.value(key) for key in demo.shelf.children(body, "persons")[-2:]]
    assert [one.family_name for one in persons if isinstance(one, Person)] == ["Neu", "Fremd"]
    first, second = (one.memberships[0] for one in persons if isinstance(one, Person))
    assert first.organization == demo.meeting.organizations[0]
    factions = [demo.shelf.value(one.on_behalf_of or "") for one in (first, second)]
    assert [(one.short_name or one.name) for one in factions if isinstance(one, Organization)] == [
        "CDU",
        "Wählerliste Nord",
    ]
    demo.undo()
    assert (demo.shelf.children(body, "persons"), demo.shelf.children(body, "organizations")) == before


def test_ctrl_v_on_the_page_brings_the_copied_list(demo: Book, bus: Bus) -> None:
    page = PeoplePage(demo, bus)
    show(page)
    page.arrive()
    wait_until(lambda: any(button.text() == "Liste einfügen …" for button in page.findChildren(QPushButton)))
    QApplication.clipboard().setText("Name\tFraktion\nNeu, Ida\tCDU\nFremd, Otto\tSPD")
    press("Ctrl+V")
    dialog = page.findChildren(MembersDialog)[0]
    assert [line.member.family_name for line in dialog.model.rows] == ["Neu", "Fremd"]
    assert (dialog.take.text(), dialog.left_out.toPlainText()) == ("2 Mitglieder übernehmen", "Name Fraktion")
    QApplication.clipboard().clear()
    dialog.reject()


def test_the_command_waits_for_the_page(demo: Book, bus: Bus) -> None:
    page = PeoplePage(demo, bus)
    show(page)
    page.arrive()
    page.paste_members()
    wait_until(lambda: bool(page.findChildren(MembersDialog)))
