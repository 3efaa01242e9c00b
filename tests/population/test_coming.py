"""When people come in: as many as the plan says, at the hours that it says, families together."""

import numpy as np
import pytest

from reception_sim.population import Chance, Crowd, StreamSource, batches
from tests.model.plans import border, plan


def arrivals(scenario, replication=0):
    """Return (time, persons) of each batch of the border's only stream."""
    chance = Chance(1, replication)
    crowd = Crowd(scenario, chance)
    found = batches(StreamSource(scenario, "border", 0), crowd, chance)
    return [(time, sum(crowd.size[group] for group in groups)) for time, groups, _ in found]


def persons(scenario, replication=0):
    return sum(count for _, count in arrivals(scenario, replication))


def stream(**how):
    return border([{"population": "families"} | how])


@pytest.mark.parametrize("boat", [None, {"distribution": "constant", "value": 40}])
def test_that_a_daily_count_is_kept_to_within_one_travel_group(boat):
    days = {"2026-01-05": 500, "2026-01-06": 70}
    how = {"daily": days} | ({"in_batches_of": boat} if boat else {})

    assert persons(plan(entry_points=stream(**how), duration="2 days")) in range(570, 575)


def test_that_hours_without_weight_bring_nobody():
    hours = [0] * 8 + [1] * 2 + [0] * 14
    times = [time for time, _ in arrivals(plan(entry_points=stream(daily={"2026-01-05": 400}, hours=hours)))]

    assert min(times) >= 8 * 3600
    assert max(times) <= 10 * 3600


def test_that_a_scheduled_arrival_comes_at_its_moment():
    scenario = plan(entry_points=stream(schedule=[{"at": "day 0 06:30", "persons": 30}]))

    assert {time for time, _ in arrivals(scenario)} == {6.5 * 3600}


@pytest.mark.parametrize(
    "boat", [None, {"distribution": "constant", "value": 4}, {"distribution": "lognormal", "mean": 40, "sd": 15}]
)
def test_that_a_rate_brings_as_many_persons_as_it_says(boat):
    how = {"rate": "60 per hour"} | ({"in_batches_of": boat} if boat else {})
    scenario = plan(entry_points=stream(**how), duration="20 days")
    counts = [persons(scenario, replication) for replication in range(6)]

    assert np.mean(counts) == pytest.approx(60 * 24 * 20, rel=0.04)


def test_that_a_ramp_brings_more_people_as_it_rises():
    ramp = [{"at": "day 0", "rate": "0 per hour"}, {"at": "day 1", "rate": "100 per hour"}]
    times = np.array([time for time, _ in arrivals(plan(entry_points=stream(ramp=ramp)))])
    first, second = (times < 12 * 3600).sum(), (times >= 12 * 3600).sum()

    assert 2 * first < second < 4.5 * first


def test_that_the_day_before_the_start_brings_only_what_is_left_of_it():
    scenario = plan(start="2026-01-05T12:00:00", entry_points=stream(daily={"2026-01-05": 400}), duration="12 h")

    assert persons(scenario) in range(200, 205)


def test_that_children_are_led_by_an_adult_as_far_as_there_are_adults():
    scenario = plan(entry_points=stream(rate="60 per hour"))
    crowd = Crowd(scenario, Chance(1, 0))
    crowd.grow("border/0/0", "families")
    people = crowd.people()
    adult = np.array([band in ("18-59", "60+") for band in people.age_bands])[people.age_band]
    led = np.logical_or.reduceat(adult, people.first_person)

    assert led[people.size > 1].mean() > 0.99


def test_that_shares_of_age_and_sex_hold():
    scenario = plan()
    crowd = Crowd(scenario, Chance(1, 0))
    for _ in range(10):
        crowd.grow("border/0/0", "families")
    people = crowd.people()

    assert np.mean(people.age_band == people.age_bands.index("0-11")) == pytest.approx(0.3, abs=0.01)
