"""The list of everything that can be set, in groups; a search line narrows it."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.houses.catalog import Group, Setting, groups
from desktop.ui.houses.draft import Draft
from desktop.ui.houses.form import MARK

_DATA = Qt.ItemDataRole.UserRole
#: what a setting can be found by besides its value
_FIXED = _DATA + 1
_PAD = 6


class SettingsTree(QTreeWidget):
    """Groups with their settings; words of the documents one storey deeper. Letters belong to the search line."""

    #: Group or Setting, or None
    chosen = Signal(object)
    #: Enter
    opened = Signal()
    #: Del
    removal = Signal()
    #: letters were typed
    typed = Signal(str)

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Settings"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self._draft = draft
        self._fill()
        self.mark()
        self.currentItemChanged.connect(lambda item: self.chosen.emit(item.data(0, _DATA) if item else None))
        self.itemDoubleClicked.connect(lambda _item, _column: self.opened.emit())
        draft.opened.connect(self.mark)
        draft.written.connect(lambda _places: self.mark())

    def _fill(self) -> None:
        tops: dict[str, QTreeWidgetItem] = {}
        for group in groups():
            over = None
            if group.within:
                over = tops.get(group.within) or self._row(None, group.within, None)
                tops[group.within] = over
            top = self._row(over, group.name, group)
            for setting in group.settings:
                item = self._row(top, setting.name, setting)
                item.setData(0, _FIXED, f"{group.within} {group.name} {setting.words}")

    def _row(self, over: QTreeWidgetItem | None, words: str, data: Group | Setting | None) -> QTreeWidgetItem:
        made = QTreeWidgetItem(over if over is not None else self, [words])
        made.setData(0, _DATA, data)
        made.setSizeHint(0, QSize(0, self.fontMetrics().lineSpacing() + _PAD))
        return made

    @staticmethod
    def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        return [one for place in range(item.childCount()) if (one := item.child(place)) is not None]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            yield item
            walk += 1

    def mark(self) -> None:
        """Marks what the house says otherwise, and the groups it is in."""
        for item in self._items():
            data = item.data(0, _DATA)
            if isinstance(data, Setting):
                changed = any(self._draft.differs(place) for place in data.places)
                self._set_mark(item, changed)
        for item in reversed(list(self._items())):
            if not isinstance(item.data(0, _DATA), Setting):
                self._set_mark(item, any(one.text(1) for one in self._below(item)))

    def _set_mark(self, item: QTreeWidgetItem, changed: bool) -> None:
        if bool(item.text(1)) != changed:
            item.setText(1, MARK if changed else "")
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, _("changed") if changed else "")
            words = f"{item.text(0)}, {_('changed')}" if changed else item.text(0)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words)

    # --- searching

    def narrow(self, text: str, *, changed_only: bool) -> None:
        """Shows the settings with all these words in their name, explanation, choices, present value, or their groups.

        The one that fits best is chosen; none where nothing is shown.
        """
        words = text.casefold().split()
        narrowed = bool(words) or changed_only
        for item in self._items():
            if isinstance(item.data(0, _DATA), Setting):
                found = self._text_of(item) if words else ""
                fits = all(word in found for word in words)
                item.setHidden(not fits or (changed_only and not item.text(1)))
        for item in reversed(list(self._items())):
            if not isinstance(item.data(0, _DATA), Setting):
                item.setHidden(all(one.isHidden() for one in self._below(item)))
                item.setExpanded(narrowed)
        if narrowed:
            self._choose_best(" ".join(words))
        if (current := self.currentItem()) is not None:
            self.scrollToItem(current)

    def _choose_best(self, text: str) -> None:
        """A group that is called so, else a setting that is, else the first setting."""

        def rank(item: QTreeWidgetItem) -> int:
            name = item.text(0).casefold()
            if not isinstance(item.data(0, _DATA), Setting):
                return 0 if text and name.startswith(text) else 3
            return 1 if all(word in name for word in text.split()) else 2

        shown = [item for item in self._items() if not item.isHidden()]
        best = min(shown, key=rank, default=None)
        if best is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(best)

    def _text_of(self, item: QTreeWidgetItem) -> str:
        """What a setting can be found by; the words of its groups too."""
        data: Setting = item.data(0, _DATA)
        values = " ".join(str(self._draft.values.get(place, "")) for place in data.places)
        return f"{item.data(0, _FIXED)} {values}".casefold()

    def choose_first(self) -> None:
        """Begins at the first group."""
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _go_in(self) -> None:
        """From what only holds groups to the first setting in it that is shown."""
        item = self.currentItem()
        if item is None or item.data(0, _DATA) is not None:
            return
        while item.childCount():
            item = next(one for one in self._below(item) if not one.isHidden())
        self.setCurrentItem(item)

    def current(self) -> Group | Setting | None:
        """What is chosen."""
        item = self.currentItem()
        found: Group | Setting | None = item.data(0, _DATA) if item is not None else None
        return found

    def group(self) -> Group | None:
        """The group of what is chosen."""
        item = self.currentItem()
        while item is not None and not isinstance(item.data(0, _DATA), Group):
            item = item.parent()
        found: Group | None = item.data(0, _DATA) if item is not None else None
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Del, letters, or what moves in a list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_in()
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal.emit()
        elif is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
