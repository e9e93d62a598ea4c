"""A customer's tax ids with Stripe's names for their types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_LINE = re.compile(r"([a-z]{2}_[a-z]+(?:_[a-z]+)*)\s+(\S.{0,62})")


@dataclass(frozen=True)
class TaxId:
    """`type` is Stripe's, such as jp_cn or eu_vat; `id` is Stripe's, "" before the tax id is created."""

    type: str
    value: str
    id: str = ""

    @property
    def line(self) -> str:
        """The line in the text field where tax ids are edited."""
        return f"{self.type} {self.value}"


def tax_id_of(obj: Mapping[str, Any]) -> TaxId:
    return TaxId(str(obj.get("type") or ""), str(obj.get("value") or ""), str(obj.get("id") or ""))


def is_corporate_number(digits: str) -> bool:
    """Whether it is a Japanese corporate number (jp_cn): thirteen digits, the first of which is a check digit modulo
    nine (Order for Enforcement of the Act on the Use of Numbers)."""
    if len(digits) != 13 or not digits.isdecimal():
        return False
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits[1:])))
    return int(digits[0]) == 9 - total % 9


def read_lines(text: str, held: Sequence[TaxId] = ()) -> list[TaxId] | str:
    """One tax id per line, without duplicates; or the first line that cannot be read. An unchanged line returns the tax
    id from `held` that it was made from."""
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
