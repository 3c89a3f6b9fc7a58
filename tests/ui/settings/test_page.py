"""The page of settings by keys."""

from PySide6.QtWidgets import QApplication

from desktop.ui.window import Window
from tests.ui.keys import press


def test_a_key_leads_there_and_escape_back_to_the_desk(window: Window) -> None:
    press("Ctrl+,")
    assert window.pages.currentWidget() is window.settings
    assert QApplication.focusWidget() is window.settings.search
    press("Esc")
    assert window.pages.currentWidget() is window.desk
