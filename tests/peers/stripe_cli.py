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
        self.address, self._folder = address, folder
        self._env = {
            **os.environ,
            "STRIPE_API_KEY": key,
            "XDG_CONFIG_HOME": str(folder),
            "HOME": str(folder),
            "STRIPE_CLI_TELEMETRY_OPTOUT": "1",
        }

    def run(self, *words: str) -> str:
        command = [CLI, *words, "--api-base", self.address]
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
        command = [CLI, "listen", "--api-base", self.address, "--no-wss", "--skip-update", *options]
        said = self._folder / f"listen-{time.monotonic_ns()}.txt"
        # A file and no pipe: a full pipe would stop the program.
        with said.open("w") as out:
            process = subprocess.Popen(command, env=self._env, stdout=out, stderr=subprocess.STDOUT)
        try:
            yield self._ready(process, said)
        finally:
            process.terminate()
            process.wait(10)

    @staticmethod
    def _ready(process: subprocess.Popen[bytes], said: Path) -> str:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if found := _SECRET.search(said.read_text()):
                return found[0]
            assert process.poll() is None, said.read_text()
            time.sleep(0.02)
        raise AssertionError(said.read_text())
