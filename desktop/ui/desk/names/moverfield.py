"""A field for the movers of a motion: factions and persons, parted by commas."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.desk.names.namefield import NameField
from desktop.ui.desk.names.speakers import Speaker
from desktop.ui.desk.names.suggest import Suggestions


class MoverField(NameField):
    """The list looks for what stands behind the last comma. What nobody is known by stays as a name."""

    #: keys of the known movers, and the rest as typed or None
    moved = Signal(tuple, object)

    def __init__(self, suggestions: Callable[[], Suggestions], parent: QWidget | None = None) -> None:
        super().__init__(suggestions, parent)
        self._keys: tuple[str, ...] = ()
        #: those that stood in the field while it was typed in last
        self._kept: tuple[str, ...] = ()
        self.chosen.connect(self._add)
        self.settled.connect(self._add)
        self.textEdited.connect(self._dropped)

    def show_movers(self, keys: tuple[str, ...], name: str | None) -> None:
        """Shows who moved so far."""
        self._keys = keys
        names = [self.directory.name_of(key) for key in keys]
        self.show_name(", ".join(filter(None, (*names, name))))

    def wanted(self) -> str:
        """What is looked for: the part behind the last comma."""
        return self.text().rpartition(",")[2].strip()

    def _named(self) -> tuple[str, ...]:
        """Those of the known movers that still stand in the field."""
        parts = [part.strip() for part in self.text().split(",")]
        return tuple(key for key in self._keys if self.directory.name_of(key) in parts)

    def _add(self, speaker: Speaker) -> None:
        keys = self._kept if speaker.key in self._kept else (*self._kept, speaker.key)
        self.show_movers(keys, None)
        self.moved.emit(keys, None)

    def _keep(self) -> None:
        """A name counts from its first letter on, so that it does not matter how the field is left."""
        keys = self._named()
        names = [self.directory.name_of(key) for key in keys]
        rest = [part.strip() for part in self.text().split(",") if part.strip() not in names]
        self.moved.emit(keys, ", ".join(filter(None, rest)) or None)

    def _dropped(self) -> None:
        self._kept = self._named()
        self._keep()
