"""What the command line and the start of the window both take from the words behind the command."""

import argparse
from pathlib import Path

from desktop.text import ui_text as _


def folder(text: str) -> Path:
    """A folder as named behind an option. An empty name, as of a script's unset variable, would mean the current one.

    Raises ArgumentTypeError, which is wrong usage.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError(_("the name of the folder is empty"))
    return Path(text)
