"""Metadata: Stripe's limits, and the program's own keys, which give way to the customer's."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from billing_desk.desk import Desk
from billing_desk.domain.objects.customer import CustomerFields, fields_of
from billing_desk.domain.writes.operation import Preview
from billing_desk.domain.writes.own_metadata import (
    METADATA_KEYS,
    METADATA_VALUE,
    OWN_KEYS,
    REASON,
    TICKET,
    count_of_theirs,
    with_own,
)
from billing_desk.domain.writes.safety_limits import SafetyLimits

from ..stripe_side import StripeSide
from .desk_fixture import at_desk

NOTED = SafetyLimits(note_at_stripe=True)
_KEYS = st.sampled_from([*(f"key{number}" for number in range(60)), *sorted(OWN_KEYS)])


def _keys(count: int, start: int = 0) -> dict[str, str]:
    return {f"key_{number}": f"value {number}" for number in range(start, start + count)}


@given(
    st.dictionaries(_KEYS, st.sampled_from(["", "x"]), max_size=60),
    st.dictionaries(st.sampled_from(sorted(OWN_KEYS)), st.text("y", min_size=1, max_size=600)),
    st.sets(_KEYS, max_size=METADATA_KEYS),
)
def test_the_customers_keys_always_win(changes: dict[str, str], own: dict[str, str], held: set[str]) -> None:
    sent = with_own(changes, own, held)
    theirs = {key: value for key, value in changes.items() if key not in OWN_KEYS}
    assert {key: value for key, value in sent.items() if key not in OWN_KEYS} == theirs
    after = {key for key in {*held, *sent} if sent.get(key) != ""}
    kept = count_of_theirs(after)
    assert len(after) <= max(METADATA_KEYS, kept), "no own key takes the room of another"
    assert all(len(value) <= METADATA_VALUE for value in sent.values())
    if kept + len(own) <= METADATA_KEYS:
        assert set(own) <= after, "where there is room, they are written"


async def _send(desk: Desk, preview: Preview | None) -> dict[str, Any]:
    """As the screen does it, with a reason and a ticket that also go to Stripe."""
    assert preview is not None
    return await desk.services.writer.perform(desk.services.writer.explained(preview.operation, "why", "T-1"))


async def test_a_customer_with_fifty_keys_is_created_without_own_keys() -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        for count, own in ((50, 0), (49, 1), (48, 2), (47, 3), (3, 3)):
            fields = CustomerFields(name="Full", metadata=_keys(count))
            made = await _send(desk, await desk.services.customers.preview_create(fields))
            assert set(_keys(count)) <= set(made["metadata"])
            assert len(set(made["metadata"]) & OWN_KEYS) == len(made["metadata"]) - count == own

    await at_desk(use, rules=NOTED)


async def test_editing_a_customer_with_fifty_keys_writes_no_own_key() -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customers = desk.services.customers
        made = await _send(desk, await customers.preview_create(CustomerFields(name="Full", metadata=_keys(50))))
        before = await customers.current(made["id"])
        after = CustomerFields(name="Renamed", metadata=before.metadata)
        renamed = await _send(desk, await customers.preview_update(made["id"], before, after))
        assert (renamed["name"], renamed["metadata"]) == ("Renamed", _keys(50))

    await at_desk(use, rules=NOTED)


async def test_own_keys_of_a_customer_are_removed_for_the_customers_keys_and_undone() -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customers = desk.services.customers
        made = await _send(desk, await customers.preview_create(CustomerFields(name="Grows", metadata=_keys(10))))
        assert set(made["metadata"]) > OWN_KEYS
        before = await customers.current(made["id"])
        after = CustomerFields(name="Grows", metadata={**before.metadata, **_keys(50)})
        grown = await _send(desk, await customers.preview_update(made["id"], before, after))
        assert grown["metadata"] == _keys(50)
        entry = (await desk.services.log.newest())[0]
        back = await _send(desk, await desk.services.undo.preview_undo(entry))
        assert set(back["metadata"]) >= set(_keys(10))
        assert not set(back["metadata"]) & set(_keys(40, 10))

    await at_desk(use, rules=NOTED)


async def test_all_fifty_keys_can_be_replaced() -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        customers = desk.services.customers
        made = await _send(desk, await customers.preview_create(CustomerFields(name="New", metadata=_keys(50))))
        before = await customers.current(made["id"])
        after = CustomerFields(name="New", metadata=_keys(50, 50))
        changed = await _send(desk, await customers.preview_update(made["id"], before, after))
        assert changed["metadata"] == _keys(50, 50)

    await at_desk(use, rules=NOTED)


async def test_no_write_to_a_full_object_is_refused_for_the_reason() -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        owner, subscription = await stripe.subscriber("full@example.jp", "plan-full")
        full = {f"metadata[{key}]": value for key, value in _keys(50).items()}
        for path in (f"/v1/customers/{owner}", f"/v1/subscriptions/{subscription}"):
            await stripe.call("post", path, **full)
        ended = await _send(desk, await desk.services.subscription_ending.preview_ending(subscription, ends=True))
        assert (ended["cancel_at_period_end"], ended["metadata"]) == (True, _keys(50))
        entry = (await desk.services.log.newest())[0]
        undone = await _send(desk, await desk.services.undo.preview_undo(entry))
        assert (undone["cancel_at_period_end"], undone["metadata"]) == (False, _keys(50))
        room = {f"metadata[key_{number}]": "" for number in range(10)}
        await stripe.call("post", f"/v1/subscriptions/{subscription}", **room)
        noted = await _send(desk, await desk.services.subscription_ending.preview_ending(subscription, ends=True))
        assert (noted["metadata"][REASON], noted["metadata"][TICKET]) == ("why", "T-1")

    await at_desk(use, rules=NOTED)


async def test_a_note_takes_the_room_of_an_own_key() -> None:
    async def use(desk: Desk, stripe: StripeSide) -> None:
        made = await _send(
            desk, await desk.services.customers.preview_create(CustomerFields(name="Note", metadata=_keys(47)))
        )
        assert len(made["metadata"]) == METADATA_KEYS
        noted = await _send(desk, await desk.services.customer_notes.preview_add(made["id"], "Called back"))
        assert "Called back" in fields_of(noted).metadata.values()
        assert set(_keys(47)) <= set(noted["metadata"])

    await at_desk(use, rules=NOTED)
