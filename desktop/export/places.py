"""Where the files of a meeting go: a file that another meeting has written is never overwritten."""

from pathlib import Path

from desktop.models import queries
from desktop.models.book import Book


class Places:
    """Gives paths in a folder and remembers in the book which meeting wrote which file."""

    def __init__(self, book: Book, meeting: str, folder: Path) -> None:
        self._book = book
        self._meeting = meeting
        self._folder = folder.absolute()
        self._given: set[Path] = set()

    def give(self, name: str) -> Path:
        """The path for a file name: free, or written by this meeting before; else with a number behind.

        Never the same twice.
        """
        path = self._folder / name
        number = 2
        while path in self._given or (path.exists() and not self._is_ours(path)):
            path, number = self._folder / f"{Path(name).stem}_{number}{path.suffix}", number + 1
        self._given.add(path)
        return path

    def remember(self, files: tuple[Path, ...]) -> None:
        """Notes that this meeting has written the files."""
        for path in files:
            self._book.keep(_setting(path), self._meeting)

    def _is_ours(self, path: Path) -> bool:
        return self._book.read(lambda db: queries.setting(db, _setting(path))) == self._meeting


def _setting(path: Path) -> str:
    return f"export:{path}"
