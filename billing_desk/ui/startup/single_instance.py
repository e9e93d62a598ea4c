"""Makes a second start of the program show the first one's window."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ...domain.text.object_links import LONGEST

WAIT = 500
"""Milliseconds to wait for the first instance's answer."""
_LONGEST = 100
"""Maximum length of a socket path in bytes on every operating system."""


class SingleInstance(QObject):
    """One instance per data folder, given by its real path. `forward` is called when another start asks for the window,
    with the link that was given to it, or "".
    The folder's lock, not this class, decides which process is first."""

    def __init__(self, folder: Path, forward: Callable[[str], None]) -> None:
        super().__init__()
        self._forward = forward
        self._name = socket_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)

    def ask_forward(self, link: str = "") -> bool:
        """Ask the running process to show its window, and to open a link; returns False if it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT):
            return False
        socket.write(f"forward {link[:LONGEST]}\n".encode("utf-8", "replace"))
        socket.waitForBytesWritten(WAIT)
        socket.disconnectFromServer()
        return True

    def listen(self) -> str:
        """Listen as the first instance. Returns "" or the reason why it cannot."""
        QLocalServer.removeServer(self._name)  # left by a crash: the folder's lock shows that it is unused
        return "" if self._server.listen(self._name) else self._server.errorString()

    def _asked(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(lambda: self._read(socket))

    def _read(self, socket: QLocalSocket) -> None:
        """What the other start has sent until it hung up; it is read as text of this user, and checked as any link."""
        text = bytes(socket.readAll().data()[: 2 * LONGEST]).decode("utf-8", "replace")
        socket.deleteLater()
        self._forward(text.partition(" ")[2].strip())

    def close(self) -> None:
        self._server.close()


def socket_name(folder: Path) -> str:
    """The full path of the socket, in a folder that only this user can write to."""
    mark = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    if sys.platform == "win32":
        return f"billing-desk-{mark}"  # a pipe's name; Windows restricts access to this user
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
    """Whether it is a real folder of this user that no other user can write to."""
    try:
        found = place.lstat()
    except OSError:
        return False
    return place.is_dir() and not place.is_symlink() and found.st_uid == os.geteuid() and not found.st_mode & 0o022
