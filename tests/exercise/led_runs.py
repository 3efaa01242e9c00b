"""Exercises led in a test, and what to ask of them."""

import numpy as np

from reception_sim.actions import (
    CallInStaff,
    OpenStation,
)
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import (
    InjectSent,
    PlayBegan,
    SentBy,
)
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise_plan.exercises import busy_desk, exercise


def led(given=None, log=(), **changes):
    return LedRun(busy_desk(), exercise() if given is None else given, log, **changes)


def sent(run):
    return [(round(entry.time / MINUTE), entry.deed.number) for entry in run.log if isinstance(entry.deed, InjectSent)]


def same(one, other):
    first, second = one.run.recording(), other.run.recording()
    return (
        np.array_equal(first.events.time, second.events.time)
        and np.array_equal(first.events.group, second.events.group)
        and np.array_equal(first.levels.value, second.levels.value)
        and first.happenings == second.happenings
        and (one.log, one.now) == (other.log, other.now)
    )


def steered(until=8 * HOUR, stride=None):
    """Lead an exercise with decisions of all kinds up to a time, in steps or in one go between them."""
    run = led()

    def go(to):
        while run.now < to:
            run.advance(min(to, run.now + (stride or to)))

    go(20 * MINUTE)
    run.do(PlayBegan())
    go(95 * MINUTE + 0.123)
    run.decide(OpenStation("desk"), cell="border", reason="too many wait")
    go(3 * HOUR)
    run.decide(CallInStaff("officer", 2, 4 * HOUR), cell="health")
    run.do(InjectSent(number=4, by=SentBy.HAND))
    go(until)
    return run
