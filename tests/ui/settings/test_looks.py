"""The section »Darstellung« of the settings."""

from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.queries import setting
from desktop.ui.looks.appearance import LOOK, SIZE
from desktop.ui.looks.schemes import STRONG_DARK
from desktop.ui.looks.theme import Look, scheme
from desktop.ui.settings.looks import LooksForm
from desktop.ui.window import Window


def test_what_is_chosen_is_seen_and_kept_and_what_keys_choose_is_shown(window: Window, book: Book) -> None:
    window.show_settings()
    window.settings.show_section("Appearance")
    QApplication.processEvents()
    form = window.settings.findChild(LooksForm)
    assert isinstance(form, LooksForm)
    theme = window.appearance.theme
    form.look.chosen.emit(Look.STRONG_DARK)
    form.percent.chosen.emit(175)
    assert scheme() is STRONG_DARK
    QApplication.processEvents()
    before = form.sample.font().pointSizeF()
    assert [book.read(lambda db, name=name: setting(db, name)) for name in (LOOK, SIZE)] == ["strong dark", "175"]
    window.menus.trigger("larger")
    QApplication.processEvents()
    assert form.percent.value() == 200
    assert form.sample.font().pointSizeF() > before
    window.menus.trigger("contrast")
    assert form.look.value() is Look.DARK
    form.look.chosen.emit(Look.SYSTEM)
    assert form._now.isVisible()
    window.menus.trigger("normal_size")
    assert theme.percent == 100
