"""Where things are: resources beside the source or inside the installed package, data where the platform wants it."""

from pathlib import Path

import platformdirs

APP_NAME = "Protokollpult"
BOOK_NAME = "protokollpult.book"

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A file or folder shipped with the program, e.g. ``resource("profiles", "standard.toml")``."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def data_dir() -> Path:
    """The user's data folder: local to this machine, never one that roams or is synchronised."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def profiles_dir(data: Path) -> Path:
    """Where the user's own copies of house profiles lie, within a data folder."""
    return data / "profiles"


def laws_dir(data: Path) -> Path:
    """Where the user's own copies of law profiles lie, within a data folder."""
    return data / "laws"


def documents_dir() -> Path:
    """Where a person looks for documents; proposed for exports."""
    return Path(platformdirs.user_documents_dir())
