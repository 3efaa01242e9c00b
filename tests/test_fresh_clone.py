"""The start script on a fresh clone, with small requirements of our own in the place of the real ones."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "run.py"
WHEEL_FILES = {
    "greeting.py": "WORD = 'welcome'\n",
    "greeting-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n",
    "greeting-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "greeting-1.0.dist-info/RECORD": "",
}
BENCHMARKS = "import greeting, os, sys; print(greeting.WORD, sys.argv[1:], os.environ['QT_QPA_PLATFORM'])"


@dataclass(frozen=True)
class Clone:
    """A tree with the start script, a wheel to install, and a Qt that loads."""

    root: Path

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        wheels = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.root / "wheels")}
        command = [sys.executable, str(self.root / "run.py"), *arguments]
        around = {**os.environ, **wheels, **environment}
        return subprocess.run(command, env=around, capture_output=True, text=True, check=False, timeout=120)

    def require(self, sha256: str) -> None:
        for name in ("run", "develop"):
            text = f"greeting==1.0 --hash=sha256:{sha256}\n"
            (self.root / "requirements" / f"{name}.txt").write_text(text, encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Clone:
    """Return a clone that has a virtual environment, but nothing in it yet."""
    clone = Clone(tmp_path_factory.mktemp("prepared"))
    subprocess.run([sys.executable, "-m", "venv", str(clone.root / ".venv")], check=True, timeout=120)
    shutil.copy(SCRIPT, clone.root)
    for folder in ("wheels", "requirements"):
        (clone.root / folder).mkdir()
    wheel = clone.root / "wheels" / "greeting-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in WHEEL_FILES.items():
            archive.writestr(name, text)
    clone.require(hashlib.sha256(wheel.read_bytes()).hexdigest())
    clone.write("PySide6/QtWidgets.py", "")
    clone.write("benchmarks/__main__.py", BENCHMARKS)
    return clone


@pytest.fixture
def clone(prepared, tmp_path) -> Clone:
    shutil.copytree(prepared.root, tmp_path / "clone", symlinks=True)
    return Clone(tmp_path / "clone")


def test_that_a_fresh_clone_prepares_itself(clone) -> None:
    shutil.rmtree(clone.root / ".venv")

    started = clone.start("bench", "--json", "-")

    assert started.stdout.splitlines()[-1] == "welcome ['--json', '-'] offscreen"
    assert started.returncode == 0


def test_that_a_second_start_has_nothing_to_prepare(clone) -> None:
    clone.start("bench")

    assert clone.start("bench").stdout == "welcome [] offscreen\n"


def test_that_an_environment_whose_python_is_gone_is_made_anew(clone) -> None:
    shutil.rmtree(clone.root / ".venv" / ("Scripts" if os.name == "nt" else "bin"))

    assert "welcome" in clone.start("bench").stdout


def test_that_requirements_that_change_are_installed_anew(clone) -> None:
    clone.start("bench")
    with (clone.root / "requirements" / "develop.txt").open("a", encoding="utf-8") as requirements:
        requirements.write("# another line\n")

    assert "Installing the requirements" in clone.start("bench").stdout


def test_that_a_file_with_another_hash_is_refused(clone) -> None:
    clone.require("0" * 64)

    refused = clone.start("bench")

    assert refused.returncode == 1
    assert "not what was locked" in refused.stdout


def test_that_an_index_out_of_reach_is_told_in_words(clone) -> None:
    nowhere = {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_INDEX_URL": "http://127.0.0.1:9"}

    refused = clone.start("bench", **nowhere)

    assert refused.returncode == 1
    assert "the first start needs the internet" in refused.stdout


def test_that_a_qt_that_does_not_load_is_told_at_every_start(clone) -> None:
    clone.write("PySide6/QtWidgets.py", "raise ImportError('libOdd.so.1: cannot open shared object file')")

    for _ in range(2):
        refused = clone.start("bench")

        assert refused.returncode == 1
        assert "Qt, which draws the window, cannot be loaded on this system." in refused.stdout
        assert "libOdd.so.1" in refused.stdout


def test_that_the_desktop_is_given_the_scenario_to_open(clone) -> None:
    clone.write("main.py", "import sys; print(sys.argv[1:]); sys.exit(7)")

    started = clone.start("my scenario.toml", QT_QPA_PLATFORM="offscreen")

    assert started.stdout.splitlines()[-1] == "['my scenario.toml']"
    assert started.returncode == 7
