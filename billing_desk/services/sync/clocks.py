"""Reads test clocks and their customers, subscriptions and invoices, which the normal lists leave out."""

from __future__ import annotations

from ...domain.errors import DeskError, is_refusal
from ...domain.writes.request import Request
from ...gateway.pages import pages
from ...gateway.requests import customers, invoices, subscriptions, test_clocks
from .context import SyncContext


async def read_clocks(context: SyncContext) -> None:
    """Stores an empty list if the key or the server has no test clocks. Raises DeskError."""
    try:
        clocks = [clock async for rows in pages(context.gateway, test_clocks.list_all()) for clock in rows]
    except DeskError as error:
        _ignore_refusal(error)
        clocks = []
    await context.side.put_clocks(clocks)
    for clock in clocks:
        try:
            await _read_clock(context, str(clock["id"]))
        except DeskError as error:
            _ignore_refusal(error)  # for example, the clock was deleted, and everything on it


def _ignore_refusal(error: DeskError) -> None:
    if not is_refusal(error):
        raise error


async def _read_clock(context: SyncContext, clock: str) -> None:
    owners = await _read(context, customers.list_on_clock(clock))
    await _read(context, subscriptions.list_on_clock(clock))
    for owner in owners:
        await _read(context, invoices.list_of_customer(owner))


async def _read(context: SyncContext, request: Request) -> list[str]:
    """The ids of the stored objects."""
    found: list[str] = []
    as_of = context.gateway.now()
    async for rows in pages(context.gateway, request):
        await context.go.wait()
        await context.put(rows, as_of)
        found += [str(row["id"]) for row in rows]
        as_of = context.gateway.now()
    return found
