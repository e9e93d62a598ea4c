"""The part of the tour about metered usage: charts of each kind, sending, the own record, and meters."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from ..domain.usage.rows import Numbers
from ..domain.usage.series import Range, Unit
from ..ui.usage.detail import MeterDetail
from ..ui.usage.imports.import_file import ImportDialog
from ..ui.usage.imports.past_imports import ImportsDialog
from ..ui.usage.meter_form import MeterForm
from ..ui.usage.page import UsagePage
from ..ui.usage.rejected import RejectedDialog
from ..ui.usage.send import SendUsageDialog
from ..ui.usage.sent import SentDialog
from ..ui.usage.view import UsageView
from ..ui.usage.view_controls import ALL
from ..ui.usage.wiring import WiringDialog
from ..ui.writing.pick_customer import PickCustomerDialog
from ..ui.writing.preview import PreviewDialog
from .stage import Stage


async def shoot(tour: Stage) -> None:
    """Pictures of every chart, list and dialog of the Usage tab."""
    tour.commands.go_to_tab("meter")
    page = tour.window.desk.page if tour.window.desk else None
    assert isinstance(page, UsagePage)
    await tour.until(lambda: _view(page) is not None)
    await _read(tour, page)
    await tour.shoot_settled("usage-top-ten")
    view = _shown(page)
    view.ranking.selectRow(0)
    view.controls.compared.setChecked(True)
    view.controls.limit.setText("2000")
    await tour.until(lambda: bool(view.bill.text()))
    view.chart.point(len(view.chart.starts) // 2)
    await tour.shoot_settled("usage-one-customer")
    view.ranking.clearSelection()
    view.controls.compared.setChecked(False)
    view.controls.limit.setText("")
    view.controls.who.setCurrentIndex(view.controls.who.findData(ALL))
    view.controls.cumulative.setChecked(True)
    await tour.shoot_settled("usage-cumulative")
    view.controls.cumulative.setChecked(False)
    view.controls.range.setCurrentIndex(view.controls.range.findData(Range.DAYS_90))
    view.controls.unit.setCurrentIndex(view.controls.unit.findData(Unit.MONTH))
    await _read(tour, page)
    view.tabs.setCurrentIndex(1)
    await tour.shoot_settled("usage-table")
    view.tabs.setCurrentIndex(2)
    await tour.shoot_settled("usage-changes")
    view.tabs.setCurrentIndex(0)
    view.controls.unit.setCurrentIndex(view.controls.unit.findData(Unit.DAY))
    view.controls.range.setCurrentIndex(view.controls.range.findData(Range.DAYS_30))
    await _read(tour, page)
    await _dialogs(tour, page)
    tour.commands.go_to_tab("customer")


async def _dialogs(tour: Stage, page: UsagePage) -> None:
    page.run_action("meter_new")
    form = await tour.opened(MeterForm)
    form.name.setText("Storage")
    form.event_name.setText("storage_gb")
    await tour.shoot_dialog(form, "new-meter")
    page.run_action("usage_wiring")
    await tour.shoot_dialog(await tour.opened(WiringDialog), "wiring-check")
    page.send_usage()
    picker = await tour.opened(PickCustomerDialog)
    await tour.until(picker.primary.isEnabled)
    picker.primary.click()
    send = await tour.opened(SendUsageDialog)
    send.value.setText("-250")
    await tour.settled()
    tour.shoot_widget(send, "send-usage")
    send.primary.click()
    preview = await tour.opened(PreviewDialog)
    tour.shoot_widget(preview, "send-usage-preview")
    await tour.confirm(preview)
    await tour.until(lambda: tour.top() is None)
    page.run_action("usage_sent")
    sent = await tour.opened(SentDialog)
    await tour.until(lambda: bool(sent.events))
    await tour.shoot_dialog(sent, "sent-usage")
    page.run_action("usage_rejected")
    rejected = await tour.opened(RejectedDialog)
    await tour.until(lambda: bool(rejected.groups))
    await tour.shoot_dialog(rejected, "rejected-usage")
    with TemporaryDirectory() as folder:
        await _import(tour, page, Path(folder) / "usage.csv")


async def _import(tour: Stage, page: UsagePage, path: Path) -> None:
    """A file with good rows, and one of each of some faults."""
    view = _shown(page)
    assert view.overview is not None
    customers = [rank.customer for rank in view.overview.ranks[:8]]
    now = page.context.services.usage_sending.now()
    rows = [f"{customers[n % 8]},{40 + n},{now - 600 * n},call-{n}" for n in range(40)]
    rows += [
        f"cus_unknown,5,{now},call-x",
        f'{customers[0]},"1,200",{now},call-y',
        f"{customers[1]},7,2020-01-01,call-z",
    ]
    _write(path, ["customer,value,timestamp,identifier", *rows])
    page.run_action("usage_import")
    dialog = await tour.opened(ImportDialog)
    tour.shoot_widget(dialog, "import-empty")
    await dialog.open_file(path)
    tour.shoot_widget(dialog, "import-file")
    dialog.primary.click()
    await tour.until(lambda: dialog.dry is not None)
    await tour.settled()
    tour.shoot_widget(dialog, "import-refused")
    dialog.fields.numbers.setCurrentIndex(dialog.fields.numbers.findData(Numbers.COMMAS))
    dialog.primary.click()
    await tour.until(lambda: dialog.dry is not None and dialog.primary.isEnabled())
    await tour.settled()
    tour.shoot_widget(dialog, "import-checked")
    dialog.primary.click()
    await tour.until(lambda: dialog.source is not None and dialog.running.run is None and dialog.primary.isHidden())
    tour.shoot_widget(dialog, "import-sent")
    dialog.reject()
    await tour.until(lambda: tour.top() is None)
    await tour.settled()
    page.run_action("usage_imports")
    imports = await tour.opened(ImportsDialog)
    await tour.until(lambda: bool(imports.sources))
    await tour.shoot_dialog(imports, "imports")


def _write(path: Path, rows: list[str]) -> None:
    path.write_text("\n".join(rows), encoding="utf-8")


def _view(page: UsagePage) -> UsageView | None:
    return page.detail.view if isinstance(page.detail, MeterDetail) else None


def _shown(page: UsagePage) -> UsageView:
    found = _view(page)
    assert found is not None
    return found


async def _read(tour: Stage, page: UsagePage) -> None:
    await tour.until(lambda: (held := _shown(page).overview) is not None and held.read_at is not None)
    await tour.settled()
