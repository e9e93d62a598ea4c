"""What finance finds in the practice account: invoices with tax at two rates, a credit note, a draft by hand, and some
that deserve a look (the same amount twice, an unusual amount); and a payment that is authorized only."""

from __future__ import annotations

from ..call import Call
from ..resources.billing import credit_notes, invoice_items, invoices
from ..resources.core import account
from ..resources.payments import payment_intents
from ..state.state import State
from ..state.table import Json
from .practice_payments import Silent

DAY = 86_400
STANDARD, REDUCED = "消費税", "消費税（軽減税率）"


def add_taxed_invoices(state: State, today: int) -> None:
    """For three customers in yen that pay by a due date; amounts in yen."""
    rates = [_rate(state, today, STANDARD, "10"), _rate(state, today, REDUCED, "8")]
    owners = [row["id"] for row in state.all("customer") if row["currency"] == "jpy" and row["email"]][:3]
    if len(owners) < len(rates) + 1:
        return
    first, second, third = owners
    for days, goods, food in ((75, 18_000, 4_000), (45, 22_000, 3_500), (15, 20_000, 5_200)):
        made = _invoice(state, today - days * DAY, first, [("備品", goods, rates[0]), ("飲料", food, rates[1])])
        if days > 15:
            _paid(state, today - (days - 12) * DAY, made)
    corrected = _invoice(state, today - 40 * DAY, second, [("導入支援", 120_000, rates[0])])
    with state.at(today - 35 * DAY):
        note = {"invoice": corrected["id"], "amount": 22_000, "reason": "order_change", "memo": "範囲の変更"}
        credit_notes.create(Silent(state, note))
    for days in (9, 8):
        _invoice(state, today - days * DAY, second, [("研修 1回", 33_000, rates[0])])
    for days, amount in ((130, 9_000), (100, 9_500), (70, 9_200), (38, 8_800), (6, 98_000)):
        made = _invoice(state, today - days * DAY, third, [("保守", amount, rates[0])])
        if days > 6:
            _paid(state, today - (days - 5) * DAY, made)
    _draft(state, today - 2 * DAY, third, [("追加作業", 15_000, rates[0])])
    _authorized(state, today - DAY)


def _rate(state: State, today: int, name: str, percentage: str) -> str:
    with state.at(today - 200 * DAY):
        fields: Json = {"display_name": name, "percentage": percentage, "inclusive": False, "country": "JP"}
        return str(account.create_rate(Silent(state, fields))["id"])


def _draft(state: State, at: int, customer: str, lines: list[tuple[str, int, str]]) -> Json:
    with state.at(at):
        fields = {"customer": customer, "currency": "jpy", "collection_method": "send_invoice", "days_until_due": 30}
        draft = invoices.create(Silent(state, fields))
        for text, amount, rate in lines:
            line = {"customer": customer, "invoice": draft["id"], "amount": amount, "currency": "jpy"}
            invoice_items.create(Silent(state, {**line, "description": text, "tax_rates": [rate]}))
    return draft


def _invoice(state: State, at: int, customer: str, lines: list[tuple[str, int, str]]) -> Json:
    draft = _draft(state, at, customer, lines)
    with state.at(at):
        return invoices.finalize(_of(state, draft))


def _authorized(state: State, at: int) -> None:
    """Of the first customer with a card; it can be captured in part."""
    card = next((row for row in state.all("payment_method") if row["type"] == "card" and row["customer"]), None)
    if card is not None:
        fields: Json = {"customer": card["customer"], "payment_method": card["id"], "amount": 30_000, "currency": "jpy"}
        with state.at(at):
            extra = {"confirm": True, "capture_method": "manual", "description": "保証金"}
            payment_intents.create(Silent(state, {**fields, **extra}))


def _paid(state: State, at: int, invoice: Json) -> None:
    """By bank transfer, outside Stripe."""
    with state.at(at):
        invoices.pay(_of(state, invoice, {"paid_out_of_band": True}))


def _of(state: State, invoice: Json, fields: Json | None = None) -> Call:
    return Silent(state, fields or {}, {"id": invoice["id"]})
