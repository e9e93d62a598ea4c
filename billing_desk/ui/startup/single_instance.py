"""A second start brings the first window forward."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 500
"""Milliseconds to wait for the first instance's answer."""
_LONGEST = 100
"""Bytes of a socket's path that every system takes."""


class SingleInstance(QObject):
    """One per data folder, which is given by its one real path. `forward` is called when another start asks for the
    window. Which process is the first one is decided by the folder's lock, not here."""

    def __init__(self, folder: Path, forward: Callable[[], None]) -> None:
        super().__init__()
        self._forward = forward
        self._name = socket_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)

    def ask_forward(self) -> bool:
        """Ask the process that runs to show its window; False if it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT):
            return False
        socket.write(b"forward\n")
        socket.waitForBytesWritten(WAIT)
        socket.disconnectFromServer()
        return True

    def listen(self) -> str:
        """As the first one. Empty, or why it cannot be asked."""
        QLocalServer.removeServer(self._name)  # left over from a crash: the lock says that nobody uses it
        return "" if self._server.listen(self._name) else self._server.errorString()

    def _asked(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        self._forward()

    def close(self) -> None:
        self._server.close()


def socket_name(folder: Path) -> str:
    """The full path of the socket, in a folder that only this user can write to."""
    mark = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    if sys.platform == "win32":
        return f"billing-desk-{mark}"  # a pipe's name; the system keeps other users out
    places = [Path(os.environ["XDG_RUNTIME_DIR"])] if os.environ.get("XDG_RUNTIME_DIR") else []
    for place in (*places, folder):
        path = place / f"billing-desk-{mark}.socket"
        if _is_ours(place) and len(os.fsencode(path)) <= _LONGEST:
            return str(path)
    place = Path(tempfile.gettempdir()) / f"billing-desk-{os.geteuid()}"
    place.mkdir(mode=0o700, exist_ok=True)
    if not _is_ours(place):
        raise PermissionError(f"{place} belongs to another user")
    return str(place / f"{mark}.socket")


def _is_ours(place: Path) -> bool:
    """A real folder of this user that nobody else may write to."""
    try:
        found = place.lstat()
    except OSError:
        return False
    return place.is_dir() and not place.is_symlink() and found.st_uid == os.geteuid() and not found.st_mode & 0o022
