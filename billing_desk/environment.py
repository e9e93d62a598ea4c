"""Removes environment variables that would log or redirect requests, and reads the system user's name."""

from __future__ import annotations

import ctypes
import os
import sys

_DROPPED = frozenset(
    {
        "STRIPE_LOG",  # makes the SDK print requests
        "SSLKEYLOGFILE",  # makes the TLS library write session keys
        "PYTHON_KEYRING_BACKEND",
        "KEYCHAIN_PATH",
        "HTTPX_LOG_LEVEL",
        "PYTHONASYNCIODEBUG",  # makes asyncio log the arguments of callbacks
        "QT_LOGGING_RULES",
        "QT_LOGGING_CONF",
    }
)
_DROPPED_PREFIXES = ("KEYRING_PROPERTY_",)
"""Variables that would redirect an allowed keyring."""


def scrub() -> None:
    """Must run before other imports: remove the variables that make libraries log secrets."""
    for name in [name for name in os.environ if name in _DROPPED or name.startswith(_DROPPED_PREFIXES)]:
        del os.environ[name]


def protect_process() -> None:
    """New files are accessible to this user only; no core dump and no other process can read keys from memory;
    environment variables that make libraries log requests are removed."""
    scrub()
    os.umask(0o077)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE


def system_user() -> str:
    """The user's name by the process's user id; variables such as LOGNAME are ignored."""
    if sys.platform == "win32":
        size = ctypes.c_ulong(257)
        name = ctypes.create_unicode_buffer(size.value)
        known = ctypes.windll.advapi32.GetUserNameW(name, ctypes.byref(size))
        return name.value if known else ""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a user id without an entry, as in some containers
        return f"uid {os.getuid()}"
