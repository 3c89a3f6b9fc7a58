"""Pasted text of a Vorlage, with a preview of what goes where."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.papertext import PaperText, split
from desktop.ui.parts.buttons import take_by_key
from desktop.ui.parts.plaintext import PlainTextEdit


class PaperTextDialog(QDialog):
    """Left the text as pasted, right its parts; nothing is taken over before OK."""

    #: ``PaperText``
    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Split pasted text"))
        self.text = PlainTextEdit(parent=self)
        self.text.setAccessibleName(_("Text of the paper"))
        self.text.setPlaceholderText(
            _("Paste the text of the paper here. It is split at the lines Beschlussvorschlag, Sachverhalt, Anlagen.")
        )
        self.resolution = self._preview(_("Proposed resolution"))
        self.facts = self._preview(_("Facts"))
        self.files = self._preview(_("Attachments"))
        self._before = Label("", colour="muted", parent=self)
        self._before.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._take = self._buttons.addButton(_("Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._give)
        self._buttons.rejected.connect(self.reject)
        take_by_key(self._buttons, self._take)
        self._lay_out()
        self.text.textChanged.connect(self._show)
        self._show()
        self.text.setFocus()

    def _preview(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName(name)
        return made

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        for preview, share in ((self.resolution, 2), (self.facts, 4), (self.files, 1)):
            right.addWidget(Label(preview.accessibleName(), bold=True, parent=self))
            right.addWidget(preview, share)
        halves = QHBoxLayout()
        halves.addWidget(self.text, 1)
        halves.addLayout(right, 1)
        rows = QVBoxLayout(self)
        rows.addLayout(halves, 1)
        rows.addWidget(self._before)
        rows.addWidget(self._buttons)
        fit_screen(self, 130, 30)

    def parts(self) -> PaperText:
        """What the text comes to."""
        return split(self.text.text())

    def _show(self) -> None:
        parts = self.parts()
        self.resolution.setPlainText(parts.resolution)
        self.facts.setPlainText(parts.facts)
        self.files.setPlainText("\n".join(parts.files))
        lost = len(parts.before.splitlines())
        before = _n(
            "{number} line above the first heading is not taken over.",
            "{number} lines above the first heading are not taken over.",
            lost,
        )
        self._before.setText(before if lost else "")
        self._take.setEnabled(bool(parts.resolution or parts.facts or parts.files))

    def _give(self) -> None:
        self.given.emit(self.parts())
        self.accept()
