"""The tour's pictures of events, what needs attention, and webhooks."""

from __future__ import annotations

from ..ui.activity.panel import ActivityPanel
from ..ui.activity.webhook_form import WebhookForm
from .stage import Stage, type_into


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
