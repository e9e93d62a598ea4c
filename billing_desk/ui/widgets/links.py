"""The only module that opens URLs in the browser: Stripe's, and those of the desk's local server."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ...domain.text.links import is_stripes


def open_link(url: str, own: str) -> bool:
    """Returns False without opening anything if the URL is neither Stripe's nor under `own`."""
    if not is_stripes(url, own):
        return False
    parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
    # Qt's normalized form must be the checked form.
    encoded = parsed.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    if not parsed.isValid() or parsed.userInfo() or not is_stripes(encoded, own):
        return False
    return QDesktopServices.openUrl(parsed)
