"""The arrow, the fences and the edition rule, lazy imports included; no visible word outside the catalogues.

app, cli → ui → wording → export → models → ground floor. Imports point right only, also inside functions.
"""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    """The module below ``desktop``, e.g. ``models.book``."""
    parts = (path.relative_to(PACKAGE) if path.is_relative_to(PACKAGE) else Path(path.name)).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def nodes(paths: list[Path]) -> Iterator[tuple[Path, ast.AST]]:
    """All nodes of these modules, each with the file it stands in."""
    return ((path, node) for path in paths for node in ast.walk(tree(path)))


def by_room(*storeys: str) -> pytest.MarkDecorator:
    """A test for the modules of a room together, for all rooms of these storeys (default: of all)."""
    rooms: dict[str, list[Path]] = {}
    for path in MODULES:
        room = ".".join(name_of(path).split(".")[:2])
        if not storeys or room.startswith(storeys):
            rooms.setdefault(room, []).append(path)
    return pytest.mark.parametrize("paths", rooms.values(), ids=rooms.keys())


FLOORS = {
    "app": 6,
    "cli": 6,
    "__main__": 7,
    "ui": 5,
    "wording": 4,
    "export": 3,
    "models": 2,
    "paths": 1,
    "files": 1,
    "settings": 1,
    "text": 1,
    "pseudo": 1,
    "arguments": 1,
    "clock": 1,
    "log": 1,
    "": 0,
}
"""The storey of each room; a module may import its own storey and those below."""

FENCES: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui", "app"),
    "shiboken6": ("ui", "app"),
    "peewee": ("models",),
    "playhouse": ("models",),
    "sqlcipher3": ("models",),
    "jsonschema": ("models",),
    "markdown_it": ("models.richtext",),
    "docx": ("export", "models.exchange"),
    "lxml": ("export", "ui.richtext.pasted"),
    "reportlab": ("export",),
    "pikepdf": ("export",),
    "pypdfium2": ("export", "ui"),
    "PIL": ("export", "models.profiles.pictures"),
    "babel": ("text",),
    "tomlkit": ("models.profiles",),
    "platformdirs": ("paths",),
    "sqlite3": (),
    "multiprocessing": ("__main__", "ui.preview", "ui.spelling"),
    "hunspell": ("models.spelling.dictionary",),
    "concurrent.futures.ProcessPoolExecutor": (),
}
"""Where a library may be imported."""

EDITION_ONLY = ("export.compose", "models.exchange.session_file", "models.exchange.writing")
STORAGE = ("models.schema", "models.queries", "models.book", "models.storage", "models.writer")
"""Modules that make documents from an Edition, and what they must not know."""


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every import of a module with its line, wherever it stands, ``importlib`` with a literal name included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from ((node.lineno, str(arg.value)) for arg in node.args[:1] if isinstance(arg, ast.Constant))


def within(module: str, places: tuple[str, ...]) -> bool:
    return any(module == place or module.startswith(place + ".") for place in places)


@by_room()
def test_imports_point_down_and_libraries_stay_in_their_rooms(paths: list[Path]) -> None:
    for path in paths:
        check_imports(path)


def check_imports(path: Path) -> None:
    module = name_of(path)
    floor = FLOORS[module.split(".")[0]]
    for line, imported in imports(path):
        where = f"{module}:{line} imports {imported}"
        if imported == "desktop" or imported.startswith("desktop."):
            below = imported.removeprefix("desktop").removeprefix(".")
            assert FLOORS.get(below.split(".")[0], 0) <= floor, where
            if module.startswith("models.rules"):
                assert within(below, ("models.rules", "models.values")), where
            if within(module, EDITION_ONLY):
                assert not within(below, STORAGE), where
        for library, places in FENCES.items():
            if imported == library or imported.startswith(library + "."):
                assert within(module, places), where


def needed_at_once(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """What a module takes, and from where, when it is imported itself."""
    for statement in body:
        if isinstance(statement, ast.ImportFrom):
            yield from ((alias.name, statement.module or "") for alias in statement.names)
        elif isinstance(statement, ast.If) and "TYPE_CHECKING" not in ast.unparse(statement.test):
            yield from needed_at_once(statement.body)


def test_no_imports_go_in_a_circle() -> None:
    modules = {f"desktop.{name_of(path)}": path for path in MODULES}
    needs: dict[str, set[str]] = {}
    for module, path in modules.items():
        taken = ((f"{place}.{name}", place) for name, place in needed_at_once(tree(path).body))
        needs[module] = {whole if whole in modules else place for whole, place in taken} - {module}
    while free := {module for module, needed in needs.items() if not needed & needs.keys()}:
        for module in free:
            del needs[module]
    assert sorted(needs) == [], "these need each other, or one that does"


@by_room("models.rules")
def test_rules_know_the_standard_library_and_values_only(paths: list[Path]) -> None:
    for line, imported in chain.from_iterable(map(imports, paths)):
        first = imported.split(".")[0]
        assert first == "desktop" or first in sys.stdlib_module_names, f"line {line} imports {imported}"


@by_room("ui", "cli", "__main__", "wording", "export")
def test_only_the_book_writes(paths: list[Path]) -> None:
    """Nobody above models calls what changes a table."""
    for path, node in nodes(paths):
        if isinstance(node, ast.Attribute) and node.attr in ("execute_sql", "delete_instance", "insert_many"):
            pytest.fail(f"{name_of(path)}:{node.lineno} {node.attr}")


SHOWS_WORDS = {
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "QToolButton",
    "addAction",
    "addItem",
    "addRow",
    "addTab",
    "row",
    "setAccessibleDescription",
    "setAccessibleName",
    "setHeaderLabels",
    "setPlaceholderText",
    "setStatusTip",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "showMessage",
}
"""Calls whose text is seen or heard."""


def literals(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).split(".")[-1]
            texts = [arg for arg in node.args if isinstance(arg, ast.Constant | ast.JoinedStr)]
            for text in texts if called in SHOWS_WORDS else ():
                words = ast.unparse(text).strip("f'\"")
                if isinstance(text, ast.Constant) and not isinstance(text.value, str):
                    continue
                plain = "".join(
                    str(part.value) if isinstance(part, ast.Constant) else " "
                    for part in (text.values if isinstance(text, ast.JoinedStr) else [text])
                )
                if any(char.isalpha() for char in plain):
                    yield f"{name_of(path)}:{node.lineno} {called}({words!r})"


@by_room("ui", "app")
def test_every_visible_word_goes_through_the_catalogue(paths: list[Path]) -> None:
    assert [found for path in paths for found in literals(path)] == []


def test_the_check_for_literals_finds_one(tmp_path: Path) -> None:
    code = tmp_path / "sample.py"
    code.write_text(
        'label = QLabel("Hallo")\nlabel.setText(_("Hello"))\nlabel.setText(f"{name} fehlt")\nx.setText("…")\n'
    )
    assert [found.split(" ")[0] for found in literals(code)] == ["sample:1", "sample:3"]


TOO_LONG = 400


@by_room()
def test_modules_and_functions_stay_small(paths: list[Path]) -> None:
    for path in paths:
        assert path.read_text("utf-8").count("\n") <= TOO_LONG, name_of(path)
    for path, node in nodes(paths):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, f"{name_of(path)}:{node.lineno} {node.name}"


@by_room()
def test_nothing_tells_of_the_machine_it_was_written_on(paths: list[Path]) -> None:
    for path in paths:
        text = path.read_text("utf-8")
        assert "/wo" + "rk/" not in text, name_of(path)
        assert "pypi" + ".org" not in text, name_of(path)
