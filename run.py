#!/usr/bin/env python3
"""Prepare this machine for Reception Sim, then start what was asked for.

One file of the standard library alone, so that a fresh clone needs nothing but Python. It keeps to the
grammar of Python 3.8, so that an older one can still read it far enough to say which Python is needed.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

USAGE = """\
python3 run.py [SCENARIO | PROJECT]  open the desktop
python3 run.py test [...]            run every test; what follows goes to pytest
python3 run.py check [PART ...]      format, lint, types, layers and tests: all, or only those named
python3 run.py bench [...]           compare the speed of the model with a textbook one
python3 run.py screenshots [...]     draw the pictures of the guide from the real program; see --help
python3 run.py lock [--upgrade]      write the locked requirements anew

Each prepares the machine first: the virtual environment .venv, the locked requirements, Qt's libraries."""

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)
ROOM_NEEDED_MB = 1500

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# Each list of requirements, and the lists that are complete once it is installed.
COVERED_BY: Mapping[str, tuple[str, ...]] = {"run": ("run",), "develop": ("run", "develop")}

# A core that has done its share takes over from another, in one piece: tests of a file share what they set up.
ON_EVERY_CORE = ("--numprocesses", "logical", "--dist", "worksteal")

CHECKS: Mapping[str, tuple[str, ...]] = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "layers": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    "tests": ("-m", "pytest", *ON_EVERY_CORE, "-m", "not slow"),
}

# What Qt asks of Linux beyond what its wheel brings, and the Debian package that has it.
DRAWING_LIBRARIES: Mapping[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW_LIBRARIES: Mapping[str, str] = {
    **DRAWING_LIBRARIES,
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Why an installer could not do its work, told by its complaint: the first that is found is the reason.
DISK_IS_FULL = f"The disk is full: free {ROOM_NEEDED_MB} MB and type the same command again."
REASONS: Sequence[tuple[str, str]] = (
    (r"No space left|Errno 28|WinError 112", DISK_IS_FULL),
    (
        r"DO NOT MATCH THE HASHES",
        "What arrived is not what was locked, so nothing of it was kept. Try again, or from another network.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED",
        "Something between this machine and the internet answers with a certificate of its own. "
        "Set PIP_CERT to the file with that certificate and type the same command again.",
    ),
    (
        r"Connection|getaddrinfo|[Nn]ame resolution|Network is unreachable|timed out|ProxyError",
        "The requirements could not be fetched: the first start needs the internet. "
        "Connect this machine, or set up its proxy, and type the same command again.",
    ),
    (
        r"No matching distribution",
        "Not every requirement is made for this system and this Python. "
        "Python 3.11 to 3.14, 64 bit, has them all on Windows, macOS and Linux (Debian 12 or as recent).",
    ),
)


class SetUpError(Exception):
    """What stands in the way, in a sentence that says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Do what *arguments* ask and return the exit status."""
    try:
        require_python(sys.version_info[:3])
        return _start(arguments)
    except SetUpError as problem:
        _say(str(problem))
    except OSError as problem:
        _say(DISK_IS_FULL if problem.errno == errno.ENOSPC else f"The machine could not be prepared: {problem}")
    except KeyboardInterrupt:
        return 130
    return 1


def require_python(version: Sequence[int]) -> None:
    """Refuse a Python too old to run the program, and name a newer one where this machine has it."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return
    found = ".".join(str(part) for part in version)
    names = [f"python3.{minor}" for minor in range(NEWEST_PYTHON[1], OLDEST_PYTHON[1] - 1, -1)]
    newer = next(filter(shutil.which, names), None)
    advice = f"Type: {newer} run.py" if newer else "Install a newer Python and start again with that one."
    raise SetUpError(f"Python {_dotted(OLDEST_PYTHON)} or later is needed; this is Python {found}. {advice}")


def _start(arguments: Sequence[str]) -> int:
    """Start the subcommand that *arguments* begin with, or else the desktop."""
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help"):
        _say(USAGE)
        return 0
    if first in SUBCOMMANDS:
        return SUBCOMMANDS[first](arguments[1:])
    return _open_desktop(arguments)


def _open_desktop(arguments: Sequence[str]) -> int:
    """Open the window, with the scenario or project that *arguments* name."""
    _require_screen()
    offscreen = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    _prepare("run", DRAWING_LIBRARIES if offscreen else WINDOW_LIBRARIES)
    return subprocess.call([str(PYTHON), str(ROOT / "main.py"), *arguments])


def _run_tests(arguments: Sequence[str]) -> int:
    """Run every test, without a screen."""
    _prepare("develop", DRAWING_LIBRARIES)
    _install_spreadsheet_program()
    return _run_python("-m", "pytest", *ON_EVERY_CORE, *arguments)


def _run_checks(parts: Sequence[str]) -> int:
    """Run these *parts* of the checks, or all; each is run even when one before it fails."""
    unknown = [part for part in parts if part not in CHECKS]
    if unknown:
        raise SetUpError(f"There is no check named {unknown[0]}; there are {', '.join(CHECKS)}.")
    _prepare("develop", DRAWING_LIBRARIES)
    if "tests" in (parts or CHECKS):
        _install_spreadsheet_program()
    failed = [part for part in parts or CHECKS if not _passes(part)]
    _say(f"Failed: {', '.join(failed)}." if failed else "All these checks passed.")
    return 1 if failed else 0


def _run_benchmarks(arguments: Sequence[str]) -> int:
    """Measure the model's speed, without a screen."""
    _prepare("develop", DRAWING_LIBRARIES)
    return _run_python("-m", "benchmarks", *arguments)


def _take_screenshots(arguments: Sequence[str]) -> int:
    """Draw the pictures of the guide, on Linux on a screen in memory."""
    _prepare("develop", WINDOW_LIBRARIES)
    screen = _screen_in_memory() if sys.platform == "linux" else []
    platform = {"QT_QPA_PLATFORM": "xcb"} if screen else {}
    command = [*screen, str(PYTHON), "-m", "tools.screenshots", *arguments]
    return subprocess.call(command, cwd=str(ROOT), env={**_without_a_screen(), **platform})


def _lock_requirements(arguments: Sequence[str]) -> int:
    """Write each list of requirements with a hash for every file, and with no address in it."""
    _prepare("develop", DRAWING_LIBRARIES)
    ways = "--no-config --universal --fork-strategy fewest --generate-hashes --no-header --no-annotate --quiet"
    command = ["-m", "uv", "pip", "compile", "pyproject.toml", *ways.split(), *arguments]
    command += ["--python-version", _dotted(OLDEST_PYTHON)]
    run = _run_python(*command, "-o", "requirements/run.txt")
    develop = ["--group", "dev", "-c", "requirements/run.txt", "-o", "requirements/develop.txt"]
    return run or _run_python(*command, *develop)


SUBCOMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "test": _run_tests,
    "check": _run_checks,
    "bench": _run_benchmarks,
    "screenshots": _take_screenshots,
    "lock": _lock_requirements,
}


def _prepare(requirements: str, libraries: Mapping[str, str]) -> None:
    """Make .venv hold the *requirements* and the system the *libraries*; at once where they do already."""
    usable = _can_be_used(PYTHON)
    _require_of_system({**({} if usable else _missing_to_make_environments()), **_missing_of(libraries)})
    if not usable:
        _make_virtual_environment()
    if not _is_installed(requirements):
        _install(requirements)
        _require_qt()
        _mark_installed(requirements)


def _can_be_used(python: Path) -> bool:
    """Tell whether *python* runs (the system may have replaced its own), is new enough and has pip."""
    probe = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    return python.exists() and not _run_unattended([str(python), "-c", probe]).returncode


def _make_virtual_environment() -> None:
    """Make .venv anew."""
    if shutil.disk_usage(str(ROOT)).free < ROOM_NEEDED_MB * 1_000_000:
        raise SetUpError(DISK_IS_FULL)
    _say("Making the virtual environment .venv")
    made = _run_unattended([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        raise failure("The virtual environment could not be made.", made.stdout + made.stderr)


def _is_installed(requirements: str) -> bool:
    """Tell whether this very list of *requirements* has been installed, and Qt seen to start with it."""
    mark = _mark_of(requirements)
    return mark.exists() and mark.read_text(encoding="ascii") == _fingerprint(requirements)


def _install(requirements: str) -> None:
    """Install the list of *requirements*, each file checked against its hash."""
    _say("Installing the requirements; the first time takes a minute or more")
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
    command += ["--disable-pip-version-check", "--retries", "2", "-r", str(_list_of(requirements))]
    command += [] if sys.stdout.isatty() else ["--quiet"]
    pip = subprocess.run(command, check=False, stderr=subprocess.PIPE)
    if pip.returncode:
        raise failure("The requirements could not be installed.", pip.stderr)


def _mark_installed(requirements: str) -> None:
    """Remember that the list of *requirements*, and those it covers, are installed."""
    for covered in COVERED_BY[requirements]:
        _mark_of(covered).write_text(_fingerprint(covered), encoding="ascii")


def _mark_of(requirements: str) -> Path:
    return VENV / f"{requirements}.installed"


def _list_of(requirements: str) -> Path:
    return ROOT / "requirements" / f"{requirements}.txt"


def _fingerprint(requirements: str) -> str:
    return hashlib.sha256(_list_of(requirements).read_bytes()).hexdigest()


def _require_screen() -> None:
    """Refuse to open a window where Linux has no screen for it."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(screen) for screen in screens):
        raise SetUpError(
            "There is no screen here to open the window on (DISPLAY is not set). "
            "Without a screen, use the command line; README.md tells how."
        )


def _missing_to_make_environments() -> dict[str, str]:
    """Return Python's own installer, which Debian keeps in a package of its own, if it is missing."""
    present = importlib.util.find_spec("ensurepip")
    return {} if present else {"ensurepip": f"python{_dotted(sys.version_info[:2])}-venv"}


def _missing_of(libraries: Mapping[str, str]) -> dict[str, str]:
    """Return those of the *libraries* that Qt would not find here; only Linux can miss any."""
    if sys.platform != "linux":
        return {}
    return {library: package for library, package in libraries.items() if not _can_be_loaded(library)}


def _can_be_loaded(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _require_qt() -> None:
    """Load Qt once, in a process of its own, so that what it misses is told here in plain words."""
    command = [str(PYTHON), "-c", "import PySide6.QtWidgets"]
    loaded = subprocess.run(command, check=False, capture_output=True, cwd=str(ROOT), env=_without_a_screen())
    if loaded.returncode:
        raise failure("Qt, which draws the window, cannot be loaded on this system.", loaded.stderr)


def _screen_in_memory() -> list[str]:
    """Return what to put before a command to give it a screen in memory; nothing where there can be none."""
    if not shutil.which("xvfb-run") and _can_install_packages():
        _require_of_system({"xvfb-run": "xvfb", "xauth": "xauth"})
    return ["xvfb-run", "-a", "-s", "-screen 0 1920x1200x24"] if shutil.which("xvfb-run") else []


def _install_spreadsheet_program() -> None:
    """Install LibreOffice, by which tests read our lists, where that can be; elsewhere these tests are skipped."""
    if not shutil.which("soffice") and _can_install_packages():
        _require_of_system({"soffice": "libreoffice-calc-nogui"})


def _require_of_system(missing: Mapping[str, str]) -> None:
    """Install the Debian package of each thing that is *missing*, or else say the one command that does."""
    if not missing:
        return
    packages = list(dict.fromkeys(missing.values()))
    lack = f"This system lacks {', '.join(missing)}."
    if not _can_install_packages():
        raise SetUpError(f"{lack} {_advice_to_install(packages)}")
    _say(f"{lack} Installing {' '.join(packages)}")
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if _run_unattended(command).returncode == 0:
        return
    _run_unattended(["apt-get", "update"])
    again = _run_unattended(command)
    if again.returncode:
        raise failure(f"{lack} {_advice_to_install(packages)}", again.stderr)


def _can_install_packages() -> bool:
    return sys.platform == "linux" and _is_debian() and os.geteuid() == 0


def _is_debian() -> bool:
    """Tell whether this is Debian or made of it, as Ubuntu and Mint are."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _advice_to_install(packages: Iterable[str]) -> str:
    if _is_debian():
        return f"Type: sudo apt-get install {' '.join(packages)}"
    return f"Install what this system calls the Debian packages {' '.join(packages)}, and start again."


def _passes(part: str) -> bool:
    _say(f"{part}:")
    return _run_python(*CHECKS[part]) == 0


def _run_python(*arguments: str) -> int:
    return subprocess.call([str(PYTHON), *arguments], cwd=str(ROOT), env=_without_a_screen())


def _run_unattended(command: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    """Run *command*, which may ask nobody anything, and keep what it says."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, check=False, capture_output=True, env=environment)


def _without_a_screen() -> dict[str, str]:
    # the tests start hundreds of processes: each would compile the whole program again if nobody kept what comes of it
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


def failure(sentence: str, complaint: bytes) -> SetUpError:
    """Tell why by *complaint* where it can be known, and the end of it for who can read it."""
    told = complaint.decode(errors="replace").strip()
    reason = next((reason for sign, reason in REASONS if re.search(sign, told)), "")
    return SetUpError("\n".join(filter(None, (sentence, reason, *told.splitlines()[-12:]))))


def _dotted(version: Sequence[int]) -> str:
    return ".".join(str(part) for part in version)


def _say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
