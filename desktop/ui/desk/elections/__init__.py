"""Elections: the form as it is read out, rounds, lots, seats."""
