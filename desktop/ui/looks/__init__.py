"""How the window looks: colours, size of type, frame of the keyboard, arrangement."""
