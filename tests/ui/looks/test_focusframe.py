"""The frame around what has the keyboard."""

from PySide6.QtWidgets import QApplication, QDialog, QFocusFrame, QVBoxLayout, QWidget
from shiboken6 import dump

from desktop.ui.parts.plaintext import PlainLine
from tests.ui.keys import show


def test_the_frame_follows_a_field_that_grows(app: QApplication) -> None:
    form = QWidget()
    rows = QVBoxLayout(form)
    field = PlainLine(parent=form)
    rows.addWidget(field)
    form.resize(200, 80)
    show(form)
    field.setFocus()
    QApplication.processEvents()
    form.resize(600, 80)
    QApplication.processEvents()
    (frame,) = form.findChildren(QFocusFrame)
    edge = frame.mask().boundingRect()
    assert frame.width() >= field.width() > 500
    assert edge == frame.rect()


def test_pyside_does_not_hold_a_field_for_a_part_of_the_frame(app: QApplication) -> None:
    """Else the field would be »already deleted« once the frame goes with a dialog."""
    form = QDialog()
    field = PlainLine(parent=form)
    show(form)
    field.setFocus()
    assert form.findChild(QFocusFrame) is not None
    field.resize(150, 40)
    QApplication.processEvents()
    assert "QDialog" in next(line for line in dump(field).splitlines() if line.startswith("parent"))


def test_a_field_that_had_no_place_yet_gets_its_frame(app: QApplication) -> None:
    form = QDialog()
    form.resize(200, 100)
    field = PlainLine(parent=form)
    field.move(500, 0)
    show(form)
    field.setFocus()
    frame = form.findChild(QFocusFrame)
    assert frame is not None
    assert not frame.isVisible()
    field.move(10, 10)
    QApplication.processEvents()
    assert frame.isVisible()
