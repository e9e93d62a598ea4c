"""The parts of a preview: changed fields, money, bills, consequences and warnings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from ...domain.catalog.coupon import Coupon, PromotionCode
from ...domain.catalog.plan import Price
from ...domain.writes.action import Action
from ...domain.writes.operation import FieldChange, Preview
from ..widgets.plain import Label
from ..widgets.theme import LARGE, MEDIUM, SMALL, colors
from ..wording import operation_words
from ..wording.billing.coupon_words import code_limits, coupon_text
from ..wording.billing.price_words import price_text
from ..wording.billing.subscription_words import bill_lines, bills_sentence
from ..wording.preview_words import shown_value
from ..wording.text import Wording, translate


def said_part(text: str) -> QLabel:
    return Label(f"• {text}", wordWrap=True)


def warned_part(text: str) -> QLabel:
    label = Label(text, wordWrap=True)
    background, foreground = colors().tones["warn"]
    label.setStyleSheet(f"background: {background}; color: {foreground}; padding: {SMALL}px; border-radius: 6px;")
    return label


def _grid(titles: tuple[str, ...], rows: Sequence[tuple[str, ...]], strong: int) -> QFrame:
    """A table in a card; the column `strong` is emphasized."""
    frame = QFrame()
    frame.setProperty("card", True)
    grid = QGridLayout(frame)
    grid.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
    grid.setHorizontalSpacing(LARGE)
    for place, title in enumerate(titles):
        label = Label(title)
        label.setProperty("section", True)
        grid.addWidget(label, 0, place)
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            cell = Label(text, wordWrap=text != "→" and place > 0)
            cell.setProperty("dim", place != strong)
            grid.addWidget(cell, number, place, Qt.AlignmentFlag.AlignTop)
            if place > 0 and text != "→":
                grid.setColumnStretch(place, 1)
    return frame


def changes_part(changes: tuple[FieldChange, ...], wording: Wording) -> QFrame:
    titles = (translate("Preview", "Field"), translate("Preview", "Before"), "", translate("Preview", "After"))
    rows = [
        (operation_words.field(c.field), shown_value(c, c.before, wording), "→", shown_value(c, c.after, wording))
        for c in changes
    ]
    return _grid(titles, rows, strong=3)


def money_part(preview: Preview, wording: Wording) -> QFrame | None:
    effects = preview.effects
    refund = preview.operation.action in (Action.PAYMENT_REFUND, Action.INVOICE_CREDIT)
    now = translate("Preview", "Refunded now") if refund else translate("Preview", "Due now")
    when = wording.day(effects.next_at) if effects.next_at else ""
    upcoming = (
        translate("Preview", "Next invoice, {day}").format(day=when) if when else translate("Preview", "Next invoice")
    )
    rows = [
        (title, "  ".join(map(wording.money, amounts)))
        for title, amounts in (
            (now, effects.now),
            (upcoming, effects.next),
            (translate("Preview", "Each period after that"), effects.later),
        )
        if amounts
    ]
    return _grid((translate("Preview", "When"), translate("Preview", "Amount")), rows, strong=1) if rows else None


def about_part(about: Price | Coupon | PromotionCode, wording: Wording) -> QFrame:
    """The terms of what is created."""
    if isinstance(about, Price):
        rows = [(translate("Preview", "Price"), price_text(about, wording))]
        if about.trial_days:
            rows.append((translate("Words", "Trial days"), wording.number(about.trial_days)))
    else:
        text = coupon_text(about, wording) if isinstance(about, Coupon) else code_limits(about, wording)
        rows = [(translate("Preview", "Terms"), text or translate("Preview", "No limits"))]
        until = about.redeem_by if isinstance(about, Coupon) else None
        if until is not None:
            rows.append((translate("Preview", "Redeem by"), wording.moment(until)))
        if about.most is not None:
            rows.append((translate("Preview", "Redemptions at most"), wording.number(about.most)))
    return _grid((translate("Preview", "What is created"), ""), rows, strong=1)


def bills_part(preview: Preview, wording: Wording) -> QFrame:
    """The first bills of a new subscription, and the sentence for the caller."""
    bills, year = preview.effects.bills, preview.effects.year
    titles = (translate("Bills", "Bills ({zone})").format(zone=wording.zone_name), "", translate("Preview", "Amount"))
    rows = [(wording.day(bill.at), bill_lines(bill, wording), wording.money(bill.due)) for bill in bills]
    if year is not None:
        rows.append((translate("Bills", "First year"), "", wording.money(year)))
    said = translate("Bills", "Say: “{sentence}”").format(sentence=bills_sentence(bills, wording))
    frame = _grid(titles, rows, strong=2)
    layout = frame.layout()
    assert isinstance(layout, QGridLayout)
    layout.addWidget(Label(said, wordWrap=True), len(rows) + 1, 0, 1, 3)
    return frame
