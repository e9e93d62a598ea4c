"""The walk past what bills: subscriptions, invoices, credit notes, meters."""

from __future__ import annotations

from typing import Any

from ..simulated import DAY, NOW, Asked


def subscriptions(a: Asked) -> None:
    customer, price, other = a.customer(), a.price(), a.price(3_000)
    subscription = a.subscribe(customer, price, metadata={"crm": "7"})
    id_, item = subscription["id"], subscription["items"]["data"][0]["id"]
    a.get(f"/v1/subscriptions/{id_}", expand=["latest_invoice.payments", "customer", "default_payment_method"])
    a.get("/v1/subscriptions", customer=customer["id"], status="all")
    a.get("/v1/subscriptions/search", query="metadata['crm']:'7'")
    a.advance(10 * DAY)
    a.post(f"/v1/subscriptions/{id_}", items=[{"id": item, "quantity": 3}], proration_behavior="always_invoice")
    a.post(f"/v1/subscriptions/{id_}/pause", type="subscription")
    a.post(f"/v1/subscriptions/{id_}/resume", billing_cycle_anchor={"type": "now"})
    added = a.post("/v1/subscription_items", subscription=id_, price=other["id"])
    a.get(f"/v1/subscription_items/{added['id']}")
    a.get("/v1/subscription_items", subscription=id_)
    a.post(f"/v1/subscription_items/{added['id']}", quantity=2)
    a.delete(f"/v1/subscription_items/{added['id']}")
    schedule = a.post("/v1/subscription_schedules", from_subscription=id_)
    a.get(f"/v1/subscription_schedules/{schedule['id']}")
    a.get("/v1/subscription_schedules", customer=customer["id"])
    phase = schedule["phases"][0]
    now = {"items": [{"price": price["id"], "quantity": 3}], "start_date": phase["start_date"]}
    later = {"items": [{"price": other["id"]}], "duration": {"interval": "month"}, "proration_behavior": "none"}
    phases = [{**now, "end_date": phase["end_date"]}, later]
    a.post("/v1/invoices/create_preview", schedule=schedule["id"], schedule_details={"phases": phases})
    a.post(f"/v1/subscription_schedules/{schedule['id']}", phases=phases, metadata={"crm": "7"})
    a.post(f"/v1/subscription_schedules/{schedule['id']}/release")
    begun = {"customer": customer["id"], "start_date": "now", "end_behavior": "cancel"}
    ahead = a.post("/v1/subscription_schedules", **begun, phases=[{"items": [{"price": other["id"]}], "trial": True}])
    a.post(f"/v1/subscription_schedules/{ahead['id']}/cancel", invoice_now=True, prorate=True)
    a.delete(f"/v1/subscriptions/{id_}", invoice_now=True, prorate=True, cancellation_details={"comment": "bye"})
    classic = a.subscribe(a.customer(), price, billing_mode={"type": "classic"})
    a.post(f"/v1/subscriptions/{classic['id']}/migrate", billing_mode={"type": "flexible"})
    failing = a.customer("pm_card_chargeCustomerFail")
    changed = a.subscribe(failing, price, trial_period_days=1)
    a.advance(DAY + 7_200)
    assert a.get(f"/v1/subscriptions/{changed['id']}")["status"] == "past_due"


def invoices(a: Asked) -> None:
    customer, price = a.customer(), a.price()
    id_ = customer["id"]
    draft = a.post("/v1/invoices", customer=id_, currency="jpy", collection_method="send_invoice", days_until_due=30)
    item = a.post("/v1/invoiceitems", customer=id_, invoice=draft["id"], amount=1_000, currency="jpy", description="A")
    a.post(f"/v1/invoiceitems/{item['id']}", amount=1_500)
    a.get(f"/v1/invoiceitems/{item['id']}")
    a.get("/v1/invoiceitems", customer=id_)
    a.post(f"/v1/invoices/{draft['id']}/add_lines", lines=[{"amount": 200, "description": "B"}])
    lines = a.get(f"/v1/invoices/{draft['id']}/lines")["data"]
    a.post(f"/v1/invoices/{draft['id']}/lines/{lines[0]['id']}", amount=1_600)
    a.post(f"/v1/invoices/{draft['id']}/update_lines", lines=[{"id": lines[1]["id"], "amount": 300}])
    a.post(f"/v1/invoices/{draft['id']}/remove_lines", lines=[{"id": lines[1]["id"], "behavior": "delete"}])
    a.post(f"/v1/invoices/{draft['id']}", description="By hand")
    a.post(f"/v1/invoices/{draft['id']}/finalize")
    a.post(f"/v1/invoices/{draft['id']}/send")
    a.get(f"/v1/invoices/{draft['id']}", expand=["payments", "confirmation_secret", "customer"])
    paid = a.post(f"/v1/invoices/{draft['id']}/pay")
    assert (paid["status"], paid["total"]) == ("paid", 1_600)
    payment = a.get("/v1/invoice_payments", invoice=draft["id"])["data"][0]
    a.get(f"/v1/invoice_payments/{payment['id']}", expand=["payment.payment_intent"])
    a.get("/v1/invoices", customer=id_, status="paid", created={"gte": NOW})
    a.get("/v1/invoices/search", query="status:'paid'")
    _ends(a, id_)
    subscription = a.subscribe(customer, price)
    a.post("/v1/invoices/create_preview", subscription=subscription["id"])
    a.post("/v1/invoices/create_preview", customer=id_, subscription_details={"items": [{"price": price["id"]}]})


def _ends(a: Asked, customer: str) -> None:
    def one(**values: Any) -> str:
        made = a.post("/v1/invoices", customer=customer, currency="jpy", **values)
        a.post("/v1/invoiceitems", customer=customer, invoice=made["id"], amount=700, currency="jpy")
        return str(made["id"])

    a.delete(f"/v1/invoices/{one()}")
    loose = a.post("/v1/invoiceitems", customer=customer, amount=700, currency="jpy")
    a.delete(f"/v1/invoiceitems/{loose['id']}")
    for end in ("void", "mark_uncollectible"):
        made = one()
        a.post(f"/v1/invoices/{made}/finalize", auto_advance=False)
        a.post(f"/v1/invoices/{made}/{end}")
    made = one()
    a.post(f"/v1/invoices/{made}/finalize", auto_advance=False)
    intent = a.post(
        "/v1/payment_intents",
        amount=700,
        currency="jpy",
        customer=customer,
        confirm=True,
        payment_method=a.get(f"/v1/customers/{customer}")["invoice_settings"]["default_payment_method"],
    )
    assert a.post(f"/v1/invoices/{made}/attach_payment", payment_intent=intent["id"])["status"] == "paid"


def credit_notes(a: Asked) -> None:
    customer = a.customer()
    made = a.post("/v1/invoices", customer=customer["id"], currency="jpy")
    a.post("/v1/invoiceitems", customer=customer["id"], invoice=made["id"], amount=1_000, currency="jpy")
    a.post(f"/v1/invoices/{made['id']}/finalize", auto_advance=False)
    note = a.post("/v1/credit_notes", invoice=made["id"], amount=200, reason="duplicate", memo="Sorry")
    a.get(f"/v1/credit_notes/{note['id']}")
    a.post(f"/v1/credit_notes/{note['id']}", memo="Very sorry")
    a.get("/v1/credit_notes", invoice=made["id"])
    a.get(f"/v1/credit_notes/{note['id']}/lines")
    a.post(f"/v1/credit_notes/{note['id']}/void")
    a.post(f"/v1/invoices/{made['id']}/pay")
    after = {"invoice": made["id"], "amount": 300, "refund_amount": 100, "credit_amount": 200}
    a.get("/v1/credit_notes/preview", **after)
    a.get("/v1/credit_notes/preview/lines", **after)
    assert a.post("/v1/credit_notes", **after)["type"] == "post_payment"


def metering(a: Asked) -> None:
    meter = a.post(
        "/v1/billing/meters", display_name="Calls", event_name="calls", default_aggregation={"formula": "sum"}
    )
    id_, customer = meter["id"], a.customer()["id"]
    a.post(f"/v1/billing/meters/{id_}", display_name="API calls")
    a.get(f"/v1/billing/meters/{id_}")
    a.get("/v1/billing/meters", status="active")
    payload = {"stripe_customer_id": customer, "value": "5"}
    a.post("/v1/billing/meter_events", event_name="calls", payload=payload, identifier="e-1", timestamp=NOW)
    a.post("/v2/billing/meter_events", event_name="calls", payload=payload, identifier="e-2")
    span = {"customer": customer, "start_time": NOW - NOW % DAY, "end_time": NOW - NOW % DAY + DAY}
    total = a.get(f"/v1/billing/meters/{id_}/event_summaries", **span, value_grouping_window="hour")
    assert total["data"][0]["aggregated_value"] == 10
    a.post("/v1/billing/meter_event_adjustments", type="cancel", event_name="calls", cancel={"identifier": "e-1"})
    a.post("/v2/billing/meter_event_adjustments", type="cancel", event_name="calls", cancel={"identifier": "e-2"})
    session = a.post("/v2/billing/meter_event_session")
    events = [
        {"event_name": "calls", "payload": {"stripe_customer_id": "cus_nobody", "value": "1"}, "identifier": "e-3"},
        {"event_name": "nothing", "payload": payload, "identifier": "e-4"},
    ]
    token = {"authorization": f"Bearer {session['authentication_token']}"}
    a.call("POST", "/v2/billing/meter_event_stream", {"events": events}, **token)
    a.advance(20)
    kinds = ["v1.billing.meter.error_report_triggered", "v1.billing.meter.no_meter_found"]
    found = a.call("GET", "/v2/core/events", {"types": kinds})["data"]
    assert {event["type"] for event in found} == set(kinds)
    for event in found:
        a.get(f"/v2/core/events/{event['id']}")
    a.post(f"/v1/billing/meters/{id_}/deactivate")
    a.post(f"/v1/billing/meters/{id_}/reactivate")
