"""Handles a request: fault, API key, rate limits, idempotency key, locks, parameters, then the resource."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from email.utils import formatdate
from urllib.parse import parse_qsl, unquote

from . import publishable
from .billing.scheduler import settle
from .call import Call, RequestMark
from .errors import ApiError
from .http.answer import Answer, Incoming, answer
from .http.limiter import Limiter
from .http.presenting import hidden_field, presented
from .http.wire import decode_form, decode_json, expand, text_of
from .keys import Grant, admit, key_of
from .resources import Endpoint
from .resources.core.webhook_endpoints import ENDPOINTS
from .router import Router
from .spec import api_version
from .state.faults import Fault, Faults
from .state.idempotency import Idempotency
from .state.locks import Locks, locked_by
from .state.state import State
from .state.table import Json
from .state.templates import emptied
from .state.transaction import transaction

__all__ = ["ENDPOINTS", "Simulator"]


_log = logging.getLogger(__name__)


@dataclass
class Running:
    """An admitted request, with its endpoint, grant, path parameters and answer headers."""

    incoming: Incoming
    endpoint: Endpoint
    grant: Grant
    ids: dict[str, str]
    mark: RequestMark
    headers: dict[str, str]
    owner: str = ""
    keyed: bool = False
    held: frozenset[str] = field(default_factory=frozenset)

    @property
    def fingerprint(self) -> str:
        """Method, path and parameters; independent of the order of form parameters."""
        text = self.incoming.body.decode(errors="replace")
        asked = text if self.incoming.path.startswith("/v2/") else sorted(parse_qsl(text, keep_blank_values=True))
        return f"{self.incoming.line}?{asked}"


class Simulator:
    """Serves accounts by API key. Every handler runs to completion on one thread, so that writes never interleave.

    `requests` lists (method, path, idempotency key) of all requests.
    """

    def __init__(self, grants: dict[str, Grant]) -> None:
        self.grants = grants
        self.faults = Faults()
        self.limiter = Limiter()
        self.requests: list[tuple[str, str, str]] = []
        self._idempotency = Idempotency()
        self._locks = Locks()
        self._router = Router(ENDPOINTS)
        self._serial = 0
        self._dated = (0, "")

    def states(self) -> list[State]:
        """The state of each account and mode, without duplicates."""
        return list({id(grant.state): grant.state for grant in self.grants.values()}.values())

    def settle(self) -> None:
        """Run all due tasks of every account."""
        for state in self.states():
            settle(state)

    def advance(self, seconds: int) -> int:
        """Move the time of every account forward by `seconds`; returns the new time (Unix seconds)."""
        for clock in {id(state.clock): state.clock for state in self.states()}.values():
            clock.advance(seconds)
        for state in self.states():
            state.version += 1
        self.settle()
        return self.states()[0].now()

    async def handle(self, incoming: Incoming) -> Answer:
        """Answer one request. It waits for locks and delay faults, then runs without interruption."""
        fault = self.faults.take(incoming.method, incoming.path)
        early = fault.early() if fault else None
        if early is not None:
            return early
        started = self._start(incoming)
        if isinstance(started, Answer):
            await _delay(fault)
            return started
        try:
            begun = await self._begin(started)
            if begun is None:
                await _delay(fault)
                begun = self._crash(started) if fault and fault.kind == "crash" else self._run(started)
        finally:
            self._locks.release(started.held)
            if started.keyed:
                self._idempotency.abandon(started.owner, started.mark.idempotency_key)
        return fault.late(begun) if fault else begun

    def _date(self) -> str:
        """The `Date` header: the time of the first account, which `advance` moves."""
        now = next(iter(self.grants.values())).state.now() if self.grants else int(time.time())
        if now != self._dated[0]:
            self._dated = (now, formatdate(now, usegmt=True))
        return self._dated[1]

    def _start(self, incoming: Incoming) -> Running | Answer:
        self._serial += 1
        request_id = f"req_{self._serial:014d}"
        key = incoming.headers.get("idempotency-key") if incoming.method == "POST" else None
        self.requests.append((incoming.method, incoming.path, key or ""))
        headers = {
            "Request-Id": request_id,
            "Date": self._date(),
            "Stripe-Version": incoming.headers.get("stripe-version", api_version()),
        }
        if key:
            headers["Idempotency-Key"] = key
        try:
            found = self._router.find(incoming.method, incoming.path)
            if found is None:
                raise ApiError(404, f"Unrecognized request URL ({incoming.method}: {incoming.path}).")
            endpoint, values = found
            grant = admit(self.grants, key_of(incoming.headers.get("authorization", "")), endpoint)
            if key is not None and len(key) > 255:
                raise ApiError(400, "Idempotency keys must be at most 255 characters.", param="idempotency_key")
            self.limiter.admit(grant.state, endpoint)
            names = endpoint.ids
            ids = {name: unquote(value) for name, value in zip(names, values, strict=True)}
            mark = RequestMark(request_id, key)
            owner = f"{grant.state.account_id} {grant.state.livemode} {grant.publishable}"
            return Running(incoming, endpoint, grant, ids, mark, headers, owner)
        except ApiError as error:
            return _refusal(error, headers)

    async def _begin(self, running: Running) -> Answer | None:
        """Take the idempotency key and the locks; returns the answer if the request must not run."""
        key, now = running.mark.idempotency_key, running.grant.state.clock.now()
        try:
            if key:
                stored = self._idempotency.begin(running.owner, key, running.fingerprint, now)
                if stored is not None:
                    return Answer(stored[0], stored[1], {**running.headers, "Idempotent-Replayed": "true"})
                running.keyed = True
            wanted = locked_by(running.incoming, running.ids)
            await self._locks.acquire(wanted)
            running.held = wanted
        except ApiError as error:
            return _refusal(error, running.headers)
        return None

    def _run(self, running: Running) -> Answer:
        key, state = running.mark.idempotency_key, running.grant.state
        settle(state)
        # A write runs in a transaction on a fork, so that an error leaves no partial changes.
        reading = running.incoming.method == "GET"
        try:
            with nullcontext(state) if reading else transaction(state) as beside:
                found, keep = answer(200, self._call(running, beside), running.headers), True
        except ApiError as error:
            self._other_mode(error, running)
            found, keep = _refusal(error, running.headers), error.stored
        except Exception:
            _log.exception("unforeseen in %s", running.incoming.line)
            broken = ApiError(500, "Something went wrong on the simulator's end.", type_="api_error")
            found, keep = _refusal(broken, running.headers), True
        if key and keep:
            self._idempotency.finish(running.owner, key, found.status, found.body)
        return found

    def _crash(self, running: Running) -> Answer:
        """A server error during the request: nothing is changed, and the idempotency key keeps the error."""
        error = ApiError(500, "An unexpected error occurred on Stripe's side.", type_="api_error")
        found = _refusal(error, running.headers)
        if running.keyed:
            self._idempotency.finish(running.owner, running.mark.idempotency_key or "", found.status, found.body)
        return found

    def _call(self, running: Running, state: State) -> Json:
        """Run the handler against this state. Nested parameters that were unset (empty text) are passed as None."""
        incoming, endpoint = running.incoming, running.endpoint
        if incoming.method == "POST" and endpoint.path.startswith("/v2/"):
            params = decode_json(incoming.body)
        else:
            params = decode_form(text_of(incoming.body) if incoming.method == "POST" else incoming.query)
        paths = params.pop("expand", None)
        checked = {name: emptied(value) for name, value in endpoint.shape(params, "").items()}
        if not all(running.ids.values()):
            message = (
                f"Unrecognized request URL ({incoming.line}). To list objects, leave out the trailing slash; to "
                "retrieve one, give an identifier that is not empty."
            )
            raise ApiError(404, message)
        call = Call(state, checked, running.ids, running.mark)
        browser = running.grant.publishable
        publishable.check(call, endpoint.method, endpoint.path, publishable=browser)
        try:
            body = presented(endpoint.handler(call))
        except ApiError as error:
            error.more = publishable.shown(error.more) if browser else error.more
            raise
        body = publishable.shown(body) if browser else body
        whole = expand(body, paths, lambda id_: _shown(state, id_), lambda obj, name: hidden_field(state, obj, name))
        return publishable.shown(whole) if browser else whole

    def _other_mode(self, error: ApiError, running: Running) -> None:
        """Extend a `resource_missing` message if the object exists in the account's other mode."""
        if error.code != "resource_missing" or "'" not in error.message:
            return
        id_, here = error.message.split("'")[1], running.grant.state
        for state in self.states():
            if state.account_id == here.account_id and state.livemode != here.livemode and state.find(id_):
                there, mine = ("live", "test") if state.livemode else ("test", "live")
                error.message += (
                    f"; a similar object exists in {there} mode, but a {mine} mode key was used to make this request."
                )


def _shown(state: State, id_: str) -> Json | None:
    found = state.find(id_)
    return None if found is None else presented(found if isinstance(found, dict) else found.load())


def _refusal(error: ApiError, headers: Mapping[str, str]) -> Answer:
    extra = {"Stripe-Should-Retry": "false"} if error.status in (400, 401, 403, 404) else {}
    if error.status == 409 or error.code == "lock_timeout":
        extra["Stripe-Should-Retry"] = "true"
    return answer(error.status, error.body(), {**headers, **extra})


async def _delay(fault: Fault | None) -> None:
    """Wait for the seconds of a `delay` fault, or until it is cleared."""
    if fault is None or fault.kind != "delay":
        return
    ends = time.monotonic() + fault.seconds
    while not fault.over and (left := ends - time.monotonic()) > 0:
        await asyncio.sleep(min(left, 0.02))
