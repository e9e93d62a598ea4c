"""Links to objects: pasted, copied, given to the program (G6)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.domain.text.object_links import ObjectLink, parse_link
from billing_desk.ui.widgets.base_dialog import Question

from ..support import until
from .operator_fixture import at_desk
from .test_invoice_life import invoice


async def test_a_pasted_address_opens_the_object_also_before_it_was_read(qapp: QApplication, tmp_path: Path) -> None:
    """G6: a Dashboard address in the search box; and the detail's own link leads back to it."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        id_ = await invoice(stripe, str(operator.page.detail.id), "open")
        await operator.find(f"https://dashboard.stripe.com/test/invoices/{id_}")
        await until(lambda: operator.page.detail._painted == id_)
        assert operator.window.desk is not None
        assert operator.window.desk.kind == "invoice"
        share = next(
            b for b in operator.page.detail.findChildren(QPushButton) if b.text() == "Copy link" and b.isVisible()
        )
        share.click()
        copied = parse_link(qapp.clipboard().text())
        identity = operator.services.identity
        assert copied == ObjectLink(identity.account, "test", "invoice", id_)


async def test_a_link_to_another_mode_asks_or_says_what_is_missing(qapp: QApplication, tmp_path: Path) -> None:
    """G6: nothing is switched without a question, and a link to an unknown account opens nothing."""
    async with at_desk(qapp, tmp_path) as (operator, _, _):
        await operator.find("https://dashboard.stripe.com/acct_1Unknown/invoices/in_1Abc")
        await until(lambda: "acct_1Unknown" in operator.notice)
        identity = operator.services.identity
        own = ObjectLink(identity.account, "test", "customer", str(operator.page.detail.id))
        operator.window.commands.open_demo()
        await until(lambda: operator.window.desk is not None and operator.services.identity.account != identity.account)
        operator.window.commands.links.open_text(own.own)
        asked = await operator.dialog(Question)
        assert asked.primary is not None
        await until(asked.primary.isEnabled)
        asked.primary.click()
        await until(lambda: operator.window.desk is not None and operator.services.identity == identity)
        await until(lambda: operator.page.detail._painted == own.id)
        operator.window.commands.links.open_text("billing-desk://x/live/window/close")
        assert operator.window.desk is not None
