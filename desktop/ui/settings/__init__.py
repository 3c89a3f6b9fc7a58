"""The page of settings: what the user chooses about the window, in sections."""
