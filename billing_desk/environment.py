"""What the environment may not decide: what is printed or written of a request, and who works here."""

from __future__ import annotations

import os
import sys

_DROPPED = frozenset(
    {
        "STRIPE_LOG",  # the SDK would print what is sent
        "SSLKEYLOGFILE",  # the TLS library would write what decrypts the connection
        "PYTHON_KEYRING_BACKEND",
        "KEYCHAIN_PATH",
        "HTTPX_LOG_LEVEL",
        "PYTHONASYNCIODEBUG",  # would log what callbacks are given
        "QT_LOGGING_RULES",
        "QT_LOGGING_CONF",
    }
)
_DROPPED_PREFIXES = ("KEYRING_PROPERTY_",)
"""They would redirect an allowed keyring."""


def scrub() -> None:
    """Before anything else is imported: forget the variables that make libraries tell secrets."""
    for name in [name for name in os.environ if name in _DROPPED or name.startswith(_DROPPED_PREFIXES)]:
        del os.environ[name]


def system_user() -> str:
    """The operating system's name for this user, by the process's own id; variables such as LOGNAME have no say."""
    if sys.platform == "win32":
        import ctypes

        size = ctypes.c_ulong(257)
        name = ctypes.create_unicode_buffer(size.value)
        known = ctypes.windll.advapi32.GetUserNameW(name, ctypes.byref(size))
        return name.value if known else ""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a user without an entry, as in some containers
        return f"uid {os.getuid()}"
