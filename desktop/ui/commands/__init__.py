"""What can be done and by which keys: the table of actions, the user's keys, menus, commands."""
