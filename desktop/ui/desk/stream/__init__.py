"""The stream of entries: rows, the pen, the fields of an entry."""
