"""Every list inside an object that the program reads, by the SDK's own types."""

from __future__ import annotations

import typing
from typing import Any

import pytest
from stripe._list_object import ListObject

from billing_desk.domain.objects.nested import CutList, cut_lists, is_cut, rows_of
from billing_desk.gateway.nested import request_of
from billing_desk.gateway.requests.objects import OBJECTS, PATHS

from .sdk_routes import route_of
from .sdk_types import class_of, fields_of, resolve

_DEEPEST = 4


def _list_fields(annotation: Any, module: str, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The paths of all lists inside a type, without following references to other objects."""
    annotation = resolve(annotation, module)
    if typing.get_origin(annotation) is ListObject or annotation is ListObject:
        return [path]
    if typing.get_origin(annotation) is typing.Literal:
        return []
    found = [one for inner in typing.get_args(annotation) for one in _list_fields(inner, module, path)]
    if isinstance(annotation, type) and len(path) < _DEEPEST and not hasattr(annotation, "OBJECT_NAME"):
        for name, inner in fields_of(annotation) if hasattr(annotation, "__annotations__") else []:
            found += _list_fields(inner, annotation.__module__, (*path, name))
    return found


def lists_of(kind: str) -> list[tuple[str, ...]]:
    cls = class_of(kind)
    return [path for name, raw in fields_of(cls) for path in _list_fields(raw, cls.__module__, (name.rstrip("_"),))]


# Objects of API v2 have no lists inside.
KINDS = sorted({name for kind in PATHS if not (name := OBJECTS.get(kind, kind)).startswith("v2.")})
LISTS = [(kind, path) for kind in KINDS for path in lists_of(kind)]


def test_the_lists_that_stripe_cuts_are_known() -> None:
    assert {("invoice", ("lines",)), ("invoice", ("payments",)), ("subscription", ("items",))} <= set(LISTS)
    assert {("charge", ("refunds",)), ("customer", ("sources",)), ("customer", ("tax_ids",))} <= set(LISTS)


@pytest.mark.parametrize(("kind", "path"), LISTS)
def test_a_cut_list_is_found_and_has_a_request_for_the_rest(kind: str, path: tuple[str, ...]) -> None:
    rows = {"object": "list", "data": [{"id": "row_1", "object": "row"}], "has_more": True, "url": ""}
    obj: dict[str, Any] = {"id": "obj_1", "object": kind, path[-1]: rows}
    assert len(path) == 1, "lists belong to objects, not to parts of them"
    assert is_cut(obj)
    assert is_cut(obj, path[0])
    [cut] = cut_lists(obj)
    request = request_of(cut)
    assert request is not None, "nothing reads the rest of this list"
    assert route_of(request.method, request.path) is not None
    cut.fill([{"id": "row_1"}, {"id": "row_2"}])
    assert not is_cut(obj)
    assert len(rows_of(obj, path[0])) == 2


def test_lists_of_unknown_objects_are_followed_only_if_their_address_names_the_owner() -> None:
    def request(url: str) -> Any:
        return request_of(CutList({"id": "obj_1", "object": "novelty"}, "things", {"url": url}))

    assert request("/v1/novelties/obj_1/things").path == "/v1/novelties/obj_1/things"
    assert request("/v1/things?novelty=obj_1").params == {"novelty": "obj_1"}
    assert request("/v1/things") is None, "the list of the whole account"
    assert request("https://stripe.invalid/v1/novelties/obj_1/things") is None
    assert request("/elsewhere/obj_1") is None


def test_lists_inside_of_list_entries_are_found_too() -> None:
    inner = {"object": "list", "data": [], "has_more": True}
    subscription = {"id": "sub_1", "object": "subscription", "items": inner}
    customer = {"object": "customer", "subscriptions": {"object": "list", "data": [subscription], "has_more": False}}
    assert [(cut.owner["id"], cut.name) for cut in cut_lists(customer)] == [("sub_1", "items")]
    assert is_cut(customer)
    assert not is_cut({"object": "customer", "metadata": {"has_more": True}})
