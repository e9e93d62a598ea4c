"""Commands of dev.py: ending one ends the program that it runs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ..benchmarks import serving

HERE = Path(__file__).resolve().parents[2]
_VERB = """
import sys
import dev
dev.ready, dev.ready_peers = (lambda *_: sys.argv[1]), (lambda: sys.argv[1])
sys.exit(dev.main(sys.argv[2:]))
"""
"""Runs a command with the environment that is there instead of making one."""

needs_exec = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot replace a process")


def _started(python: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _VERB, python, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    return subprocess.Popen(command, cwd=HERE, env=environment, stdout=subprocess.PIPE, text=True)


@needs_exec
@pytest.mark.parametrize("verb", ["test", "run", "bench", "simulator", "peers"])
def test_a_command_that_passes_its_options_on_becomes_the_program(tmp_path: Path, verb: str) -> None:
    script = tmp_path / "python"
    script.write_text('#!/bin/sh\necho "$$ $*"\n')
    script.chmod(0o755)
    with _started(str(script), verb, "--given") as process:
        said = process.communicate(timeout=60)[0].split()
    assert int(said[0]) == process.pid
    assert said[-1] == "--given"


@needs_exec
def test_ending_the_simulator_command_closes_its_port() -> None:
    with _started(sys.executable, "simulator", "--port", "0") as process:
        assert process.stdout is not None
        port = int(process.stdout.readline().split()[1].rpartition(":")[2])
        socket.create_connection(("127.0.0.1", port)).close()
        process.kill()
        process.wait(timeout=60)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port)).close()


def test_the_memory_of_a_generated_account_is_measured_without_that_of_the_benchmark() -> None:
    held = bytearray(400 * 1024 * 1024)
    held[::4096] = b"1" * len(held[::4096])
    assert serving.large_account(10)[1] < 200
