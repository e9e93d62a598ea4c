"""Many cards at once: links to a new card, who was contacted, and the default (the Cards tab's bulk)."""

from __future__ import annotations

import asyncio
import csv
import io
from pathlib import Path

import httpx
from PySide6.QtWidgets import QApplication

from billing_desk.domain.writes.bulk import EditKind
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.writing.bulk_dialog import BulkDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import press
from .operator_fixture import at_desk, writes


async def _with_card(stripe: StripeSide, email: str, card: str, **fields: str) -> tuple[str, str]:
    customer = await stripe.customer(email=email, name=email.partition("@")[0], **fields)
    made = await stripe.call("post", f"/v1/payment_methods/{card}/attach", customer=customer)
    return customer, str(made["id"])


async def _until_rows(operator: Operator, filter_: str, ids: set[str]) -> None:
    async with asyncio.timeout(20):
        while set(await operator.rows("card", filter_)) != ids:
            await asyncio.sleep(0.1)
    page = operator.page
    await until(lambda: len(page.model.numbers) == len(ids) and page.footer.many.isEnabled())


async def _choose(operator: Operator, kind: EditKind) -> BulkDialog:
    """Over all that the filter shows."""
    operator.click(operator.page.footer.many)
    dialog = await operator.dialog(BulkDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    await until(lambda: dialog._dry.edit == dialog.edit)
    return dialog


def _said(dialog: BulkDialog) -> list[str]:
    column = 2
    return [item.text() for row in range(dialog.list.rowCount()) if (item := dialog.list.item(row, column))]


async def test_links_for_many_are_made_once_a_customer_and_saved_with_their_mails(
    qapp: QApplication, tmp_path: Path
) -> None:
    """C2."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        one = await _with_card(stripe, "=one@example.jp", "pm_card_visa", **{"preferred_locales[0]": "ja"})
        two = await _with_card(stripe, "two@example.jp", "pm_card_visa")
        more = await stripe.call("post", "/v1/payment_methods/pm_card_mastercard/attach", customer=two[0])
        operator.services.refresh()
        await _until_rows(operator, "", {one[1], two[1], more["id"]})
        dialog = await _choose(operator, EditKind.SEND_LINK)
        assert sorted(_said(dialog)) == ["Request new card"] * 2 + ["another card of the same customer"]
        assert "2 links" in dialog.summary.text()
        mails = {item.text() for row in range(3) if (item := dialog.list.item(row, 4))}
        assert mails == {"=one@example.jp", "two@example.jp", ""}, "as they are written"
        operator.click(dialog.primary)
        await until(lambda: "Save the links in Activity" in operator.notice)
        assert [path for path, _ in writes(simulator)] == ["/v1/checkout/sessions"] * 2
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        panel.tabs.setCurrentWidget(panel.bulk)
        await until(panel.bulk.links.isEnabled)
        bulk = panel.bulk.chosen
        assert bulk is not None
        await panel.bulk.write_links(bulk, tmp_path / "links.csv")
        rows = list(csv.reader(io.StringIO((tmp_path / "links.csv").read_text("utf-8-sig"), newline="")))
        assert rows[0] == ["Customer", "Name", "Email", "Link", "Valid until (Asia/Tokyo)", "Email text"]
        by_customer = {row[0]: row for row in rows[1:]}
        assert set(by_customer) == {one[0], two[0]}
        assert by_customer[one[0]][2] == "'=one@example.jp", "no spreadsheet runs it"
        assert "様" in by_customer[one[0]][5]
        assert "Dear two" in by_customer[two[0]][5]
        await operator.leave(panel)
        assert httpx.post(by_customer[two[0]][3], data={"card": "pm_card_amex"}).status_code == 200
        operator.services.refresh()
        await until(lambda: "It is now the default card" in operator.window.desk.news.text)  # type: ignore[union-attr]
        settings = (await stripe.call("get", f"/v1/customers/{two[0]}"))["invoice_settings"]
        assert settings["default_payment_method"] not in (None, two[1], more["id"])


async def test_many_are_marked_as_contacted_and_the_failed_are_tried_again(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        cards = [(await _with_card(stripe, f"{n}@example.jp", "pm_card_visa"))[1] for n in range(3)]
        owner, newer = await _with_card(stripe, "old@example.jp", "pm_card_visa")
        old = await stripe.call("post", f"/v1/customers/{owner}/sources", source="tok_mastercard")
        operator.services.refresh()
        await operator.services.customers.refresh(owner)
        chosen = {*cards, newer, str(old["id"])}
        await _until_rows(operator, "contacted:no", chosen)
        full = {f"metadata[k{n}]": "v" for n in range(50)}
        await stripe.call("post", f"/v1/payment_methods/{cards[0]}", **full)
        dialog = await _choose(operator, EditKind.CONTACTED)
        operator.enter(dialog.reason, "expires soon")
        operator.click(dialog.primary)
        await until(lambda: "4 changed" in operator.notice and "1 failed" in operator.notice)
        await _until_rows(operator, "contacted:no", {cards[0]})
        await stripe.call("post", f"/v1/payment_methods/{cards[0]}", metadata="")
        bulk = (await operator.services.bulk.newest())[0]
        again = await operator.services.bulk.retry_failed(bulk.id)
        assert again is not None
        await operator.services.bulk.run(again)
        await _until_rows(operator, "contacted:yes", chosen)
        day = operator.window.desk.context.wording.today().isoformat()  # type: ignore[union-attr]
        assert (await stripe.call("get", f"/v1/payment_methods/{cards[0]}"))["metadata"]["bd_contacted"] == day
        held = await stripe.call("get", f"/v1/customers/{owner}/sources/{old['id']}")
        assert held["metadata"]["bd_contacted"] == day
        operator.window.open_object("card", cards[0])
        await until(lambda: cards[0] in operator.text() and day in operator.text())
        await press(operator, "Mark as not contacted")
        await operator.confirm()
        await until(lambda: "marked as not contacted" in operator.notice)
        assert (await stripe.call("get", f"/v1/payment_methods/{cards[0]}"))["metadata"] == {}


async def test_many_become_the_default_but_none_of_several_expired_or_to_review(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        plain, card = await _with_card(stripe, "plain@example.jp", "pm_card_visa")
        _, _ = await _with_card(stripe, "prepaid@example.jp", "pm_card_mastercard_prepaid")
        several, _ = await _with_card(stripe, "several@example.jp", "pm_card_visa")
        await stripe.call("post", "/v1/payment_methods/pm_card_amex/attach", customer=several)
        _, expired = await _with_card(stripe, "expired@example.jp", "pm_card_visa")
        past = {"card[exp_month]": "1", "card[exp_year]": "2026"}
        await stripe.call("post", f"/v1/payment_methods/{expired}", **past)
        operator.services.refresh()
        await _until_rows(operator, "expires<2026-06", {expired})
        assert len(await operator.rows("card")) == 5
        await until(lambda: operator.page.footer_text.startswith("5"))
        dialog = await _choose(operator, EditKind.MAKE_DEFAULT)
        left_out = ["expired", "one of several cards of its customer", "one of several cards of its customer"]
        assert sorted(_said(dialog)) == sorted(["Set as default card", "needs review first", *left_out])
        operator.click(dialog.primary)
        await until(lambda: "1 changed" in operator.notice)
        settings = (await stripe.call("get", f"/v1/customers/{plain}"))["invoice_settings"]
        assert settings["default_payment_method"] == card
        assert len(writes(simulator)) == 1
