"""Invoices as PDF: number, dates, parties, lines, tax by rate, totals, and the account's registration number."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from ..state.state import State
from ..state.table import Json

_FONT = "HeiseiKakuGo-W5"
"""One of the fonts that every PDF viewer has for Japanese and Latin text; it is not part of the file."""
_LEFT, _RIGHT, _TOP, _BOTTOM, _LINE = 56, 540, 780, 70, 17


_WHOLE = frozenset(
    ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"]
)
_THREE = frozenset(["bhd", "jod", "kwd", "omr", "tnd"])
"""Currencies without a minor unit, and with a thousandth (Stripe docs: currencies)."""


def invoice_pdf(state: State, invoice: Json) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.setTitle(str(invoice["number"] or invoice["id"]))
    page = _Page(canvas)
    page.write("Invoice", size=20)
    page.gap()
    for name, value in _facts(state, invoice):
        if value:
            page.pair(name, value)
    page.gap()
    for line in invoice["lines"]["data"]:
        text = str(line["description"] or "")
        several = line["quantity"] not in (None, 1) and not text.startswith(f"{line['quantity']} × ")
        quantity = f"{line['quantity']} × " if several else ""
        page.row(f"{quantity}{text}", _amount(line["amount"], invoice["currency"]))
    page.rule()
    for name, amount in _sums(state, invoice):
        page.row(name, _amount(amount, invoice["currency"]))
    if invoice["footer"]:
        page.gap()
        page.write(str(invoice["footer"]))
    canvas.save()
    return target.getvalue()


def _facts(state: State, invoice: Json) -> list[tuple[str, str]]:
    own = [row["value"] for row in state.all("tax_id") if row["customer"] is None]
    fields = [(field["name"], field["value"]) for field in invoice["custom_fields"] or ()]
    return [
        ("Number", str(invoice["number"] or "")),
        ("Date", _day(invoice["status_transitions"]["finalized_at"] or invoice["created"])),
        ("Due", _day(invoice["due_date"])),
        ("From", state.name),
        ("Registration number", ", ".join(own)),
        ("Bill to", str(invoice["customer_name"] or invoice["customer_email"] or "")),
        *fields,
        ("Memo", str(invoice["description"] or "")),
    ]


def _sums(state: State, invoice: Json) -> list[tuple[str, int]]:
    found = [("Subtotal", invoice["subtotal"])]
    off = sum(part["amount"] for part in invoice["total_discount_amounts"] or ())
    if off:
        found.append(("Discount", -off))
    for tax in invoice["total_taxes"] or ():
        rate = state.get("tax_rate", tax["tax_rate_details"]["tax_rate"])
        kind = " included" if tax["tax_behavior"] == "inclusive" else ""
        base = _amount(tax["taxable_amount"], invoice["currency"])
        found.append((f"{rate['display_name']} {rate['percentage']:g} %{kind} on {base}", tax["amount"]))
    found += [("Total", invoice["total"]), ("Amount due", invoice["amount_due"])]
    return [*found, ("Amount paid", invoice["amount_paid"])] if invoice["amount_paid"] else found


def _day(seconds: int | None) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d") if seconds else ""


def _amount(amount: int, currency: str) -> str:
    places = 0 if currency in _WHOLE else 3 if currency in _THREE else 2
    return f"{currency.upper()} {Decimal(amount).scaleb(-places):,.{places}f}"


class _Page:
    """Writes from top to bottom, and begins a new page where one is full."""

    def __init__(self, canvas: Any) -> None:
        self._canvas, self._at = canvas, _TOP
        canvas.setFont(_FONT, 10)

    def _next(self, height: int) -> None:
        if self._at < _BOTTOM:
            self._canvas.showPage()
            self._canvas.setFont(_FONT, 10)
            self._at = _TOP
        self._at -= height

    def write(self, text: str, size: int = 10) -> None:
        self._next(size + 7)
        self._canvas.setFont(_FONT, size)
        self._canvas.drawString(_LEFT, self._at, text)
        self._canvas.setFont(_FONT, 10)

    def pair(self, name: str, value: str) -> None:
        self._next(_LINE)
        self._canvas.drawString(_LEFT, self._at, name)
        self._canvas.drawString(_LEFT + 130, self._at, value)

    def row(self, text: str, amount: str) -> None:
        self._next(_LINE)
        self._canvas.drawString(_LEFT, self._at, text[:70])
        self._canvas.drawRightString(_RIGHT, self._at, amount)

    def rule(self) -> None:
        self._next(6)
        self._canvas.line(_LEFT, self._at, _RIGHT, self._at)

    def gap(self) -> None:
        self._at -= _LINE // 2
