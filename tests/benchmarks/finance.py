"""The invoices of a year: closing it beside pandas over the same JSON, the checks, and what is overdue by age."""

from __future__ import annotations

import asyncio
import json
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from billing_desk.domain.invoices.checks import Check
from billing_desk.domain.invoices.month_close import Basis, closed
from billing_desk.domain.invoices.month_close import Figure as Sum
from billing_desk.store.mirror.finance.marks import InvoiceMarks
from billing_desk.store.mirror.finance.sums import InvoiceSums
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY
from .beside_pandas import in_pandas
from .figures import Figure, figure

INVOICES, CUSTOMERS, PAGE, RUNS = 100_000, 8_000, 1_000, 3
NOW, DAY = 1_765_411_200, 86_400
CLOSING = """
import json, sys, time
import pandas
given = json.load(sys.stdin)
taken = []
for _ in range(given["runs"]):
    began = time.perf_counter()
    with open(given["path"], encoding="utf-8") as file:
        frame = pandas.DataFrame(json.loads(line) for line in file)
    noted = frame["pre_payment_credit_notes_amount"]
    frame["open"] = frame["amount_remaining"].where(frame["status"] == "open", 0)
    frame["void"] = frame["total"].where(frame["status"] == "void", 0)
    frame["paid"] = frame["amount_paid"].where(frame["status"] != "void", 0)
    sums = frame.assign(noted=noted).groupby("currency")[["total", "paid", "noted", "open", "void"]].sum()
    taken.append(time.perf_counter() - began)
json.dump({"ms": min(taken) * 1000, "rows": sums.reset_index().values.tolist()}, sys.stdout)
"""


def finance(count: int = INVOICES) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        ours, pandas, checks, ages, share = asyncio.run(_timed(Path(folder), count))
    return [
        figure(f"month close over {count:,} invoices", ours, 3_000, "3 seconds", "≤ 1"),
        figure("the same, encrypted, beside a file of JSON", ours, pandas, "read and grouped in pandas", "beside"),
        figure(f"all checks of {count:,} invoices", checks, 2_000, "2 seconds", "≤ 1"),
        figure("marked by a check, invoices in a thousand", share, 10, "1 %", "≤ 1"),
        figure(f"what is overdue by age, of {count:,} invoices", ages, 300, "300 ms", "≤ 1"),
    ]


async def _timed(folder: Path, count: int) -> tuple[float, float, float, float, float]:
    """Milliseconds, the least of each; the sums are those of pandas."""
    invoices, path = _invoices(count), folder / "invoices.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in invoices)
    pandas = in_pandas(CLOSING, {"path": str(path), "runs": RUNS})
    mirror = Mirror(folder / "mirror.db", DATABASE_KEY, now=lambda: NOW)
    try:
        for at in range(0, count, PAGE):
            await mirror.put(invoices[at : at + PAGE], float(NOW))
        await mirror.build_indexes("invoice")
        sums, marks = InvoiceSums(mirror), InvoiceMarks(mirror)
        close, checks, ages = [], [], []
        for _ in range(RUNS):
            began = time.perf_counter()
            rows, _taxes = await sums.month(0, NOW, Basis.FINALIZED)
            found = closed(rows, {})
            close.append(time.perf_counter() - began)
            began = time.perf_counter()
            marked = await marks.find((), whole=True)
            checks.append(time.perf_counter() - began)
            began = time.perf_counter()
            await sums.ageing()
            ages.append(time.perf_counter() - began)
            _same(found, pandas["rows"])
    finally:
        mirror.close()
    share = len({id_ for id_, _ in marked}) / count * 1_000
    assert not any(check is Check.SUMS for _, check in marked)
    return min(close) * 1_000, float(pandas["ms"]), min(checks) * 1_000, min(ages) * 1_000, share


def _same(found: Any, rows: list[list[Any]]) -> None:
    for currency, total, paid, noted, open_, void in rows:
        mine = next(each.figures for each in found.currencies if each.currency == currency)
        named = (Sum.INVOICED, Sum.COLLECTED, Sum.CREDITED, Sum.OPEN, Sum.VOIDED)
        assert [mine.get(name, 0) for name in named] == [total, paid, noted, open_, void]


def _invoices(count: int) -> list[dict[str, Any]]:
    """A year of monthly invoices; one in a hundred void, one in twenty open, some of them overdue."""
    drawn, made = random.Random(7), []
    prices = [drawn.choice((980, 2_000, 4_800)) for _ in range(CUSTOMERS)]
    for number in range(count):
        customer, month = number % CUSTOMERS, number // CUSTOMERS
        chance, at = drawn.random(), NOW - 400 * DAY + month * 30 * DAY + customer * 11
        status = "void" if chance < 0.01 else "open" if chance < 0.06 else "paid"
        made.append(_invoice(number, customer, month, prices[customer], status, at))
    return made


def _invoice(number: int, customer: int, month: int, price: int, status: str, at: int) -> dict[str, Any]:
    total, paid = price + price // 10, status == "paid"
    line = {
        "id": f"il_{number:024d}",
        "amount": price,
        "currency": "jpy",
        "description": "Plan",
        "quantity": 1,
        "period": {"start": at, "end": at + 30 * DAY},
        "parent": {"type": "subscription_item_details", "subscription_item_details": {"proration": False}},
    }
    payment = {"id": f"inpay_{number}", "status": "paid", "amount_paid": total, "currency": "jpy"}
    tax = {"amount": price // 10, "taxable_amount": price, "tax_behavior": "exclusive"}
    return {
        "id": f"in_{number:024d}",
        "object": "invoice",
        "customer": f"cus_{customer:014d}",
        "currency": "jpy",
        "status": status,
        "number": f"C{customer:05d}-{month + 1:04d}",
        "created": at,
        "status_transitions": {"finalized_at": at, "paid_at": at + 60 if paid else None},
        "due_date": at + 30 * DAY,
        "subtotal": price,
        "total": total,
        "amount_due": total,
        "amount_paid": total if paid else 0,
        "amount_remaining": 0 if paid else total,
        "starting_balance": 0,
        "ending_balance": 0,
        "pre_payment_credit_notes_amount": 0,
        "post_payment_credit_notes_amount": 0,
        "total_taxes": [{**tax, "tax_rate_details": {"tax_rate": "txr_1"}}],
        "total_discount_amounts": [],
        "parent": {"subscription_details": {"subscription": f"sub_{customer:014d}"}},
        "lines": {"object": "list", "data": [line], "has_more": False},
        "payments": {"object": "list", "data": [payment] if paid else [], "has_more": False},
        "metadata": {},
    }
