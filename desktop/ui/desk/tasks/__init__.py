"""Tasks (Aufträge) of an item."""
