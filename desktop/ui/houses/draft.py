"""The profile that is being changed: what is typed waits for a pause, is written, and can be taken back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.clock import Clock
from desktop.models.profiles import STANDARD, ProfileError, saving
from desktop.models.profiles.tables import Keys
from desktop.ui import house
from desktop.ui.preview.pressroom import Pressroom
from desktop.wording import sentence

#: after so many milliseconds without a key press a change is written and the pages are made anew
PAUSE = 500
#: so many changes can be taken back
_STEPS = 200


class Draft(QObject):
    """One profile in the folder of the user's own. Settings are told by their place, see ``saving``."""

    #: another profile, or the same one read anew: everything may be different
    opened = Signal()
    #: settings hold now; the set of their places
    written = Signal(object)
    #: a value was refused: its place, and why, in a sentence; empty where it is good again
    refused = Signal(object, str)
    #: the disk did not take it; a sentence
    failed = Signal(str)

    def __init__(self, folder: Path, clock: Clock, pressroom: Pressroom, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder, self.clock, self.pressroom = folder, clock, pressroom
        self.name = STANDARD
        #: what is wrong with the user's copy; nothing can be changed then
        self.trouble = ""
        self.values: Mapping[Keys, Any] = {}
        self.base: Mapping[Keys, Any] = {}
        self._waiting: dict[Keys, Any] = {}
        self._past: list[tuple[str, bytes | None]] = []
        self._future: list[tuple[str, bytes | None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)

    def open(self, name: str) -> None:
        """Shows another profile, or the same one anew; the shipped one where the copy is broken."""
        self.flush()
        self.name = name
        try:
            self.values, self.trouble = saving.settings(name, self.folder), ""
        except ProfileError as error:
            self.values, self.trouble = saving.below(name), sentence(error)
        self.base = saving.below(name)
        self.opened.emit()

    def differs(self, place: Keys) -> bool:
        """Whether the house says it otherwise than what is shipped."""
        return self.values.get(place) != self.base.get(place)

    @property
    def is_changed(self) -> bool:
        """Whether anything is otherwise than shipped."""
        return bool(self.trouble) or self.values != self.base

    # --- changing

    def propose(self, place: Keys, value: Any, *, at_once: bool = False) -> None:
        """A value was entered; None goes back to the shipped one. It is written after a pause, or at once."""
        self._waiting[place] = value
        if at_once:
            self.flush()
        else:
            self._timer.start()

    def forget(self, values: dict[Keys, None]) -> None:
        """Several settings go back to the shipped ones, as one step."""
        self.flush()
        if values and self._write(values):
            self._read()
            self.written.emit(set(values))

    def flush(self) -> None:
        """Writes what waits."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        done = {place for place, value in waiting.items() if self._write({place: value})}
        if done:
            self._read()
            self.written.emit(done)

    def _write(self, values: Mapping[Keys, Any]) -> bool:
        """Whether it was taken; each setting for itself, so that a bad one holds no good one up."""
        place = next(iter(values))
        if self.trouble:
            return False
        try:
            before = saving.text_of(self.name, self.folder)
            saving.change(self.name, self.folder, values)
            if saving.text_of(self.name, self.folder) != before:
                self._past = [*self._past[1 - _STEPS :], (self.name, before)]
                self._future.clear()
        except ProfileError as error:
            if self._is_usable():
                self.refused.emit(place, sentence(error))
            else:
                self.open(self.name)
            return False
        except OSError as error:
            self.failed.emit(sentence(error))
            return False
        self.refused.emit(place, "")
        return True

    def _is_usable(self) -> bool:
        """Whether the copy still is as a profile must be: somebody may have edited or deleted it beside the window."""
        try:
            saving.settings(self.name, self.folder)
        except ProfileError:
            return False
        return True

    def _read(self) -> None:
        self.values = saving.settings(self.name, self.folder)
        house.read_again()

    # --- taking back

    def undo(self) -> None:
        """Takes the last change back."""
        self.flush()
        self._step(self._past, self._future)

    def redo(self) -> None:
        """Does it again."""
        self.flush()
        self._step(self._future, self._past)

    def _step(self, source: list[tuple[str, bytes | None]], target: list[tuple[str, bytes | None]]) -> None:
        if source:
            name, text = source.pop()
            self.guarded(lambda: target.append((name, saving.text_of(name, self.folder))))
            self.guarded(lambda: saving.restore(name, self.folder, text))
            house.read_again()
            self.open(name)

    def reset(self) -> None:
        """The shipped profile as it is; can be taken back."""
        self.flush()
        if self.guarded(self._reset):
            house.read_again()
            self.open(self.name)

    def _reset(self) -> None:
        before = saving.text_of(self.name, self.folder)
        saving.restore(self.name, self.folder, None)
        self._past.append((self.name, before))
        self._future.clear()

    def put_aside(self) -> None:
        """Takes a broken copy out of use; it stays on the disk under another name."""
        if self.guarded(lambda: saving.put_aside(self.name, self.folder)):
            house.read_again()
            self.open(self.name if saving.is_shipped(self.name) else STANDARD)

    def guarded(self, act: Callable[[], object]) -> bool:
        """Does something with files; what goes wrong is said. Whether it went well."""
        try:
            act()
        except (OSError, ProfileError) as error:
            self.failed.emit(sentence(error))
            return False
        return True
