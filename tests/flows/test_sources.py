"""Sources and customers, rows B1 to B7: the stock SDK against the practice Stripe over real HTTP."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from .simulator_http import Box


def default_of(box: Box, customer: str) -> str | None:
    found: str | None = box.v1.customers.retrieve(customer).default_source
    return found


def test_a_source_given_with_a_new_customer_becomes_the_default(box: Box) -> None:
    """B1."""
    customer = box.v1.customers.create({"source": "tok_visa"})
    card = box.v1.customers.payment_sources.list(customer.id).data[0]
    assert (customer.default_source, card.brand, card.funding) == (card.id, "Visa", "credit")


def test_another_card_does_not_replace_the_default(box: Box) -> None:
    """B2."""
    customer = box.v1.customers.create({"source": "tok_visa"})
    second = box.v1.customers.payment_sources.create(customer.id, {"source": "tok_mastercard"})
    assert default_of(box, customer.id) == customer.default_source != second.id
    assert len(box.v1.customers.payment_sources.list(customer.id).data) == 2


def test_changing_the_default_and_replacing_it(box: Box) -> None:
    """B3."""
    customer = box.v1.customers.create({"source": "tok_visa"})
    second = box.v1.customers.payment_sources.create(customer.id, {"source": "tok_mastercard"})
    box.v1.customers.update(customer.id, {"default_source": second.id})
    assert default_of(box, customer.id) == second.id
    box.v1.customers.update(customer.id, {"source": "tok_jcb"})
    left = {card.brand for card in box.v1.customers.payment_sources.list(customer.id).data}
    assert left == {"Visa", "JCB"}, "the old default is detached"


def test_a_chosen_source_or_the_default_pays(box: Box) -> None:
    """B4."""
    customer = box.v1.customers.create({"source": "tok_visa"})
    second = box.v1.customers.payment_sources.create(customer.id, {"source": "tok_mastercard"})
    base = {"amount": 500, "currency": "jpy", "customer": customer.id}
    assert box.v1.charges.create(base).payment_method == customer.default_source
    assert box.v1.charges.create({**base, "source": second.id}).payment_method == second.id


def test_detaching_is_for_good(box: Box) -> None:
    """B5."""
    source = box.v1.sources.create({"type": "card", "token": "tok_visa", "usage": "reusable"})
    customer = box.v1.customers.create({"source": source.id})
    other = box.v1.customers.payment_sources.create(customer.id, {"source": "tok_visa"})
    assert box.v1.customers.payment_sources.delete(customer.id, source.id).status == "consumed"
    assert default_of(box, customer.id) == other.id, "Stripe chose another default"
    with pytest.raises(stripe.InvalidRequestError, match="consumed"):
        box.v1.customers.payment_sources.create(customer.id, {"source": source.id})
    method = box.v1.payment_methods.attach("pm_card_visa", {"customer": customer.id})
    box.v1.payment_methods.detach(method.id)
    with pytest.raises(stripe.InvalidRequestError, match="may not be used again"):
        box.v1.payment_methods.attach(method.id, {"customer": customer.id})


def test_a_single_use_source_is_charged_once_and_never_attached(box: Box) -> None:
    """B6."""
    single = box.v1.sources.create({"type": "card", "token": "tok_visa", "usage": "single_use"})
    customer = box.v1.customers.create({})
    with pytest.raises(stripe.InvalidRequestError, match="can only be used once"):
        box.v1.customers.payment_sources.create(customer.id, {"source": single.id})
    base = {"amount": 500, "currency": "jpy"}
    assert box.v1.charges.create({**base, "customer": customer.id, "source": single.id}).customer == customer.id
    assert box.v1.sources.retrieve(single.id).status == "consumed"
    loose = box.v1.sources.create({"type": "card", "token": "tok_visa", "usage": "reusable"})
    box.v1.charges.create({**base, "source": loose.id})
    assert box.v1.sources.retrieve(loose.id).status == "consumed", "unattached, it is consumed by the charge"


def test_combinations_stripe_refuses(box: Box) -> None:
    """B7."""
    customer = box.v1.customers.create({"source": "tok_visa"})
    base = {"amount": 500, "currency": "jpy"}
    refused: list[dict[str, Any]] = [
        {**base, "customer": customer.id, "source": "tok_visa"},
        {**base, "source": customer.default_source},
        base,
    ]
    for params in refused:
        with pytest.raises(stripe.InvalidRequestError):
            box.v1.charges.create(params)
    with pytest.raises(stripe.CardError):
        box.v1.charges.create({**base, "customer": box.v1.customers.create({}).id})
    assert box.v1.charges.list().data == []
