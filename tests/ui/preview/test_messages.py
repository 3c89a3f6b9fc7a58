"""What goes wrong in the other process comes over with all there is to say of it."""

import logging
import pickle
import subprocess
import sys

import pytest

from desktop.models.profiles import ProfileError, load
from desktop.ui.preview.messages import Broken
from desktop.wording import sentence, told


def over(error: Exception) -> Exception:
    there: Broken = pickle.loads(pickle.dumps(Broken.of(1, error)))
    return there.error()


def test_a_file_that_is_refused_keeps_its_name() -> None:
    came = over(FileNotFoundError(2, "gone", "/haus/logo.png"))
    assert isinstance(came, FileNotFoundError)
    assert sentence(came).startswith("/haus/logo.png ")
    assert "Eine Datei" in sentence(over(OSError("truncated")))


def test_an_error_with_a_sentence_says_the_same() -> None:
    with pytest.raises(ProfileError) as caught:
        load("fehlt")
    assert sentence(over(caught.value)) == sentence(caught.value)


def test_a_mistake_comes_with_its_name_and_where_it_happened(caplog: pytest.LogCaptureFixture) -> None:
    for bad in (1, lambda: 1):
        try:
            raise KeyError(bad)  # what it holds may not go over
        except KeyError as error:
            came = over(error)
        with caplog.at_level(logging.ERROR):
            assert "(KeyError)" in told(came)
        assert "raise KeyError(bad)" in caplog.text
        caplog.clear()


def test_forms_bring_no_writers_into_the_window() -> None:
    forms = "desktop.ui.exporting, desktop.ui.houses.page, desktop.ui.preview.preview"
    code = f"import sys, {forms}; print([x for x in ('reportlab', 'docx', 'pikepdf') if x in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
