"""How the window looks: Fusion style, a light and a dark palette, and the few colours that mean something.

All colours of the window are in this file. The window follows the system between light and dark.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

#: sizes of the type, in percent of the system's
SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours that mean something. Words or marks always say the same beside them.

    Text colours reach a contrast of 4.5 on ``base`` and, as pairs (``…_back`` below ``…``), on their own background.
    """

    #: what is said in passing: times, hints, prepared entries
    muted: str
    #: rules and frames
    line: str
    #: the running item
    running: str
    running_back: str
    #: publicity, as words on a badge
    public: str
    public_back: str
    nonpublic: str
    nonpublic_back: str
    #: messages
    problem: str
    problem_back: str
    warning: str
    warning_back: str
    notice: str
    notice_back: str
    #: votes
    accepted: str
    rejected: str
    #: the row or cell that the keyboard is in
    current_back: str


LIGHT = Colours(
    muted="#5c6670",
    line="#c3c9d0",
    running="#0b4f8a",
    running_back="#d9e8f6",
    public="#14532d",
    public_back="#d8f0df",
    nonpublic="#ffffff",
    nonpublic_back="#a3161d",
    problem="#ffffff",
    problem_back="#a3161d",
    warning="#4a3500",
    warning_back="#fde9b3",
    notice="#0b3b66",
    notice_back="#dcebf9",
    accepted="#17663a",
    rejected="#a3161d",
    current_back="#eef4fb",
)

DARK = Colours(
    muted="#a3adb8",
    line="#4a525b",
    running="#9fcbf3",
    running_back="#143a5c",
    public="#b5ebc5",
    public_back="#14442a",
    nonpublic="#ffffff",
    nonpublic_back="#b3242b",
    problem="#ffffff",
    problem_back="#b3242b",
    warning="#ffe4a3",
    warning_back="#4d3a08",
    notice="#cde4fa",
    notice_back="#173a5a",
    accepted="#7fd6a0",
    rejected="#ff9a9a",
    current_back="#26303b",
)

_Role = QPalette.ColorRole
_LIGHT_PALETTE = {
    _Role.Window: "#f3f5f7",
    _Role.WindowText: "#14181c",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f7f9fb",
    _Role.Text: "#14181c",
    _Role.PlaceholderText: "#5c6670",
    _Role.Button: "#e7ebef",
    _Role.ButtonText: "#14181c",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#ffffff",
    _Role.ToolTipText: "#14181c",
    _Role.Highlight: "#0b5cad",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#0b5cad",
    _Role.Link: "#0b5cad",
    _Role.LinkVisited: "#5b3a8c",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#eef1f4",
    _Role.Mid: "#b4bcc5",
    _Role.Dark: "#8d97a2",
    _Role.Shadow: "#5c6670",
}
_DARK_PALETTE = {
    _Role.Window: "#2a3037",
    _Role.WindowText: "#e8ebee",
    _Role.Base: "#14181c",
    _Role.AlternateBase: "#1a1f24",
    _Role.Text: "#e8ebee",
    _Role.PlaceholderText: "#a3adb8",
    _Role.Button: "#3a424b",
    _Role.ButtonText: "#e8ebee",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#3a424b",
    _Role.ToolTipText: "#e8ebee",
    _Role.Highlight: "#2a75c6",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#5aa5ee",
    _Role.Link: "#7fbcf5",
    _Role.LinkVisited: "#c3a6f0",
    _Role.Light: "#39414a",
    _Role.Midlight: "#333a42",
    _Role.Mid: "#4a525b",
    _Role.Dark: "#121518",
    _Role.Shadow: "#000000",
}
_DISABLED = {"light": "#7b858f", "dark": "#7d8791"}


def palette(*, dark: bool) -> QPalette:
    """The palette of one of the two schemes."""
    made = QPalette()
    for role, colour in (_DARK_PALETTE if dark else _LIGHT_PALETTE).items():
        made.setColor(role, QColor(colour))
    disabled = QColor(_DISABLED["dark" if dark else "light"])
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    return made


def is_dark(shown: QPalette) -> bool:
    """Whether a palette is a dark one."""
    return shown.color(_Role.Base).lightness() < 128


def colours(shown: QPalette | None = None) -> Colours:
    """The meaningful colours that go with a palette (default: the program's). Asked for while painting."""
    return DARK if is_dark(shown if shown is not None else QGuiApplication.palette()) else LIGHT


class Theme(QObject):
    """Keeps the look of the program: scheme and size of type. One per program, made by ``app``."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._points = app.font().pointSizeF() if app.font().pointSizeF() > 0 else 10.0
        self.percent = 100
        #: what the user chose; None follows the system
        self.chosen_dark: bool | None = None
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.follow)
        self.follow(app.styleHints().colorScheme())

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """Takes over the system's scheme, light where the system has none, unless the user has chosen one."""
        self.use(dark=scheme == Qt.ColorScheme.Dark if self.chosen_dark is None else self.chosen_dark)

    def choose(self, dark: bool | None) -> None:
        """Keeps to a scheme from now on; None follows the system again."""
        self.chosen_dark = dark
        self.follow(self._app.styleHints().colorScheme())

    def switch(self) -> None:
        """From light to dark or back; back at the system's own scheme it is followed again."""
        system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = not is_dark(self._app.palette())
        self.choose(None if dark == system else dark)

    def use(self, *, dark: bool) -> None:
        """Sets a scheme."""
        self._app.setPalette(palette(dark=dark))
        _dress_all()

    def zoom(self, steps: int) -> None:
        """Makes the type larger or smaller by so many steps of SIZES; 0 goes back to the system's size."""
        place = SIZES.index(self.percent) + steps if steps else SIZES.index(100)
        self.set_percent(SIZES[min(max(place, 0), len(SIZES) - 1)])

    def set_percent(self, percent: int) -> None:
        """Sets the size of the type, one of SIZES."""
        self.percent = percent
        font = QFont(self._app.font())
        font.setPointSizeF(self._points * percent / 100)
        self._app.setFont(font)
        _dress_all()


def _dress_all() -> None:
    """Widgets with colours or sizes of their own, which Qt does not bring along, have a method ``dress``."""
    for widget in QApplication.allWidgets():
        dress = getattr(widget, "dress", None)  # asking for a protocol takes ten times as long
        if dress is not None:
            dress()


class Label(QLabel):
    """A label of plain text in one of the meaningful colours, larger or bold."""

    def __init__(
        self,
        text: str = "",
        *,
        colour: str = "",
        back: str = "",
        bold: bool = False,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        """``colour`` and ``back`` are names of fields of Colours; ``scale`` is against the size of the program."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._colour, self._back, self._bold, self._scale = colour, back, bold, scale
        self.dress()

    def recolour(self, colour: str, back: str = "") -> None:
        """Changes the colours, e.g. of a badge."""
        if (colour, back) != (self._colour, self._back):
            self._colour, self._back = colour, back
            self.dress()

    def dress(self) -> None:
        """Takes over theme and size; called by Theme when they change."""
        tint(self, self._colour, self._back)
        font = QFont()
        if self._bold:
            font.setBold(True)
        if self._scale != 1.0:
            font.setPointSizeF(QApplication.font().pointSizeF() * self._scale)
        self.setFont(font)


def tint(widget: QWidget, colour: str = "", back: str = "") -> None:
    """Gives a widget a text colour and a background by the names of Colours; call again on a change of palette."""
    meant = colours()
    own = QPalette()
    if colour:
        own.setColor(_Role.WindowText, QColor(getattr(meant, colour)))
        own.setColor(_Role.Text, QColor(getattr(meant, colour)))
    if back:
        own.setColor(_Role.Window, QColor(getattr(meant, back)))
    widget.setAutoFillBackground(bool(back))
    widget.setPalette(own)
