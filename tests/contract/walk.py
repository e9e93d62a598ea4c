"""A walk past every address of the simulator, each with what an operator would use it for."""

from __future__ import annotations

from typing import Any

from billing_desk.simulator.accounts.practice_payouts import add_payouts, add_tax_id

from ..simulated import DAY, NOW, Asked
from .walk_billing import credit_notes, invoices, metering, subscriptions


def products_and_prices(a: Asked) -> None:
    product = a.post("/v1/products", name="Pro", statement_descriptor="pro plan", metadata={"k": "v"})
    a.post(f"/v1/products/{product['id']}", description="Five users", metadata={"k": ""})
    a.get(f"/v1/products/{product['id']}")
    a.get("/v1/products", active=True)
    a.get("/v1/products/search", query="name:'pro'")
    price = a.post("/v1/prices", product=product["id"], currency="jpy", unit_amount=500, lookup_key="setup")
    tiers = [{"up_to": 10, "unit_amount": 100}, {"up_to": "inf", "unit_amount": 80, "flat_amount": 500}]
    tiered: dict[str, Any] = {"billing_scheme": "tiered", "tiers_mode": "graduated", "tiers": tiers}
    a.price(0, **tiered, expand=["tiers"])
    a.post(f"/v1/prices/{price['id']}", nickname="Setup")
    a.get(f"/v1/prices/{price['id']}", expand=["product"])
    a.get("/v1/prices", lookup_keys=["setup"])
    a.get("/v1/prices/search", query="lookup_key:'setup'")
    plan = {"id": "gold", "currency": "jpy", "interval": "month", "amount": 980, "product": {"name": "Gold"}}
    a.post("/v1/plans", **plan)
    a.post("/v1/plans/gold", nickname="Gold")
    a.get("/v1/plans/gold")
    a.get("/v1/plans", limit=2)
    a.delete("/v1/plans/gold")
    empty = a.post("/v1/products", name="Unsold")
    a.delete(f"/v1/products/{empty['id']}")


def coupons(a: Asked) -> None:
    coupon = a.post("/v1/coupons", percent_off="12.5", duration="repeating", duration_in_months=3, name="Spring")
    a.post("/v1/coupons", id="FIX", amount_off=100, currency="jpy", duration="once")
    a.post("/v1/coupons/FIX", name="Fixed")
    a.get("/v1/coupons/FIX", expand=["applies_to"])
    a.get("/v1/coupons")
    code = a.post("/v1/promotion_codes", promotion={"type": "coupon", "coupon": coupon["id"]}, code="spring26")
    a.post(f"/v1/promotion_codes/{code['id']}", metadata={"a": "b"})
    a.get(f"/v1/promotion_codes/{code['id']}", expand=["promotion.coupon"])
    a.get("/v1/promotion_codes", code="SPRING26")
    price, customer = a.price(), a.customer()
    subscription = a.subscribe(customer, price, discounts=[{"promotion_code": code["id"]}])
    a.get(f"/v1/subscriptions/{subscription['id']}", expand=["discounts.source.coupon"])
    a.delete(f"/v1/subscriptions/{subscription['id']}/discount")
    a.delete("/v1/coupons/FIX")


def customers(a: Asked) -> None:
    address = {"line1": "1-2", "city": "渋谷区", "country": "JP"}
    made = a.post("/v1/customers", name="佐藤 花子", email="hanako@example.jp", address=address, balance=-500)
    id_ = made["id"]
    a.post(f"/v1/customers/{id_}", phone="+81 3 5550 1234", preferred_locales=["ja"])
    a.get(f"/v1/customers/{id_}", expand=["sources", "subscriptions", "tax_ids"])
    a.get("/v1/customers", email="hanako@example.jp")
    a.get("/v1/customers/search", query="email:'hanako@example.jp'")
    moved = a.post(f"/v1/customers/{id_}/balance_transactions", amount=-200, currency="jpy", description="Sorry")
    a.get(f"/v1/customers/{id_}/balance_transactions")
    a.get(f"/v1/customers/{id_}/balance_transactions/{moved['id']}")
    a.post(f"/v1/customers/{id_}/balance_transactions/{moved['id']}", description="Very sorry")
    tax = a.post(f"/v1/customers/{id_}/tax_ids", type="jp_trn", value="T1234567891234")
    a.get(f"/v1/customers/{id_}/tax_ids")
    a.get(f"/v1/customers/{id_}/tax_ids/{tax['id']}")
    a.delete(f"/v1/customers/{id_}/tax_ids/{tax['id']}")
    customer = a.state.get("customer", id_)
    from billing_desk.simulator.billing.subscriptions.discounts import new_discount

    coupon = a.post("/v1/coupons", percent_off=10, duration="forever")
    customer["discount"] = new_discount(a.state, a.state.get("coupon", coupon["id"]), NOW, customer=id_)
    a.get(f"/v1/customers/{id_}")
    a.delete(f"/v1/customers/{id_}/discount")
    a.delete(f"/v1/customers/{id_}")
    a.get(f"/v1/customers/{id_}")


def methods_and_sources(a: Asked) -> None:
    customer = a.customer(None, name="Card holder")
    id_ = customer["id"]
    method = a.post("/v1/payment_methods", type="card", card={"token": "tok_mastercard_prepaid"})
    a.post(f"/v1/payment_methods/{method['id']}/attach", customer=id_)
    a.post(f"/v1/payment_methods/{method['id']}", card={"exp_month": 10, "exp_year": 2031})
    a.get(f"/v1/payment_methods/{method['id']}")
    a.get("/v1/payment_methods", customer=id_, type="card")
    a.get(f"/v1/customers/{id_}/payment_methods", type="card")
    a.get(f"/v1/customers/{id_}/payment_methods/{method['id']}")
    a.post(f"/v1/payment_methods/{method['id']}/detach")
    bank = {"country": "US", "currency": "usd", "account_number": "000123456789", "routing_number": "110000000"}
    token = a.post("/v1/tokens", bank_account=bank)
    a.get(f"/v1/tokens/{token['id']}")
    account = a.post(f"/v1/customers/{id_}/sources", source=token["id"])
    a.post(f"/v1/customers/{id_}/sources/{account['id']}/verify", amounts=[32, 45])
    card = a.post(f"/v1/customers/{id_}/sources", source="tok_visa")
    a.post(f"/v1/customers/{id_}/sources/{card['id']}", exp_month="10", exp_year="2031", name="H. Sato")
    a.get(f"/v1/customers/{id_}/sources")
    a.get(f"/v1/customers/{id_}/sources/{card['id']}")
    source = a.post("/v1/sources", type="card", token="tok_jcb", usage="reusable", owner={"email": "h@example.jp"})
    a.get(f"/v1/sources/{source['id']}")
    a.post(f"/v1/sources/{source['id']}", metadata={"a": "b"})
    assert a.get(f"/v1/sources/{source['id']}/source_transactions")["data"] == []
    waiting = a.post("/v1/sources", type="ach_credit_transfer", currency="usd", owner={"email": "h@example.jp"})
    a.post(f"/v1/sources/{waiting['id']}/verify", values=["32"])
    a.post(f"/v1/customers/{id_}/sources", source=source["id"])
    a.delete(f"/v1/customers/{id_}/sources/{source['id']}")
    a.delete(f"/v1/customers/{id_}/sources/{card['id']}")


def payments(a: Asked) -> None:
    customer = a.customer()
    id_, base = customer["id"], {"amount": 5_000, "currency": "jpy"}
    method = customer["invoice_settings"]["default_payment_method"]
    paying = {**base, "customer": id_, "payment_method": method}
    paid = a.post("/v1/payment_intents", **paying, off_session=True, confirm=True, description="Setup fee")
    a.get(f"/v1/payment_intents/{paid['id']}", expand=["latest_charge.refunds"])
    a.get("/v1/payment_intents", customer=id_)
    a.get("/v1/payment_intents/search", query="amount>4000")
    held = a.post("/v1/payment_intents", **paying, capture_method="manual")
    a.post(f"/v1/payment_intents/{held['id']}", description="Later")
    a.post(f"/v1/payment_intents/{held['id']}/confirm")
    a.post(f"/v1/payment_intents/{held['id']}/capture", amount_to_capture=4_000)
    open_ = a.post("/v1/payment_intents", **base, customer=id_)
    a.post(f"/v1/payment_intents/{open_['id']}/cancel", cancellation_reason="abandoned")
    a.refused("POST", f"/v1/payment_intents/{open_['id']}/verify_microdeposits")
    a.refused("POST", f"/v1/payment_intents/{open_['id']}/increment_authorization", amount=6_000)
    a.refused("POST", f"/v1/payment_intents/{open_['id']}/apply_customer_balance")
    assert a.get(f"/v1/payment_intents/{paid['id']}/amount_details_line_items")["data"] == []
    charge = a.get(f"/v1/charges/{paid['latest_charge']}")
    a.post(f"/v1/charges/{charge['id']}", metadata={"order": "7"})
    a.get("/v1/charges", payment_intent=paid["id"])
    a.get("/v1/charges/search", query="customer:'" + id_ + "'")
    source = a.post(f"/v1/customers/{id_}/sources", source="tok_visa")
    a.post("/v1/charges", **base, customer=id_, source=source["id"])
    later = a.post("/v1/charges", **base, customer=id_, capture=False)
    a.post(f"/v1/charges/{later['id']}/capture")
    refund = a.post("/v1/refunds", payment_intent=paid["id"], amount=1_000, reason="requested_by_customer")
    a.get(f"/v1/refunds/{refund['id']}")
    a.post(f"/v1/refunds/{refund['id']}", metadata={"a": "b"})
    a.get("/v1/refunds", charge=charge["id"])
    slow = a.post("/v1/payment_intents", **base, payment_method="pm_card_pendingRefund", confirm=True)
    pending = a.post("/v1/refunds", payment_intent=slow["id"])
    a.post(f"/v1/refunds/{pending['id']}/cancel")


def setups(a: Asked) -> None:
    customer = a.customer(None)
    first = a.post("/v1/setup_intents", customer=customer["id"], usage="off_session")
    a.post(f"/v1/setup_intents/{first['id']}", payment_method="pm_card_visa")
    a.post(f"/v1/setup_intents/{first['id']}/confirm")
    a.get(f"/v1/setup_intents/{first['id']}", expand=["payment_method"])
    a.get("/v1/setup_intents", customer=customer["id"])
    second = a.post("/v1/setup_intents", payment_method="pm_card_authenticationRequired", confirm=True)
    assert second["status"] == "requires_action"
    a.post(f"/v1/setup_intents/{second['id']}/cancel")
    a.refused("POST", f"/v1/setup_intents/{second['id']}/verify_microdeposits")


def troubles(a: Asked) -> None:
    base = {"amount": 5_000, "currency": "jpy", "confirm": True}
    disputed = a.post("/v1/payment_intents", **base, payment_method="pm_card_createDispute")
    dispute = a.get("/v1/disputes", payment_intent=disputed["id"])["data"][0]
    a.get(f"/v1/disputes/{dispute['id']}")
    a.post(f"/v1/disputes/{dispute['id']}", evidence={"uncategorized_text": "winning_evidence"})
    inquiry = a.post("/v1/payment_intents", **base, payment_method="pm_card_createDisputeInquiry")
    other = a.get("/v1/disputes", payment_intent=inquiry["id"])["data"][0]
    a.post(f"/v1/disputes/{other['id']}/close")
    a.post("/v1/payment_intents", **base, payment_method="pm_card_riskLevelElevated")
    review = a.get("/v1/reviews")["data"][0]
    a.get(f"/v1/reviews/{review['id']}")
    a.post(f"/v1/reviews/{review['id']}/approve")
    fraud = a.post("/v1/payment_intents", **base, payment_method="pm_card_visa")
    a.post("/v1/refunds", payment_intent=fraud["id"], reason="fraudulent")
    blocked = a.get("/v1/radar/value_lists", alias="card_fingerprint_blocklist")["data"][0]
    assert blocked["list_items"]["data"]
    own = a.post("/v1/radar/value_lists", alias="vip", name="VIP", item_type="email")
    a.post(f"/v1/radar/value_lists/{own['id']}", name="Very important")
    a.get(f"/v1/radar/value_lists/{own['id']}")
    item = a.post("/v1/radar/value_list_items", value_list=own["id"], value="vip@example.jp")
    a.get("/v1/radar/value_list_items", value_list=own["id"])
    a.get(f"/v1/radar/value_list_items/{item['id']}")
    a.delete(f"/v1/radar/value_list_items/{item['id']}")
    a.delete(f"/v1/radar/value_lists/{own['id']}")


def pages(a: Asked) -> None:
    customer, price = a.customer(), a.price()
    urls = {"success_url": "https://example.jp/done?s={CHECKOUT_SESSION_ID}", "currency": "jpy"}
    setup = a.post("/v1/checkout/sessions", mode="setup", customer=customer["id"], **urls)
    a.get(f"/v1/checkout/sessions/{setup['id']}", expand=["setup_intent.payment_method"])
    a.post(f"/v1/checkout/sessions/{setup['id']}", metadata={"a": "b"})
    a.post(f"/v1/checkout/sessions/{setup['id']}/expire")
    items = [{"price": price["id"], "quantity": 2}]
    paying = a.post("/v1/checkout/sessions", mode="subscription", customer=customer["id"], line_items=items, **urls)
    a.get(f"/v1/checkout/sessions/{paying['id']}/line_items")
    a.get("/v1/checkout/sessions", customer=customer["id"])
    a.post("/v1/billing_portal/sessions", customer=customer["id"], return_url="https://example.jp/")
    made = a.post("/v1/billing_portal/configurations", features={"invoice_history": {"enabled": True}})
    a.post(f"/v1/billing_portal/configurations/{made['id']}", name="Second")
    a.get(f"/v1/billing_portal/configurations/{made['id']}")
    a.get("/v1/billing_portal/configurations")


def money(a: Asked) -> None:
    a.get("/v1/balance")
    base = {"amount": 5_000, "currency": "jpy", "confirm": True}
    a.post("/v1/payment_intents", **base, payment_method="pm_card_bypassPending")
    first = a.get("/v1/balance_transactions")["data"][0]
    a.get(f"/v1/balance_transactions/{first['id']}", expand=["source"])
    add_payouts(a.state, NOW + 14 * DAY)
    payout = a.get("/v1/payouts")["data"][0]
    a.get(f"/v1/payouts/{payout['id']}", expand=["balance_transaction", "destination"])
    assert a.get("/v1/balance_transactions", payout=payout["id"])["data"]
    a.post("/v1/payment_intents", **base, payment_method="pm_card_createIssuerFraudRecord")
    warning = a.get("/v1/radar/early_fraud_warnings")["data"][0]
    a.get(f"/v1/radar/early_fraud_warnings/{warning['id']}", expand=["charge"])
    add_tax_id(a.state)
    own = a.get("/v1/tax_ids")["data"][0]
    a.get(f"/v1/tax_ids/{own['id']}")


def account_and_events(a: Asked) -> None:
    a.get("/v1/account")
    rate = a.post("/v1/tax_rates", display_name="消費税", percentage=10, inclusive=False, country="JP")
    a.post(f"/v1/tax_rates/{rate['id']}", description="Standard")
    a.get(f"/v1/tax_rates/{rate['id']}")
    a.get("/v1/tax_rates", active=True)
    endpoint = a.post("/v1/webhook_endpoints", url="http://127.0.0.1:9/hook", enabled_events=["customer.created"])
    a.post(f"/v1/webhook_endpoints/{endpoint['id']}", description="Here")
    a.get(f"/v1/webhook_endpoints/{endpoint['id']}")
    a.get("/v1/webhook_endpoints")
    a.customer(None, name="Heard of")
    event = a.get("/v1/events", type="customer.*")["data"][0]
    a.get(f"/v1/events/{event['id']}")
    a.delete(f"/v1/webhook_endpoints/{endpoint['id']}")
    thin = a.call("GET", "/v2/core/events", {"types": ["v1.customer.created"], "limit": 1})["data"][0]
    a.get(f"/v2/core/events/{thin['id']}")
    where = {"type": "webhook_endpoint", "webhook_endpoint": {"url": "http://127.0.0.1:9/thin"}}
    made = a.post("/v2/core/event_destinations", name="Mine", event_payload="thin", enabled_events=["*"], **where)
    base = f"/v2/core/event_destinations/{made['id']}"
    a.post(base, name="Ours")
    a.get(base)
    a.get("/v2/core/event_destinations")
    a.post(f"{base}/ping")
    a.post(f"{base}/disable")
    a.post(f"{base}/enable")
    a.delete(base)


def clocks_and_reports(a: Asked) -> None:
    clock = a.post("/v1/test_helpers/test_clocks", frozen_time=NOW, name="Later")
    id_ = clock["id"]
    customer = a.customer(test_clock=id_)
    a.subscribe(customer, a.price())
    assert a.post(f"/v1/test_helpers/test_clocks/{id_}/advance", frozen_time=NOW + 40 * DAY)["status"] == "advancing"
    assert a.get(f"/v1/test_helpers/test_clocks/{id_}")["status"] == "ready"
    assert len(a.invoices(customer=customer["id"])) == 2
    a.get("/v1/test_helpers/test_clocks")
    a.delete(f"/v1/test_helpers/test_clocks/{id_}")
    kind = a.get("/v1/reporting/report_types")["data"][0]["id"]
    a.get(f"/v1/reporting/report_types/{kind}")
    span = {"interval_start": NOW - 9 * DAY, "interval_end": NOW + 9 * DAY}
    run = a.post("/v1/reporting/report_runs", report_type=kind, parameters=span)
    a.get("/v1/reporting/report_runs")
    file = a.get(f"/v1/reporting/report_runs/{run['id']}")["result"]["id"]
    a.get(f"/v1/files/{file}")
    a.get("/v1/files")


TOPICS = (
    products_and_prices,
    coupons,
    customers,
    methods_and_sources,
    payments,
    setups,
    troubles,
    subscriptions,
    invoices,
    credit_notes,
    metering,
    pages,
    money,
    account_and_events,
    clocks_and_reports,
)
