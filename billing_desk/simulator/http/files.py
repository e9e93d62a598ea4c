"""The contents of the account's files, as Stripe's file host serves them: with the API key, without JSON."""

from __future__ import annotations

import asyncio

from ..errors import ApiError
from ..keys import admit, key_of
from ..resources import Endpoint
from ..resources.core import reports
from ..server import Simulator
from .answer import Answer, Incoming, answer

_ENDPOINT = Endpoint("GET", "/v1/files/{id}/contents", lambda _: {}, "file")


def is_contents(incoming: Incoming) -> bool:
    parts = incoming.path.split("/")
    return incoming.method == "GET" and parts[1:3] == ["v1", "files"] and parts[4:] == ["contents"]


async def contents_of(simulator: Simulator, incoming: Incoming) -> Answer:
    fault = simulator.faults.take(incoming.method, incoming.path)
    if fault is not None and (early := fault.early()) is not None:
        return early
    if fault is not None and fault.kind == "delay":
        await asyncio.sleep(fault.seconds)
    try:
        grant = admit(simulator.grants, key_of(incoming.headers.get("authorization", "")), _ENDPOINT)
        found = Answer(200, reports.contents(grant.state, incoming.path.split("/")[3]), media="text/csv")
    except ApiError as error:
        found = answer(error.status, error.body())
    return fault.late(found) if fault else found
