"""The steps of a subscription's life (C10)."""

from __future__ import annotations

from billing_desk.ui.subscriptions.lifecycle import CYCLES, steps

DAY = 86_400
START = 1_700_000_000


def _invoice(day: int, reason: str = "subscription_cycle", **fields: object) -> dict[str, object]:
    return {"id": f"in_{day}", "created": START + day * DAY, "billing_reason": reason, "status": "paid", **fields}


def test_cycles_stand_in_order_with_their_invoices(qapp: object) -> None:
    subscription = {"start_date": START, "created": START, "status": "active", "ended_at": START + 400 * DAY}
    first = _invoice(0, "subscription_create")
    other = _invoice(10, "manual")
    renewals = [_invoice(30 * number) for number in range(1, 10)]
    found = steps(subscription, [*reversed(renewals), other, first], [])
    billed = [step.invoice["id"] for step in found if step.invoice]
    assert billed == [each["id"] for each in renewals[-CYCLES:]], "the newest cycles, without other invoices"
    assert [step.at for step in found] == sorted(step.at for step in found)
    assert (found[0].what, found[-1].what) == ("Started", "Ended")


def test_a_failed_payment_follows_the_bill_that_was_not_paid(qapp: object) -> None:
    subscription = {"start_date": START, "created": START, "status": "past_due"}
    unpaid = _invoice(30, status="open", attempted=True)
    found = steps(subscription, [unpaid, _invoice(0, "subscription_create")], [])
    assert [step.what for step in found] == ["Started", "Billed", "Billed", "Payment failed"]
