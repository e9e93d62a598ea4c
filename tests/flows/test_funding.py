"""The funding policy and the Cards tab's views: C9, and what a row tells."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.writing.preview import PreviewDialog

from ..stripe_side import StripeSide
from ..support import until
from .actions import press
from .operator_fixture import at_desk


async def _with(stripe: StripeSide, email: str, card: str) -> tuple[str, str]:
    customer = await stripe.customer(email=email, name=email.partition("@")[0])
    made = await stripe.call("post", f"/v1/payment_methods/{card}/attach", customer=customer)
    return customer, str(made["id"])


async def test_what_is_approved_stays_so_for_the_same_card(qapp: QApplication, tmp_path: Path) -> None:
    """C9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        cards = [(await _with(stripe, f"{name}@example.jp", "pm_card_visa_unknown"))[1] for name in ("a", "b")]
        prepaid = (await _with(stripe, "c@example.jp", "pm_card_mastercard_prepaid"))[1]
        operator.services.refresh()
        await until(lambda: operator.app.desks.current)
        async with asyncio.timeout(20):
            while set(await operator.rows("card", "review:yes")) != {*cards, prepaid}:
                await asyncio.sleep(0.1)
        operator.window.open_object("card", cards[0])
        await until(lambda: cards[0] in operator.text())
        await press(operator, "Approve")
        await operator.confirm()
        await until(lambda: "was approved" in operator.notice)
        stored = await stripe.call("get", f"/v1/payment_methods/{cards[0]}")
        assert stored["metadata"]["bd_card_ok"] == stored["card"]["fingerprint"]
        assert await operator.rows("card", "review:yes") == [prepaid], "the same card at another customer too"
        assert set(await operator.rows("card", "shared:yes")) == set(cards)
        operator.click(operator.window.notices.undo)
        await operator.confirm()
        await until(lambda: "Change undone." in operator.notice)
        assert set(await operator.rows("card", "review:yes")) == {*cards, prepaid}


async def test_a_refused_card_gives_back_is_removed_and_blocked(qapp: QApplication, tmp_path: Path) -> None:
    """C9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer, card = await _with(stripe, "p@example.jp", "pm_card_mastercard_prepaid")
        fields = {"amount": "900", "currency": "jpy", "customer": customer, "payment_method": card}
        await stripe.call("post", "/v1/payment_intents", confirm="true", off_session="true", **fields)
        blocking = {"alias": "card_fingerprint_blocklist", "name": "Cards", "item_type": "card_fingerprint"}
        block = await stripe.call("post", "/v1/radar/value_lists", **blocking)
        operator.services.refresh()
        await operator.services.customers.refresh(customer)
        operator.window.open_object("card", card)
        await until(lambda: "Prepaid cards are not accepted" in operator.text())
        await press(operator, "Reject")
        preview = await operator.dialog(PreviewDialog)
        assert preview._request.toPlainText().count("Idempotency-Key") == 3
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "¥900" in said
        assert "1 payment from this card is refunded" in said
        operator.click(preview.primary)
        await until(lambda: "was rejected" in operator.notice)
        charge = (await stripe.call("get", "/v1/charges", customer=customer))["data"][0]
        assert charge["refunded"]
        assert (await stripe.call("get", f"/v1/customers/{customer}/payment_methods"))["data"] == []
        items = (await stripe.call("get", "/v1/radar/value_list_items", value_list=block["id"]))["data"]
        assert len(items) == 1
        assert card not in await operator.rows("card")


async def test_without_radar_the_rest_is_done_and_it_is_said(qapp: QApplication, tmp_path: Path) -> None:
    """C9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer, card = await _with(stripe, "p@example.jp", "pm_card_mastercard_prepaid")
        await operator.services.customers.refresh(customer)
        simulator.faults.add(Fault("GET /v1/radar", "permission", times=None))
        operator.window.open_object("card", card)
        await press(operator, "Reject")
        preview = await operator.dialog(PreviewDialog)
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "has no access to the Radar block list" in said
        operator.click(preview.primary)
        await until(lambda: "was rejected" in operator.notice)
        assert (await stripe.call("get", f"/v1/customers/{customer}/payment_methods"))["data"] == []


async def test_the_tab_tells_what_a_card_is_used_for_and_how_it_went(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer, subscription = await stripe.subscriber("u@example.jp", "used-plan")
        bad = await stripe.call("post", "/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=customer)
        fields = {"amount": "900", "currency": "jpy", "customer": customer, "payment_method": bad["id"]}
        source = (await stripe.call("post", "/v1/sources", type="card", token="tok_visa"))["id"]
        await stripe.call("post", f"/v1/customers/{customer}/sources", source=source)
        await stripe.call("delete", f"/v1/customers/{customer}/sources/{source}")
        with pytest.raises(httpx.HTTPStatusError, match="402"):
            await stripe.call("post", "/v1/payment_intents", confirm="true", off_session="true", **fields)
        operator.services.refresh()
        await operator.services.queries.refresh("subscription", subscription)
        await operator.services.customers.refresh(customer)
        await operator.services.queries.refresh("card", source)
        assert await operator.rows("card", "failed:yes") == [bad["id"]]
        assert await operator.rows("card", "state:consumed") == [source]
        assert await operator.rows("card", "review:yes") == []
        used = await operator.rows("card", "u subscribed:yes")
        numbers = await operator.services.queries.numbers(operator.page.model.query)
        found = await operator.services.queries.rows("card", numbers)
        by_id = {row["id"]: row for row in found.values()}
        assert bad["id"] in used
        default = next(row for row in by_id.values() if row["is_default"])
        assert (default["used_by"], default["last_result"]) == (1, "")
        assert (by_id[bad["id"]]["used_by"], by_id[bad["id"]]["last_result"]) == (0, "generic_decline")
        assert await operator.rows("card", "unused:yes") == [source]
        assert [b.text() for b in operator.page.findChildren(QPushButton) if b.text() == "Failed"]
