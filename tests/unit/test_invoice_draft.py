"""What takes a draft invoice from one state to another, and what Stripe would refuse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.money import Money
from billing_desk.domain.writes.invoice_draft import Draft, DraftLine, draft_errors, draft_of, edits

NOW = 1_790_000_000
texts = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20)
lines = st.builds(
    DraftLine,
    description=texts,
    amount=st.integers(-(10**9), 10**9).map(lambda n: Money(n, "jpy")),
    rates=st.sampled_from([(), ("txr_1",)]),
    period=st.sampled_from([None, (NOW, NOW + 86_400)]),
)
drafts = st.builds(
    Draft,
    customer=st.just("cus_1"),
    currency=st.just("jpy"),
    lines=st.lists(lines, max_size=5).map(lambda found: tuple(replace(x, id=f"il_{n}") for n, x in enumerate(found))),
    days=st.sampled_from([None, 0, 30]),
    memo=st.sampled_from(["", "Thanks"]),
    fields=st.sampled_from([(), (("PO", "4711"),)]),
)


def _applied(draft: Draft, after: Draft) -> Draft:
    """What Stripe's draft is after the edits: only what they say is changed."""
    wanted = edits(draft, after)
    held = {line.id: line for line in draft.lines}
    for change in wanted.changed:
        line = held[str(change["id"])]
        amount = Money(change["amount"], "jpy") if "amount" in change else line.amount
        period = (change["period"]["start"], change["period"]["end"]) if "period" in change else line.period
        rates = tuple(change["tax_rates"] or ()) if "tax_rates" in change else line.rates
        text = change.get("description", line.description)
        held[line.id] = replace(line, amount=amount, period=period, rates=rates, description=text)
    kept = [line for id_, line in held.items() if id_ not in wanted.removed]
    added = [
        DraftLine(
            str(each.get("description", "")),
            Money(each["amount"], "jpy"),
            rates=tuple(each.get("tax_rates", ())),
            period=(each["period"]["start"], each["period"]["end"]) if "period" in each else None,
        )
        for each in wanted.added
    ]
    header = wanted.header
    days = header.get("days_until_due", draft.days)
    if header.get("collection_method") == "charge_automatically":
        days = None
    fields = header.get("custom_fields", [{"name": n, "value": v} for n, v in draft.fields])
    return replace(
        draft,
        lines=(*kept, *added),
        days=days,
        memo=header.get("description", draft.memo),
        fields=tuple((each["name"], each["value"]) for each in fields or ()),
    )


@given(drafts, drafts, st.data())
def test_edits_lead_from_any_draft_to_any_other(before: Draft, after: Draft, data: st.DataObject) -> None:
    """Some lines of the wanted draft are changed ones, the others are new. A period is not taken away, as Stripe's
    lines always have one."""
    ids = [line.id for line in before.lines]
    kept = data.draw(st.integers(0, min(len(ids), len(after.lines))))
    held = dict(zip(ids, before.lines, strict=True))
    wanted = tuple(
        replace(line, id=ids[n], period=line.period or held[ids[n]].period) if n < kept else replace(line, id="")
        for n, line in enumerate(after.lines)
    )
    after = replace(after, lines=wanted)
    found = _applied(before, after)
    assert [replace(line, id="") for line in found.lines] == [replace(line, id="") for line in after.lines]
    assert replace(found, lines=()) == replace(after, lines=())
    assert edits(after, after).changed == ()
    assert edits(before, before).is_empty


@pytest.mark.parametrize(
    ("draft", "field", "code"),
    [
        (Draft("cus_1", "jpy"), "lines", "no_lines"),
        (Draft("cus_1", "jpy", (DraftLine("x"),)), "lines.0", "no_amount"),
        (Draft("cus_1", "jpy", (DraftLine("", Money(5, "jpy")),)), "lines.0", "no_description"),
        (Draft("cus_1", "jpy", (DraftLine("x", Money(5, "usd")),)), "lines.0", "other_currency"),
        (Draft("cus_1", "jpy", (DraftLine("x", Money(5, "jpy"), period=(9, 8)),)), "lines.0", "bad_period"),
        (Draft("cus_1", "jpy", (DraftLine("x", Money(5, "jpy")),), due=NOW), "due", "due_past"),
        (Draft("cus_1", "jpy", (DraftLine("x", Money(5, "jpy")),), days=3_651), "due", "due_days"),
        (Draft("cus_1", "jpy", (DraftLine("x", Money(5, "jpy")),), fields=(("PO", ""),)), "fields", "half_field"),
        (Draft("cus_1", "jpy", (DraftLine("x", Money(5, "jpy")),), fields=(("a" * 41, "b"),)), "fields", "long_field"),
        (Draft("cus_1", "jpy", (DraftLine("x", Money(5, "jpy")),), fields=(("a", "b"),) * 5), "fields", "many_fields"),
        (Draft("cus_1", "jpy", (DraftLine("x" * 501, Money(5, "jpy")),)), "lines.0", "too_long"),
    ],
)
def test_what_stripe_would_refuse_is_said_at_its_field(draft: Draft, field: str, code: str) -> None:
    assert [(error.field, error.code) for error in draft_errors(draft, NOW)] == [(field, code)]


def test_what_may_be_sent() -> None:
    fine = Draft("cus_1", "jpy", (DraftLine("x", Money(-5, "jpy")), DraftLine(price="price_1", quantity=3)), days=0)
    assert draft_errors(fine, NOW) == []
    assert draft_errors(Draft("cus_1", "jpy", takes_pending=True), NOW) == []


def test_a_copy_counts_its_due_date_anew_and_has_new_lines() -> None:
    line = {
        "id": "il_1",
        "amount": 900,
        "description": "3 × Label",
        "quantity": 3,
        "pricing": {"price_details": {"price": "price_1"}},
        "parent": {"type": "invoice_item_details"},
    }
    invoice = {
        "customer": "cus_1",
        "currency": "jpy",
        "collection_method": "send_invoice",
        "due_date": NOW + 14 * 86_400,
        "created": NOW - 86_400,
        "status_transitions": {"finalized_at": NOW},
        "lines": {"data": [line], "has_more": False},
    }
    copy, same = draft_of(invoice, anew=True), draft_of(invoice)
    assert (copy.days, copy.due, copy.lines[0].id, copy.lines[0].amount) == (14, None, "", Money(900, "jpy"))
    assert (same.days, same.due) == (None, NOW + 14 * 86_400)
    assert (same.lines[0].id, same.lines[0].price, same.lines[0].quantity) == ("il_1", "price_1", 3)
