"""What all tables have in common, and the two kinds of rows of the tree."""

from peewee import BooleanField, IntegerField, Model, TextField


class Table(Model):
    """STRICT tables only; there is no default database, each book brings its own."""

    class Meta:
        strict_tables = True
        legacy_table_names = False


def maybe_text() -> TextField:
    """A text that may be missing."""
    return TextField(null=True)


def maybe_number() -> IntegerField:
    """A number that may be missing."""
    return IntegerField(null=True)


def maybe_flag() -> BooleanField:
    """True, false or unknown."""
    return BooleanField(null=True)


class Node(Table):
    """What all rows of the tree share."""

    key = TextField(primary_key=True)
    parent = TextField(null=True, index=True)
    slot = TextField()
    rank = IntegerField()
