"""The detail of a card: owner, subscriptions that use it, and the verdict of the funding policy."""

from __future__ import annotations

from typing import Any

from ...domain.objects.card import Card, Verdict, card_of, checks_of, name_on
from ...domain.objects.customer import display_name
from ...domain.objects.payment_method import details_of, kind_of, method_of
from ...domain.objects.subscription import items_of, standing
from ...services.cards.cards import CardOverview
from ...services.customers.customers import WRITE
from ...services.desk_services import CardServices
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.method_names import method_name
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
        pills = [words.funding(card.funding)] if card else []
        if seen.is_default:
            pills.append((translate("Cards", "Default"), "info"))
        sheet.heading(words.method(method_of(seen.card)), seen.card["id"], pills)
        if seen.customer:
            lacking = WRITE in self.context.services.guard.lacking
            sheet.action_row(*self._actions.buttons(seen, lacking=lacking))
        if card is None:
            pass  # the funding policy is about cards
        elif seen.verdict is Verdict.REFUSE:
            sheet.note(translate("Cards", "Prepaid cards are not accepted. Ask the customer for another card."), "bad")
        elif seen.verdict is Verdict.REVIEW:
            sheet.note(
                translate("Cards", "Stripe does not know this card's funding type. Review the card before using it.")
            )
        owner = seen.customer
        link = Link(display_name(owner), "customer", owner["id"]) if owner else None
        sheet.facts(
            [
                (translate("Cards", "Customer"), link or translate("Cards", "Not attached to a customer")),
                *(self._of_card(seen, card) if card else _of_other(seen.card)),
                *_of_source(seen.card),
                (translate("Cards", "Contacted"), contacted(seen)),
                (translate("Cards", "Added"), wording.moment(seen.card.get("created"))),
            ]
        )
        self._subscriptions(sheet, seen)

    def _of_card(self, seen: CardOverview, card: Card) -> list[tuple[str, Cell]]:
        expires = words.expiry(card.exp_year * 100 + card.exp_month)
        if card.expires_within(self.context.wording.today(), 0):
            expires += "  " + translate("Cards", "(expired)")
        checks = checks_of(seen.card)
        return [
            (translate("Cards", "Expires"), expires),
            (translate("Cards", "Name on card"), card.name),
            (translate("Cards", "Country"), card.country),
            (translate("Cards", "CVC check"), _check(checks.get("cvc"))),
            (translate("Cards", "Address check"), _check(checks.get("address"))),
            (translate("Cards", "Postal code check"), _check(checks.get("postal_code"))),
            (translate("Cards", "Fingerprint"), card.fingerprint),
        ]

    def _subscriptions(self, sheet: DetailBuilder, seen: CardOverview) -> None:
        sheet.section(translate("Cards", "Subscriptions that use it directly"))
        rows: list[list[Cell]] = [
            [
                Link(joined(i.price.nickname or i.price.id for i in items_of(s)), "subscription", s["id"]),
                words.subscription_status(standing(s)),
            ]
            for s in seen.overriding
        ]
        sheet.rows(rows, translate("Cards", "None. They use the customer's default."))


def _of_other(obj: dict[str, Any]) -> list[tuple[str, Cell]]:
    """Facts of a payment method that is not a card."""
    details = details_of(obj)
    return [
        (translate("Cards", "Type"), method_name(kind_of(obj))),
        (translate("Cards", "Account holder"), name_on(obj)),
        (translate("Cards", "Bank"), str(details.get("bank_name") or details.get("bank_code") or "")),
        (translate("Cards", "Country"), str(details.get("country") or "")),
        (translate("Cards", "Fingerprint"), str(details.get("fingerprint") or "")),
    ]


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
