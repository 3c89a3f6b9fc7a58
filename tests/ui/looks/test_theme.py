"""All schemes can be read: contrast by WCAG 2.2, computed. And what is chosen is shown."""

from collections.abc import Iterator
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.looks.schemes import DARK, LIGHT, STRONG_DARK, STRONG_LIGHT, Scheme
from desktop.ui.looks.theme import SIZES, Label, Look, Theme, colours, palette, scheme
from tests.ui.contrast import contrast

ROLE = QPalette.ColorRole
SCHEMES = {"light": LIGHT, "dark": DARK, "strong light": STRONG_LIGHT, "strong dark": STRONG_DARK}
each_scheme = pytest.mark.parametrize("shown", SCHEMES.values(), ids=SCHEMES)
TEXTS = [
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.Link, ROLE.Window),
    (ROLE.LinkVisited, ROLE.Base),
]
#: what is written in these stands on the page, on the window, and in the row that the keyboard is in
PLAIN = ("muted", "running", "accepted", "rejected")


@each_scheme
@pytest.mark.parametrize(("text", "ground"), TEXTS, ids=lambda role: role.name)
def test_text_of_the_palette_stands_out(shown: Scheme, text: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    made = palette(shown)
    assert contrast(made.color(text), made.color(ground)) >= (7 if shown.strong else 4.5)


@each_scheme
def test_what_cannot_be_used_can_be_read_nevertheless(shown: Scheme) -> None:
    for ground in (ROLE.Window, ROLE.Base, ROLE.Button):
        assert contrast(QColor(shown.disabled), palette(shown).color(ground)) >= (4.5 if shown.strong else 3), ground


@each_scheme
def test_meaningful_colours_stand_out(shown: Scheme) -> None:
    table, least = asdict(shown.colours), 7 if shown.strong else 4.5
    made = palette(shown)
    grounds = [*(made.color(role) for role in (ROLE.Base, ROLE.Window)), QColor(shown.colours.current_back)]
    for ground in grounds:
        for name in PLAIN:
            assert contrast(QColor(table[name]), ground) >= least, name
        assert contrast(made.color(ROLE.Text), ground) >= least
    for name in table:
        if f"{name}_back" in table:
            assert contrast(QColor(table[name]), QColor(table[f"{name}_back"])) >= least, name


@each_scheme
def test_the_frame_of_the_focus_stands_out_on_every_ground(shown: Scheme) -> None:
    made = palette(shown)
    for ground in (*(made.color(role) for role in (ROLE.Base, ROLE.Window, ROLE.Button)),):
        assert contrast(QColor(shown.colours.focus), ground) >= 3
    assert not shown.strong or contrast(QColor(shown.colours.line), made.color(ROLE.Base)) >= 7


@pytest.fixture
def theme(app: QApplication) -> Iterator[Theme]:
    made = Theme(app)
    yield made
    made.zoom(0)
    made.choose(Look.SYSTEM)


def test_labels_follow_scheme_and_size(theme: Theme) -> None:
    label = Label("x", colour="muted", scale=2.0)
    before = label.font().pointSizeF()
    theme.use(DARK)
    assert label.palette().color(ROLE.WindowText) == QColor(DARK.colours.muted)
    assert colours() is DARK.colours
    theme.set_percent(200)
    assert label.font().pointSizeF() == pytest.approx(before * 2)


def test_zooming_goes_by_steps_and_stops_at_the_ends(theme: Theme) -> None:
    for _ in SIZES:
        theme.zoom(1)
    assert theme.percent == SIZES[-1] == 250
    for _ in range(2 * len(SIZES)):
        theme.zoom(-1)
    assert theme.percent == SIZES[0] == 80
    theme.zoom(0)
    assert theme.percent == 100


def test_a_chosen_scheme_is_kept_until_it_is_the_systems_again(theme: Theme) -> None:
    theme.switch(dark=True)
    assert scheme() is DARK
    theme.follow()
    assert (scheme(), theme.look) == (DARK, Look.DARK)
    theme.switch(strong=True)
    assert (scheme(), theme.look) == (STRONG_DARK, Look.STRONG_DARK)
    theme.switch(dark=False)
    assert (scheme(), theme.look) == (STRONG_LIGHT, Look.STRONG_LIGHT)
    theme.switch(strong=False)
    assert (scheme(), theme.look) == (LIGHT, Look.SYSTEM)


def test_marks_grow_with_the_type(theme: Theme, app: QApplication) -> None:
    metric = app.style().PixelMetric.PM_IndicatorWidth
    before = app.style().pixelMetric(metric)
    theme.set_percent(200)
    assert app.style().pixelMetric(metric) == 2 * before
    theme.set_percent(100)
    assert app.style().pixelMetric(metric) == before
