"""Master data by keys: everything typed is in the book."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTabWidget

from desktop.models.book import Book
from desktop.models.values import Body, Land, Organization, OrganizationType, Person
from desktop.ui.bus import Bus
from desktop.ui.pages.master import MasterPanel
from desktop.ui.pages.municipality_form import MunicipalityForm
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.person_form import MembershipTable, person_name
from desktop.ui.parts.form import Choice
from desktop.ui.parts.plaintext import PlainLine
from tests.ui.keys import press, show, type_text, wait_until

MUNICIPALITY, BODIES, FACTIONS, PEOPLE = range(4)


@pytest.fixture
def page(demo: Book, bus: Bus) -> PeoplePage:
    made = PeoplePage(demo, bus)
    show(made)
    made.arrive()
    wait_until(lambda: made.findChildren(QTabWidget)[0].count() == 4)
    return made


def panel(page: PeoplePage, tab: int) -> MasterPanel[Person]:
    tabs = page.findChildren(QTabWidget)[0]
    tabs.setCurrentIndex(tab)
    found = tabs.widget(tab)
    assert isinstance(found, MasterPanel)
    return found


def rows(book: Book, slot: str) -> list[object]:
    body = book.shelf.records[book.meeting_key or ""].parent
    return [book.shelf.value(key) for key in book.shelf.children(body, slot)]


def test_a_member_is_added_by_keys_alone(page: PeoplePage, demo: Book) -> None:
    people = panel(page, PEOPLE)
    people.table.setFocus()
    press("Ins")
    type_text("Frau\tProf. Dr.\tÅsa\tvon Ölmütz\tjun.\tRatsfrau\töl")
    person = rows(demo, "persons")[-1]
    assert isinstance(person, Person)
    assert (person.form_of_address, person.title, person.given_name) == ("Frau", ("Prof.", "Dr."), "Åsa")
    assert (person.family_name, person.affix, person.function, person.shortcut) == (
        "von Ölmütz",
        "jun.",
        "Ratsfrau",
        "öl",
    )
    assert [membership.voting_right for membership in person.memberships] == [True]
    assert person_name(person) == "von Ölmütz jun., Prof. Dr. Åsa"
    shown = [row for row in people._model.rows if row.key == person.key]
    assert shown == [person]


def test_someone_in_use_stays_and_someone_new_goes(page: PeoplePage, demo: Book) -> None:
    people = panel(page, PEOPLE)
    told: list[str] = []
    page.complained.connect(told.append)
    number = len(rows(demo, "persons"))
    people.table.setFocus()
    press("Del")
    assert len(rows(demo, "persons")) == number
    assert "verwendet" in told[0]
    press("Ins")
    people.table.setFocus()
    press("Del")
    assert len(rows(demo, "persons")) == number


def test_f6_goes_between_list_and_form_and_ins_works_in_both(page: PeoplePage, demo: Book) -> None:
    people = panel(page, PEOPLE)
    number = len(rows(demo, "persons"))
    people.table.setFocus()
    page.next_area()
    assert people.in_form()
    press("Ins")
    type_text("Frau\t\tÅsa")
    press("Ins")
    assert len(rows(demo, "persons")) == number + 2
    page.previous_area()
    assert people.table.hasFocus()


def test_esc_goes_to_the_list_first_and_nobody_without_a_name_stays(page: PeoplePage, demo: Book) -> None:
    people = panel(page, PEOPLE)
    number = len(rows(demo, "persons"))
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    people.table.setFocus()
    press("Ins")
    page.ready()
    assert people.table.hasFocus()
    assert not left
    assert len(rows(demo, "persons")) == number
    press("Ins")
    type_text("Frau")
    page.ready()
    assert len(rows(demo, "persons")) == number + 1
    page.ready()
    assert left


def test_the_faction_stands_in_the_form(page: PeoplePage, demo: Book) -> None:
    people = panel(page, PEOPLE)
    people.table.setFocus()
    press("Ins")
    type_text("Frau")
    faction = next(choice for choice in people.findChildren(Choice) if choice.accessibleName() == "Fraktion")
    before = faction.value()

    def seat() -> str | None:
        person = rows(demo, "persons")[-1]
        assert isinstance(person, Person)
        assert len(person.memberships) == 1
        return person.memberships[0].on_behalf_of

    assert before == seat()
    assert before is not None
    faction.setFocus()
    press("Home")
    assert (seat(), faction.value()) == (None, None)
    demo.undo()
    assert (seat(), faction.value()) == (before, before)


def test_memberships_are_edited_in_place(page: PeoplePage, demo: Book) -> None:
    people = panel(page, PEOPLE)
    people.table.setFocus()
    key = people._key
    memberships = people.findChildren(MembershipTable)[0]
    memberships.table.setFocus()
    memberships.table.setCurrentIndex(memberships._model.index(0, 2))
    type_text("Beisitzerin\n")

    def first() -> object:
        person = demo.shelf.value(key)
        assert isinstance(person, Person)
        return person.memberships[0]

    wait_until(lambda: getattr(first(), "role", "") == "Beisitzerin")
    show(page)  # offscreen, a list that closes leaves no window active
    memberships.table.setCurrentIndex(memberships._model.index(0, 5))
    type_text("31.12.2026\n")
    wait_until(lambda: getattr(first(), "end_date", "") == "2026-12-31")
    before = len(memberships._model.rows)
    memberships.table.setFocus()
    press("Ins")
    assert len(memberships._model.rows) == before + 1
    press("Del")
    assert len(memberships._model.rows) == before


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("ratsvor", "Ratsvorsitzende"),  # ↓ to what is proposed for it
        ("Beisitzerin", "Beisitzerin"),
    ],
)
def test_roles_are_proposed_and_not_forced(page: PeoplePage, demo: Book, typed: str, role: str) -> None:
    people = panel(page, PEOPLE)
    people.table.setFocus()
    key = people._key
    table = people.findChildren(MembershipTable)[0].table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 2))
    press("Return")
    wait_until(lambda: QApplication.activePopupWidget() is not None, "all roles are listed")
    type_text(typed)
    if typed != role:
        press("Down")
    press("Return")
    wait_until(lambda: demo.shelf.value(key).memberships[0].role == role, "the role")  # type: ignore[attr-defined]
    assert QApplication.activePopupWidget() is None


def test_a_new_faction_stands_last_and_its_colour_must_be_one(page: PeoplePage, demo: Book) -> None:
    factions = panel(page, FACTIONS)
    factions.table.setFocus()
    press("Ins")
    type_text("Wählergemeinschaft\tWG")
    faction = rows(demo, "organizations")[-1]
    assert isinstance(faction, Organization)
    assert (faction.name, faction.short_name, faction.order) == ("Wählergemeinschaft", "WG", 6)
    assert faction.organization_type is OrganizationType.FRAKTION
    colour = next(line for line in factions.findChildren(PlainLine) if line.accessibleName() == "Farbe")
    colour.setFocus()
    type_text("#12abc")
    assert demo.shelf.records[faction.key].data["color"] is None
    type_text("d")
    assert demo.shelf.records[faction.key].data["color"] == "#12abcd"


def test_a_body_has_its_number_of_members(page: PeoplePage, demo: Book) -> None:
    bodies = panel(page, BODIES)
    bodies.table.setFocus()
    press("Ins")
    type_text("Bauausschuss\tBA")
    body = rows(demo, "organizations")[-1]
    assert isinstance(body, Organization)
    assert (body.name, body.organization_type) == ("Bauausschuss", OrganizationType.GREMIUM)


def test_the_municipality_chooses_its_law(page: PeoplePage, demo: Book) -> None:
    form = page.findChildren(MunicipalityForm)[0]
    land = next(choice for choice in form.findChildren(Choice) if choice.accessibleName() == "Land")
    land.set_value(Land.NI)
    land.chosen.emit(Land.NI)
    body = demo.shelf.value(demo.shelf.records[demo.meeting_key or ""].parent or "")
    assert isinstance(body, Body)
    assert body.state is Land.NI
    assert form.law.text() == "Niedersachsen: 3 von 5 Teilen geprüft"
    wanted: list[str] = []
    page.lawWanted.connect(wanted.append)
    form.law_button.click()
    assert wanted == [body.key]


def test_a_district_is_told_that_its_act_was_not_checked(page: PeoplePage, demo: Book) -> None:
    form = page.findChildren(MunicipalityForm)[0]
    page.findChildren(QTabWidget)[0].setCurrentIndex(MUNICIPALITY)
    kind = next(line for line in form.findChildren(PlainLine) if line.accessibleName() == "Art")
    kind.setFocus()
    kind.selectAll()
    type_text("Kreis")
    assert form.law.text() == "Schleswig-Holstein: 0 von 5 Teilen geprüft"


def test_what_is_undone_elsewhere_is_shown(page: PeoplePage, demo: Book) -> None:
    people = panel(page, PEOPLE)
    demo.change(people._key, family_name="Umbenannt")
    line = next(line for line in people.findChildren(PlainLine) if line.accessibleName() == "Nachname")
    assert line.text() == "Umbenannt"
    assert people._model.rows[people.table.currentIndex().row()].family_name == "Umbenannt"
    demo.undo()
    assert line.text() == "Asmussen"


def test_every_field_has_a_name_for_screen_readers(page: PeoplePage) -> None:
    tabs = page.findChildren(QTabWidget)[0]
    for tab in range(tabs.count()):
        tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        for kind in (QLineEdit, QComboBox):
            for field in tabs.widget(tab).findChildren(kind):
                assert field.accessibleName(), (tab, field)
    assert tabs.accessibleName()


def test_without_a_meeting_the_first_body_is_shown(demo: Book, bus: Bus) -> None:
    demo.open_body("")
    page = PeoplePage(demo, bus)
    show(page)
    page.arrive()
    wait_until(lambda: page.findChildren(QTabWidget)[0].count() == 4)
    assert demo.meeting_key is None
    assert len(panel(page, PEOPLE)._model.rows) > 10
