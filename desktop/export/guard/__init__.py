"""What is watched before something is published: a list for the secretary, and a seal that nobody can wave through."""

from desktop.export.guard.errors import LeakError
from desktop.export.guard.places import Place
from desktop.export.guard.review import PUBLICITY, Noticed, Redaction, Review, review
from desktop.export.guard.seal import Piece, check

__all__ = ["PUBLICITY", "LeakError", "Noticed", "Piece", "Place", "Redaction", "Review", "check", "review"]
