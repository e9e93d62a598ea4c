"""A second start brings the first window forward."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 500
"""Milliseconds to wait for the first instance's answer."""


class SingleInstance(QObject):
    """One per user and data folder. `forward` is called when another start asks for the window."""

    def __init__(self, folder: str, forward: Callable[[], None]) -> None:
        super().__init__()
        self._forward = forward
        self._name = "billing-desk-" + hashlib.sha256(folder.encode()).hexdigest()[:16]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)

    def is_first(self) -> bool:
        """False if another one runs; it has then been asked to come forward."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(WAIT):
            socket.write(b"forward\n")
            socket.waitForBytesWritten(WAIT)
            socket.disconnectFromServer()
            return False
        QLocalServer.removeServer(self._name)  # left over from a crash
        self._server.listen(self._name)
        return True

    def _asked(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        self._forward()

    def close(self) -> None:
        self._server.close()
