"""What an edit sends, and what Stripe would refuse."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.objects.customer import (
    Address,
    CustomerFields,
    create_params,
    field_changes,
    field_errors,
    fields_of,
    update_params,
)
from billing_desk.domain.writes.write_evidence import carries
from billing_desk.simulator.call import Call
from billing_desk.simulator.http.wire import decode_form
from billing_desk.simulator.resources.core.customers import new_customer, update
from billing_desk.simulator.spec import shape_of
from billing_desk.simulator.state.clock import FrozenClock
from billing_desk.simulator.state.state import State
from billing_desk.ui.wording.request_code import form_pairs

HANAKO = CustomerFields(
    name="佐藤 花子",
    email="hanako@example.jp",
    address=Address(line1="1-2", city="渋谷区", country="JP"),
    preferred_locales=("ja",),
    metadata={"crm": "7", "tier": "gold"},
)


def test_nothing_changed_sends_nothing() -> None:
    assert update_params(HANAKO, HANAKO) == {}
    assert field_changes(HANAKO, HANAKO) == ()


def test_sends_only_what_differs() -> None:
    after = replace(HANAKO, email="new@example.jp", metadata={"crm": "8"})
    assert update_params(HANAKO, after) == {"email": "new@example.jp", "metadata": {"tier": "", "crm": "8"}}
    assert [(c.field, c.before, c.after) for c in field_changes(HANAKO, after)] == [
        ("email", "hanako@example.jp", "new@example.jp"),
        ("metadata.crm", "7", "8"),
        ("metadata.tier", "gold", None),
    ]


def test_clearing_is_said_to_stripe_with_an_empty_text() -> None:
    assert update_params(HANAKO, replace(HANAKO, name="", address=Address())) == {"name": "", "address": ""}


def test_create_leaves_out_what_is_not_set() -> None:
    assert create_params(CustomerFields(email="a@example.jp")) == {"email": "a@example.jp"}


def test_limits_are_named_at_their_field() -> None:
    bad = CustomerFields(
        name="x" * 257,
        email="nobody",
        phone="1" * 21,
        address=Address(country="Japan"),
        preferred_locales=("日本語",),
        metadata={"k" * 41: "v"},
    )
    assert {problem.field: problem.code for problem in field_errors(bad)} == {
        "name": "too_long",
        "phone": "too_long",
        "email": "not_an_email",
        "country": "not_a_country",
        "preferred_locales": "not_a_locale",
        "metadata": "metadata_too_long",
    }
    assert [p.code for p in field_errors(CustomerFields(), CustomerFields(preferred_locales=("ja",)))] == [
        "cannot_be_emptied"
    ]


def test_unknown_null_and_missing_fields_are_read() -> None:
    assert fields_of({"id": "cus_1", "name": None, "colour": 3, "address": None}) == CustomerFields()
    assert fields_of({"id": "cus_1", "deleted": True}) == CustomerFields()


_text = st.text("abc 花-", max_size=6).map(str.strip)
_fields = st.builds(
    CustomerFields,
    name=_text,
    email=st.sampled_from(["", "a@example.jp", "b@example.com"]),
    phone=_text,
    description=_text,
    address=st.builds(Address, line1=_text, city=_text, country=st.sampled_from(["", "JP"])),
    preferred_locales=st.sampled_from([("ja",), ("en", "ja")]),
    tax_exempt=st.sampled_from(["none", "exempt", "reverse"]),
    metadata=st.dictionaries(st.text("ab", min_size=1, max_size=2), st.text("xy", min_size=1, max_size=2), max_size=3),
)


def _sent(params: dict[str, Any], shape: Any) -> Any:
    """Through the wire's encoding and the simulator's strict reading."""
    from urllib.parse import urlencode

    return shape(decode_form(urlencode(form_pairs(params))), "")


@given(_fields, _fields)
def test_what_stripe_then_holds_is_what_the_form_said(before: CustomerFields, after: CustomerFields) -> None:
    state = State(FrozenClock(1_795_219_200), account_id="acct_1", name="A")
    customer = new_customer(state, _sent(create_params(before), shape_of("POST", "/v1/customers")))
    assert fields_of(customer) == before
    params = update_params(before, after)
    update(Call(state, _sent(params, shape_of("POST", "/v1/customers/{id}")), {"id": customer["id"]}))
    now = state.get("customer", customer["id"])
    assert fields_of(now) == after
    assert carries(now, params)
    assert carries({**now, "name": (now["name"] or "") + "!"}, params) is ("name" not in params)
