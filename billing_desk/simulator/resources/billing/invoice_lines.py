"""Invoice lines: list, and on drafts add, update, remove."""

from __future__ import annotations

from typing import Any

from ...billing.invoices import invoicing
from ...billing.invoices.invoicing import check_draft
from ...billing.invoices.lines import line_from_item
from ...billing.invoices.totals import recount
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call
from ...errors import missing_parameter, no_such, refused
from ...http.wire import page
from ...state.table import Json
from ...state.templates import UNSET
from .invoice_items import apply_item, make_item


def list_lines(call: Call) -> Json:
    invoice = call.state.get("invoice", call.ids["id"])
    return page(invoice["lines"]["data"], call.params, invoice["lines"]["url"], "line_item")


def _line(invoice: Json, id_: str, param: str = "id") -> Json:
    for line in invoice["lines"]["data"]:
        if line["id"] == id_:
            found: Json = line
            return found
    raise no_such("line_item", id_, param)


def _item_of(call: Call, line: Json) -> Json:
    details = line["parent"]["invoice_item_details"]
    if not details:
        raise refused("Lines that come from a subscription can't be changed.", "invoice_not_editable")
    return call.state.get("invoiceitem", details["invoice_item"])


def _change_line(call: Call, invoice: Json, line: Json, given: Json) -> Json:
    """Update a line through its invoice item; the line keeps its id."""
    if set(given) - {"metadata"}:
        item = _item_of(call, line)
        apply_item(call, item, given)
        fresh = line_from_item(call.state, item)
        call.state.secrets_of(line["id"])["tax_rates"] = call.state.hidden_of(fresh["id"]).get("tax_rates")
        line.update({**fresh, "id": line["id"], "invoice": invoice["id"]})
    if "metadata" in given:
        line["metadata"] = merged_metadata(line["metadata"], given["metadata"])
    return line


def update_line(call: Call) -> Json:
    invoice = call.state.get("invoice", call.ids["invoice"])
    check_draft(invoice, "edit")
    with call.changing(invoice, "invoice.updated"):
        line = _change_line(call, invoice, _line(invoice, call.ids["id"]), call.params)
        recount(call.state, invoice)
    return line


def add_lines(call: Call) -> Json:
    def change(invoice: Json) -> None:
        customer = call.state.get("customer", invoice["customer"])
        for at, given in enumerate(call.params["lines"]):
            if "invoice_item" in given:
                item = call.state.get("invoiceitem", given["invoice_item"], f"lines[{at}][invoice_item]")
                if item["invoice"] is not None or item["customer"] != customer["id"]:
                    raise refused(f"The invoice item {item['id']} is already on an invoice.", None, f"lines[{at}]")
            else:
                item = make_item(call, customer, {"currency": invoice["currency"], **given}, f"lines[{at}]")
            invoicing.put_item_on(call, invoice, item)

    return _edit_lines(call, change)


def update_lines(call: Call) -> Json:
    def change(invoice: Json) -> None:
        for at, given in enumerate(call.params["lines"]):
            rest = {name: value for name, value in given.items() if name != "id"}
            _change_line(call, invoice, _line(invoice, given["id"], f"lines[{at}][id]"), rest)

    return _edit_lines(call, change)


def remove_lines(call: Call) -> Json:
    def change(invoice: Json) -> None:
        for at, given in enumerate(call.params["lines"]):
            line = _line(invoice, given["id"], f"lines[{at}][id]")
            item = _item_of(call, line)
            invoice["lines"]["data"].remove(line)
            if given["behavior"] == "delete":
                call.state.remove("invoiceitem", item["id"])
            else:
                item["invoice"] = None

    return _edit_lines(call, change)


def _edit_lines(call: Call, change: Any) -> Json:
    invoice = call.state.get("invoice", call.ids["id"])
    check_draft(invoice, "edit")
    if not call.params.get("lines"):
        raise missing_parameter("lines")
    with call.changing(invoice, "invoice.updated"):
        change(invoice)
        if call.params.get("invoice_metadata", UNSET) is not UNSET:
            invoice["metadata"] = merged_metadata(invoice["metadata"], call.params["invoice_metadata"])
        recount(call.state, invoice)
    return invoice
