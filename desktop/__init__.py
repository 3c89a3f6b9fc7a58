"""Protokollpult: the desk of the person who writes the minutes of a German council or committee."""

__version__ = "0.1.0"
