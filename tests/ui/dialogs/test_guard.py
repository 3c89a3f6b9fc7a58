"""The list before something is published: read, gone on with, gone back from, all by keys."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog

from desktop.export.kinds import Kind
from desktop.export.publish import Order
from desktop.export.sources import from_book
from desktop.models.book import Book
from desktop.models.profiles import STANDARD, load
from desktop.models.values import Motion, Person, Reader, Speech, Task, TextEntry
from desktop.ui.dialogs.guard import GuardDialog
from desktop.ui.guarding import look_first
from desktop.ui.guardwords import Group, Line, Topic, look
from tests.ui.keys import press, show, wait_until

GROUPS = (
    Group(Topic.HOLES, (Line("Ö 1: [[Name]]", "i", "e"),)),
    Group(Topic.LEFT_OUT, (Line("Weggelassen: 1 Eintrag."),)),
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


def test_what_is_left_out_unfolds_by_place_and_first_words_and_leads_there(demo: Book) -> None:
    item = demo.meeting.agenda[0]
    entry = demo.add(TextEntry(text="Der Preis ist geheim.", public=False), item.key, "proceedings")
    profile = load(STANDARD)
    found = look(from_book(demo, demo.meeting.key)[0], Order(kind=Kind.AUSZUG, item=item.key), profile, None)
    dialog, wanted = GuardDialog(found), list[tuple[str, str]]()
    dialog.placeWanted.connect(lambda *place: wanted.append(place))
    show(dialog)
    group = dialog.list.topLevelItem(dialog.list.topLevelItemCount() - 1)
    assert group.text(0) == "Weggelassen"
    number = group.child(0)
    assert (number.text(0), number.isExpanded()) == ("1 Eintrag", False)
    assert number.child(0).text(0) == "Ö 1: Der Preis ist geheim."
    dialog.list.setCurrentItem(number)
    for key in ("Right", "Down", "Space"):
        press(key, dialog.list)
    assert wanted == [(item.key, entry)]


def test_a_blocked_speaker_is_seen_in_the_extract_of_the_item(demo: Book) -> None:
    body = demo.shelf.records[demo.meeting.key].parent
    person = demo.add(Person(form_of_address="Frau", family_name="Sperr"), body or "", "persons")
    first, second = demo.meeting.agenda[:2]
    demo.add(Speech(speaker=person, text="stellt vor."), first.key, "proceedings")
    profile = load(STANDARD)
    profile = replace(profile, publication=replace(profile.publication, blocked_names=("Sperr",)))
    session = from_book(demo, demo.meeting.key)[0]
    told = [
        [
            line.text
            for group in look(session, Order(kind=Kind.AUSZUG, item=one.key), profile, None)
            for line in group.lines
            if "Sperr" in line.text
        ]
        for one in (first, second)
    ]
    assert told == [["Ö 1: Sperr"], []]


def test_of_a_list_of_items_only_what_it_prints_is_told(demo: Book) -> None:
    body = demo.shelf.records[demo.meeting.key].parent or ""
    muster = Person(form_of_address="Frau", family_name="Muster", public_name="eine Einwohnerin", protected=True)
    person = demo.add(muster, body, "persons")
    item = demo.meeting.agenda[0]
    demo.add(Speech(speaker=person, text="fragt [[was]]."), item.key, "proceedings")
    demo.add(Motion(text="Wir bauen [[wann]]."), item.key, "proceedings")
    demo.change(item.key, name="Fragen von [[wem]]", tasks=(Task(text="Antworten"),))
    session = from_book(demo, demo.meeting.key)[0]

    def told(kind: Kind) -> str:
        found = look(session, Order(kind=kind), load(STANDARD), None)
        return "\n".join(line.text for group in found if group.topic is not Topic.LEFT_OUT for line in group.lines)

    for words in ("wem", "wann", "was", "Antworten", "Frau Muster", "ohne Ergebnis"):
        assert words in told(Kind.NIEDERSCHRIFT)
    assert told(Kind.TAGESORDNUNG) == "Ö 1: [[wem]]"
    decided = told(Kind.BESCHLUESSE)
    assert all(words in decided for words in ("[[wem]]", "[[wann]]", "ohne Ergebnis"))
    assert not any(words in decided for words in ("[[was]]", "Antworten", "Frau Muster"))
