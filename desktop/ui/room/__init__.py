"""The room window: what the people in the hall read on the second screen. All of it comes from the public edition."""
