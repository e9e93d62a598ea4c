"""The network settings, and the check of a file with certificates."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST = 4_000_000
"""Bytes. The certificates of a whole operating system take a tenth of it."""


def holds_certificates(content: bytes) -> bool:
    """Whether the content has at least one certificate in PEM form and no damaged one."""
    if len(content) > MOST or b"-----BEGIN CERTIFICATE-----" not in content:
        return False
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=content.decode("ascii", "replace"))
    except (ssl.SSLError, ValueError):
        return False
    return True


SYSTEM, DIRECT = "system", "none"


@dataclass(frozen=True)
class Network:
    """`proxy` is "system" (from the operating system or the environment), "none", or a proxy's address. `ca_file` is
    the path of a PEM file with a company's certificates; "" for none."""

    proxy: str = SYSTEM
    ca_file: str = ""


def is_proxy(address: str) -> bool:
    """Whether it is the address of a proxy for https, such as `http://proxy.example:8080`. A user name and password
    before the host are allowed."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False
    strange = any(ord(character) <= 32 or ord(character) > 126 for character in address)
    return known and not strange and not parts.path.strip("/") and not parts.query and not parts.fragment
