"""What the law profile of a body says, to read and compare, and where a copy of one's own belongs."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.models.values.law import Law
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.lawwords import LawPart, parts, state_words
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label, colours
from desktop.ui.outside import open_outside
from desktop.ui.parts.buttons import PushButton


class LawDialog(QDialog):
    """The text has the keyboard at first: arrows and page keys read on, Tab leads to the buttons."""

    #: a copy of one's own is wanted
    copyWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Legal basis"))
        self.title = Label("", bold=True, scale=1.3, parent=self)
        self.title.setWordWrap(True)
        self.trouble = Label("", colour="problem", back="problem_back", parent=self)
        self.trouble.setWordWrap(True)
        self.trouble.setMargin(4)
        self.text = LawText(self)
        self.own = Label("", parent=self)
        self.own.setWordWrap(True)
        self.own.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.own.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._folder = Path()
        self._buttons = QDialogButtonBox(self)
        self.copy = self._button(_("Make a copy of our own"), self.copyWanted.emit)
        self.show_folder = self._button(_("Show folder"), self._open_folder)
        close = self._buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        self._buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        for widget in (self.title, self.trouble):
            rows.addWidget(widget)
        rows.addWidget(self.text, 1)
        rows.addWidget(self.own)
        rows.addWidget(self._buttons)
        fit_screen(self, 120, 44)
        self.text.setFocus()

    def _button(self, text: str, act: object) -> PushButton:
        made = PushButton(text, self)
        made.setAutoDefault(False)
        made.clicked.connect(act)
        self._buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
        return made

    def show_law(self, body: str, law: Law, own: Path, trouble: str) -> None:
        """Shows the law of a body. ``own`` is where a copy of one's own lies or would lie.

        ``trouble`` is what is wrong with the copy, in a sentence; empty where nothing is.
        """
        self.title.setText(" – ".join(filter(None, (body, state_words(law)))))
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.text.show_parts(parts(law))
        there = own.is_file()
        words = _("A copy of your own would lie here: {path}", path=own)
        if there:
            used, unused = N_("Your own copy, it goes first: {path}"), N_("Your own copy, not in use: {path}")
            words = _(unused if trouble else used, path=own)
        self.own.setText(words)
        self.own.setAccessibleName(self.own.text())
        self._folder = own.parent
        self.copy.setEnabled(not there)
        self.show_folder.setVisible(there)

    def show_trouble(self, sentence: str) -> None:
        """Says why the copy could not be made."""
        self.trouble.setText(sentence)
        self.trouble.show()

    def _open_folder(self) -> None:
        open_outside(self._folder)


class LawText(QTextBrowser):
    """The parts of a law one below the other; what nobody checked says so in words and in colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Legal basis"))
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._parts: tuple[LawPart, ...] = ()

    def show_parts(self, shown: tuple[LawPart, ...]) -> None:
        """Shows the parts of a law."""
        self._parts = shown
        self.dress()

    def dress(self) -> None:
        """Follows theme and size; stays where it was."""
        place = self.verticalScrollBar().value()
        intro = _("Nothing here blocks anything: the program only warns. What counts is the law.")
        dates = _("“As of” is the date of the text that was read, or the month in which this profile was put together.")
        self.setHtml(f"<p>{escape(intro)} {escape(dates)}</p>" + "".join(_html(part) for part in self._parts))
        self.verticalScrollBar().setValue(place)


def _html(part: LawPart) -> str:
    legal, meant = part.legal, colours()
    title = " · ".join(filter(None, (part.title, legal.paragraph)))
    if legal.geprueft:
        words = escape(_("checked against the text of the law"))
        state = f"<span style='color:{meant.accepted}'>✓ {words}</span>"
    else:
        words = escape(_("not checked – please check it in your house"))
        state = f"<b style='color:{meant.warning}; background-color:{meant.warning_back}'>&nbsp;⚠ {words}&nbsp;</b>"
    rows = [
        *part.facts,
        (_("Remark"), legal.note),
        (_("As of"), _day(legal.stand) or _("unknown")),
        (_("Source"), legal.source),
    ]
    cells = "".join(
        f"<tr><td width='32%' style='padding:1px 14px 1px 0; color:{meant.muted}'>{escape(name)}</td>"
        f"<td style='padding:1px 0'>{escape(words)}</td></tr>"
        for name, words in rows
        if words
    )
    head = f"<h3 style='margin-bottom:2px'>{escape(title)}</h3><p style='margin:0'>{state}</p>"
    return f"{head}<table width='100%'>{cells}</table>"


def _day(stand: str) -> str:
    """A day or month as people write it: 09.06.2024, 11/2026."""
    year, _dash, rest = stand.partition("-")
    month, _dash, day = rest.partition("-")
    return f"{day}.{month}.{year}" if day else f"{month}/{year}" if month else stand
