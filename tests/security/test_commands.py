"""Commands that can be copied do what they show: whatever an object says stays a text, in the shell and in Python."""

from __future__ import annotations

import ast
import shlex
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, unquote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.domain.text.quoting import Answer, shell_address, shell_parameter, shell_word
from billing_desk.domain.writes.action import Action
from billing_desk.domain.writes.operation import DeskIdentity, Mode, Operation, Step
from billing_desk.domain.writes.references import result, result_id
from billing_desk.domain.writes.request import Request, object_path
from billing_desk.ui.wording.request_code import as_curl, as_python

from .hostile import any_text

EVIL = (
    "$(touch pwned)",
    "`touch pwned`",
    "'; touch pwned; '",
    '"; touch pwned; "',
    "a\0b$(touch pwned)",
    "\0STEP1_id$(touch pwned)",
    "x\ntouch pwned\n",
    "x\r\ntouch pwned",
    "\x1b[201~touch pwned\n",
    "@/etc/passwd",
    "=@/etc/passwd",
    "!!",
    "${IFS}touch${IFS}pwned",
    "\\",
    "%00%0a",
    "{__import__('os').system('touch pwned')}",
    "{0.__class__}",
    "'''+__import__('os').system('touch pwned')+'''",
    "\u202e\u2066 live",
    "a&b=c&metadata[x]=y",
    "-d x",
    "\ud800",
    "~/x",
    "*",
)


def _operation(*requests: Request, key: str = "bd-1") -> Operation:
    steps = tuple(Step(request, f"{key}-{number}") for number, request in enumerate(requests))
    return Operation("op", DeskIdentity("acct_1", Mode.TEST, "p"), Action.PAYMENT_CHARGE, steps)


def _with(text: str) -> Operation:
    """The text as a value, as a metadata key and value, in a list, as an id in a path where it may be one."""
    params: dict[str, Any] = {"description": text, "metadata": {text or "k": text}, "items": [{"price": text}]}
    try:
        path = object_path("/v1/customers", text)
    except ValueError:
        path = "/v1/customers"
    after = Request("post", f"/v1/invoices/{result_id(0)}/pay", {"customer": result(0), "note": text})
    return _operation(Request("post", path, params), after)


@pytest.mark.parametrize("text", EVIL)
def test_nothing_is_executed_in_a_shell(tmp_path: Path, text: str) -> None:
    """Pasted as it is into a shell whose curl only writes down what it was called with."""
    calls, arguments = _run(tmp_path, as_curl(_with(text)))
    assert not (tmp_path / "pwned").exists()
    assert calls == 2
    assert not any("passwd" in one and one.startswith("@") for one in arguments)


@given(any_text)
@settings(max_examples=150, deadline=None)
def test_any_text_arrives_in_curl_as_it_is(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("curl")
    calls, arguments = _run(folder, as_curl(_with(text)))
    assert calls == 2
    sent = _fields(arguments)
    whole = text.encode("utf-8", "replace").decode()
    assert sent.get("description", "") == whole
    assert sent.get("note", "") == whole
    assert sent.get("items[0][price]", "") == whole
    assert sent["customer"] == "ANSWER"


_CURL = """#!/bin/sh
for one in "$@"; do printf '%s\\0' "$one" >> "$HERE/arguments"; done
printf 'x' >> "$HERE/calls"
"""


def _run(folder: Path, command: str) -> tuple[int, list[str]]:
    curl = folder / "curl"
    curl.write_text(_CURL)
    curl.chmod(0o755)
    environment = {"PATH": f"{folder}:/usr/bin:/bin", "HERE": str(folder), "STRIPE_KEY": "k", "STEP1_id": "ANSWER"}
    done = subprocess.run(
        ["bash", "--norc"], input=command.encode(), cwd=folder, env=environment, capture_output=True, timeout=20
    )
    assert done.stderr == b"", done.stderr
    calls = len((folder / "calls").read_bytes())
    return calls, [part.decode() for part in (folder / "arguments").read_bytes().split(b"\0")]


def _fields(arguments: list[str]) -> dict[str, str]:
    """What curl would send of its -d and --data-urlencode."""
    found: dict[str, str] = {}
    for option, value in pairwise(arguments):
        if option == "-d":
            name, _, encoded = value.partition("=")
            found[unquote_plus(name)] = unquote(encoded, errors="replace")
        elif option == "--data-urlencode":
            name, _, text = value.partition("=")
            found[unquote_plus(name)] = text
    return found


@given(any_text)
@settings(max_examples=1_500, deadline=None)
def test_the_python_text_calls_stripe_and_nothing_else(text: str) -> None:
    """Read as Python: only the client is made and asked, and every text is the text."""
    source = as_python(_with(text))
    tree = ast.parse(source)
    called = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert called == ["stripe.StripeClient", "client.raw_request", "client.raw_request"]
    assert not any(isinstance(node, ast.JoinedStr) for node in ast.walk(tree)), "no text is a template"
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert texts.count(text) >= 3
    assert not any(character in source for character in "\0\x1b\u202e\u2066")


@pytest.mark.parametrize("text", EVIL)
def test_what_is_copied_holds_no_character_that_is_not_seen(text: str) -> None:
    for command in (as_curl(_with(text)), as_python(_with(text))):
        assert all(character == "\n" or character.isprintable() for character in command)


@pytest.mark.parametrize(("step", "field"), [(0, "id"), (1, "$(x)"), (1, "id]"), (1, ""), (1, "a.b'")])
def test_an_answer_is_a_plain_name(step: int, field: str) -> None:
    with pytest.raises(ValueError, match="not a step's answer"):
        Answer(step, field)


@given(any_text, any_text)
@settings(max_examples=1_500, deadline=None)
def test_each_part_is_one_word_of_the_shell(name: str, value: str) -> None:
    assert len(shlex.split(shell_word(value))) == 1
    option, pair = shlex.split(shell_parameter(name, value))
    assert option in ("-d", "--data-urlencode")
    assert not pair.startswith("@")
    assert len(shlex.split(shell_address("https://api.stripe.com", [value]))) == 1
    assert len(parse_qsl(pair if option == "-d" else "a=b", keep_blank_values=True)) == 1


def test_ordinary_requests_read_as_one_would_write_them() -> None:
    operation = _operation(
        Request("post", "/v1/customers/cus_1", {"email": "a@b.jp", "name": "佐藤 花子", "tax": True})
    )
    curl = as_curl(operation)
    assert "curl -X POST https://api.stripe.com/v1/customers/cus_1" in curl
    assert "-d email=a@b.jp" in curl
    assert "--data-urlencode 'name=佐藤 花子'" in curl
    assert "-d tax=true" in curl
    assert "name='佐藤 花子'," in as_python(operation)
    assert "STRIPE_KEY" in as_python(operation)


@given(st.text(max_size=20))
def test_an_id_in_a_path_stays_one_part_of_it(id_: str) -> None:
    try:
        path = object_path("/v1/customers", id_, "pay")
    except ValueError:
        return
    parts = path.split("/")
    assert len(parts) == 5
    assert unquote(parts[3]) == id_ or "{" in id_
    assert all(33 <= ord(character) < 127 for character in path)
