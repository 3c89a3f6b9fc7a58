"""The frame around what has the keyboard."""

from PySide6.QtWidgets import QApplication, QFocusFrame, QVBoxLayout, QWidget

from desktop.ui.plaintext import PlainLine
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
