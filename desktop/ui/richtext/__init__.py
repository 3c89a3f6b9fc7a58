"""Editing marked text: lines, lists, tables, paste; for entries, resolutions and papers alike."""
