#!/usr/bin/env python3
"""Every command of this project, from a bare machine: `python3 dev.py demo`, `python3 dev.py test`, and more.

Needs nothing but a Python 3.8 or newer to start with. It finds (or fetches) a Python for the program, makes the
environment, installs exactly what the lock files name, and on Debian-like Linux the system libraries that Qt needs.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
WINDOWS = os.name == "nt"
NEWEST, OLDEST = 14, 11
QT_PACKAGES = (
    "libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0 libxcb-randr0 libxcb-xkb1 "
    "libx11-xcb1 libgssapi-krb5-2 fonts-dejavu-core fonts-noto-cjk"
).split()
TEST_PACKAGES = "xvfb xdotool dbus gnome-keyring curl".split()
BUILD_PACKAGES = "binutils libwayland-client0 libwayland-cursor0 libwayland-egl1 xvfb".split()
# Debian 13 and Ubuntu 24.04 renamed these for 64-bit time.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}


def main(arguments):
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", metavar="verb")
    for verb, text in VERBS:
        command = verbs.add_parser(verb, help=text)
        if verb == "check":
            command.add_argument("--coverage", action="store_true", help="run the tests and report what they reach")
        if verb == "tour":
            command.add_argument("folder")
            command.add_argument("--lang", default="")
    if arguments and arguments[0] in PASS_ON:
        # Everything behind these verbs belongs to another program, options included.
        chosen = argparse.Namespace(verb=arguments[0], rest=arguments[1:])
    else:
        chosen = parser.parse_args(arguments)
    if not chosen.verb:
        parser.print_help()
        return 2
    return globals()["do_" + chosen.verb](chosen)


VERBS = (
    ("demo", "open the practice account"),
    ("test", "run every test in parallel; further words go to pytest instead"),
    ("run", "open the program; further words go to it"),
    ("tour", "write a picture of every tab and dialog to a folder"),
    ("check", "format, lint, types, import contracts, translations; report unused code (--coverage: and coverage)"),
    ("bench", "measure, and print one table (--json FILE writes the same)"),
    ("package", "build the program for this platform and try it out"),
    ("simulator", "serve a local Stripe: --port N [--demo]"),
    ("peers", "run the tests against localstripe, the Stripe CLI, and moto"),
    ("translate", "read new texts into the translation files and compile them"),
    ("lock", "resolve the dependencies anew"),
)
# One more worker than cores: tests of processes and sockets leave a core free now and then.
PARALLEL = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")
PASS_ON = ("test", "run", "bench", "simulator", "peers")


def do_demo(_):
    python = ready("run")
    if not has_display():
        folder = os.path.join(HERE, "tour")
        say("There is no display here, so the practice account is shown in pictures instead.")
        return program(python, "--tour", folder)
    return program(python, "--demo")


def do_run(chosen):
    return program(ready("run"), *chosen.rest)


def do_tour(chosen):
    extra = ("--lang", chosen.lang) if chosen.lang else ()
    return program(ready("run"), "--tour", os.path.abspath(chosen.folder), *extra)


def do_simulator(chosen):
    return become([ready("run"), "-m", "billing_desk.simulator", *chosen.rest])


def do_test(chosen):
    """Everything: style, types, contracts and all layers of tests, localstripe included."""
    python = ready("dev")
    peers = peer_variables()
    if not chosen.rest:
        failed = check(python)
        if failed:
            return failed
    return pytest(python, peers, *(chosen.rest or PARALLEL))


def do_peers(chosen):
    return pytest(ready("dev"), peer_variables(), "tests/peers", *chosen.rest)


def do_check(chosen):
    python = ready("dev")
    failed = check(python)
    say("report: unused code")
    call([python, "-m", "vulture"])
    if chosen.coverage:
        report_coverage(python)
    return failed


def report_coverage(python):
    """Of the whole suite and the processes that it starts. It decides about nothing."""
    say("report: coverage")
    env = offscreen()
    env.update(peer_variables())
    call([python, "-m", "coverage", "erase"])
    call([python, "-m", "coverage", "run", "-m", "pytest", *PARALLEL], env=env)
    call([python, "-m", "coverage", "combine", "--quiet"])
    call([python, "-m", "coverage", "report"])


def do_bench(chosen):
    env = offscreen()
    env.update(peer_variables())
    return become([ready("dev"), "-m", "tests.benchmarks", *chosen.rest], env)


def do_package(_):
    return become([ready("dev", BUILD_PACKAGES), "-m", "tests.frozen.build"])


def do_translate(_):
    return become([ready("dev"), "-m", "tests.translations", "--update"])


def do_lock(_):
    uv = find_uv()
    common = ["--universal", "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url"]
    common += ["--python-version", "3.%d" % OLDEST, "--upgrade", "--quiet"]
    for name, sources in (
        ("requirements.lock", ["pyproject.toml"]),
        ("requirements-dev.lock", ["pyproject.toml", "--group", "dev"]),
        ("requirements-peers.lock", ["--group", "peers"]),
    ):
        failed = call([uv, "pip", "compile", *common, *sources, "-o", name])
        if failed:
            return failed
    return 0


def check(python):
    steps = (
        ("format", ["-m", "ruff", "format", "--check", "."]),
        ("lint", ["-m", "ruff", "check", "."]),
        ("types", ["-m", "mypy"]),
        ("imports", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"]),
        ("translations", ["-m", "tests.translations", "--check"]),
    )
    failed = []
    for name, step in steps:
        say("check: " + name)
        if call([python, *step], env=environment()):
            failed.append(name)
    if failed:
        say("failed: " + ", ".join(failed))
    return 1 if failed else 0


def pytest(python, peers, *rest):
    env = offscreen()
    env.update(peers)
    return become([python, "-m", "pytest", *rest], env)


def program(python, *arguments):
    return become([python, "-m", "billing_desk", *arguments])


def become(command, env=None):
    """Run the last command of a verb in place of this process where the platform can, so that signals reach it."""
    if not WINDOWS:
        os.chdir(HERE)
        sys.stdout.flush()
        os.execve(command[0], command, env or environment())
    return call(command, env)


def call(command, env=None):
    return subprocess.call(command, cwd=HERE, env=env or environment())


def environment():
    env = dict(os.environ)
    env["PYTHONPATH"] = HERE
    env["PYTHONUTF8"] = "1"
    # Without bytecode each process would compile the whole program again.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env["PYTHONPYCACHEPREFIX"] = os.path.join(HERE, ".venv", "bytecode")
    return env


def offscreen():
    env = environment()
    env["QT_QPA_PLATFORM"] = "offscreen"
    return env


def say(text):
    print(text, flush=True)


def has_display():
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ready(what, packages=()):
    """The environment's Python with everything `what` ("run" or "dev") needs. A second call costs two file reads."""
    folder = os.path.join(HERE, ".venv")
    lock = os.path.join(HERE, "requirements.lock" if what == "run" else "requirements-dev.lock")
    python = python_of(folder)
    wanted = stamp_of(lock)
    marks = os.path.join(folder, "billing-desk-%s.stamp" % what)
    system_packages(packages)
    if read(marks) != wanted or not os.path.exists(python):
        system_packages([*QT_PACKAGES, *(TEST_PACKAGES if what == "dev" else ())])
        make_environment(folder)
        install(python, lock)
        make_launcher(folder)
        write(marks, wanted)
    compile_translations(python)
    return python


def make_launcher(folder):
    """`billing-desk` in the environment, beside its Python; it runs this checkout."""
    place = os.path.dirname(python_of(folder))
    if WINDOWS:
        lines = ["@set PYTHONPATH=%s" % HERE, '@"%s" -m billing_desk %%*' % python_of(folder)]
        write(os.path.join(place, "billing-desk.cmd"), "\r\n".join(lines) + "\r\n")
        return
    path = os.path.join(place, "billing-desk")
    write(path, '#!/bin/sh\nPYTHONPATH="%s" exec "%s" -m billing_desk "$@"\n' % (HERE, python_of(folder)))
    os.chmod(path, 0o755)


def compile_translations(python):
    """Make each .qm that is missing or older than its .ts."""
    folder = os.path.join(HERE, "resources", "i18n")
    for name in sorted(os.listdir(folder)):
        source, target = os.path.join(folder, name), os.path.join(folder, name[:-3] + ".qm")
        if name.endswith(".ts") and (not os.path.exists(target) or os.path.getmtime(target) < os.path.getmtime(source)):
            code = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
            run_or_stop([python, "-c", code, "-silent", source, "-qm", target])


def ready_peers():
    """localstripe lives in an environment of its own: it is GPL and no part of the program."""
    folder = os.path.join(HERE, ".venv-peers")
    lock = os.path.join(HERE, "requirements-peers.lock")
    python, marks = python_of(folder), os.path.join(folder, "billing-desk.stamp")
    if read(marks) != stamp_of(lock) or not os.path.exists(python):
        make_environment(folder)
        install(python, lock)
        write(marks, stamp_of(lock))
    return python


STRIPE_CLI = "1.52.0"
# Stripe's own program, MIT: the npm package of a platform and the SHA-512 of its file.
STRIPE_CLI_FILES = {
    "linux-x86_64": (
        "cli-linux-x64",
        "ab9c760083f4652ba337b8893487523dead17d0ff4f0e4d6c3dba4842cb1be5a362407eeeb17fc7081a1c83bfabd9b10"
        "ba8878727ddcdad349d09fa863e677ed",
    ),
}


def ready_stripe_cli():
    """The path of the official Stripe CLI, fetched once; "" if this platform's file is not known or npm is missing."""
    machine = "%s-%s" % (sys.platform, platform.machine())
    if machine not in STRIPE_CLI_FILES:
        return ""
    name, digest = STRIPE_CLI_FILES[machine]
    folder = os.path.join(HERE, ".venv-tools", "stripe-cli-" + STRIPE_CLI)
    held = os.path.join(folder, "package", "bin", "stripe")
    if os.path.exists(held):
        return held
    npm = shutil.which("npm")
    if not npm:
        say("npm is missing, so the tests with the Stripe CLI are left out.")
        return ""
    os.makedirs(folder, exist_ok=True)
    if not quiet([npm, "pack", "--silent", "@stripe/%s@%s" % (name, STRIPE_CLI), "--pack-destination", folder]):
        say("The Stripe CLI could not be fetched, so the tests with it are left out.")
        return ""
    archive = os.path.join(folder, "stripe-%s-%s.tgz" % (name, STRIPE_CLI))
    with open(archive, "rb") as file:
        if hashlib.sha512(file.read()).hexdigest() != digest:
            os.remove(archive)
            raise SystemExit("The file of the Stripe CLI is not the one that was checked.")
    with tarfile.open(archive) as packed:
        member = packed.getmember("package/bin/stripe")
        source = packed.extractfile(member)
        os.makedirs(os.path.dirname(held), exist_ok=True)
        with open(held, "wb") as file:
            shutil.copyfileobj(source, file)
    os.chmod(held, 0o755)
    os.remove(archive)
    return held


def peer_variables():
    """Where the tests find the programs that nobody here wrote."""
    return {"BILLING_DESK_PEERS": ready_peers(), "BILLING_DESK_STRIPE_CLI": ready_stripe_cli()}


def stamp_of(lock):
    with open(lock, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def python_of(folder):
    return os.path.join(folder, "Scripts", "python.exe") if WINDOWS else os.path.join(folder, "bin", "python")


def make_environment(folder):
    if os.path.exists(python_of(folder)) and works(python_of(folder)):
        return
    shutil.rmtree(folder, ignore_errors=True)
    base = find_python()
    if base is None:
        say("No Python 3.%d or newer was found; fetching one with uv." % OLDEST)
        run_or_stop([find_uv(), "venv", "--quiet", "--seed", "--python", "3.%d" % (NEWEST - 1), folder])
        return
    say("Making the environment with %s" % base)
    if quiet([base, "-m", "venv", folder]):
        return
    # Debian's python3 comes without what venv needs: add it, or make the environment bare and let uv fill it.
    system_packages(["python3-venv"])
    shutil.rmtree(folder, ignore_errors=True)
    if quiet([base, "-m", "venv", folder]):
        return
    shutil.rmtree(folder, ignore_errors=True)
    if quiet([base, "-m", "venv", "--without-pip", folder]):
        return
    run_or_stop([find_uv(base), "venv", "--quiet", "--python", base, folder])


def install(python, lock):
    say("Installing what %s names" % os.path.basename(lock))
    if quiet([python, "-m", "pip", "--version"]):
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        run_or_stop([*command, "--no-deps", "-r", lock])
    else:
        command = [find_uv(python), "pip", "install", "--quiet", "--python", python, "--require-hashes"]
        run_or_stop([*command, "--no-deps", "-r", lock])


def find_python():
    """The newest Python between 3.11 and 3.14 on PATH, of the Windows launcher, or in pyenv's folders."""
    candidates = ["python3.%d" % minor for minor in range(NEWEST, OLDEST - 1, -1)]
    found = [path for path in map(shutil.which, candidates) if path]
    found += pyenv_pythons() + launcher_pythons() + [sys.executable, shutil.which("python3") or ""]
    best, best_version = None, (0, 0)
    for path in found:
        version = version_of(path) if path else None
        if version and (3, OLDEST) <= version <= (3, NEWEST) and version > best_version:
            best, best_version = path, version
    return best


def pyenv_pythons():
    root = os.environ.get("PYENV_ROOT") or os.path.join(os.path.expanduser("~"), ".pyenv")
    folder = os.path.join(root, "versions")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return [os.path.join(folder, name, "bin", "python3") for name in names]


def launcher_pythons():
    if not WINDOWS or not shutil.which("py"):
        return []
    listed = subprocess.run(["py", "-0p"], stdout=subprocess.PIPE, universal_newlines=True, check=False).stdout
    return [line.split()[-1] for line in listed.splitlines() if line.strip()]


def version_of(path):
    code = "import sys; print(*sys.version_info[:2])"
    try:
        done = subprocess.run(
            [path, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, universal_newlines=True, check=True
        )
        major, minor = done.stdout.split()
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None


def works(python):
    return version_of(python) is not None


def find_uv(python=None):
    """uv from PATH, or fetched into a folder of this checkout with whatever pip there is."""
    name = "uv.exe" if WINDOWS else "uv"
    folder = os.path.join(HERE, ".venv-tools")
    held = os.path.join(folder, "bin", name)
    if shutil.which("uv"):
        return shutil.which("uv")
    if os.path.exists(held):
        return held
    for base in (python, sys.executable, shutil.which("python3")):
        if base and quiet([base, "-m", "pip", "install", "--quiet", "--target", folder, "uv"]):
            return held
    system_packages(["python3-pip", "python3-venv"], certain=True)
    run_or_stop([sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "uv"])
    return held


def system_packages(names, certain=False):
    """On Debian-like Linux: install what is missing as root, or print the line to type."""
    if not sys.platform.startswith("linux") or not shutil.which("dpkg-query"):
        return
    missing = [name for name in names if not installed(name)]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        say("Installing system packages: " + " ".join(missing))
        env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        silent = subprocess.DEVNULL
        subprocess.call(["apt-get", "update", "-qq"], stdout=silent, env=env)
        missing = [name if known(name) else RENAMED.get(name, name) for name in missing]
        command = [*command[:4], *missing]
        if subprocess.call(command, stdout=silent, env=env) == 0:
            return
        say("The system packages could not be installed.")
        if certain:
            raise SystemExit(1)
        return
    say("These system packages are missing. Type:\n  sudo " + " ".join(command))
    if certain:
        raise SystemExit(1)


def installed(name):
    for each in (name, RENAMED.get(name)):
        if each:
            done = subprocess.run(
                ["dpkg-query", "-W", "-f", "${Status}", each],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                universal_newlines=True,
                check=False,
            )
            if "install ok installed" in done.stdout:
                return True
    return False


def known(name):
    done = subprocess.run(
        ["apt-cache", "show", name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0


def quiet(command):
    """Whether a command works, its words thrown away."""
    silent = subprocess.DEVNULL
    try:
        return subprocess.call(command, cwd=HERE, stdout=silent, stderr=silent) == 0
    except OSError:
        return False


def run_or_stop(command):
    try:
        failed = subprocess.call(command, cwd=HERE)
    except OSError as error:
        say(str(error))
        failed = 1
    if failed:
        say("This did not work: " + " ".join(command[:6]))
        raise SystemExit(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
