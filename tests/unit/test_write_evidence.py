"""Whether an object shows that a write took effect, when its answer was lost."""

from __future__ import annotations

import pytest

from billing_desk.domain.writes.write_evidence import was_done

INTENT = {"object": "payment_intent", "status": "succeeded", "amount_received": 5_000}
CHARGE = {"object": "charge", "status": "succeeded", "captured": True, "amount_captured": 5_000}


@pytest.mark.parametrize(("asked", "done"), [(5_000, True), (3_000, False)])
def test_a_capture_of_another_amount_is_not_ours(asked: int, *, done: bool) -> None:
    assert was_done("capture", INTENT, {"amount_to_capture": asked}) is done
    assert was_done("capture", CHARGE, {"amount": asked}) is done


def test_what_is_authorized_only_was_not_captured() -> None:
    held = {"object": "charge", "status": "succeeded", "captured": False, "amount_captured": 0}
    assert not was_done("capture", held, {"amount": 5_000})
    assert not was_done("cancel", {"object": "payment_intent", "status": "requires_capture"}, {})
