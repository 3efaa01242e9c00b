"""Emergency and recovery side by side: figures of each phase, the backlog between them, and demobilisation."""

from dataclasses import replace

import pytest

from reception_sim.actions import Demobilise
from reception_sim.run import Run, run_whole
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, staff, station

# ten people at 01:00, half an hour each at one desk: at 03:00 four have been seen, one is being seen and five wait
TEN = {
    "entry_points": border(arriving(("day 0 01:00", 10))),
    "stations": {"desk": station(service_time={"distribution": "constant", "value": "30 min"})},
    "recovery_from": "day 0 03:00",
}


def figures_of(scenario, part, recording=None):
    told = {}
    for row in measure(recording or run_whole(scenario), scenario).parts:
        if row.part is part:
            told.setdefault(row.subject, {})[row.measure] = row.value
    return told


def test_that_each_phase_counts_what_happened_in_it():
    told = figures_of(plan(**TEN), Part.PHASES)
    emergency, recovery = told["emergency"], told["transition and recovery"]

    assert (emergency["arrived"], recovery["arrived"]) == (10, 0)
    assert (emergency["completed"], recovery["completed"]) == (3, 7)
    assert (emergency["registered"], recovery["registered"]) == (3, 7)
    assert (emergency["lasted"], recovery["lasted"]) == (3 * HOUR, 21 * HOUR)
    assert (emergency["wait_median"], recovery["wait_median"]) == (30 * MINUTE, 180 * MINUTE)


def test_that_the_phases_of_a_run_add_up_to_it():
    scenario = plan(**TEN)
    whole = measure(run_whole(scenario), scenario)
    phases = figures_of(scenario, Part.PHASES)
    both = (phases["emergency"], phases["transition and recovery"])

    assert sum(one["arrived"] for one in both) == whole.persons.arrived
    assert sum(one["completed"] for one in both) == whole.persons.completed
    assert sum(one["staff_hours"] for one in both) * HOUR == pytest.approx(whole.roles[0].on_duty_s)
    nights = next(row.value for row in whole.parts if row.part is Part.DIGNITY and row.measure == "nights")
    assert sum(one["nights"] for one in both) == pytest.approx(nights)


def test_that_the_backlog_is_cleared_when_the_last_who_waited_then_is_seen():
    told = figures_of(plan(**TEN), Part.RECOVERY)["desk"]

    assert told["backlog"] == 6
    assert told["seen"] == 6
    assert told["cleared_after"] == 150 * MINUTE
    assert told["still"] == 0


def test_that_whoever_comes_in_recovery_is_no_backlog():
    later = TEN | {"entry_points": border(arriving(("day 0 01:00", 10), ("day 0 03:30", 4)))}

    assert figures_of(plan(**later), Part.RECOVERY)["desk"]["cleared_after"] == 150 * MINUTE


def test_that_a_backlog_that_is_not_cleared_is_told_as_still_waiting():
    scenario = plan(**TEN | {"duration": "4 h"})
    told = figures_of(scenario, Part.RECOVERY)["desk"]

    assert (told["backlog"], told["still"]) == (6, 4)
    assert told["cleared_after"] != told["cleared_after"]  # NaN


def test_that_those_who_gave_up_since_are_told_apart():
    impatient = station(
        service_time={"distribution": "constant", "value": "30 min"},
        patience={"distribution": "constant", "value": "3 h"},
    )
    told = figures_of(plan(**TEN | {"stations": {"desk": impatient}}), Part.RECOVERY)["desk"]

    assert told["backlog"] == told["seen"] + told["gave_up"]
    assert told["gave_up"] > 0


def test_that_a_plan_without_recovery_has_no_phases():
    scenario = replace(plan(**TEN), recovery_from=None)

    assert not figures_of(scenario, Part.PHASES)
    assert not figures_of(scenario, Part.RECOVERY)


def test_that_demobilised_staff_are_gone_from_every_shift_and_cost_nothing_more():
    scenario = plan(**TEN | {"staff": {"officer": staff(count=3)}})
    run = Run(scenario)
    run.act(Demobilise("officer", 2), at=4 * HOUR)
    run.advance(scenario.duration)
    recovery = figures_of(scenario, Part.PHASES, run.recording())["transition and recovery"]

    assert recovery["demobilised"] == 2
    assert recovery["staff_hours"] == 3 * 1 + 1 * 20


def test_that_more_than_there_are_cannot_be_missing_from_a_shift():
    shifts = [
        {"days": "Mon-Sun", "hours": "00:00-12:00", "count": 1},
        {"days": "Mon-Sun", "hours": "12:00-24:00", "count": 3},
    ]
    scenario = plan(**TEN | {"staff": {"officer": staff(shifts=shifts)}})
    run = Run(scenario)
    run.act(Demobilise("officer", 2), at=4 * HOUR)
    run.advance(5 * HOUR)
    before_noon = run.snapshot().roles[0].on_duty
    run.advance(13 * HOUR)

    assert (before_noon, run.snapshot().roles[0].on_duty) == (0, 1)
