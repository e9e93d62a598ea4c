"""Requests leave as fast as Stripe allows and never faster."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.domain.errors import Busy, Conflict, Declined, Offline, Refused, Unexpected
from billing_desk.gateway.pace import Pace, PaceLimits
from billing_desk.gateway.stripe_gateway import BUSY_ATTEMPTS, TROUBLE_ATTEMPTS, attempts_for, delay


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["get a", "get b", "post c"]), min_size=120, max_size=300))
def test_no_second_sees_more_than_the_limits(calls: list[str]) -> None:
    limits = PaceLimits(per_key=50, per_endpoint=20)
    pace, now, sent = Pace(limits), 100.0, list[tuple[float, str]]()
    for endpoint in calls:
        while wait := pace.take(now, endpoint, background=False):
            now += wait
        sent.append((now, endpoint))
    for at, endpoint in sent:
        # A bucket that was full gives at most one burst on top of the steady rate.
        within = [e for t, e in sent if at <= t < at + 1]
        assert len(within) <= 2 * limits.per_key
        assert sum(e == endpoint for e in within) <= 2 * limits.per_endpoint
    elapsed = sent[-1][0] - sent[0][0]
    assert len(sent) <= limits.per_key * (elapsed + 1) + 1


def test_background_leaves_room_for_operators() -> None:
    pace, now = Pace(PaceLimits(per_key=10, per_endpoint=10)), 5.0
    taken = 0
    while pace.take(now, f"get {taken}", background=True) == 0:
        taken += 1
    assert taken == 8
    assert pace.take(now, "post x", background=False) == 0


def test_after_a_429_everything_waits() -> None:
    pace = Pace(PaceLimits(per_key=10, per_endpoint=10))
    pace.slow_down(5.0)
    assert pace.take(5.0, "get a", background=False) > 0.05


def test_attempts_by_error() -> None:
    assert attempts_for(Busy()) == BUSY_ATTEMPTS
    for trouble in (Offline(), Unexpected(status=500), Conflict(code="idempotency_key_in_use")):
        assert attempts_for(trouble) == TROUBLE_ATTEMPTS
    for final in (Refused(), Declined(), Unexpected(status=200), Conflict(code="idempotency_error")):
        assert attempts_for(final) == 1


@given(st.integers(1, 8), st.floats(0, 1))
def test_delays_grow_and_spread(attempt: int, chance: float) -> None:
    assert 0 < delay(Busy(), attempt, chance) <= 30
    assert delay(Busy(), attempt + 1, 0.5) >= delay(Busy(), attempt, 0.5)
    assert delay(Offline(), attempt, 0.0) < delay(Offline(), attempt, 1.0)
