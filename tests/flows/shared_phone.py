"""The customer on the phone, against every server that can carry it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from billing_desk.ui.cards.changes import ChangeCardDialog
from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.customers.notes import NoteDialog
from billing_desk.ui.customers.payments import RefundDialog
from billing_desk.ui.customers.tax_ids import TaxIdsDialog
from billing_desk.ui.writing.add_card import AddCardDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import press
from .shared import until_listed


async def cards(operator: Operator, stripe: StripeSide) -> None:
    """B1: created with a token's card, which is the default; A2: its expiry is updated; B2:
    another beside it; B3: that
    one the default; B5: removed, and the default is said."""
    form = await operator.new(name="Kato Mei", email="mei@example.jp", card=await stripe.token())
    await operator.confirm()
    await operator.gone(form)
    customer = (await stripe.customers("mei@example.jp"))[0]["id"]
    first = str((await stripe.call("get", f"/v1/customers/{customer}"))["default_source"])
    assert first.startswith("card_")
    await until(lambda: operator.page.detail.id == customer and "Visa *4242" in operator.text())

    operator.window.open_object("card", first)
    await press(operator, "Edit…")
    change = await operator.dialog(ChangeCardDialog)
    operator.enter(change.fields["expiry"], "09/2031")
    operator.enter(change.fields["name"], "MEI KATO")
    await _previewed(operator, change)
    held = await stripe.call("get", f"/v1/customers/{customer}/sources/{first}")
    assert (int(held["exp_month"]), int(held["exp_year"]), held["name"]) == (9, 2031, "MEI KATO")

    operator.window.open_object("customer", customer)
    await press(operator, "Add card")
    add = await operator.dialog(AddCardDialog)
    add.way.setCurrentIndex(add.way.findData("test"))
    add.default.setChecked(False)
    await _previewed(operator, add)
    await until(lambda: operator.text().count("Visa *4242") >= 2)
    now = await stripe.call("get", f"/v1/customers/{customer}")
    assert now["default_source"] == first, "the default stays"
    assert now["invoice_settings"]["default_payment_method"] is None
    second = next(card.id for card in await operator.services.cards.of(customer) if card.id != first)

    operator.window.open_object("card", second)
    await until(lambda: second in operator.text())
    await press(operator, "Set as default")
    await operator.confirm()
    await until(lambda: "Default card changed" in operator.notice)
    now = await stripe.call("get", f"/v1/customers/{customer}")
    assert now["invoice_settings"]["default_payment_method"] == second

    operator.window.open_object("card", first)
    await until(lambda: first in operator.text())
    await press(operator, "Remove")
    preview = await operator.dialog(PreviewDialog)
    assert preview._preview.warnings
    operator.click(preview.primary)
    await until(lambda: "was removed" in operator.notice)
    assert (await stripe.call("get", f"/v1/customers/{customer}/sources"))["data"] == []


async def money(operator: Operator, stripe: StripeSide) -> None:
    """B4: the chosen card is charged, once; F9: a declined one says why and what helps; a part of it goes back."""
    good = await stripe.customer(name="Pays", email="pays@example.jp")
    card = (await stripe.call("post", f"/v1/customers/{good}/sources", source=await stripe.token()))["id"]
    bad = await stripe.customer(name="Declines", email="declines@example.jp")
    await stripe.call("post", f"/v1/customers/{bad}/sources", source=await stripe.token(declines=True))
    operator.services.refresh()
    for customer in (good, bad):
        await until_listed(operator, "customer", customer)
    await _open(operator, good)
    dialog = await _charge(operator, "12.50")
    await operator.confirm()
    await operator.gone(dialog)
    charges = (await stripe.call("get", "/v1/charges", customer=good))["data"]
    assert [(c["amount"], c["currency"], c["status"]) for c in charges] == [(1_250, "eur", "succeeded")]
    assert charges[0].get("payment_method") == card

    await until(lambda: "€12.50" in operator.text())
    await press(operator, "Refund…")
    refund = await operator.dialog(RefundDialog)
    operator.enter(refund.amount, "2.50")
    refund.reason.setCurrentIndex(0)
    if not stripe.has_prices:  # it knows no reasons
        refund.reason.addItem("", "")
        refund.reason.setCurrentIndex(refund.reason.count() - 1)
    await _previewed(operator, refund)
    assert (await stripe.call("get", f"/v1/charges/{charges[0]['id']}"))["amount_refunded"] == 250

    await _open(operator, bad)
    dialog = await _charge(operator, "9")
    await operator.confirm()
    await until(lambda: "The bank declined" in dialog.problem.text())
    assert "contact the bank" in dialog.problem.text()
    await operator.leave(dialog)
    tried = (await stripe.call("get", "/v1/charges", customer=bad))["data"]
    assert [charge["status"] for charge in tried] == ["failed"], "tried once"


async def people(operator: Operator, stripe: StripeSide) -> None:
    """F10: an email in use is warned of; tax ids, a note, and the end of a customer, which is never revived (A1)."""
    customer = await stripe.customer(name="Hara Jun", email="jun@example.jp")
    operator.services.refresh()
    await until_listed(operator, "customer", customer)
    form = await operator.new(email="JUN@example.jp")
    preview = await operator.dialog(PreviewDialog)
    assert preview._preview.warnings[0].code == "email_in_use"
    await operator.leave(preview)
    await operator.leave(form)

    await _open(operator, customer)
    if stripe.has_prices:  # the other server cannot list them in pages
        await press(operator, "Tax IDs")
        tax = await operator.dialog(TaxIdsDialog)
        operator.enter(tax.lines, "eu_vat DE123456789")
        await _previewed(operator, tax)
        held = (await stripe.call("get", f"/v1/customers/{customer}/tax_ids"))["data"]
        assert [(one["type"], one["value"]) for one in held] == [("eu_vat", "DE123456789")]

    await press(operator, "Add note")
    note = await operator.dialog(NoteDialog)
    operator.enter(note.text, "prefers mail")
    await _previewed(operator, note)
    kept = (await stripe.call("get", f"/v1/customers/{customer}"))["metadata"]
    assert list(kept.values()) == ["prefers mail"]

    await press(operator, "Delete…")
    await operator.confirm()
    await until(lambda: "was deleted in Stripe" in operator.text())
    await press(operator, "Create again")
    form = await operator._fill(await operator.dialog(type(form)), {})
    await operator.confirm()
    await operator.gone(form)
    again = await stripe.customers("jun@example.jp")
    assert len(again) == 1
    assert again[0]["id"] != customer


async def _open(operator: Operator, customer: str) -> None:
    operator.window.open_object("customer", customer)
    await until(lambda: operator.page.detail.id == customer and customer in operator.text())


async def _charge(operator: Operator, amount: str) -> ChargeDialog:
    """As a payment alone, from the default."""
    await press(operator, "Charge")
    dialog = await operator.dialog(ChargeDialog)
    dialog.way.setCurrentIndex(dialog.way.findData("payment"))
    dialog.currency.setCurrentIndex(max(0, dialog.currency.findData("eur")))
    operator.enter(dialog.amount, amount)
    operator.enter(dialog.description, "Fee")
    operator.click(dialog.primary)
    return dialog


async def _previewed(operator: Operator, dialog: QDialog) -> None:
    operator.click(dialog.primary)  # type: ignore[attr-defined]
    await operator.confirm()
    await operator.gone(dialog)


FLOWS = (cards, money, people)
