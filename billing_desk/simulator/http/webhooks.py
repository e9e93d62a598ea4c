"""Sends events to webhook endpoints on this computer, with Stripe's signature, and retries failed deliveries."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urlsplit

import httpx
import orjson

from ..resources.core.events import thin, whole
from ..server import Simulator
from ..state.state import State
from ..state.table import Json
from .cli_sessions import CliSessions
from .signing import signature

# Seconds between attempts, on the account's clock. Stripe's test mode also retries a few times within hours.
DELAYS = (60, 600, 3_600)
_PATIENCE_SECONDS = 10
_LOCAL = ("127.0.0.1", "localhost", "::1")


@dataclass
class _Waiting:
    state: State
    endpoint: str
    event: str
    due: int
    attempt: int = 0


class WebhookSender:
    """Delivers the events in the accounts' outboxes."""

    def __init__(self, simulator: Simulator, sessions: CliSessions) -> None:
        self._simulator, self._sessions = simulator, sessions
        self._waiting: list[_Waiting] = []
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> WebhookSender:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            await self._client.aclose()

    async def deliver(self) -> None:
        """One round: attempt every due delivery once."""
        for state in self._simulator.states():
            taken, state.outbox = state.outbox, []
            self._waiting += [
                _Waiting(state, endpoint, event, state.now())
                for endpoint, event in taken
                if not self._sessions.take(endpoint, event)
            ]
        due = [each for each in self._waiting if each.due <= each.state.now()]
        for each in due:
            began = each.state.now()  # the clock may be advanced during the attempt
            if await self._try(each) or each.attempt >= len(DELAYS):
                self._waiting.remove(each)
            else:
                each.due = began + DELAYS[each.attempt]
                each.attempt += 1

    async def _try(self, waiting: _Waiting) -> bool:
        """Whether the delivery is finished: accepted, or the event or a local endpoint no longer exists."""
        state = waiting.state
        endpoint = state.table("webhook_endpoint").get(waiting.endpoint)
        destination = state.table("v2.core.event_destination").get(waiting.endpoint)
        hidden = state.hidden_of(waiting.endpoint)
        address = endpoint["url"] if endpoint else hidden.get("url", "") if destination else ""
        event = state.table("event").peek(waiting.event) or state.table("v2.core.event").peek(waiting.event)
        if event is None or (urlsplit(address).hostname or "") not in _LOCAL:
            return True
        wants_thin = destination is not None and destination["event_payload"] == "thin"
        payload = orjson.dumps(thin(whole(event)) if wants_thin and event["object"] == "event" else event)
        if not await self._post(address, payload, hidden["secret"], state.now()):
            return False
        mine = state.table("event").get(waiting.event)
        if mine is not None:
            _taken(mine)
        return True

    async def _post(self, address: str, payload: bytes, secret: str, moment: int) -> bool:
        if self._client is None:
            self._client = httpx.AsyncClient(timeout=5, trust_env=False)
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Stripe-Signature": signature(secret, payload, moment),
            "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        }
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                response = await self._client.post(address, content=payload, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError):
            return False
        return response.is_success


def _taken(event: Json) -> None:
    event["pending_webhooks"] = max(0, event["pending_webhooks"] - 1)
