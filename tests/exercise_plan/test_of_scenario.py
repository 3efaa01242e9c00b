"""The exercise that a scenario brings: all that its file says of one, and what is usual for the rest."""

from pathlib import Path

import pytest

from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    Cell,
    DecisionRule,
    ExpectedAction,
    OnCondition,
    OnHand,
    PlayersView,
    exercise_of,
    problems_in_exercise,
)
from reception_sim.recording import HappeningKind
from reception_sim.run import Run, open_scenario
from reception_sim.scenario import Calendar
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE, DayTime

COMPLETE = Path(__file__).parents[1] / "scenario" / "complete_example.toml"


@pytest.fixture(scope="module")
def scenario():
    return open_scenario(COMPLETE)


@pytest.fixture(scope="module")
def made(scenario):
    return exercise_of(scenario)


def test_that_the_injects_of_a_scenario_become_those_of_its_exercise(scenario, made):
    assert [one.number for one in made.injects] == [plan.number for plan in scenario.injects]
    assert [one.actions for one in made.injects] == [plan.actions for plan in scenario.injects]


def test_that_an_inject_comes_in_each_way_that_a_file_can_say(scenario, made):
    at = Calendar.of(scenario).seconds

    assert made.inject(3).when == AtTime(at=at(DayTime(1, 8.5 * HOUR)))
    assert made.inject(4).when == OnCondition(
        condition="queue of registration > 60 persons",
        lasting=30 * MINUTE,
        since=at(DayTime(1, 9 * HOUR)),
        by=at(DayTime(1, 15 * HOUR)),
    )
    assert made.inject(5).when == AfterInject(number=4, delay=45 * MINUTE)
    assert made.inject(6).when == OnHand()


def test_that_what_is_expected_is_measured_as_the_file_says(made):
    assert made.inject(4).expected == ExpectedAction(
        text="Open a second row of desks.",
        condition="queue of registration < 30 persons",
        lasting=10 * MINUTE,
        within=HOUR,
        expires=3 * HOUR,
        points=2,
        contingency=6,
    )
    assert made.inject(1).expected == ExpectedAction(text="Call the second shuttle.")


def test_that_cells_decisions_clock_and_what_is_known_are_those_of_the_file(scenario, made):
    at = Calendar.of(scenario).seconds

    assert (made.startex, made.endex) == (at(DayTime(1, 5.5 * HOUR)), at(DayTime(1, 18 * HOUR)))
    assert made.pace == 15
    assert made.cells == {
        "front_line": Cell(title="The desks", role="Whoever registers", participants=6),
        "observers": Cell(title="Observers", plays=False),
    }
    assert made.decisions == (
        DecisionRule(action="call_in_staff", cells=("front_line",), lead_time=2 * HOUR, cost=150),
    )
    assert made.budget == 20_000
    assert made.view == PlayersView(delay=30 * MINUTE, error=0.1, assessed=("registration",), forecasts=True)
    assert made.inject(4).recipients == ("front_line",)
    assert made.objectives["early_warning"].criteria[1] == "Each place repeats it"


def test_that_a_scenario_without_an_exercise_makes_one_in_which_one_cell_decides_everything():
    made = exercise_of(open_scenario("lampedusa_2023"))

    assert [cell.plays for cell in made.cells.values()] == [True]
    assert (made.decisions, made.budget, made.view) == ((), None, PlayersView())
    assert made.startex == 0
    assert made.pace == 15


def test_that_an_exercise_that_a_valid_scenario_brings_is_without_fault(scenario, made):
    assert not list(problems_in_exercise(made, scenario))


def test_that_a_run_that_is_no_exercise_plays_the_injects_that_come_at_a_time(scenario):
    run = Run(scenario)
    run.advance(2 * DAY)

    sent = [one for one in run.recording().happenings if one.kind is HappeningKind.INJECT_SENT]
    assert [one.title for one in sent] == [inject.title for inject in scenario.injects[:3]]
