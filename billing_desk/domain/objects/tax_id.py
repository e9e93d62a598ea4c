"""Tax ids of a customer, as Stripe names their types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_LINE = re.compile(r"([a-z]{2}_[a-z]+(?:_[a-z]+)*)\s+(\S.{0,62})")


@dataclass(frozen=True)
class TaxId:
    """`type` such as jp_cn or eu_vat; `id` is Stripe's, empty for one that is not there yet."""

    type: str
    value: str
    id: str = ""

    @property
    def line(self) -> str:
        """As it is shown to be edited."""
        return f"{self.type} {self.value}"


def tax_id_of(obj: Mapping[str, Any]) -> TaxId:
    return TaxId(str(obj.get("type") or ""), str(obj.get("value") or ""), str(obj.get("id") or ""))


def is_corporate_number(digits: str) -> bool:
    """A Japanese corporate number (jp_cn): thirteen digits, the first of which checks the others (Order for
    Enforcement of the Act on the Use of Numbers, the check digit modulo nine)."""
    if len(digits) != 13 or not digits.isdecimal():
        return False
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits[1:])))
    return int(digits[0]) == 9 - total % 9


def read_lines(text: str, held: Sequence[TaxId] = ()) -> list[TaxId] | str:
    """One a line, each once; the first line that cannot be read where there is one. A line that was not touched is the
    tax id it was made of, however Stripe writes it."""
    found: dict[tuple[str, str], TaxId] = {}
    known = {one.line: one for one in held}
    for line in text.splitlines():
        if line in known:
            found[(known[line].type, known[line].value)] = known[line]
            continue
        plain = unicodedata.normalize("NFKC", line).strip()
        if not plain:
            continue
        match = _LINE.fullmatch(plain)
        if match is None:
            return line.strip()
        found[(match[1], match[2])] = TaxId(match[1], match[2])
    return list(found.values())
