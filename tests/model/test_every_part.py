"""A scenario that uses every part of the format at once, and takes every action, runs and keeps the promises."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from reception_sim.actions import ACTIONS
from reception_sim.run import Run, open_scenario, run_whole
from reception_sim.scenario.quantities import HOUR
from tests.model.test_promises import assert_equal_recordings, persons_by_place

COMPLETE = Path(__file__).parents[1] / "scenario" / "complete_example.toml"
STEP = 3 * HOUR


@cache
def every_part():
    return open_scenario(COMPLETE)


def test_that_the_scenario_with_every_part_takes_every_action():
    plan = every_part()
    rules = [actions for rule in plan.contingency for actions in (rule.actions, rule.then)]
    written = [action for actions in (*rules, *(inject.actions for inject in plan.injects)) for action in actions]

    assert {name for action in written for name in action} == set(ACTIONS)


def test_that_the_scenario_with_every_part_runs_to_its_end_with_people_in_it():
    run = Run(every_part())
    run.advance(every_part().duration)

    assert run.finished
    assert run.snapshot().completed > 0


def test_that_persons_are_conserved_with_every_part():
    run = Run(every_part())
    while not run.finished:
        run.advance(run.now + STEP)
        now = run.snapshot()
        assert now.arrived == now.completed + now.left + now.in_system
        assert now.in_system == sum(persons_by_place(run.recording()).values())


def test_that_every_part_gives_the_same_recording_in_steps_and_in_another_process():
    whole = run_whole(every_part(), seed=3)
    run = Run(every_part(), seed=3)
    while not run.finished:
        run.advance(run.now + STEP)
        run.snapshot()
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        elsewhere = pool.submit(run_whole, every_part(), 3).result()

    assert_equal_recordings(run.recording(), whole)
    assert_equal_recordings(elsewhere, whole)


def test_that_another_seed_gives_another_recording():
    assert len(run_whole(every_part(), seed=3).events) != len(run_whole(every_part(), seed=4).events)
