"""Full text over everything in the mirror, without regard to width or case."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from .database import Connection

_INDEXED = 3
"""The trigram index finds words of three characters or more; shorter ones are looked for in the text itself."""


@dataclass(frozen=True)
class Hit:
    kind: str
    id: str
    title: str


def folded(text: str) -> str:
    """One form for every width and case."""
    return unicodedata.normalize("NFKC", text).casefold()


def condition(words: Sequence[str]) -> tuple[str, list[str]]:
    """SQL over `docs` that holds where every word occurs, and its parameters."""
    parts, params = [], []
    long = [folded(word) for word in words if len(folded(word)) >= _INDEXED]
    if long:
        parts.append("row IN (SELECT rowid FROM words WHERE words MATCH ?)")
        params.append(" AND ".join('"' + word.replace('"', '""') + '"' for word in long))
    for word in words:
        if len(folded(word)) < _INDEXED:
            parts.append("text LIKE ? ESCAPE '\\'")
            params.append(f"%{escaped_like(folded(word))}%")
    return " AND ".join(parts) or "1", params


def escaped_like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_FINDABLE = ("customer", "subscription", "invoice", "card", "price", "meter")


def find(connection: Connection, text: str, limit: int) -> list[Hit]:
    """Up to `limit` hits of each kind, customers first; a customer's subscriptions and cards come with the customer."""
    words = text.split()
    if not words:
        return []
    where, params = condition(words)
    hits = []
    for kind in _FINDABLE:
        rows = connection.execute(
            f"SELECT id, title FROM docs WHERE noun = ? AND {where} ORDER BY row LIMIT ?", (kind, *params, limit)
        )
        hits += [Hit(kind, str(id_), str(title)) for id_, title in rows]
    return hits + _of_found_customers(connection, hits, limit)


def _of_found_customers(connection: Connection, hits: list[Hit], limit: int) -> list[Hit]:
    customers = [hit for hit in hits if hit.kind == "customer"][:3]
    known = {(hit.kind, hit.id) for hit in hits}
    more = []
    for customer in customers:
        rows = connection.execute(
            "SELECT id, (SELECT title FROM docs d WHERE d.noun = 'subscription' AND d.id = s.id) FROM subscription s "
            "WHERE customer = ? ORDER BY created DESC LIMIT ?",
            (customer.id, limit),
        )
        for id_, title in rows:
            if ("subscription", str(id_)) not in known:
                more.append(Hit("subscription", str(id_), f"{customer.title} – {title}"))
    return more
