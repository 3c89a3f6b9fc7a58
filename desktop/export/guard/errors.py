"""Why a document is not written."""

from desktop.export.guard.places import Place


class LeakError(Exception):
    """A document for the public holds something that is not public. ``item`` is the number of the item, or nothing."""

    def __init__(self, document: str, place: Place, item: str = "") -> None:
        super().__init__(f"{document}: {place}")
        self.document = document
        self.place = place
        self.item = item
