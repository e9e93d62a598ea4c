"""Customer portal sessions and configurations."""

from __future__ import annotations

from ...billing.subscriptions import changing, pausing
from ...call import Call, listed
from ...errors import invalid, missing_parameter, refused
from ...spec import blank
from ...state.state import State
from ...state.table import Json, copied
from ...state.templates import plain
from .. import endpoints_of, reads
from ..payments.payment_methods import attach_to, resolved

_FLOWS = (
    "customer_update",
    "payment_method_update",
    "subscription_cancel",
    "subscription_pause",
    "subscription_update",
    "subscription_update_confirm",
)


def _configuration(state: State) -> Json:
    for found in state.all("billing_portal.configuration"):
        if found["is_default"]:
            return found
    return _new_configuration(state, default=True)


def _new_configuration(state: State, *, default: bool) -> Json:
    features = blank("billing_portal.configuration")["features"]
    for feature in features.values():
        feature["enabled"] = True
    features["subscription_pause"]["duration"]["type"] = "indefinite"
    features["subscription_cancel"].update(mode="at_period_end", proration_behavior="none")
    features["subscription_update"].update(proration_behavior="create_prorations", trial_update_behavior="end_trial")
    return state.new(
        "billing_portal.configuration",
        state.new_id("bpc_1", 23),
        active=True,
        features=features,
        is_default=default,
        updated=state.now(),
    )


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if not params.get("customer"):
        raise missing_parameter("customer")
    customer = state.get("customer", params["customer"], "customer")
    if params.get("configuration"):
        configuration = state.get("billing_portal.configuration", params["configuration"], "configuration")
    else:
        configuration = _configuration(state)
    flow = params.get("flow_data")
    if flow is not None and flow["type"].startswith("subscription_"):
        name = flow["type"]
        if name not in flow:
            raise missing_parameter(f"flow_data[{name}]")
        subscription = state.get("subscription", flow[name]["subscription"], f"flow_data[{name}][subscription]")
        if subscription["customer"] != customer["id"]:
            raise invalid(f"flow_data[{name}][subscription]", "The subscription belongs to another customer.")
    id_ = state.new_id("bps_1", 23)
    made = state.new(
        "billing_portal.session",
        id_,
        configuration=configuration["id"],
        customer=customer["id"],
        flow=_flow(flow) if flow else None,
        locale=params.get("locale"),
        return_url=plain(params.get("return_url")),
        url=f"{state.pages()}/portal/{id_}",
    )
    call.emit("billing_portal.session.created", made)
    return made


def _flow(given: Json) -> Json:
    after = given.get("after_completion", {"type": "portal_homepage"})
    shown: Json = {
        "after_completion": {
            "hosted_confirmation": after.get("hosted_confirmation"),
            "redirect": after.get("redirect"),
            "type": after["type"],
        },
        "type": given["type"],
    }
    for name in ("subscription_cancel", "subscription_pause", "subscription_update", "subscription_update_confirm"):
        shown[name] = None
        if given["type"] == name:
            details = copied(given[name])
            if name == "subscription_cancel":
                details.setdefault("retention", None)
            if name == "subscription_update_confirm":
                details.setdefault("discounts", None)
            shown[name] = details
    return shown


def complete(call: Call, session: Json, values: dict[str, str]) -> Json:
    """Apply the customer's action on the portal page: a new card, a new name or email, a subscription change."""
    state = call.state
    customer = state.get("customer", session["customer"])
    kind = session["flow"]["type"] if session["flow"] else values.get("action", "payment_method_update")
    if kind not in _FLOWS:
        raise refused(f"The portal cannot do this: {kind}")
    if kind == "payment_method_update":
        method = attach_to(call, resolved(call, values.get("card", ""))["id"], customer)
        with call.changing(customer, "customer.updated"):
            customer["invoice_settings"]["default_payment_method"] = method["id"]
        return customer
    if kind == "customer_update":
        with call.changing(customer, "customer.updated"):
            for name in ("name", "email"):
                if values.get(name):
                    customer[name] = values[name]
        return customer
    return _subscription(call, session, kind, values)


def _subscription(call: Call, session: Json, kind: str, values: dict[str, str]) -> Json:
    flow = (session["flow"] or {}).get(kind) or {}
    id_ = flow.get("subscription") or values.get("subscription", "")
    subscription = call.state.get("subscription", id_, "subscription")
    if kind == "subscription_cancel":
        return changing.update(call.over(call.state, {"cancel_at_period_end": True}), subscription)
    if kind == "subscription_pause":
        return pausing.pause(call.over(call.state, {"type": "subscription"}), subscription)
    wanted = flow.get("items") or [{"id": subscription["items"]["data"][0]["id"], "price": values.get("price", "")}]
    return changing.update(call.over(call.state, {"items": wanted}), subscription)


def create_configuration(call: Call) -> Json:
    made = _new_configuration(call.state, default=False)
    _configure(made, call.params)
    call.emit("billing_portal.configuration.created", made)
    return made


def update_configuration(call: Call) -> Json:
    made = call.state.get("billing_portal.configuration", call.ids["id"])
    with call.changing(made, "billing_portal.configuration.updated"):
        _configure(made, call.params)
        made["updated"] = call.state.now()
    return made


def _configure(made: Json, params: Json) -> None:
    for name in ("active", "name", "default_return_url", "metadata"):
        if name in params:
            made[name] = plain(params[name]) if name != "metadata" else plain(params[name]) or {}
    for name, value in params.get("business_profile", {}).items():
        made["business_profile"][name] = plain(value)
    for name, value in params.get("features", {}).items():
        made["features"][name].update(
            {key: plain(item) for key, item in value.items() if key in made["features"][name]}
        )


def list_configurations(call: Call) -> Json:
    url = "/v1/billing_portal/configurations"
    return listed(call, "billing_portal.configuration", url, "active", "is_default")


endpoints = endpoints_of(
    "customer_portal",
    {
        "POST /v1/billing_portal/sessions": create,
        "POST /v1/billing_portal/configurations": create_configuration,
        "GET /v1/billing_portal/configurations": list_configurations,
        "GET /v1/billing_portal/configurations/{id}": reads("billing_portal.configuration"),
        "POST /v1/billing_portal/configurations/{id}": update_configuration,
    },
)
