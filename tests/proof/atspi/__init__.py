"""What a screen reader hears of the real window."""
