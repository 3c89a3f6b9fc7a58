"""The attachments (Anlagen) of an item: added from files, named, made public, removed."""

import hashlib
import mimetypes
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.book import Book
from desktop.models.clean import clean
from desktop.models.journal import Changed
from desktop.models.rules.attachments import is_reserved, next_number
from desktop.models.values import AgendaItem, File, Motion, Speech, TextEntry
from desktop.text import ui_text as _
from desktop.text import window_number
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.presence.attendance_add import EnterButton
from desktop.ui.looks.theme import Label
from desktop.wording import sentence

#: bytes; larger ones belong into an archive, not into a minute book (design §4, Tables)
LARGEST = 50 * 1024 * 1024
_SHOWN_LINES = 3
_KEY = Qt.ItemDataRole.UserRole


class Attachments(QWidget):
    """A short list with its keys: Ins adds, Del removes, Space makes public or not, Enter changes the name."""

    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._item: str | None = None
        self._filling = False
        self.list = _Files(self)
        self.list.setItemDelegate(_Names(self.list))
        self.list.setAccessibleName(_("Attachments"))
        self.list.setAccessibleDescription(_("Ins adds, Del removes, Space bar: public or not, Enter: name"))
        self.list.itemChanged.connect(self._renamed)
        self.list.removed.connect(self._remove)
        self.list.toggled.connect(self._toggle_public)
        self.list.added.connect(self.choose)
        self.list.setToolTip(self.list.accessibleDescription())
        add = EnterButton(_("Add …"), self)
        add.setAccessibleName(_("Add an attachment"))
        add.clicked.connect(self.choose)
        head = QHBoxLayout()
        head.addWidget(Label(_("Attachments"), bold=True), 1)
        head.addWidget(add)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(head)
        rows.addWidget(self.list)
        self._keys = Label(_("Space: public or not · Enter: name · Ins: file"), colour="muted", parent=self)
        self._keys.setWordWrap(True)
        rows.addWidget(self._keys)
        self.setTabOrder(add, self.list)
        self.list.reached.connect(self._show_keys)
        bus.changed.connect(self._changed)

    def show_item(self, key: str | None) -> None:
        """Shows the attachments of an item."""
        self._item = key
        self._fill()

    def _files(self) -> tuple[File, ...]:
        value = self._book.shelf.value(self._item) if self._item in self._book.shelf and self._item else None
        return value.files if isinstance(value, AgendaItem) else ()

    def _fill(self) -> None:
        current = self.list.currentRow()
        self._filling = True
        self.list.clear()
        for place, file in enumerate(self._files(), 1):
            row = QListWidgetItem(file.name)
            row.setData(_KEY, file.key)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
            size = file.size_text or (_("{size} KB", size=window_number(-(-file.size // 1024))) if file.size else "")
            about = [_("Attachment {number}", number=file.number or place), size]
            about += [_("the file is missing")] if is_reserved(file) else []
            about.append(_("public") if file.public else _("not public"))
            row.setData(_ABOUT, " · ".join(part for part in about if part))
            row.setData(_STATE, self._state(file))
            row.setToolTip(row.data(_ABOUT))
            row.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.data(_ABOUT))
            row.setText(file.name)
            self.list.addItem(row)
        self.list.setCurrentRow(min(max(current, 0), self.list.count() - 1))
        self.list.setVisible(bool(self.list.count()))
        self.list.updateGeometry()
        self._show_keys()
        self._filling = False

    def _state(self, file: File) -> str:
        """What the row says behind the name."""
        public = _("public") if file.public else _("not public")
        return f"{public}, {_('the file is missing')}" if is_reserved(file) else public

    def _show_keys(self) -> None:
        """The keys of the rows, as long as the keyboard is on them."""
        self._keys.setVisible(self.list.hasFocus() and bool(self.list.count()))

    # --- acts

    def choose(self) -> None:
        """Asks for files; the dialog does not stop typing."""
        dialog = QFileDialog(self, _("Add an attachment"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._add_all)
        dialog.open()

    def _add_all(self, names: list[str]) -> None:
        for name in names:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Takes a file into the book; whether it may be published is decided by hand."""
        if self._item is None:
            return
        try:
            if path.stat().st_size > LARGEST:
                words = _("{name} is larger than 50 MB and was not added; please make it smaller.", name=path.name)
                self.said.emit(words)
                return
            data = path.read_bytes()
        except OSError as error:
            self.said.emit(sentence(error))
            return
        digest = hashlib.sha512(data).hexdigest()
        waiting = self._awaited()
        file = File(
            number=waiting.number if waiting else next_number(self._files()),
            name=waiting.name if waiting and waiting.name != _reserved_name(waiting.number) else clean(path.stem),
            file_name=clean(path.name),
            mime_type=mimetypes.guess_type(path.name)[0],
            size=len(data),
            public=False,
            sha512_checksum=digest,
            content=digest,
        )
        with self._book.step("add.File"):
            index = self._files().index(waiting) if waiting else None
            key = self._book.add(file, self._item, "files", index, blobs={digest: data})
            if waiting is not None:
                self._take_place(waiting.key, key)
        self.said.emit(
            _("Attachment {number} is not public: the space bar on its row makes it public", number=file.number)
        )

    def _awaited(self) -> File | None:
        """The Anlage whose number is taken and whose file comes now: the chosen one, else the first."""
        row = self.list.currentItem()
        chosen = row.data(_KEY) if row is not None else None
        waiting = [file for file in self._files() if is_reserved(file)]
        return next((file for file in waiting if file.key == chosen), waiting[0] if waiting else None)

    def _take_place(self, waiting: str, key: str) -> None:
        """What referred to the number refers to the file."""
        for entry in self._book.shelf.children(self._item, "proceedings"):
            files = self._book.shelf.records[entry].data.get("files") or ()
            if waiting in files:
                self._book.change(entry, files=tuple(key if one == waiting else one for one in files))
        self._book.remove(waiting)

    def reserve(self, entry: str | None) -> None:
        """»Anlage beigefügt«: takes the next number for a file that comes later; the entry refers to it."""
        if self._item is None:
            self.said.emit(_("An attachment belongs to an item; choose one in the agenda first"))
            return
        number = next_number(self._files())
        with self._book.step("enclose"):
            file = File(number=number, name=_reserved_name(number), public=False)
            key = self._book.add(file, self._item, "files")
            if entry is not None and isinstance(value := self._book.shelf.value(entry), TextEntry | Speech | Motion):
                self._book.change(entry, files=(*value.files, key))
        self.said.emit(
            _k(
                "Attachment {number} is noted; {next_area} goes to the attachments, there Ins: file, Enter: name",
                number=number,
            )
        )

    def _remove(self, key: str) -> None:
        with self._book.step("remove.File"):
            self._book.remove(key)
            for number, file in enumerate(self._files(), 1):
                if file.number is not None:
                    self._book.change(file.key, number=number)

    def _toggle_public(self, key: str) -> None:
        file = self._book.shelf.value(key)
        if isinstance(file, File):
            self._book.change(key, public=not file.public)
            words = _("{name} is not public now") if file.public else _("{name} is public now")
            self.said.emit(words.format(name=file.name))

    def _renamed(self, row: QListWidgetItem) -> None:
        if not self._filling:
            self._book.change(row.data(_KEY), name=clean(row.text()))

    def _changed(self, changed: Changed) -> None:
        if changed.typing or self._item is None:
            return
        shown = {file.key for file in self._files()}
        if self._item in changed.parents or shown & changed.fields.keys():
            self._fill()


#: this goes into the minutes, so it is German whatever the language of the window
_RESERVED = "Anlage {number}"


def _reserved_name(number: int | None) -> str:
    """What an Anlage is called until its file comes."""
    return _RESERVED.format(number=number)


_ABOUT, _STATE = _KEY + 1, _KEY + 2


class _Names(QStyledItemDelegate):
    """Names, behind which it says who may read the file; while a name is edited it stands alone."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The words of a row."""
        super().initStyleOption(option, index)
        option.text = f"{index.data()} – {index.data(_STATE)}"


class _Files(QListWidget):
    """The list with its keys."""

    added = Signal()
    removed = Signal(str)
    toggled = Signal(str)
    #: the keyboard came or went
    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys of the rows are shown."""
        super().focusInEvent(event)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They are hidden."""
        super().focusOutEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ins, Del, Space and Enter."""
        row = self.currentItem()
        key = row.data(_KEY) if row is not None else None
        if event.key() == Qt.Key.Key_Insert:
            self.added.emit()
        elif key and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(key)
        elif key and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(key)
        elif row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editItem(row)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its lines, up to a few."""
        lines = min(max(self.count(), 1), _SHOWN_LINES)
        return QSize(180, lines * (self.fontMetrics().height() + 6) + 4)

    def minimumSizeHint(self) -> QSize:
        """The same: more lines scroll."""
        return self.sizeHint()
