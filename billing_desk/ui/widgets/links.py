"""The one place that opens addresses in the browser: Stripe's, and pages of the desk's own local server."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ...domain.text.links import is_stripes


def open_link(url: str, own: str) -> bool:
    """False, and nothing is opened, for an address that is not Stripe's or under `own`."""
    if not is_stripes(url, own):
        return False
    parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
    # What Qt makes of it must be what was checked.
    encoded = parsed.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    if not parsed.isValid() or parsed.userInfo() or not is_stripes(encoded, own):
        return False
    return QDesktopServices.openUrl(parsed)
