"""Cards that come automatically: from pages whose dialog is closed (C2), and those the policy does not take (C9)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.domain.writes.safety_limits import SafetyLimits
from billing_desk.services import polling
from billing_desk.services.writes.guard import Guard
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.settings.settings_dialog import SettingsDialog
from billing_desk.ui.writing.add_card import AddCardDialog
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.vault import SessionVault

from ..driver import Operator, seated
from ..stripe_side import StripeSide
from ..support import until
from .actions import press
from .operator_fixture import at_desk, writes


def _news(operator: Operator) -> str:
    assert operator.window.desk is not None
    return operator.window.desk.news.text


async def _make_page(operator: Operator, way: str = "page") -> str:
    """A page for the customer in the detail, whose dialog is closed at once; its address."""
    await press(operator, "Add card")
    dialog = await operator.dialog(AddCardDialog)
    dialog.way.setCurrentIndex(dialog.way.findData(way))
    operator.click(dialog.primary)
    await operator.confirm()
    await until(lambda: dialog.has_page)
    url = dialog.url
    await operator.leave(dialog)
    return url


def _enter_card(url: str, card: str) -> None:
    assert httpx.post(url, data={"card": card}).status_code == 200


async def _customer(stripe: StripeSide, customer: str) -> dict[str, Any]:
    found: dict[str, Any] = await stripe.call("get", f"/v1/customers/{customer}")
    return found


async def _default(stripe: StripeSide, customer: str) -> str | None:
    found: str | None = (await _customer(stripe, customer))["invoice_settings"]["default_payment_method"]
    return found


async def _set_policy(operator: Operator, place: int) -> None:
    """Through the settings."""
    operator.window.commands.show_settings()
    dialog = await operator.dialog(SettingsDialog)
    dialog.safety.prepaid.setCurrentIndex(place)
    operator.click(next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save"))
    await operator.gone(dialog)


async def test_a_card_that_comes_after_the_dialog_was_closed_is_made_the_default(
    qapp: QApplication, tmp_path: Path
) -> None:
    """C2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        url = await _make_page(operator)
        before = len(writes(simulator))
        _enter_card(url, "pm_card_visa")
        operator.services.refresh()
        await until(lambda: "It is now the default card" in _news(operator))
        assert "New card for Ito Aoi: Visa *4242." in _news(operator)
        listed = (await stripe.call("get", f"/v1/customers/{customer}/payment_methods"))["data"]
        assert await _default(stripe, customer) == listed[0]["id"]
        assert len(writes(simulator)) == before + 1
        entry = (await operator.services.log.newest())[0]
        assert entry.operation.action == "card.arrived"


async def test_a_page_of_somebody_else_is_left_to_them(qapp: QApplication, tmp_path: Path) -> None:
    """C2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        fields = {"mode": "setup", "customer": customer, "currency": "jpy", "success_url": "https://example.jp"}
        await _make_page(operator)
        own = (await operator.services.log.newest())[0].operation.id
        before = writes(simulator)
        claims = {"metadata[bd_op]": own, "metadata[bd_default]": "none"}
        forged = await stripe.call("post", "/v1/checkout/sessions", **fields, **claims)
        _enter_card(forged["url"], "pm_card_amex")
        theirs = {"metadata[bd_op]": "of-a-colleague", "metadata[bd_default]": "none"}
        page = await stripe.call("post", "/v1/checkout/sessions", **fields, **theirs)
        _enter_card(page["url"], "pm_card_visa")
        operator.services.refresh()
        await until(lambda: "Visa *4242" in operator.text())
        for session in (page, forged):
            assert await operator.services.card_intake.page(session["id"]) is None
        assert await _default(stripe, customer) is None
        assert writes(simulator) == before


async def test_a_default_that_was_taken_back_is_not_made_again(qapp: QApplication, tmp_path: Path) -> None:
    """C2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        url = await _make_page(operator)
        _enter_card(url, "pm_card_visa")
        operator.services.refresh()
        await until(lambda: "It is now the default card" in _news(operator))
        await stripe.call("post", f"/v1/customers/{customer}", **{"invoice_settings[default_payment_method]": ""})
        before = len(writes(simulator))
        intake = operator.services.card_intake
        intake._came.clear()  # as a desk that is opened anew, and hears of the page once more
        again = await intake.page(url.rpartition("/")[2])
        assert again.outcome == "came"
        assert len(writes(simulator)) == before
        assert await _default(stripe, customer) is None


async def test_another_default_that_was_chosen_since_stays(qapp: QApplication, tmp_path: Path) -> None:
    """C2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        url = await _make_page(operator)
        other = await stripe.call("post", "/v1/payment_methods/pm_card_mastercard/attach", customer=customer)
        chosen = {"invoice_settings[default_payment_method]": other["id"]}
        await stripe.call("post", f"/v1/customers/{customer}", **chosen)
        _enter_card(url, "pm_card_visa")
        operator.services.refresh()
        await until(lambda: "Another default card was chosen in the meantime" in _news(operator))
        assert await _default(stripe, customer) == other["id"]


async def test_while_the_desk_may_not_write_the_card_waits_for_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        url = await _make_page(operator)
        before = len(writes(simulator))
        monkeypatch.setattr(Guard, "view_only", property(lambda _: True))
        _enter_card(url, "pm_card_visa")
        operator.services.refresh()
        await until(lambda: "could not be set as the default. Live mode is view-only" in _news(operator))
        assert len(writes(simulator)) == before
        monkeypatch.undo()
        operator.services.refresh()
        await until(lambda: "It is now the default card" in _news(operator))
        assert await _default(stripe, customer)
        assert len(writes(simulator)) == before + 1


async def test_a_look_that_failed_is_taken_again(qapp: QApplication, tmp_path: Path) -> None:
    """C2."""
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        url = await _make_page(operator)
        simulator.faults.add(Fault("GET /v1/checkout/sessions", "permission", times=1))
        _enter_card(url, "pm_card_visa")
        operator.services.refresh()
        await until(lambda: "It is now the default card" in _news(operator))


async def test_what_came_while_the_desk_was_closed_is_made_up_for(qapp: QApplication, tmp_path: Path) -> None:
    """C2."""
    vault = SessionVault()
    vault.durable = True
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, stripe, _):
        customer = operator.page.detail.id
        url = await _make_page(operator)
        operator.window.close()
        await operator.app.ended
        _enter_card(url, "pm_card_visa")
        async with seated(qapp, tmp_path, vault=vault) as again:
            await again.current()
            await until(lambda: "It is now the default card" in _news(again))
        assert await _default(stripe, customer)


async def test_what_cannot_be_done_with_a_card_that_came_is_said(qapp: QApplication, tmp_path: Path) -> None:
    """C2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        url = await _make_page(operator)
        simulator.faults.add(Fault(f"POST /v1/customers/{customer}", "permission", times=None))
        _enter_card(url, "pm_card_visa")
        operator.services.refresh()
        await until(lambda: "could not be set as the default" in _news(operator))
        assert "The key does not have permission to do this" in _news(operator)
        assert await _default(stripe, customer) is None


async def test_the_portal_is_a_link_too_and_makes_the_card_the_default(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C2."""
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        await press(operator, "Add card")
        dialog = await operator.dialog(AddCardDialog)
        dialog.way.setCurrentIndex(dialog.way.findData("portal"))
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "expires in a few minutes" in said
        operator.click(preview.primary)
        await until(lambda: dialog.has_page)
        assert "/portal/" in dialog.page.link.text()
        _enter_card(dialog.url, "pm_card_mastercard")
        await until(lambda: "Card added as the default: Mastercard *4444" in dialog.page.state.text())
        assert await _default(stripe, customer)
        await operator.leave(dialog)


async def test_a_prepaid_card_that_anybody_attaches_is_told_or_removed_as_the_settings_say(
    qapp: QApplication, tmp_path: Path
) -> None:
    """C9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        attach = "/v1/payment_methods/pm_card_mastercard_prepaid/attach"
        first = await stripe.call("post", attach, customer=customer)
        operator.services.refresh()
        await until(lambda: "Prepaid cards are not accepted" in _news(operator))
        assert writes(simulator) == []
        await _set_policy(operator, 0)
        assert operator.services.guard.rules() == SafetyLimits(remove_prepaid=True)
        second = await stripe.call("post", attach, customer=customer)
        operator.services.refresh()
        await until(lambda: "was removed, as set in Settings" in _news(operator))
        left = (await stripe.call("get", f"/v1/customers/{customer}/payment_methods"))["data"]
        assert [card["id"] for card in left] == [first["id"]], "only what comes is removed"
        assert [path for path, _ in writes(simulator)] == [f"/v1/payment_methods/{second['id']}/detach"]
        operator.window.open_object("card", first["id"])
        await until(lambda: "Prepaid cards are not accepted" in operator.text())


async def test_a_removal_that_would_change_what_is_charged_waits_for_a_person(
    qapp: QApplication, tmp_path: Path
) -> None:
    """C9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await _set_policy(operator, 0)
        customer, _ = await stripe.subscriber("sub@example.jp", "policy-plan")
        prepaid = await stripe.call("post", "/v1/payment_methods/pm_card_mastercard_prepaid/attach", customer=customer)
        chosen = {"invoice_settings[default_payment_method]": prepaid["id"]}
        await stripe.call("post", f"/v1/customers/{customer}", **chosen)
        operator.services.refresh()
        await until(lambda: "remove it yourself if needed" in _news(operator))
        assert writes(simulator) == []


async def test_an_older_prepaid_card_is_removed_too(qapp: QApplication, tmp_path: Path) -> None:
    """C9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        await stripe.call("post", f"/v1/customers/{customer}/sources", source="tok_visa")
        await _set_policy(operator, 0)
        made = await stripe.call("post", f"/v1/customers/{customer}/sources", source="tok_mastercard_prepaid")
        await until(lambda: "was removed, as set in Settings" in _news(operator))
        left = (await stripe.call("get", f"/v1/customers/{customer}/sources"))["data"]
        assert made["id"] not in [source["id"] for source in left]
        assert len(left) == 1


async def test_the_only_card_of_a_subscription_waits_for_a_person(qapp: QApplication, tmp_path: Path) -> None:
    """C9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await _set_policy(operator, 0)
        customer, _ = await stripe.subscriber("sub@example.jp", "policy-plan")
        old = (await stripe.call("get", f"/v1/customers/{customer}/payment_methods"))["data"][0]["id"]
        await stripe.call("post", f"/v1/payment_methods/{old}/detach")
        await stripe.call("post", "/v1/payment_methods/pm_card_mastercard_prepaid/attach", customer=customer)
        operator.services.refresh()
        await until(lambda: "This is the only card of a customer with active subscriptions" in _news(operator))
        assert writes(simulator) == []


async def test_a_refused_card_is_not_added_by_its_id(qapp: QApplication, tmp_path: Path) -> None:
    """C9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        made = await stripe.call(
            "post", "/v1/payment_methods", type="card", **{"card[token]": "tok_mastercard_prepaid"}
        )
        await press(operator, "Add card")
        dialog = await operator.dialog(AddCardDialog)
        dialog.way.setCurrentIndex(dialog.way.findData("id"))
        operator.enter(dialog.card_id, made["id"])
        operator.click(dialog.primary)
        await until(lambda: "Prepaid cards are not accepted" in dialog.problem.text())
        assert writes(simulator) == []
        await operator.leave(dialog)
