"""Before documents for the public are made: shows what somebody should have seen, and goes on when told to."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop.export.order import Order
from desktop.export.sources import from_book
from desktop.models.book import Book
from desktop.ui import guardwords, house, tasks
from desktop.ui.dialogs.guard import GuardDialog
from desktop.ui.guardwords import Group


def look_first(
    form: QDialog,
    book: Book,
    order: Order,
    go_on: Callable[[], None],
    back: Callable[[], None],
    failed: Callable[[Exception], None],
    place_wanted: Callable[[str, str], None],
) -> None:
    """Goes on at once where there is nothing to see; else shows it above the form of the export.

    ``back`` is called when the user does not want to go on, ``place_wanted`` with the keys of an item and an entry that
    somebody wants to see, after the form is closed.
    """

    def show(found: tuple[Group, ...]) -> None:
        if not found:
            go_on()
            return
        dialog = GuardDialog(found, form)
        dialog.accepted.connect(go_on)
        dialog.rejected.connect(back)
        dialog.placeWanted.connect(go_there)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def go_there(item: str, entry: str) -> None:
        form.reject()
        place_wanted(item, entry)

    look_through(form, book, order, show, failed)


def look_through(
    owner: QObject,
    book: Book,
    order: Order,
    then: Callable[[tuple[Group, ...]], None],
    failed: Callable[[Exception], None],
) -> None:
    """Looks through the open meeting beside the window; ``then`` gets what there is to see."""
    meeting, profile, law = book.meeting.key, house.profile(book), house.law(book)
    tasks.run(owner, lambda _control: guardwords.look(from_book(book, meeting)[0], order, profile, law), then, failed)
