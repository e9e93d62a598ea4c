"""The only module that writes to the clipboard; it also clears secrets from it."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication

from ...domain.access.api_key import holds_secret
from ...domain.text.card_number_guard import has_card_number, masked

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def copy(text: str) -> None:
    """Card numbers are masked."""
    QGuiApplication.clipboard().setText(masked(text))


def copy_as_it_is(text: str) -> None:
    """Without masking: for a verified link, which can look like a card number, or rows with masked cells."""
    QGuiApplication.clipboard().setText(text)


def clear_secrets() -> None:
    """Called when the window locks: remove a key or a card number from the clipboard, whatever program copied it."""
    clipboard = QGuiApplication.clipboard()
    for mode in _MODES:
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        text = clipboard.text(mode)
        if holds_secret(text) or has_card_number(text):
            clipboard.clear(mode)
