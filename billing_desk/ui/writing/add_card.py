"""The dialog that adds a card: by a hosted page, by an id, or with one of Stripe's test cards in test mode."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from ...domain.json_object import Json
from ...domain.objects.card import default_card_id, parse_expiry
from ...domain.objects.customer import display_name
from ...domain.writes.operation import Mode, Preview
from ...services.cards.cards import TEST_CARDS
from ...services.screen_services import HostedPageServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.link_view import LinkView
from ..widgets.plain import CheckBox, ComboBox
from ..widgets.theme import MIDDLE
from ..widgets.whom import whom_of
from ..wording import words
from ..wording.card_notices import new_card_notice
from ..wording.emails import card_mail
from ..wording.notices import sentence
from ..wording.text import translate
from .run import carry_out


class AddCardDialog(DeskDialog[HostedPageServices]):
    """Card numbers are entered only on Stripe's page. Once a page is created, its link is shown and it is watched."""

    def __init__(self, context: Context[HostedPageServices], parent: QWidget, customer: Json) -> None:
        title = translate("AddCard", "Add card")
        super().__init__(context, parent, title, translate("AddCard", "Preview"), whom=whom_of(customer))
        self.setMinimumWidth(MIDDLE)
        self._customer, self._id = customer, str(customer["id"])
        self._name = display_name(customer)
        self._session = ""
        self.way, self.test_card = ComboBox(), ComboBox()
        self.way.addItem(translate("AddCard", "Link to a card page"), "page")
        self.way.addItem(translate("AddCard", "Link to the customer portal (expires in a few minutes)"), "portal")
        self.way.addItem(translate("AddCard", "ID of a token, payment method, or source"), "id")
        self.way.addItem(translate("AddCard", "Replace the default source with a token or source"), "replace")
        self.way.addItem(translate("AddCard", "Update the card on file, or add a token"), "register")
        if context.services.identity.mode is not Mode.LIVE:
            self.way.addItem(translate("AddCard", "Stripe test card"), "test")
        for name in TEST_CARDS:
            self.test_card.addItem(words.test_card(name), f"pm_card_{name}")
        self.card_id = TextField()
        self.default = CheckBox(translate("AddCard", "Set as default card"))
        self.default.setChecked(not customer.get("default_source"))
        self._card_id = FormRow(translate("AddCard", "ID (tok_…, pm_…, src_…)"), self.card_id)
        self._test_card = FormRow(translate("AddCard", "Test card"), self.test_card)
        self.stored, self.expiry = TextField(), TextField()
        hint = translate(
            "AddCard",
            "If this card still exists, only its expiration date is updated. Otherwise the token's card is added.",
        )
        self._stored = FormRow(translate("AddCard", "Card on file"), self.stored, hint)
        self._expiry = FormRow(translate("AddCard", "Expiration date (MM/YYYY)"), self.expiry)
        for widget in (
            FormRow(translate("AddCard", "Method"), self.way),
            self._stored,
            self._expiry,
            self._card_id,
            self._test_card,
            self.default,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.way.currentIndexChanged.connect(self._way_chosen)
        self._way_chosen()
        self.primary.clicked.connect(self._go)
        self.way.setFocus()

    @property
    def has_page(self) -> bool:
        """Whether a card page was created, which is then watched."""
        return bool(self._session)

    def _way_chosen(self) -> None:
        way = self.way.currentData()
        self._card_id.setVisible(way in ("id", "replace", "register"))
        self._test_card.setVisible(way == "test")
        for row in (self._stored, self._expiry):
            row.setVisible(way == "register")
        self.default.setVisible(way not in ("portal", "replace", "register"))

    def _go(self) -> None:
        self.show_problem("")
        self._card_id.show_problem("")
        way = self.way.currentData()
        id_ = str(self.test_card.currentData()) if way == "test" else self.card_id.text().strip()
        expiry = parse_expiry(self.expiry.text())
        if way not in ("page", "portal", "test") and not id_.startswith(("tok_", "pm_", "src_")):
            self._card_id.show_problem(translate("AddCard", "The ID must start with tok_, pm_, or src_."))
            return
        self._expiry.show_problem("")
        if way == "register" and expiry is None:
            self._expiry.show_problem(translate("AddCard", "Enter a month and a year, such as 09/2030."))
            return
        self.set_busy(True)
        self.jobs.start(self._make_page(way) if way in ("page", "portal") else self._add(way, id_, expiry or (0, 0)))

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
            translate("AddCard", "Add card to {name}").format(name=self._name),
            translate("AddCard", "Card added."),
            ("customer", self._id, self._name),
        )
        self.set_busy(False)
        if made is not None:
            self.accept()

    async def _make_page(self, way: str) -> None:
        pages, default = self.context.services.card_pages, self.default.isChecked()
        portal, known = way == "portal", set[str]()

        async def make() -> Preview:
            if not portal:
                return await pages.preview(self._id, default=default)
            known.update(card.id for card in await pages.cards_of(self._id))
            return await pages.preview_portal(self._id)

        made = await carry_out(
            self.context,
            self,
            make,
            translate("AddCard", "Create card page for {name}").format(name=self._name),
            translate("AddCard", "The page is ready. Send the link to the customer."),
        )
        self.set_busy(False)
        if made is not None:
            self._show_page(made, known if portal else None)

    def _show_page(self, made: Json, known: Collection[str] | None) -> None:
        """Show the link and the outcome. A portal's link expires too soon for a mail and cannot be closed; for a portal
        `known` are the ids of the customer's cards before it."""
        session, url = str(made["id"]), str(made["url"])
        self._session, self.url = session, url
        self.primary.hide()
        for widget in (self.way, self.default):
            widget.setEnabled(False)
        self.close_button.setText(translate("Dialog", "Close"))
        portal = known is not None
        mail = "" if portal else self._mail(made)
        close = [] if portal else [(translate("AddCard", "Close page"), self._close_page)]
        self.page = LinkView(url, self.context.services.own_pages(), mail, close)
        self.page.state.setText(translate("AddCard", "Waiting for the customer…"))
        self.body.insertWidget(self.body.count() - 1, self.page)
        self.page.link.setFocus()
        self.jobs.newest("watch", self._watch(session) if known is None else self._watch_portal(known))

    def _mail(self, made: Json) -> str:
        wording = self.context.wording
        until = f"{wording.moment(made.get('expires_at'))} ({wording.zone_name})"
        return card_mail(self._customer, self.context.services.account_name, self.url, until)

    def _close_page(self) -> None:
        self.jobs.start(self._closed())

    async def _closed(self) -> None:
        pages = self.context.services.card_pages
        await carry_out(
            self.context,
            self,
            lambda: pages.preview_close(self._id, self._session),
            translate("AddCard", "Close page"),
            translate("AddCard", "The link no longer works."),
        )

    async def _watch(self, session: str) -> None:
        """Card intake watches the page and handles the card; the dialog shows the outcome."""
        outcome = await self.context.services.card_intake.outcome(session, self._id)
        if outcome.error is not None:
            self.page.state.setText(sentence(outcome.error))
        elif outcome.status != "complete":
            self.page.state.setText(translate("AddCard", "The page expired or was closed. No card was added."))
        elif outcome.new_card is None:
            self.page.state.setText(translate("AddCard", "A card was added."))
        else:
            self.page.state.setText(new_card_notice(outcome.new_card).text)

    async def _watch_portal(self, known: Collection[str]) -> None:
        """The portal makes the card the default. A card that was added elsewhere meanwhile is shown too."""
        services = self.context.services
        card = await self.page.watched(services.card_pages.wait_for_other_card(self._id, known))
        if card is None:
            return
        await services.customers.refresh_quietly(self._id)
        customer = await services.queries.get("customer", self._id) or {}
        text = translate("AddCard", "Card added: {card}.")
        if default_card_id(customer) == card.id:
            text = translate("AddCard", "Card added as the default: {card}.")
        self.page.state.setText(text.format(card=words.card(card.brand, card.last4)))
