"""Bekanntgabe: the only text of a non-public item that the public edition may carry (desk.md §6)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import publicity
from desktop.models.values import AgendaItem
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk.procedure import announcing
from desktop.ui.looks.theme import Label
from desktop.ui.richtext.richfield import RichField


class Announcement(QWidget):
    """A field below a non-public item; there where there is something to announce, or when it is asked for."""

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._item: str | None = None
        #: asked for at this item, whether or not there is anything yet
        self._wanted = ""
        self.field = RichField(book, bus, self)
        self.field.setAccessibleName(_("Announcement"))
        self.field.setAccessibleDescription(_("The only text of a non-public item for the public"))
        self.field.setPlaceholderText(_("What the public is told; nothing else of this item is in the public minutes"))
        label = self._title = Label(_("Announcement"))
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.field, 1)
        self.setFocusProxy(self.field)
        self.hide()
        bus.changed.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the field takes lines rather than its room."""
        super().resizeEvent(event)
        self._title.setMaximumWidth(self.width() // 3)

    def show_item(self, key: str | None) -> None:
        """Shows another item."""
        self._item, self._wanted = key, ""
        self.field.bind(key, "announcement")
        self._fit()

    def want(self) -> bool:
        """Somebody wants to write it; False where the item is public."""
        value = self._value()
        if value is None or publicity.item_is_public(self._book.meeting, value):
            return False
        self._wanted = value.key
        self._fit()
        return True

    def _value(self) -> AgendaItem | None:
        value = self._book.shelf.value(self._item) if self._item and self._item in self._book.shelf else None
        return value if isinstance(value, AgendaItem) else None

    def _fit(self) -> None:
        value = self._value()
        hidden = value is not None and not publicity.item_is_public(self._book.meeting, value)
        self.setVisible(
            value is not None
            and hidden
            and (bool(value.announcement) or announcing.is_decided(value) or self._wanted == value.key)
        )

    def _changed(self, changed: Changed) -> None:
        if self._item is not None and not changed.typing and self._book.meeting_key is not None:
            self._fit()
