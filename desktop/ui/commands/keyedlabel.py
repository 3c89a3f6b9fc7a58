"""A label that names keys of the user."""

from PySide6.QtWidgets import QWidget

from desktop.ui.commands.shortcuts import keyed_text
from desktop.ui.looks.theme import Label


class KeyedLabel(Label):
    """A label that names keys and goes with them; ``message`` as for ``keyed_text``."""

    def __init__(self, message: str, *, colour: str = "", parent: QWidget | None = None) -> None:
        super().__init__(colour=colour, parent=parent)
        self._message = message
        self.name_keys()

    def name_keys(self) -> None:
        """Says it with the keys as they are."""
        self.setText(keyed_text(self._message))
