"""What the book keeps for itself: attachments, history, settings."""

from peewee import BlobField, IntegerField, TextField

from desktop.models.schema.base import Table, maybe_text


class Blob(Table):
    """The bytes of attachments, each once. Never in the history, never read with a list."""

    sha512 = TextField(primary_key=True)
    data = BlobField()


class History(Table):
    """Every change, in order: the undo log and the audit trail. Kept after signing.

    ``field`` is null where a whole row came (``new`` set) or went (``old`` set); an import stores keys only.
    ``action`` and ``params`` say what was done, in codes: the window makes the words.
    """

    seq = IntegerField(primary_key=True)
    step = IntegerField(index=True)
    device = TextField()
    author = TextField()
    at = TextField()
    table = TextField()
    key = TextField(index=True)
    field = maybe_text()
    old = maybe_text()
    new = maybe_text()
    action = TextField()
    params = TextField()


History.add_index(
    History.index(History.key, where=History.field.is_null() & History.old.is_null(False), name="history_removed")
)
"""The rows that went: there are few, and a meeting is asked for its own."""


class Setting(Table):
    """What the book knows of itself, e.g. the device it lives on."""

    name = TextField(primary_key=True)
    value = TextField()
