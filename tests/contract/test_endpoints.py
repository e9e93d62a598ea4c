"""Every address of the simulator is used, and everything it answers is whole by the SDK's own classes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from stripe._error_object import ErrorObject

from billing_desk.simulator.resources import Endpoint
from billing_desk.simulator.router import Router
from billing_desk.simulator.server import ENDPOINTS

from ..simulated import Asked
from .sdk_spec import FILE, text
from .sdk_types import UNKNOWN_WORDS, object_problems
from .walk import TOPICS

_EMPTY_ANSWER = "/v2/billing/meter_event_stream"
_ERROR_FIELDS = set(ErrorObject.__annotations__) | {"doc_url"}
# Words that the SDK's lists lack, with the reason why they are right.
KNOWN_TO_BE_MISSING: dict[str, str] = {}


class Walked:
    """What was heard on the walk: problems by "METHOD /address"."""

    def __init__(self) -> None:
        self.problems: dict[str, list[str]] = defaultdict(list)
        self.reached: set[str] = set()
        self._router = Router(ENDPOINTS)
        UNKNOWN_WORDS.clear()
        for topic in TOPICS:
            asked = Asked()
            asked.heard = self.hear
            topic(asked)
            self._events(asked)
        self.words = set(UNKNOWN_WORDS)

    def hear(self, method: str, path: str, body: dict[str, Any]) -> None:
        found = self._router.find(method, path)
        assert found is not None, path
        line = f"{method} {found[0].plain}"
        self.reached.add(line)
        if isinstance(body.get("error"), dict):
            wrong = set(body["error"]) - _ERROR_FIELDS
            self.problems[line] += [f"error.{name}: not in the SDK" for name in sorted(wrong)]
        elif path != _EMPTY_ANSWER:
            self.problems[line] += object_problems(body)

    def _events(self, asked: Asked) -> None:
        """The log of everything that happened on the way, all pages of it."""
        params: dict[str, Any] = {"limit": 100}
        while True:
            page = asked.get("/v1/events", **params)
            if not page["has_more"]:
                return
            params["starting_after"] = page["data"][-1]["id"]


@pytest.fixture(scope="module")
def walked() -> Walked:
    return Walked()


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda e: f"{e.method} {e.path}")
def test_the_answers_are_whole(endpoint: Endpoint, walked: Walked) -> None:
    line = f"{endpoint.method} {endpoint.plain}"
    assert line in walked.reached, "the walk passes this address by"
    assert walked.problems.get(line, []) == []


def test_no_word_is_unknown_to_the_sdk_without_a_reason(walked: Walked) -> None:
    assert walked.words == set(KNOWN_TO_BE_MISSING)


def test_the_table_of_parameters_is_what_the_sdk_says_today() -> None:
    assert FILE.read_text(encoding="utf-8") == text()
