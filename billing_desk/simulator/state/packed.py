"""Compact objects: a shared template and the few values that differ.

A generated account has hundreds of thousands of objects that may never be read. A packed invoice takes a few
hundred bytes instead of ten thousand, and is serialized without building a dict.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import orjson

_MARK = re.compile(rb'"\{(\w+)\}"|<<(\w+)>>')


class Template:
    """An example object whose sample values are replaced by placeholders, as whole values and inside longer texts.

    `samples`: name → a value that occurs in the example only where it is to be replaced.
    """

    def __init__(self, example: Mapping[str, Any], samples: Mapping[str, Any]) -> None:
        self.names = {name: at for at, name in enumerate(samples)}
        self.example = _marked(example, samples)
        self._pieces: list[bytes] = []
        self._order: list[tuple[int, bool]] = []
        text, end = orjson.dumps(self.example), 0
        for found in _MARK.finditer(text):
            self._pieces.append(text[end : found.start()])
            name = (found[1] or found[2]).decode()
            self._order.append((self.names[name], found[1] is not None))
            end = found.end()
        self._tail = text[end:]

    def render(self, values: tuple[Any, ...]) -> bytes:
        dumped = [orjson.dumps(value) for value in values]
        parts: list[bytes] = []
        for piece, (at, whole) in zip(self._pieces, self._order, strict=True):
            parts.append(piece)
            parts.append(dumped[at] if whole else dumped[at][1:-1])
        parts.append(self._tail)
        return b"".join(parts)


def _marked(value: Any, samples: Mapping[str, Any]) -> Any:
    if isinstance(value, dict):
        return {name: _marked(item, samples) for name, item in value.items()}
    if isinstance(value, list):
        return [_marked(item, samples) for item in value]
    for name, sample in samples.items():
        if type(value) is type(sample) and value == sample:
            return f"{{{name}}}"
        if isinstance(value, str) and isinstance(sample, str) and sample in value:
            value = value.replace(sample, f"<<{name}>>")
    return value


class Packed:
    """One object of a template; reads like a dict for its top level."""

    __slots__ = ("template", "values")

    def __init__(self, template: Template, values: tuple[Any, ...]) -> None:
        self.template = template
        self.values = values

    def raw(self) -> bytes:
        return self.template.render(self.values)

    def load(self) -> dict[str, Any]:
        loaded: dict[str, Any] = orjson.loads(self.raw())
        return loaded

    def get(self, name: str) -> Any:
        """The value of a top-level field, or None."""
        found = self.template.example.get(name)
        if isinstance(found, str):
            if found.startswith("{"):
                return self.values[self.template.names[found[1:-1]]]
            return self.load()[name] if "<<" in found else found
        return self.load()[name] if isinstance(found, dict | list) else found

    def __getitem__(self, name: str) -> Any:
        return self.get(name)


class Widened(Packed):
    """A packed object with one more field, which is appended to its JSON."""

    __slots__ = ("_name", "_value")

    def __init__(self, packed: Packed, name: str, value: Any) -> None:
        super().__init__(packed.template, packed.values)
        self._name, self._value = name, value

    def raw(self) -> bytes:
        more = orjson.dumps({self._name: self._value}, default=fragment)
        return super().raw()[:-1] + b"," + more[1:]


def fragment(value: Any) -> Any:
    """The `default` function for orjson: serializes packed objects."""
    if isinstance(value, Packed):
        return orjson.Fragment(value.raw())
    raise TypeError(type(value).__name__)
