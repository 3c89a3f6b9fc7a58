"""Name, version and licence."""

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop import __version__
from desktop.paths import APP_NAME
from desktop.text import ui_text as _


def show_about(parent: QWidget) -> None:
    """A box that says what this is; it goes by itself."""
    text = _("{name} {version}\n\nLicence: EUPL-1.2", name=APP_NAME, version=__version__)
    box = QMessageBox(QMessageBox.Icon.NoIcon, APP_NAME, text, QMessageBox.StandardButton.Close, parent)
    box.finished.connect(box.deleteLater)
    box.open()
