"""The tour's pictures of events, what needs attention, and webhooks."""

from __future__ import annotations

from ..ui.activity.panel import ActivityPanel
from .stage import Stage


async def shoot(stage: Stage) -> None:
    stage.commands.show_attention()
    panel = await stage.opened(ActivityPanel)
    await stage.until(lambda: panel.attention.table.rowCount() > 0)
    stage.shoot_widget(panel, "attention")
    panel.open_tab(panel.events)
    await stage.until(lambda: panel.events.table.rowCount() > 0)
    await stage.settled()
    stage.shoot_widget(panel, "events")
    panel.done(0)
    await stage.until(lambda: stage.top() is None)
