"""Reads objects at Stripe for previews, and checks later whether they have changed."""

from __future__ import annotations

from ..domain.json_object import Json
from ..domain.writes.operation import ObjectVersion, Preview, fingerprint
from ..gateway.stripe_gateway import StripeGateway
from .queries import read_object


class ObjectReader:
    def __init__(self, gateway: StripeGateway) -> None:
        self._gateway = gateway

    async def read(self, kind: str, id_: str) -> tuple[Json, ObjectVersion]:
        """An object as it is at Stripe now, and its version. Raises DeskError."""
        found = await read_object(self._gateway, kind, id_)
        return found, ObjectVersion(kind, id_, fingerprint(found))

    async def changed_since(self, preview: Preview) -> bool:
        """Whether an object of the preview has changed at Stripe since, or the preview is too old to be sent. Raises
        DeskError."""
        if preview.operation.is_late(int(self._gateway.now())):
            return True
        for version in preview.versions:
            _, now = await self.read(version.kind, version.id)
            if now != version:
                return True
        return False
