"""Whether the content of a file is certificates that OpenSSL reads."""

from __future__ import annotations

import ssl

MOST = 4_000_000
"""Bytes; all the certificates of an operating system are a tenth of it."""


def holds_certificates(content: bytes) -> bool:
    """At least one certificate in PEM form, and none that is broken."""
    if len(content) > MOST or b"-----BEGIN CERTIFICATE-----" not in content:
        return False
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=content.decode("ascii", "replace"))
    except (ssl.SSLError, ValueError):
        return False
    return True
