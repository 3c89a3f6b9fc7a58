"""Name, version and licences."""

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop import __version__
from desktop.paths import APP_NAME
from desktop.text import ui_text as _


def show_about(parent: QWidget) -> None:
    """A box that says what this is; it goes by itself."""
    text = _("{name} {version}\n\nLicence: EUPL-1.2", name=APP_NAME, version=__version__)
    parts = "\n".join(
        (
            _("It brings along, each under its own licence:"),
            _("· the German dictionary igerman98 by Björn Jacke and Franz Michael Baumann: GPL 2 or GPL 3"),
            _("· the typefaces Liberation and Noto Emoji: SIL OFL 1.1"),
            _("· the typeface DejaVu Sans: Bitstream Vera"),
        )
    )
    text = f"{text}\n\n{parts}"
    box = QMessageBox(QMessageBox.Icon.NoIcon, APP_NAME, text, QMessageBox.StandardButton.Close, parent)
    box.finished.connect(box.deleteLater)
    box.open()
