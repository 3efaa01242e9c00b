"""The promises of the model, held over random scenarios."""

import multiprocessing
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception_sim.actions import CloseStation, OpenStation, ScaleArrivals
from reception_sim.recording import EventKind, LevelKind
from reception_sim.run import Run, open_scenario, run_whole
from reception_sim.scenario.sites import WhenFull
from tests.scenario.strategies import scenario_plans

some_scenarios = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
ENTERING = (EventKind.GROUP_PRESENT, EventKind.GROUP_ARRIVED)
LEAVING = (EventKind.GROUP_EXITED, EventKind.GROUP_LEFT)


def assert_equal_recordings(one, other):
    for column in ("time", "kind", "place", "group"):
        assert np.array_equal(getattr(one.events, column), getattr(other.events, column))
    for column in ("time", "kind", "place", "value"):
        assert np.array_equal(getattr(one.levels, column), getattr(other.levels, column))
    assert one.happenings == other.happenings
    assert one.until == other.until


@some_scenarios
@given(scenario_plans())
def test_that_equal_inputs_give_equal_recordings(scenario):
    assert_equal_recordings(run_whole(scenario, seed=3), run_whole(scenario, seed=3))


@some_scenarios
@given(scenario_plans(), st.lists(st.floats(0, 1), max_size=6))
def test_that_steps_and_watching_change_nothing(scenario, stops):
    run = Run(scenario, seed=3)
    for stop in sorted(stops):
        run.advance(stop * scenario.duration)
        run.snapshot()
        run.recording()
    run.advance(scenario.duration)

    assert_equal_recordings(run.recording(), run_whole(scenario, seed=3))


@some_scenarios
@given(scenario_plans(), st.floats(0, 0.9), st.floats(0, 3))
def test_that_the_journal_of_a_steered_run_reproduces_it(scenario, when, factor):
    run = Run(scenario, seed=5)
    run.advance(when * scenario.duration)
    for station in scenario.stations:
        run.act(CloseStation(at=station))
        run.act(OpenStation(at=station), at=(when + 0.05) * scenario.duration)
    for entry in scenario.entry_points:
        run.act(ScaleArrivals(at=entry, factor=factor))
    run.advance(scenario.duration)

    assert_equal_recordings(run.recording(), run_whole(scenario, seed=5, journal=run.journal))


@some_scenarios
@given(scenario_plans())
def test_that_the_same_people_arrive_whatever_is_done(scenario):
    entry = next(iter(scenario.entry_points))
    run = Run(scenario)
    run.advance(scenario.duration / 3)
    run.act(ScaleArrivals(at=entry, factor=2))
    for station in scenario.stations:
        run.act(CloseStation(at=station))
    run.advance(scenario.duration)

    assert set(arrivals(run_whole(scenario))) <= set(arrivals(run.recording()))


def arrivals(recording):
    people, arrived = recording.people, recording.events.of(EventKind.GROUP_ARRIVED)
    needs = [tuple(people.needs[people.first_person[g] :][: people.size[g]].tolist()) for g in arrived.group]
    return list(zip(arrived.time.tolist(), people.size[arrived.group].tolist(), needs, strict=True))


@some_scenarios
@given(scenario_plans(), st.floats(0, 1))
def test_that_persons_are_conserved_at_every_moment(scenario, when):
    run = Run(scenario)
    run.advance(when * scenario.duration)
    snapshot, recording = run.snapshot(), run.recording()
    events, size = recording.events, recording.people.size
    entered = events.where(np.isin(events.kind, ENTERING)).group
    left = events.where(np.isin(events.kind, LEAVING)).group

    assert snapshot.arrived == size[entered].sum()
    assert snapshot.completed + snapshot.left == size[left].sum()
    assert snapshot.in_system == sum(persons_by_place(recording).values())


def kinds_places_groups(recording):
    columns = (recording.events.kind, recording.events.place, recording.events.group)
    return zip(*(column.tolist() for column in columns), strict=True)


def persons_by_place(recording):
    """Follow each travel group to where it is at the end."""
    where = {}
    for kind, place, group in zip(
        *(getattr(recording.events, c).tolist() for c in ("kind", "place", "group")), strict=True
    ):
        if kind in LEAVING:
            assert where.pop(group, None) is not None
        elif kind in ENTERING:
            assert group not in where
            where[group] = place
        else:
            assert group in where
            where[group] = place
    persons = defaultdict(int)
    for group, place in where.items():
        persons[place] += int(recording.people.size[group])
    return persons


@some_scenarios
@given(scenario_plans())
def test_that_nobody_is_served_twice_at_once_or_forgotten(scenario):
    recording = run_whole(scenario)
    follows = {
        EventKind.QUEUE_JOINED: {EventKind.SERVICE_STARTED, EventKind.QUEUE_ABANDONED},
        EventKind.QUEUE_ABANDONED: {EventKind.QUEUE_JOINED},
        EventKind.SERVICE_STARTED: {EventKind.SERVICE_ENDED},
        EventKind.SERVICE_ENDED: {EventKind.QUEUE_JOINED},
    }
    stories = defaultdict(list)
    for kind, place, group in zip(
        *(getattr(recording.events, c).tolist() for c in ("kind", "place", "group")), strict=True
    ):
        if kind in follows:
            stories[group].append((EventKind(kind), place))
    for story in stories.values():
        assert story[0][0] is EventKind.QUEUE_JOINED
        for (kind, place), (following, there) in pairwise(story):
            assert following in follows[kind]
            assert kind in (EventKind.SERVICE_ENDED, EventKind.QUEUE_ABANDONED) or place == there


@some_scenarios
@given(scenario_plans())
def test_that_no_service_begins_without_a_staffed_and_equipped_post(scenario):
    recording = run_whole(scenario)
    for name, station in scenario.stations.items():
        place = recording.index(name)
        times, teams = recording.levels.of(LevelKind.TEAMS_STAFFED, place)
        mine = recording.events.where(recording.events.place == place)
        begun = {}
        for time, kind, group in zip(mine.time.tolist(), mine.kind.tolist(), mine.group.tolist(), strict=True):
            if kind == EventKind.SERVICE_ENDED:
                del begun[group]
            if kind == EventKind.SERVICE_STARTED:
                begun[group] = time
                # at the moment of a change both what held before and what holds after may be meant
                before = teams[np.searchsorted(times, time, side="left") - 1] if time > 0 else 0
                since = teams[(times == time)]
                # whoever goes off duty finishes first, which takes no post from those who come on
                last_change = times[times <= time].max(initial=0.0)
                assert sum(start >= last_change for start in begun.values()) <= max([before, *since.tolist()])
                assert len(begun) <= station.posts


@some_scenarios
@given(scenario_plans())
def test_that_no_site_exceeds_its_capacity_unless_its_rule_says_so(scenario):
    recording = run_whole(scenario)
    size = recording.people.size
    for name, site in scenario.sites.items():
        place, occupancy = recording.index(name), 0
        for kind, where, group in kinds_places_groups(recording):
            if where != place:
                continue
            occupancy += int(size[group]) * ((kind == EventKind.SITE_ENTERED) - (kind == EventKind.SITE_LEFT))
            if site.when_full in (WhenFull.HOLD_UPSTREAM, WhenFull.NEXT_SITE):
                assert occupancy <= site.capacity


@some_scenarios
@given(scenario_plans())
def test_that_time_never_goes_back(scenario):
    assert (np.diff(run_whole(scenario).events.time) >= 0).all()


@pytest.mark.parametrize("scenario_id", ["lampedusa_2023", "border_post_basics"])
def test_that_another_process_makes_the_same_recording(scenario_id):
    scenario = open_scenario(scenario_id)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        elsewhere = pool.submit(run_whole, scenario, 7).result()

    assert_equal_recordings(run_whole(scenario, 7), elsewhere)
