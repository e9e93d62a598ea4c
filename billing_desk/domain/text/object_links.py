"""Links to an object: Stripe's Dashboard addresses, and `billing-desk://` for colleagues (G6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ID = r"[A-Za-z][A-Za-z0-9_-]{3,254}"
_DASHBOARD = re.compile(
    rf"https://dashboard\.stripe\.com/(?:(acct_[A-Za-z0-9]+)/)?(test/)?([a-z/-]+)/({_ID})(?:[/?#][!-~]*)?"
)
_OWN = re.compile(rf"billing-desk://([A-Za-z0-9_-]{{1,80}})/(test|live)/([a-z]+)/({_ID})/?")
SCHEME = "billing-desk"
_PLACES = {
    "customer": "customers",
    "subscription": "subscriptions",
    "invoice": "invoices",
    "price": "prices",
    "product": "products",
    "meter": "billing/meters",
}
LONGEST = 1_000


@dataclass(frozen=True)
class ObjectLink:
    """`account` is "" if the link does not name it; `mode` is test or live."""

    account: str
    mode: str
    kind: str
    id: str

    @property
    def own(self) -> str:
        """For colleagues who have this program."""
        return f"{SCHEME}://{self.account}/{self.mode}/{self.kind}/{self.id}"

    @property
    def dashboard(self) -> str:
        """The address in Stripe's Dashboard; "" for kinds that have no page of their own."""
        place = _PLACES.get(self.kind)
        account = f"{self.account}/" if self.account.startswith("acct_") else ""
        test = "test/" if self.mode == "test" else ""
        return f"https://dashboard.stripe.com/{account}{test}{place}/{self.id}" if place else ""


def parse_link(text: str) -> ObjectLink | None:
    """None if it is neither a Dashboard address of an object nor one of this program's links."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    if found := _OWN.fullmatch(text):
        account, mode, kind, id_ = found.groups()
        return ObjectLink(account, mode, kind, id_) if kind in (*_PLACES, "card") else None
    if found := _DASHBOARD.fullmatch(text):
        account, test, place, id_ = found.groups()
        kinds = {name: kind for kind, name in _PLACES.items()}
        kind = kinds.get(place, "")
        return ObjectLink(account or "", "test" if test else "live", kind, id_) if kind else None
    return None
