"""The ASGI application: keys, strict parameters, idempotency, faults, then the resource."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from .errors import ApiError, invalid
from .faults import ConnectionDropped, Fault, Faults
from .idempotency import Idempotency
from .keys import Grant, admit, key_of
from .resources import (
    Endpoint,
    account,
    catalog,
    customers,
    events,
    invoices,
    meters,
    payment_methods,
    subscriptions,
)
from .state import API_VERSION, Call, RequestMark
from .wire import Json, decode_form, expand

ENDPOINTS: list[Endpoint] = [
    endpoint
    for module in (account, customers, payment_methods, catalog, subscriptions, invoices, meters, events)
    for endpoint in module.endpoints
]


class _Cut(Response):
    """An answer that promises more than it sends, so that the server cuts the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"64")]})
        raise ConnectionDropped


class Simulator:
    """Serves accounts by key. Every request runs whole on one thread, so that writes never interleave."""

    def __init__(self, grants: dict[str, Grant]) -> None:
        self.grants = grants
        self.faults = Faults()
        self.requests: list[tuple[str, str, str]] = []
        self._idempotency = Idempotency()
        self._serial = 0
        self.app = Starlette(
            routes=[Route(e.path, self._endpoint(e), methods=[e.method]) for e in ENDPOINTS],
            exception_handlers={404: _unrecognized, 405: _unrecognized},
        )

    def _endpoint(self, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            raw = (await request.body()).decode() if request.method == "POST" else request.url.query
            fault = self.faults.take(request.method, request.url.path)
            early = await _before(fault)
            if early is not None:
                return early
            response = self._run(endpoint, request, raw)
            return _Cut() if fault and fault.kind == "drop_after" else response

        return answer

    def _run(self, endpoint: Endpoint, request: Request, raw: str) -> Response:
        self._serial += 1
        request_id = f"req_{self._serial:014d}"
        key = key_of(request.headers.get("authorization", ""))
        idempotency_key = request.headers.get("idempotency-key") if request.method == "POST" else None
        self.requests.append((request.method, request.url.path, idempotency_key or ""))
        headers = {"Request-Id": request_id, "Stripe-Version": request.headers.get("stripe-version", API_VERSION)}
        if idempotency_key:
            headers["Idempotency-Key"] = idempotency_key
        try:
            grant = admit(self.grants, key, endpoint.needed)
            if not idempotency_key:
                return _json(200, self._call(endpoint, grant, request, raw, RequestMark(request_id)), headers)
            mark = RequestMark(request_id, idempotency_key)
            return self._keyed(endpoint, grant, request, raw, mark, headers)
        except ApiError as error:
            return _json(error.status, error.body(), headers)

    def _keyed(
        self, endpoint: Endpoint, grant: Grant, request: Request, raw: str, mark: RequestMark, headers: dict[str, str]
    ) -> Response:
        owner, key = grant.state.account_id + str(grant.state.livemode), mark.idempotency_key or ""
        fingerprint = f"{request.method} {request.url.path}?{raw}"
        stored = self._idempotency.begin(owner, key, fingerprint, grant.state.clock.now())
        if stored is not None:
            return Response(stored[1], stored[0], {**headers, "Idempotent-Replayed": "true"}, "application/json")
        try:
            response = _json(200, self._call(endpoint, grant, request, raw, mark), headers)
        except ApiError as error:
            if not error.stored:
                self._idempotency.forget(owner, key)
                raise
            response = _json(error.status, error.body(), headers)
        self._idempotency.finish(owner, key, response.status_code, bytes(response.body))
        return response

    def _call(self, endpoint: Endpoint, grant: Grant, request: Request, raw: str, mark: RequestMark) -> Json:
        params = decode_form(raw)
        paths = params.pop("expand", None)
        checked = endpoint.shape(params, "")
        for name, value in request.path_params.items():
            if not value:
                raise invalid(name, f"Invalid {name}: must not be empty")
        call = Call(grant.state, checked, dict(request.path_params), mark)
        return expand(endpoint.handler(call), paths, grant.state.find)


def _json(status: int, body: Json, headers: dict[str, str]) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status, headers, "application/json")


async def _before(fault: Fault | None) -> Response | None:
    """What happens to a request before it runs; None lets it run."""
    if fault is None:
        return None
    if fault.seconds:
        await asyncio.sleep(fault.seconds)
    if fault.kind == "drop_before":
        return _Cut()
    if fault.kind == "not_json":
        return Response("<html>Sign in to the network</html>", 200, media_type="text/html")
    if fault.kind == "status":
        type_, code = ("invalid_request_error", "rate_limit") if fault.status == 429 else ("api_error", None)
        error = ApiError(fault.status, "An error occurred on purpose.", type_=type_, code=code)
        return _json(fault.status, error.body(), {"Request-Id": "req_fault", **fault.headers})
    return None


async def _unrecognized(request: Request, _: Exception) -> Response:
    error = ApiError(404, f"Unrecognized request URL ({request.method}: {request.url.path}).")
    return _json(404, error.body(), {"Request-Id": "req_unrecognized"})
