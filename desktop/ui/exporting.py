"""Makes documents beside the window: from the open meeting as it is now to files in a folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock
from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.order import Order
from desktop.export.places import RELEASED, Places, given_out, recognise
from desktop.export.sources import from_book
from desktop.models.book import Book
from desktop.models.queries import setting
from desktop.models.rules.numbering import display
from desktop.models.values import AgendaItem, ItemKind, Meeting
from desktop.paths import documents_dir
from desktop.text import ui_text as _
from desktop.ui import guardwords, house, tasks
from desktop.ui.dialogs.export import ExportDialog, Result, Wish
from desktop.ui.dialogs.export_choices import LastChoices
from desktop.ui.dialogs.given import EDITIONS, GivenDialog
from desktop.ui.guarding import look_first
from desktop.ui.messages import Banners, Tone
from desktop.ui.preview.messages import Job, PressGone
from desktop.ui.preview.pressroom import Pressroom, reader_of
from desktop.ui.preview.process import Press
from desktop.ui.tasks import Cancelled, Control
from desktop.wording import holes_told, told

#: setting of the book: where the last documents went
FOLDER = "export.folder"
#: topic of the banner
_TOPIC = "export"


class Exporter(QObject):
    """One per window. The files are made in the process of ``pressroom``, so that typing goes on."""

    #: keys of an item and an entry that somebody wants to see, empty where there is none
    placeWanted = Signal(str, str)

    def __init__(self, book: Book, clock: Clock, pressroom: Pressroom, banners: Banners, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._clock, self._pressroom = book, clock, pressroom
        self._banners, self._window = banners, window

    def ask(self, item: str = "") -> ExportDialog:
        """Opens the form for the open meeting, for one of its items where a key is given."""
        choices = LastChoices(self._book)
        dialog = ExportDialog(items_of(self._book.meeting), item, self._folder(), choices, self._window)
        dialog.wanted.connect(lambda wish: self._answer(dialog, wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _answer(self, dialog: ExportDialog, wish: Wish) -> None:
        control = Control()
        dialog.cancelled.connect(control.cancel)
        failed = lambda error: dialog.show_problem(_problem(error))  # noqa: E731
        go_on = lambda: self._run(dialog, wish, control, dialog.show_result, failed, dialog.show_progress)  # noqa: E731
        back = lambda: dialog.show_problem(_("Nothing was written."))  # noqa: E731
        look_first(dialog, self._book, wish.order, go_on, back, failed, self.placeWanted.emit)

    def at_once(self, item: AgendaItem) -> None:
        """The extract of an item on paper, into the folder of the last documents; a banner tells when it is there.

        An item that is not public is made for those entitled to it.
        """
        reader = reader_of(self._book, item)
        wish = Wish(Order(kind=Kind.AUSZUG, look=Look.DRUCK, reader=reader, item=item.key), self._folder())
        named = _("Extract {item} ({edition})", item=_number(item), edition=_(EDITIONS[reader]))
        self._banners.show_message(_TOPIC, _("{what} is being made …", what=named))
        book, meeting = self._book, self._book.meeting.key
        profile, law = house.profile(book), house.law(book)

        def look(_control: Control) -> bool:
            found = guardwords.look(from_book(book, meeting)[0], wish.order, profile, law)
            return any(group.warns for group in found)

        tasks.run(self, look, lambda warns: self._warned(item) if warns else self._extract(named, wish), self._failed)

    def _warned(self, item: AgendaItem) -> None:
        """Somebody should look before everybody can read it: the form leads there."""
        self._banners.clear(_TOPIC)
        self.ask(item.key)

    def _extract(self, named: str, wish: Wish) -> None:
        self._run(self, wish, Control(), lambda result: self._tell(named, wish.folder, result), self._failed)

    def _failed(self, error: Exception) -> None:
        self._banners.show_message(_TOPIC, _problem(error), Tone.PROBLEM)

    def show_given(self) -> GivenDialog:
        """What was given out of the open meeting."""
        book = self._book
        dialog = GivenDialog(given_out(book, book.meeting.key), lambda file: recognise(book, file), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _tell(self, named: str, folder: Path, result: Result) -> None:
        files = ", ".join(path.name for path in result.files)
        text = " ".join((f"{named}: {files} → {folder}.", *result.notes))
        self._banners.show_message(_TOPIC, text, action=(_("Open folder"), lambda: _open(folder)))

    def _folder(self) -> Path:
        return Path(self._book.read(lambda db: setting(db, FOLDER)) or documents_dir())

    def _run(
        self,
        owner: QObject,
        wish: Wish,
        control: Control,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int, str], None] | None = None,
    ) -> None:
        meeting, book = self._book.meeting, self._book
        final = meeting.state in RELEASED
        job = self._pressroom.job(wish.order, self._clock.now())

        def begin(press: Press) -> None:
            places = Places(book, meeting.key, wish.folder, final=final)
            tasks.run(owner, lambda reins: make(book, press, places, wish, job, reins), done, failed, progress, control)

        self._pressroom.when_fed(begin)


def make(book: Book, press: Press, places: Places, wish: Wish, job: Job, control: Control) -> Result:
    """Makes what is wished; runs beside the window. Raises what ``publish`` does, Cancelled, and PressGone."""
    wish.folder.mkdir(parents=True, exist_ok=True)
    made = press.publish(job, places.give, control)
    places.remember(made.files, made.issue)
    book.keep(FOLDER, str(wish.folder))
    notes = [holes_told(made.holes), made.left_out]
    if places.spared:
        names = ", ".join(places.spared)
        notes.append(_("Final files stay as they are, the drafts have a name of their own: {names}.", names=names))
    if made.uncovered:
        names = ", ".join(f"{char} (U+{ord(char):04X})" for char in sorted(made.uncovered))
        notes.append(_("Printed as ⟨U+…⟩, because the fonts do not have them: {names}", names=names))
    return Result(made.files, tuple(note for note in notes if note))


def items_of(meeting: Meeting) -> list[tuple[str, str]]:
    """The items an extract can be made of: key and words."""
    return [
        (item.key, f"{display(item.number, item.public)}  {' '.join(item.name.split())}"[:90])
        for item in meeting.agenda
        if item.kind is not ItemKind.DIVIDER
    ]


def _number(item: AgendaItem) -> str:
    return display(item.number, item.public) or " ".join(item.name.split())[:40]


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _problem(error: Exception) -> str:
    match error:
        case Cancelled():
            return _("Stopped; nothing was written.")
        case PressGone():
            return _("What makes the documents has crashed. Please try again.")
    return told(error)
