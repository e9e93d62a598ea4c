"""Qt's own model tester on every table's model, through every change it can meet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, qInstallMessageHandler
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from billing_desk.domain.changes import Change, ChangeKind
from billing_desk.domain.filters import parse
from billing_desk.domain.list_query import Query
from billing_desk.store.mirror.entities import ENTITIES
from billing_desk.store.mirror.mirror import Mirror
from billing_desk.ui.cards.columns import COLUMNS as CARDS
from billing_desk.ui.customers.columns import COLUMNS as CUSTOMERS
from billing_desk.ui.invoices.columns import COLUMNS as INVOICES
from billing_desk.ui.plans.columns import COLUMNS as PLANS
from billing_desk.ui.subscriptions.columns import COLUMNS as SUBSCRIPTIONS
from billing_desk.ui.tables.rows import PAGE, RowsModel
from billing_desk.ui.usage.columns import COLUMNS as METERS
from billing_desk.ui.widgets.jobs import Jobs
from billing_desk.ui.wording.text import Wording

from ..support import DATABASE_KEY, until

KINDS = {
    "customer": ("customer", CUSTOMERS),
    "card": ("payment_method", CARDS),
    "price": ("price", PLANS),
    "subscription": ("subscription", SUBSCRIPTIONS),
    "invoice": ("invoice", INVOICES),
    "meter": ("billing.meter", METERS),
}


def _object(kind: str, number: int) -> dict[str, Any]:
    base = {
        "id": f"x_{number:04d}",
        "object": KINDS[kind][0],
        "created": number,
        "currency": "jpy",
        "name": f"n{number}",
    }
    return {**base, "card": {"brand": "visa", "last4": f"{number:04d}", "exp_month": 1, "exp_year": 2030}}


class _Tested:
    """A model with the tester attached; `failures` are what the tester said."""

    def __init__(self, model: QAbstractItemModel) -> None:
        mode = QAbstractItemModelTester.FailureReportingMode.Warning  # pytest-qt fails the test on a Qt warning
        self.tester = QAbstractItemModelTester(model, mode)


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_every_mutation(qapp: QApplication, tmp_path: Path, kind: str) -> None:
    errors: list[BaseException] = []
    mirror = Mirror(tmp_path / "mirror.db", DATABASE_KEY)
    owner = QWidget()
    jobs = Jobs(owner, errors.append)
    heard: list[Any] = []
    model = RowsModel(owner, mirror, Query(kind), KINDS[kind][1], Wording("en", "Asia/Tokyo"), jobs)  # type: ignore[arg-type]
    model.listen(lambda listener: heard.append(listener) or (lambda: heard.remove(listener)))  # type: ignore[func-returns-value]
    tested = _Tested(model)

    async def put(*objects: dict[str, Any], as_of: float) -> None:
        for change in await mirror.put(objects, as_of):
            heard[0](change)

    async def shows(count: int) -> None:
        await until(lambda: model.rowCount() == count)
        for row in range(count):
            for column in range(model.columnCount()):
                model.data(model.index(row, column))
        await until(lambda: all(model.row(n) is not None for n in range(count)))

    model.reload()
    await shows(0)
    await put(*(_object(kind, n) for n in range(3)), as_of=1.0)
    await shows(3)
    await put(*(_object(kind, n) for n in range(PAGE * 2 + 5)), as_of=2.0)
    await shows(PAGE * 2 + 5)
    await put({**_object(kind, 1), "name": "changed", "nickname": "changed"}, as_of=3.0)
    await shows(PAGE * 2 + 5)
    model.ask(Query(kind, sort="id", descending=False))
    await until(lambda: (model.row(0) or {}).get("id") == "x_0000")
    await put({"id": "x_0000", "object": KINDS[kind][0], "deleted": True}, as_of=4.0)
    await shows(PAGE * 2 + 4)
    model.ask(Query(kind, parse("nothing-like-this", frozenset(ENTITIES[kind].fields))))
    await shows(0)
    heard[0](Change(ChangeKind(kind)))
    await until(lambda: not jobs.busy)
    assert errors == []
    del tested
    owner.deleteLater()
    await until(lambda: not jobs.busy)
    QApplication.sendPostedEvents(None, 52)
    mirror.close()


def test_the_tester_would_notice(qapp: QApplication) -> None:
    """A model that announces the removal of one row too many must be caught."""

    class Wrong(QAbstractListModel):
        rows = 3

        def rowCount(self, parent: Any = None) -> int:
            return self.rows

        def data(self, index: Any, role: int = 0) -> Any:
            return None

        def clear(self) -> None:
            self.beginRemoveRows(QModelIndex(), 0, self.rows)
            self.rows = 0
            self.endRemoveRows()

    model = Wrong()
    tested = _Tested(model)
    said: list[str] = []
    before = qInstallMessageHandler(lambda kind, context, message: said.append(message))
    model.clear()
    qInstallMessageHandler(before)
    assert [message for message in said if "FAIL" in message]
    del tested
