"""Makes documents beside the window: from the book as it is saved to files in a folder."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock
from desktop.export.places import Places
from desktop.export.publish import publish
from desktop.export.sources import from_book
from desktop.models.book import Book
from desktop.models.edition import make_edition
from desktop.models.profiles import choose, law_of
from desktop.models.queries import setting
from desktop.models.rules.numbering import display
from desktop.models.values import ItemKind, Meeting, Reader
from desktop.paths import documents_dir, laws_dir, profiles_dir
from desktop.text import ui_text as _
from desktop.ui import leftout, tasks
from desktop.ui.dialogs.export import ExportDialog, Result, Wish
from desktop.ui.dialogs.export_choices import LastChoices
from desktop.ui.tasks import Cancelled, Control
from desktop.wording import holes_told, sentence

#: setting of the book: where the last documents went
FOLDER = "export.folder"


class Exporter(QObject):
    """One per window. ``data`` is the data folder, where a house may keep profiles of its own."""

    def __init__(self, book: Book, clock: Clock, data: Path, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._clock, self._data, self._window = book, clock, data, window

    def ask(self, item: str = "") -> ExportDialog:
        """Opens the form for the open meeting, for one of its items where a key is given."""
        folder = self._book.read(lambda db: setting(db, FOLDER))
        choices = LastChoices(self._book)
        dialog = ExportDialog(
            items_of(self._book.meeting), item, Path(folder or documents_dir()), choices, self._window
        )
        meeting = self._book.meeting_key or ""
        dialog.wanted.connect(lambda wish: self._run(dialog, meeting, wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _run(self, dialog: ExportDialog, meeting: str, wish: Wish) -> None:
        created = self._clock.now()
        control = tasks.run(
            dialog,
            lambda control: make(self._book, self._data, meeting, wish, created, control),
            dialog.show_result,
            lambda error: dialog.show_problem(_problem(error)),
            dialog.show_progress,
        )
        dialog.cancelled.connect(control.cancel)


def make(book: Book, data: Path, meeting: str, wish: Wish, created: datetime, control: Control) -> Result:
    """Makes what is wished; runs beside the window. Raises what ``publish`` does, and Cancelled."""
    session, attachments = from_book(book, meeting)
    profile = choose(session.body, None, profiles_dir(data))
    law = law_of(session.body, laws_dir(data))
    wish.folder.mkdir(parents=True, exist_ok=True)
    places = Places(book, meeting, wish.folder)
    done = publish(session, attachments, wish.order, profile, created, places.give, control.report, law=law)
    places.remember(done.files)
    book.keep(FOLDER, str(wish.folder))
    notes = [holes_told(done.holes)]
    if wish.order.reader is Reader.PUBLIC:
        public = make_edition(session, Reader.PUBLIC, meeting, attachments, profile.redaction_mark)
        notes.append(leftout.sentence(session, public.session, wish.order))
    if done.uncovered:
        names = ", ".join(f"{char} (U+{ord(char):04X})" for char in sorted(done.uncovered))
        notes.append(_("Printed as ⟨U+…⟩, because the fonts do not have them: {names}", names=names))
    return Result(done.files, tuple(note for note in notes if note))


def items_of(meeting: Meeting) -> list[tuple[str, str]]:
    """The items an extract can be made of: key and words."""
    return [
        (item.key, f"{display(item.number, item.public)}  {' '.join(item.name.split())}"[:90])
        for item in meeting.agenda
        if item.kind is not ItemKind.DIVIDER
    ]


def _problem(error: Exception) -> str:
    return _("Stopped; nothing was written.") if isinstance(error, Cancelled) else sentence(error)
