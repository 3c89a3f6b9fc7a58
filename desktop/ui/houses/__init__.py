"""The page of house profiles: how the documents of an office look and what they say, with the real pages beside it."""
