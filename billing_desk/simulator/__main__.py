"""`python -m billing_desk.simulator --port N [--demo | --customers N] [--state FILE] [--key KEY]`: a local Stripe."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from .accounts.large import large_state
from .accounts.practice import DEMO_KEY, demo_state
from .http.loopback import LoopbackServer
from .keys import Grant
from .server import Simulator
from .state.clock import RealClock
from .state.saved import Keeper, load
from .state.state import State


def main() -> None:
    parser = argparse.ArgumentParser(prog="simulator", description="A local Stripe for practice and tests.")
    parser.add_argument("--port", type=int, default=12111)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--demo", action="store_true", help="serve the practice account instead of an empty one")
    kind.add_argument("--customers", type=int, metavar="N", help="make an account with N customers and 5 invoices each")
    parser.add_argument("--state", type=Path, metavar="FILE", help="go on from this file, and keep the state in it")
    parser.add_argument("--key", default=DEMO_KEY, help="the API key to accept (a made-up one)")
    parser.add_argument("--limits", action="store_true", help="keep to Stripe's published rate limits")
    arguments = parser.parse_args()
    state = _state(arguments)
    gc.collect()
    gc.freeze()  # keep these objects out of garbage collection: scanning a million of them delays answers
    simulator = Simulator({arguments.key: Grant(state)})
    simulator.limiter.enabled = arguments.limits
    keeper = Keeper(state, arguments.state) if arguments.state else None
    server = LoopbackServer(simulator, arguments.port, keeper)
    print(f"Serving {server.url} for the key {arguments.key}. Stop with Ctrl+C.", flush=True)
    try:
        server.wait()
    except KeyboardInterrupt:
        server.stop()


def _state(arguments: argparse.Namespace) -> State:
    if arguments.state and arguments.state.exists():
        try:
            return load(arguments.state.read_bytes())
        except ValueError as error:
            raise SystemExit(f"{arguments.state}: {error}") from error
    clock = RealClock()
    if arguments.demo:
        return demo_state(clock)
    if arguments.customers is not None:
        return large_state(clock, arguments.customers)
    return State(clock, account_id="acct_empty0000000001", name="Empty")


if __name__ == "__main__":
    main()
