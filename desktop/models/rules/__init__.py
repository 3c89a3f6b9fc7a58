"""Law and house rules as pure functions of values: standard library and values only."""
