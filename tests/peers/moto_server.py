"""moto's server: an AWS for tests that nobody of this project wrote, on a free loopback port."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import httpx

REGION = "ap-northeast-1"
CREDENTIALS = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing", "region_name": REGION}


@contextmanager
def running() -> Iterator[str]:
    python = os.environ.get("BILLING_DESK_PEERS")
    assert python, "run the tests with dev.py, which prepares the peers"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [python, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, "moto ended at once"
        try:
            httpx.get(f"{address}/moto-api/data.json", timeout=5, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("moto does not answer")


class Pool:
    """A user pool with the attribute `custom:customerId`; `attribute` None: without it."""

    def __init__(self, address: str, attribute: dict[str, Any] | None = None, *, has_it: bool = True) -> None:
        self.client = boto3.client("cognito-idp", endpoint_url=address, **CREDENTIALS)
        schema = [{"Name": "customerId", "AttributeDataType": "String", "Mutable": True, **(attribute or {})}]
        made = self.client.create_user_pool(PoolName="desk", **({"Schema": schema} if has_it else {}))
        self.id = str(made["UserPool"]["Id"])
        client = self.client.create_user_pool_client(UserPoolId=self.id, ClientName="app")
        self._app = client["UserPoolClient"]["ClientId"]

    def sign_up(self, name: str, email: str, **more: str) -> None:
        attributes = {"email": email, "name": more.pop("full_name", name.title()), **more}
        listed = [{"Name": key, "Value": value} for key, value in attributes.items()]
        self.client.sign_up(ClientId=self._app, Username=name, Password="Passw0rd!x", UserAttributes=listed)

    def confirm(self, name: str) -> None:
        self.client.admin_confirm_sign_up(UserPoolId=self.id, Username=name)

    def attributes(self, name: str) -> dict[str, str]:
        user = self.client.admin_get_user(UserPoolId=self.id, Username=name)
        return {each["Name"]: each["Value"] for each in user["UserAttributes"]}

    def event(self, name: str, source: str = "PostConfirmation_ConfirmSignUp") -> dict[str, Any]:
        """As Cognito calls the trigger."""
        return {
            "version": "1",
            "region": REGION,
            "userPoolId": self.id,
            "userName": name,
            "triggerSource": source,
            "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": self._app},
            "request": {"userAttributes": self.attributes(name)},
            "response": {},
        }
