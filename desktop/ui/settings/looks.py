"""The section »Darstellung«: colours, size of type, and the window arranged as at first."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.looks.appearance import LOOK_WORDS
from desktop.ui.looks.theme import SIZES, Label, Look
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.form import Choice, Form

if TYPE_CHECKING:
    from desktop.ui.settings.parts import Parts


class LooksForm(Form):
    """What is chosen is seen at once, here and in the whole window; keys and menu show up here as well."""

    def __init__(self, window: "Parts", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = window.appearance
        self.look = Choice([(look, _(words)) for look, words in LOOK_WORDS.items()])
        self.row(_("Colours"), self.look, _k("{dark} changes between light and dark."))
        self._now = Label(colour="muted", parent=self)
        self.wide(self._now)
        self.percent = Choice([(percent, _("{number} %", number=percent)) for percent in SIZES])
        self.row(
            _("Size of type"), self.percent, _k("{larger} and {smaller} change it anywhere, {normal_size} resets it.")
        )
        self.sample = Label(_("Ms Petersen (SPD) asks when the school will be connected to the fibre network."))
        self.wide(self.sample)
        self.wide(Label(_k("{larger} and {smaller} change it anywhere, {normal_size} resets it."), colour="muted"))
        self.arrange = PushButton(_("Arrange the window as at first"), self)
        self.row(
            _("Arrangement"), self.arrange, _("Columns, dialogs and the window as at first; colours and type stay.")
        )
        self._show()
        self.look.chosen.connect(self._appearance.choose)
        self.percent.chosen.connect(self._appearance.set_percent)
        self.arrange.clicked.connect(window.arrangement.forget)
        window.appearance.theme.changed.connect(self._show)

    def _show(self) -> None:
        theme = self._appearance.theme
        self.look.set_value(theme.look)
        self.percent.set_value(theme.percent)
        follows = theme.look is Look.SYSTEM
        self._now.setVisible(follows)
        self._now.setText(_("The system now shows: {look}", look=_(LOOK_WORDS[theme.system()])))


def make(window: "Parts") -> QWidget:
    """The form for a window."""
    return LooksForm(window)
