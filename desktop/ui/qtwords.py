"""Qt's own words (Cancel, Close, the menus of text fields), its numbers and its keys in the language of the window."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.text import window_locale


class QtWords:
    """The translator of an application; only one is installed at a time."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def follow(self) -> None:
        """Takes over the language of the window. English needs no catalogue; where Qt has none it speaks English."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        locale = QLocale(window_locale())
        QLocale.setDefault(locale)
        translator = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if locale.language() is not QLocale.Language.English and translator.load(locale, "qtbase", "_", folder):
            self._app.installTranslator(translator)
            self._translator = translator
