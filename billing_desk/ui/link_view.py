"""A link for the customer in every shape that a person on the phone can use."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ..domain.errors import DeskError
from .notices import sentence
from .qr_code import qr_pixmap
from .text import translate
from .theme import SMALL

T = TypeVar("T")
QR = 180


class LinkView(QWidget):
    """The link to copy, as a QR code, in a mail text, opened in the browser; `more` are further buttons. `state` says
    what has come of it."""

    def __init__(self, url: str, mail: str = "", more: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        super().__init__()
        self.url, self._mail = url, mail
        self.link = QLineEdit(url, readOnly=True)
        self.link.setAccessibleName(translate("LinkView", "Link"))
        picture = QLabel()
        picture.setPixmap(qr_pixmap(url, QR))
        picture.setAccessibleName(translate("LinkView", "QR code of the link"))
        self.state = QLabel(wordWrap=True)
        self.state.setProperty("dim", True)
        acts = [(translate("LinkView", "Copy the link"), self._copy_link)]
        if mail:
            acts.append((translate("LinkView", "Copy a mail text"), self._copy_mail))
        acts.append((translate("LinkView", "Open in the browser"), self._open))
        buttons = QVBoxLayout()
        buttons.setSpacing(SMALL)
        for text, act in (*acts, *more):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(picture)
        row.addLayout(buttons, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.link)
        layout.addLayout(row)
        layout.addWidget(self.state)
        self.link.setCursorPosition(0)

    async def watched(self, waiting: Awaitable[T]) -> T | None:
        """What the customer did; None, and `state` says why, where that cannot be found out."""
        try:
            return await waiting
        except DeskError as error:
            self.state.setText(sentence(error))
            return None

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self.url)

    def _copy_mail(self) -> None:
        QGuiApplication.clipboard().setText(self._mail)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.url))
