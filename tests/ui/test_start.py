"""What the start of the program need not load."""

import subprocess
import sys

import pytest

LOADED = "import sys, importlib; importlib.import_module(sys.argv[1]); print(*sys.modules)"


def loaded_by(module: str) -> set[str]:
    """Return what a new process has loaded with a module."""
    found = subprocess.run([sys.executable, "-c", LOADED, module], check=True, capture_output=True, text=True)
    return set(found.stdout.split())


def test_that_the_window_opens_without_what_only_later_pages_and_other_processes_need():
    later = {"scipy", "openpyxl", "docx", "typst", "jinja2", "simpy", "rich", "distributed"}
    ours = {"reception_sim.model", "reception_sim.experiments", "reception_sim.papers", "ui.pages.answers_page"}

    assert loaded_by("ui.application").isdisjoint(later | ours)


@pytest.mark.parametrize("module", ["reception_sim.exercise.worker", "reception_sim.experiments.timing"])
def test_that_a_process_that_simulates_loads_nothing_of_the_screen_and_of_reports(module):
    needless = {"PySide6", "pyqtgraph", "scipy", "openpyxl", "docx", "typst", "jinja2", "rich", "reception_sim.reports"}

    assert loaded_by(module).isdisjoint(needless)
