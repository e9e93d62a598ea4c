"""The two ways to send many events: one by one, or through the stream (E6)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from ....domain.errors import Conflict, DeskError, KeyRejected, NotFound, Refused, Unexpected
from ....domain.usage.event import Meter, MeterEvent, payload_of
from ....domain.usage.record import SentEvent
from ....domain.usage.rejected import key_of
from ....gateway.requests import usage
from ....gateway.stripe_gateway import StripeGateway
from ...tasks import together
from ...writes.planner import new_id

LANES = 64
"""Requests at the same time."""
BATCHES = 16
"""Requests of the stream at the same time."""
BATCH = 100
"""Events in a request of the stream."""
RENEW = 120
"""Seconds before its end that a session is replaced."""
REFUSALS = (Refused, Conflict, NotFound)
"""What Stripe says about one event or one request; see `answer_to`."""
EXPIRED = "billing_meter_event_session_expired"


def answer_to(error: DeskError) -> str:
    """Why the event failed. Raises the error again if it says nothing about the event, which was perhaps taken: another
    request with the same key is still running."""
    if isinstance(error, Conflict) and error.code not in ("idempotency_error", "resource_already_exists"):
        raise error
    return error.code or "refused"


@dataclass
class Attempt:
    """What became of the events that a sender was given. `outcome`: by the event's number why it failed, "" if it was
    taken; `begun` are those that were perhaps sent. `again`: they were perhaps sent before; `told` gets how many have
    come to an end; `tries` says by number how often an event was rejected before."""

    again: bool
    is_stopped: Callable[[], bool]
    told: Callable[[int], None]
    tries: Mapping[int, int] = field(default_factory=dict)
    outcome: dict[int, str] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)

    def ended(self, numbers: Sequence[int], why: str) -> None:
        self.outcome.update(dict.fromkeys(numbers, why))
        self.told(len(numbers))


class Sender(Protocol):
    async def send(self, events: Sequence[SentEvent], meters: Mapping[str, Meter], attempt: Attempt) -> None:
        """Send until the end or a stop. Raises DeskError for what concerns all; `attempt` tells how far it came."""


class Single:
    """One request an event, at most LANES at a time; those of a customer wait for each other (Stripe docs: rate limits
    of meter events)."""

    def __init__(self, gateway: StripeGateway) -> None:
        self._gateway = gateway.for_many()
        self._lanes = asyncio.Semaphore(LANES)
        self._turns: dict[str, asyncio.Lock] = {}

    async def send(self, events: Sequence[SentEvent], meters: Mapping[str, Meter], attempt: Attempt) -> None:
        groups: dict[str, list[SentEvent]] = {}
        for event in events:
            groups.setdefault(event.customer, []).append(event)
        await together(*(self._group(customer, group, meters, attempt) for customer, group in groups.items()))

    async def _group(
        self, customer: str, group: Sequence[SentEvent], meters: Mapping[str, Meter], attempt: Attempt
    ) -> None:
        async with self._turns.setdefault(customer, asyncio.Lock()):
            for event in group:
                async with self._lanes:
                    if attempt.is_stopped():
                        return
                    meter = meters.get(event.event_name)
                    if meter is None:
                        attempt.ended([event.number], "no_meter")
                        continue
                    attempt.begun.add(event.number)
                    attempt.ended([event.number], await self._one(event, meter, attempt))

    async def _one(self, event: SentEvent, meter: Meter, attempt: Attempt) -> str:
        """The identifier is the idempotency key, with a number if the event was rejected before."""
        key = key_of(event.identifier, attempt.tries.get(event.number, 0))
        made = _made(event)
        request = usage.send_event(made.event_name, payload_of(meter, made), made.at, made.identifier)
        try:
            await self._gateway.send(request, key=key, background=True)
        except REFUSALS as error:
            return _unless_taken(answer_to(error), attempt)
        return ""


class Stream:
    """Requests of 100 events, a few at a time; a session is renewed before it ends, and one that ended is replaced
    without losing the events. `now` returns Stripe's time in Unix seconds."""

    def __init__(self, gateway: StripeGateway, now: Callable[[], int]) -> None:
        self._gateway, self._now = gateway, now
        self._lanes, self._renewing = asyncio.Semaphore(BATCHES), asyncio.Lock()
        self._token, self._ends = "", 0

    async def send(self, events: Sequence[SentEvent], meters: Mapping[str, Meter], attempt: Attempt) -> None:
        known = [event for event in events if event.event_name in meters]
        attempt.ended([event.number for event in events if event.event_name not in meters], "no_meter")
        batches = [known[start : start + BATCH] for start in range(0, len(known), BATCH)]
        await together(*(self._batch(batch, meters, attempt) for batch in batches))

    async def _batch(self, batch: Sequence[SentEvent], meters: Mapping[str, Meter], attempt: Attempt) -> None:
        async with self._lanes:
            if attempt.is_stopped():
                return
            token = await self._session("")
            attempt.begun.update(event.number for event in batch)
            await self._posted(batch, meters, attempt, token)

    async def _posted(
        self, batch: Sequence[SentEvent], meters: Mapping[str, Meter], attempt: Attempt, token: str
    ) -> None:
        """A request that is refused is divided, until the event is found that Stripe does not take."""
        try:
            await self._post([_streamed(event, meters[event.event_name]) for event in batch], token)
        except REFUSALS as error:
            why = answer_to(error)
            if len(batch) > 1:
                half = len(batch) // 2
                for part in (batch[:half], batch[half:]):
                    await self._posted(part, meters, attempt, token)
                return
            attempt.ended([batch[0].number], _unless_taken(why, attempt))
        else:
            attempt.ended([event.number for event in batch], "")

    async def _session(self, ended: str) -> str:
        """A token that is good for a while; not `ended`."""
        async with self._renewing:
            if self._now() > self._ends - RENEW or self._token == ended:
                try:
                    answer = (await self._gateway.send(usage.open_stream(), key=new_id())).data
                except REFUSALS as error:  # it concerns all events
                    raise Unexpected(str(error), error.request_id, error.code) from error
                self._token = str(answer["authentication_token"])
                self._ends = int(datetime.fromisoformat(str(answer["expires_at"])).timestamp())
            return self._token

    async def _post(self, body: Sequence[Mapping[str, object]], token: str) -> None:
        """With another session if this one has ended."""
        request = usage.stream_events(body)
        try:
            await self._gateway.for_many(token).send(request, key=new_id(), background=True)
        except (KeyRejected, Refused) as error:
            if isinstance(error, Refused) and error.code != EXPIRED:
                raise
            session = self._gateway.for_many(await self._session(token))
            await session.send(request, key=new_id(), background=True)


def _unless_taken(why: str, attempt: Attempt) -> str:
    """Of an event that is sent again, this is the answer that it was taken the first time."""
    return "" if attempt.again and why == "resource_already_exists" else why


def _made(event: SentEvent) -> MeterEvent:
    return MeterEvent(event.event_name, event.customer, event.value, event.at, event.identifier)


def _streamed(event: SentEvent, meter: Meter) -> dict[str, object]:
    return {
        "event_name": event.event_name,
        "payload": payload_of(meter, _made(event)),
        "identifier": event.identifier,
        "timestamp": datetime.fromtimestamp(event.at, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
    }
