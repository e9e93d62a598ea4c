"""F11: whatever is changed in an audit log of ten thousand entries, taken out or moved, is found where it is."""

from __future__ import annotations

import json
import random

from billing_desk.domain.access.audit_anchor import Broken
from billing_desk.store.durable.audit import START, check, hash_of

COUNT = 10_000
Row = tuple[int, str, str]


def _log() -> tuple[list[Row], tuple[int, str]]:
    rows, before = [], START
    for number in range(1, COUNT + 1):
        text = json.dumps({"at": number, "operator": "森", "verb": "invoice.pay", "reason": f"T-{number % 97}"})
        before_this, before = before, hash_of(before, number, text)
        assert before_this != before
        rows.append((number, text, before))
    return rows, (COUNT, before)


def test_every_single_changed_byte_is_found() -> None:
    rows, head = _log()
    assert check(iter(rows), head) is None
    before = START
    for number, text, stored in rows:
        raw = text.encode()
        for place in range(len(raw)):
            changed = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
            assert hash_of(before, number, changed.decode("latin-1")) != stored
        before = stored


def test_it_is_found_where_it_is() -> None:
    rows, head = _log()
    chance = random.Random(4)
    for _ in range(25):
        at = chance.randrange(COUNT)
        number, text, stored = rows[at]
        other = (at + 1) % COUNT
        swapped = list(rows)
        swapped[at], swapped[other] = (number, rows[other][1], rows[other][2]), (rows[other][0], text, stored)
        assert check(iter([*rows[:at], (number, text.replace("pay", "pax"), stored), *rows[at + 1 :]]), head) == Broken(
            "changed", number
        )
        flipped = stored[:9] + ("0" if stored[9] != "0" else "1") + stored[10:]
        assert check(iter([*rows[:at], (number, text, flipped), *rows[at + 1 :]]), head) == Broken("changed", number)
        taken = check(iter(rows[:at] + rows[at + 1 :]), head)
        assert taken == Broken("cut_off" if at == COUNT - 1 else "missing", number)
        moved = check(iter(swapped), head)
        assert moved is not None
        assert moved.sequence == min(number, rows[other][0])
    assert check(iter(rows[:-3]), head) == Broken("cut_off", COUNT - 2)
