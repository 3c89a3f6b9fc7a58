"""The files of a house that lie beside its profile: logo and template, chosen, checked, copied."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.files import safe_write
from desktop.paths import documents_dir
from desktop.text import ui_text as _
from desktop.ui.buttons import PushButton
from desktop.ui.houses.catalog import Setting
from desktop.ui.houses.draft import Draft
from desktop.ui.houses.fields import Field
from desktop.ui.theme import Label
from desktop.wording import sentence

#: a logo larger than this makes every document heavy
LOGO_LIMIT = 2 * 1024 * 1024
TEMPLATE_LIMIT = 10 * 1024 * 1024
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}


class FileField(Field):
    """A logo or a template: its name, a button to choose another, one to take it out."""

    def __init__(self, setting: Setting, draft: Draft, parent: QWidget | None = None) -> None:
        self._choose = PushButton(_("Choose a file …"))
        super().__init__(self._choose, parent)
        self._draft, self._logo = draft, setting.key == "letterhead.logo"
        self._rows.removeWidget(self._choose)
        self._name = Label("", parent=self)
        self._remove = PushButton(_("Take out"), self)
        line = QHBoxLayout()
        for widget in (self._name, self._choose, self._remove):
            line.addWidget(widget)
        line.addStretch(1)
        self._rows.addLayout(line)
        self._said = Label("", parent=self)
        self._said.setWordWrap(True)
        self._said.hide()
        self._rows.addWidget(self._said)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(lambda: self._take(""))

    def show_value(self, value: Any) -> None:
        """The name of the file beside the profile."""
        self._name.setText(value or _("none"))
        self._remove.setVisible(bool(value))

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Logo") if self._logo else _("Word template"), str(documents_dir()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Pictures (*.png *.jpg *.jpeg)") if self._logo else _("Word documents (*.docx)")])
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Checks a file, copies it beside the profile, and names it there."""
        try:
            with path.open("rb") as file:
                data = file.read(max(LOGO_LIMIT, TEMPLATE_LIMIT) + 1)
            suffix, problem = _logo(data) if self._logo else (".docx", _template(data))
            if not problem:
                self._draft.folder.mkdir(parents=True, exist_ok=True)
                name = self._free(f"{self._draft.name}-{'logo' if self._logo else 'vorlage'}", suffix, data)
                safe_write(self._draft.folder / name, data)
        except OSError as error:
            problem = sentence(error)
        if problem:
            self._say(problem)
        else:
            self._say("")
            self._take(name)

    def _free(self, stem: str, suffix: str, data: bytes) -> str:
        """A name that no other content has: taking back a change finds the file it was made with."""
        number = 1
        while True:
            name = f"{stem}{number if number > 1 else ''}{suffix}"
            file = self._draft.folder / name
            if not file.exists() or file.read_bytes() == data:
                return name
            number += 1

    def _take(self, name: str) -> None:
        self.entered.emit(name, True)
        self.show_value(name)
        self._choose.setFocus()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.recolour("warning")
        self._said.setVisible(bool(words))


def _logo(data: bytes) -> tuple[str, str]:
    """The suffix that fits a picture, and what is wrong with it."""
    suffix = next((suffix for mark, suffix in _SIGNATURES.items() if data.startswith(mark)), "")
    if not suffix:
        return "", _("This is no PNG and no JPEG; please choose another file.")
    if len(data) > LOGO_LIMIT:
        return "", _("The picture is larger than 2 MB; please make it smaller.")
    if QImage.fromData(data).isNull():
        return "", _("The picture is damaged; please choose another file.")
    return suffix, ""


def _template(data: bytes) -> str:
    if len(data) > TEMPLATE_LIMIT:
        return _("The template is larger than 10 MB; please make it smaller.")
    return ""
