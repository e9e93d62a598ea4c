"""Errors of this computer as sentences: the keyring, local files, the way to Stripe, and keys that cannot be used."""

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
            text = translate("Export", "The file {file} cannot be written: {reason}")
            return text.format(file=error.code or "", reason=error.message)
        case KeyRejected():
            return _key(error)
        case DiskFull():
            return translate(
                "Notices",
                "The disk is full, so the local copy stands still. Free some space; reading then goes on by itself. "
                "Changes can still be made and are recorded.",
            )
        case _:
            raise AssertionError(error)


def _unopenable(code: str) -> str:
    if code == "unknown_key":
        return translate(
            "Notices",
            "The record of changes of this account does not open with the key in the keyring, and whether it is "
            "damaged or was written with another key cannot be told. It was left as it is.",
        )
    if code == "foreign":
        return translate(
            "Notices",
            "The record of changes in this account's place belongs to another account or mode. It was left as it is; "
            "put the right file back.",
        )
    if code == "newer_version":
        return translate(
            "Notices", "The files of this account were written by a newer Billing Desk. Open them with that one."
        )
    return translate(
        "Notices", "The files of this account cannot be opened. Check that they are yours to read and write."
    )


def _wrong_address(error: WrongAddress) -> str:
    if error.code == "wrong_mode":
        return translate(
            "Notices", "The key in the keyring is not of this mode, so it was not used. Enter the right key again."
        )
    if error.code == "local_only":
        return translate(
            "Notices",
            "This account belongs to a server of this computer, but the settings name no address for it, so nothing "
            "was sent. Enter its key again, with the address.",
        )
    if error.code == "live_elsewhere":
        text = translate(
            "Notices",
            "The settings name the address “{address}” for a live key. Live keys are only sent to Stripe, so nothing "
            "was sent. Take the address out of {file}, or enter the key again.",
        )
    elif error.code == "stripes_account":
        text = translate(
            "Notices",
            "The settings name the address “{address}” for an account at Stripe. Its key is only sent to Stripe, so "
            "nothing was sent. Take the address out of {file}, or enter the key again.",
        )
    else:
        text = translate(
            "Notices",
            "The settings name the address “{address}”, which is not on this computer, so nothing was sent. Correct "
            "it in {file}, or enter the key again.",
        )
    return text.format(address=error.message, file=error.file or "settings.json")


def _way_out(error: Untrusted | ProxyTrouble) -> str:
    if isinstance(error, ProxyTrouble):
        if error.code == "unusable":
            text = translate(
                "Notices",
                "The proxy “{proxy}” cannot be used: its address must look like http://proxy.example:8080. Change it "
                "under Settings, Network.",
            )
            return text.format(proxy=error.message)
        text = translate(
            "Notices",
            "The proxy did not let the connection to Stripe through ({reason}). Nothing was sent. Check the proxy "
            "under Settings, Network.",
        )
        return text.format(reason=error.message)
    if error.code == "ca_file":
        text = translate(
            "Notices",
            "The certificate file {file} cannot be read, so nothing was sent. Choose another one under Settings, "
            "Network: a PEM file from your IT department.",
        )
        return text.format(file=error.message)
    text = translate(
        "Notices",
        "The certificate of Stripe's server is not trusted ({reason}), so nothing was sent. If a proxy of your company "
        "checks encrypted connections, choose its certificate file under Settings, Network.",
    )
    return text.format(reason=error.message)


def _key(error: KeyRejected) -> str:
    known = {
        "publishable": translate(
            "Notices", "That is a publishable key (pk_…). Billing Desk needs a restricted or secret key (rk_… or sk_…)."
        ),
        "webhook": translate(
            "Notices", "That is a webhook signing secret (whsec_…). Billing Desk needs a restricted or secret key."
        ),
        "not_a_key": translate(
            "Notices", "That is not a Stripe API key. It starts with rk_test_, rk_live_, sk_test_ or sk_live_."
        ),
        "live_key": translate("Notices", "That is a live key; this field is for test. Nothing was saved."),
        "test_key": translate("Notices", "That is a test key; this field is for live. Nothing was saved."),
        "wrong_mode": translate("Notices", "Stripe says that this key belongs to the other mode. Nothing was saved."),
        "has_key": translate("Notices", "This account has another key of this mode already. Nothing was saved."),
        "strange_account": translate(
            "Notices", "The server calls its account “{id}”, which is no account's ID. Nothing was saved."
        ),
        "other_account": translate("Notices", "That key belongs to another Stripe account. Nothing was saved."),
        "api_key_expired": translate("Notices", "Stripe says that this key has been revoked or has expired."),
    }
    text = known.get(error.code or "", translate("Notices", "Stripe does not accept this key."))
    return text.format(id=error.message) if error.code == "strange_account" else text


def _keyring(code: str) -> str:
    known = {
        "locked": translate("Notices", "The keyring is locked. Unlock it, then try again."),
        "missing": translate(
            "Notices",
            "No keyring was found on this machine. On Linux, install and unlock GNOME Keyring or KWallet; "
            "or use keys for this start only.",
        ),
        "insecure": translate(
            "Notices",
            "The keyring found here does not keep secrets safely, so it is not used. Use keys for this start only.",
        ),
        "timeout": translate("Notices", "The keyring does not answer. Unlock it or use keys for this start only."),
        "gone": translate(
            "Notices",
            "The keyring answers that it does not hold this account's API key. If it is locked, unlock it and try "
            "again; otherwise enter the key again.",
        ),
        "other_key": translate(
            "Notices", "The keyring holds another API key than the one that was entered here. Enter the key again."
        ),
        "no_database_key": translate(
            "Notices",
            "This account's files are here, but the keyring answers that it does not hold their key. It may be locked "
            "or changed: unlock it and try again. The files were left as they are.",
        ),
        "other_database_key": translate(
            "Notices",
            "The keyring holds another key than the one this account's files were written with. The files were left as "
            "they are; try again with the right keyring.",
        ),
    }
    return known.get(code, translate("Notices", "The keyring refused. Use keys for this start only, or repair it."))
