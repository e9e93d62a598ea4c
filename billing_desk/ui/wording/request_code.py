"""The requests of an operation as code to read and copy, without the API key."""

from __future__ import annotations

import json
import keyword
from collections.abc import Mapping

from ...domain.text.quoting import Part, python_joined, python_text, shell_address, shell_parameter, shell_word
from ...domain.writes.operation import Operation
from ...domain.writes.references import answer_in, path_parts
from ...domain.writes.request import Request


def as_curl(operation: Operation, address: str = "https://api.stripe.com") -> str:
    """One curl command per step; an earlier step's answer becomes a shell variable."""
    return "\n\n".join(_curl(step.request, step.key, address) for step in operation.steps)


def _curl(request: Request, key: str, address: str) -> str:
    lines = [f"curl -X {request.method.upper()} {shell_address(address, path_parts(request))}", '-u "$STRIPE_KEY:"']
    lines.append(f"-H {shell_word(f'Idempotency-Key: {key}')}")
    lines += [shell_parameter(name, value) for name, value in form_pairs(request.params)]
    return " \\\n  ".join(lines)


def as_python(operation: Operation) -> str:
    """The requests with Stripe's Python library."""
    lines = ["import os, stripe", "", 'client = stripe.StripeClient(os.environ["STRIPE_KEY"])']
    for number, step in enumerate(operation.steps, 1):
        request = step.request
        lines += ["", f"step{number} = client.raw_request("]
        lines.append(f"    {python_text(request.method)}, {python_joined(path_parts(request))},")
        lines += [f"    {_argument(name, value)}," for name, value in request.params.items()]
        lines += [f"    idempotency_key={python_text(step.key)},", ")"]
    return "\n".join(lines)


def _argument(name: str, value: object) -> str:
    plain = name.isascii() and name.isidentifier() and not keyword.iskeyword(name)
    return f"{name}={_literal(value)}" if plain else f"**{{{python_text(name)}: {_literal(value)}}}"


def _literal(value: object) -> str:
    """A reference to an answer becomes a Python expression."""
    if (answer := answer_in(value)) is not None:
        return answer.expression
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{python_text(str(key))}: {_literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return repr(value)


def form_pairs(value: object, name: str = "") -> list[tuple[str, Part]]:
    """Parameters in Stripe's form encoding."""
    if (answer := answer_in(value)) is not None:
        return [(name, answer)]
    if isinstance(value, Mapping):
        return [pair for key, item in value.items() for pair in form_pairs(item, f"{name}[{key}]" if name else key)]
    if isinstance(value, list | tuple):
        return [pair for place, item in enumerate(value) for pair in form_pairs(item, f"{name}[{place}]")]
    if isinstance(value, bool):
        return [(name, json.dumps(value))]
    return [(name, str(value))]
