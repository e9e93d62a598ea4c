"""Build the program for this platform, refuse a build that lacks a library, and try it out as a user would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent.parent
PROGRAM = HERE / "dist" / "billing-desk" / ("billing-desk.exe" if os.name == "nt" else "billing-desk")
FORBIDDEN = ("WebEngine", "Qt6Qml", "Qt6Quick", "localstripe")
MOST_BYTES = 240_000_000
SECONDS = 25
"""How long the built program gets to show the practice account."""


def main() -> int:
    build()
    inspect()
    self_test()
    demo("offscreen")
    if shutil.which("Xvfb"):
        demo("xcb")
    size = sum(path.stat().st_size for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"package: {size / 1e6:.0f} MB in {PROGRAM.parent}")
    if size > MOST_BYTES:
        raise SystemExit(f"the package is larger than {MOST_BYTES / 1e6:.0f} MB")
    print("6 passed, 0 failed")
    return 0


def build() -> None:
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO", "build.spec"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    log = done.stdout + done.stderr
    if done.returncode:
        raise SystemExit(f"the build failed:\n{log[-4000:]}")
    missing = [line for line in log.splitlines() if "Library not found" in line and _matters(line)]
    if missing:
        raise SystemExit("a library is missing on this machine:\n" + "\n".join(missing))
    print("built")


def _matters(line: str) -> bool:
    """Every library counts but those of plugins that are left out of the program."""
    return not any(part in line for part in ("eglfs", "linuxfb", "vkkhr", "gtk3", "libgtk", "qtiff", "qwebp"))


def inspect() -> None:
    names = [str(path.relative_to(PROGRAM.parent)) for path in PROGRAM.parent.rglob("*")]
    found = [name for name in names if any(part in name for part in FORBIDDEN)]
    if found:
        raise SystemExit(f"this must not be in the program: {found}")
    if not [name for name in names if name.endswith("ca-certificates.crt")]:
        raise SystemExit("Stripe's certificates are missing")
    if not [name for name in names if "Qt6Core" in name or "QtCore" in name]:
        raise SystemExit("Qt is not a file of its own")
    print("inspected")


def self_test() -> None:
    environment = {**_bare_environment(), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [PROGRAM, "--selftest"], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    print(done.stdout, end="")
    if done.returncode:
        raise SystemExit(f"the self-test of the built program failed:\n{done.stderr[-2000:]}")


def demo(platform: str) -> None:
    """Start the practice account and wait until it says that its tables are filled."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(PROGRAM), "--demo", "--data", folder]
        environment = {**_bare_environment(), "QT_QPA_PLATFORM": platform, "BILLING_DESK_SAY_READY": "1"}
        if sys.platform == "linux":
            environment |= {"XDG_DATA_HOME": f"{folder}/share", "XDG_CONFIG_HOME": f"{folder}/config"}
        if platform == "xcb":
            command = ["xvfb-run", "-a", *command]
        with tempfile.TemporaryFile("w+") as said:
            process = subprocess.Popen(
                command, env=environment, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
            )
            try:
                _wait_ready(process, said, platform)
                _opens_links(Path(folder))
            finally:
                os.killpg(process.pid, 15) if os.name != "nt" else process.terminate()
                process.wait(10)


def _opens_links(folder: Path) -> None:
    """The start has registered the built program for links."""
    if sys.platform == "linux":
        entry = (folder / "share" / "applications" / "billing-desk-links.desktop").read_text(encoding="utf-8")
        if f'Exec="{PROGRAM}" %u' not in entry or "MimeType=x-scheme-handler/billing-desk;" not in entry:
            raise SystemExit(f"the built program is not registered for its links:\n{entry}")


def _wait_ready(process: subprocess.Popen[bytes], said: object, platform: str) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        said.seek(0)  # type: ignore[attr-defined]  # a text file
        text = said.read()  # type: ignore[attr-defined]
        if "ready" in text:
            print(f"the practice account starts on {platform}")
            return
        if process.poll() is not None:
            raise SystemExit(f"the built program ended on {platform}:\n{text[-2000:]}")
        time.sleep(0.2)
    raise SystemExit(f"the built program showed nothing on {platform} within {SECONDS} s")


def _bare_environment() -> dict[str, str]:
    """Nothing that would let the program find this checkout or its environment."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))}


if __name__ == "__main__":
    sys.exit(main())
