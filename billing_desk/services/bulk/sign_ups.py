"""Provisions users of a directory: one customer a user, with the same key as the trigger uses (D4)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, cast

from ...domain.objects.customer import CustomerFields, create_params, field_changes
from ...domain.sign_ups.user import EXTERNAL_ID, USERNAME, KnownCustomer, User
from ...domain.writes.action import Action
from ...domain.writes.bulk import Bulk, BulkRow, Edit, EditKind, Planned
from ...domain.writes.operation import Operation
from ...gateway.requests import customers
from ..customers.find_or_create import FindOrCreate
from ..writes.planner import Planner
from .edits import DryRun

if TYPE_CHECKING:
    from stripe.params import CustomerCreateParams


def dry_run(users: Sequence[User], same_email: Mapping[str, tuple[KnownCustomer, ...]]) -> DryRun:
    """What provisioning these users would do. `after` names the email, `before` the customers who have it already."""
    rows = tuple(
        Planned(
            user.key,
            user.name or user.email or user.username,
            before=", ".join(each.id for each in same_email.get(user.key, ())),
            after=user.email,
            seen=json.dumps(asdict(user)),
        )
        for user in users
    )
    return DryRun(Edit(EditKind.PROVISION), rows, {})


class BulkSignUps:
    """`find` is made at its first use. `pool` returns the pool's id, "" for users of a file."""

    def __init__(self, find: Callable[[], FindOrCreate], planner: Planner, pool: Callable[[], str]) -> None:
        self._find, self._planner, self._pool = find, planner, pool

    async def planned(self, edit: Edit, numbers: Sequence[int]) -> list[Planned]:
        """Users are not rows of the mirror."""
        raise NotImplementedError

    async def plan(self, bulk: Bulk, row: BulkRow, id_: str) -> Operation | str:
        user = User(**json.loads(row.seen))
        if user.email and await self._find().find(email=user.email, external_id=user.sub) is not None:
            return "has_customer"
        metadata = {USERNAME: user.username[:500], EXTERNAL_ID: user.sub[:500]}
        locales = (user.locale[:20].replace("_", "-"),) if user.locale else ()
        fields = CustomerFields(
            name=user.name[:256],
            email=user.email[:512],
            preferred_locales=locales,
            metadata={name: value for name, value in metadata.items() if value},
        )
        digest = hashlib.sha256(f"{self._pool()}\n{user.sub}".encode()).hexdigest()
        return self._planner.plan(
            Action.SIGN_UP_PROVISION,
            customers.create(cast("CustomerCreateParams", create_params(fields))),
            changes=field_changes(CustomerFields(), fields),
            id_=id_,
            bulk=bulk.id,
            # The trigger's key, while Stripe keeps it: the trigger and the desk at once make one customer.
            key=f"cognito-{digest}" if user.sub and not row.round else None,
        )
