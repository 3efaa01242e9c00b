"""What the start script says and does before it prepares anything."""

import ast
import os
import sys
from pathlib import Path

import pytest

import run

SOURCE = Path(run.__file__).read_text(encoding="utf-8")


def test_that_python_3_8_can_read_the_script() -> None:
    ast.parse(SOURCE, feature_version=(3, 8))


def test_that_the_script_needs_nothing_but_python() -> None:
    nodes = list(ast.walk(ast.parse(SOURCE)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    from_module = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}

    assert {name.split(".")[0] for name in plain | from_module} <= sys.stdlib_module_names


def test_that_an_older_python_is_told_which_one_is_needed() -> None:
    with pytest.raises(run.SetUpError, match=r"Python 3\.11 or later is needed; this is Python 3\.9\.2\."):
        run.require_python((3, 9, 2))


def test_that_the_oldest_python_promised_is_enough() -> None:
    run.require_python((3, 11, 0))


@pytest.mark.parametrize("asked", [["-h"], ["--help"]])
def test_that_help_tells_of_each_subcommand(asked, capsys) -> None:
    status = run.main(asked)

    told = capsys.readouterr().out
    assert status == 0
    assert [name for name in run.SUBCOMMANDS if f"run.py {name} " not in told] == []


def test_that_a_check_that_is_not_there_is_refused_by_name(capsys) -> None:
    status = run.main(["check", "spelling"])

    assert status == 1
    assert "There is no check named spelling; there are format, lint," in capsys.readouterr().out


def test_that_a_machine_without_a_screen_is_told_so(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    status = run.main([])

    assert status == 1
    assert "There is no screen here" in capsys.readouterr().out


def test_that_who_may_not_install_is_told_the_package_of_a_missing_library(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(run, "DRAWING_LIBRARIES", {"libnowhere.so.9": "libnowhere9"})

    status = run.main(["check", "format"])

    told = capsys.readouterr().out
    assert status == 1
    assert "libnowhere.so.9" in told
    assert " libnowhere9" in told


@pytest.mark.parametrize(
    ("complaint", "advice"),
    [
        (b"ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        (b"ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not what was locked"),
        (b"SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "PIP_CERT"),
        (b"Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", "internet"),
        (b"ERROR: No matching distribution found for numpy==2.4.6", "this system and this Python"),
    ],
)
def test_that_a_known_failure_comes_with_what_to_do(complaint, advice) -> None:
    assert advice in str(run.failure("It failed.", complaint))


def test_that_an_unknown_failure_keeps_the_end_of_the_complaint() -> None:
    complaint = "\n".join(f"line {n}" for n in range(40)).encode()

    assert str(run.failure("It failed.", complaint)).splitlines()[0] == "It failed."
    assert str(run.failure("It failed.", complaint)).endswith("line 39")
