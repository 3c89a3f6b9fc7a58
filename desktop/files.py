"""Writing a file so that it is there whole or not at all."""

import contextlib
import os
import secrets
from pathlib import Path


def safe_write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; afterwards the file is there whole, or the old one is untouched.

    The bytes go into a new file of the same folder that only the user can read, are forced to the disk and then take
    the name in one step; only then others may read it, as the user's settings or the old file say. Raises OSError
    with ``path`` where that fails, and leaves nothing behind.
    """
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        _write_through(temporary, data)
        temporary.chmod(_mode(path))
        os.replace(temporary, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):  # names the temporary file, which nobody asked for
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
    _sync_folder(path.parent)


def _mode(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _write_through(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Force the new name to the disk. Windows cannot open folders and needs no such step; some file systems refuse."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
