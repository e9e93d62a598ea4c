"""A connection to Stripe with one key, and the ways to reach it. Belongs to one event loop."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import orjson

from .route import Route, checked_bases

if TYPE_CHECKING:
    import stripe

    from .sdk import Http


class Connection:
    """One key on one loop; close it on that loop."""

    def __init__(self, key: str, route: Route, *, live: bool = False) -> None:
        """`live`: the mode that the key is used in. Raises WrongAddress for a place where this key may not be sent."""
        self._key, self._route, self._bases = key, route, checked_bases(key, route, live=live)
        self._made: tuple[stripe.StripeClient, Http] | None = None
        self._making = asyncio.Lock()

    async def client(self) -> stripe.StripeClient:
        """The SDK's client, loaded and made at the first need, off this thread."""
        async with self._making:
            if self._made is None:
                self._made = await asyncio.get_running_loop().run_in_executor(None, self._make)
            return self._made[0]

    def _make(self) -> tuple[stripe.StripeClient, Http]:
        from .sdk import build

        return build(self._key, self._route, self._bases)

    async def get(self, path: str, params: Mapping[str, Any]) -> tuple[Any, Any]:
        """A GET's answer and its JSON. Raises the SDK's errors, and JSONDecodeError where it is none of Stripe's."""
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
        """Any other request's answer. Raises the SDK's errors."""
        _refuse_strange(path)
        client = await self.client()
        return await client.raw_request_async(method, path, **params)

    async def drop_connections(self) -> None:
        """After sleep or a change of network: what is open leads nowhere. The next request connects anew."""
        async with self._making:
            made, self._made = self._made, None
        if made is not None:
            await made[1].close_async()  # type: ignore[no-untyped-call]  # the SDK leaves it untyped

    async def close(self) -> None:
        if self._made is not None:
            await self._made[1].close_async()  # type: ignore[no-untyped-call]  # the SDK leaves it untyped


def _read(body: bytes) -> Any:
    """JSON, also where a text holds half a character, which the quick reader refuses; such halves become marks."""
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
    """The path is put behind the host: one that begins in another way could name another host."""
    if not path.startswith(("/v1/", "/v2/")) or any(character in path for character in "\\\r\n"):
        raise ValueError(f"not one of Stripe's paths: {path!r}")
