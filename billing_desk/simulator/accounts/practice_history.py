"""The practice account's history: subscriptions in every state and their invoices."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from ..billing.invoices.invoicing import new_invoice
from ..billing.invoices.lines import new_line
from ..billing.payments.charging import new_charge
from ..billing.payments.intents import new_intent
from ..billing.payments.test_cards import declined
from ..billing.subscriptions.items import new_item
from ..billing.subscriptions.periods import period_at, step
from ..billing.subscriptions.proration import ahead_lines
from ..billing.subscriptions.schedule import set_clock
from ..call import Call
from ..spec import blank
from ..state.state import State
from ..state.table import Json
from .practice_payments import PaymentTemplates, Silent, payment_templates

DAY = 86_400


@dataclass
class History:
    """`today` is the first second (UTC) of the day on which the account is created; the history ends now."""

    state: State
    random: random.Random
    today: int
    templates: PaymentTemplates = field(default_factory=payment_templates)

    def __post_init__(self) -> None:
        self._call = Silent(self.state)

    def subscription(self, customer: Json, price: Json, standing: str, index: int) -> None:
        recurring = price["recurring"]
        interval, count = recurring["interval"], recurring["interval_count"]
        age = self.random.randrange(20, 420) if interval != "week" else self.random.randrange(20, 70)
        start = self.today - age * DAY + self.random.randrange(DAY)
        values: Json = {}
        status = {"collection_paused": "active", "ending": "active"}.get(standing, standing)
        last, period = self.state.now(), None
        if standing == "trialing":
            start = self.today - self.random.randrange(1, 10) * DAY
            period = (start, start + 14 * DAY)
            values.update(trial_start=start, trial_end=period[1], billing_cycle_anchor=period[1])
        if standing == "incomplete":
            start = last - self.random.randrange(3_600, 16 * 3_600)
        if standing == "canceled":
            last = start + (self.today - start) // 2
            values.update(canceled_at=last, ended_at=last)
            values["cancellation_details"] = _details("cancellation_requested", "too_expensive")
        if standing == "collection_paused":
            values["pause_collection"] = {"behavior": "keep_as_draft", "resumes_at": self.today + 30 * DAY}
        quantity = 1 + (index % 5 == 0) * self.random.randrange(1, 8)
        period = period or period_at(start, interval, count, last)
        subscription = self.new_subscription(customer, price, quantity, period, created=start, status=status, **values)
        if standing == "ending":
            subscription.update(cancel_at_period_end=True, cancel_at=period[1], canceled_at=self.today - DAY)
            subscription["cancellation_details"] = _details("cancellation_requested", None)
        self._cycle_invoices(customer, subscription, standing, (start, last, interval, count))
        if standing == "incomplete":
            self.state.schedule(start + 23 * 3_600, "expire_incomplete", subscription)
        if standing == "collection_paused":
            self.state.schedule(self.today + 30 * DAY, "resume_collection", subscription)
        if standing not in ("canceled", "incomplete"):
            set_clock(self._call, subscription)

    def new_subscription(
        self, customer: Json, price: Json, quantity: int, period: tuple[int, int], **values: object
    ) -> Json:
        state, id_ = self.state, self.state.new_id("sub_1", 23)
        item = new_item(state, id_, price, quantity, period)
        item["created"] = values["created"]
        state.secrets_of(item["id"])["billed"] = values["status"] != "trialing"
        url = f"/v1/subscription_items?subscription={id_}"
        settings = {"payment_method_options": None, "payment_method_types": None, "save_default_payment_method": "off"}
        fresh = {
            "billing_cycle_anchor": values["created"],
            "billing_mode": {"flexible": {"proration_discounts": "included"}, "type": "flexible"},
            "collection_method": "charge_automatically",
            "currency": price["currency"],
            "customer": customer["id"],
            "default_tax_rates": [],
            "invoice_settings": {**blank("subscription")["invoice_settings"], "issuer": {"type": "self"}},
            "items": {"object": "list", "data": [item], "has_more": False, "total_count": 1, "url": url},
            "payment_settings": settings,
            "start_date": values["created"],
            "trial_settings": {"end_behavior": {"missing_payment_method": "create_invoice"}},
        }
        return state.new("subscription", id_, **{**fresh, **values})

    def _cycle_invoices(
        self, customer: Json, subscription: Json, standing: str, cycle: tuple[int, int, str, int]
    ) -> None:
        start, last, interval, count = cycle
        item = subscription["items"]["data"][0]
        now = (item["current_period_start"], item["current_period_end"])
        times = 0
        while (begin := step(start, interval, count, times)) <= last and times < 13:
            newest = step(start, interval, count, times + 1) > last or times == 12
            period = (begin, step(start, interval, count, times + 1))
            item.update(current_period_start=period[0], current_period_end=period[1])
            lines = ahead_lines(self.state, subscription, [item])
            if standing == "trialing":
                lines = lines[:1]
                lines[0].update(amount=0, subtotal=0, description="Trial period for " + lines[0]["description"])
            reason = "subscription_create" if times == 0 else "subscription_cycle"
            values = {"subscription": subscription, "period_start": period[0], "period_end": period[1]}
            invoice = self.invoice(customer, lines, self._status(standing, newest=newest), reason, begin, **values)
            if newest:
                self._troubles(customer, invoice, standing)
            subscription["latest_invoice"] = invoice["id"]
            times += 1
        item.update(current_period_start=now[0], current_period_end=now[1])
        self.state.secrets_of(item["id"])["billed"] = standing != "trialing"

    @staticmethod
    def _status(standing: str, *, newest: bool) -> str:
        if not newest:
            return "paid"
        endings = {
            "past_due": "open",
            "unpaid": "open",
            "incomplete": "open",
            "collection_paused": "draft",
            "canceled": "void",
        }
        return endings.get(standing, "paid")

    def _troubles(self, customer: Json, invoice: Json, standing: str) -> None:
        if invoice["status"] != "open":
            return
        customer["delinquent"] = True
        invoice.update(attempted=True, attempt_count=self.random.randrange(1, 4))
        if standing == "past_due":
            invoice["next_payment_attempt"] = self.today + self.random.randrange(1, 5) * DAY + 9 * 3_600
            self.state.schedule(invoice["next_payment_attempt"], "retry", invoice)
            method = customer["invoice_settings"]["default_payment_method"]
            self.state.secrets_of(method)["card"] = "chargeCustomerFail"
            self._declined(customer, invoice, method)

    def _declined(self, customer: Json, invoice: Json, method_id: str) -> None:
        """Add the failed charge and the decline reason of an unpaid invoice."""
        payment = self.state.of("invoice_payment", "invoice", invoice["id"])[-1]
        intent = self.state.get("payment_intent", payment["payment"]["payment_intent"])
        method = self.state.get("payment_method", method_id)
        with self.state.at(invoice["created"] + 3_600):
            charge = new_charge(self._call, intent, method, declined("insufficient_funds"), captured=True)
        intent["latest_charge"] = charge["id"]
        intent["last_payment_error"] = {
            "advice_code": "try_again_later",
            "charge": charge["id"],
            "code": "card_declined",
            "decline_code": "insufficient_funds",
            "doc_url": "https://stripe.com/docs/error-codes/card-declined",
            "message": charge["failure_message"],
            "payment_method": method,
            "type": "card_error",
        }

    def invoice(self, customer: Json, lines: list[Json], status: str, reason: str, made: int, **values: object) -> Json:
        """An invoice created at `made` that has reached `status`, with its payment."""
        state = self.state
        invoice = new_invoice(state, customer, lines, reason=reason, created=made, starting_balance=0, **values)
        invoice.update(auto_advance=status in ("draft", "open"), webhooks_delivered_at=made + 1)
        if status == "draft":
            paused = values.get("subscription") is not None
            invoice.update(auto_advance=not paused, automatically_finalizes_at=None)
            return invoice
        finalized = made + 3_600
        moved = {
            "void": ("voided_at", 7_200),
            "paid": ("paid_at", 3_660),
            "uncollectible": ("marked_uncollectible_at", 20 * DAY),
        }
        invoice.update(status=status, effective_at=finalized, ending_balance=0)
        invoice["status_transitions"]["finalized_at"] = finalized
        if status in moved:
            name, after = moved[status]
            invoice["status_transitions"][name] = min(made + after, max(self.today, finalized))
        invoice["number"] = f"{customer['invoice_prefix']}-{customer['next_invoice_sequence']:04d}"
        customer["next_invoice_sequence"] += 1
        invoice.update(
            attempt_count=int(status in ("paid", "uncollectible")), attempted=status in ("paid", "uncollectible")
        )
        if status == "uncollectible":
            invoice["status_details"] = {"uncollectible": {"reason": "user_forgiven"}}
        if status == "paid":
            invoice.update(amount_paid=invoice["amount_due"], amount_remaining=0, auto_advance=False)
        self._payment(customer, invoice)
        if made > self.today - 7 * DAY:
            self._news(invoice)
        return invoice

    def _news(self, invoice: Json) -> None:
        """Add the events of an invoice of the last seven days."""
        call, moved = Call(self.state), invoice["status_transitions"]
        history = [("invoice.created", invoice["created"]), ("invoice.finalized", moved["finalized_at"])]
        history += [("invoice.paid", moved["paid_at"])] if moved["paid_at"] else []
        history += [("invoice.voided", moved["voided_at"])] if moved["voided_at"] else []
        for type_, moment in history:
            with self.state.at(moment):
                call.emit(type_, invoice)

    def _payment(self, customer: Json, invoice: Json) -> None:
        if invoice["amount_due"] == 0:
            return
        state, status, moved = self.state, invoice["status"], invoice["status_transitions"]
        kept = {"paid": "paid", "void": "canceled"}.get(status, "open")
        if kept == "paid":
            intent_id = self._paid(customer, invoice)
        else:
            description = f"Payment for Invoice {invoice['number']}"
            values: Json = {"metadata": {}, "description": description, "setup_future_usage": None}
            with state.at(moved["finalized_at"]):
                intent = new_intent(self._call, invoice["amount_due"], invoice["currency"], customer, **values)
            intent_id = intent["id"]
            if kept == "canceled":
                intent.update(status="canceled", canceled_at=moved["voided_at"], cancellation_reason="void_invoice")
        state.new(
            "invoice_payment",
            state.new_id("inpay_1", 23),
            amount_paid=invoice["amount_due"] if kept == "paid" else None,
            amount_requested=invoice["amount_due"],
            created=moved["finalized_at"],
            currency=invoice["currency"],
            invoice=invoice["id"],
            is_default=True,
            payment={"payment_intent": intent_id, "type": "payment_intent"},
            status=kept,
            status_transitions={"canceled_at": moved["voided_at"], "paid_at": moved["paid_at"]},
        )

    def _paid(self, customer: Json, invoice: Json) -> str:
        """Add a succeeded PaymentIntent and its charge; returns the PaymentIntent's id."""
        state = self.state
        ids = (state.new_id("pi_3", 23), state.new_id("ch_3", 23), state.new_id("txn_3", 23))
        method = customer["invoice_settings"]["default_payment_method"]
        card = state.get("payment_method", method)["card"]
        moment, amount, currency = invoice["status_transitions"]["paid_at"], invoice["amount_due"], invoice["currency"]
        common = (amount, moment, currency, customer["id"], f"Payment for Invoice {invoice['number']}", method)
        names = ("exp_month", "exp_year", "fingerprint", "brand", "last4", "funding", "country")
        details = (customer["name"], *(card[name] for name in names))
        self.templates.add(state, ids, f"{ids[0]}_secret_{ids[0][-12:]}", common, details)
        return ids[0]

    def one_off_invoices(self, customers: list[Json], total: int) -> None:
        """Add one-off invoices in every status until the account has `total` invoices."""
        missing = total - self.state.count("invoice")
        if missing < 0:
            raise AssertionError(f"{-missing} invoices too many")
        for number in range(missing):
            customer = customers[number % len(customers)]
            made = self.today - self.random.randrange(1, 360) * DAY + self.random.randrange(DAY)
            status = ("paid",) * 12 + ("uncollectible", "void", "open", "draft")
            chosen = status[number % len(status)]
            if chosen in ("draft", "open"):
                made = self.today - self.random.randrange(1, 80) * DAY
            unit = {"jpy": 1_100, "usd": 1_250, "eur": 1_190, "kwd": 4_250}[customer["currency"]]
            lines = [
                new_line(self.state, unit * self.random.randrange(1, 9), customer["currency"], text, (made, made))
                for text in ("Onboarding", "Data import")[: 1 + number % 2]
            ]
            values: Json = {}
            if chosen == "open":
                values.update(collection_method="send_invoice", due_date=made + 30 * DAY)
            self.invoice(customer, lines, chosen, "manual", made, **values)


def _details(reason: str, feedback: str | None) -> Json:
    return {"comment": None, "feedback": feedback, "feedback_option": None, "reason": reason}
