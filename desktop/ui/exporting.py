"""Makes documents beside the window: from the open meeting as it is now to files in a folder."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock
from desktop.export.changes import changed_since
from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.order import Order
from desktop.export.places import RELEASED, Places, given_out, recognise
from desktop.models.book import Book
from desktop.models.queries import setting
from desktop.models.rules.numbering import display
from desktop.models.values import AgendaItem, ItemKind, Meeting, Reader
from desktop.paths import documents_dir
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import guardwords, house, leftout, tasks
from desktop.ui.dialogs.export import ExportDialog, Result, Wish
from desktop.ui.dialogs.export_choices import KINDS, LastChoices
from desktop.ui.dialogs.given import EDITIONS, GivenDialog, moment_told
from desktop.ui.guarding import look_first, look_through
from desktop.ui.guardwords import Group
from desktop.ui.messages import Banners, Tone
from desktop.ui.outside import open_outside
from desktop.ui.preview.messages import Job, Made, PressGone
from desktop.ui.preview.pressroom import Pressroom, reader_of
from desktop.ui.preview.process import Press
from desktop.ui.tasks import Cancelled, Control
from desktop.wording import told

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
        dialog = ExportDialog(items_of(self._book.meeting), item, folder_of(self._book), choices, self._window)
        dialog.wanted.connect(lambda wish: self._answer(dialog, wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._look_for_changes(dialog)
        return dialog

    def _look_for_changes(self, dialog: ExportDialog) -> None:
        """Since final documents were given out; worked out beside the window."""
        book, meeting, mark = self._book, self._book.meeting.key, house.profile(self._book).redaction_mark

        def show(since: Mapping[Reader, str]) -> None:
            dialog.say_changed({reader: moment_told(at) for reader, at in since.items()})

        tasks.run(dialog, lambda _control: changed_since(book, meeting, mark), show, lambda _error: None)

    def _answer(self, dialog: ExportDialog, wish: Wish) -> None:
        control = Control()
        dialog.cancelled.connect(control.cancel)
        failed = lambda error: dialog.show_problem(_problem(error))  # noqa: E731
        go_on = lambda: self._run(dialog, wish, control, dialog.show_result, failed, dialog.show_progress)  # noqa: E731
        back = lambda: dialog.show_problem(_("Nothing was written."))  # noqa: E731
        look_first(dialog, self._book, wish.orders[0], go_on, back, failed, self.placeWanted.emit)

    def at_once(self, item: AgendaItem) -> None:
        """The extract of an item on paper, into the folder of the last documents; a banner tells when it is there.

        An item that is not public is made for those entitled to it.
        """
        reader = reader_of(self._book, item)
        order = Order(kind=Kind.AUSZUG, look=Look.DRUCK, reader=reader, item=item.key)
        wish = Wish((order,), folder_of(self._book))
        named = _("Extract {item} ({edition})", item=_number(item), edition=_(EDITIONS[reader]))
        self._banners.show_message(_TOPIC, _("{what} is being made …", what=named))

        def seen(found: Sequence[Group]) -> None:
            if any(group.warns for group in found):  # somebody should look before everybody can read it
                self._banners.clear(_TOPIC)
                why = _("This was not made yet: there is something to look at. The list comes with »Make«.")
                self.ask(item.key).preset(order, why)
                return
            number = guardwords.replaced(found)
            note = _n("{number} passage replaced.", "{number} passages replaced.", number) if number else ""
            self._run(self, wish, Control(), lambda result: self._tell(named, wish.folder, result, note), self._failed)

        look_through(self, self._book, order, seen, self._failed)

    def _failed(self, error: Exception) -> None:
        self._banners.show_message(_TOPIC, _problem(error), Tone.PROBLEM)

    def show_given(self) -> GivenDialog:
        """What was given out of the open meeting."""
        book = self._book
        dialog = GivenDialog(given_out(book, book.meeting.key), lambda file: recognise(book, file), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _tell(self, named: str, folder: Path, result: Result, note: str) -> None:
        files = ", ".join(path.name for path in result.files)
        text = " ".join((f"{named}: {files} → {folder}.", *filter(None, (note,)), *result.notes))
        self._banners.show_message(_TOPIC, text, action=(_("Open folder"), lambda: open_outside(folder)))

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
        jobs = [self._pressroom.job(order, self._clock.now()) for order in wish.orders]

        def begin(press: Press) -> None:
            places = Places(book, meeting.key, wish.folder, final=final)
            tasks.run(
                owner, lambda reins: make(book, press, places, wish, jobs, reins), done, failed, progress, control
            )

        self._pressroom.when_fed(begin)


def folder_of(book: Book) -> Path:
    """Where the last documents went; where there were none, the user's documents."""
    return Path(book.read(lambda db: setting(db, FOLDER)) or documents_dir())


def make(book: Book, press: Press, places: Places, wish: Wish, jobs: Sequence[Job], control: Control) -> Result:
    """Makes what is wished, kind by kind; runs beside the window.

    Raises what ``publish`` does, Cancelled, and PressGone; where some kinds are written already it is told in a note.
    """
    wish.folder.mkdir(parents=True, exist_ok=True)
    done: list[Made] = []
    notes: list[str] = []
    for job in jobs:
        control.what = _(KINDS[job.order.kind])
        try:
            if control.cancelled:
                raise Cancelled
            made = press.publish(job, places.give, control)
        except Exception as error:
            if not done:
                raise
            reason = _("stopped.") if isinstance(error, Cancelled) else _problem(error)
            notes.append(_("{kind} and what follows it was not made: {reason}", kind=control.what, reason=reason))
            break
        places.remember(made.files, made.issue)
        done.append(made)
    book.keep(FOLDER, str(wish.folder))
    return Result(tuple(file for made in done for file in made.files), (*notes, *_notes(done, places)))


def _notes(done: Sequence[Made], places: Places) -> Iterator[str]:
    """What is to be said of what was made; what is left out as the first document says, which tells most."""
    if holes := leftout.holes_told(tuple(dict.fromkeys(hole for made in done for hole in made.holes))):
        yield holes
    if done[0].left_out:
        yield done[0].left_out
    if places.spared:
        names = ", ".join(places.spared)
        yield _("Final files stay as they are, the drafts have a name of their own: {names}.", names=names)
    if uncovered := frozenset[str]().union(*(made.uncovered for made in done)):
        names = ", ".join(f"{char} (U+{ord(char):04X})" for char in sorted(uncovered))
        yield _("Printed as ⟨U+…⟩, because the fonts do not have them: {names}", names=names)


def items_of(meeting: Meeting) -> list[tuple[str, str]]:
    """The items an extract can be made of: key and words."""
    return [
        (item.key, f"{display(item.number, item.public)}  {' '.join(item.name.split())}"[:90])
        for item in meeting.agenda
        if item.kind is not ItemKind.DIVIDER
    ]


def _number(item: AgendaItem) -> str:
    return display(item.number, item.public) or " ".join(item.name.split())[:40]


def _problem(error: Exception) -> str:
    match error:
        case Cancelled():
            return _("Stopped; nothing was written.")
        case PressGone():
            return _("Something went wrong while the documents were made; nothing was written. Please try again.")
    return told(error)
