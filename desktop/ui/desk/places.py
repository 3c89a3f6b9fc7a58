"""The last places of writing, for Alt+←."""

from desktop.models.book import Book
from desktop.ui.desk.stream.pen import Place

_KEPT = 50


class Places:
    """Remembers where somebody wrote; going back twice goes back two places."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._places: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remembers a place that is left; the same entry is remembered once."""
        self._places = [one for one in self._places if one.entry != place.entry][-_KEPT:]
        self._places.append(place)

    def forget(self) -> None:
        """Another meeting: no place of the old one counts."""
        self._places = []

    def last(self, current: str | None) -> Place | None:
        """The last place that still exists and is not the current entry; it is forgotten by going there."""
        while self._places:
            place = self._places.pop()
            if place.entry in self._book.shelf and place.entry != current:
                return place
        return None
