"""Earlier states: what an entry, an item or the meeting was at any time, compared with now, and brought back."""
