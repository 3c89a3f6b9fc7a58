"""Banners: how the window says that something is wrong, without ever standing in the way of typing."""

from collections.abc import Callable
from enum import StrEnum

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.commands.keyedlabel import KeyedLabel
from desktop.ui.looks.theme import Label, tint
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.brief import Brief
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow


class Tone(StrEnum):
    """How serious a message is. The word before the text says it as well as the colour."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTICE = "notice"


_WORDS = {Tone.PROBLEM: N_("Problem"), Tone.WARNING: N_("Please note"), Tone.NOTICE: N_("Notice")}


class Banner(QFrame):
    """One message with an optional button. Takes no focus by itself; a screen reader speaks it, a problem at once."""

    #: the user has read it
    closed = Signal()

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.NOTICE,
        action: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
        *,
        lines: int | None = None,
    ) -> None:
        """``lines``: no more of the text is shown, because the action leads to the whole of it."""
        super().__init__(parent)
        self.tone = tone
        self.dress()
        self.text = text
        self.setAccessibleName(f"{_(_WORDS[tone])}: {text}")
        row = Flow(self)
        row.setContentsMargins(10, 4, 6, 4)
        self.setSizePolicy(_growing())
        word = Label(_(_WORDS[tone]) + ":", colour=tone.value, bold=True, parent=self)
        row.addWidget(word)
        row.addWidget(self._message(text) if lines is None else self._brief(lines), 1)
        if action is not None:
            row.addWidget(self._button(*action))
        row.addWidget(self._button(_("Close"), self.closed.emit))
        row.addWidget(KeyedLabel(N_("{go_to_message} leads here"), colour=tone.value, parent=self))

    def _message(self, text: str) -> Label:
        label = Label(text, colour=self.tone.value, parent=self)
        label.setWordWrap(True)
        label.setSizePolicy(_growing())
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _brief(self, lines: int) -> Brief:
        return Brief(self.text, lines, colour=self.tone.value, parent=self)

    def _button(self, text: str, act: Callable[[], object]) -> PushButton:
        button = PushButton(text, self)
        button.setAccessibleDescription(self.text)
        button.clicked.connect(lambda: act())
        return button

    def dress(self) -> None:
        """Follows the theme."""
        tint(self, back=f"{self.tone}_back")

    def dismiss(self, before: QWidget | None) -> None:
        """Takes the banner away; the focus goes back to what had it before, else on to what comes next."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            if before is not None and shiboken6.isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.focusNextChild()
        self.hide()
        self.deleteLater()


def _growing() -> QSizePolicy:
    """As wide as there is room, and as high as the text then needs."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


class Banners(QWidget):
    """The place of banners at the top of the window: one per topic, the newest state of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(1)
        self._shown: dict[str, Banner] = {}
        #: what had the keyboard before it came here
        self._before: QWidget | None = None
        self.setSizePolicy(_growing())
        self.hide()

    def show_message(
        self,
        topic: str,
        text: str,
        tone: Tone = Tone.NOTICE,
        action: tuple[str, Callable[[], object]] | None = None,
        *,
        lines: int | None = None,
    ) -> None:
        """Shows a message in place of the one on the same topic; the same text again changes nothing."""
        if topic in self._shown and self._shown[topic].text == text:
            return
        self.clear(topic)
        banner = Banner(text, tone, action, self, lines=lines)
        banner.closed.connect(lambda: self.clear(topic))
        self._shown[topic] = banner
        self._rows.addWidget(banner)
        banner.show()
        self.show()
        announce(banner, banner.accessibleName(), assertive=tone is Tone.PROBLEM)

    def clear(self, topic: str) -> None:
        """Takes the message on a topic away, if there is one."""
        banner = self._shown.pop(topic, None)
        if banner is not None:
            banner.dismiss(self._before)
        self._take_room()

    def put_away(self, topics: frozenset[str], away: bool) -> None:
        """What is shown on these topics now belongs to a page that is left, or is there again. Problems stay."""
        for banner in (self._shown[topic] for topic in topics & self._shown.keys()):
            banner.setVisible(not away or banner.tone is Tone.PROBLEM)
        self._take_room()

    def _take_room(self) -> None:
        self.setVisible(not all(banner.isHidden() for banner in self._shown.values()))

    def focus_newest(self) -> None:
        """Puts the focus on the first button of the newest message."""
        if self._shown:
            focused = QApplication.focusWidget()
            if focused is None or not self.isAncestorOf(focused):
                self._before = focused
            banner = list(self._shown.values())[-1]
            banner.findChildren(PushButton)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def texts(self) -> list[str]:
        """What is shown, oldest first."""
        return [banner.text for banner in self._shown.values()]
