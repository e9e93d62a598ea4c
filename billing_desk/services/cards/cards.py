"""Cards: overview, add, replace, change and remove, and the default (A2, B1 to B7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Refused
from ...domain.json_object import Json, id_of
from ...domain.objects.card import Card, CardFields, Verdict, card_of, default_card_id, fields_of, label_of, verdict
from ...domain.objects.payment_method import is_old
from ...domain.objects.subscription import LIVE, own_card
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Preview, Risk
from ...domain.writes.references import result, result_id
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...domain.writes.request import Request
from ...gateway.requests import cards, customers, subscriptions
from ...store.mirror.look_alikes import LookAlikes
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner

if TYPE_CHECKING:
    from stripe.params import CustomerPaymentSourceUpdateParams, CustomerUpdateParams, PaymentMethodUpdateParams

TEST_CARDS = ("visa", "mastercard", "amex", "jcb", "mastercard_prepaid", "chargeCustomerFail", "authenticationRequired")
"""Names of Stripe's test PaymentMethods that are offered in test mode and practice."""


@dataclass(frozen=True)
class CardOverview:
    """`overriding` are subscriptions with this card as their own default payment method; `columns` is the card's row in
    the mirror."""

    card: Json
    customer: Json | None
    is_default: bool
    overriding: list[Json]
    verdict: Verdict
    columns: Json

    @property
    def parsed(self) -> Card | None:
        """None if the payment method is not a card."""
        return card_of(self.card)


class Cards:
    def __init__(self, mirror: Mirror, planner: Planner, reader: ObjectReader) -> None:
        self._mirror, self._planner, self._reader = mirror, planner, reader
        self._look_alikes = LookAlikes(mirror)

    async def overview(self, card_id: str) -> CardOverview | None:
        card = await self._mirror.get("card", card_id)
        if card is None:
            return None
        owner = id_of(card.get("customer"))
        customer = await self._mirror.get("customer", owner) if owner else None
        subscriptions_ = await self._mirror.related("subscription", "customer", owner) if owner else []
        parsed = card_of(card)
        columns = (await self._mirror.rows_of("card", [card_id])).get(card_id) or {}
        return CardOverview(
            card,
            customer,
            bool(customer and default_card_id(customer) == card_id),
            [s for s in subscriptions_ if own_card(s) == card_id],
            self.judged(parsed.funding, approved=not columns.get("review")) if parsed else Verdict.ACCEPT,
            columns,
        )

    def judged(self, funding: str, *, approved: bool = False) -> Verdict:
        """The verdict under the current settings."""
        return verdict(funding, approved=approved, refuse_prepaid=self._planner.limits.refuse_prepaid)

    async def overriding(self, customer_id: str, card_id: str) -> list[Json]:
        """Subscriptions of LIVE status whose own default payment method is another card."""
        found = await self._mirror.related("subscription", "customer", customer_id)
        return [s for s in found if s.get("status") in LIVE and own_card(s) not in (None, card_id)]

    async def preview_default(
        self, card_id: str, along: Sequence[str] = (), *, id_: str | None = None, bulk: str = ""
    ) -> Preview | None:
        """Make the card the customer's default, and the default of the subscriptions in `along`, which have another
        card of their own. None if nothing changes. Raises DeskError."""
        card = await self._mirror.get("card", card_id)
        owner = id_of(card.get("customer")) if card else None
        if card is None or card.get("deleted") or not owner:
            raise Refused(code="not_attached", param="default_payment_method")
        now, version = await self._reader.read("customer", owner)
        before = default_card_id(now)
        if before == card_id and not along:
            return None
        name = "default_source" if is_old(card_id) else "default_payment_method"
        steps = [_make_default(owner, card_id)] if before != card_id else []
        steps += [subscriptions.update(each, cast("Any", {name: card_id})) for each in along]
        operation = self._planner.plan(
            Action.CARD_DEFAULT,
            *steps,
            subjects=(("customer", owner), ("card", card_id), *(("subscription", each) for each in along)),
            changes=(FieldChange("default_card", await self._name(before), await self._name(card_id)),),
            undo=((0, _undo_default(owner, now, card_id)),) if len(steps) == 1 and not along else (),
            id_=id_,
            bulk=bulk,
        )
        own = [s for s in await self.overriding(owner, card_id) if s["id"] not in along]
        warnings: tuple[Warning_, ...] = (Warning_(WarningCode.OVERRIDDEN, {"count": str(len(own))}),) if own else ()
        if is_old(card_id) and (now.get("invoice_settings") or {}).get("default_payment_method"):
            warnings += (Warning_(WarningCode.METHOD_GOES_FIRST),)
        return Preview(operation, warnings, Effects(by_stripe=(Effect(EffectCode.COLLECTED_FROM_CARD),)), (version,))

    async def preview_add(self, customer_id: str, id_: str, *, default: bool) -> Preview:
        """Attach a PaymentMethod, a token's card or a source; it becomes the default only if `default` (B2, B5 to B7).
        Raises DeskError, including Refused if Stripe would refuse it."""
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        more, warnings = await self._may_be_attached(customer_id, id_)
        if id_.startswith("src_"):
            steps, made = [cards.add_source(customer_id, id_)], 0
        elif id_.startswith("tok_"):
            steps, made = [cards.make_of_token(id_), cards.attach(result_id(0), customer_id)], 1
        else:
            steps, made = [cards.attach(id_, customer_id)], 0
        if default:
            steps.append(_make_default(customer_id, result(made), old=id_.startswith("src_")))
        operation = self._planner.plan(
            Action.CARD_ADD,
            *steps,
            subjects=(("customer", customer_id),),
            changes=(
                FieldChange("card", None, id_),
                *((FieldChange("default_card", await self._name(default_card_id(now)), id_),) if default else ()),
            ),
        )
        said = [Effect(EffectCode.COLLECTED_FROM_CARD)] if default else []
        if id_.startswith("src_") and not default and not now.get("default_source"):
            said.append(Effect(EffectCode.BECOMES_DEFAULT_SOURCE))
        return Preview(operation, warnings, Effects(by_stripe=tuple(said)), (version, *more))

    async def _may_be_attached(
        self, customer_id: str, id_: str
    ) -> tuple[tuple[ObjectVersion, ...], tuple[Warning_, ...]]:
        if id_.startswith("pm_card_"):
            if self._planner.identity.mode == "live":
                raise Refused(code="test_card_in_live", param="payment_method")
            return (), ()
        if id_.startswith("tok_"):
            return (), ()
        if not id_.startswith(("pm_", "src_")):
            raise Refused(code="no_such_card_id", param="payment_method")
        obj, version = await self._reader.read("card", id_)
        owner = id_of(obj.get("customer"))
        if owner is not None:
            raise Refused(code="of_this_one" if owner == customer_id else "of_another", param="payment_method")
        if obj.get("object") == "source":
            if obj.get("usage") == "single_use":
                raise Refused(code="single_use_attach", param="source")
            if obj.get("status") != "chargeable":
                raise Refused(code="not_chargeable", param="source")
        card = card_of(obj)
        if card and self.judged(card.funding, approved=await self._approved(card)) is Verdict.REFUSE:
            raise Refused(code="prepaid_refused", param="payment_method")
        return (version,), (_FUNDING[card.funding],) if card and card.funding in _FUNDING else ()

    async def _approved(self, card: Card) -> bool:
        """Whether a card with the same fingerprint was approved."""
        return await self._look_alikes.is_approved(card.fingerprint)

    async def preview_replace(self, customer_id: str, source: str) -> Preview:
        """Replace the default source by a token or source (B3). The preview warns that Stripe detaches the old one.
        Raises DeskError."""
        now, version = await self._reader.read("customer", customer_id)
        if not source.startswith(("tok_", "src_")):
            raise Refused(code="no_source_id", param="source")
        more, _ = await self._may_be_attached(customer_id, source)
        old = id_of(now.get("default_source"))
        changes: CustomerUpdateParams = {"source": source}
        operation = self._planner.plan(
            Action.CARD_REPLACE,
            customers.update(customer_id, changes),
            subjects=(("customer", customer_id),),
            changes=(FieldChange("default_source", await self._name(old), source),),
            risk=Risk.IRREVERSIBLE if old else Risk.PLAIN,
        )
        warnings = [Warning_(WarningCode.OLD_DEFAULT_IS_DETACHED, {"card": await self._name(old) or ""})] if old else []
        if (now.get("invoice_settings") or {}).get("default_payment_method"):
            warnings.append(Warning_(WarningCode.METHOD_GOES_FIRST))
        return Preview(
            operation, tuple(warnings), Effects(by_stripe=(Effect(EffectCode.OPEN_INVOICE_IS_TRIED),)), (version, *more)
        )

    async def preview_register(
        self, customer_id: str, stored: str, token: str, expiry: tuple[int, int]
    ) -> Preview | None:
        """A2: attach the token's card if the stored card is missing or deleted, else update the stored expiry."""
        held = await self._mirror.get("card", stored) if stored else None
        if held is None or held.get("deleted") or id_of(held.get("customer")) != customer_id:
            return await self.preview_add(customer_id, token, default=False)
        now = fields_of(held)
        return await self.preview_update(stored, CardFields(*expiry, now.name, now.address))

    async def preview_update(self, card_id: str, after: CardFields) -> Preview | None:
        """Change expiry, name and address (A2). None if nothing differs. Raises DeskError."""
        obj = await self._mirror.get("card", card_id)
        owner = id_of(obj.get("customer")) if obj else None
        if obj is None or not owner or card_id.startswith("src_") or card_of(obj) is None:
            raise Refused(code="not_editable", param="card")
        before = fields_of(obj)
        if before == after:
            return None
        operation = self._planner.plan(
            Action.CARD_UPDATE,
            _update(owner, card_id, before, after),
            subjects=(("card", card_id), ("customer", owner)),
            changes=tuple(FieldChange(name, old, new) for name, old, new in before.differences(after)),
            undo=((0, _update(owner, card_id, after, before)),),
        )
        return Preview(operation, effects=Effects(by_stripe=(Effect(EffectCode.BANK_IS_NOT_ASKED),)))

    async def preview_detach(self, card_id: str, *, id_: str | None = None) -> Preview:
        """Detach a card. The preview warns that a source is consumed and that a PaymentMethod cannot be attached again
        (B5). Raises DeskError; Refused `only_card` if it is the only card and a subscription is live."""
        obj = await self._mirror.get("card", card_id)
        owner = id_of(obj.get("customer")) if obj else None
        if obj is None or obj.get("deleted") or not owner:
            raise Refused(code="not_attached", param="card")
        now, version = await self._reader.read("customer", owner)
        live = [s for s in await self._mirror.related("subscription", "customer", owner) if s.get("status") in LIVE]
        others = [c for c in await self._mirror.related("card", "customer", owner) if c["id"] != card_id]
        if live and not others:
            raise Refused(code="only_card", param="card")
        old = is_old(card_id)
        operation = self._planner.plan(
            Action.CARD_DETACH,
            cards.remove_source(owner, card_id) if old else cards.detach(card_id),
            subjects=(("customer", owner), ("card", card_id)),
            changes=(FieldChange("card", await self._name(card_id), None),),
            risk=Risk.IRREVERSIBLE,
            id_=id_,
        )
        warnings = [
            Warning_(WarningCode.SOURCE_IS_CONSUMED if card_id.startswith("src_") else WarningCode.NEVER_ATTACHED_AGAIN)
        ]
        if default_card_id(now) == card_id:
            warnings.append(Warning_(WarningCode.STRIPE_CHOOSES_DEFAULT if old else WarningCode.NO_DEFAULT_LEFT))
        if named := [s for s in live if own_card(s) == card_id]:
            warnings.append(Warning_(WarningCode.NAMED_BY_SUBSCRIPTIONS, {"count": str(len(named))}))
        return Preview(operation, tuple(warnings), versions=(version,))

    async def _name(self, card_id: str | None) -> str | None:
        return label_of(await self._mirror.get("card", card_id) or {"id": card_id}) if card_id else None

    async def of(self, customer_id: str) -> list[Card]:
        found = await self._mirror.related("card", "customer", customer_id)
        return [card for card in map(card_of, found) if card is not None]


_FUNDING = {"prepaid": Warning_(WarningCode.PREPAID_CARD), "unknown": Warning_(WarningCode.UNKNOWN_FUNDING)}


def _make_default(customer_id: str, card: Any, *, old: bool | None = None) -> Request:
    is_source = old if old is not None else is_old(str(card))
    changes: Any = {"default_source": card} if is_source else {"invoice_settings": {"default_payment_method": card}}
    return customers.update(customer_id, cast("CustomerUpdateParams", changes))


def _undo_default(customer_id: str, now: Json, card_id: str) -> Request:
    if is_old(card_id):
        return _make_default(customer_id, id_of(now.get("default_source")) or "", old=True)
    settings = now.get("invoice_settings") or {}
    return _make_default(customer_id, id_of(settings.get("default_payment_method")) or "", old=False)


def _update(owner: str, card_id: str, before: CardFields, after: CardFields) -> Request:
    if card_id.startswith("card_"):
        old: dict[str, str] = {}
        if before.expiry != after.expiry:
            old |= {"exp_month": str(after.exp_month), "exp_year": str(after.exp_year)}
        if before.name != after.name:
            old["name"] = after.name
        names = {"line1": "line1", "line2": "line2", "city": "city", "state": "state", "postal_code": "zip"}
        names["country"] = "country"
        for field, name in names.items():
            if before.address.get(field) != after.address.get(field):
                old[f"address_{name}"] = after.address.get(field, "")
        return cards.update_source(owner, card_id, cast("CustomerPaymentSourceUpdateParams", old))
    changes: dict[str, Any] = {}
    if before.expiry != after.expiry:
        changes["card"] = {"exp_month": after.exp_month, "exp_year": after.exp_year}
    billing: dict[str, Any] = {"name": after.name} if before.name != after.name else {}
    if before.address != after.address:
        billing["address"] = dict(after.address)
    if billing:
        changes["billing_details"] = billing
    return cards.update(card_id, cast("PaymentMethodUpdateParams", changes))
