"""`--tour DIR`: screenshots of every tab and dialog of the practice account, light and dark, English and Japanese."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication, QPushButton

from ..app import App, Options
from ..domain.errors import KeyringTrouble
from ..domain.writes.operation import Mode
from ..environment import protect_process
from ..services.sync.status import Phase
from ..starting import application
from ..ui.accounts.first_run import OpenFailure
from ..ui.activity.panel import ActivityPanel
from ..ui.customers.charge import ChargeDialog
from ..ui.customers.form import CustomerForm
from ..ui.settings.time_travel import TimeTravelDialog
from ..ui.startup.garbage import GuiGarbage
from ..ui.window.actions import TABS
from ..ui.window.commands import Commands
from ..ui.window.palette import Palette
from ..ui.writing.add_card import AddCardDialog
from ..ui.writing.bulk_dialog import BulkDialog
from ..ui.writing.payment_page import PaymentPageDialog
from ..ui.writing.preview import PreviewDialog
from ..vault import SessionVault, Vault
from . import finance, selling, usage, watching
from .stage import Stage, type_into

SIZES = {"": (1280, 800), "-small": (1024, 700), "-wide": (1920, 1080), "-150": (910, 480)}  # 1366×768 at 150 %
NAMES = {"price": "plans", "meter": "usage"}


def run(folder: Path, lang: str = "") -> int:
    """Write the screenshots and print their paths."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    protect_process()
    qt = application()
    folder.mkdir(parents=True, exist_ok=True)
    garbage = GuiGarbage(qt)
    for language in (lang,) if lang else ("en", "ja"):
        for scheme in ("light", "dark"):
            with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
                runner.run(Tour(qt, folder, language, scheme).go())
    garbage.stop()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.resolve()}")
    return 0


async def _session_vault() -> Vault:
    return SessionVault()


class Tour(Stage):
    def __init__(self, qt: QApplication, folder: Path, language: str, scheme: str) -> None:
        super().__init__(folder, f"-{language}-{scheme}")
        self._qt = qt
        self._options = Options(lang=language, theme=scheme)

    async def go(self) -> None:
        with tempfile.TemporaryDirectory() as data:
            app = App(self._qt, self._options, Path(data), _session_vault)
            self.show(app.window)
            app.start()
            await self.shoot_settled("first-run")
            why = KeyringTrouble(code="no_database_key")
            self.window.show_first_run(OpenFailure("", "Acme KK", Mode.TEST, why, app.open_demo, app.open_demo))
            await self.shoot_settled("keyring-locked")
            app.open_demo()
            await self.until(lambda: self._phase(app) is Phase.CURRENT)
            await self._tabs()
            await self._dialogs()
            app.shut_down()
            await app.ended
            app.window.deleteLater()
            await self.settled()

    @staticmethod
    def _phase(app: App) -> Phase:
        return app.desks.current.status.phase if app.desks.current else Phase.STARTING

    async def _tabs(self) -> None:
        for name, size in SIZES.items():
            self.window.resize(*size)
            for kind in TABS:
                self.commands.go_to_tab(kind)
                await self.shoot_settled(NAMES.get(kind, f"{kind}s") + name)
        self.window.resize(*SIZES[""])
        desk = self.window.desk
        assert desk is not None
        desk.open_list("customer", "nobody-has-this-name")
        await self.shoot_settled("nothing-found")
        desk.open_list("customer", "")
        await self.settled()

    async def _dialogs(self) -> None:
        shots: tuple[tuple[str, Callable[[Commands], None]], ...] = (
            ("palette", lambda c: c.open_palette()),
            ("new-customer", lambda c: c.new_customer()),
            ("find-or-create", lambda c: c.find_or_create()),
            ("time", lambda c: c.travel()),
            ("accounts", lambda c: c.show_accounts()),
            ("add-key", lambda c: c.add_account()),
            ("settings", lambda c: c.show_settings()),
            ("shortcuts", lambda c: c.show_shortcuts()),
            ("about", lambda c: c.show_about()),
        )
        for name, opening in shots:
            opening(self.commands)
            dialog = await self.dialog()
            if name == "palette":
                assert isinstance(dialog, Palette)
                type_into(dialog.field, "hanako")
                await self.settled()
            await self.shoot_dialog(dialog, name)
        await self._edit_with_preview()
        await self._charge()
        await self._on_the_phone()
        await self._many()
        await selling.shoot(self)
        await finance.shoot(self)
        await usage.shoot(self)
        await watching.shoot(self)
        self.commands.show_activity()
        panel = await self.dialog()
        assert isinstance(panel, ActivityPanel)
        for tab, name in ((panel.bulk, "bulk"), (panel.audit, "audit"), (panel.operations, "activity")):
            panel.tabs.setCurrentWidget(tab)
            await self.settled()
            self.shoot_widget(panel, name)
        panel.reject()
        await self.until(lambda: self.top() is None)
        self.shoot("customers-changed")
        await self._a_month_later()

    async def _edit_with_preview(self) -> None:
        """Change a customer's billing email, with the preview."""
        self.commands.edit_customer()
        form = await self.dialog()
        assert isinstance(form, CustomerForm)
        self.shoot_widget(form, "edit-customer")
        type_into(form.field("email"), "billing@example.jp")
        form.primary.click()
        await self.until(lambda: isinstance(self.top(), PreviewDialog))
        preview = self.top()
        assert isinstance(preview, PreviewDialog)
        type_into(preview.reason, "Asked by phone")
        type_into(preview.ticket, "T-1042")
        await self.settled()
        self.shoot_widget(preview, "preview")
        await self.confirm(preview)
        await self.until(lambda: self.top() is None)
        await self.settled()

    async def _charge(self) -> None:
        """An operation of four steps, previewed and sent."""
        desk = self.window.desk
        assert desk is not None
        desk.page.detail.findChildren(QPushButton, "charge")[0].click()
        dialog = await self.dialog()
        assert isinstance(dialog, ChargeDialog)
        type_into(dialog.amount, "5,000")
        type_into(dialog.description, "初期設定費用")
        self.shoot_widget(dialog, "charge-form")
        dialog.primary.click()
        await self.until(lambda: isinstance(self.top(), PreviewDialog))
        preview = self.top()
        assert isinstance(preview, PreviewDialog)
        type_into(preview.reason, "Agreed by phone")
        await self.settled()
        self.shoot_widget(preview, "charge")
        await self.confirm(preview)
        await self.until(lambda: self.top() is None)
        self.commands.go_to_tab("customer")
        await self.settled()
        self.commands.customer_action("charge")
        dialog = await self.dialog()
        assert isinstance(dialog, ChargeDialog)
        dialog.way.setCurrentIndex(dialog.way.findData("page"))
        type_into(dialog.amount, "3,000")
        type_into(dialog.description, "追加料金")
        dialog.primary.click()
        await self.until(lambda: isinstance(self.top(), PreviewDialog))
        preview = self.top()
        assert isinstance(preview, PreviewDialog)
        await self.confirm(preview)
        await self.until(lambda: isinstance(self.top(), PaymentPageDialog))
        await self.shoot_dialog(await self.dialog(), "payment-page")
        self.commands.go_to_tab("customer")
        self.commands.customer_action("note")
        await self.shoot_dialog(await self.dialog(), "note")

    async def _on_the_phone(self) -> None:
        """A card page with its link, overdue invoices, and the cards to review."""
        self.commands.customer_action("add_card")
        dialog = await self.dialog()
        assert isinstance(dialog, AddCardDialog)
        self.shoot_widget(dialog, "add-card")
        dialog.primary.click()
        await self.until(lambda: isinstance(self.top(), PreviewDialog))
        preview = self.top()
        assert isinstance(preview, PreviewDialog)
        await self.confirm(preview)
        await self.until(lambda: dialog.has_page)
        await self.settled()
        await self.shoot_dialog(dialog, "card-page")
        desk = self.window.desk
        assert desk is not None
        desk.page.filter.set_text("delinquent:yes")
        await self.settled()
        desk.page.table.selectRow(2)
        await self.shoot_settled("customer-overdue")
        self.commands.customer_action("pay_overdue")
        await self.shoot_dialog(await self.dialog(), "pay-overdue")
        desk.page.filter.set_text("")
        self.commands.go_to_tab("card")
        desk.page.filter.set_text("review:yes")
        await self.settled()
        desk.page.table.selectRow(0)
        await self.shoot_settled("cards-to-review")
        desk.page.filter.set_text("expires<month+2 subscribed:yes")
        await self.settled()
        self.commands.change_many()
        await self.shoot_dialog(await self.dialog(), "links-for-many")
        desk.page.filter.set_text("")
        self.commands.go_to_tab("customer")

    async def _many(self) -> None:
        """A bulk edit that adds a tag."""
        self.commands.change_many()
        dialog = await self.dialog()
        assert isinstance(dialog, BulkDialog)
        bulk = dialog.bulks
        type_into(dialog.value, "newsletter")
        await self.until(dialog.primary.isEnabled)
        await self.settled()
        self.shoot_widget(dialog, "change-many")
        dialog.primary.click()
        await asyncio.sleep(2.5)
        self.shoot("bulk-running")
        await self.until(lambda: not bulk.running)

    async def _a_month_later(self) -> None:
        """The practice account after 30 days: renewals, overdue invoices, a new draft."""
        self.commands.travel()
        dialog = await self.dialog()
        assert isinstance(dialog, TimeTravelDialog)
        dialog.primary.click()
        await self.until(lambda: self.top() is None)
        await asyncio.sleep(5)  # the mirror is updated
        self.commands.go_to_tab("invoice")
        await self.shoot_settled("invoices-a-month-later")
        self.commands.lock()
        await self.shoot_settled("locked")
