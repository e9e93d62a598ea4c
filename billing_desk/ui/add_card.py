"""Add a card to a customer: Stripe's own page, an id, or in test and practice one of Stripe's test cards."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ..domain.card import parse_expiry
from ..domain.card_policy import Verdict
from ..domain.errors import DeskError
from ..domain.money import OFFERED
from ..domain.operation import Mode, Preview
from ..services.card_pages import PageState
from ..services.cards import TEST_CARDS
from ..services.operations import Unsettled
from ..store.mirror import Row as Json
from . import words
from .card_page_mail import mail_text
from .context import Context
from .dialog import DeskDialog
from .fields import Row, TextField
from .notices import Notice, notice_of
from .qr_code import qr_pixmap
from .text import translate
from .theme import SMALL
from .verbs import carry_out

QR = 180


class AddCardDialog(DeskDialog):
    """Never by number: that is for Stripe's page. Once a page is made, its link is shown and it is watched."""

    def __init__(self, context: Context, parent: QWidget, customer: Json) -> None:
        super().__init__(context, parent, translate("AddCard", "Add a card"), translate("AddCard", "Preview"))
        self.setMinimumWidth(520)
        self._customer, self._id = customer, str(customer["id"])
        self._name = str(customer.get("name") or customer.get("email") or self._id)
        self._session = ""
        self.way, self.test_card = QComboBox(), QComboBox()
        self.way.addItem(translate("AddCard", "Stripe's page, as a link"), "page")
        self.way.addItem(translate("AddCard", "Id of a token, PaymentMethod or source"), "id")
        self.way.addItem(translate("AddCard", "A token or source in place of the default source"), "replace")
        self.way.addItem(translate("AddCard", "A token, or a new expiry for the card on record"), "register")
        if context.services.place.mode is not Mode.LIVE:
            self.way.addItem(translate("AddCard", "One of Stripe's test cards"), "test")
        for name in TEST_CARDS:
            self.test_card.addItem(words.test_card(name), f"pm_card_{name}")
        self.card_id = TextField()
        self.default = QCheckBox(translate("AddCard", "Make it the default card"))
        self.default.setChecked(not customer.get("default_source"))
        self._card_id = Row(translate("AddCard", "Id (tok_…, pm_…, src_…)"), self.card_id)
        self._test_card = Row(translate("AddCard", "Test card"), self.test_card)
        self.stored, self.expiry = TextField(), TextField()
        hint = translate("AddCard", "If it is still there, only its expiry is updated; otherwise the token's is added.")
        self._stored = Row(translate("AddCard", "Card you have on record"), self.stored, hint)
        self._expiry = Row(translate("AddCard", "Expiry (MM/YYYY)"), self.expiry)
        for widget in (
            Row(translate("AddCard", "How"), self.way),
            self._stored,
            self._expiry,
            self._card_id,
            self._test_card,
            self.default,
        ):
            self.body.addWidget(widget)
        self._page = QWidget()
        self._page.hide()
        self.body.addWidget(self._page)
        self.body.addStretch(1)
        self.way.currentIndexChanged.connect(self._way_chosen)
        self._way_chosen()
        self.primary.clicked.connect(self._go)
        self.way.setFocus()

    @property
    def has_page(self) -> bool:
        """Whether a card page was made, and is watched."""
        return bool(self._session)

    def _way_chosen(self) -> None:
        way = self.way.currentData()
        self._card_id.setVisible(way in ("id", "replace", "register"))
        self._test_card.setVisible(way == "test")
        for row in (self._stored, self._expiry):
            row.setVisible(way == "register")
        self.default.setVisible(way not in ("replace", "register"))

    def _go(self) -> None:
        self.show_problem("")
        self._card_id.show_problem("")
        way = self.way.currentData()
        id_ = str(self.test_card.currentData()) if way == "test" else self.card_id.text().strip()
        expiry = parse_expiry(self.expiry.text())
        if way not in ("page", "test") and not id_.startswith(("tok_", "pm_", "src_")):
            self._card_id.show_problem(translate("AddCard", "Such an id begins with tok_, pm_ or src_."))
            return
        self._expiry.show_problem("")
        if way == "register" and expiry is None:
            self._expiry.show_problem(translate("AddCard", "Write a month and a year, such as 09/2030."))
            return
        self.set_busy(True)
        self.jobs.start(self._make_page() if way == "page" else self._add(way, id_, expiry or (0, 0)))

    async def _add(self, way: str, id_: str, expiry: tuple[int, int]) -> None:
        cards = self.context.services.cards

        async def make() -> Preview | None:
            if way == "replace":
                return await cards.preview_replace(self._id, id_)
            if way == "register":
                return await cards.preview_register(self._id, self.stored.text().strip(), id_, expiry)
            return await cards.preview_add(self._id, id_, default=self.default.isChecked())

        made = await carry_out(
            self.context,
            self,
            make,
            translate("AddCard", "Add the card to {name}").format(name=self._name),
            translate("AddCard", "The card is added."),
            ("customer", self._id, self._name),
        )
        self.set_busy(False)
        if made is not None:
            self.accept()

    async def _make_page(self) -> None:
        pages = self.context.services.card_pages
        currency = str(self._customer.get("currency") or OFFERED[0])

        async def make() -> Preview:
            return await pages.preview(
                self._id, currency, no_prepaid=self.context.services.cards.judged("prepaid") is Verdict.REFUSE
            )

        made = await carry_out(
            self.context,
            self,
            make,
            translate("AddCard", "Make a card page for {name}").format(name=self._name),
            translate("AddCard", "The page is ready; give the link to the customer."),
        )
        self.set_busy(False)
        if made is not None:
            self._show_page(str(made["id"]), str(made["url"]))

    def _show_page(self, session: str, url: str) -> None:
        """The link in every shape a person on the phone can use, and what has come of it."""
        self._session, self.url = session, url
        self.primary.hide()
        self.way.setEnabled(False)
        self.close_button.setText(translate("Dialog", "Close"))
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        self.link = QLineEdit(url, readOnly=True)
        self.link.setAccessibleName(translate("AddCard", "Link of the card page"))
        picture = QLabel()
        picture.setPixmap(qr_pixmap(url, QR))
        picture.setAccessibleName(translate("AddCard", "QR code of the link"))
        buttons = QVBoxLayout()
        buttons.setSpacing(SMALL)
        for text, act in (
            (translate("AddCard", "Copy the link"), self._copy_link),
            (translate("AddCard", "Copy a mail text"), self._copy_mail),
            (translate("AddCard", "Open in the browser"), self._open),
            (translate("AddCard", "Close the page"), self._close_page),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(picture)
        row.addLayout(buttons, 1)
        self.state = QLabel(translate("AddCard", "Waiting for the customer…"), wordWrap=True)
        self.state.setProperty("dim", True)
        layout.addWidget(self.link)
        layout.addLayout(row)
        layout.addWidget(self.state)
        self._page.show()
        self.link.setCursorPosition(0)
        self.link.setFocus()
        self.jobs.newest("watch", self._watch(session))

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self.url)

    def _copy_mail(self) -> None:
        account = self.context.services.account_name
        QGuiApplication.clipboard().setText(mail_text(self._customer, account, self.url))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.url))

    def _close_page(self) -> None:
        self.jobs.start(self._closed())

    async def _closed(self) -> None:
        pages = self.context.services.card_pages
        await carry_out(
            self.context,
            self._page,
            lambda: pages.preview_close(self._id, self._session),
            translate("AddCard", "Close the page"),
            translate("AddCard", "The link leads nowhere now."),
        )

    async def _watch(self, session: str) -> None:
        services = self.context.services
        state = await services.card_pages.until_done(session)
        await services.customers.refresh_quietly(self._id)
        if state.card is None:
            self.state.setText(translate("AddCard", "The page has expired or was closed; no card was entered."))
            return
        self.state.setText(await self._arrived(state))

    async def _arrived(self, state: PageState) -> str:
        """What the page brought, and whether the policy takes it; as the default if that was asked for."""
        card = state.card
        assert card is not None
        name = words.card(card.brand, card.last4)
        text = translate("AddCard", "{card} has arrived.").format(card=name)
        if self.context.services.cards.judged(card.funding) is not Verdict.ACCEPT:
            said = translate("AddCard", "Its funding is “{funding}”: look at it before it is used.")
            text = f"{text} {said.format(funding=words.funding(card.funding)[0])}"
            self.context.say(Notice(text, "warn", link=("card", card.id), link_text=name))
            return text
        if self.default.isChecked():
            text = f"{text} {await self._made_default(card.id)}"
        self.context.say(Notice(text, "good", link=("card", card.id), link_text=name))
        return text

    async def _made_default(self, card_id: str) -> str:
        services = self.context.services
        try:
            preview = await services.cards.preview_default(card_id)
            if preview is not None:
                await services.operations.perform(preview.operation)
        except (DeskError, Unsettled) as error:
            return notice_of(error).text
        return translate("AddCard", "It is the default card now.")
