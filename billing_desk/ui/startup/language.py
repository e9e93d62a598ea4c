"""Chooses the language; must run before any screen is imported."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ...resources import resources

LANGUAGES = ("en", "ja")


def install(application: QApplication, asked: str) -> str:
    """Install the translations of `asked` ("" for the system's language) and return the language in use."""
    language = asked or QLocale.system().name()[:2]
    if language not in LANGUAGES:
        language = "en"
    # Digits and dates are formatted by this program; Qt's own dialogs use this locale.
    QLocale.setDefault(QLocale(language))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    folder = str(resources() / "i18n")
    # Also for English, whose file has the plural forms.
    for name, place in ((f"billing_desk_{language}", folder), (f"qtbase_{language}", _qt_folder())):
        translator = QTranslator(application)
        if translator.load(name, place):
            application.installTranslator(translator)
    return language


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
