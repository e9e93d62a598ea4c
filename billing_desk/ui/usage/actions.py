"""The actions for meters and usage. Dialogs are imported when they are opened."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.usage.event import Meter
from ...services.desk_services import UsageServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.jobs import Jobs
from ..wording.notices import Notice
from ..wording.text import translate
from ..writing.run import button, carry_out

WRITE = "rak_billing_meter_write"
"""The permission that a restricted key needs to change meters, by Stripe's name."""
SEND = "rak_billing_meter_event_write"


class UsageActions:
    """One action at a time: a second one does not start while another is running."""

    def __init__(
        self, context: Context[UsageServices], parent: QWidget, jobs: Jobs, shown_meter: Callable[[], str]
    ) -> None:
        """`shown_meter` returns the id of the meter on the screen, "" for none."""
        self._context, self._parent, self._jobs, self._shown_meter = context, parent, jobs, shown_meter

    def buttons(self, meter: Meter, customer: Callable[[], str]) -> list[QPushButton]:
        """`customer` returns the chosen one's id, "" for none."""
        lacking = self._context.services.guard.lacking
        send = button(
            translate("Usage", "Send usage…"),
            lambda: self.send(meter, customer()),
            lacking=SEND in lacking,
            primary=meter.is_active,
        )
        send.setEnabled(send.isEnabled() and meter.is_active)
        rename = button(translate("Usage", "Rename…"), lambda: self._run(self._rename(meter)), lacking=WRITE in lacking)
        text = translate("Usage", "Deactivate…") if meter.is_active else translate("Usage", "Reactivate…")
        switch = button(text, lambda: self._run(self._switch(meter)), lacking=WRITE in lacking)
        errors = button(translate("Usage", "Rejected usage…"), lambda: self._run(self._rejected(meter.id)))
        return [send, errors, rename, switch]

    def send(self, meter: Meter, customer_id: str) -> None:
        """The customer is chosen first if there is none."""
        self._run(self._send(meter, customer_id))

    def run(self, name: str) -> None:
        """`meter_new`, `usage_sent`, `usage_import`, `usage_imports`, `usage_rejected`, or `usage_wiring`."""
        work: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {
            "meter_new": self._new,
            "usage_sent": self._sent,
            "usage_import": self._import,
            "usage_imports": self._imports,
            "usage_rejected": self._rejected,
            "usage_wiring": self._wiring,
        }
        self._run(work[name]())

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self._jobs.alone("action", work)

    async def _new(self) -> None:
        from .meter_form import MeterForm

        await shown(MeterForm(self._context, self._parent))

    async def _rename(self, meter: Meter) -> None:
        from .meter_form import RenameMeterDialog

        await shown(RenameMeterDialog(self._context, self._parent, meter))

    async def _switch(self, meter: Meter) -> None:
        meters, active = self._context.services.meters, not meter.is_active
        text = translate("Usage", "Reactivate {name}") if active else translate("Usage", "Deactivate {name}")
        done = translate("Usage", "Meter reactivated.") if active else translate("Usage", "Meter deactivated.")
        make = partial(meters.preview_active, meter.id, active=active)
        await carry_out(
            self._context, self._parent, make, text.format(name=meter.name), done, ("meter", meter.id, meter.name)
        )

    async def _send(self, meter: Meter, customer_id: str) -> None:
        from ..writing.pick_customer import PickCustomerDialog
        from .send import SendUsageDialog

        if not customer_id:
            picker = PickCustomerDialog(self._context, self._parent)
            customer_id = picker.chosen if await shown(picker) else ""
        if customer_id and (customer := await self._context.services.queries.get("customer", customer_id)):
            await shown(SendUsageDialog(self._context, self._parent, meter, customer))

    async def _sent(self) -> None:
        from .sent import SentDialog

        await shown(SentDialog(self._context, self._parent))

    async def _import(self) -> None:
        from .imports.import_file import ImportDialog

        meters = await self._context.services.usage_imports.meters()
        await shown(ImportDialog(self._context, self._parent, meters, self._shown_meter()))
        self._jobs.start(self.name_unfinished())

    async def name_unfinished(self) -> None:
        """An import that was stopped, or ended with the program."""
        found = [each for each in await self._context.services.usage_imports.imports() if each.is_unfinished]
        if found:
            text = translate(
                "Import", "The import of {file} is not finished: %n event(s) are left. See Imports.", "", found[0].left
            )
            self._context.say(Notice(text.format(file=found[0].name), "warn"))

    async def _imports(self) -> None:
        from .imports.past_imports import ImportsDialog

        await shown(ImportsDialog(self._context, self._parent))

    async def _rejected(self, meter: str = "") -> None:
        from .rejected import RejectedDialog

        await shown(RejectedDialog(self._context, self._parent, meter))

    async def _wiring(self) -> None:
        from .wiring import WiringDialog

        await shown(WiringDialog(self._context, self._parent))
