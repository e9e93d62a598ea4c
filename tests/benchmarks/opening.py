"""What a measured process needs to open an account."""

from __future__ import annotations

from billing_desk.domain.writes.operation import Mode
from billing_desk.vault import SessionVault, api_key_name, database_key_name


async def vault_with(account: str, key: str, database_key: str) -> SessionVault:
    """A keyring that holds the keys of the account's test mode."""
    kept = SessionVault()
    kept.durable = True
    await kept.put(api_key_name(account, Mode.TEST), key)
    await kept.put(database_key_name(account, Mode.TEST), database_key)
    return kept
