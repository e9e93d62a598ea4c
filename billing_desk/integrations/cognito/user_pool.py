"""A user pool as a source of users, with the credentials of this machine's own AWS set-up; nothing of them is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...domain.sign_ups.user import Standing, User
from .write_back import ATTRIBUTE, Unwritable, write_back

PAGE = 60
"""The most users that Cognito lists at once."""
_STANDINGS = {
    "CONFIRMED": Standing.CONFIRMED,
    "EXTERNAL_PROVIDER": Standing.CONFIRMED,
    "FORCE_CHANGE_PASSWORD": Standing.INVITED,
}


class NotReadable(Exception):
    """The pool cannot be read; `code` is AWS's name for the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UserPool:
    """Blocking: for a thread of its own. `endpoint` is an AWS for tests; None is Amazon's."""

    def __init__(self, region: str, pool: str, endpoint: str | None = None) -> None:
        import boto3
        from botocore.config import Config

        config = Config(connect_timeout=5, read_timeout=15, retries={"total_max_attempts": 3, "mode": "standard"})
        self._pool = pool
        self._client = boto3.client("cognito-idp", region_name=region, endpoint_url=endpoint, config=config)

    def pages(self) -> Iterator[list[User]]:
        """All users, page by page. Raises NotReadable."""
        token: dict[str, str] = {}
        while True:
            try:
                answer = self._client.list_users(UserPoolId=self._pool, Limit=PAGE, **token)
            except Exception as error:
                raise NotReadable(_code(error)) from None
            yield [_user(row) for row in answer.get("Users") or ()]
            if not answer.get("PaginationToken"):
                return
            token = {"PaginationToken": answer["PaginationToken"]}

    def close(self) -> None:
        self._client.close()

    def write_back(self, username: str, customer: str) -> Unwritable | None:
        return write_back(self._client, self._pool, username, customer)


def _user(row: Any) -> User:
    held = {each["Name"]: str(each.get("Value") or "") for each in row.get("Attributes") or ()}
    standing = _STANDINGS.get(str(row.get("UserStatus")), Standing.OTHER)
    return User(
        str(row.get("Username") or ""),
        held.get("sub", ""),
        held.get("email", ""),
        held.get("name", "") or " ".join(part for n in ("given_name", "family_name") if (part := held.get(n, ""))),
        held.get("locale", ""),
        held.get(ATTRIBUTE, ""),
        standing if row.get("Enabled", True) else Standing.DISABLED,
    )


def _code(error: Exception) -> str:
    said = getattr(error, "response", None)
    code = said.get("Error", {}).get("Code") if isinstance(said, dict) else None
    return str(code or type(error).__name__)
