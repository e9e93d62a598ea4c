"""F5: a thousand writes under troubles and kill -9, each at Stripe exactly once; two planted faults are found."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from .actions import ACTIONS

CASES, AT_ONCE = 1_000, 200


def _begun(*options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.campaign", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _ended(process: subprocess.Popen[str]) -> dict[str, Any]:
    out, errors = process.communicate()
    assert out, errors[-3_000:]
    found: dict[str, Any] = json.loads(out.splitlines()[-1])
    return found


@pytest.mark.parametrize("first", range(0, CASES, AT_ONCE))
def test_a_thousand_cases_end_exactly_once(first: int) -> None:
    """F5."""
    half = AT_ONCE // 2
    found = [
        _ended(process) for process in [_begun("--cases", str(half), "--seed", str(first + n * half)) for n in (0, 1)]
    ]
    assert [each["which"] for each in found] == [[], []]
    assert sum(each["cases"] for each in found) == AT_ONCE
    assert sum(each["killed"] for each in found) > half, "most of them are killed"
    assert {action for each in found for action in each["actions"]} == set(ACTIONS)


def test_planted_faults_are_found() -> None:
    bugs = [_begun("--cases", "150", "--plant", bug, "--stop-at", "1") for bug in ("new_key", "late_journal")]
    for bug in bugs:
        assert _ended(bug)["wrong"]
