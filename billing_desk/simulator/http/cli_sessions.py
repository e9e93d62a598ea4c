"""Sessions of the official CLI's `stripe listen`: asked for over HTTP, then events over a WebSocket (protocol:
stripe/stripe-cli, `pkg/stripeauth` and `pkg/websocket`)."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson

from ..errors import ApiError
from ..keys import key_of
from ..resources.core.events import thin, whole
from ..server import Simulator
from ..spec import api_version
from ..state.state import State
from ..state.table import Json
from .answer import Answer, Incoming, answer
from .signing import signature

SESSIONS = "/v1/stripecli/sessions"
SUBSCRIBE = "/subscribe"
PROTOCOL = "stripecli-devproxy-v1"
PREFIX = "cliws_"
RECONNECT_SECONDS = 300
_LOOK_SECONDS = 0.05
_MOST_AT_ONCE, MOST_WAITING = 200, 10_000
Message = MutableMapping[str, Any]


@dataclass
class Session:
    """`sent` are events without an acknowledgement yet, by webhook id; they are sent again on another connection."""

    state: State
    features: tuple[str, ...]
    secret: str
    waiting: list[str] = field(default_factory=list)
    sent: dict[str, str] = field(default_factory=dict)


class CliSessions:
    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._sessions: dict[str, Session] = {}

    def make(self, incoming: Incoming, port: int) -> Answer:
        """The answer to `POST /v1/stripecli/sessions`."""
        grant = self._simulator.grants.get(key_of(incoming.headers.get("authorization", "")))
        if grant is None or grant.revoked or grant.publishable:
            return answer(401, ApiError(401, "Invalid API Key provided").body())
        asked = parse_qsl(incoming.body.decode(errors="replace"))
        features = tuple(value for name, value in asked if name.startswith("websocket_features"))
        if not features:
            return answer(400, ApiError(400, "Missing required param: websocket_features.").body())
        id_, secret = PREFIX + secrets.token_hex(12), "whsec_" + secrets.token_hex(32)
        self._sessions[id_] = Session(grant.state, features, secret)
        grant.state.listening.add(id_)
        made: Json = {
            "websocket_id": id_,
            "websocket_url": f"wss://127.0.0.1:{port}{SUBSCRIBE}/{grant.state.account_id}",
            "websocket_authorized_feature": features[0],
            "secret": secret,
            "reconnect_delay": RECONNECT_SECONDS,
            "default_version": api_version(),
            "latest_version": api_version(),
            "device_token": "",
            "display_connect_filter_warning": False,
        }
        return answer(200, made)

    def take(self, id_: str, event: str) -> bool:
        """An event for a session; False if there is no such session."""
        if (session := self._sessions.get(id_)) is None:
            return False
        session.waiting = [*session.waiting, event][-MOST_WAITING:]
        return True

    async def connect(
        self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        """Serve one WebSocket until it is closed."""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        session = self._sessions.get(headers.get("websocket-id", ""))
        await receive()  # the client's wish to connect
        if session is None or not scope["path"].startswith(SUBSCRIBE):
            await self._reject(send)
            return
        await send({"type": "websocket.accept", "subprotocol": PROTOCOL})
        session.waiting = [*session.sent.values(), *session.waiting]
        session.sent.clear()
        while True:
            await self._send(session, send)
            try:
                async with asyncio.timeout(_LOOK_SECONDS):
                    message = await receive()
            except TimeoutError:
                continue
            if message["type"] == "websocket.disconnect":
                return
            self._answered(session, message)

    @staticmethod
    async def _reject(send: Callable[[Message], Awaitable[None]]) -> None:
        """The client asks for a new session when it reads this."""
        body = b"Unknown WebSocket ID."
        start = [(b"content-type", b"text/plain"), (b"content-length", str(len(body)).encode())]
        await send({"type": "websocket.http.response.start", "status": 400, "headers": start})
        await send({"type": "websocket.http.response.body", "body": body})

    @staticmethod
    async def _send(session: Session, send: Callable[[Message], Awaitable[None]]) -> None:
        waiting, session.waiting = session.waiting[:_MOST_AT_ONCE], session.waiting[_MOST_AT_ONCE:]
        for event in waiting:
            for message in _messages(session, event):
                session.sent[message["webhook_id"]] = event
                await send({"type": "websocket.send", "text": orjson.dumps(message).decode()})

    @staticmethod
    def _answered(session: Session, message: Message) -> None:
        """Acknowledgements name what was received; responses say what the local server answered."""
        with contextlib.suppress(orjson.JSONDecodeError, AttributeError, TypeError):
            said = orjson.loads(message.get("text") or message.get("bytes") or b"")
            if said.get("type") in ("event_ack", "webhook_response"):
                session.sent.pop(said.get("webhook_id") or said.get("event_id"), None)


def _messages(session: Session, id_: str) -> list[Json]:
    """A snapshot event, and its thin one if the client listens for those."""
    state = session.state
    event = state.table("event").peek(id_) or state.table("v2.core.event").peek(id_)
    if event is None:
        return []
    found: list[Json] = []
    thins = any("v2" in feature or "thin" in feature for feature in session.features)
    if event["object"] == "event" and "webhooks" in session.features:
        payload = orjson.dumps(event)
        found.append(
            {
                "type": "webhook_event",
                "endpoint": {"api_version": None},
                "event_payload": payload.decode(),
                "http_headers": _headers(session, payload),
                "webhook_id": f"wh_{id_}",
                "webhook_conversation_id": f"wc_{id_}",
            }
        )
    if thins:
        slim = thin(whole(event)) if event["object"] == "event" else whole(event)
        payload = orjson.dumps(slim)
        headers = _headers(session, payload)
        message: Json = {"type": "v2_event", "payload": payload.decode(), "http_headers": headers}
        found.append({**message, "destination_id": "ed_cli", "webhook_id": str(slim["id"])})
    return found


def _headers(session: Session, payload: bytes) -> dict[str, str]:
    return {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signature(session.secret, payload, session.state.now()),
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    }
