"""Creates plans and prices (C1), with their products; edits and deletes what Stripe allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...domain.catalog.new_price import NewPrice, NewProduct, Scheme, amount_fields, price_errors
from ...domain.catalog.plan import Price, price_of
from ...domain.errors import Refused
from ...domain.json_object import Json
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...domain.writes.request import Request
from ...gateway.pages import pages
from ...gateway.requests import plans
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id

if TYPE_CHECKING:
    from stripe.params import PlanCreateParams, PriceCreateParams, PriceUpdateParams, ProductUpdateParams


class NewPlans:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._mirror, self._reader, self._planner = gateway, mirror, reader, planner
        self._side = Extras(mirror)

    async def products(self) -> list[Json]:
        """Active products, by name."""
        found = await self._mirror.related("product", "active", "1")
        return sorted(found, key=lambda product: str(product.get("name") or ""))

    async def meters(self) -> list[Json]:
        """Active meters, by name."""
        found = await self._mirror.related("meter", "status", "active")
        return sorted(found, key=lambda meter: str(meter.get("display_name") or ""))

    async def preview_create(self, new: NewPrice) -> Preview:
        """Raises DeskError, including Refused with the field as `param`."""
        if errors := price_errors(new):
            raise Refused(code=errors[0].code, param=errors[0].field)
        if new.as_plan and await self._mirror.get("price", new.name_id) is not None:
            raise Refused(code="taken", param="name_id")
        id_ = new_id()
        said: tuple[Effect, ...] = ()
        if not new.as_plan and new.name_id and await self._holder(new.name_id):
            if not new.transfer:
                raise Refused(code="key_taken", param="name_id")
            said = (Effect(EffectCode.LOOKUP_KEY_MOVES),)
        request = plans.create_plan(_plan(new, id_)) if new.as_plan else plans.create_price(_price(new, id_))
        operation = self._planner.plan(
            Action.PRICE_CREATE,
            request,
            changes=_changes(new),
            id_=id_,
        )
        warnings = (Warning_(WarningCode.NEVER_CHANGED_LATER),)
        return Preview(operation, warnings, Effects(by_stripe=said, about=new.as_price))

    async def _holder(self, key: str) -> str:
        """The id of the price that has a lookup key now; "" if none has it."""
        async for rows in pages(self._gateway, plans.list_by_key(key), background=False):
            for row in rows:
                return str(row["id"])
        return ""

    async def preview_edit(
        self, price_id: str, nickname: str, key: str, tax_behavior: str, product: NewProduct, *, transfer: bool
    ) -> Preview | None:
        """Change what may be changed of a price and its product. None if nothing changes. Raises DeskError."""
        now, version = await self._reader.read("price", price_id)
        price = price_of(now)
        held, product_version = await self._reader.read("product", price.product)
        fields: dict[str, Any] = {}
        changes: list[FieldChange] = []
        said: tuple[Effect, ...] = ()
        for name, before, after in (("nickname", price.nickname, nickname), ("lookup_key", price.lookup_key, key)):
            if before != after:
                fields[name] = after
                changes.append(FieldChange(name, before or None, after or None))
        if key and key != price.lookup_key and await self._holder(key):
            if not transfer:
                raise Refused(code="key_taken", param="name_id")
            fields["transfer_lookup_key"] = True
            said = (Effect(EffectCode.LOOKUP_KEY_MOVES),)
        if tax_behavior not in ("", price.tax_behavior):
            fields["tax_behavior"] = tax_behavior
            changes.append(FieldChange("tax_behavior", price.tax_behavior, tax_behavior))
        wanted: dict[str, Any] = {}
        for name, after in (("name", product.name), ("statement_descriptor", product.descriptor)):
            before = str(held.get(name) or "")
            if before != after:
                wanted[name] = after
                label = "product" if name == "name" else name
                changes.append(FieldChange(label, before or None, after or None))
        steps: list[Request] = []
        if wanted:
            steps.append(plans.update_product(price.product, cast("ProductUpdateParams", wanted)))
        if fields:
            steps.append(plans.update_price(price_id, cast("PriceUpdateParams", fields)))
        if not steps:
            return None
        operation = self._planner.plan(
            Action.PRICE_EDIT,
            *steps,
            subjects=(("price", price_id), ("product", price.product)),
            changes=tuple(changes),
            now=(now, held),
        )
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version, product_version))

    async def preview_delete(self, price_id: str) -> Preview:
        """Delete a plan that was made with Stripe's older API. Raises DeskError, including Refused for a price, which
        Stripe cannot delete."""
        now, version = await self._reader.read("price", price_id)
        if not can_be_deleted(price_of(now)):
            raise Refused(code="price_not_deleted", param="price")
        operation = self._planner.plan(
            Action.PRICE_DELETE,
            plans.delete_plan(price_id),
            subjects=(("price", price_id),),
            risk=Risk.IRREVERSIBLE,
        )
        count = str(await self._side.count_related("subscription", "price", price_id))
        said = (Effect(EffectCode.SUBSCRIBERS_GO_ON, {"count": count}),)
        return Preview(operation, (Warning_(WarningCode.NOT_RESTORED),), Effects(by_stripe=said), (version,))


def can_be_deleted(price: Price) -> bool:
    """Stripe deletes only recurring plans with an id of their own (Stripe API: prices cannot be deleted)."""
    return bool(price.interval) and not price.id.startswith("price_")


def _product(product: NewProduct) -> dict[str, Any]:
    more = {"statement_descriptor": product.descriptor} if product.descriptor else {}
    return {"name": product.name, **more}


def _tiers(new: NewPrice) -> list[dict[str, Any]]:
    return [
        {
            "up_to": tier.up_to if tier.up_to is not None else "inf",
            **(amount_fields(tier.unit) if tier.unit is not None else {}),
            **(amount_fields(tier.flat, "flat_amount") if tier.flat is not None else {}),
        }
        for tier in new.tiers
    ]


def _scheme(new: NewPrice, amount: str, packs: str) -> dict[str, Any]:
    """The parameters of the amount; a plan's are named otherwise than a price's."""
    if new.scheme.is_tiered:
        return {"billing_scheme": "tiered", "tiers_mode": str(new.scheme), "tiers": _tiers(new)}
    assert new.amount is not None
    found = amount_fields(new.amount, amount)
    if new.scheme is Scheme.PACKAGE and new.packs is not None:
        found[packs] = {"divide_by": new.packs.size, "round": "up" if new.packs.round_up else "down"}
    return found


def _plan(new: NewPrice, id_: str) -> PlanCreateParams:
    fields: dict[str, Any] = {
        "id": new.name_id,
        "currency": new.currency,
        "interval": new.interval,
        "interval_count": new.count,
        "product": new.product.id or _product(new.product),
        "metadata": {OWN_ID: id_},
        **_scheme(new, "amount", "transform_usage"),
    }
    if new.nickname:
        fields["nickname"] = new.nickname
    if new.meter:
        fields |= {"usage_type": "metered", "meter": new.meter}
    if new.trial_days:
        fields["trial_period_days"] = new.trial_days
    return cast("PlanCreateParams", fields)


def _price(new: NewPrice, id_: str) -> PriceCreateParams:
    recurring: dict[str, Any] = {"interval": new.interval, "interval_count": new.count}
    if new.meter:
        recurring |= {"usage_type": "metered", "meter": new.meter}
    if new.trial_days:
        recurring["trial_period_days"] = new.trial_days
    fields: dict[str, Any] = {
        "currency": new.currency,
        "recurring": recurring,
        "metadata": {OWN_ID: id_},
        **({"product": new.product.id} if new.product.id else {"product_data": _product(new.product)}),
        **_scheme(new, "unit_amount", "transform_quantity"),
    }
    if new.nickname:
        fields["nickname"] = new.nickname
    if new.tax_behavior not in ("", "unspecified"):
        fields["tax_behavior"] = new.tax_behavior
    if new.name_id:
        fields["lookup_key"] = new.name_id
        if new.transfer:
            fields["transfer_lookup_key"] = True
    if new.options:
        fields["currency_options"] = {code: amount_fields(amount) for code, amount in new.options.items()}
    return cast("PriceCreateParams", fields)


def _changes(new: NewPrice) -> tuple[FieldChange, ...]:
    found = [FieldChange("product", None, new.product.name or new.product.id)]
    if new.nickname:
        found.append(FieldChange("nickname", None, new.nickname))
    if new.name_id:
        found.append(FieldChange("plan_id" if new.as_plan else "lookup_key", None, new.name_id))
    if new.product.descriptor:
        found.append(FieldChange("statement_descriptor", None, new.product.descriptor))
    return tuple(found)
