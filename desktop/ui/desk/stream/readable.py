"""The painted entries as things that a screen reader can go to: those in view, while one listens.

The stream paints its rows; without this nothing of them but the current one is there for reading by the screen.
"""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from desktop.ui.desk.stream.rows import Row
from desktop.ui.desk.stream.stream import Stream

#: what is typed or scrolled through is not followed
_PAUSE_MS = 250


class Readable(QObject):
    """Lays an empty label with the words of a row over each row in view but the current one, which has widgets."""

    def __init__(self, stream: Stream) -> None:
        super().__init__(stream)
        self._stream = stream
        self._labels: list[QLabel] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        stream.settled.connect(self._settled)

    def _settled(self) -> None:
        if QAccessible.isActive():
            self._pause.start()

    def _tell(self) -> None:
        rows = [row for row in self._stream.in_view() if row.key is not None and row is not self._stream.current]
        while len(self._labels) < len(rows):
            label = QLabel(self._stream.viewport())
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._labels.append(label)
        for label, row in zip(self._labels, rows, strict=False):
            label.setAccessibleName(_words(row))
            label.setGeometry(self._stream.rect_of(row).toAlignedRect())
            label.show()
        for label in self._labels[len(rows) :]:
            label.hide()


def _words(row: Row) -> str:
    said = row.face.spoken if row.face is not None else ""
    text = row.document.toPlainText() if row.document is not None else ""
    return "\n".join(filter(None, (said, text)))
