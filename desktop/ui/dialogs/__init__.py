"""Dialogs: they take plain data, are shown with ``open()`` and give plain data back."""
