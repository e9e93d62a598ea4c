"""`python -m billing_desk.simulator --port N [--demo] [--key KEY]`: a local Stripe on the loopback address."""

from __future__ import annotations

import argparse

from .clock import RealClock
from .demo_account import DEMO_KEY, demo_state
from .keys import Grant
from .loopback import LoopbackServer
from .server import Simulator
from .state import State


def main() -> None:
    parser = argparse.ArgumentParser(prog="simulator", description="A local Stripe for practice and tests.")
    parser.add_argument("--port", type=int, default=12111)
    parser.add_argument("--demo", action="store_true", help="serve the practice account instead of an empty one")
    parser.add_argument("--key", default=DEMO_KEY, help="the API key to accept (a made-up one)")
    arguments = parser.parse_args()
    clock = RealClock()
    state = demo_state(clock) if arguments.demo else State(clock, account_id="acct_empty0000000001", name="Empty")
    server = LoopbackServer(Simulator({arguments.key: Grant(state)}), arguments.port)
    print(f"Serving {server.url} for the key {arguments.key}. Stop with Ctrl+C.", flush=True)
    try:
        server.wait()
    except KeyboardInterrupt:
        server.stop()


if __name__ == "__main__":
    main()
