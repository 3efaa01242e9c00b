"""The locked requirements: complete, checked by hash, and silent about where they come from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LISTS = ["run", "develop"]


def text_of(requirements: str) -> str:
    return (ROOT / "requirements" / f"{requirements}.txt").read_text(encoding="utf-8")


def locked(requirements: str) -> dict[str, str]:
    """Return each requirement's text (version, marker, hashes) by its name."""
    joined = text_of(requirements).replace("\\\n", " ")
    return {line.split("==")[0]: line.split("==")[1] for line in joined.splitlines() if line}


def name_of(declared: str) -> str:
    return re.split(r"[<>=~! ;\[]", declared)[0].lower().replace("_", "-")


def declared() -> tuple[set[str], set[str]]:
    """Return the names that pyproject.toml asks for: to run, and to develop."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    to_run = {name_of(line) for line in project["project"]["dependencies"]}
    return to_run, {name_of(line) for line in project["dependency-groups"]["dev"]}


@pytest.mark.parametrize("requirements", LISTS)
def test_that_no_locked_requirement_holds_an_address(requirements) -> None:
    assert "://" not in text_of(requirements)
    assert not re.search(r"^\s*-(?!-hash=)", text_of(requirements), re.MULTILINE)


@pytest.mark.parametrize("requirements", LISTS)
def test_that_every_locked_requirement_has_a_hash(requirements) -> None:
    without = [name for name, rest in locked(requirements).items() if "--hash=sha256:" not in rest]

    assert without == []


def test_that_what_is_declared_is_locked() -> None:
    to_run, to_develop = declared()

    assert to_run <= locked("run").keys()
    assert to_run | to_develop <= locked("develop").keys()


def test_that_developing_uses_the_very_files_that_run() -> None:
    run, develop = locked("run"), locked("develop")

    assert {name: develop.get(name) for name in run} == run
