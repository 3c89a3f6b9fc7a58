"""Both palettes can be read: contrast by WCAG 2.2, computed."""

from collections.abc import Iterator
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import DARK, LIGHT, SIZES, Colours, Label, Theme, colours, palette

ROLE = QPalette.ColorRole
TEXTS = [
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.Link, ROLE.Window),
]


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS, ids=lambda role: role.name)
def test_text_of_the_palette_stands_out(dark: bool, text: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    shown = palette(dark=dark)
    assert contrast(shown.color(text), shown.color(ground)) >= 4.5


@pytest.mark.parametrize(("meant", "dark"), [(LIGHT, False), (DARK, True)], ids=["light", "dark"])
def test_meaningful_colours_stand_out(meant: Colours, dark: bool) -> None:
    table = asdict(meant)
    grounds = [palette(dark=dark).color(role) for role in (ROLE.Base, ROLE.Window)]
    for name in ("muted", "running", "accepted", "rejected"):
        for ground in grounds:
            assert contrast(QColor(table[name]), ground) >= 4.5, name
    for name in table:
        if f"{name}_back" in table:
            assert contrast(QColor(table[name]), QColor(table[f"{name}_back"])) >= 4.5, name


@pytest.fixture
def theme(app: QApplication) -> Iterator[Theme]:
    made = Theme(app)
    yield made
    made.zoom(0)
    made.choose(None)


def test_labels_follow_scheme_and_size(theme: Theme) -> None:
    label = Label("x", colour="muted", scale=2.0)
    before = label.font().pointSizeF()
    theme.use(dark=True)
    assert label.palette().color(ROLE.WindowText) == QColor(DARK.muted)
    assert colours() is DARK
    theme.set_percent(200)
    assert label.font().pointSizeF() == pytest.approx(before * 2)


def test_zooming_goes_by_steps_and_stops_at_the_ends(theme: Theme) -> None:
    for _ in SIZES:
        theme.zoom(1)
    assert theme.percent == SIZES[-1]
    for _ in range(2 * len(SIZES)):
        theme.zoom(-1)
    assert theme.percent == SIZES[0]
    theme.zoom(0)
    assert theme.percent == 100


def test_a_chosen_scheme_is_kept_until_it_is_the_systems_again(theme: Theme) -> None:
    theme.switch()
    assert colours() is DARK
    theme.follow(Qt.ColorScheme.Light)
    assert (colours(), theme.chosen_dark) == (DARK, True)
    theme.switch()
    assert (colours(), theme.chosen_dark) == (LIGHT, None)
