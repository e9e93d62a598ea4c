"""The one place that fills the clipboard, and empties it of what nobody may find there."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication

from ...domain.access.api_key import holds_secret
from ...domain.text.card_number_guard import has_card_number, masked

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def copy(text: str) -> None:
    """Card numbers that were written at Stripe are copied as dots."""
    QGuiApplication.clipboard().setText(masked(text))


def copy_as_it_is(text: str) -> None:
    """A link that was checked, where a part may look like a number; or rows whose cells are masked one by one."""
    QGuiApplication.clipboard().setText(text)


def clear_secrets() -> None:
    """When the window is locked: a key or a card number that was copied for a field, here or elsewhere."""
    clipboard = QGuiApplication.clipboard()
    for mode in _MODES:
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        text = clipboard.text(mode)
        if holds_secret(text) or has_card_number(text):
            clipboard.clear(mode)
