"""Why a file cannot be read."""

from __future__ import annotations


class BadFile(Exception):
    """`code` says why it cannot be read: empty, binary, encoding, long_cell, quotes, too_large, changed, not_json,
    not_xlsx, or unreadable (with the system's `message`); `line` where, 0 if that is not known."""

    def __init__(self, code: str, line: int = 0, message: str = "") -> None:
        super().__init__(code)
        self.code, self.line, self.message = code, line, message
