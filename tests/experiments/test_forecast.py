"""Forecasts: runs that share the past to the last bit, and differ in the future by chance alone."""

import numpy as np
import pytest

from reception_sim.actions import CloseStation, JournalEntry
from reception_sim.experiments import Here, QuestionError, Reach, answered, reach_of
from reception_sim.experiments.forecast import Forecasting, ForecastQuestion
from reception_sim.experiments.summary import Band
from reception_sim.population import Turn
from reception_sim.recording import EventKind
from reception_sim.run import Run, open_scenario
from reception_sim.scenario.quantities import DAY, HOUR
from tests.exercise_plan.exercises import busy_desk
from tests.model.plans import FAMILIES, border, plan

NOW = 5 * HOUR
DAILY = [{"population": "families", "daily": {"2026-01-05": 400}}]


def run_with(scenario, turn, until=None):
    run = Run(scenario, seed=3, turn=turn)
    run.advance(until or scenario.duration)
    return run.recording()


def known_arrivals():
    return plan(populations={"families": FAMILIES}, entry_points=border(DAILY))


def events_before(recording, time):
    events = recording.events
    earlier = events.time < time
    stream = recording.people.stream[events.group], recording.people.number[events.group]
    return [column[earlier] for column in (events.time, events.kind, events.place, *stream)]


def arrivals(recording, since=0.0):
    events = recording.events.of(EventKind.GROUP_ARRIVED)
    return int(recording.people.size[events.group[events.time >= since]].sum())


@pytest.mark.parametrize("scenario", [busy_desk(), known_arrivals(), open_scenario("border_post_basics")])
def test_that_futures_share_the_past_to_the_last_bit_and_differ_after_it(scenario) -> None:
    as_it_was, one, other = (run_with(scenario, turn) for turn in (None, Turn(NOW, 1), Turn(NOW, 2)))

    for recording in (one, other):
        assert all(map(np.array_equal, events_before(recording, NOW), events_before(as_it_was, NOW)))
    assert not np.array_equal(one.events.time, as_it_was.events.time)
    assert not np.array_equal(one.events.time, other.events.time)


def test_that_a_future_is_the_same_whenever_it_is_run() -> None:
    one, again = (run_with(busy_desk(), Turn(NOW, 7)) for _ in range(2))

    assert np.array_equal(one.events.time, again.events.time)


def test_that_what_is_known_of_arrivals_holds_in_every_future() -> None:
    assert all(arrivals(run_with(known_arrivals(), Turn(NOW, future))) in range(400, 406) for future in range(1, 9))


def test_that_as_many_come_in_the_futures_as_the_rate_says() -> None:
    counts = [arrivals(run_with(busy_desk(), Turn(NOW, future)), NOW) for future in range(1, 61)]

    # 30 persons an hour for 7 hours; the mean of 60 futures is within 4 standard errors
    assert abs(np.mean(counts) - 210) < 4 * np.std(counts, ddof=1) / np.sqrt(60)


def test_that_a_forecast_spreads_from_now_on() -> None:
    question = ForecastQuestion(busy_desk(), (), NOW, 9 * HOUR, futures=12)

    bands = answered(Forecasting(question, Here())).series

    spread = bands.in_system.high - bands.in_system.low
    assert not spread[bands.time <= NOW].any()
    assert spread[bands.time > NOW + HOUR].any()
    assert bands.time[-1] <= 9 * HOUR


def test_that_a_decision_which_is_being_weighed_changes_the_forecast() -> None:
    closing = JournalEntry(NOW, CloseStation("desk"))
    question = ForecastQuestion(busy_desk(), (closing,), NOW, 9 * HOUR, futures=6)

    closed = answered(Forecasting(question, Here()))

    reached = closed.queue_reaches("desk", 60)
    assert reached is not None
    assert NOW < reached < 9 * HOUR
    assert closed.queue_reaches("desk", 10_000) is None


def test_that_a_forecast_of_the_past_is_refused() -> None:
    with pytest.raises(QuestionError, match="after now"):
        Forecasting(ForecastQuestion(busy_desk(), (), NOW, DAY), Here())


def test_that_what_is_weighed_is_tried_on_the_same_futures_beside_them() -> None:
    closing = (JournalEntry(NOW, CloseStation("desk")),)
    asked = ForecastQuestion(busy_desk(), (), NOW, 9 * HOUR, futures=6, weighed=closing)
    both = answered(Forecasting(asked, Here()))
    without = answered(Forecasting(ForecastQuestion(busy_desk(), (), NOW, 9 * HOUR, futures=6), Here()))
    done = answered(Forecasting(ForecastQuestion(busy_desk(), closing, NOW, 9 * HOUR, futures=6), Here()))

    assert np.array_equal(both.series.in_system.median, without.series.in_system.median)
    assert np.array_equal(both.with_weighed.in_system.median, done.series.in_system.median)
    assert without.with_weighed is None


def test_that_a_band_tells_when_a_limit_is_reached_at_the_earliest_and_at_the_latest() -> None:
    time = np.arange(5.0)
    band = Band(low=np.array([9, 0, 1, 2, 3.0]), median=np.array([9, 1, 2, 3, 4.0]), high=np.array([9, 2, 3, 4, 5.0]))

    assert reach_of(time, band, 3.0, since=1.0) == Reach(2.0, 3.0, 4.0)
    assert reach_of(time, band, 5.0, since=1.0) == Reach(4.0, None, None)
