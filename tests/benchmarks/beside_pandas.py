"""Runs the same work in pandas, which has its own environment with the other programs that tests use."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

REVENUE = """
import json, sys, time
import numpy, pandas
given = json.load(sys.stdin)
frame = pandas.DataFrame(given["rows"], columns=["subscription", "currency", "at", "value"])
bounds = numpy.array(given["bounds"])
def grouped():
    month = numpy.searchsorted(bounds, frame["at"], side="right")
    last = frame.assign(month=month).groupby(["subscription", "month"], sort=True).last().reset_index()
    last["before"] = last.groupby("subscription")["value"].shift(fill_value=0)
    last = last[(last["value"] != last["before"]) & (last["month"] < len(bounds))]
    before, value = last["before"], last["value"]
    first = last["month"] == 0
    part = numpy.select(
        [first, before <= 0, value <= 0, value > before], ["", "new", "churn", "expansion"], "contraction"
    )
    counted = numpy.where(first, (value > 0).astype(int) - (before > 0).astype(int), 1)
    last = last.assign(part=part, delta=value - before, count=counted)
    return last.groupby(["currency", "month", "part"])[["delta", "count"]].sum().reset_index()
taken = []
for _ in range(given["runs"]):
    began = time.perf_counter()
    found = grouped()
    taken.append(time.perf_counter() - began)
json.dump({"ms": min(taken) * 1000, "rows": found.values.tolist()}, sys.stdout)
"""


def in_pandas(script: str, given: dict[str, Any]) -> dict[str, Any]:
    """The script's answer: `ms`, the least of its runs, and `rows`. dev.py names the environment's Python."""
    python = os.environ["BILLING_DESK_PEERS"]
    ended = subprocess.run([python, "-c", script], input=json.dumps(given), capture_output=True, text=True, check=True)
    return dict(json.loads(ended.stdout))
