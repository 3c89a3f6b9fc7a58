"""What does not add up: found in pauses, listed, said at its place."""
