"""Whole lists as raw JSON, page by page. SDK objects would cost a hundred milliseconds a page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

from ..domain.request import Request
from .calls import Door

PAGE = 100


async def pages(door: Door, request: Request, *, background: bool = True) -> AsyncIterator[list[dict[str, Any]]]:
    """Every page of a v1 list, newest first, following the cursor. Raises DeskError."""
    after: str | None = None
    while True:
        params = {**request.params, "limit": PAGE}
        if after:
            params["starting_after"] = after
        answer = await door.read(replace(request, params=params), background=background)
        rows: list[dict[str, Any]] = answer.get("data") or []
        yield rows
        if not rows or not answer.get("has_more"):
            return
        after = rows[-1]["id"]
