"""From each version of a book to the next: numbered lists of statements, frozen once released.

A fresh book runs them all, so fresh and migrated are the same by construction; a test compares the result with the
tables of ``schema``. Statements run inside one transaction together with the new version number.
"""

from peewee import Database

from desktop.models.migrations import version_1, version_2

MIGRATIONS: tuple[tuple[str, ...], ...] = (version_1.STATEMENTS, version_2.STATEMENTS)
"""The statements that lead to version 1, 2, …"""

VERSION = len(MIGRATIONS)
"""What this program reads and writes; newer books are refused."""


def run(db: Database, version: int) -> None:
    """Brings a book from ``version`` (0: empty file) to VERSION. The caller holds the transaction."""
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            db.execute_sql(statement)
