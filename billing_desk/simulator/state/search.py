"""Stripe's search language: clauses of field, operator and value, joined by AND or by OR (Stripe's page on search)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..call import Call
from ..errors import ApiError
from ..http.wire import limit_of
from .packed import Packed
from .table import Json

FIELDS: dict[str, dict[str, str]] = {
    "charge": {
        "amount": "number",
        "created": "number",
        "currency": "text",
        "customer": "text",
        "disputed": "text",
        "metadata": "metadata",
        "payment_method_details.card.last4": "text",
        "payment_method_details.card.brand": "text",
        "payment_method_details.card.exp_month": "number",
        "payment_method_details.card.exp_year": "number",
        "payment_method_details.card.fingerprint": "text",
        "refunded": "text",
        "status": "text",
    },
    "customer": {"created": "number", "email": "words", "metadata": "metadata", "name": "words", "phone": "words"},
    "invoice": {
        "created": "number",
        "currency": "text",
        "customer": "text",
        "last_finalization_error_code": "text",
        "last_finalization_error_type": "text",
        "metadata": "metadata",
        "number": "text",
        "receipt_number": "text",
        "status": "text",
        "subscription": "text",
        "total": "number",
    },
    "payment_intent": {
        "amount": "number",
        "created": "number",
        "currency": "text",
        "customer": "text",
        "metadata": "metadata",
        "status": "text",
    },
    "price": {
        "active": "text",
        "currency": "text",
        "lookup_key": "text",
        "metadata": "metadata",
        "product": "text",
        "type": "text",
    },
    "product": {
        "active": "text",
        "description": "words",
        "metadata": "metadata",
        "name": "words",
        "shippable": "text",
        "url": "text",
    },
    "subscription": {"canceled_at": "number", "created": "number", "metadata": "metadata", "status": "text"},
}
_CLAUSE = re.compile(
    r"""\s*(?P<minus>-?)(?P<field>[a-z_0-9.]+)(?:\[(?P<quote>["'])(?P<key>.*?)(?P=quote)\])?"""
    r"""(?P<operator>:|~|>=|<=|>|<)(?:"(?P<value>(?:[^"\\]|\\.)*)"|'(?P<other>(?:[^'\\]|\\.)*)'|(?P<bare>[^\s"']+))"""
)
_JOINT = re.compile(r"\s+(AND|OR)\s+|\s+", re.IGNORECASE)
Test = Callable[[Json], bool]


def _broken(detail: str) -> ApiError:
    return ApiError(400, f"We were unable to parse your search query. {detail}".strip(), param="query")


def parse(kind: str, query: str) -> Test:
    """A predicate for objects of this kind. Raises ApiError for a query that cannot be parsed."""
    at, tests, joints = 0, [], set()
    text = query.strip()
    if not text:
        raise _broken("The query is empty.")
    while at < len(text):
        found = _CLAUSE.match(text, at)
        if found is None:
            raise _broken("")
        tests.append(_test(kind, found))
        at = found.end()
        joint = _JOINT.match(text, at)
        if joint is None and at < len(text):
            raise _broken("")
        if joint is not None:
            joints.add((joint[1] or "AND").upper())
            at = joint.end()
            if at == len(text):
                raise _broken("")
    if len(tests) > 10:
        raise _broken("You can use at most 10 clauses.")
    if joints == {"AND", "OR"}:
        raise _broken("You cannot combine AND and OR in the same query.")
    join: Callable[..., bool] = any if joints == {"OR"} else all
    return lambda obj: join(test(obj) for test in tests)


def _test(kind: str, found: re.Match[str]) -> Test:
    field, operator = found["field"], found["operator"]
    type_ = FIELDS[kind].get(field)
    if type_ is None:
        known = ", ".join(sorted(FIELDS[kind]))
        raise ApiError(
            400, f"Field `{field}` is an unsupported search field for this resource: {known}.", param="query"
        )
    if (type_ == "metadata") != bool(found["key"]):
        raise _broken(f'Write metadata["key"]:"value", and other fields without brackets ({field}).')
    raw = next(found[name] for name in ("value", "other", "bare") if found[name] is not None)
    wanted = re.sub(r"\\(.)", r"\1", raw)
    if operator in (">", "<", ">=", "<=") and type_ != "number":
        raise _broken(f"The operator {operator} is for numbers ({field}).")
    is_null = wanted == "null" and found["bare"] is not None
    if type_ == "number" and not is_null and not re.fullmatch(r"-?\d{1,18}", wanted):
        raise _broken(f"{field} wants a number.")
    if operator == "~" and (type_ == "number" or len(wanted) < 3):
        raise _broken("Substring matching wants text of at least 3 characters.")
    inner = _compared(field, found["key"], operator, wanted, type_, bare=found["bare"] is not None)
    return (lambda obj: not inner(obj)) if found["minus"] else inner


def _compared(field: str, key: str | None, operator: str, wanted: str, type_: str, *, bare: bool) -> Test:
    compare: dict[str, Callable[[int, int], bool]] = {
        ">": lambda a, b: a > b,
        "<": lambda a, b: a < b,
        ">=": lambda a, b: a >= b,
        "<=": lambda a, b: a <= b,
        ":": lambda a, b: a == b,
    }

    def test(obj: Json) -> bool:
        value = _value(obj, field, key)
        if bare and wanted == "null":
            return value is None
        if value is None:
            return False
        if type_ == "number":
            return compare[operator](int(value), int(wanted))
        mine = str(value).lower()
        if operator == "~":
            return wanted.lower() in mine
        if type_ == "words":
            return wanted.lower() == mine or set(wanted.lower().split()) <= set(mine.split())
        return wanted.lower() == mine

    return test


def _value(obj: Json, field: str, key: str | None) -> Any:
    if key is not None:
        return (obj.get("metadata") or {}).get(key)
    if field == "subscription" and obj.get("object") == "invoice":
        return ((obj.get("parent") or {}).get("subscription_details") or {}).get("subscription")
    value: Any = obj
    for part in field.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def search(kind: str, url: str) -> Callable[[Call], Json]:
    """The handler of a search endpoint. A page's cursor is the id of its last object."""

    def handler(call: Call) -> Json:
        params, table = call.params, call.state.table(kind)
        test, limit = parse(kind, params["query"]), limit_of(params)
        beyond = None
        if params.get("page"):
            beyond = table.place(params["page"])
            if beyond is None:
                raise ApiError(400, "The page you passed is not valid for this query.", param="page")
        data: list[Json] = []
        more = False
        for place in table.places(newest=True, beyond=beyond):
            row = table.peek(place[2])
            obj = row.load() if isinstance(row, Packed) else row
            if obj is None or obj.get("deleted") or not test(obj):
                continue
            if len(data) == limit:
                more = True
                break
            data.append(obj)
        next_page = data[-1]["id"] if more else None
        return {"object": "search_result", "data": data, "has_more": more, "next_page": next_page, "url": url}

    return handler
