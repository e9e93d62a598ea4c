"""Finds the endpoint for a path; literal path segments take precedence over path parameters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .resources import Endpoint


class Router:
    def __init__(self, endpoints: Iterable[Endpoint]) -> None:
        self._root: dict[str, Any] = {}
        for endpoint in endpoints:
            node = self._root
            for part in endpoint.path.strip("/").split("/"):
                node = node.setdefault("{}" if part.startswith("{") else part, {})
            node.setdefault("", {})[endpoint.method] = endpoint

    def find(self, method: str, path: str) -> tuple[Endpoint, list[str]] | None:
        """The endpoint and the path parameters in order; None: no endpoint matches."""
        return self._walk(
            self._root,
            path.strip("/").split("/") if not path.endswith("/") else [*path.strip("/").split("/"), ""],
            method,
        )

    def _walk(self, node: dict[str, Any], parts: list[str], method: str) -> tuple[Endpoint, list[str]] | None:
        if not parts:
            found = node.get("", {}).get(method)
            return (found, []) if found else None
        head, rest = parts[0], parts[1:]
        if head in node and head:
            found = self._walk(node[head], rest, method)
            if found is not None:
                return found
        if "{}" in node:
            deeper = self._walk(node["{}"], rest, method)
            if deeper is not None:
                return deeper[0], [head, *deeper[1]]
        return None
