"""Report types, report runs and their files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from ...call import Call, listed
from ...errors import missing_parameter, no_such
from ...http.wire import page
from ...state.state import State
from ...state.table import Json
from .. import endpoints_of, reads

_BALANCE = ["category", "net_amount", "currency"]
_COLUMNS = ["charge_id", "created_utc", "currency", "gross", "refunded", "customer_id"]


def _type(state: State, id_: str) -> Json:
    now = state.now() // 86_400 * 86_400
    return {
        "id": id_,
        "object": "reporting.report_type",
        "data_available_end": now,
        "data_available_start": now - 3 * 366 * 86_400,
        "default_columns": _TYPES[id_].columns,
        "livemode": state.livemode,
        "name": _TYPES[id_].name,
        "updated": now,
        "version": 1,
    }


def list_types(call: Call) -> Json:
    return page([_type(call.state, id_) for id_ in _TYPES], {}, "/v1/reporting/report_types", "report_type")


def retrieve_type(call: Call) -> Json:
    if call.ids["id"] not in _TYPES:
        raise no_such("report_type", call.ids["id"])
    return _type(call.state, call.ids["id"])


def create(call: Call) -> Json:
    """Run the report at once, but answer `pending` first, as Stripe does."""
    params, state = call.params, call.state
    if params["report_type"] not in _TYPES:
        raise no_such("report_type", params["report_type"], "report_type")
    given = params.get("parameters", {})
    for name in ("interval_start", "interval_end"):
        if name not in given:
            raise missing_parameter(f"parameters[{name}]")
    file = _file(
        state,
        _TYPES[params["report_type"]].rows(
            state, given["interval_start"], given["interval_end"], given.get("currency")
        ),
    )
    run = state.new(
        "reporting.report_run",
        state.new_id("frr_1", 23),
        parameters=given,
        report_type=params["report_type"],
        status="pending",
    )
    shown = dict(run)
    run.update(status="succeeded", result=file, succeeded_at=state.now())
    call.emit("reporting.report_run.succeeded", run)
    return shown


def _charges(state: State, start: int, end: int, currency: str | None) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for charge in state.all("charge"):
        if charge["paid"] and start <= charge["created"] < end and currency in (None, charge["currency"]):
            made = datetime.fromtimestamp(charge["created"], UTC).isoformat()
            amounts = [charge["currency"], charge["amount_captured"], charge["amount_refunded"]]
            writer.writerow([charge["id"], made, *amounts, charge["customer"] or ""])
    return text.getvalue()


def _balance(state: State, start: int, end: int, currency: str | None) -> str:
    """The net of each reporting category before, in, and after the period."""
    text, sums = io.StringIO(), dict[tuple[str, str], int]()
    for row in state.all("balance_transaction"):
        if row["created"] < end and currency in (None, row["currency"]):
            name = row["reporting_category"] if row["created"] >= start else "starting_balance"
            for category in (name, "ending_balance"):
                place = (row["currency"], category)
                sums[place] = sums.get(place, 0) + row["net"]
    writer = csv.writer(text)
    writer.writerow(_BALANCE)
    for (code, category), net in sorted(sums.items()):
        writer.writerow([category, net, code])
    return text.getvalue()


class _Report(NamedTuple):
    name: str
    columns: list[str]
    rows: Callable[[State, int, int, str | None], str]


_TYPES = {
    "balance.summary.1": _Report("Balance summary", _BALANCE, _balance),
    "charges.itemized.1": _Report("Itemized charges", _COLUMNS, _charges),
}


def _file(state: State, content: str) -> Json:
    id_ = state.new_id("file_1", 23)
    state.secrets_of(id_)["content"] = content
    return state.new(
        "file",
        id_,
        filename="report.csv",
        links={"object": "list", "data": [], "has_more": False, "url": f"/v1/file_links?file={id_}"},
        purpose="finance_report_run",
        size=len(content.encode()),
        type="csv",
        url=f"https://files.stripe.com/v1/files/{id_}/contents",
    )


def contents(state: State, file_id: str) -> bytes:
    """The contents of a file. Raises ApiError if there is none."""
    state.get("file", file_id)
    return str(state.hidden_of(file_id)["content"]).encode()


def list_runs(call: Call) -> Json:
    return listed(call, "reporting.report_run", "/v1/reporting/report_runs")


def list_files(call: Call) -> Json:
    return listed(call, "file", "/v1/files", "purpose")


endpoints = endpoints_of(
    "report_runs_and_report_types",
    {
        "GET /v1/reporting/report_types": list_types,
        "GET /v1/reporting/report_types/{id}": retrieve_type,
        "POST /v1/reporting/report_runs": create,
        "GET /v1/reporting/report_runs": list_runs,
        "GET /v1/reporting/report_runs/{id}": reads("reporting.report_run"),
    },
) + endpoints_of("file", {"GET /v1/files": list_files, "GET /v1/files/{id}": reads("file")})
