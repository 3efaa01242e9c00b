"""A run puts off Python's search for objects that only hold one another, which is safe as long as it makes few."""

import gc

import pytest

from reception_sim.model.kernel import Kernel
from reception_sim.population import Chance, Crowd
from reception_sim.recording import Recorder
from reception_sim.run import Run, open_scenario

SCENARIOS = "scenarios/six_phase_border_exercise.toml", "tests/scenario/complete_example.toml"
HELD_BY_THE_SEARCH_ALONE = 200  # objects, however many people come


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_that_a_run_leaves_hardly_anything_that_only_the_search_would_free(scenario):
    plan = open_scenario(scenario)
    run = Run(plan)
    gc.collect()
    gc.disable()
    try:
        run.advance(plan.duration)
        assert gc.collect() < HELD_BY_THE_SEARCH_ALONE
    finally:
        gc.enable()


def test_that_the_search_goes_on_after_a_run():
    plan = open_scenario("tests/scenario/complete_example.toml")

    Run(plan).advance(plan.duration)

    assert gc.isenabled()


def test_that_a_run_leaves_the_search_off_where_it_was_off():
    plan = open_scenario("tests/scenario/complete_example.toml")
    gc.disable()
    try:
        Run(plan).advance(plan.duration)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_that_the_search_goes_on_after_a_run_that_failed():
    kernel = Kernel(Crowd(open_scenario("tests/scenario/complete_example.toml"), Chance(1, 0)), Recorder(()))
    kernel.at(1.0, lambda: 1 // 0)

    with pytest.raises(ZeroDivisionError):
        kernel.run(until=2.0)

    assert gc.isenabled()
