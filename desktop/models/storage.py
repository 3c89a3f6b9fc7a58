"""How the file of a book is opened and closed: engine, settings, version, and what a failure means.

Settings: EXCLUSIVE before WAL (one process, no shared memory), FULL (nothing acknowledged is lost), secure_delete (what
is deleted is gone from the file).
"""

from pathlib import Path

from peewee import Database, DatabaseError, ImproperlyConfigured, PeeweeException
from playhouse.sqlcipher_ext import SqlCipherDatabase

from desktop.models import migrations
from desktop.models.errors import BookBusy, BookError, BookTooNew, NotABook, StorageFailed

APPLICATION_ID = 0x50505442
"""Marks the file as a book of Protokollpult ("PPTB")."""

OLDEST_ENGINE = (3, 51, 3)
"""Older engines can damage a book in WAL mode."""

_PRAGMAS = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=1",
    "PRAGMA secure_delete=1",
    "PRAGMA fullfsync=1",
    "PRAGMA checkpoint_fullfsync=1",
    "PRAGMA cell_size_check=1",
    "PRAGMA trusted_schema=0",
)


def _text(stored: bytes) -> str:
    """A text of which a byte is damaged is shown with a mark there, so that its meeting can still be opened."""
    return stored.decode("utf-8", "replace")


def open_database(path: Path) -> Database:
    """Opens or makes the book at ``path``, in the thread that will use it. Raises BookError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed("SQLITE_CANTOPEN", str(error)) from error
    db = SqlCipherDatabase(str(path))
    if db.server_version < OLDEST_ENGINE:
        raise ImproperlyConfigured(f"SQLite {db.server_version} is older than {OLDEST_ENGINE}")
    try:
        db.connect()
        db.connection().text_factory = _text
        db.execute_sql("PRAGMA busy_timeout=0")  # a book that is open elsewhere is told at once
        db.execute_sql("PRAGMA cipher_log_level=NONE")
        for pragma in _PRAGMAS:
            db.execute_sql(pragma)
        _prepare(db, path)
    except BookError:
        db.close()
        raise
    except DatabaseError as error:
        db.close()
        raise _opening_failure(error, path) from error
    return db


def _prepare(db: Database, path: Path) -> None:
    version = _pragma(db, "user_version")
    mark = _pragma(db, "application_id")
    if version > migrations.VERSION:
        raise BookTooNew(version)
    if mark != APPLICATION_ID and (mark or version or db.get_tables()):
        raise NotABook(path, "foreign application id")
    if version < migrations.VERSION:
        with db.atomic("IMMEDIATE"):
            migrations.run(db, version)
            db.execute_sql(f"PRAGMA application_id={APPLICATION_ID}")
            db.execute_sql(f"PRAGMA user_version={migrations.VERSION}")


def _pragma(db: Database, name: str) -> int:
    return int(db.execute_sql(f"PRAGMA {name}").fetchone()[0])


def checkpoint(db: Database) -> None:
    """Folds the write-ahead log into the book. A disk that refuses is tried again with the next checkpoint."""
    try:
        db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    except DatabaseError:
        return


def close_database(db: Database) -> None:
    """Leaves a single file behind."""
    checkpoint(db)
    db.close()


def error_code(error: BaseException) -> str:
    """SQLite's name of an error. peewee hides a full disk behind its own rollback, so the chain is walked."""
    seen: BaseException | None = error
    code = "SQLITE_ERROR"
    while seen is not None:
        code = getattr(seen, "sqlite_errorname", None) or code
        seen = seen.__cause__ or seen.__context__
    return code


_THE_DISK = ("FULL", "IOERR", "READONLY", "BUSY", "LOCKED", "CANTOPEN", "NOMEM", "NOTADB", "CORRUPT", "PROTOCOL")


def is_the_disk(error: BaseException) -> bool:
    """Whether an error is the world's, so that trying again can help; any other is a bug of ours."""
    return isinstance(error, OSError) or error_code(error).removeprefix("SQLITE_").startswith(_THE_DISK)


def is_the_engine(error: BaseException) -> bool:
    """Whether an error comes from the database and not from the one who asked it."""
    return isinstance(error, PeeweeException) or hasattr(error, "sqlite_errorname")


def failure(error: BaseException) -> BookError:
    """A storage error as one of ours."""
    return error if isinstance(error, BookError) else StorageFailed(error_code(error), str(error))


def _opening_failure(error: DatabaseError, path: Path) -> BookError:
    code = error_code(error)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BookBusy(str(path))
    if code in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
        return NotABook(path, str(error))
    return StorageFailed(code, str(error))
