"""Possible duplicates of a customer, and merging two customers (F10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Refused
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.card import card_of
from ...domain.objects.customer import display_name
from ...domain.objects.payment import payment_of
from ...domain.objects.subscription import LIVE, items_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Preview, Risk
from ...domain.writes.own_metadata import METADATA_KEYS, OWN_ID, OWN_KEYS, count_of_theirs, with_own
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...domain.writes.request import Request
from ...gateway.requests import customers, payments, subscriptions
from ...store.mirror.look_alikes import LookAlikes
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id

if TYPE_CHECKING:
    from stripe.params import CustomerUpdateParams, RefundCreateParams

MOST = 50
"""How many customers are compared for each reason."""
SHARED_PHONE_FROM = 4
"""A phone number shared by more customers than this is not used as evidence."""


@dataclass(frozen=True)
class PossibleDuplicate:
    """Another customer, and the reason: same email, phone, or card (with the same name)."""

    customer: Json
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Merge:
    """What is taken over or ended: the metadata, a subscription to cancel, a payment to refund."""

    metadata: bool
    cancel: str = ""
    refund: str = ""


class Duplicates:
    def __init__(self, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._mirror, self._reader, self._planner = mirror, reader, planner
        self._look_alikes = LookAlikes(mirror)

    async def of(self, customer: Json) -> list[PossibleDuplicate]:
        """From the mirror. Emails are compared as in domain/text/emails.py, phone numbers as they are written."""
        found: dict[str, set[str]] = defaultdict(set)
        if email := customer.get("email"):
            for id_ in await self._look_alikes.with_email(str(email), MOST):
                found[id_].add("email")
        if phone := customer.get("phone"):
            same = await self._look_alikes.with_phone(str(phone), MOST)
            for id_ in same if len(same) <= SHARED_PHONE_FROM else ():
                found[id_].add("phone")
        if name := customer.get("name"):
            for id_ in await self._look_alikes.with_card_and_name(str(customer["id"]), str(name), MOST):
                found[id_].add("card")
        found.pop(str(customer["id"]), None)
        twins = []
        for id_, reasons in found.items():
            other = await self._mirror.get("customer", id_)
            if other is not None:
                twins.append(PossibleDuplicate(other, tuple(sorted(reasons))))
        return twins

    @staticmethod
    def twice(rows: list[Json]) -> list[str]:
        """Products to which more than one live subscription belongs."""
        counted: dict[str, int] = defaultdict(int)
        for subscription in rows:
            if subscription.get("status") in LIVE:
                for product in {item.price.product for item in items_of(subscription) if item.price.product}:
                    counted[product] += 1
        return [product for product, count in counted.items() if count > 1]

    async def preview_merge(self, keep_id: str, other_id: str, merge: Merge) -> Preview | None:
        """One operation with a step for each choice. The other customer is not deleted. Raises DeskError."""
        keep, version = await self._reader.read("customer", keep_id)
        other, other_version = await self._reader.read("customer", other_id)
        if keep.get("deleted") or other.get("deleted"):
            raise Refused(code="deleted", param="customer")
        id_ = new_id()
        steps: list[Request] = []
        changes: list[FieldChange] = []
        lacking = _lacking(keep, other) if merge.metadata else {}
        if lacking:
            held = keep.get("metadata") or {}
            if count_of_theirs({**held, **lacking}) > METADATA_KEYS:
                raise Refused(code="too_many_keys", param="metadata")
            fields: CustomerUpdateParams = {"metadata": with_own(lacking, {}, held)}
            steps.append(customers.update(keep_id, fields))
            changes += [FieldChange(f"metadata.{key}", None, value) for key, value in lacking.items()]
        if merge.cancel:
            steps.append(subscriptions.update(merge.cancel, cast("Any", {"cancel_at_period_end": True})))
            changes.append(FieldChange("cancel_at_period_end", "no", "yes"))
        money: tuple[Money, ...] = ()
        more: tuple[ObjectVersion, ...] = ()
        if merge.refund:
            charge, charge_version = await self._reader.read("charge", merge.refund)
            left = payment_of(charge).refundable
            if not left.amount:
                raise Refused(code="not_refundable", param="amount")
            back: RefundCreateParams = {
                "charge": merge.refund,
                "amount": left.amount,
                "reason": "duplicate",
                "metadata": {OWN_ID: id_},
            }
            steps.append(payments.refund(back))
            money, more = (left,), (charge_version,)
        if not steps:
            return None
        operation = self._planner.plan(
            Action.CUSTOMER_MERGE,
            *steps,
            subjects=(("customer", keep_id), ("customer", other_id)),
            changes=tuple(changes),
            money=money,
            risk=Risk.MONEY if money else Risk.PLAIN,
            id_=id_,
            now=(keep,),
        )
        said = (Effect(EffectCode.DUPLICATE_STAYS, {"name": display_name(other)}),)
        return Preview(operation, effects=Effects(money, by_stripe=said), versions=(version, other_version, *more))

    async def compare(self, ids: tuple[str, str]) -> list[tuple[Json, list[Json], list[str]]]:
        """Both customers, each with its live subscriptions and the labels of its cards."""
        found = []
        for id_ in ids:
            rows = await self._mirror.related("subscription", "customer", id_)
            cards = [card_of(obj) for obj in await self._mirror.related("card", "customer", id_)]
            names = [f"{card.brand} *{card.last4}" for card in cards if card]
            found.append(
                (await self._mirror.get("customer", id_) or {}, [s for s in rows if s["status"] in LIVE], names)
            )
        return found


def email_in_use(others: Sequence[Json]) -> tuple[Warning_, ...]:
    """The warning that other customers have the same email; () if there are none."""
    if not others:
        return ()
    return (Warning_(WarningCode.EMAIL_IN_USE, {"count": str(len(others)), "name": display_name(others[0])}),)


def _lacking(keep: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, str]:
    held = keep.get("metadata") or {}
    return {k: str(v) for k, v in (other.get("metadata") or {}).items() if k not in held and k not in OWN_KEYS}
