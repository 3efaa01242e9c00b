"""When people are expected at the entry points."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings

from reception_sim.population import Chance, Crowd, StreamSource, batches
from reception_sim.scenario.arrivals import ArrivalPlan, CountedSpan, EntryPointPlan, RampPoint, ScheduledArrival
from reception_sim.scenario.planned import planned_arrivals
from reception_sim.scenario.quantities import DAY, HOUR, DayTime
from reception_sim.statistics import offered_load
from tests.scenario.strategies import scenario_plans
from tests.statistics.hand_written import PLAN

MONDAY = PLAN.start.date()
REPLICATIONS = 3


def plan_with(duration=10 * HOUR, **said):
    stream = ArrivalPlan(population="families", **said)
    gate = EntryPointPlan(title="Gate", kind="border crossing point", arrivals=(stream,))
    return replace(PLAN, duration=duration, entry_points={"gate": gate})


def expected(**said):
    (gate,) = offered_load(plan_with(**said)).entry_points
    return pytest.approx(gate.persons.tolist())


def test_that_a_rate_brings_as_many_every_hour():
    assert expected(rate=30 / HOUR, duration=2.5 * HOUR) == [30, 30, 15]


def test_that_the_hours_of_a_rate_weigh_by_the_local_clock():
    hours = (0.0,) * 7 + (2.0,) + (1.0,) * 16

    assert expected(rate=18 / HOUR, hours=hours, duration=3 * HOUR) == [0, 48, 24]


def test_that_a_daily_count_is_spread_by_the_weights_of_its_hours():
    hours = (1.0,) * 6 + (3.0,) * 2 + (0.0,) * 16

    assert expected(daily={MONDAY: 120}, hours=hours, duration=3 * HOUR) == [30, 30, 0]


def test_that_people_of_the_first_day_who_came_before_the_start_do_not_come_again():
    assert expected(daily={MONDAY: 24}, duration=18 * HOUR) == [1] * 18


def test_that_scheduled_people_come_in_the_hour_that_begins_with_them():
    schedule = (
        ScheduledArrival(at=DayTime(0, 7 * HOUR), persons=50),
        ScheduledArrival(at=DayTime(0, 8.5 * HOUR), persons=20),
    )

    assert expected(schedule=schedule, duration=4 * HOUR) == [0, 50, 20, 0]


def test_that_counted_people_come_evenly_over_their_span():
    spans = (CountedSpan(since=DayTime(0, 6.5 * HOUR), until=DayTime(0, 8.5 * HOUR), persons=40),)

    assert expected(spans=spans, duration=3 * HOUR) == [10, 20, 10]


def test_that_a_ramp_changes_evenly_between_its_points_and_not_beyond_them():
    ramp = (
        RampPoint(at=DayTime(0, 7 * HOUR), rate=10 / HOUR),
        RampPoint(at=DayTime(0, 9 * HOUR), rate=30 / HOUR),
    )

    assert expected(ramp=ramp, duration=4 * HOUR) == [10, 15, 25, 30]


def test_that_the_hour_that_summer_time_takes_away_brings_nobody():
    clocks_change = datetime.fromisoformat("2026-03-29T00:00")
    plan = plan_with(daily={clocks_change.date(): 240}, duration=DAY)

    (gate,) = offered_load(replace(plan, start=clocks_change, time_zone="Europe/Rome")).entry_points

    assert gate.persons[:4].tolist() == pytest.approx([10, 10, 20, 10])
    assert gate.persons.sum() == pytest.approx(240)


@settings(max_examples=50, deadline=None)
@given(scenario_plans())
def test_that_as_many_are_expected_as_are_planned(plan):
    plan = _without_hours_of_rates(plan)

    total = sum(entry.persons.sum() for entry in offered_load(plan).entry_points)

    already_at_gates = sum(row.persons for row in plan.already_there if row.at in plan.entry_points)
    assert total == pytest.approx(planned_arrivals(plan) + already_at_gates)


def _without_hours_of_rates(plan):
    """Leave out the hours of rates: a part of a day does not bring the mean of the day."""
    entries = {
        name: replace(
            entry,
            arrivals=tuple(
                replace(stream, hours=None if stream.rate is not None else stream.hours) for stream in entry.arrivals
            ),
        )
        for name, entry in plan.entry_points.items()
    }
    return replace(plan, entry_points=entries)


@pytest.mark.parametrize(
    "said",
    [
        {"daily": {MONDAY: 40_000}, "hours": tuple(float(hour % 5) for hour in range(24))},
        {"spans": (CountedSpan(since=DayTime(0, 5 * HOUR), until=DayTime(0, 9 * HOUR), persons=20_000),)},
        {"rate": 2000 / HOUR, "hours": tuple(float(hour % 5) for hour in range(24))},
        {"ramp": (RampPoint(at=DayTime(0, 0.0), rate=0.0), RampPoint(at=DayTime(1, 0.0), rate=4000 / HOUR))},
        {"schedule": (ScheduledArrival(at=DayTime(0, 9 * HOUR), persons=5000),)},
    ],
    ids=lambda said: next(iter(said)),
)
def test_that_people_are_expected_when_they_come(said):
    plan = plan_with(duration=6 * HOUR, **said)
    come = np.mean([_come(plan, Chance(1, replication)) for replication in range(REPLICATIONS)], axis=0)

    (gate,) = offered_load(plan).entry_points

    five_deviations = 5 * np.sqrt(3.4 * gate.persons / REPLICATIONS)  # groups of one or four, at random
    assert (np.abs(gate.persons - come) <= five_deviations + 4).all()


def _come(plan, chance):
    """Let the people of one replication come, and count the persons by hour."""
    crowd, come = Crowd(plan, chance), np.zeros(6)
    for time, groups, _ in batches(StreamSource(plan, "gate", 0), crowd, chance):
        come[int(time // HOUR)] += sum(crowd.size[group] for group in groups)
    return come
