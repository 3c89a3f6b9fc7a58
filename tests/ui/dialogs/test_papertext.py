"""Pasted text of a Vorlage: the preview shows what OK would take over."""

from desktop.ui.dialogs.papertext import PaperTextDialog
from desktop.ui.papertext import PaperText
from tests.ui.keys import press, show


def test_the_preview_follows_and_ok_gives_the_parts() -> None:
    dialog = PaperTextDialog()
    given: list[PaperText] = []
    dialog.given.connect(given.append)
    show(dialog)
    dialog.text.setPlainText("Kopf\nBeschlussvorschlag:\nEs wird gebaut.\nAnlagen:\nPlan")
    assert (dialog.resolution.toPlainText(), dialog.files.toPlainText()) == ("Es wird gebaut.", "Plan")
    assert dialog.findChild(type(dialog.text)) is not None
    press("Tab")
    dialog._take.click()
    assert given == [PaperText("Kopf", "Es wird gebaut.", "", ("Plan",))]


def test_text_without_headings_cannot_be_taken_over() -> None:
    dialog = PaperTextDialog()
    dialog.text.setPlainText("nur Text")
    assert not dialog._take.isEnabled()
