"""The official Stripe CLI against a simulator: one static program, which nobody of this project wrote."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CLI = os.environ.get("BILLING_DESK_STRIPE_CLI", "")
needed = pytest.mark.skipif(not CLI, reason="dev.py has no Stripe CLI for this platform, or could not fetch it")
_SECRET = re.compile(r"whsec_[0-9a-f]+")


class StripeCli:
    """`folder` is its configuration, which stays empty."""

    def __init__(self, address: str, key: str, folder: Path) -> None:
        self._address = address
        self._env = {
            **os.environ,
            "STRIPE_API_KEY": key,
            "XDG_CONFIG_HOME": str(folder),
            "HOME": str(folder),
            "STRIPE_CLI_TELEMETRY_OPTOUT": "1",
        }

    def run(self, *words: str) -> str:
        command = [CLI, *words, "--api-base", self._address]
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, timeout=60, check=False)
        return done.stdout + done.stderr

    def answer(self, *words: str) -> Any:
        return json.loads(self.run(*words))

    def trigger(self, name: str) -> str:
        """Why it failed; "" if it succeeded."""
        said = self.run("trigger", name)
        return "" if "Trigger succeeded" in said else said

    @contextmanager
    def listening(self, *options: str) -> Iterator[str]:
        """The signing secret, once events are forwarded."""
        command = [CLI, "listen", "--api-base", self._address, "--no-wss", "--skip-update", *options]
        process = subprocess.Popen(
            command, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1
        )
        try:
            yield self._ready(process)
        finally:
            process.terminate()
            process.communicate(timeout=10)

    @staticmethod
    def _ready(process: subprocess.Popen[str]) -> str:
        assert process.stdout is not None
        deadline = time.monotonic() + 30
        said = ""
        while time.monotonic() < deadline:
            line = process.stdout.readline()
            said += line
            if found := _SECRET.search(said):
                return found[0]
            assert line or process.poll() is None, said
        raise AssertionError(said)
