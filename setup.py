"""Which folders are installed; everything else stands in pyproject.toml.

The resources lie at the top level of the source and are installed inside the package, as desktop/_resources;
desktop.paths finds them in both places. pyproject.toml cannot combine such a mapping with a search for packages.
"""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["desktop", "desktop.*"]), "desktop._resources"],
    package_dir={"desktop._resources": "resources"},
    package_data={"desktop._resources": ["**/*"]},
)
