"""How the window looks: Fusion style, one of four schemes, the size of the type, a frame around the focus.

All colours of the window are in ``schemes.py``. Unless the user has chosen otherwise, the window follows the system.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.ui.looks.focusframe import frame_focus
from desktop.ui.looks.schemes import DARK, LIGHT, STRONG_DARK, STRONG_LIGHT, Colours, Scheme
from desktop.ui.looks.style import dress_app

#: sizes of the type, in percent of the system's
SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 225, 250)
_Role = QPalette.ColorRole


class Look(StrEnum):
    """What can be chosen; the values are kept in the book."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"
    STRONG_LIGHT = "strong light"
    STRONG_DARK = "strong dark"


_SCHEMES = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.STRONG_LIGHT: STRONG_LIGHT, Look.STRONG_DARK: STRONG_DARK}
#: what is shown now; one program has one look
_shown = LIGHT


def palette(scheme: Scheme) -> QPalette:
    """The palette of a scheme."""
    made = QPalette()
    for role, colour in scheme.palette.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(scheme.disabled))
    return made


def scheme() -> Scheme:
    """The scheme that is shown."""
    return _shown


def colours() -> Colours:
    """The meaningful colours of the scheme that is shown. Asked for while painting."""
    return _shown.colours


class Theme(QObject):
    """Keeps the look of the program: scheme and size of type. One per program, made by ``app``."""

    #: another scheme or size is shown
    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._points = app.font().pointSizeF() if app.font().pointSizeF() > 0 else 10.0
        self.percent = 100
        #: what the user chose
        self.look = Look.SYSTEM
        dress_app(app, LIGHT, self.percent)
        app.styleHints().colorSchemeChanged.connect(self.follow)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self.follow)
        self.follow()

    def system(self) -> Look:
        """What the system shows: light where it has no wish."""
        hints = self._app.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return Look.STRONG_DARK if dark else Look.STRONG_LIGHT
        return Look.DARK if dark else Look.LIGHT

    def follow(self) -> None:
        """Shows what was chosen; where nothing was, what the system shows."""
        self.use(_SCHEMES[self.look or self.system()])

    def choose(self, look: Look) -> None:
        """Keeps to a look from now on."""
        self.look = look
        self.follow()

    def switch(self, *, dark: bool | None = None, strong: bool | None = None) -> None:
        """Changes one side of the look; back at the system's own look it is followed again."""
        dark, strong = _shown.dark if dark is None else dark, _shown.strong if strong is None else strong
        wanted = next(look for look, one in _SCHEMES.items() if (one.dark, one.strong) == (dark, strong))
        self.choose(Look.SYSTEM if wanted == self.system() else wanted)

    def use(self, wanted: Scheme) -> None:
        """Sets a scheme."""
        global _shown
        _shown = wanted
        self._app.setPalette(palette(wanted))
        self._dress()

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
        self._dress()

    def _dress(self) -> None:
        dress_app(self._app, _shown, self.percent)
        _dress_all()
        frame_focus(self._app, _shown)
        self.changed.emit()


def _dress_all() -> None:
    """Widgets with colours or sizes of their own, which Qt does not bring along, have a method ``dress``."""
    for widget in QApplication.allWidgets():
        dress = getattr(widget, "dress", None)  # asking for a protocol takes ten times as long
        if dress is not None:
            dress()


#: so many letters of a line are read easily
_EASY = 90


class Label(QLabel):
    """A label of plain text in one of the meaningful colours, larger or bold, in as many lines as it needs."""

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
        self.setWordWrap(True)
        self._colour, self._back, self._bold, self._scale = colour, back, bold, scale
        self.dress()

    def sizeHint(self) -> QSize:
        """One line, as far as lines are read easily: Qt would wrap a text of a few words already."""
        if not self.wordWrap() or self.textFormat() is not Qt.TextFormat.PlainText:
            return super().sizeHint()
        metrics, edge = self.fontMetrics(), 2 * (self.margin() + self.frameWidth())
        margins = self.contentsMargins()
        line = metrics.size(Qt.TextFlag.TextExpandTabs, self.text()).width() + edge + margins.left() + margins.right()
        width = min(line, metrics.averageCharWidth() * _EASY)
        return QSize(width, self.heightForWidth(width))

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
        self._leave_room()

    def setMargin(self, margin: int) -> None:
        """A margin has room for the dots of Ö as well."""
        super().setMargin(margin)
        self._leave_room()

    def _leave_room(self) -> None:
        self.setContentsMargins(0, max(dots_above(self.fontMetrics()) - self.margin(), 0), 0, 0)


def dots_above(metrics: QFontMetrics) -> int:
    """By how much the dots of Ö rise above the line, in pixels: fonts round at small sizes, and Qt would cut them."""
    return max(-metrics.tightBoundingRect("Ö").top() - metrics.ascent(), 0)


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
