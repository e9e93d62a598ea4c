"""Finds the customer whom an operation is about (G8)."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.json_object import id_of
from ...domain.writes.operation import Operation
from ...services.queries import Queries
from ..widgets.whom import Whom, whom_of


async def whose(queries: Queries, operation: Operation) -> Whom | None:
    """From the mirror. For a customer who is about to be created, the name and email that were typed; None if the
    operation is about no customer, such as one on a plan."""
    if owner := await _owner(queries, operation.subjects):
        return whom_of(await queries.get("customer", owner) or {"id": owner})
    typed = {change.field: change.after or "" for change in operation.changes}
    name, email = typed.get("name", ""), typed.get("email", "")
    return Whom(name or email, email) if name or email else None


async def names_of(queries: Queries, subjects: Sequence[Sequence[tuple[str, str]]]) -> list[str]:
    """The customers' names of many operations, from the mirror; "" for an operation without a customer."""
    owners = [await _owner(queries, each) for each in subjects]
    rows = await queries.rows_of("customer", sorted({owner for owner in owners if owner}))
    return [str(rows.get(owner, {}).get("name") or rows.get(owner, {}).get("email") or owner) for owner in owners]


async def _owner(queries: Queries, subjects: Sequence[tuple[str, str]]) -> str:
    for kind, id_ in subjects:
        if kind == "customer":
            return id_
    for kind, id_ in subjects:  # operations of earlier versions do not name the customer
        if kind in ("card", "subscription", "invoice"):
            return id_of((await queries.get(kind, id_) or {}).get("customer")) or ""
    return ""
