"""`python -m billing_desk`: open the window, or run --version, --help, the self-test or the tour."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from billing_desk import __version__
from billing_desk.environment import protect_process, scrub


def main(arguments: list[str] | None = None) -> int:
    scrub()
    parser = argparse.ArgumentParser(
        prog="billing-desk", description="A desk for the people who operate a Stripe account."
    )
    parser.add_argument("link", nargs="?", default="", help="a billing-desk:// link to an object")
    parser.epilog = "billing-desk usage import FILE --help: import usage without a window"
    parser.add_argument("--demo", action="store_true", help="open the practice account")
    parser.add_argument("--tour", metavar="DIR", type=Path, help="write a picture of every tab and dialog to DIR")
    parser.add_argument("--selftest", action="store_true", help="check that every part of the program works here")
    parser.add_argument("--verify-audit", action="store_true", help="check that no audit log was tampered with")
    parser.add_argument("--version", action="version", version=f"Billing Desk {__version__}")
    parser.add_argument("--lang", choices=("en", "ja"), default="", help="language of the program")
    parser.add_argument("--data", metavar="DIR", type=Path, help="folder for settings and local files")
    given = sys.argv[1:] if arguments is None else arguments
    if given[:2] == ["usage", "import"]:
        from billing_desk.commands.usage_import import main as usage_import

        protect_process()
        return usage_import(given[2:])
    chosen = parser.parse_args(given)
    # Imported late because --version and --help do not need it.
    if chosen.selftest:
        from billing_desk.selftest import run as selftest

        return selftest()
    if chosen.verify_audit:
        from billing_desk.commands.verify import run as verify

        return verify(chosen.data)
    if chosen.tour:
        from billing_desk.tour.tour import run as tour

        return tour(chosen.tour, chosen.lang)
    gc.disable()  # as `starting` does later: a collection while modules are imported takes longer than the import
    import billing_desk.desk  # noqa: F401 - before Qt, whose import hook reads the source of each later module
    from billing_desk.app import Options
    from billing_desk.starting import run

    return run(Options(demo=chosen.demo, lang=chosen.lang, folder=chosen.data, link=chosen.link))


if __name__ == "__main__":
    sys.exit(main())
