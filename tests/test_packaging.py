"""What gets installed: every folder of the program, and locked versions that fit the declared ones."""

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]


def locked(name: str) -> dict[str, Version]:
    """Package name to version as one lock file has them."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if "==" in line]
    return {canonicalize_name(package): Version(version) for package, version in pairs}


def declared(extra: str | None) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return [Requirement(line) for line in lines]


def test_every_licence_goes_along() -> None:
    """What is not ours has its licence beside it (LICENSE-…), and an installed program names it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = {path for pattern in project["license-files"] for path in ROOT.glob(pattern)}
    assert told == {ROOT / "LICENSE", *(ROOT / "resources").rglob("LICENSE*")}


def test_every_folder_with_code_is_a_package() -> None:
    """setup.py searches for packages and would leave out a folder without __init__.py without a word."""
    folders = {path.parent for path in (ROOT / "desktop").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


@pytest.mark.parametrize(
    ("extra", "lock"),
    [(None, "requirements.lock"), *((name, f"requirements-{name}.lock") for name in ("test", "proof", "bench"))],
)
def test_locked_versions_fit_the_declared_ones(extra: str | None, lock: str) -> None:
    versions = locked(lock)
    wrong = [
        str(wanted)
        for wanted in declared(extra)
        if (found := versions.get(canonicalize_name(wanted.name))) is None or found not in wanted.specifier
    ]
    assert wrong == []


@pytest.mark.parametrize("more", ["test", "proof", "bench"])
def test_no_version_is_locked_twice(more: str) -> None:
    base = {**locked("requirements.lock"), **(locked("requirements-test.lock") if more != "test" else {})}
    assert base.keys() & locked(f"requirements-{more}.lock").keys() == set()
