"""Alternatives: changes by path that are checked as the scenario's file is, read from a file, and told."""

import pytest

from reception_sim.actions import CloseStation, JournalEntry
from reception_sim.experiments import Alternative, alternative_from
from reception_sim.experiments.alternative_files import (
    alternatives_as_json,
    alternatives_in,
    is_file_of_alternatives,
    read_alternatives,
)
from reception_sim.reports.alternative_words import alternative_in_words
from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioError
from reception_sim.scenario.changes import Change, plan_differences, with_changes
from reception_sim.scenario.library import shipped
from tests.experiments.runs import basics

NIGHT = Change("staff.officer.shifts[2].count", 7)
FILE = """
[alternatives.night]
title = "Four more officers at night"
set = { "staff.officer.shifts[2].count" = 7, "stations.registration.service_time.mode" = "11 min" }
without = ["stations.registration.waiting_area"]
actions = [ { at = "day 0 08:00", do = { set_posts = { at = "registration", to = 9 } } } ]
"""


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "alternatives.toml"
        path.write_text(text, "utf-8")
        return path

    return write


def complaint(change):
    with pytest.raises(ScenarioError) as told:
        with_changes(basics(), [change], "mine")
    return str(told.value)


def test_that_a_change_is_in_the_plan_and_nothing_else_is():
    changed = with_changes(basics(), [NIGHT], "mine")

    assert changed.staff["officer"].shifts[1].count == 7
    assert [one.path for one in plan_differences(basics(), changed)] == [("staff", "officer", "shifts", 1, "count")]


@pytest.mark.parametrize("name", [entry.id for entry in shipped()])
def test_that_a_plan_without_changes_stays_the_same_plan(name):
    scenario = open_scenario(name)

    assert plan_differences(scenario, with_changes(scenario, [], "mine")) == ()


def test_that_one_scenario_becomes_another_by_its_differences():
    other = with_changes(basics(), [NIGHT, Change("sites.transit_centre.toilets", None)], "mine")

    alternative = alternative_from(basics(), other, "other")

    assert alternative.applied_to(basics()) == other


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("staff.oficer.shifts[1].count", 4), "Did you mean officer?"),
        (Change("staff.officer.shifts[9].count", 4), "there are 2 rows here, counted from 1"),
        (Change("staff.officer.shifts[1].count", -4), "must be at least 0 (found: -4)"),
        (Change("staff.officer.shift", 4), "Did you mean shifts?"),
        (Change("stations.registration.service_time.mode", 3), "a duration needs its unit"),
        (Change("...", 3), "this is no setting of a scenario"),
    ],
)
def test_that_a_wrong_change_is_told_as_in_a_file(change, said):
    assert said in complaint(change)


def test_that_an_action_that_cannot_be_taken_is_refused():
    alternative = Alternative("mine", "Mine", journal=(JournalEntry(0.0, CloseStation("nowhere")),))

    with pytest.raises(ScenarioError, match=r'alternative "mine": actions\[1\]'):
        alternative.applied_to(basics())


def test_that_a_file_of_alternatives_is_read_and_written_again(file):
    (read,) = read_alternatives(file(FILE), basics())

    assert is_file_of_alternatives(file(FILE))
    assert alternatives_in(alternatives_as_json([read]), basics(), "a project") == (read,)
    assert read.journal[0].time == 8 * 3600
    assert read.applied_to(basics()).stations["registration"].waiting_area is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[alternatives.a]\nset = { "title" = "x" }', "alternatives.a.title: this must be said"),
        ('[alternatives.a]\ntitle = "A"\nsets = {}', "an alternative has title, set, without and actions"),
        ('[alternatives.a]\ntitle = "A"\nset = { "staff.x.at" = 1 }', "alternatives.a.staff.x: there is nothing"),
        ('[alternatives.a]\ntitle = "A"\nactions = [{ do = { fly = {} } }]', 'there is no action "fly"'),
        ('[alternatives.base]\ntitle = "A"', '"base" is the scenario as it is'),
        ("[alternatives]", "there are no alternatives"),
        ("x = ", "this line is not TOML"),
    ],
)
def test_that_a_wrong_file_of_alternatives_is_told(file, text, said):
    with pytest.raises(ScenarioError) as told:
        read_alternatives(file(text), basics())

    assert said in str(told.value)


def test_that_an_alternative_is_told_in_words(file):
    (read,) = read_alternatives(file(FILE), basics())

    words = list(alternative_in_words(read, basics()))

    assert "Border officer, 19:00 to 07:00, count: 3 → 7" in words
    assert "Registration, service time, mode: 12 min 30 s → 11 min" in words
