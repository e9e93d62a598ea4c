"""Settings are read field by field: what is wrong is named and kept aside, the rest is used, and the program starts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from billing_desk.domain.errors import Unwritable
from billing_desk.domain.writes.safety_limits import SafetyLimits
from billing_desk.settings import Account, KeyNote, Preferences, Settings, SettingsFile

from ..driver import seated
from ..support import until
from .hostile import json_values

KEYS = {"test": {"print": "0123456789abcdef", "shown": "sk_test_…1234", "restricted": False, "address": None}}
GOOD: dict[str, Any] = {
    "version": 1,
    "accounts": [{"id": "acct_1Good", "name": "Good", "keys": KEYS}],
    "current": None,
    "language": "ja",
    "zone": "Europe/Berlin",
    "operator": "Mori",
    "theme": "dark",
    "views": {"window": [1000, 700], "table.customer": [["name", 120, True]]},
    "rules": {
        "armed_for": 600,
        "lock_after": 0,
        "ceilings": {"one_write": {"jpy": 5}, "one_hour": {"usd": 7}, "writes_an_hour": 9},
        "note_at_stripe": True,
    },
    "network": {"proxy": "none", "ca_file": ""},
}


def _file(folder: Path, content: Any) -> SettingsFile:
    path = folder / "settings.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return SettingsFile(path)


def _damaged(*path: Any, value: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(GOOD))
    place: Any = made
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return made


def test_a_good_file_is_used_whole(tmp_path: Path) -> None:
    file = _file(tmp_path, GOOD)
    assert file.problems == ()
    assert file.value.zone == "Europe/Berlin"
    assert file.value.rules.ceilings.one_write == {"jpy": 5}
    assert file.value.accounts[0].keys["test"] == KeyNote("0123456789abcdef", "sk_test_…1234")
    assert not (tmp_path / "settings.unreadable").exists()


DAMAGES: tuple[tuple[tuple[Any, ...], Any], ...] = (
    (("zone",), "Mars/Olympus"),
    (("zone",), "../../etc/passwd"),
    (("zone",), "/etc/passwd"),
    (("zone",), 5),
    (("zone",), "Europe"),
    (("language",), "tlh"),
    (("theme",), None),
    (("operator",), ["x"]),
    (("operator",), "x" * 1_000),
    (("views",), []),
    (("views", "window"), ["wide", "high"]),
    (("views", "window"), [1]),
    (("views", "window"), [-5, 10**9]),
    (("views", "table.customer"), [["name", "wide", True]]),
    (("views", "table.customer"), {"name": 5}),
    (("rules",), 7),
    (("rules", "armed_for"), "long"),
    (("rules", "armed_for"), -1),
    (("rules", "armed_for"), True),
    (("rules", "lock_after"), 1e9),
    (("rules", "unheard_of"), True),
    (("rules", "ceilings"), []),
    (("rules", "ceilings", "one_write"), {"jpy": "much", "usd": 5}),
    (("rules", "ceilings", "one_write"), {"YEN": 5}),
    (("rules", "ceilings", "writes_an_hour"), 0),
    (("rules", "ceilings", "surprise"), 1),
    (("current",), "acct_1Good"),
    (("current",), ["acct_1Gone", "live"]),
    (("current",), ["acct_1Good", "demo"]),
    (("current",), [5, 5]),
    (("accounts", 0, "name"), "   "),
    (("accounts", 0, "keys"), []),
    (("accounts", 0, "keys", "test"), "rk_test"),
    (("accounts", 0, "keys", "staging"), {}),
    (("accounts", 0, "keys", "test", "print"), 5),
    (("accounts",), [{"id": "../x", "name": "Bad", "keys": {}}, GOOD["accounts"][0]]),
    (("accounts",), [None, 5, "x", GOOD["accounts"][0]]),
    (("accounts",), [GOOD["accounts"][0], GOOD["accounts"][0]]),
    (("network", "proxy"), "socks5://x"),
    (("network", "proxy"), None),
    (("network", "ca_file"), ["x"]),
    (("network",), "direct"),
    (("unknown",), 1),
)


@pytest.mark.parametrize(("path", "value"), DAMAGES, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_named_and_the_rest_is_used(tmp_path: Path, path: tuple[Any, ...], value: Any) -> None:
    file = _file(tmp_path, _damaged(*path, value=value))
    assert file.problems, "named"
    assert json.loads((tmp_path / "settings.unreadable").read_bytes()) == _damaged(*path, value=value), "kept aside"
    assert file.value.account("acct_1Good") is not None, "no account is lost because of something else"
    if path[0] != "zone":
        assert file.value.zone == "Europe/Berlin"
    if path[0] != "rules":
        assert file.value.rules.armed_for == 600
    file.save(file.value)
    # A proxy that cannot be used stays one until another is chosen, and is said at every start.
    stays = (".".join(path),) if path == ("network", "proxy") else ()
    assert SettingsFile(file.path).problems == stays


def test_a_key_whose_address_cannot_be_read_does_not_go_to_stripe_instead(tmp_path: Path) -> None:
    for address in (5, ["http://127.0.0.1:1"], {"x": 1}, "x" * 500):
        file = _file(tmp_path, _damaged("accounts", 0, "keys", "test", "address", value=address))
        assert file.value.accounts[0].keys["test"].address not in (None, "")
    file = _file(tmp_path, _damaged("network", "proxy", value=7))
    assert file.value.network.proxy not in ("system", "none"), "nor around the proxy that was chosen"


@pytest.mark.parametrize(
    "content",
    [b"", b"{not json", b"[]", b"5", b"null", b"\xff\xfe", b'{"a":' * 5_000, b"[" * 200_000, b"\0" * 100],
    ids=lambda content: repr(content[:8]),
)
def test_an_unreadable_file_is_kept_and_the_version_before_is_used(tmp_path: Path, content: bytes) -> None:
    file = _file(tmp_path, GOOD)
    file.save(file.value)
    file.save(file.value)
    after = _file(tmp_path, content)
    assert after.value.zone == "Europe/Berlin"
    assert after.problems == ("settings.json",)
    assert (tmp_path / "settings.unreadable").read_bytes() == content


@given(json_values)
@settings(max_examples=500, deadline=None)
def test_any_json_at_all_starts(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    folder = tmp_path_factory.mktemp("s")
    file = _file(folder, value)
    file.save(file.value)
    assert SettingsFile(file.path).value == file.value


@given(st.sampled_from(sorted(GOOD)), json_values)
@settings(max_examples=800, deadline=None)
def test_any_json_in_any_field_leaves_the_others(
    tmp_path_factory: pytest.TempPathFactory, name: str, value: Any
) -> None:
    file = _file(tmp_path_factory.mktemp("s"), _damaged(name, value=value))
    for other, expected in (("zone", "Europe/Berlin"), ("language", "ja"), ("theme", "dark"), ("operator", "Mori")):
        if other != name:
            assert getattr(file.value, other) == expected


def test_the_version_before_is_kept_and_a_failed_save_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    for zone in ("Asia/Tokyo", "Europe/Paris", "Europe/Rome"):
        file.save(Settings(zone=zone))
    assert json.loads((tmp_path / "settings.previous").read_bytes())["zone"] == "Europe/Paris"

    def full(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Unwritable):
        file.save(Settings(zone="UTC"))
    Preferences(file).put("window", [900, 600])  # what is lost with the end of the program is no error
    monkeypatch.undo()
    assert SettingsFile(file.path).value.zone == "Europe/Rome"
    assert file.value.zone == "UTC", "in force until the program ends"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_link_in_place_of_the_file_is_replaced_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / "settings.json").symlink_to(victim)
    file = SettingsFile(tmp_path / "settings.json")
    file.save(Settings())
    assert victim.read_text() == "precious"
    assert not file.path.is_symlink()


def test_what_is_saved_is_what_is_read(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    note = KeyNote("p", "s", restricted=True, address="http://127.0.0.1:1")
    value = Settings(
        (Account("acct_1", "名前 \u202e", {"test": note}),), ("acct_1", "test"), rules=SafetyLimits(lock_after=0)
    )
    file.save(value)
    again = SettingsFile(file.path)
    assert again.problems == ()
    assert again.value == value


@pytest.mark.parametrize(("path", "value"), [DAMAGES[0], DAMAGES[10], DAMAGES[20]], ids=str)
async def test_the_program_starts_and_says_what_it_left_out(
    qapp: QApplication, tmp_path: Path, path: tuple[Any, ...], value: Any
) -> None:
    (tmp_path / "settings.json").write_text(json.dumps(_damaged(*path, value=value)))
    async with seated(qapp, tmp_path, demo=True) as operator:
        await until(lambda: path[-1] in operator.notice)
        assert "settings.unreadable" in operator.notice
