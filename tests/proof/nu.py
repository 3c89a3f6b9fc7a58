"""The Nu Html Checker's word on web pages (the W3C's own), and of what it does not ask."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.proof.needs import nu_classes


def complaints(files: Iterable[Path]) -> list[str]:
    """Errors and warnings of all files, each with its place. Skips the test where the checker is missing."""
    checker = "nu.validator.client.SimpleCommandLineValidator"
    # Which language a page is in it guesses from the words, slowly; we know it.
    command = ["java", "-Xss4m", "-cp", nu_classes(), checker, "--no-langdetect", "--format", "json"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, encoding="utf-8", timeout=600)
    messages = json.loads(done.stderr)["messages"]
    return [f"{_name(one.get('url', ''))}:{one.get('lastLine', 0)} {one['type']} {one['message']}" for one in messages]


def _name(address: str) -> str:
    return Path(unquote(urlsplit(address).path)).name
