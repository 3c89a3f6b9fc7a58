"""The window: pages and dialogs over the book. Qt lives here and in ``desktop.app`` only."""
