"""Widgets side by side that go on in the next line."""

from PySide6.QtWidgets import QWidget

from desktop.ui.parts.flow import Flow


def filled(*widths: int) -> tuple[QWidget, list[QWidget]]:
    home = QWidget()
    flow = Flow(home, gap=10, line_gap=5)
    boxes = []
    for width in widths:
        box = QWidget()
        box.setFixedSize(width, 20)
        flow.addWidget(box)
        boxes.append(box)
    return home, boxes


def test_what_does_not_fit_goes_to_the_next_line() -> None:
    home, boxes = filled(100, 100, 100)
    assert [home.heightForWidth(width) for width in (320, 319, 210, 209, 50)] == [20, 45, 45, 70, 70]
    home.resize(215, 100)
    home.show()
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (110, 0), (0, 25)]


def test_what_is_hidden_takes_no_room() -> None:
    home, boxes = filled(100, 100)
    boxes[0].hide()
    home.resize(100, 50)
    home.show()
    assert (boxes[1].x(), home.heightForWidth(100)) == (0, 20)
    boxes[1].hide()
    assert home.heightForWidth(100) == 0


def test_lower_ones_stand_in_the_middle_of_their_line() -> None:
    home, boxes = filled(50, 50)
    boxes[0].setFixedSize(50, 40)
    home.resize(200, 50)
    home.show()
    assert [box.y() for box in boxes] == [0, 10]
