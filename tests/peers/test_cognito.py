"""Sign-ups with moto's Cognito and the simulator, over HTTP: the trigger (D1 to D3)."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from billing_desk.domain.sign_ups.user import Standing
from billing_desk.integrations.cognito import trigger
from billing_desk.integrations.cognito.user_pool import NotReadable, UserPool
from billing_desk.integrations.cognito.write_back import Unwritable, why_not
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.faults import Fault

from ..support import TEST_KEY, empty_simulator, on_loopback
from .moto_server import CREDENTIALS, Pool, running

LIMIT = 5.0
"""Seconds for which Cognito waits."""


@pytest.fixture(scope="module")
def aws() -> Iterator[str]:
    with running() as address:
        secrets = boto3.client("secretsmanager", endpoint_url=address, **CREDENTIALS)
        secrets.create_secret(Name="stripe-key", SecretString=TEST_KEY)
        yield address


@pytest.fixture
def stripe(aws: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Simulator]:
    """The simulator, with the trigger's environment as in Lambda."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        for name, value in {
            "AWS_ENDPOINT_URL": aws,
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_DEFAULT_REGION": CREDENTIALS["region_name"],
            "STRIPE_KEY_SECRET": "stripe-key",
            "STRIPE_API_BASE": route.address or "",
        }.items():
            monkeypatch.setenv(name, value)
        trigger._key.cache_clear()
        trigger._pool.cache_clear()
        yield simulator
        trigger._pool().close()
        trigger._key.cache_clear()
        trigger._pool.cache_clear()


def customers(simulator: Simulator) -> list[dict[str, Any]]:
    return [dict(row) for row in simulator.states()[0].all("customer")]


def test_a_confirmed_sign_up_gets_one_customer_also_when_called_twice(aws: str, stripe: Simulator) -> None:
    """D1, D2."""
    pool = Pool(aws)
    pool.sign_up("hanako", "hanako@example.jp", full_name="佐藤 花子", locale="ja_JP")
    pool.confirm("hanako")
    event = pool.event("hanako")
    for _ in range(2):
        assert trigger.handler(event, None) is event
    (made,) = customers(stripe)
    assert (made["name"], made["email"]) == ("佐藤 花子", "hanako@example.jp")
    assert made["preferred_locales"] == ["ja-JP"]
    assert made["metadata"] == {"cognitoUsername": "hanako", "external_id": pool.attributes("hanako")["sub"]}
    assert pool.attributes("hanako")["custom:customerId"] == made["id"]


def test_two_at_once_make_one_customer(aws: str, stripe: Simulator) -> None:
    """D1."""
    pool = Pool(aws)
    pool.sign_up("twice", "twice@example.jp")
    pool.confirm("twice")
    event = pool.event("twice")
    stripe.faults.add(Fault("POST /v1/customers", "delay", times=None, seconds=0.4))
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(lambda _: trigger.handler(event, None), range(2)))
    (made,) = customers(stripe)
    assert pool.attributes("twice")["custom:customerId"] == made["id"]


@pytest.mark.parametrize(
    "source",
    ["PostConfirmation_ConfirmForgotPassword", "PreSignUp_SignUp", "PostAuthentication_Authentication", "", None],
)
def test_other_sources_create_nothing(aws: str, stripe: Simulator, source: Any) -> None:
    """D3."""
    pool = Pool(aws)
    pool.sign_up("reset", "reset@example.jp")
    pool.confirm("reset")
    event = pool.event("reset", source)
    assert trigger.handler(event, None) is event
    assert customers(stripe) == []
    assert stripe.requests == []


def test_a_slow_stripe_holds_up_no_sign_up_and_the_next_call_finishes_it(
    aws: str, stripe: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    """D1: Stripe answers after six seconds; one customer."""
    pool = Pool(aws)
    pool.sign_up("slow", "slow@example.jp")
    pool.confirm("slow")
    event = pool.event("slow")
    stripe.faults.add(Fault("POST /v1/customers", "delay", seconds=6.0))
    began = time.monotonic()
    with caplog.at_level(logging.CRITICAL, logger="billing_desk.integrations"):
        assert trigger.handler(event, None) is event
        assert time.monotonic() - began < LIMIT - 1
        while not customers(stripe):
            trigger.handler(event, None)
    assert trigger.handler(event, None) is event
    (made,) = customers(stripe)
    assert pool.attributes("slow")["custom:customerId"] == made["id"]


def test_a_write_back_that_fails_is_done_by_the_next_call(
    aws: str, stripe: Simulator, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """D1, D2: after the create."""
    pool = Pool(aws)
    pool.sign_up("later", "later@example.jp")
    pool.confirm("later")
    event = pool.event("later")
    client = trigger._pool()
    with monkeypatch.context() as broken, caplog.at_level(logging.CRITICAL, logger="billing_desk.integrations"):
        broken.setattr(client, "admin_update_user_attributes", _refuse)
        trigger.handler(event, None)
    assert len(customers(stripe)) == 1
    assert "custom:customerId" not in pool.attributes("later")
    trigger.handler(event, None)
    (made,) = customers(stripe)
    assert pool.attributes("later")["custom:customerId"] == made["id"]


def _refuse(**_: Any) -> None:
    raise OSError("no network")


def test_a_name_that_changed_since_makes_no_second_customer(aws: str, stripe: Simulator) -> None:
    """D1: the same key with other parameters."""
    pool = Pool(aws)
    pool.sign_up("renamed", "renamed@example.jp")
    pool.confirm("renamed")
    event = pool.event("renamed")
    trigger.handler(event, None)
    event["request"]["userAttributes"]["name"] = "Another"
    trigger.handler(event, None)
    assert len(customers(stripe)) == 1


@pytest.mark.parametrize(
    ("code", "message", "why"),
    [
        (
            "InvalidParameterException",
            "Attributes did not conform to the schema: custom:customerId: Attribute does not exist in the schema.",
            Unwritable.MISSING,
        ),
        (
            "InvalidParameterException",
            "user.custom:customerId: Attribute cannot be updated. (changing an immutable attribute)",
            Unwritable.IMMUTABLE,
        ),
        ("AccessDeniedException", "User is not authorized to perform", Unwritable.NOT_WRITABLE),
        ("NotAuthorizedException", "A client attempted to write unauthorized attribute", Unwritable.NOT_WRITABLE),
        ("UserNotFoundException", "User does not exist.", Unwritable.NO_USER),
        ("InternalErrorException", "", Unwritable.OTHER),
    ],
)
def test_an_attribute_that_cannot_be_written_is_told_apart(code: str, message: str, why: Unwritable) -> None:
    """D2: with Cognito's own messages."""

    error = ClientError({"Error": {"Code": code, "Message": message}}, "AdminUpdateUserAttributes")
    assert why_not(error) is why


def test_nothing_that_is_called_breaks_a_sign_up(stripe: Simulator, caplog: pytest.LogCaptureFixture) -> None:
    """D1: whatever comes, the event goes back."""
    source = "PostConfirmation_ConfirmSignUp"
    with caplog.at_level(logging.CRITICAL, logger="billing_desk.integrations"):
        requests: tuple[Any, ...] = (
            {},
            {"userAttributes": None},
            {"userAttributes": {"sub": "s", "email": "x" * 5_000}},
            [],
        )
        for request in requests:
            event: dict[str, Any] = {"triggerSource": source, "request": request, "userName": "n", "userPoolId": "p"}
            assert trigger.handler(event, None) is event


def test_a_cold_start_imports_neither_the_sdk_nor_the_program() -> None:
    """D1: what is imported delays each first sign-up."""
    code = (
        "import sys, json; from billing_desk.integrations.cognito import trigger; "
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules} & "
        "{'stripe', 'httpx', 'boto3', 'botocore', 'PySide6', 'apsw', 'orjson'})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_the_desk_reads_the_pool_and_writes_back(aws: str, stripe: Simulator) -> None:
    """D4, D2: users of all states, more than one page, a user whom an administrator made."""
    pool = Pool(aws)
    for number in range(65):
        pool.sign_up(f"user{number:02}", f"user{number:02}@example.jp")
    for number in range(64):
        pool.confirm(f"user{number:02}")
    pool.client.admin_create_user(UserPoolId=pool.id, Username="invited")
    source = UserPool(CREDENTIALS["region_name"], pool.id, aws)
    users = {user.username: user for page in source.pages() for user in page}
    assert len(users) == 66
    assert users["user63"].standing is Standing.CONFIRMED
    assert users["user64"].standing is Standing.OTHER
    assert users["invited"].standing is Standing.INVITED
    assert users["user00"].email == "user00@example.jp"
    assert source.write_back("user00", "cus_123") is None
    assert pool.attributes("user00")["custom:customerId"] == "cus_123"
    assert source.write_back("nobody", "cus_123") is Unwritable.NO_USER
    with pytest.raises(NotReadable, match="ResourceNotFoundException"):
        list(UserPool(CREDENTIALS["region_name"], "ap-northeast-1_none", aws).pages())
    source.close()
