"""The line for who asks for the floor: a short form and Enter; Shift+Enter is a point of order."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui.desk.names.speakers import Directory, Speaker
from desktop.ui.desk.presence import attendance_input as typed
from desktop.ui.desk.presence.whofield import WhoField
from desktop.ui.looks.theme import Label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Field(WhoField):
    """Tab takes the first of the list and stays, because Enter comes next; it leaves an empty field."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Only where nothing is typed."""
        return bool(self.text().strip()) or super().focusNextPrevChild(forward)


class FloorLine(QWidget):
    """One line; below it, as long as the keyboard is here, what Enter will do."""

    #: who ask for the floor (``Speaker``, or a guest's name as typed), and whether to a point of order
    asked = Signal(list, bool)
    #: left without doing anything
    left = Signal()
    #: ↓: on to the list
    below = Signal()
    #: the words below came or went
    resized = Signal()
    #: a sentence that was typed blindly; it belongs to the ready line
    blindText = Signal(str)

    def __init__(self, directory: Callable[[], Directory], parent: QWidget | None = None) -> None:
        """``directory`` gives who is known, as it stands."""
        super().__init__(parent)
        self._directory = directory
        self._who = _Field(self)
        self._who.setAccessibleName(_("Asks for the floor: short form or name"))
        self._who.setPlaceholderText(_("Asks for the floor: short form"))
        self._says = Label(colour="muted", parent=self)
        self._says.setWordWrap(True)
        self._says.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addWidget(self._who)
        rows.addWidget(self._says)
        self.setFocusProxy(self._who)
        self._who.textChanged.connect(self._preview)
        self._who.installEventFilter(self)

    def open(self) -> None:
        """Begins anew, with the keyboard in it."""
        self._who.clear()
        self._who.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Another meeting comes: a sentence goes to the ready line, anything else goes."""
        if not self._is_sentence():
            self._empty()

    def _empty(self) -> None:
        self._who.close_list()
        self._who.clear()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter, Esc and ↓; the words below come and go with the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            self._who.directory = self._directory()
            self._says.show()
            self._preview()
            self.resized.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self._says.hide()
            self.resized.emit()
        elif isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key was for this line."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape and plain:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and (plain or shift):
                self._ask(point_of_order=shift)
                return True
            if event.key() == Qt.Key.Key_Escape and plain:
                self._leave()
                return True
            if event.key() == Qt.Key.Key_Down and plain:
                self.below.emit()
                return True
        return False

    def _leave(self) -> None:
        if not self._is_sentence():
            self._empty()
            self.left.emit()

    def _ask(self, *, point_of_order: bool) -> None:
        """What stands in the line, all of them where they are separated by commas."""
        text = self._who.text().strip()
        found = self._named()
        if found:
            self._empty()
            self.asked.emit(found, point_of_order)
            self.left.emit()
        elif not text:
            self.left.emit()
        elif not self._is_sentence():
            self._preview()

    def _named(self) -> list[Speaker | str]:
        """Who is meant without doubt, or named anew; nobody where one of them is not."""
        one = self._one(self._who.text().strip())
        if one is not None:
            return [one]
        parts = [self._one(part.strip()) for part in self._who.text().split(",") if part.strip()]
        return [part for part in parts if part is not None] if len(parts) > 1 and None not in parts else []

    def _doubtful(self) -> str:
        """Of several, all of whom may be somebody, the first who is not meant without doubt; else nothing."""
        parts = [part.strip() for part in self._who.text().split(",") if part.strip()]
        found = [self._one(part) is not None or bool(self._who.directory.find(part)) for part in parts]
        doubtful = [part for part in parts if self._one(part) is None]
        return doubtful[0] if len(parts) > 1 and all(found) and doubtful else ""

    def _one(self, text: str) -> Speaker | str | None:
        known = [one for one in self._who.directory.speakers if text and one.name == text]
        meant = known[0] if len(known) == 1 else typed.who(self._who.directory, text)
        return meant or (text if self._is_new(text) else None)

    def _is_new(self, text: str) -> bool:
        """A name of two words or more that nobody has; one word may have been typed blindly."""
        names = len(text.split()) > 1 and text[0].isupper() and text[-1].isalpha() and "," not in text
        return names and not typed.is_sentence(text) and not self._who.directory.find(text)

    def _is_sentence(self) -> bool:
        """Whether a sentence was typed blindly; then it goes to the ready line, and nothing has changed."""
        text = self._who.text()
        if self._named() or self._doubtful() or self._who.directory.find(text) or not typed.is_sentence(text):
            return False
        self._empty()
        self.blindText.emit(text)
        return True

    def _preview(self) -> None:
        """Says what Enter will do."""
        text, named = self._who.text().strip(), self._named()
        names = ", ".join(one if isinstance(one, str) else one.label for one in named)
        if any(isinstance(one, str) for one in named):
            words = _("{name} is new: Enter puts them on the list as a guest", name=names)
        elif named:
            words = _("Enter: {name} at the end · Shift+Enter: point of order", name=names)
        elif doubtful := self._doubtful():
            words = _(
                "“{text}” may be several; more letters tell them apart. All others stay in the line.", text=doubtful
            )
        elif text:
            words = _("Nobody is meant without doubt. Tab or a digit chooses.")
        else:
            words = _("Enter: at the end · Shift+Enter: point of order · ↓: the list · several with commas")
        self._says.setText(words)
