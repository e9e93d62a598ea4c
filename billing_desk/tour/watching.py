"""The tour's pictures of events, what needs attention, webhooks, and sign-ups."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..domain.access.directory import Directory
from ..ui.activity.panel import ActivityPanel
from ..ui.activity.webhook_form import WebhookForm
from ..ui.customers.sign_ups import SignUpsDialog
from .stage import Stage, type_into

USERS = """username,sub,email,name,UserStatus,custom:customerId
kobayashi,7a1d0001,kobayashi@example.jp,小林 陽斗,CONFIRMED,
nakamura,7a1d0002,nakamura@example.jp,中村 さくら,CONFIRMED,
mueller,7a1d0003,mueller@example.de,Jonas Müller,CONFIRMED,
yamamoto,7a1d0004,yamamoto@example.jp,山本 蓮,CONFIRMED,cus_unknown
waiting,7a1d0005,waiting@example.jp,加藤 結衣,UNCONFIRMED,
"""


async def shoot(stage: Stage) -> None:
    stage.commands.show_attention()
    panel = await stage.opened(ActivityPanel)
    await stage.until(lambda: panel.attention.table.rowCount() > 0)
    stage.shoot_widget(panel, "attention")
    panel.open_tab(panel.events)
    await stage.until(lambda: panel.events.table.rowCount() > 0)
    await stage.settled()
    stage.shoot_widget(panel, "events")
    panel.open_tab(panel.webhooks)
    await stage.until(lambda: bool(panel.webhooks.delivery.text()))
    await stage.settled()
    stage.shoot_widget(panel, "webhooks")
    panel.webhooks.new.click()
    form = await stage.opened(WebhookForm)
    type_into(form.url, "https://example.jp/webhooks")
    await stage.settled()
    stage.shoot_widget(form, "new-webhook")
    form.done(0)
    panel.done(0)
    await stage.until(lambda: stage.top() is None)
    await _sign_ups(stage)


async def _sign_ups(stage: Stage) -> None:
    """With a file of users, as for a pool out of reach."""
    app: Any = stage.window.shell
    before = app.settings.value
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "users.csv"
        path.write_text(USERS, encoding="utf-8")
        app.settings.save(replace(before, directory=Directory(file=str(path))))
        stage.commands.go_to_tab("customer")
        assert stage.window.desk is not None
        stage.window.desk.customers.sign_ups()
        dialog = await stage.opened(SignUpsDialog)
        await stage.until(lambda: dialog.without.rowCount() > 0)
        dialog.without.selectAll()
        await stage.settled()
        await stage.shoot_dialog(dialog, "sign-ups")
    app.settings.save(before)
