"""Takes files into the book: chosen by the user, read and checked beside the window, taken in as one undoable act."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.models import intake
from desktop.models.book import Book
from desktop.models.errors import MeetingExists
from desktop.models.exchange import session_file
from desktop.models.exchange.session_file import Parsed
from desktop.paths import documents_dir, resource
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.messages import Banners, Tone
from desktop.ui.tasks import Control
from desktop.wording import sentence

TOPIC = "import"


class Importer(QObject):
    """One per window. Problems are told in a banner, and nothing of a bad file is taken in."""

    #: key of the first meeting of the file, once it is in the book
    imported = Signal(str)
    #: all went well: a sentence in passing
    told = Signal(str)

    def __init__(self, book: Book, banners: Banners, window: QWidget) -> None:
        super().__init__(window)
        self._book = book
        self._banners = banners
        self._window = window

    def ask(self) -> None:
        """Lets the user choose a file."""
        dialog = QFileDialog(self._window, _("Import file"), str(documents_dir()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Session files (*.json)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: Path) -> None:
        """Reads a file and takes it in."""
        self._banners.clear(TOPIC)
        tasks.run(self, _reading([path]), lambda files: self._take_in(files), lambda error: self._tell(path, error))

    def take_demo(self) -> None:
        """Takes the invented municipality in."""
        paths = sorted(resource("demo").glob("*.json"))
        tasks.run(self, _reading(paths), lambda files: self._take_in(files), lambda error: self._tell(paths[0], error))

    def _take_in(self, files: list[tuple[Path, Parsed]], *, replace: bool = False) -> None:
        taken: list[str] = []
        differing = 0
        for path, parsed in files:
            try:
                report = intake.take_in(self._book, parsed, replace=replace)
            except MeetingExists as error:
                self._offer_to_replace(path, parsed, error)
                return
            except Exception as error:
                self._tell(path, error)
                return
            taken += report.meetings
            differing += len(report.differences)
        self._report(len(taken), differing)
        if taken:
            self.imported.emit(taken[-1])

    def _report(self, meetings: int, differing: int) -> None:
        text = _n("{number} meeting taken in.", "{number} meetings taken in.", meetings)
        if differing:
            told = _n(
                "{number} person or body differs in the file; the book’s version stays (see “Bodies and people”).",
                "{number} persons or bodies differ in the file; the book’s version stays (see “Bodies and people”).",
                differing,
            )
            self._banners.show_message(TOPIC, f"{text} {told}")
        else:
            self.told.emit(text)

    def _offer_to_replace(self, path: Path, parsed: Parsed, error: MeetingExists) -> None:
        text = _("“{name}” is in the book already; nothing was changed.", name=error.name)
        replace: Callable[[], None] = lambda: self._replace(path, parsed)  # noqa: E731
        self._banners.show_message(TOPIC, text, Tone.WARNING, (_("Put the file in its place"), replace))

    def _replace(self, path: Path, parsed: Parsed) -> None:
        self._banners.clear(TOPIC)
        self._take_in([(path, parsed)], replace=True)

    def _tell(self, path: Path, error: Exception) -> None:
        text = _("{file} was not taken in. {reason}", file=path.name, reason=sentence(error))
        self._banners.show_message(TOPIC, text, Tone.PROBLEM)


def _reading(paths: list[Path]) -> Callable[[Control], list[tuple[Path, Parsed]]]:
    def read(control: Control) -> list[tuple[Path, Parsed]]:
        files = []
        for place, path in enumerate(paths, start=1):
            control.report(place, len(paths), path.name)
            files.append((path, session_file.read(path.read_bytes())))
        return files

    return read
