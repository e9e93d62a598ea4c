"""Where users who sign up are listed: a user pool of AWS Cognito, or a file of users for a pool out of reach."""

from __future__ import annotations

import re
from dataclasses import dataclass

_POOL = re.compile(r"[a-z]{2}(-[a-z]+)+-\d_[A-Za-z0-9]{1,55}")


@dataclass(frozen=True)
class Directory:
    """`pool` is a pool's id, which begins with its region; `file` a path. Both "": none is set up."""

    pool: str = ""
    file: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.pool or self.file)

    @property
    def region(self) -> str:
        return self.pool.partition("_")[0]


def is_pool(text: str) -> bool:
    """Whether it can be the id of a user pool, such as ap-northeast-1_AbCdEfGhI."""
    return _POOL.fullmatch(text) is not None
