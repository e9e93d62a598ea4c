"""Sentences for errors of this computer: keyring, local files, network, and unusable keys."""

from __future__ import annotations

from ...domain.errors import (
    DeskError,
    DiskFull,
    KeyRejected,
    KeyringTrouble,
    ProxyTrouble,
    Unopenable,
    Untrusted,
    Unwritable,
    WrongAddress,
)
from .text import translate


def local_sentence(error: DeskError) -> str:
    """What happened, why, and what to do."""
    match error:
        case KeyringTrouble():
            return _keyring(error.code or "")
        case Unopenable():
            return _unopenable(error.code or "")
        case WrongAddress():
            return _wrong_address(error)
        case Untrusted() | ProxyTrouble():
            return _way_out(error)
        case Unwritable():
            text = translate("Export", "Cannot write the file {file}: {reason}")
            return text.format(file=error.code or "", reason=error.message)
        case KeyRejected():
            return _key(error)
        case DiskFull():
            return translate(
                "Notices",
                "The disk is full, so the local copy is not updated. Free some space and sync "
                "resumes automatically. You can still make changes; they are recorded.",
            )
        case _:
            raise AssertionError(error)


def _unopenable(code: str) -> str:
    if code == "unknown_key":
        return translate(
            "Notices",
            "This account's audit log cannot be opened with the key in the keyring. It may be "
            "damaged or written with another key. The file was not changed.",
        )
    if code == "foreign":
        return translate(
            "Notices",
            "The audit log found for this account belongs to another account or mode. The file "
            "was not changed. Restore the right file.",
        )
    if code == "newer_version":
        return translate(
            "Notices",
            "This account's files were written by a newer version of Billing Desk. Open them with that version.",
        )
    return translate(
        "Notices", "This account's files cannot be opened. Check that you have permission to read and write them."
    )


def _wrong_address(error: WrongAddress) -> str:
    if error.code == "wrong_mode":
        return translate("Notices", "The key in the keyring is for another mode and was not used. Enter the right key.")
    if error.code == "local_only":
        return translate(
            "Notices",
            "This account belongs to a local server, but Settings has no address for it. Nothing "
            "was sent. Enter the key again with the address.",
        )
    if error.code == "not_stripes":
        return translate("Notices", "The file's address is not one of Stripe's. Nothing was fetched.")
    if error.code == "live_elsewhere":
        text = translate(
            "Notices",
            "The settings contain the address “{address}” for a live key. Live keys are only "
            "sent to Stripe, so nothing was sent. Remove the address from {file}, or enter the "
            "key again.",
        )
    elif error.code == "stripes_account":
        text = translate(
            "Notices",
            "The settings contain the address “{address}” for a Stripe account. Its key is only "
            "sent to Stripe, so nothing was sent. Remove the address from {file}, or enter the "
            "key again.",
        )
    else:
        text = translate(
            "Notices",
            "The settings contain the address “{address}”, which is not on this computer, so "
            "nothing was sent. Correct it in {file}, or enter the key again.",
        )
    return text.format(address=error.message, file=error.file or "settings.json")


def _way_out(error: Untrusted | ProxyTrouble) -> str:
    if isinstance(error, ProxyTrouble):
        if error.code == "unusable":
            text = translate(
                "Notices",
                "The proxy “{proxy}” cannot be used: the address must look like "
                "http://proxy.example:8080. Change it under Settings > Network.",
            )
            return text.format(proxy=error.message)
        text = translate(
            "Notices",
            "The proxy blocked the connection to Stripe ({reason}). Nothing was sent. Check the "
            "proxy under Settings > Network.",
        )
        return text.format(reason=error.message)
    if error.code == "ca_file":
        text = translate(
            "Notices",
            "The certificate file {file} cannot be read, so nothing was sent. Choose a PEM file "
            "from your IT department under Settings > Network.",
        )
        return text.format(file=error.message)
    text = translate(
        "Notices",
        "The certificate of the Stripe server is not trusted ({reason}), so nothing was "
        "sent. If your company's proxy inspects encrypted connections, choose its "
        "certificate file under Settings > Network.",
    )
    return text.format(reason=error.message)


def _key(error: KeyRejected) -> str:
    known = {
        "publishable": translate(
            "Notices", "This is a publishable key (pk_…). Billing Desk needs a restricted or secret key (rk_… or sk_…)."
        ),
        "webhook": translate(
            "Notices", "This is a webhook signing secret (whsec_…). Billing Desk needs a restricted or secret key."
        ),
        "not_a_key": translate(
            "Notices", "This is not a Stripe API key. API keys start with rk_test_, rk_live_, sk_test_, or sk_live_."
        ),
        "live_key": translate("Notices", "This is a live key, but a test key is needed here. Nothing was saved."),
        "test_key": translate("Notices", "This is a test key, but a live key is needed here. Nothing was saved."),
        "wrong_mode": translate("Notices", "This key belongs to the other mode in Stripe. Nothing was saved."),
        "has_key": translate("Notices", "This account already has another key for this mode. Nothing was saved."),
        "strange_account": translate(
            "Notices", "The server returned the account ID “{id}”, which is not valid. Nothing was saved."
        ),
        "other_account": translate("Notices", "This key belongs to another Stripe account. Nothing was saved."),
        "api_key_expired": translate(
            "Notices", "This key has been revoked or has expired in Stripe. Enter another key."
        ),
    }
    text = known.get(
        error.code or "",
        translate("Notices", "Stripe does not accept this key. Check it in the Stripe Dashboard or enter another key."),
    )
    return text.format(id=error.message) if error.code == "strange_account" else text


def _keyring(code: str) -> str:
    known = {
        "locked": translate("Notices", "The keyring is locked. Unlock it and try again."),
        "missing": translate(
            "Notices",
            "No keyring was found on this computer. On Linux, install and unlock GNOME Keyring "
            "or KWallet, or keep keys in memory only.",
        ),
        "insecure": translate(
            "Notices",
            "The keyring on this computer does not store secrets securely and is not used. Keep keys in memory only.",
        ),
        "timeout": translate("Notices", "The keyring does not respond. Unlock it, or keep keys in memory only."),
        "gone": translate(
            "Notices",
            "The keyring does not contain this account's API key. If it is locked, unlock it and "
            "try again. Otherwise enter the key again.",
        ),
        "other_key": translate(
            "Notices", "The keyring contains a different API key than the one entered here. Enter the key again."
        ),
        "no_database_key": translate(
            "Notices",
            "This account's files are here, but the keyring does not contain their key. It may "
            "be locked or replaced: unlock it and try again. The files were not changed.",
        ),
        "other_database_key": translate(
            "Notices",
            "The keyring contains a different key than the one this account's files were written "
            "with. The files were not changed. Try again with the right keyring.",
        ),
    }
    return known.get(code, translate("Notices", "The keyring denied access. Repair it, or keep keys in memory only."))
