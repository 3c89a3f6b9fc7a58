"""Banners tell without taking the focus."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.messages import Banner, Banners, Tone
from tests.ui.keys import press, show


def test_one_banner_per_topic_and_the_focus_stays_where_one_types() -> None:
    window = QWidget()
    rows = QVBoxLayout(window)
    banners, line = Banners(), QLineEdit()
    rows.addWidget(banners)
    rows.addWidget(line)
    show(window)
    line.setFocus()
    banners.show_message("disk", "voll", Tone.PROBLEM)
    banners.show_message("disk", "noch voller", Tone.PROBLEM)
    banners.show_message("page", "anderes")
    assert banners.texts() == ["noch voller", "anderes"]
    assert QApplication.focusWidget() is line
    banners.clear("disk")
    assert banners.texts() == ["anderes"]
    assert banners.isVisible()
    banners.clear("page")
    assert not banners.isVisible()


def test_the_button_acts_and_the_word_says_how_serious_it_is() -> None:
    done: list[int] = []
    banner = Banner("geht nicht", Tone.PROBLEM, ("Noch einmal", lambda: done.append(1)))
    banner.findChildren(QPushButton)[0].click()
    assert done == [1]
    assert banner.accessibleName() == "Problem: geht nicht"


def test_closing_a_focused_banner_hands_the_focus_on() -> None:
    window = QWidget()
    rows = QVBoxLayout(window)
    banners, line = Banners(), QLineEdit()
    rows.addWidget(banners)
    rows.addWidget(line)
    show(window)
    banners.show_message("x", "Hinweis")
    banners.focus_newest()
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    button.click()
    assert QApplication.focusWidget() is line
    assert banners.texts() == []


def test_a_closed_banner_gives_the_keyboard_back_to_where_it_was_and_names_its_key() -> None:
    window = QWidget()
    rows = QVBoxLayout(window)
    banners, first, line = Banners(), QLineEdit(), QLineEdit()
    for part in (banners, first, line):
        rows.addWidget(part)
    show(window)
    line.setFocus()
    banners.show_message("x", "Hinweis")
    assert "Strg+Umschalt+M führt hierher" in [label.text() for label in banners.findChildren(QLabel)]
    banners.focus_newest()
    press("Space")
    assert QApplication.focusWidget() is line


def test_what_belongs_to_a_page_goes_with_it_and_problems_stay() -> None:
    banners = Banners()
    banners.show_message("state", "abgeschlossen")
    show(banners)
    banners.put_away(frozenset({"state", "late"}), True)
    assert not banners.isVisible()
    banners.show_message("export", "Datenträger voll", Tone.PROBLEM)
    banners.put_away(frozenset({"state", "export"}), True)
    assert [one.text for one in banners.findChildren(Banner) if one.isVisible()] == ["Datenträger voll"]
    banners.put_away(frozenset({"state", "export"}), False)
    assert [one.text for one in banners.findChildren(Banner) if one.isVisible()] == [
        "abgeschlossen",
        "Datenträger voll",
    ]
