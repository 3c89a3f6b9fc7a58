"""Votes: the grid and the roll call, what a vote is on, their order, their wording."""
