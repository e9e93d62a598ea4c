"""Users of a directory, and which of them have a customer (D4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..text.emails import is_same

USERNAME, EXTERNAL_ID = "cognitoUsername", "external_id"
"""The customer's metadata: the user's name in the directory, and the user's id, which never changes."""


class Standing(StrEnum):
    """`INVITED`: made by an administrator, and not signed in yet. Only confirmed users get a customer (D3)."""

    CONFIRMED = "confirmed"
    INVITED = "invited"
    DISABLED = "disabled"
    OTHER = "other"


@dataclass(frozen=True)
class User:
    """`sub` is the id that never changes; `customer` what the directory says is the user's customer."""

    username: str
    sub: str
    email: str = ""
    name: str = ""
    locale: str = ""
    customer: str = ""
    standing: Standing = Standing.CONFIRMED

    @property
    def key(self) -> str:
        return self.sub or self.username


@dataclass(frozen=True)
class KnownCustomer:
    """What the mirror knows of a customer that matters here. `username` and `external` are of its metadata."""

    id: str
    name: str
    email: str
    username: str = ""
    external: str = ""
    deleted: bool = False


class Mismatch(StrEnum):
    """`NOT_WRITTEN_BACK`: the user has a customer that the directory does not name."""

    EMAIL = "email"
    CUSTOMER_ID = "customer_id"
    NOT_WRITTEN_BACK = "not_written_back"
    CUSTOMER_GONE = "customer_gone"


@dataclass(frozen=True)
class Mismatched:
    user: User
    kind: Mismatch
    customer: KnownCustomer | None


@dataclass(frozen=True)
class Compared:
    """`without`: confirmed users without a customer; `same_email` are, for some of these, customers with the email;
    `orphans`: customers of users that the directory does not have; `not_confirmed`: users left out."""

    users: int
    without: tuple[User, ...]
    same_email: Mapping[str, tuple[KnownCustomer, ...]]
    orphans: tuple[KnownCustomer, ...]
    mismatched: tuple[Mismatched, ...]
    not_confirmed: int


def compare(users: Sequence[User], customers: Iterable[KnownCustomer]) -> Compared:
    """Users belong to the customer that the directory names, or whose metadata names them."""
    known = {customer.id: customer for customer in customers}
    by_external = {each.external: each for each in known.values() if each.external and not each.deleted}
    by_name = {each.username: each for each in known.values() if each.username and not each.deleted}
    by_email: dict[str, list[KnownCustomer]] = defaultdict(list)
    for each in known.values():
        if each.email and not each.deleted:
            by_email[each.email.casefold()].append(each)
    without, mismatched, emails = [], [], {}
    for user in users:
        if user.standing is not Standing.CONFIRMED:
            continue
        mine = by_external.get(user.sub) or by_name.get(user.username)
        named = known.get(user.customer) if user.customer else None
        mismatched += _mismatches(user, mine, named)
        if mine is None and (named is None or named.deleted) and not user.customer:
            without.append(user)
            if same := by_email.get(user.email.casefold()):
                emails[user.key] = tuple(same)
    ids, names = {user.sub for user in users}, {user.username for user in users}
    orphans = [
        each
        for each in known.values()
        if each.username and not each.deleted and each.username not in names and each.external not in ids
    ]
    left = sum(user.standing is not Standing.CONFIRMED for user in users)
    return Compared(len(users), tuple(without), emails, tuple(orphans), tuple(mismatched), left)


def _mismatches(user: User, mine: KnownCustomer | None, named: KnownCustomer | None) -> list[Mismatched]:
    if user.customer and (named is None or named.deleted):
        return [Mismatched(user, Mismatch.CUSTOMER_GONE, mine)]
    if mine is not None and named is not None and mine.id != named.id:
        return [Mismatched(user, Mismatch.CUSTOMER_ID, mine)]
    if mine is not None and not user.customer:
        return [Mismatched(user, Mismatch.NOT_WRITTEN_BACK, mine)]
    found = mine or named
    if found is not None and user.email and not is_same(found.email, user.email):
        return [Mismatched(user, Mismatch.EMAIL, found)]
    return []
