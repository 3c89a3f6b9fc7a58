"""The Vorlage by its form (design §5)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import Paper
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.dialogs.papertext import PaperTextDialog
from desktop.ui.looks.theme import Label
from desktop.ui.pages.consultations import ConsultationTable
from desktop.ui.pages.files import FileTable
from desktop.ui.papertext import PaperText
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.form import Choice, Form, bind_choice, bind_text
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.richtext.richfield import RichField
from desktop.ui.richtext.textacts import TextActs


class PaperPage(QWidget):
    """One paper of the open meeting; saved by itself, Esc leads back to the desk."""

    #: a sentence for the user
    complained = Signal(str)
    #: the user is done here
    left = Signal()

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus = book, bus
        self.key = ""
        self.form: PaperForm | None = None
        self._title = Label("", bold=True, scale=1.4, parent=self)
        back = PushButton(_("Back to the desk (Esc)"), self)
        back.clicked.connect(self.left)
        paste = PushButton(_("Split pasted text …"), self)
        paste.clicked.connect(self.split_text)
        head = Flow()
        head.addWidget(self._title, 1)
        head.addWidget(paste)
        head.addWidget(back)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addWidget(self._area, 1)
        self.text_acts = TextActs(self._focused)
        bus.changed.connect(self._changed)

    def open_paper(self, key: str) -> None:
        """Shows a paper; it is on the shelf of the open meeting."""
        self.key = key
        old = self._area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.form = PaperForm(self._book, self._bus, key)
        self.form.complained.connect(self.complained)
        self._area.setWidget(self.form)
        self._name()

    def arrive(self) -> None:
        """To the first field."""
        if self.form is not None:
            self.form.first.setFocus()

    def _name(self) -> None:
        paper = self._book.shelf.value(self.key)
        assert isinstance(paper, Paper)
        self._title.setText(" ".join(part for part in (_("Paper"), paper.reference or "") if part))

    def _changed(self, changed: Changed) -> None:
        if self.key in changed.went and self.key not in self._book.shelf:
            self.key = ""
            self.form = None
            old = self._area.takeWidget()
            if old is not None:
                old.deleteLater()
            if self.isVisible():
                self.left.emit()
        elif "reference" in changed.fields.get(self.key, ()):
            self._name()

    # --- actions

    def _focused(self) -> RichField | None:
        field = QApplication.focusWidget()
        return field if isinstance(field, RichField) else None

    def split_text(self) -> None:
        """Takes a pasted Vorlage apart and shows the parts before taking them over."""
        if not self.key:
            return
        dialog = PaperTextDialog(self)
        dialog.given.connect(self._take_over)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_over(self, parts: PaperText) -> None:
        with self._book.step("paper.split"):
            if parts.resolution:
                self._book.change(self.key, proposed_resolution=parts.resolution)
            if parts.facts:
                self._book.change(self.key, facts=parts.facts)
            if self.form is not None:
                self.form.files.add_names(parts.files)


class PaperForm(QWidget):
    """The fields of one paper."""

    complained = Signal(str)

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus, self._key = book, bus, key
        self._form = Form(self)
        self.first = self._line(_("Number"), "reference")
        self._line(_("Subject"), "name", optional=False)
        self._line(_("Kind"), "paper_type", _("For instance Beschlussvorlage, Antrag, Mitteilung."))
        self._line(_("Status"), "status_text")
        public = Choice([(None, "–"), (True, _("public")), (False, _("not public"))], self)
        self._form.row(_("Publicity"), public, _("Without an entry the paper follows its agenda item."))
        bind_choice(public, book, bus, key, "public")
        self._line(_("Under direction of"), "under_direction_of")
        self._line(_("Author"), "author")
        self._line(_("Clerk"), "clerk")
        self.consultations = ConsultationTable(book, bus, key, self)
        self.resolution = self._text("proposed_resolution", _("Proposed resolution"))
        self.facts = self._text("facts", _("Facts"))
        self.files = FileTable(book, bus, key, self)
        self.files.complained.connect(self.complained)
        self._lay_out()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.addWidget(self._form)
        rows.addWidget(self.consultations)
        for title, field, share in (
            (_("Proposed resolution"), self.resolution, 2),
            (_("Facts"), self.facts, 3),
        ):
            rows.addWidget(Label(title, bold=True, parent=self))
            rows.addWidget(field, share)
        rows.addWidget(self.files)

    def _line(self, label: str, field: str, help_text: str = "", *, optional: bool = True) -> PlainLine:
        line = PlainLine(parent=self)
        self._form.row(label, line, help_text)
        bind_text(line, self._book, self._bus, self._key, field, optional=optional)
        return line

    def _text(self, field: str, name: str) -> RichField:
        made = RichField(self._book, self._bus, self)
        made.bind(self._key, field)
        made.setAccessibleName(name)
        made.setMinimumHeight(self.fontMetrics().height() * 7)
        return made
