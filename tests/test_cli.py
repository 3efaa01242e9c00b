"""The command line, as a person calls it: real processes, what they print, write and end with."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reception_sim import __version__
from reception_sim.actions import CloseStation, JournalEntry
from reception_sim.exercise.journal_file import write_journal
from reception_sim.reports.content import ReportContent
from reception_sim.reports.json_document import json_document
from reception_sim.run import open_scenario, run_whole
from reception_sim.statistics import measure

BASICS = "border_post_basics"
LAMPEDUSA = "lampedusa_2023"
ROOT = Path(__file__).parent.parent
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


def call(*arguments):
    """Run the command line, and return how it ended."""
    return subprocess.run(
        [sys.executable, "-m", "reception_sim", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        timeout=120,
        check=False,
    )


def words(text):
    """Return *text* without line breaks and frames, which depend on the width."""
    return re.sub(r"[\s│]+", " ", text)


@pytest.fixture
def scenario_file(tmp_path):
    """Return a function that writes the basic scenario with some of its text replaced."""

    def write(*replacements, name="mine.toml"):
        shipped = ROOT / "scenarios" / f"{BASICS}.toml"
        text = shipped.read_text("utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


# what it prints


def test_that_the_version_is_told():
    assert call("--version").stdout == f"Reception Sim {__version__}\n"


def test_that_the_library_is_listed():
    ended = call("scenarios")

    assert ended.returncode == 0
    assert BASICS in ended.stdout
    assert LAMPEDUSA in ended.stdout


def test_that_the_schema_is_json():
    assert "entry_points" in json.loads(call("schema").stdout)["properties"]


def test_that_a_run_answers_in_words():
    ended = call("run", BASICS)

    assert ended.returncode == 0
    assert "standards were met" in words(ended.stdout)
    assert "missed: 44 min too much" in words(ended.stdout)
    assert ended.stderr == ""


def test_that_validation_looks_ahead_without_a_run():
    ended = call("validate", BASICS)

    assert ended.returncode == 0
    assert "no errors" in ended.stdout
    assert "from 15 Jun 06:00 on" in words(ended.stdout)


def test_that_validation_tells_what_is_taken_for_granted(scenario_file):
    ended = call("validate", scenario_file(("hours = [", "# hours = [")))

    assert ended.returncode == 0
    assert "as often by night as by day" in words(ended.stdout)


def test_that_a_name_in_any_script_is_printed(scenario_file):
    ended = call("run", scenario_file(('title = "Border post basics"', 'title = "Пост / نقطة / Übergang"')))

    assert "Пост / نقطة / Übergang" in ended.stdout


@pytest.mark.parametrize("opened", [(), (BASICS,)])
def test_that_the_desktop_opens(opened):
    ended = call("gui", *opened, "--smoke")

    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr


# the JSON document


def test_that_a_document_on_the_output_is_alone_there():
    document = json.loads(call("run", BASICS, "--json", "-").stdout)

    assert document["scenario"] == {"id": BASICS, "title": "Border post basics"}
    assert document["engine"] == __version__


def test_that_the_command_line_gives_the_figures_of_the_engine():
    plan = open_scenario(BASICS)
    content = ReportContent(plan, measure(run_whole(plan, 7), plan), seed=7)

    printed = json.loads(call("run", BASICS, "--seed", "7", "--json", "-").stdout)

    assert printed == json.loads(json.dumps(json_document(content, BASICS)))


def test_that_jobs_do_not_change_the_figures():
    one, two = (call("run", BASICS, "--replications", "4", "--jobs", jobs, "--json", "-") for jobs in ("1", "2"))

    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout
    assert json.loads(one.stdout)["replications"] == 4


def test_that_a_document_goes_to_a_file_and_the_tables_to_the_screen(tmp_path):
    ended = call("run", BASICS, "--json", tmp_path / "figures.json")

    assert json.loads((tmp_path / "figures.json").read_text("utf-8"))["seed"] == 1
    assert "Standards met and missed" in ended.stdout


# files


def test_that_the_events_are_a_table(tmp_path):
    ended = call("run", BASICS, "--events", tmp_path / "events.csv")

    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    plan = open_scenario(BASICS)
    assert ended.returncode == 0
    assert len(rows) == len(run_whole(plan).events)
    assert {row["place"] for row in rows} <= {name for name, _ in plan.places()}


@pytest.mark.parametrize(
    ("name", "start"),
    [("report.html", b"<!DOCTYPE html>"), ("report.pdf", b"%PDF-1.7"), ("report.docx", b"PK"), ("report.xlsx", b"PK")],
)
def test_that_a_report_is_written_as_its_name_says(name, start, tmp_path):
    ended = call("run", BASICS, "--report", tmp_path / name, "--replications", "2")

    assert ended.returncode == 0
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_that_a_journal_is_taken_again_in_the_run_it_came_from(tmp_path):
    write_journal(tmp_path / "journal.json", (), open_scenario(BASICS), 7)
    with_journal = ("run", BASICS, "--journal", tmp_path / "journal.json", "--json", "-")

    assert json.loads(call(*with_journal).stdout)["seed"] == 7
    assert json.loads(call(*with_journal, "--seed", "3").stdout)["seed"] == 3


def test_that_a_journal_is_taken_again(tmp_path):
    plan = open_scenario(BASICS)
    journal = (JournalEntry(36_000.0, CloseStation("registration")),)
    write_journal(tmp_path / "journal.json", journal, plan, 1)

    document = json.loads(call("run", BASICS, "--journal", tmp_path / "journal.json", "--json", "-").stdout)

    figures = measure(run_whole(plan, 1, 0, journal), plan)
    assert document["persons"]["completed"] == figures.persons.completed
    assert figures.persons.completed < measure(run_whole(plan), plan).persons.completed


# exit status


@pytest.mark.parametrize(("asked", "status"), [((), 0), (("--fail-on-breach",), 1)])
def test_that_a_missed_standard_fails_only_when_asked(asked, status):
    assert call("run", BASICS, *asked).returncode == status


def test_that_standards_that_are_met_do_not_fail(scenario_file):
    generous = scenario_file(('at_most = "2 h"', 'at_most = "48 h"'), ('at_most = "6 h"', 'at_most = "48 h"'))

    assert call("run", generous, "--fail-on-breach").returncode == 0


def test_that_a_breach_keeps_the_files_that_were_asked_for(tmp_path):
    ended = call("run", BASICS, "--fail-on-breach", "--json", tmp_path / "figures.json")

    assert ended.returncode == 1
    assert json.loads((tmp_path / "figures.json").read_text("utf-8"))


# what is wrong


def told(ended):
    """Return what was complained of; there must be no traceback and nothing on the output."""
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    return words(ended.stderr)


@pytest.mark.parametrize("command", ["run", "validate"])
def test_that_every_problem_of_a_scenario_is_told_with_its_line(command, scenario_file):
    path = scenario_file(
        ('kind = "border crossing point"', 'kind = "boarder crossing point"'),
        ('to = "registration"', 'to = "registraton"'),
    )
    lines = path.read_text("utf-8").splitlines()

    ended = call(command, path)

    said = told(ended)
    line = 1 + next(row for row, text in enumerate(lines) if "boarder" in text)
    assert f"{path}: line {line}: entry_points.border_crossing.kind" in ended.stderr
    assert 'no place called "registraton"' in said
    assert "Did you mean registration?" in said


def test_that_an_unknown_scenario_is_told_with_the_nearest_one():
    said = told(call("run", "lampedusa_2032"))

    assert "no such file" in said
    assert "Did you mean lampedusa_2023?" in said


@pytest.mark.parametrize(
    ("option", "name", "sentence"),
    [
        ("--json", "nowhere/figures.json", "its folder does not exist"),
        ("--events", "nowhere/events.csv", "its folder does not exist"),
        ("--report", "nowhere/report.html", "its folder does not exist"),
        ("--report", "report.odt", "a report ends in .html, .pdf, .docx or .xlsx"),
        ("--json", ".", "this is a folder"),
    ],
)
def test_that_an_output_that_cannot_be_written_is_told_before_the_run(option, name, sentence, tmp_path):
    assert sentence in told(call("run", LAMPEDUSA, "--replications", "1000", option, tmp_path / name))


def test_that_no_output_may_overwrite_the_scenario(scenario_file):
    path = scenario_file()
    before = path.read_bytes()

    said = told(call("run", path, "--json", path))

    assert "already read or written" in said
    assert path.read_bytes() == before


def test_that_two_outputs_may_not_be_one_file(tmp_path):
    file = tmp_path / "figures.json"

    assert "already read or written" in told(call("run", BASICS, "--json", file, "--events", file))


@pytest.mark.parametrize(
    "option", [("--replications", "0"), ("--jobs", "0"), ("--seed", "-1"), ("--replications", "x")]
)
def test_that_a_number_out_of_range_is_refused(option):
    assert option[0] in told(call("run", BASICS, *option))


def test_that_a_journal_of_another_scenario_is_refused(tmp_path):
    entry = JournalEntry(60.0, CloseStation("clinic"))
    write_journal(tmp_path / "journal.json", (entry,), open_scenario(LAMPEDUSA), 1)

    said = told(call("run", BASICS, "--journal", tmp_path / "journal.json"))

    assert "is not a journal of this scenario" in said
    assert "clinic" in said


def test_that_a_journal_beyond_the_end_is_refused(tmp_path):
    entry = JournalEntry(1e9, CloseStation("registration"))
    write_journal(tmp_path / "journal.json", (entry,), open_scenario(BASICS), 1)

    assert "lies outside the scenario" in told(call("run", BASICS, "--journal", tmp_path / "journal.json"))


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 50, b"title = ", b'{"json": 1}'])
def test_that_a_file_that_is_no_scenario_is_told(content, tmp_path):
    path = tmp_path / "broken.toml"
    path.write_bytes(content)

    assert str(path) in told(call("run", path)).replace(" ", "")


# what goes wrong on the way

DRIVER = """
import errno, multiprocessing, os, signal, sys, threading, time, _thread
from reception_sim import cli

def once_processes_work(act):
    def wait():
        while not multiprocessing.active_children():
            time.sleep(0.05)
        time.sleep(2)
        act()
    threading.Thread(target=wait, daemon=True).start()

def kill_one():
    multiprocessing.active_children()[0].kill()

def interrupt_all():  # what a terminal does on Ctrl-C
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGINT)
    else:
        _thread.interrupt_main()

def full(descriptor):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

if __name__ == "__main__":
    {happening}
    cli.main()
"""


def call_while(happening, folder, *arguments):
    """Run the command line in a session of its own, while something happens to it."""
    driver = folder / "driver.py"
    driver.write_text(DRIVER.format(happening=happening), "utf-8")
    return subprocess.run(
        [sys.executable, driver, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        timeout=120,
        check=False,
        start_new_session=True,
    )


@pytest.fixture
def results(tmp_path):
    """Return an empty folder for what is written."""
    folder = tmp_path / "results"
    folder.mkdir()
    return folder


def test_that_a_killed_process_is_told_in_words(tmp_path, results):
    long_run = ("run", BASICS, "--replications", "5000", "--jobs", "2", "--json", results / "figures.json")

    ended = call_while("once_processes_work(kill_one)", tmp_path, *long_run)

    assert ended.returncode == 3
    assert re.search(r"ended from outside.* \d+ of 5000 replications were done", words(ended.stderr))
    assert "Traceback" not in ended.stderr
    assert list(results.iterdir()) == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_that_an_interrupted_run_leaves_nothing_half_written(jobs, tmp_path, results):
    happening = "once_processes_work(interrupt_all)" if jobs == "2" else "threading.Timer(2, interrupt_all).start()"
    long_run = ("run", BASICS, "--replications", "5000", "--jobs", jobs, "--json", results / "figures.json")

    ended = call_while(happening, tmp_path, *long_run)

    assert ended.returncode == 130
    assert ended.stderr == "Stopped. No file was written in part.\n"
    assert ended.stdout == ""
    assert list(results.iterdir()) == []


@pytest.mark.parametrize("output", [("--json", "a.json"), ("--events", "a.csv"), ("--report", "a.pdf")])
def test_that_a_full_disk_is_told_and_leaves_what_was_there(output, tmp_path, results):
    option, name = output
    (results / name).write_text("what was there")

    ended = call_while("os.fsync = full", tmp_path, "run", BASICS, option, results / name)

    assert ended.returncode == 3
    assert "the disk is full" in words(ended.stderr)
    assert "Traceback" not in ended.stderr
    assert [(path.name, path.read_text()) for path in results.iterdir()] == [(name, "what was there")]


def test_that_a_reader_who_has_seen_enough_is_no_error():
    process = subprocess.Popen(
        [sys.executable, "-m", "reception_sim", "schema"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()

    assert process.wait(60) >= 0
    assert complaint == b""
