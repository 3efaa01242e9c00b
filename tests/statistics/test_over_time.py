"""The run over time: what each point tells, and that no cut through a recording changes it."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.recording import Levels
from reception_sim.statistics import SeriesFold, grid_step, measure, series
from tests.statistics.hand_written import (
    ARRIVED,
    ENDED,
    ENTERED,
    EXITED,
    GAVE_UP,
    HOUR,
    JOINED,
    MINUTE,
    NAMES,
    PLAN,
    PRESENT,
    SHELTERED,
    SITE_LEFT,
    STARTED,
    recorded,
    recordings,
    staffed,
    unhurried,
)


def columns(told):
    """Return everything that is told over time, one row a course."""
    courses = [told.time, told.arrived, told.departed, told.in_system]
    for place in (*told.stations, *told.sites):
        courses += [getattr(place, field.name) for field in fields(place) if field.name != "id"]
    return np.array(courses)


def test_that_a_point_tells_what_held_as_its_moment_was_reached():
    recording = recorded((90, ARRIVED, "gate", 0), (120, ARRIVED, "gate", 1), sizes=(2, 3), until=180)

    told = series(recording, PLAN, HOUR)

    assert told.time.tolist() == [0, HOUR, 2 * HOUR, 3 * HOUR]
    assert told.arrived.tolist() == [0, 0, 2, 5]


def test_that_the_first_point_tells_the_situation_at_the_start():
    recording = recorded((0, PRESENT, "camp", 0), (0, ENTERED, "camp", 0), sizes=(7,), until=60)

    told = series(recording, PLAN, HOUR)

    assert told.in_system.tolist() == [7, 7]
    assert told.sites[0].occupancy.tolist() == [7, 7]


def test_that_no_point_lies_beyond_what_has_been_recorded():
    assert series(recorded(until=150), PLAN, HOUR).time.tolist() == [0, HOUR, 2 * HOUR]


def test_that_nothing_is_told_before_time_has_passed():
    assert len(series(recorded(until=0), PLAN, HOUR).time) == 0


def test_that_the_last_point_of_a_whole_run_is_its_end():
    assert series(recorded(until=600), PLAN, HOUR).time[-1] == 10 * HOUR


def test_that_a_station_is_told_with_its_queue_and_its_teams():
    recording = recorded(
        (10, JOINED, "screening", 0),
        (70, STARTED, "screening", 0),
        (130, ENDED, "screening", 0),
        (190, JOINED, "registration", 0),
        sizes=(4,),
        until=240,
        levels=staffed("screening", (0, 2), (100, 1)),
    )

    screening = series(recording, PLAN, HOUR).stations[0]

    assert screening.queue.tolist() == [0, 4, 0, 0, 0]
    assert screening.busy.tolist() == [0, 0, 1, 1, 0]
    assert screening.staffed.tolist() == [2, 2, 1, 1, 1]


def test_that_maxima_between_the_points_are_not_lost_in_the_figures():
    recording = recorded((10, ENTERED, "camp", 0), (20, SITE_LEFT, "camp", 0), sizes=(9,))

    figures = measure(recording, PLAN)

    assert figures.sites[0].occupancy_max == 9


@unhurried
@given(recordings(), st.lists(st.integers(0, 600), max_size=8), st.sampled_from((7, 30, 60, 250)))
def test_that_reading_in_chunks_tells_the_same_points_as_reading_at_once(recording, cuts, step):
    at_once = series(recording, PLAN, step * MINUTE)

    parts = _in_chunks(recording, sorted(cut * MINUTE for cut in cuts), step * MINUTE)

    assert np.array_equal(np.concatenate([columns(part) for part in parts], axis=1), columns(at_once))


def _in_chunks(recording, cuts, step_s):
    """Read a recording up to each cut, and then to its end; what happens at a cut may come before or after it."""
    fold = SeriesFold(PLAN, NAMES, step_s)
    events, levels = recording.events, recording.levels
    event, level = 0, 0
    within = sorted({cut for cut in cuts if cut < recording.until})
    for number, cut in enumerate([*within, recording.until]):
        is_last = cut == recording.until
        side = "right" if number % 2 else "left"
        to_event = len(events) if is_last else int(np.searchsorted(events.time, cut, side))
        to_level = len(levels.time) if is_last else int(np.searchsorted(levels.time, cut, side))
        rows = slice(level, to_level)
        yield fold.append(
            events.where(np.arange(event, to_event)),
            Levels(levels.time[rows], levels.kind[rows], levels.place[rows], levels.value[rows]),
            recording.people.size,
            cut,
        )
        event, level = to_event, to_level


@unhurried
@given(recordings(), st.sampled_from((7, 30, 60, 250)))
def test_that_the_points_agree_with_replaying_the_story_event_by_event(recording, step):
    told = series(recording, PLAN, step * MINUTE)

    for number, moment in enumerate(told.time):
        replay = _Replay(recording, moment)
        assert told.in_system[number] == replay.in_system
        for one in told.stations:
            assert one.queue[number] == replay.queue[one.id]
            assert one.busy[number] == len([place for place in replay.post.values() if place == one.id])
        assert told.sites[0].occupancy[number] == replay.persons(replay.camp)
        assert told.sites[0].without_shelter[number] == replay.persons(replay.outside)


class _Replay:
    """The state just before a moment, worked out the slow way: one event after another."""

    def __init__(self, recording, moment):
        self._size = recording.people.size
        self.in_system = 0
        self.queue = dict.fromkeys(PLAN.stations, 0)
        self.post, self.camp, self.outside, self._held = {}, set(), set(), set()
        events = recording.events
        for time, kind, place, group in zip(events.time, events.kind, events.place, events.group, strict=True):
            if time < moment or time == 0:
                self._happen(kind, NAMES[place], int(group))

    def persons(self, groups):
        return sum(self._size[group] for group in groups)

    def _happen(self, kind, place, group):
        self._go_on(group)
        self._move(kind, group, self._size[group])
        self._queue_or_be_served(kind, place, group)
        self._stay(kind, group)

    def _go_on(self, group):
        if group in self._held:
            self._held.discard(group)
            del self.post[group]

    def _move(self, kind, group, size):
        if kind in (PRESENT, ARRIVED):
            self.in_system += size
        elif kind in (EXITED, GAVE_UP):
            self.in_system -= size

    def _queue_or_be_served(self, kind, place, group):
        if kind == JOINED:
            self.queue[place] += self._size[group]
        elif kind in (STARTED, GAVE_UP):
            self.queue[place] -= self._size[group]
        if kind == STARTED:
            self.post[group] = place
        elif kind == ENDED and group in self.camp:
            del self.post[group]
        elif kind == ENDED:
            self._held.add(group)

    def _stay(self, kind, group):
        if kind == ENTERED:
            self.camp.add(group)
            self.outside.add(group)
        elif kind == SITE_LEFT:
            self.camp.discard(group)
        if kind in (SHELTERED, SITE_LEFT):
            self.outside.discard(group)


@unhurried
@given(recordings())
def test_that_the_figures_hold_the_same_points_as_the_series(recording):
    told = measure(recording, PLAN).series

    assert np.array_equal(columns(told), columns(series(recording, PLAN, grid_step(PLAN.duration))))


@unhurried
@given(recordings())
def test_that_no_point_is_above_the_maximum_of_the_figures(recording):
    figures = measure(recording, PLAN)

    for one, told in zip(figures.stations, figures.series.stations, strict=True):
        assert told.queue.max(initial=0) <= one.queue_max
    for one, told in zip(figures.sites, figures.series.sites, strict=True):
        assert told.occupancy.max(initial=0) <= one.occupancy_max


@pytest.mark.parametrize(("duration", "step"), [(HOUR, 60), (7 * 24 * HOUR, 600), (90 * 24 * HOUR, 7200)])
def test_that_the_grid_has_round_steps_and_no_more_points_than_can_be_drawn(duration, step):
    assert grid_step(duration) == step


def test_that_a_grid_that_does_not_divide_the_duration_ends_within_it():
    plan = replace(PLAN, duration=100.0)
    recording = replace(recorded(), until=100.0)

    assert series(recording, plan, 30.0).time.tolist() == [0, 30, 60, 90]
