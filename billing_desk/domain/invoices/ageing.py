"""What is overdue, by how long: 0–30, 31–60, 61–90 and more than 90 days, for each currency."""

from __future__ import annotations

from dataclasses import dataclass

BOUNDS = ((0, 30), (31, 60), (61, 90), (91, None))
"""The first and last day of each bucket, both included."""


@dataclass(frozen=True)
class Bucket:
    """`amount` in minor units of `currency`; `place` is the bucket's place in BOUNDS."""

    currency: str
    place: int
    count: int
    amount: int

    @property
    def filter(self) -> str:
        """The filter that lists exactly its invoices."""
        low, high = BOUNDS[self.place]
        tokens = ["status:overdue", f"currency:{self.currency}"]
        tokens += [f"late>{low - 1}"] if low else []
        return " ".join(tokens + ([f"late<{high + 1}"] if high is not None else []))
