"""The commands staff and sensitivity, and --cluster: the sentence first, files for people and programs, plain words."""

import json

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from reception_sim.cli import app
from reception_sim.run import open_scenario
from reception_sim.scenario import write_scenario
from tests.experiments.dask_cluster import local_cluster
from tests.experiments.small_rosters import TWO_SHIFTS, one_desk

ASSUMED = [{"field": "stations.desk.service_time", "reason": "Guessed"}]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "desk.toml"
    write_scenario(one_desk(10, 6, "20 min", TWO_SHIFTS, assumptions=ASSUMED), path)
    return path


def asked(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments), "--jobs", "1"])


def test_that_a_roster_is_told_sentence_first_and_written_for_people_and_programs(file, tmp_path):
    outputs = {name: tmp_path / name for name in ("roster.xlsx", "roster.json", "applied.toml")}
    names = ("--report", outputs["roster.xlsx"], "--json", outputs["roster.json"], "--apply", outputs["applied.toml"])

    told = asked("staff", file, *names)

    assert told.exit_code == 0
    assert told.output.splitlines()[1].startswith("• The cheapest roster found costs")
    people = [row["people"] for row in json.loads(outputs["roster.json"].read_text())["roster"]]
    assert [shift.count for shift in open_scenario(outputs["applied.toml"]).staff["officer"].shifts] == people
    sheet = load_workbook(outputs["roster.xlsx"])["Roster"]
    assert [row[3].value for row in sheet.iter_rows(min_row=2, max_row=3)] == people


def test_that_a_sensitivity_is_told_sentence_first(file, tmp_path):
    told = asked("sensitivity", file, "--points", 5, "--runs-per-point", 1, "--json", tmp_path / "s.json")

    assert told.exit_code == 0
    document = json.loads((tmp_path / "s.json").read_text())
    assert [span["field"] for span in document["spans"]] == ["stations.desk.service_time"]
    assert len(document["points"]) == 5
    assert document["sentences"][0] in " ".join(told.output.replace("•", " ").split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("staff", "--role", "oficer"), "did you mean officer"),
        (("staff", "--share-of-runs", "1.5"), "cannot be asked for"),
        (("sensitivity", "--vary", "stations.desk.service_time"), "FIELD:LOW:HIGH"),
        (("sensitivity", "--vary", "stations.desk.service_time:2:1"), "turned round"),
    ],
)
def test_that_a_wrong_question_is_a_sentence_and_status_2(file, arguments, said):
    command, *options = arguments
    told = asked(command, file, *options)

    assert told.exit_code == 2
    assert said in told.output


@pytest.mark.parametrize("command", ["run", "compare", "capacity", "bottleneck", "staff", "sensitivity"])
def test_that_a_cluster_that_does_not_answer_is_a_sentence_and_status_2(file, command):
    arguments = [command, str(file), *([str(file)] if command == "compare" else [])]
    told = CliRunner().invoke(app, [*arguments, "--cluster", "tcp://127.0.0.1:1"])

    assert told.exit_code == 2
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in told.output


def test_that_a_run_on_a_cluster_tells_the_same_figures(file, tmp_path):
    options = ("--replications", 3, "--json")
    asked("run", file, *options, tmp_path / "here.json")
    with local_cluster(tmp_path, ()) as running:
        asked("run", file, *options, tmp_path / "there.json", "--cluster", running.address)

    assert json.loads((tmp_path / "there.json").read_text()) == json.loads((tmp_path / "here.json").read_text())
