"""The clocks of people are held while a class talks: deadlines come so much later, and all else is as it was."""

import numpy as np
import pytest

from reception_sim.actions import CloseStation, HoldClocks, LetClocksRun, objection
from reception_sim.recording import LevelKind
from reception_sim.run import Run
from reception_sim.scenario import parse_condition
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.statistics import measure
from tests.model.plans import arriving, border, plan
from tests.model.test_disease import alert
from tests.model.test_duty_watch import OWED

BREACHED = parse_condition("breaches of owed > 0")


def owed(**changes):
    return plan(entry_points=border(arriving(("day 0 01:00", 4))), duties={"owed": OWED}, **changes)


def held(scenario, *spans):
    """Return a run whose clocks are held from one minute to another, in each of some spans."""
    run = Run(scenario)
    for since, until in spans:
        run.act(HoldClocks(), at=since * MINUTE)
        run.act(LetClocksRun(), at=until * MINUTE)
    return run


def first_breach(run):
    """Return the minute at which somebody waits beyond the time, when nobody is seen."""
    run.act(CloseStation("desk"), at=0.0)
    while not run.holds(BREACHED):
        run.advance(run.now + MINUTE)
    return run.now / MINUTE


@pytest.mark.parametrize("spans", [[(65, 66)], [(65, 102)], [(62, 70), (75, 80)], [(30, 75)]])
def test_that_a_breach_comes_as_much_later_as_the_clocks_were_held(spans):
    counted = sum(until - max(since, 60) for since, until in spans)  # they came at 01:00

    assert first_breach(held(owed(), *spans)) == first_breach(Run(owed())) + counted


def test_that_what_was_held_before_somebody_came_gives_them_no_time():
    assert first_breach(held(owed(), (10, 50))) == first_breach(Run(owed()))


def test_that_no_deadline_comes_nearer_while_clocks_are_held():
    run = Run(owed())
    run.act(HoldClocks(), at=70 * MINUTE)
    run.act(CloseStation("desk"), at=0.0)
    run.advance(10 * HOUR)

    assert not run.holds(BREACHED)
    assert run.snapshot().clocks_held


def test_that_holding_twice_holds_once():
    twice = Run(owed())
    for minute in (65, 70):
        twice.act(HoldClocks(), at=minute * MINUTE)
    twice.act(LetClocksRun(), at=75 * MINUTE)

    assert first_breach(twice) == first_breach(held(owed(), (65, 75)))


def test_that_all_but_the_clocks_goes_on_as_it_would():
    with_hold, without = held(owed(), (62, 70)), Run(owed())
    for run in (with_hold, without):
        run.advance(run.scenario.duration)

    assert np.array_equal(with_hold.recording().events.time, without.recording().events.time)
    assert np.array_equal(with_hold.recording().events.group, without.recording().events.group)


def test_that_the_figures_of_a_run_do_not_count_the_time_held():
    longest = []
    for spans in ([], [(61, 66)]):
        run = held(owed(), *spans)
        run.advance(run.scenario.duration)
        figures = measure(run.recording(), run.scenario)
        longest.append(next(one.value for one in figures.parts if (one.subject, one.measure) == ("owed", "longest")))

    assert longest[0] - longest[1] == 5 * MINUTE


def test_that_nobody_falls_ill_while_clocks_are_held():
    run = held(alert(), (90, 150))  # the alert strikes from 02:00 to 03:00
    run.advance(run.scenario.duration)
    recording = run.recording()
    times, cases = recording.levels.of(LevelKind.CASES, recording.index("centre"))

    assert times.min() >= 150 * MINUTE
    assert cases[-1] == 20


def test_that_an_alert_that_is_over_before_the_clocks_run_again_makes_nobody_ill():
    run = held(alert(), (90, 200))
    run.advance(run.scenario.duration)

    assert len(run.recording().levels.of(LevelKind.CASES, run.recording().index("centre"))[0]) == 0


def test_that_clocks_that_nobody_has_cannot_be_held():
    assert "no clock" in objection(HoldClocks(), plan())
    assert objection(HoldClocks(), owed()) is None
