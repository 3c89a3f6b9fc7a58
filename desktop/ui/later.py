"""The one place where modules are loaded on demand.

Reading files and making documents need libraries that take longer to load than the window itself (JSON Schema, PDF,
DOCX). The two parts of the window that use them are loaded when they are first wanted, so that typing can begin early.
"""

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from desktop.ui.exporting import Exporter
    from desktop.ui.importing import Importer


def exporter() -> "type[Exporter]":
    """What makes documents."""
    return cast("type[Exporter]", import_module("desktop.ui.exporting").Exporter)


def importer() -> "type[Importer]":
    """What takes files in."""
    return cast("type[Importer]", import_module("desktop.ui.importing").Importer)
