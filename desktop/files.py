"""Writing a file so that it is there whole or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path


def safe_write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; afterwards the file is there whole, or the old one is untouched.

    The bytes go into a new file of the same folder that only the user can read, are forced to the disk and then take
    the name in one step; only then others may read it, as the user's settings or the old file say. Raises OSError
    with ``path`` where that fails, and leaves nothing behind.
    """
    safe_write_all([(path, data)])


def safe_write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """The same for several files: all are there, or all is as it was before. Raises OSError with the path that failed.

    None takes its name before all are on the disk and read back, so that a full disk changes nothing.
    """
    staged = [path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp") for path, _ in files]
    before: dict[Path, bytes | None] = {}
    path = Path()
    try:
        for temporary, (path, data) in zip(staged, files, strict=True):
            _write_through(temporary, data)
            temporary.chmod(_mode(path))
        for temporary, (path, _) in zip(staged, files, strict=True):
            old = path.read_bytes() if len(files) > 1 and path.exists() else None
            os.replace(temporary, path)
            before[path] = old
    except BaseException as error:
        _undo(staged, before)
        if isinstance(error, OSError):  # names the temporary file, which nobody asked for
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
    for folder in {path.parent for path, _ in files}:
        _sync_folder(folder)


def _undo(staged: Sequence[Path], before: Mapping[Path, bytes | None]) -> None:
    """Puts back what stood under the names, as far as the disk lets us."""
    for temporary in staged:
        with contextlib.suppress(OSError):
            temporary.unlink()
    for path, old in before.items():
        with contextlib.suppress(OSError):
            if old is None:
                path.unlink()
            else:
                safe_write(path, old)


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
    if path.read_bytes() != data:  # a disk may lie
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def _sync_folder(folder: Path) -> None:
    """Force the new name to the disk. Windows cannot open folders and needs no such step; some file systems refuse."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
