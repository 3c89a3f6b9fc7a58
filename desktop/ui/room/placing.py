"""Where the room window stands: full screen on a screen without the desk, else a window like others."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

#: of the screen: the size of the window where there is no other screen
_SHARE = 0.45


def target(desk: QWidget, wanted: str) -> QScreen | None:
    """The screen for the hall: the wanted one, else the first that the desk is not on; None where there is none."""
    others = [one for one in QGuiApplication.screens() if one is not desk.screen()]
    return next((one for one in others if one.name() == wanted), others[0] if others else None)


def place(window: QWidget, desk: QWidget, wanted: str) -> bool:
    """Puts the window where it belongs and shows it. Returns whether it has a screen of its own."""
    screen = target(desk, wanted)
    if screen is not None:
        if window.isFullScreen() and window.screen() is screen and window.geometry() == screen.geometry():
            return True
        window.showNormal()
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would ask for the keyboard
        window.setVisible(True)
        return True
    was_full = window.isFullScreen()
    room = desk.screen().availableGeometry()
    size = room.size() * _SHARE
    if was_full or not window.isVisible():
        window.showNormal()
        corner = QRect(room.topLeft(), size)
        corner.moveBottomRight(room.bottomRight())
        window.setGeometry(corner)
    if was_full:
        window.lower()  # its screen is gone: nobody asked for it over the desk
    return False
