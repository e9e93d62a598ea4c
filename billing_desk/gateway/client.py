"""A connection to Stripe with one API key. Belongs to one event loop."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import orjson

from .route import Route, checked_bases

if TYPE_CHECKING:
    import stripe

    from .lanes import Lanes
    from .sdk import Http


class Connection:
    """One API key on one event loop; it must be closed on the same loop."""

    def __init__(self, key: str, route: Route, *, live: bool = False) -> None:
        """`live`: the key is used in live mode. Raises WrongAddress if this key may not be sent to that route."""
        self._key, self._route, self._bases = key, route, checked_bases(key, route, live=live)
        self._made: tuple[stripe.StripeClient, Http] | None = None
        self._making = asyncio.Lock()
        self._lanes: Lanes | None = None

    @property
    def route(self) -> Route:
        return self._route

    async def client(self) -> stripe.StripeClient:
        """The SDK's client. The first call imports the SDK and builds the client in an executor thread."""
        async with self._making:
            if self._made is None:
                self._made = await asyncio.get_running_loop().run_in_executor(None, self._make)
            return self._made[0]

    def _make(self) -> tuple[stripe.StripeClient, Http]:
        from .sdk import build

        return build(self._key, self._route, self._bases)

    async def get(self, path: str, params: Mapping[str, Any]) -> tuple[Any, Any]:
        """The response to a GET and its JSON. Raises the SDK's errors, and JSONDecodeError if the body is not JSON."""
        client = await self.client()
        assert self._made is not None
        _refuse_strange(path)
        kept, bodies = self._made[1].bodies, list[bytes]()
        token = kept.set(bodies)
        try:
            response = await client.raw_request_async("get", path, **params)
        finally:
            kept.reset(token)
        return response, _read(bodies[0])

    async def send(self, method: str, path: str, params: Mapping[str, Any]) -> Any:
        """The response to a request that is not a GET. Raises the SDK's errors."""
        _refuse_strange(path)
        client = await self.client()
        return await client.raw_request_async(method, path, **params)

    async def post_many(
        self, path: str, params: Mapping[str, Any], base: str, options: Mapping[str, str]
    ) -> tuple[Any, Any]:
        """As `send`, for one of many small writes at a time: the response and its JSON. `options` may hold another
        `api_key`. Raises the SDK's errors, and JSONDecodeError if the body is not JSON."""
        _refuse_strange(path)
        if self._lanes is None:
            await self.client()  # the SDK's settings come first
            from .lanes import Lanes

            self._lanes = self._lanes or Lanes(self._route)
        headers = {"Authorization": f"Bearer {options.get('api_key') or self._key}"}
        if "idempotency_key" in options:
            headers["Idempotency-Key"] = options["idempotency_key"]
        answer, body = await self._lanes.post(self._bases[base], path, params, headers)
        return answer, _read(body)

    async def download(self, path: str, take: Callable[[bytes], object]) -> None:
        """A file of the account, piece by piece, from Stripe's file host. Raises as `files.download`."""
        from .files import download

        _refuse_strange(path)
        headers = {"Authorization": f"Bearer {self._key}"}
        await download(self._route, self._bases["files"], headers, path, take)

    async def drop_connections(self) -> None:
        """Close all connections after sleep or a network change. The next request opens new ones."""
        async with self._making:
            made, self._made = self._made, None
        if made is not None:
            await made[1].close_async()  # type: ignore[no-untyped-call]  # the SDK leaves it untyped
        await self._close_lanes()

    async def _close_lanes(self) -> None:
        lanes, self._lanes = self._lanes, None
        if lanes is not None:
            await lanes.close()

    async def close(self) -> None:
        await self._close_lanes()
        if self._made is not None:
            await self._made[1].close_async()  # type: ignore[no-untyped-call]  # the SDK leaves it untyped


def _read(body: bytes) -> Any:
    """Parse JSON. Lone surrogates, which orjson rejects, become replacement characters."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        if b"\\u" not in body:
            raise
    try:
        found = json.loads(body)
    except RecursionError as error:
        raise orjson.JSONDecodeError("too deep", "", 0) from error
    return _whole_characters(found)


def _whole_characters(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_whole_characters(name): _whole_characters(item) for name, item in value.items()}
    return [_whole_characters(item) for item in value] if isinstance(value, list) else value


def _refuse_strange(path: str) -> None:
    """Raises ValueError for a path that, appended to the base address, could name another host."""
    if not path.startswith(("/v1/", "/v2/")) or any(character in path for character in "\\\r\n"):
        raise ValueError(f"not one of Stripe's paths: {path!r}")
