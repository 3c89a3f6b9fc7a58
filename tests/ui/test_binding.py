"""The library between Python and Qt must not give away references; the program would die after some thousand keys."""

import sys

from PySide6 import __version__
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication


def test_calls_that_return_nothing_keep_the_references_to_none(app: QApplication) -> None:
    """PySide6 6.12.0 drops one reference to None with each call on Python before 3.12, where None is mortal."""
    before = sys.getrefcount(None)
    for _ in range(300):
        QCoreApplication.processEvents()
    lost = before - sys.getrefcount(None)
    assert lost < 100, f"PySide6 {__version__} loses references to None; 6.11.3 does not"
