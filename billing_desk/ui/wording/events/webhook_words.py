"""Webhooks in words: styles, states, problems, and what Stripe does."""

from __future__ import annotations

from ....domain.events.delivery import Undelivered
from ....domain.events.endpoint import Endpoint, Style
from ....domain.events.receiver_state import ReceiverState
from ....domain.events.signature import Refusal
from ....domain.writes.remarks import EffectCode
from ..text import Wording, joined, sentences, translate


def style(which: Style) -> str:
    return {
        Style.ENDPOINT: translate("Webhooks", "Webhook endpoint (snapshot events)"),
        Style.SNAPSHOT: translate("Webhooks", "Event destination (snapshot events)"),
        Style.THIN: translate("Webhooks", "Event destination (thin events)"),
    }[which]


def state(endpoint: Endpoint) -> str:
    if endpoint.enabled:
        return translate("Webhooks", "Enabled")
    if endpoint.reason:
        return translate("Webhooks", "Disabled: {reason}").format(reason=endpoint.reason.replace("_", " "))
    return translate("Webhooks", "Disabled")


def types(names: tuple[str, ...]) -> str:
    """One name, or how many."""
    if names == ("*",):
        return translate("Webhooks", "All events")
    return names[0] if len(names) == 1 else translate("Webhooks", "%n event type(s)", "", len(names))


def delivery(found: Undelivered, wording: Wording) -> str:
    """What was not delivered, as far as Stripe says it: not to which endpoint."""
    if not found.read:
        return translate("Webhooks", "Deliveries were not checked yet.")
    if not found.count:
        return translate("Webhooks", "All events of the last 3 days were delivered.")
    kinds = joined(f"{name} ({wording.number(count)})" for name, count in found.types[:5])
    many = wording.number(found.count) + ("+" if found.more else "")
    since = wording.moment(found.oldest)
    if found.is_failing:
        text = translate("Webhooks", "{count} events were not delivered, the oldest of {since}: {kinds}.")
    else:
        text = translate("Webhooks", "{count} events are being delivered, the oldest of {since}: {kinds}.")
    return text.format(count=many, since=since, kinds=kinds)


def problem(code: str) -> str:
    """Why a field is refused; "" for another code."""
    return {
        "not_a_url": translate("Webhooks", "Enter a whole address, such as https://example.com/webhooks."),
        "url_with_password": translate("Webhooks", "The address must not contain a user name or password."),
        "not_https": translate("Webhooks", "In live mode the address must begin with https://."),
        "no_types": translate("Webhooks", "Enter at least one event type."),
        "too_many_types": translate("Webhooks", "At most 500 event types; use * for all of them."),
        "not_a_type": translate("Webhooks", "One event type a line, such as invoice.paid, or * for all."),
        "no_name": translate("Webhooks", "Enter a name."),
        "api_key_not_secret": translate(
            "Webhooks", "This is an API key. A signing secret begins with whsec_; “stripe listen” prints it."
        ),
        "not_a_secret": translate("Webhooks", "A signing secret begins with whsec_; “stripe listen” prints it."),
    }.get(code, "")


def effect(code: EffectCode) -> str:
    """ "" for another code."""
    return {
        EffectCode.SECRET_SHOWN_ONCE: translate(
            "Webhooks", "Stripe shows the new signing secret once. It is shown here and put in this computer's keyring."
        ),
        EffectCode.SECRET_IS_LOST: translate("Webhooks", "The signing secret is removed from this computer's keyring."),
        EffectCode.OLD_SECRET_STAYS: translate(
            "Webhooks",
            "Stripe's API cannot change a secret, so a second endpoint with the same settings is created. Both get "
            "every event until you delete the old one.",
        ),
        EffectCode.OLD_SECRET_STOPS: translate(
            "Webhooks",
            "Stripe's API cannot change a secret, so a second endpoint with the same settings is created. The old one "
            "is disabled at once: what your server receives before it knows the new secret fails and is sent again.",
        ),
        EffectCode.EVENTS_NOT_SENT: translate("Webhooks", "Events that happen meanwhile are not sent to it later."),
    }.get(code, "")


def receiver(state: ReceiverState, wording: Wording) -> str:
    """Whether the local receiver listens, and what came."""
    if state.trouble == "port_taken":
        return translate("Webhooks", "Another program uses the receiver's port. Change the port in Settings.")
    if state.trouble:
        return translate("Webhooks", "The receiver cannot listen on this computer.")
    if not state.address:
        return translate("Webhooks", "The receiver for the Stripe CLI is off. It is switched on in Settings.")
    said = [translate("Webhooks", "Receiving on {address}.").format(address=state.address)]
    said.append(translate("Webhooks", "{count} received.").format(count=wording.number(state.accepted)))
    refused = [f"{refusal(why)} {wording.number(count)}" for why, count in state.refused.items()]
    if refused:
        said.append(translate("Webhooks", "Refused: {reasons}.").format(reasons=joined(refused)))
    return sentences(said)


def refusal(why: Refusal) -> str:
    return {
        Refusal.NO_SECRET: translate("Webhooks", "no signing secret is set"),
        Refusal.NO_SIGNATURE: translate("Webhooks", "not signed"),
        Refusal.WRONG_SECRET: translate("Webhooks", "signed with another secret"),
        Refusal.TOO_OLD: translate("Webhooks", "signed more than 5 minutes ago"),
        Refusal.IN_FUTURE: translate("Webhooks", "signed more than 5 minutes ahead"),
        Refusal.NOT_AN_EVENT: translate("Webhooks", "not an event"),
        Refusal.OTHER_MODE: translate("Webhooks", "of the other mode"),
        Refusal.NOT_LOCAL: translate("Webhooks", "not from this computer"),
        Refusal.NOT_STORED: translate("Webhooks", "could not be stored"),
    }[why]
