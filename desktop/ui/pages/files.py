"""Anlagen: names, numbers, publicity, and the files themselves, which are kept inside the book."""

import hashlib
import mimetypes
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import File
from desktop.paths import documents_dir
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from desktop.ui.tasks import Control
from desktop.wording import sentence

#: design §4: attachments lie inside the book
LARGEST = 50_000_000
_SLOT = "files"


class TooLarge(Exception):
    """An attachment is larger than the book takes."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class FileTable(QWidget):
    """The attachments of a paper, an item or a meeting."""

    #: a sentence for the user
    complained = Signal(str)

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._key = book, key
        self._model: RowsModel[File] = RowsModel(self._columns(), self)
        self.table = Table(_("Attachments"), self, by_cell=True)
        self.table.setModel(self._model)
        self.table.setMinimumHeight(self.fontMetrics().height() * 6)
        self.table.addition.connect(self.ask)
        self.table.removal.connect(lambda index: book.remove(index.data(ROW_ROLE).key))
        head = Flow()
        head.addWidget(Label(_("Attachments"), bold=True, parent=self))
        head.addStretch(1)
        add = PushButton(_("Add file (Ins) …"), self)
        add.clicked.connect(self.ask)
        head.addWidget(add)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.table)
        bus.changed.connect(self._changed)
        self._reload()

    def _columns(self) -> tuple[Column[File], ...]:
        return (
            Column(N_("No."), lambda row: str(row.number or ""), write=self._set_number, right=True),
            Column(N_("Name"), lambda row: row.name, write=self._set_name, wide=True),
            Column(N_("File"), lambda row: row.file_name or ""),
            Column(N_("Size"), _size, right=True),
            Column(
                N_("Publicity"),
                lambda row: dict(_publicity())[bool(row.public)],
                write=lambda row, value: self._book.change(row.key, public=value),
                options=_publicity,
                value=lambda row: bool(row.public),
            ),
        )

    def _set_number(self, row: File, text: str) -> None:
        if not text.strip() or (text.strip().isdigit() and int(text) > 0):
            self._book.change(row.key, number=int(text) if text.strip() else None)

    def _set_name(self, row: File, text: str) -> None:
        if text.strip():
            self._book.change(row.key, name=text.strip())

    # --- adding

    def ask(self) -> None:
        """Lets the user choose files."""
        dialog = QFileDialog(self, _("Add attachments"), str(documents_dir()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, paths: list[Path]) -> None:
        """Reads files and adds them."""
        tasks.run(self, lambda control: _read(paths, control), self._add, self._fail)

    def _add(self, found: list[tuple[File, bytes]]) -> None:
        with self._book.step("add.File"):
            for file, data in found:
                self._append(file, {str(file.content): data})

    def add_names(self, names: Iterable[str]) -> None:
        """Adds attachments of which only the name is known."""
        known = {row.name for row in self._model.rows}
        for name in names:
            if name not in known:
                self._append(File(name=name), {})

    def _append(self, file: File, blobs: dict[str, bytes]) -> None:
        siblings = [self._book.shelf.records[key].data for key in self._book.shelf.children(self._key, _SLOT)]
        number = max((data["number"] or 0 for data in siblings), default=0) + 1
        self._book.add(replace(file, number=number), self._key, _SLOT, blobs=blobs)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, TooLarge):
            self.complained.emit(
                _("{file} is larger than 50 MB and was not added; please give a link instead.", file=error.path.name)
            )
        else:
            self.complained.emit(sentence(error))

    # --- following

    def _rows(self) -> list[File]:
        rows = [self._book.shelf.value(key) for key in self._book.shelf.children(self._key, _SLOT)]
        return [row for row in rows if isinstance(row, File)]

    def _reload(self) -> None:
        current = self.table.currentIndex()
        rows = self._rows()
        self._model.set_rows(rows)
        self.table.fit()
        if current.isValid() and rows:
            self.table.setCurrentIndex(self._model.index(min(current.row(), len(rows) - 1), current.column()))

    def _changed(self, changed: Changed) -> None:
        keys = {row.key for row in self._model.rows}
        if self._key in changed.parents or keys & changed.fields.keys():
            self._reload()


def _read(paths: list[Path], control: Control) -> list[tuple[File, bytes]]:
    found = []
    for place, path in enumerate(paths, start=1):
        control.report(place, len(paths), path.name)
        if path.stat().st_size > LARGEST:
            raise TooLarge(path)
        data = path.read_bytes()
        digest = hashlib.sha512(data).hexdigest()
        kind = mimetypes.guess_type(path.name)[0]
        file = File(
            name=path.stem, file_name=path.name, mime_type=kind, size=len(data), content=digest, sha512_checksum=digest
        )
        found.append((file, data))
    return found


def _size(row: File) -> str:
    if row.size is None:
        return row.size_text or ""
    return f"{max(1, round(row.size / 1024))} KB"


def _publicity() -> list[tuple[Any, str]]:
    return [(True, _("public")), (False, _("not public"))]
