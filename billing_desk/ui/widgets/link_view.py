"""A link for the customer, in all forms that are useful on the phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.text.links import is_stripes, may_be_handed_out
from ..wording.notices import sentence
from ..wording.text import translate
from .clipboard import copy_as_it_is
from .links import open_link
from .plain import Button, Label, shown
from .qr_code import qr_pixmap
from .theme import SMALL

T = TypeVar("T")
QR = 180


class LinkView(QWidget):
    """The link as text, as a QR code, in a mail text, and opened in the browser; `more` are further buttons. `state`
    shows the outcome. A URL that is not a web page is only displayed; one outside of Stripe is not opened."""

    def __init__(self, url: str, own: str, mail: str = "", more: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """`own`: base address of this desk's local server; "" for Stripe."""
        super().__init__()
        self.url, self._own, self._mail = url, own, mail
        good = may_be_handed_out(url, own)
        self.link = QLineEdit(shown(url), readOnly=True)
        self.link.setAccessibleName(translate("LinkView", "Link"))
        picture = Label()
        if good:
            picture.setPixmap(qr_pixmap(url, QR))
        picture.setAccessibleName(translate("LinkView", "QR code of the link"))
        self.state = Label(wordWrap=True)
        self.state.setProperty("dim", True)
        acts = [(translate("LinkView", "Copy link"), self._copy_link)] if good else []
        if mail and good:
            acts.append((translate("LinkView", "Copy email text"), self._copy_mail))
        if is_stripes(url, own):
            acts.append((translate("LinkView", "Open in browser"), self._open))
        buttons = QVBoxLayout()
        buttons.setSpacing(SMALL)
        for text, act in (*acts, *more):
            button = Button(text)
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
        if not is_stripes(url, own):
            warning = Label(_not_stripes(good=good), wordWrap=True)
            warning.setProperty("problem", True)
            layout.addWidget(warning)
        layout.addWidget(self.state)
        self.link.setCursorPosition(0)

    async def watched(self, waiting: Awaitable[T]) -> T | None:
        """The result of `waiting`; None if it failed, and `state` shows the error."""
        try:
            return await waiting
        except DeskError as error:
            self.state.setText(sentence(error))
            return None

    def _copy_link(self) -> None:
        copy_as_it_is(self.url)

    def _copy_mail(self) -> None:
        copy_as_it_is(self._mail)

    def _open(self) -> None:
        open_link(self.url, self._own)


def _not_stripes(*, good: bool) -> str:
    if good:
        return translate(
            "LinkView",
            "This address is not one of Stripe's, so it is not opened from here. If your account has its own domain "
            "for Stripe's pages, check that this is it before you give it to the customer.",
        )
    return translate("LinkView", "This is not a secure web address, so it can be neither opened nor copied here.")
