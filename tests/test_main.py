"""The command: subcommands run without Qt, the window starts without what only exports need."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import cli
from desktop.__main__ import COMMANDS

ROOT = Path(__file__).resolve().parent.parent

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None  # importing it fails from now on
from desktop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

HEAVY = """
import sys
import desktop.app
heavy = {"docx", "reportlab", "pikepdf", "jsonschema", "lxml", "PIL", "pypdfium2"} & set(sys.modules)
print(sorted(heavy))
"""


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_subcommands_are_those_of_the_command_line() -> None:
    assert COMMANDS == cli.COMMANDS


def test_commands_run_where_qt_cannot_be_imported(tmp_path: Path) -> None:
    done = python(WITHOUT_QT, "--data", str(tmp_path), "list", "--json")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")


@pytest.mark.parametrize("arguments", [("--nonsense",), ("a.json", "b.json")])
def test_wrong_usage_is_told_before_any_window(arguments: tuple[str, ...]) -> None:
    done = python(WITHOUT_QT, *arguments)
    assert done.returncode == 2
    assert "usage" in done.stderr


def test_the_window_starts_without_the_libraries_of_exports() -> None:
    done = python(HEAVY)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
