"""From an edition of a meeting to files: compose makes the Document, the writers draw it."""
