"""Lanes of a border: each its own queue and metering, for some people or by shares, and one for goods."""

import pytest

from reception_sim.actions import CloseBorder, OpenBorder, SetMetering, objection
from reception_sim.recording import EventKind, HappeningKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.quantities import HOUR
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, staff, station

ONE_AN_HOUR = {"persons": 1, "every": "1 h"}
PAIRS = ALONE | {"group_size": {2: 1.0}}
FAMILIES = {"for": {"families": True}}
BOTH = [*arriving(("day 0 00:30", 4), population="pairs"), *arriving(("day 0 00:30", 3))]


def lanes(**plans):
    return {name: {"title": name.title(), "kind": "pedestrian"} | fields for name, fields in plans.items()}


def with_lanes(arrivals, lanes, **changes):
    tables = {
        "duration": "2 days",
        "populations": {"alone": ALONE, "pairs": PAIRS},
        "entry_points": {"border": border(arrivals)["border"] | {"border": {"lanes": lanes}}},
        "stations": {"desk": station(posts=99)},
        "staff": {"officer": staff(count=99)},
    }
    return plan(**tables | changes)


def crossed_h(recording, persons=1):
    """Return when travel groups of a size came to the desk, in hours."""
    joined = recording.events.of(EventKind.QUEUE_JOINED)
    return (joined.time[recording.people.size[joined.group] == persons] / HOUR).tolist()


def borders(recording, scenario):
    told = {}
    for row in measure(recording, scenario).parts:
        if row.part is Part.BORDERS:
            told.setdefault(row.subject, {})[row.measure] = row.value
    return told


def test_that_people_come_by_the_lane_that_is_for_them_and_do_not_wait_for_the_others():
    recording = run_whole(with_lanes(BOTH, lanes(families=FAMILIES, others={"lets_in": ONE_AN_HOUR})))

    assert crossed_h(recording, persons=2) == [0.5, 0.5]
    assert crossed_h(recording, persons=1) == [0.5, 1, 2]


def test_that_each_lane_has_a_metering_of_its_own():
    families = FAMILIES | {"lets_in": {"persons": 2, "every": "3 h"}}
    recording = run_whole(with_lanes(BOTH, lanes(families=families, others={"lets_in": ONE_AN_HOUR})))

    assert crossed_h(recording, persons=2) == [0.5, 3]
    assert crossed_h(recording, persons=1) == [0.5, 1, 2]


def test_that_the_shares_of_the_lanes_hold():
    scenario = with_lanes(arriving(("day 0 01:00", 2000)), lanes(cars={"kind": "car", "share": 0.25}, others={}))
    told = borders(run_whole(scenario), scenario)

    assert told["border.cars"]["came"] + told["border.others"]["came"] == told["border"]["came"] == 2000
    assert told["border.cars"]["came"] == pytest.approx(500, abs=80)


def test_that_the_queues_of_the_lanes_add_up_to_that_of_the_border():
    both = lanes(families=FAMILIES | {"lets_in": ONE_AN_HOUR}, others={"lets_in": ONE_AN_HOUR})
    scenario = with_lanes(BOTH, both)
    run = Run(scenario)
    run.advance(0.8 * HOUR)
    (entry,) = run.snapshot().entries
    told = borders(run.recording(), scenario)

    assert sum(lane.waiting for lane in entry.lanes) == entry.held == 4
    assert told["border"]["waiting"] == told["border.families"]["waiting"] + told["border.others"]["waiting"]


def test_that_one_lane_can_be_closed_while_the_others_go_on():
    run = Run(with_lanes(BOTH, lanes(families=FAMILIES, others={})))
    run.act(CloseBorder("border.others"), at=0.2 * HOUR)
    run.act(OpenBorder("border.others"), at=5 * HOUR)
    run.advance(run.scenario.duration)

    assert crossed_h(run.recording(), persons=2) == [0.5, 0.5]
    assert crossed_h(run.recording(), persons=1) == [5, 5, 5]


def test_that_one_lane_can_be_metered_anew():
    run = Run(with_lanes(BOTH, lanes(families=FAMILIES, others={"lets_in": ONE_AN_HOUR})))
    run.act(SetMetering("border.others"), at=0.7 * HOUR)
    run.advance(run.scenario.duration)

    assert crossed_h(run.recording(), persons=1) == [0.5, 0.7, 0.7]


def test_that_a_closed_border_closes_all_its_lanes():
    run = Run(with_lanes(BOTH, lanes(families=FAMILIES, others={})))
    run.act(CloseBorder("border", lasting=2 * HOUR), at=0.2 * HOUR)
    run.advance(run.scenario.duration)

    assert set(crossed_h(run.recording(), persons=1) + crossed_h(run.recording(), persons=2)) == {2.2}


def test_that_a_lane_that_is_not_there_cannot_be_closed():
    why = objection(CloseBorder("border.cars"), with_lanes(BOTH, lanes(vans={})))

    assert why is not None
    assert "border.vans" in why


def with_convoy(lanes):
    by = {"vehicles": "truck", "through": "border", "travel_time": "1 h", "load": 10}
    resupply = {"quantity": 30, "every": "10 days", "lead_time": "1 h", "by": by}
    meal = {"title": "Meals", "stock": 0, "per_person_per_day": 1, "resupply": resupply}
    truck = {"title": "Truck", "count": 3, "capacity": 2}
    return with_lanes(arriving(("day 0 00:30", 4)), lanes, vehicles={"truck": truck}, supplies={"meal": meal})


def convoys_h(recording):
    return [told.time / HOUR for told in recording.happenings if told.kind is HappeningKind.CONVOY_CROSSED]


def test_that_convoys_cross_by_the_goods_lane_one_vehicle_after_another():
    goods = lanes(others={}, goods={"kind": "goods", "lets_in": {"persons": 1, "every": "4 h"}})

    assert convoys_h(run_whole(with_convoy(goods))) == pytest.approx([2, 4, 8], abs=0.02)


def test_that_convoys_without_a_lane_wait_behind_the_people_on_the_other_side():
    assert convoys_h(run_whole(with_convoy(lanes(others={"lets_in": ONE_AN_HOUR})))) == pytest.approx([3] * 3, abs=0.02)


@pytest.mark.parametrize("goods", [{}, {"goods": {"kind": "goods"}}])
def test_that_a_closed_border_stops_convoys_by_every_way(goods):
    run = Run(with_convoy(lanes(others={}, **goods)))
    run.act(CloseBorder("border", lasting=6 * HOUR), at=0.5 * HOUR)
    run.advance(run.scenario.duration)

    assert convoys_h(run.recording()) == pytest.approx([6.5] * 3, abs=0.06)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (lanes(families=FAMILIES), "by which all others come"),
        (lanes(one={"share": 0.7}, other={"share": 0.7}), "add up to more than 1"),
        (lanes(goods={"kind": "goods", "share": 0.5}, others={}), "people do not come by a goods lane"),
    ],
)
def test_that_lanes_leave_nobody_without_a_way(wrong, why):
    with pytest.raises(ValueError, match=why):
        with_lanes(BOTH, wrong)
