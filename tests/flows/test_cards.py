"""Cards with the customer on the phone: A2, B1 to B3, B5, B7, C2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.services import polling
from billing_desk.ui.cards.changes import ChangeCardDialog, DefaultDialog
from billing_desk.ui.wording.emails import card_mail
from billing_desk.ui.writing.add_card import AddCardDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import add_card, press
from .operator_fixture import at_desk, writes


async def _adding(operator: Operator, way: str, id_: str = "", *, default: bool | None = None) -> AddCardDialog:
    await press(operator, "Add card")
    dialog = await operator.dialog(AddCardDialog)
    dialog.way.setCurrentIndex(dialog.way.findData(way))
    if way == "test":
        dialog.test_card.setCurrentIndex(dialog.test_card.findData(id_))
    elif id_:
        operator.enter(dialog.card_id, id_)
    if default is not None:
        dialog.default.setChecked(default)
    return dialog


def _enter_card(url: str, card: str) -> int:
    """What the customer does on the page; the status it is answered with."""
    return httpx.post(url, data={"card": card}, follow_redirects=False).status_code


def _said(preview: PreviewDialog) -> str:
    return "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))


async def _customer(stripe: StripeSide, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = await stripe.call("get", f"/v1/customers/{id_}")
    return found


async def _open_card(operator: Operator, card: str) -> None:
    operator.window.open_object("card", card)
    await until(lambda: card in operator.text())


async def test_a_card_is_added_without_replacing_the_default(qapp: QApplication, tmp_path: Path) -> None:
    """B2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        default = await add_card(operator, stripe)
        customer = operator.page.detail.id
        for way, id_ in (("test", "pm_card_mastercard"), ("id", "tok_amex")):
            dialog = await _adding(operator, way, id_, default=False)
            operator.click(dialog.primary)
            await operator.confirm()
            await operator.gone(dialog)
        settings = (await _customer(stripe, customer))["invoice_settings"]
        assert settings["default_payment_method"] == default
        await until(lambda: "Mastercard *4444" in operator.text() and "Amex *0005" in operator.text())


async def test_a_first_card_becomes_the_default_in_the_same_operation(qapp: QApplication, tmp_path: Path) -> None:
    """B1."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        dialog = await _adding(operator, "test", "pm_card_visa")
        assert dialog.default.isChecked()
        operator.click(dialog.primary)
        await operator.confirm()
        await operator.gone(dialog)
        made = (await _customer(stripe, customer))["invoice_settings"]["default_payment_method"]
        assert made
        assert len(writes(simulator)) == 2
        await until(lambda: "Visa *4242  12/2034" in operator.text())


async def test_replacing_the_default_source_says_what_is_detached(qapp: QApplication, tmp_path: Path) -> None:
    """B3."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        old = await stripe.call("post", f"/v1/customers/{customer}/sources", source="tok_visa")
        await operator.services.customers.refresh(customer)
        await until(lambda: "Visa *4242" in operator.text())
        dialog = await _adding(operator, "replace", "tok_mastercard")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert "detaches the current default source Visa *4242" in _said(preview)
        operator.click(preview.primary)
        await operator.gone(dialog)
        now = await _customer(stripe, customer)
        assert now["default_source"] not in (None, old["id"])
        listed = (await stripe.call("get", f"/v1/customers/{customer}/sources"))["data"]
        assert [source["id"] for source in listed] == [now["default_source"]]


async def test_what_removing_means_is_said_before_and_the_new_default_after(qapp: QApplication, tmp_path: Path) -> None:
    """B5."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        source = (await stripe.call("post", "/v1/sources", type="card", token="tok_visa"))["id"]
        await stripe.call("post", f"/v1/customers/{customer}/sources", source=source)
        other = (await stripe.call("post", f"/v1/customers/{customer}/sources", source="tok_mastercard"))["id"]
        await operator.services.customers.refresh(customer)
        await _open_card(operator, source)
        await press(operator, "Remove")
        preview = await operator.dialog(PreviewDialog)
        assert "is consumed" in _said(preview)
        assert "Stripe chooses another source" in _said(preview)
        operator.click(preview.primary)
        await until(lambda: "The default is now Mastercard *4444" in operator.notice)
        assert (await stripe.call("get", f"/v1/sources/{source}"))["status"] == "consumed"
        assert (await _customer(stripe, customer))["default_source"] == other


async def test_the_only_card_of_a_subscription_stays(qapp: QApplication, tmp_path: Path) -> None:
    """B5."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer, _ = await stripe.subscriber("only@example.jp", "only-plan")
        card = (await _customer(stripe, customer))["invoice_settings"]["default_payment_method"]
        operator.services.refresh()
        await until(lambda: operator.app.desks.current)
        await operator.services.customers.refresh(customer)
        for subscription in (await stripe.call("get", "/v1/subscriptions"))["data"]:
            await operator.services.queries.refresh("subscription", subscription["id"])
        await _open_card(operator, card)
        await press(operator, "Remove")
        await until(lambda: "only card" in operator.notice)
        assert writes(simulator) == []
        more = await stripe.call("post", "/v1/payment_methods/pm_card_mastercard/attach", customer=customer)
        await operator.services.customers.refresh(customer)
        await press(operator, "Remove")
        preview = await operator.dialog(PreviewDialog)
        assert "Without it, there is no default card" in _said(preview)
        operator.click(preview.primary)
        await until(lambda: "now has no default card" in operator.notice)
        assert more["id"] in await operator.rows("card")
        assert card not in await operator.rows("card")
        with pytest.raises(httpx.HTTPStatusError, match="400"):  # what was said before: it never comes back
            await stripe.call("post", f"/v1/payment_methods/{card}/attach", customer=operator.page.detail.id)


async def test_a_source_says_how_it_can_be_used(qapp: QApplication, tmp_path: Path) -> None:
    """B6."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        kept = (await stripe.call("post", "/v1/sources", type="card", token="tok_visa"))["id"]
        await stripe.call("post", f"/v1/customers/{customer}/sources", source=kept)
        once = (await stripe.call("post", "/v1/sources", type="card", token="tok_visa", usage="single_use"))["id"]
        await operator.services.customers.refresh(customer)
        await operator.services.queries.refresh("card", once)
        for id_, said in ((kept, "Reusable"), (once, "Single use")):
            await _open_card(operator, id_)
            await until(lambda said=said: f"{said}:" in operator.text())  # type: ignore[misc]
            assert "Chargeable" in operator.text()
            assert "Authentication" in operator.text()
        await stripe.call("delete", f"/v1/customers/{customer}/sources/{kept}")
        await _open_card(operator, kept)
        await operator.services.queries.refresh("card", kept)
        await until(lambda: "Consumed" in operator.text())


async def test_what_stripe_refuses_is_refused_before(qapp: QApplication, tmp_path: Path) -> None:
    """B5, B7."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        once = (await stripe.call("post", "/v1/sources", type="card", token="tok_visa", usage="single_use"))["id"]
        theirs = await stripe.customer(email="other@example.jp")
        of_another = await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=theirs)
        dialog = await _adding(operator, "id", "cus_1")
        operator.click(dialog.primary)
        assert "must start with" in dialog._card_id.problem
        for id_, said in (
            (once, "single-use"),
            (of_another["id"], "another customer"),
            ("pm_nobody", "does not exist"),
        ):
            operator.enter(dialog.card_id, id_)
            operator.click(dialog.primary)
            await until(lambda said=said: said in dialog.problem.text())  # type: ignore[misc]
        assert writes(simulator) == []
        await operator.leave(dialog)


async def test_the_stored_card_is_updated_or_the_new_one_attached(qapp: QApplication, tmp_path: Path) -> None:
    """A2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        stored = await add_card(operator, stripe)
        customer = operator.page.detail.id
        dialog = await _adding(operator, "register", "tok_mastercard")
        operator.enter(dialog.stored, stored)
        operator.enter(dialog.expiry, "13/2031")
        operator.click(dialog.primary)
        assert "month and a year" in dialog._expiry.problem
        operator.enter(dialog.expiry, "9/2031")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert "09/2031" in _said(preview)
        operator.click(preview.primary)
        await operator.gone(dialog)
        card = (await stripe.call("get", f"/v1/payment_methods/{stored}"))["card"]
        assert (card["exp_month"], card["exp_year"]) == (9, 2031)
        dialog = await _adding(operator, "register", "tok_mastercard")
        operator.enter(dialog.stored, "pm_gone")
        operator.enter(dialog.expiry, "09/2031")
        operator.click(dialog.primary)
        await operator.confirm()
        await operator.gone(dialog)
        listed = (await stripe.call("get", f"/v1/customers/{customer}/payment_methods"))["data"]
        assert sorted(method["card"]["last4"] for method in listed) == ["4242", "4444"]


async def test_expiry_name_and_address_are_changed_and_taken_back(qapp: QApplication, tmp_path: Path) -> None:
    """A2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        card = await add_card(operator, stripe)
        old = (await stripe.call("post", f"/v1/customers/{operator.page.detail.id}/sources", source="tok_jcb"))["id"]
        await operator.services.customers.refresh(operator.page.detail.id)
        customer = operator.page.detail.id
        for id_, address in ((card, f"/v1/payment_methods/{card}"), (old, f"/v1/customers/{customer}/sources/{old}")):
            await _open_card(operator, id_)
            await press(operator, "Edit")
            dialog = await operator.dialog(ChangeCardDialog)
            operator.enter(dialog.fields["expiry"], "０３/３３")
            operator.enter(dialog.fields["name"], "佐藤 花子")
            operator.enter(dialog.fields["city"], "Osaka")
            operator.click(dialog.primary)
            await operator.confirm()
            await operator.gone(dialog)
            now = await stripe.call("get", address)
            assert "Osaka" in str(now)
            assert "佐藤 花子" in str(now)
            assert (now.get("card") or now)["exp_year"] == 2033
        await until(lambda: not operator.window.notices.undo.isHidden())
        operator.click(operator.window.notices.undo)
        await operator.confirm()
        await until(lambda: "Change undone." in operator.notice)
        assert "Osaka" not in str(await stripe.call("get", f"/v1/customers/{customer}/sources/{old}"))


async def test_a_new_default_takes_the_subscriptions_along_that_are_told_to(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer, subscription = await stripe.subscriber("own@example.jp", "own-plan")
        own = await stripe.call("post", "/v1/payment_methods/pm_card_jcb/attach", customer=customer)
        await stripe.call("post", f"/v1/subscriptions/{subscription}", default_payment_method=own["id"])
        fresh = await stripe.call("post", "/v1/payment_methods/pm_card_mastercard/attach", customer=customer)
        await operator.services.customers.refresh(customer)
        await operator.services.queries.refresh("subscription", subscription)
        await _open_card(operator, fresh["id"])
        await press(operator, "Set as default")
        dialog = await operator.dialog(DefaultDialog)
        operator.click(dialog.primary)
        await operator.confirm()
        await until(lambda: "Default card changed" in operator.notice)
        stored = await stripe.call("get", f"/v1/subscriptions/{subscription}")
        assert stored["default_payment_method"] == fresh["id"]
        settings = (await _customer(stripe, customer))["invoice_settings"]
        assert settings["default_payment_method"] == fresh["id"]


async def test_a_card_page_is_given_watched_and_its_card_made_the_default(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C2."""
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        dialog = await _adding(operator, "page")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert "funding_types_blocked" in preview._request.toPlainText()
        operator.click(preview.primary)
        await until(lambda: dialog.has_page)
        session = dialog._session
        assert session in dialog.page.link.text()
        found = {button.text(): button for button in dialog.page.findChildren(QPushButton)}
        operator.click(found["Copy link"])
        assert QApplication.clipboard().text() == dialog.url
        operator.click(found["Copy email text"])
        assert "Dear Ito Aoi" in QApplication.clipboard().text()
        assert "様" in card_mail({"preferred_locales": ["ja-JP"], "name": "佐藤"}, "Acme KK", dialog.url, "10:00")
        QApplication.clipboard().clear()
        _enter_card(dialog.url, "pm_card_visa")
        await until(lambda: "It is now the default card" in dialog.page.state.text())
        settings = (await _customer(stripe, customer))["invoice_settings"]
        listed = (await stripe.call("get", f"/v1/customers/{customer}/payment_methods"))["data"]
        assert settings["default_payment_method"] == listed[0]["id"]
        await operator.leave(dialog)


async def test_a_page_that_is_closed_or_brings_a_card_of_unknown_funding(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C2, C9."""
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        dialog = await _adding(operator, "page")
        operator.click(dialog.primary)
        await operator.confirm()
        await until(lambda: dialog.has_page)
        assert _enter_card(dialog.url, "pm_card_mastercard_prepaid") != 200, "Stripe's own page refuses it"
        _enter_card(dialog.url, "pm_card_visa_unknown")
        await until(lambda: "Its funding type is" in dialog.page.state.text())
        assert (await _customer(stripe, customer))["invoice_settings"]["default_payment_method"] is None
        await operator.leave(dialog)
        dialog = await _adding(operator, "page")
        operator.click(dialog.primary)
        await operator.confirm()
        await until(lambda: dialog.has_page)
        found = {button.text(): button for button in dialog.page.findChildren(QPushButton)}
        operator.click(found["Close page"])
        await operator.confirm()
        await until(lambda: "No card was added" in dialog.page.state.text())
        page = await stripe.call("get", f"/v1/checkout/sessions/{dialog._session}")
        assert page["status"] == "expired"
        await operator.leave(dialog)


@pytest.mark.parametrize("card", ["pm_card_visa", "tok_visa"])
async def test_a_customer_is_created_with_a_card_in_one_call(qapp: QApplication, tmp_path: Path, card: str) -> None:
    """B1."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        form = await operator.new(name="New Here", email="new@example.jp", card="4242")
        assert "must start with" in form._rows["card"].problem
        operator.enter(form.field("card"), card)
        operator.click(form.primary)
        await operator.confirm()
        await operator.gone(form)
        assert len(writes(simulator)) == 1
        made = (await stripe.customers("new@example.jp"))[0]
        assert made["invoice_settings"]["default_payment_method"] or made["default_source"]
        await until(lambda: "Visa *4242" in operator.text())


async def test_a_card_that_declines_creates_nobody(qapp: QApplication, tmp_path: Path) -> None:
    """B1."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await operator.new(email="new@example.jp", card="tok_chargeDeclined")
        await operator.confirm()
        await until(lambda: "The bank declined" in form.problem.text() + form._rows["card"].problem)
        assert form.isVisible(), "what was typed is kept"
        assert await stripe.customers("new@example.jp") == []
        await operator.leave(form)
