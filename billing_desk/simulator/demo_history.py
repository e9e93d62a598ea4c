"""The practice account's past: subscriptions in every state and the invoices they left."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .billing.periods import step
from .resources.invoices import new_invoice, new_line
from .resources.subscriptions import new_subscription
from .state import State
from .wire import Json

DAY = 86_400


@dataclass
class History:
    """`today` is the first second of the day on which the account is opened (UTC)."""

    state: State
    random: random.Random
    today: int

    def subscription(self, customer: Json, price: Json, standing: str, index: int) -> None:
        recurring = price["recurring"]
        interval, count = recurring["interval"], recurring["interval_count"]
        age = self.random.randrange(20, 420) if interval != "week" else self.random.randrange(20, 70)
        start = self.today - age * DAY + self.random.randrange(DAY)
        values: Json = {"default_payment_method": None}
        status = {"collection_paused": "active", "ending": "active"}.get(standing, standing)
        if standing == "trialing":
            start = self.today - self.random.randrange(1, 10) * DAY
            end = start + 14 * DAY
            values.update(trial_start=start, trial_end=end, period=(start, end))
        last = self.today
        if standing == "canceled":
            last = start + (self.today - start) // 2
            values.update(canceled_at=last, ended_at=last, period_now=last)
            values["cancellation_details"] = {
                "comment": None,
                "feedback": "too_expensive",
                "feedback_option": None,
                "reason": "cancellation_requested",
            }
        if standing == "collection_paused":
            values["pause_collection"] = {"behavior": "keep_as_draft", "resumes_at": self.today + 30 * DAY}
        quantity = 1 + (index % 5 == 0) * self.random.randrange(1, 8)
        subscription = new_subscription(
            self.state, customer, [(price, quantity)], anchor=start, status=status, **values
        )
        if standing == "ending":
            end = subscription["items"]["data"][0]["current_period_end"]
            subscription.update(cancel_at_period_end=True, cancel_at=end, canceled_at=self.today - DAY)
        self._cycle_invoices(customer, subscription, price, standing, (start, last, interval, count))

    def _cycle_invoices(
        self, customer: Json, subscription: Json, price: Json, standing: str, cycle: tuple[int, int, str, int]
    ) -> None:
        start, last, interval, count = cycle
        item = subscription["items"]["data"][0]
        times = 0
        while (begin := step(start, interval, count, times)) <= last and times < 13:
            newest = step(start, interval, count, times + 1) > last or times == 12
            amount = price["unit_amount"] * item["quantity"] if standing != "trialing" else 0
            line = new_line(
                self.state,
                amount,
                price["currency"],
                f"{item['quantity']} × {price['nickname']}",
                (begin, step(start, interval, count, times + 1)),
                price=price,
                item=item["id"],
                subscription=subscription["id"],
                quantity=item["quantity"],
            )
            reason = "subscription_create" if times == 0 else "subscription_cycle"
            status = self._status(standing, newest)
            invoice = new_invoice(
                self.state,
                customer,
                [line],
                status=status,
                reason=reason,
                created=begin,
                subscription=subscription["id"],
            )
            self._troubles(customer, invoice, standing, newest)
            subscription["latest_invoice"] = invoice["id"]
            times += 1

    @staticmethod
    def _status(standing: str, newest: bool) -> str:
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

    def _troubles(self, customer: Json, invoice: Json, standing: str, newest: bool) -> None:
        if not newest or invoice["status"] != "open":
            return
        customer["delinquent"] = True
        invoice.update(attempted=True, attempt_count=self.random.randrange(1, 4))
        if standing == "past_due":
            invoice["next_payment_attempt"] = self.today + self.random.randrange(1, 5) * DAY + 9 * 3_600

    def one_off_invoices(self, customers: list[Json], total: int) -> None:
        """Fill up to the promised number with one-off work, in every status."""
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
            values: Json = {"created": made}
            if chosen == "open":
                values.update(collection_method="send_invoice", due_date=made + 30 * DAY, attempt_count=0)
            new_invoice(self.state, customer, lines, status=chosen, reason="manual", **values)
