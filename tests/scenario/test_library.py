"""The scenarios that come with the program."""

import shutil
from pathlib import Path

import pytest

from reception_sim.actions import problems_in_actions
from reception_sim.scenario import ScenarioError, notices, parse_scenario, read_scenario, shipped_files
from reception_sim.scenario.library import Shelf, find_scenario, shipped
from reception_sim.scenario.planned import planned_arrivals

IDS = [entry.id for entry in shipped()]


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A library folder of our own."""
    monkeypatch.setattr(shipped_files, "_FOLDERS", (tmp_path / "nowhere", tmp_path))
    return tmp_path


def test_that_the_two_first_scenarios_are_on_the_shelf():
    assert {"border_post_basics", "lampedusa_2023"} <= set(IDS)


@pytest.mark.parametrize("entry", shipped(), ids=IDS)
def test_that_every_shipped_scenario_can_run_and_says_what_a_card_needs(entry):
    scenario = read_scenario(entry.path, checks=[problems_in_actions])

    assert entry.fault == ""
    assert entry.title == scenario.title
    assert all((entry.place, entry.summary, entry.teaches, entry.sources, entry.persons, entry.days))


@pytest.mark.parametrize("entry", shipped(), ids=IDS)
def test_that_every_shipped_scenario_has_a_place_on_the_map_for_each_of_its_places(entry):
    scenario = read_scenario(entry.path)
    positions = [place.position for name, place in scenario.places() if name not in _visited_only(scenario)]

    assert None not in positions
    assert len(set(positions)) == len(positions)


def _visited_only(scenario):
    on_routes = {name for route in scenario.routes for name in (route.origin, route.destination)}
    return {name for site in scenario.sites.values() for name in site.during_stay} - on_routes


@pytest.mark.parametrize("entry", shipped(), ids=IDS)
def test_that_every_shipped_scenario_marks_what_it_assumes(entry):
    scenario = read_scenario(entry.path)

    assert scenario.assumptions
    assert all(standard.source for standard in scenario.standards)
    assert all(source.url.startswith("http") and source.covers for source in scenario.sources)


@pytest.mark.parametrize("entry", shipped(), ids=IDS)
def test_that_nothing_in_a_shipped_scenario_is_taken_for_granted(entry):
    assert [str(notice) for notice in notices(read_scenario(entry.path))] == []


def test_that_border_post_basics_is_small():
    (entry,) = (entry for entry in shipped() if entry.id == "border_post_basics")

    assert entry.days == 2
    assert 600 <= entry.persons <= 900


def test_that_a_scenario_is_found_by_its_id_or_by_its_path(tmp_path):
    path = tmp_path / "mine.toml"
    path.touch()

    assert find_scenario("lampedusa_2023").name == "lampedusa_2023.toml"
    assert find_scenario(str(path)) == path
    assert find_scenario(path) == path


def test_that_a_scenario_that_is_nowhere_is_told_with_the_nearest_id():
    with pytest.raises(ScenarioError) as caught:
        find_scenario("lampedusa_2032")

    assert caught.value.problems[0].suggestion == "lampedusa_2023"
    assert "border_post_basics" in caught.value.problems[0].expected


def test_that_a_broken_scenario_says_so_on_its_card_and_hides_no_other(shelf):
    shutil.copy(Path(__file__).with_name("small.toml"), shelf / "good.toml")
    (shelf / "broken.toml").write_text("format = 1\n[stations\n")
    broken, good = shipped()

    assert (good.id, good.fault) == ("good", "")
    assert broken.id == "broken"
    assert "line 2" in broken.fault


def test_that_a_machine_without_any_scenario_has_an_empty_shelf(shelf):
    assert shipped() == ()


def test_that_people_who_arrive_before_or_after_the_scenario_are_not_planned(small_scenario):
    assert planned_arrivals(small_scenario) == pytest.approx(240)


@pytest.mark.parametrize(
    ("said", "persons"),
    [
        ('daily = { 2026-03-01 = 5, 2026-03-02 = 100, 2026-03-03 = 40, 2026-03-04 = 7 }', 75 + 10),
        ('daily = { 2026-03-02 = 100 }\nhours = [1,1,1,1,1,1, ' + "0," * 17 + "1]", 100 / 7),
        ('schedule = [ { at = "day 0 05:59", persons = 9 }, { at = "day 0 06:00", persons = 3 } ]', 3),
        ('schedule = [ { at = "day 1 06:00", persons = 9 }, { at = "day 1 05:59", persons = 4 } ]', 4),
        ('spans = [ { from = "day 0 04:00", until = "day 0 08:00", persons = 20 } ]', 10),
        ('ramp = [ { at = "day 0 06:00", rate = "0 per hour" }, { at = "day 0 16:00", rate = "1 per hour" } ]', 5 + 14),
        ('ramp = [ { at = "day 0 18:00", rate = "2 per hour" } ]', 48),
    ],
)  # fmt: skip
def test_that_planned_arrivals_add_up_within_the_time_of_the_scenario(small_text, said, persons):
    scenario = parse_scenario(small_text.replace('rate = "10 per hour"', said), "x", None)

    assert planned_arrivals(scenario) == pytest.approx(persons)


def test_that_what_is_made_to_learn_with_stands_before_exercises_cases_and_lessons():
    shelves = [entry.shelf for entry in shipped()]

    assert shelves == sorted(shelves)
    assert shipped()[0].id == "border_post_basics"
    assert {entry.id for entry in shipped() if entry.shelf is Shelf.EXERCISES} == {
        "introduction_45_minutes",
        "sea_arrival_exercise",
        "six_phase_border_exercise",
    }
