"""The installed command ``protokollpult``: a subcommand runs without a display, anything else opens the window."""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from desktop.arguments import folder

#: the subcommands of ``desktop.cli``
COMMANDS = ("list", "import", "export", "demo", "check")

#: PySide6 reads the source of every module that is imported after it, which costs the window a third of its start; so
#: what does not need it is loaded before
BEFORE_QT = ("desktop.models.book", "desktop.models.richtext", "desktop.wording")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program and returns the exit status; see design §3 for the arguments.

    Window and command line are loaded by name, and only one of them: the commands run where PySide6 cannot be imported,
    and the window does not wait for libraries that only exports need.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if _command(arguments) in COMMANDS or {"-h", "--help"} & set(arguments):
        return int(import_module("desktop.cli").main(arguments))
    parser = argparse.ArgumentParser(prog="protokollpult")
    parser.add_argument("--data", type=folder)
    parser.add_argument("file", type=Path, nargs="?")
    wanted = parser.parse_args(arguments)
    gc.disable()  # what is loaded now stays for good; until the window is there nothing is searched for garbage
    for name in BEFORE_QT:
        import_module(name)
    return int(import_module("desktop.app").run(wanted.data, wanted.file))


def _command(arguments: Sequence[str]) -> str | None:
    """The first argument that is no option and no option's value."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--data":
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return None


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a packed program is also what its own processes begin with
        import_module("multiprocessing").freeze_support()
    sys.exit(main())
