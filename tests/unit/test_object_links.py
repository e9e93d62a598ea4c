"""Links to objects: what is read, and what is not (G6, G3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.text.object_links import ObjectLink, parse_link

kinds = st.sampled_from(["customer", "subscription", "invoice", "price", "product", "meter"])
ids = st.from_regex(r"[a-z]{2,4}_[A-Za-z0-9]{4,30}", fullmatch=True)


@given(st.from_regex(r"acct_[A-Za-z0-9]{4,20}", fullmatch=True), st.sampled_from(["test", "live"]), kinds, ids)
def test_both_kinds_of_links_are_read_back(account: str, mode: str, kind: str, id_: str) -> None:
    link = ObjectLink(account, mode, kind, id_)
    assert parse_link(link.own) == link
    assert parse_link(link.dashboard) == link
    assert parse_link(f"  {link.dashboard}?tab=lines#top ") == link


def test_a_dashboard_address_without_an_account_is_of_the_open_one() -> None:
    assert parse_link("https://dashboard.stripe.com/test/invoices/in_1Abc") == ObjectLink(
        "", "test", "invoice", "in_1Abc"
    )
    assert parse_link("https://dashboard.stripe.com/customers/cus_1Abc") == ObjectLink(
        "", "live", "customer", "cus_1Abc"
    )


@pytest.mark.parametrize(
    "text",
    [
        "http://dashboard.stripe.com/invoices/in_1Abc",
        "https://dashboard.stripe.com.evil.example/invoices/in_1Abc",
        "https://user@dashboard.stripe.com/invoices/in_1Abc",
        "https://dashboard.stripe.com/invoices/../in_1Abc",
        "https://dashboard.stripe.com/invoices/in_1Abc/../../x y",
        "https://dashboard.stripe.com/settings/in_1Abc",
        "https://dashboard.stripe.com/invoices/",
        "billing-desk://acct_1/live/invoice/in_1Abc/pay",
        "billing-desk://acct_1/demo/invoice/in_1Abc",
        "billing-desk://acct_1/live/window/in_1Abc",
        "billing-desk://acct_1/live/invoice/--demo",
        "billing-desk:///live/invoice/in_1Abc",
        "in_1Abc",
        "",
        "https://dashboard.stripe.com/invoices/in_" + "a" * 2_000,
    ],
)
def test_what_is_no_link_to_an_object_is_not_followed(text: str) -> None:
    assert parse_link(text) is None
