"""Runs that wait at moments of the past."""

import pytest

from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise.parking import SPACES, ParkedRuns
from reception_sim.exercise_plan import InjectSent, SentBy
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise.led_runs import led, same, steered
from tests.exercise_plan.exercises import busy_desk, exercise

DURATION = 12 * HOUR
REACHED = 8 * HOUR
ON_CONDITION = InjectSent(number=2, by=SentBy.CONDITION)


@pytest.fixture
def whole():
    return steered(until=REACHED)


def parked(whole) -> ParkedRuns:
    """Return the runs that are parked when there was time enough, of an exercise that was then three hours in."""
    early = tuple(entry for entry in whole.log if entry.time < 5 * HOUR)

    def begin(moment):
        return LedRun(busy_desk(), exercise(), early, reached=5 * HOUR, shown_from=moment)

    runs = ParkedRuns(begin, DURATION)
    while runs.work(5 * HOUR):
        pass
    return runs


def test_that_runs_wait_only_where_the_exercise_has_been(whole) -> None:
    runs = parked(whole)

    assert runs.take(DURATION).now == 2 * DURATION / SPACES
    assert runs.take(DURATION).now == DURATION / SPACES
    assert runs.take(DURATION) is None


def test_that_the_nearest_before_a_moment_is_taken(whole) -> None:
    assert parked(whole).take(3 * HOUR).now == 2 * HOUR
    assert parked(whole).take(HOUR) is None


@pytest.mark.parametrize("moment", [2 * HOUR, 3 * HOUR, 4.5 * HOUR])
def test_that_a_parked_run_goes_on_as_one_from_the_start(whole, moment) -> None:
    run = parked(whole).take(moment)
    run.know(whole.log, REACHED, shown_from=moment)
    run.advance(moment)
    fresh = led(log=whole.log, reached=REACHED)
    fresh.advance(moment)

    assert same(run, fresh)
    for one in (run, fresh, whole):
        one.advance(11 * HOUR)
    assert same(run, whole)
    assert same(fresh, whole)


@pytest.mark.parametrize("minutes", [-11, -9.5, -5, -1, 0, 1])
def test_that_a_branch_after_a_way_without_looking_is_one_after_a_way_with_it(minutes) -> None:
    """Conditions that have held for a part of their time by then are what could be missed."""
    whole = led()
    whole.advance(REACHED)
    moment = next(entry.time for entry in whole.log if entry.deed == ON_CONDITION) + minutes * MINUTE
    looking, hurrying = (led(log=whole.log, reached=REACHED) for _ in range(2))
    looking.advance(moment)
    for there in (HOUR / 2, moment):
        hurrying.go_forward(there)

    for one in (looking, hurrying):
        one.forget_what_is_ahead()
        one.advance(11 * HOUR)

    assert ON_CONDITION in [entry.deed for entry in hurrying.log]
    assert same(hurrying, looking)


def test_that_nobody_goes_further_forward_than_the_course_has_come(whole) -> None:
    run = led(log=whole.log, reached=REACHED)
    run.go_forward(11 * HOUR)
    assert run.now == REACHED

    for one in (run, whole):
        one.advance(11 * HOUR)
    assert same(run, whole)


def test_that_the_run_from_which_somebody_goes_back_waits_where_it_stands(whole) -> None:
    runs = parked(whole)
    runs.leave(whole)

    assert runs.nearest(REACHED) == REACHED
    assert runs.take(REACHED) is whole
    assert runs.take(REACHED).now == 2 * DURATION / SPACES


def test_that_of_the_runs_that_were_left_the_furthest_waits(whole) -> None:
    runs = ParkedRuns(lambda _: led(), DURATION)
    early = led()
    early.advance(HOUR)
    runs.leave(whole)
    runs.leave(early)

    assert runs.nearest(2 * HOUR) is None
    assert runs.take(DURATION) is whole


def test_that_early_on_no_moment_is_far_from_where_a_run_waits() -> None:
    runs = ParkedRuns(lambda _: led(), DURATION)
    while (runs.nearest(DURATION) or 0.0) < 4 * DURATION / SPACES:
        assert runs.work(DURATION)

    assert runs.nearest(DURATION) == 4 * DURATION / SPACES
    assert runs.nearest(3 * DURATION / SPACES) == 2 * DURATION / SPACES
