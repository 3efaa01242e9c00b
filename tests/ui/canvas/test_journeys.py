"""Where those who are under way are drawn."""

import numpy as np
import pytest

from reception_sim.state import Journey
from ui.canvas.curves import Curve
from ui.canvas.journeys import MOST_DOTS, queued, under_way

WAY = Curve(np.array([(0.0, 0.0), (100.0, 0.0), (200.0, 0.0), (300.0, 0.0)]))
CURVES = {("pier", "triage", ""): WAY, ("triage", "hotspot", "bus"): WAY}


def walk(departed: float, persons: int = 2) -> Journey:
    return Journey("pier", "triage", "", persons, departed, departed + 600)


def ride(departed: float, persons: int = 50) -> Journey:
    return Journey("triage", "hotspot", "bus", persons, departed, departed + 600)


def test_that_a_group_on_foot_is_as_far_as_its_time() -> None:
    moving = under_way([walk(0.0)], CURVES, step=60, motion=True)

    assert moving.walkers[0].at(150.0)[0, 0] == pytest.approx(75)
    assert moving.walkers[0].at(300.0)[0, 0] == pytest.approx(150)


def test_that_a_vehicle_is_seen_whole_at_both_ends_of_its_way() -> None:
    moving = under_way([ride(0.0)], CURVES, step=60, motion=True)

    parts = [queued(moving.vehicles, time)[0] for time in (0.0, 300.0, 600.0)]
    assert parts[0] * 300 == pytest.approx(20)
    assert parts[1] == pytest.approx(0.5)
    assert parts[2] * 300 == pytest.approx(280)


def test_that_vehicles_that_are_not_let_in_stand_one_behind_another() -> None:
    moving = under_way([ride(0.0), ride(10.0), ride(20.0)], CURVES, step=60, motion=True)

    places = [part * WAY.length for part in queued(moving.vehicles, 5000.0)]
    assert all(np.abs(np.diff(places)) > 30)


def test_that_too_many_groups_are_drawn_as_fewer_larger_dots() -> None:
    groups = [walk(float(second)) for second in range(2500)]

    (walkers,) = under_way(groups, CURVES, step=60, motion=True).walkers

    assert len(walkers.persons) <= MOST_DOTS
    assert walkers.persons.sum() == 5000


def test_that_without_motion_all_on_a_way_stand_as_one_with_their_number() -> None:
    standing = under_way([ride(0.0, 50), ride(60.0, 12), walk(0.0, 3)], CURVES, step=60, motion=False)

    assert not standing.walkers
    assert not standing.moving
    assert sorted((vehicle.fleet, vehicle.persons, vehicle.count) for vehicle in standing.vehicles) == [
        ("", 3, 1),
        ("bus", 62, 2),
    ]
    assert queued(standing.vehicles, 0.0) == queued(standing.vehicles, 9999.0)


def test_that_nobody_jumps_along_when_time_runs_too_fast_to_follow() -> None:
    slow = under_way([ride(0.0)], CURVES, step=60, motion=True)
    fast = under_way([ride(0.0)], CURVES, step=1440, motion=True)

    assert slow.moving
    assert not fast.moving


def test_that_a_journey_on_a_way_that_is_not_drawn_is_left_out() -> None:
    elsewhere = Journey("clinic", "moon", "", 2, 0.0, 600.0)

    assert not under_way([elsewhere], CURVES, step=60, motion=True).moving
