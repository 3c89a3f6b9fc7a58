"""The line at the foot of the window: keys that work here, and when everything was last saved."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from desktop.clock import Clock
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.brief import Entries

#: a disk that takes longer than this is worth a word
_PATIENCE_MS = 2_000
_MESSAGE_MS = 8_000


class Status(QStatusBar):
    """»gesichert 18:42:07« at the right, hints or a passing message at the left."""

    def __init__(self, bus: Bus, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._hints = Entries(colour="muted")
        self._keys: list[str] = []
        self._saved = Label(_("nothing to save yet"), colour="muted")
        self.addWidget(self._hints, 1)
        self.addPermanentWidget(self._saved)
        self.setSizeGripEnabled(False)
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waiting.timeout.connect(lambda: self._say_saved(_("saving …"), "muted"))
        self.failing = False
        #: when everything was last on the disk
        self.saved_at: datetime | None = None
        self.messageChanged.connect(self._show_hints)
        bus.changed.connect(self._changed)
        bus.saved.connect(self._saved_now)
        bus.failed.connect(self._failed)

    def set_hints(self, keys: list[str], *, saved: bool) -> None:
        """Shows which keys work on the page in front, and when was saved unless the page tells that itself."""
        self._keys = keys
        self._show_hints(self.currentMessage())
        self._saved.setVisible(saved)

    def _show_hints(self, message: str) -> None:
        """Empty below a message: Qt shows the label again with other type, and would paint both."""
        self._hints.show_entries([] if message else self._keys)

    def say(self, text: str) -> None:
        """A message in passing, e.g. what was undone."""
        self.showMessage(text, _MESSAGE_MS)
        announce(self, text)

    def saved_text(self) -> str:
        """What is shown about saving."""
        return self._saved.text()

    def _changed(self) -> None:
        if not self._waiting.isActive() and not self.failing:
            self._waiting.start()

    def _saved_now(self) -> None:
        self._waiting.stop()
        self.failing = False
        self.show_saved(self._clock.now())

    def show_saved(self, at: datetime) -> None:
        """Everything was on the disk at a moment."""
        self.saved_at = at
        self._say_saved(_("saved {time}", time=format_time(at, "HH:mm:ss")), "muted")

    def _failed(self) -> None:
        self._waiting.stop()
        self.failing = True
        self._say_saved(_("not saved!"), "rejected")

    def _say_saved(self, text: str, colour: str) -> None:
        self._saved.setText(text)
        self._saved.recolour(colour)
