"""Webhook endpoints and event destinations (E11): listed, created, edited, switched, replaced for a new secret."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.access.api_key import shape_of
from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import DeskError, Refused, is_refusal
from ...domain.events.delivery import UNDELIVERED, Undelivered
from ...domain.events.endpoint import SECRET, Endpoint, NewEndpoint, Style, endpoint_errors, endpoint_of, for_style
from ...domain.json_object import Json
from ...domain.objects.malformed import STRANGE
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Mode, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.references import result_id
from ...domain.writes.remarks import Effect, EffectCode
from ...domain.writes.request import Request
from ...gateway.pages import pages, pages_v2
from ...gateway.requests import webhooks
from ...store.events.event_log import EventLog
from ..tools import Tools
from ..writes.planner import new_id
from .secrets import NewSecret, NewSecrets, SecretStore


@dataclass(frozen=True)
class Listed:
    """`missing`: what the key may not read, as the error says it."""

    endpoints: tuple[Endpoint, ...]
    secrets: frozenset[str]
    undelivered: Undelivered
    missing: tuple[DeskError, ...] = ()


class Webhooks:
    """Every `preview_…` raises DeskError, including Refused with the field."""

    def __init__(self, tools: Tools, log: EventLog, secrets: SecretStore, new: NewSecrets, changes: Changes) -> None:
        self._gateway, self._planner, self._reader = tools.gateway, tools.planner, tools.reader
        self._log, self._secrets, self._new, self._changes = log, secrets, new, changes

    async def all(self) -> Listed:
        """Endpoints first, newest first. Raises DeskError if Stripe does not answer."""
        found: list[Endpoint] = []
        missing: list[DeskError] = []
        for read in (self._endpoints, self._destinations):
            try:
                found += await read()
            except DeskError as error:
                if not is_refusal(error):
                    raise
                missing.append(error)
        noted = await self._log.note(UNDELIVERED)
        undelivered = Undelivered.from_json(json.loads(noted)) if noted else Undelivered()
        return Listed(tuple(found), frozenset(await self._secrets.all()), undelivered, tuple(missing))

    async def _endpoints(self) -> list[Endpoint]:
        rows = [row async for page in pages(self._gateway, webhooks.list_endpoints(), background=False) for row in page]
        return _read(rows)

    async def _destinations(self) -> list[Endpoint]:
        rows = [row async for page in pages_v2(self._gateway, webhooks.list_destinations()) for row in page]
        return _read(rows)

    async def preview_create(self, new: NewEndpoint) -> Preview:
        self._check(new)
        id_ = new_id()
        remove = webhooks.delete_destination if new.style.is_destination else webhooks.delete_endpoint
        operation = self._planner.plan(
            Action.WEBHOOK_CREATE,
            _creation(new, id_),
            changes=_changes(None, new),
            id_=id_,
            undo=((0, remove(result_id(0))),),
        )
        return Preview(operation, effects=Effects(by_stripe=(Effect(EffectCode.SECRET_SHOWN_ONCE),)))

    async def preview_edit(self, id_: str, kind: str, new: NewEndpoint) -> Preview | None:
        """None if nothing changes."""
        now, version = await self._reader.read(kind, id_)
        before = endpoint_of(now)
        self._check(new)
        changes = _changes(before, new)
        if not changes:
            return None
        update = webhooks.update_destination if before.style.is_destination else webhooks.update_endpoint
        operation = self._planner.plan(
            Action.WEBHOOK_EDIT,
            update(id_, new.url, for_style(new.types, before.style), new.name),
            subjects=((kind, id_),),
            changes=changes,
            undo=((0, update(id_, before.url, before.types, before.name)),),
        )
        return Preview(operation, versions=(version,))

    async def preview_switch(self, id_: str, kind: str, *, enabled: bool) -> Preview | None:
        """None if nothing changes."""
        now, version = await self._reader.read(kind, id_)
        before = endpoint_of(now)
        if before.enabled == enabled:
            return None
        switch = webhooks.switch_destination if before.style.is_destination else webhooks.switch_endpoint
        states = ("disabled", "enabled") if enabled else ("enabled", "disabled")
        operation = self._planner.plan(
            Action.WEBHOOK_ENABLE if enabled else Action.WEBHOOK_DISABLE,
            switch(id_, enabled=enabled),
            subjects=((kind, id_),),
            changes=(FieldChange("url", before.url, before.url), FieldChange("webhook_status", *states)),
            undo=((0, switch(id_, enabled=not enabled)),),
        )
        said = () if enabled else (Effect(EffectCode.EVENTS_NOT_SENT),)
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def preview_delete(self, id_: str, kind: str) -> Preview:
        now, version = await self._reader.read(kind, id_)
        before = endpoint_of(now)
        remove = webhooks.delete_destination if before.style.is_destination else webhooks.delete_endpoint
        operation = self._planner.plan(
            Action.WEBHOOK_DELETE,
            remove(id_),
            subjects=((kind, id_),),
            changes=(FieldChange("url", before.url, None),),
            risk=Risk.IRREVERSIBLE,
        )
        said = (Effect(EffectCode.EVENTS_NOT_SENT), Effect(EffectCode.SECRET_IS_LOST))
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def preview_roll(self, id_: str, kind: str, *, disable_old: bool) -> Preview:
        """A new endpoint with the same settings and a new secret, because Stripe's API cannot change the secret of an
        existing one. `disable_old`: the old one is disabled at once; otherwise both get events until it is deleted."""
        now, version = await self._reader.read(kind, id_)
        before = endpoint_of(now)
        new = NewEndpoint(before.url, before.types, before.style, before.name)
        self._check(new)
        made = new_id()
        steps: list[Request] = [_creation(new, made, before.version)]
        if disable_old:
            switch = webhooks.switch_destination if before.style.is_destination else webhooks.switch_endpoint
            steps.append(switch(id_, enabled=False))
        operation = self._planner.plan(
            Action.WEBHOOK_ROLL,
            *steps,
            subjects=((kind, id_),),
            changes=(FieldChange("url", before.url, before.url),),
            id_=made,
        )
        old = EffectCode.OLD_SECRET_STOPS if disable_old else EffectCode.OLD_SECRET_STAYS
        said = (Effect(EffectCode.SECRET_SHOWN_ONCE), Effect(old))
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def preview_ping(self, id_: str) -> Preview:
        """Only destinations of API v2 can be tested."""
        operation = self._planner.plan(Action.WEBHOOK_TEST, webhooks.ping(id_), subjects=(("event_destination", id_),))
        return Preview(operation)

    def new_secret(self) -> NewSecret | None:
        """The secret that came with the last creation, once; None if Stripe did not show it: then the write was looked
        up after a lost answer."""
        return self._new.take()

    async def keep_secret(self, id_: str, secret: str | None) -> None:
        """Store a secret that the operator has; None forgets it. Raises KeyringTrouble, and Refused if it is none."""
        if secret is not None and not SECRET.fullmatch(secret):
            code = "api_key_not_secret" if shape_of(secret).usable else "not_a_secret"
            raise Refused(code=code, param="secret")
        await self._secrets.put(id_, secret)
        self._changes.publish(Change(ChangeKind.WEBHOOK))

    def _check(self, new: NewEndpoint) -> None:
        for error in endpoint_errors(new, live=self._planner.identity.mode is Mode.LIVE):
            raise Refused(code=error.code, param=error.field)


def _read(rows: list[Json]) -> list[Endpoint]:
    found = []
    for row in rows:
        try:
            found.append(endpoint_of(row))
        except STRANGE:
            continue
    return found


def _creation(new: NewEndpoint, id_: str, version: str = "") -> Request:
    types, own = for_style(new.types, new.style), {OWN_ID: id_}
    if new.style.is_destination:
        return webhooks.create_destination(new.url, types, new.name, own, thin=new.style is Style.THIN)
    return webhooks.create_endpoint(new.url, types, new.name, own, version)


def _changes(before: Endpoint | None, new: NewEndpoint) -> tuple[FieldChange, ...]:
    old = (before.url, before.name, _shown(before.types)) if before else (None, None, None)
    style = before.style if before else new.style
    now = (new.url, new.name, _shown(for_style(new.types, style)))
    names = ("url", "webhook_name", "webhook_events")
    pairs = zip(names, old, now, strict=True)
    return tuple(FieldChange(name, was or None, is_ or None) for name, was, is_ in pairs if (was or "") != (is_ or ""))


def _shown(types: Sequence[str]) -> str:
    return "\n".join(types)
