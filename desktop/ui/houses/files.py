"""The files of a house that lie beside its profile: logo and template, chosen, checked, copied."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.export.template_errors import TemplateCheck
from desktop.files import safe_write
from desktop.paths import documents_dir
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.houses.catalog import Setting, placeholder_words
from desktop.ui.houses.draft import Draft
from desktop.ui.houses.fields import Field
from desktop.ui.looks.theme import Label
from desktop.ui.outside import open_outside
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.preview.messages import PressGone, Work
from desktop.wording import sentence, template_finding, told

#: a logo larger than this makes every document heavy
LOGO_LIMIT = 2 * 1024 * 1024
TEMPLATE_LIMIT = 10 * 1024 * 1024
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}


class FileField(Field):
    """A file beside the profile: its name, a button to choose another, one to take it out, and what was found in it."""

    title: str
    filter: str
    limit: int
    stem: str

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        self._choose = PushButton(_("Choose a file …"))
        super().__init__(self._choose, parent)
        self._draft = draft
        self._rows.removeWidget(self._choose)
        self._name = Label("", parent=self)
        self._name.setWordWrap(True)
        self._remove = PushButton(_("Take out"), self)
        self._line = Flow()
        for widget in (self._choose, self._remove):
            self._line.addWidget(widget)
        self._rows.addWidget(self._name)
        self._rows.addLayout(self._line)
        self.said = Label("", parent=self)
        self.said.setWordWrap(True)
        self.said.hide()
        self._rows.addWidget(self.said)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(lambda: self._name_it(""))

    def show_value(self, value: Any) -> None:
        """The name of the file beside the profile, which may be gone."""
        self._name.setText(value or _("none"))
        self._remove.setVisible(bool(value))
        gone = bool(value) and not (self._draft.folder / value).is_file()
        self.say(_("This file is not there any more; please choose it again or take it out.") if gone else "")

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.title, str(documents_dir()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.filter])
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Checks a file, and where it is fit, copies it beside the profile and names it there."""
        try:
            with path.open("rb") as file:
                data = file.read(self.limit + 1)
        except OSError as error:
            self.say(sentence(error))
            return
        self.look_through(data)

    def look_through(self, data: bytes) -> None:
        """Checks what was chosen, then calls ``keep`` or ``say``."""
        raise NotImplementedError

    def keep(self, data: bytes, suffix: str) -> None:
        """Copies it under a name that no other content has: taking a change back finds the file it was made with."""
        try:
            self._draft.folder.mkdir(parents=True, exist_ok=True)
            number, name = 2, f"{self._draft.name}-{self.stem}{suffix}"
            while (file := self._draft.folder / name).exists() and file.read_bytes() != data:
                number, name = number + 1, f"{self._draft.name}-{self.stem}-{number}{suffix}"
            safe_write(file, data)
        except OSError as error:
            self.say(sentence(error))
        else:
            self._name_it(name)

    def _name_it(self, name: str) -> None:
        self.entered.emit(name, True)
        self.show_value(name)
        self._choose.setFocus()

    def say(self, words: str, *, good: bool = False) -> None:
        """What was found, below the buttons."""
        self.said.recolour("" if good else "warning")
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self._choose.setAccessibleDescription(words)


class LogoField(FileField):
    """A PNG or JPEG."""

    stem, limit = "logo", LOGO_LIMIT

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(draft, parent)
        self.title, self.filter = _("Logo"), _("Pictures (*.png *.jpg *.jpeg)")

    def look_through(self, data: bytes) -> None:
        """By its bytes, whatever its name says."""
        suffix, problem = _logo(data)
        self.say(problem)
        if not problem:
            self.keep(data, suffix)


class TemplateField(FileField):
    """A Word template: what is wrong with it is said, what it asks for is listed, and an example can be looked at."""

    stem, limit = "vorlage", TEMPLATE_LIMIT

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(draft, parent)
        self.title, self.filter = _("Word template"), _("Word documents (*.docx)")
        example = PushButton(_("Look at an example"), self)
        example.clicked.connect(self._make_example)
        self._line.addWidget(example)
        known = "\n".join(f"{{{{{name}}}}}  {words}" for name, words in placeholder_words().items())
        names = Label(_("These placeholders can stand in it:") + "\n" + known, colour="muted", parent=self)
        names.setWordWrap(True)
        self._rows.addWidget(names)

    def look_through(self, data: bytes) -> None:
        """Beside the window: a sample is written with it."""
        if len(data) > TEMPLATE_LIMIT:
            self.say(_("The template is larger than 10 MB; please make it smaller."))
            return
        self.say(_("The template is being tried out …"), good=True)
        answer = self._draft.pressroom.work(Work.TEMPLATE, data)
        tasks.when(self, answer, lambda found: self._checked(data, found), self._fail)

    def _checked(self, data: bytes, found: TemplateCheck) -> None:
        words = [template_finding(one) for one in found.findings]
        if found.fit:
            names = ", ".join(f"{{{{{name}}}}}" for name in found.placeholders)
            words.append(_("Found in it: {names}", names=names or _("no placeholders")))
            self.keep(data, ".docx")
        self.say("\n".join(words), good=found.fit)

    def _fail(self, error: Exception) -> None:
        gone = isinstance(error, PressGone)
        crashed = _("Something went wrong while the documents were made; nothing was written. Please try again.")
        self.say(crashed if gone else told(error))

    def _make_example(self) -> None:
        self._draft.flush()
        draft = self._draft
        answer = draft.pressroom.work(Work.WORD, draft.name, draft.folder, draft.clock.now())
        tasks.when(self, answer, self._open, self._fail)

    def _open(self, data: bytes) -> None:
        """In Word, or whatever opens such files here."""
        try:
            file = Path(_examples().name) / f"{self._draft.name}.docx"
            file.write_bytes(data)
        except OSError as error:
            self.say(sentence(error))
        else:
            open_outside(file)


@cache
def _examples() -> "tempfile.TemporaryDirectory[str]":
    """Goes with the program; what another program still has open then stays."""
    return tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


def file_field(setting: Setting, draft: Draft, parent: QWidget | None = None) -> FileField:
    """The field for the name of a file."""
    return LogoField(draft, parent) if setting.key == "letterhead.logo" else TemplateField(draft, parent)


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
