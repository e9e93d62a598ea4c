"""Chooses the language before any screen is imported."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ...resources import resources

LANGUAGES = ("en", "ja")


def install(application: QApplication, asked: str) -> str:
    """Install the translations of `asked` ("" for the system's) and return the language in use."""
    language = asked or QLocale.system().name()[:2]
    if language not in LANGUAGES:
        language = "en"
    # Digits and dates are formatted by ourselves; Qt's own dialogs follow this.
    QLocale.setDefault(QLocale(language))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    folder = str(resources() / "i18n")
    # English too: its file holds the plural forms.
    for name, place in ((f"billing_desk_{language}", folder), (f"qtbase_{language}", _qt_folder())):
        translator = QTranslator(application)
        if translator.load(name, place):
            application.installTranslator(translator)
    return language


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
