"""The detail of a card: owner, subscriptions that use it, and the verdict of the funding policy."""

from __future__ import annotations

from typing import Any

from ...domain.objects.card import Verdict, card_of
from ...domain.objects.customer import display_name
from ...domain.objects.subscription import items_of, standing
from ...services.cards.cards import CardOverview
from ...services.customers.customers import WRITE
from ...services.desk_services import CardServices
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.text import joined, translate
from .actions import CardActions, contacted


class CardDetail(Detail[CardOverview, CardServices]):
    def __init__(self, context: Context[CardServices]) -> None:
        services = context.services
        empty = translate("Cards", "Select a card to see its customer and the subscriptions it pays for.")
        super().__init__(context, "card", services.cards.overview, self._read_again, self._fill, empty)
        self._actions = CardActions(context, self, self.jobs)

    async def _read_again(self, card_id: str) -> None:
        if card_id.startswith("pm_"):
            await self.context.services.queries.refresh("card", card_id)

    def _fill(self, sheet: DetailBuilder, seen: CardOverview) -> None:
        card, wording = card_of(seen.card), self.context.wording
        if card is None:
            sheet.heading(words.noun("card"), seen.card["id"])
            sheet.note(translate("Cards", "This payment method is not a card."))
            return
        pills = [words.funding(card.funding)]
        if seen.is_default:
            pills.append((translate("Cards", "Default"), "info"))
        sheet.heading(words.card(card.brand, card.last4), card.id, pills)
        if seen.customer:
            lacking = WRITE in self.context.services.guard.lacking
            sheet.buttons(*self._actions.buttons(seen, lacking=lacking))
        if seen.verdict is Verdict.REFUSE:
            sheet.note(translate("Cards", "Prepaid cards are not accepted. Ask the customer for another card."), "bad")
        elif seen.verdict is Verdict.REVIEW:
            sheet.note(
                translate("Cards", "Stripe does not know this card's funding type. Review the card before using it.")
            )
        expires = words.expiry(card.exp_year * 100 + card.exp_month)
        if card.expires_within(wording.today(), 0):
            expires += "  " + translate("Cards", "(expired)")
        owner = seen.customer
        link = Link(display_name(owner), "customer", owner["id"]) if owner else None
        checks = (seen.card.get("card") or {}).get("checks") or {}
        sheet.facts(
            [
                (translate("Cards", "Customer"), link or translate("Cards", "Not attached to a customer")),
                (translate("Cards", "Expires"), expires),
                (translate("Cards", "Name on card"), card.name),
                (translate("Cards", "Country"), card.country),
                (translate("Cards", "CVC check"), _check(checks.get("cvc_check"))),
                (translate("Cards", "Address check"), _check(checks.get("address_line1_check"))),
                (translate("Cards", "Fingerprint"), card.fingerprint),
                *_of_source(seen.card),
                (translate("Cards", "Contacted"), contacted(seen)),
                (translate("Cards", "Added"), wording.moment(seen.card.get("created"))),
            ]
        )
        sheet.section(translate("Cards", "Subscriptions that use this card directly"))
        rows: list[list[Cell]] = [
            [
                Link(joined(i.price.nickname or i.price.id for i in items_of(s)), "subscription", s["id"]),
                words.subscription_status(standing(s)),
            ]
            for s in seen.overriding
        ]
        sheet.rows(rows, translate("Cards", "None. They use the customer's default card."))


def _of_source(card: dict[str, Any]) -> list[tuple[str, Cell]]:
    """Facts that only sources have: usage, status and authentication flow."""
    if card.get("object") != "source":
        return []
    usage, status, flow = (str(card.get(name) or "") for name in ("usage", "status", "flow"))
    explained = {
        "reusable": translate("Cards", "Reusable: can be charged repeatedly while attached. Removing it consumes it."),
        "single_use": translate("Cards", "Single use: can be charged once, without being attached."),
    }
    flows = {
        "none": translate("Cards", "None"),
        "redirect": translate("Cards", "Redirect to the bank"),
        "receiver": translate("Cards", "Bank transfer"),
        "code_verification": translate("Cards", "Verification code"),
    }
    return [
        (translate("Cards", "Usage"), explained.get(usage, usage)),
        (translate("Cards", "Status"), words.source_status(status)),
        (translate("Cards", "Authentication"), flows.get(flow, flow)),
    ]


def _check(value: str | None) -> str:
    return {
        "pass": translate("Cards", "passed"),
        "fail": translate("Cards", "failed"),
        "unavailable": translate("Cards", "not available"),
        "unchecked": translate("Cards", "not checked"),
    }.get(value or "", "")
