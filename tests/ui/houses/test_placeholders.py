"""What a Word template may ask for is explained, all of it and nothing else."""

from desktop.export.placeholders import Placeholder
from desktop.ui.houses.catalog import placeholder_words


def test_every_placeholder_is_explained() -> None:
    assert set(placeholder_words()) == set(Placeholder)
    assert all(placeholder_words().values())
