"""The agenda and what became of an item."""
