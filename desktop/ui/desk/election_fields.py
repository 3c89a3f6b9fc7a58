"""How a label stands before its field in the election's form."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.theme import Label


class Labelled(QWidget):
    """A field with its label before it."""

    def __init__(self, words: str, field: QWidget, spoken: str = "", *, wide: bool = False) -> None:
        """``spoken`` is what a screen reader says, where the label alone would not do."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        label = Label(words, colour="muted")
        label.setBuddy(field)
        field.setAccessibleName(spoken or words)
        line.addWidget(label)
        line.addWidget(field, 1 if wide else 0)
