"""Settings of the book that are JSON, as they are read: what somebody else wrote there never stops the program."""

import json
from typing import Any


def kept_object(text: str | None) -> dict[str, Any]:
    """The JSON object that a setting holds; empty where it holds none. What stands in it is for the caller to check."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
