"""The list of speakers with its clock: who waits, who speaks and for how long. It stays in the book."""
