"""Meetings in and out of the program: nothing invalid comes in, nothing invalid goes out."""
