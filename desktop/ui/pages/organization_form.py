"""The forms of a body and of a faction."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from desktop.models.book import Book
from desktop.models.values import OrganizationType
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.form import Choice, Form, bind_check, bind_choice, bind_number, bind_text
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.parts.ticks import Tick
from desktop.ui.prepare.templates import TemplateEditor
from desktop.ui.words import organization_type_name

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_MOST = 999


class _OrganizationForm(Form):
    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(12, 0, 0, 0)
        self._book, self._bus, self._key = book, bus, key
        self.line(_("Name"), "name", optional=False)
        self.line(_("Short name"), "short_name")

    def line(self, label: str, field: str, help_text: str = "", *, optional: bool = True) -> PlainLine:
        made = PlainLine(parent=self)
        self.row(label, made, help_text)
        bind_text(made, self._book, self._bus, self._key, field, optional=optional)
        return made

    def number(self, label: str, field: str, help_text: str = "") -> QSpinBox:
        made = QSpinBox(self)
        made.setRange(-1, _MOST)
        made.setSpecialValueText("–")
        self.row(label, made, help_text)
        bind_number(made, self._book, self._bus, self._key, field)
        return made


class BodyForm(_OrganizationForm):
    """A Gremium or another organization that is no faction."""

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget | None = None) -> None:
        super().__init__(book, bus, key, parent)
        kinds = [kind for kind in OrganizationType if kind is not OrganizationType.FRAKTION]
        kind = Choice([(kind, organization_type_name(kind)) for kind in kinds], self)
        self.row(_("Kind"), kind)
        bind_choice(kind, book, bus, key, "organization_type")
        self.line(_("Description"), "classification", _("For instance committee, parliament, advisory council."))
        self.number(
            _("Members by law"), "voting_member_count", _("Statutory number of voting members; the quorum follows it.")
        )
        advisory = Tick(_("recommends only (Beschlussempfehlung)"), self)
        self.row(_("Votes"), advisory)
        bind_check(advisory, book, bus, key, "advisory")
        if book.shelf.records[key].data["organization_type"] is OrganizationType.GREMIUM:
            self.wide(TemplateEditor(book, bus, key, self))


class FactionForm(_OrganizationForm):
    """A faction: name, short name, its place in vote tables, its colour."""

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget | None = None) -> None:
        super().__init__(book, bus, key, parent)
        self.number(_("Order"), "order", _("Its row in the vote table."))
        self.row(_("Colour"), ColourField(book, bus, key, self))


class ColourField(QWidget):
    """A colour as #rrggbb, with a patch of it and a dialog to choose."""

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._key = book, key
        self._line = PlainLine(parent=self)
        self._line.setAccessibleName(_("Colour"))
        self._line.setPlaceholderText(_("e.g. #003c8f"))
        self.setFocusProxy(self._line)
        bind_text(self._line, book, bus, key, "color", fits=lambda text: bool(_COLOUR.fullmatch(text)))
        self._patch = _Patch(self)
        self._line.textChanged.connect(self._patch.show_colour)
        self._patch.show_colour(self._line.text())
        button = PushButton(_("Choose …"), self)
        button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._patch, self._line, button):
            row.addWidget(widget)

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self._line.text() or Qt.GlobalColor.gray), self)
        dialog.colorSelected.connect(lambda colour: self._book.change(self._key, color=colour.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _Patch(QWidget):
    """A patch of colour; the number beside it says the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = QColor()
        side = self.fontMetrics().height()
        self.setFixedSize(side * 2, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, text: str) -> None:
        self._colour = QColor(text) if _COLOUR.fullmatch(text) else QColor()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().mid().color())
        if self._colour.isValid():
            painter.setBrush(self._colour)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
