"""What is wrong with the user's copy of a profile, and the ways out."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.profiles import saving
from desktop.text import ui_text as _
from desktop.ui.houses.draft import Draft
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton


class TroubleBar(QWidget):
    """Is there while the copy cannot be used."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.said = Label("", bold=True, colour="warning", back="warning_back", parent=self)
        self.said.setWordWrap(True)
        self.said.setMargin(6)
        self._aside = PushButton(_("Put the file aside"), self)
        self._aside.clicked.connect(draft.put_aside)
        again = PushButton(_("Read it again"), self)
        again.clicked.connect(lambda: draft.open(draft.name))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.said, 1)
        for button in (self._aside, again):
            line.addWidget(button)
        self.hide()
        draft.opened.connect(self._opened)

    def _opened(self) -> None:
        words = self._draft.trouble
        there = saving.own_file(self._draft.name, self._draft.folder).exists()
        self._aside.setEnabled(there)
        if words and there:
            words = _("{reason} Meanwhile the shipped one is shown. Correct the file, or put it aside.", reason=words)
        self.said.setText(words)
        self.setVisible(bool(words))
