"""Settings for what comes from outside: desktop notifications, and the local receiver of webhooks."""

from __future__ import annotations

from dataclasses import dataclass

STRIPE_CLI_PORT = 4242
"""The port of Stripe's own examples of `stripe listen --forward-to localhost:4242/webhooks`."""
LOWEST_PORT, HIGHEST_PORT = 1024, 65_535


@dataclass(frozen=True)
class DesktopNotices:
    """Off by default. Hours of the chosen time zone, 0 to 23; equal hours: no quiet hours."""

    enabled: bool = False
    quiet_from: int = 20
    quiet_until: int = 8

    def is_quiet(self, hour: int) -> bool:
        """Whether nothing is shown in this hour; quiet hours can go over midnight."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= hour < self.quiet_until
        return hour >= self.quiet_from or hour < self.quiet_until


@dataclass(frozen=True)
class ReceiverSettings:
    """The local receiver of webhooks; off by default."""

    enabled: bool = False
    port: int = STRIPE_CLI_PORT
