"""Files and folders in the programs that the system opens them with."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_outside(path: Path) -> bool:
    """Shows a file or a folder beside the window; returns whether some program took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
