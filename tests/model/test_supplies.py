"""Supplies: who uses them, when more is ordered, and how convoys come."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_sim.actions import CloseStation, OpenStation, OrderSupplies
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.run import ActionRefusedError, Run, run_whole
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, FAMILIES, arriving, border, plan, site

HOUR = 3600.0


def stocked(supply, persons=10, arrivals=None, **changes):
    """Return a plan in which people come to a centre after half an hour and stay for good."""
    tables = {
        "stations": {},
        "staff": {},
        "sites": {"centre": site(capacity=50, stay={"distribution": "constant", "value": "50 days"})},
        "routes": [{"from": "border", "to": "centre"}, {"from": "centre", "to": "onward"}],
        "entry_points": border(arrivals or arriving(("day 0 00:30", persons))),
        "supplies": {"kit": {"stock": 100, "title": "Kit"} | supply},
    }
    return plan(**(tables | changes))


def course(recording, kind, name="kit"):
    time, value = recording.levels.of(kind, recording.index(name))
    return list(zip((time / HOUR).tolist(), value.tolist(), strict=True))


def told(recording, scenario):
    rows = measure(recording, scenario).parts
    return {row.measure: row.value for row in rows if row.part is Part.SUPPLIES and row.subject == "kit"}


def test_that_everybody_is_given_once_what_is_given_once():
    recording = run_whole(stocked({"per_person_on_arrival": 2}, duration="3 days"))

    assert course(recording, LevelKind.SUPPLY_STOCK)[-1] == (0.5, 80.0)


def test_that_whoever_comes_when_nothing_is_left_goes_without():
    recording = run_whole(stocked({"per_person_on_arrival": 1, "stock": 7}))

    assert course(recording, LevelKind.SUPPLY_MISSED)[-1][1] == 3


def test_that_only_those_for_whom_a_supply_is_use_it():
    women = ALONE | {"age_sex": {"18-59": {"f": 1.0}}}
    men = ALONE | {"age_sex": {"18-59": {"m": 1.0}}}
    scenario = stocked(
        {"per_person_on_arrival": 1, "per_person_per_day": 24, "for": {"sexes": ["f"]}},
        arrivals=[*arriving(("day 0 00:30", 4), population="women"), *arriving(("day 0 00:30", 6), population="men")],
        populations={"women": women, "men": men},
        duration="2 h 30 min",
    )

    # one each, and one an hour at 1:00 and 2:00
    assert course(run_whole(scenario), LevelKind.SUPPLY_STOCK)[-1] == (2.0, 100 - 4 - 8)


def test_that_a_supply_for_children_counts_the_children_of_each_family():
    scenario = stocked(
        {"per_person_on_arrival": 1, "stock": 1000, "for": {"ages": ["0-11", "12-17"]}},
        arrivals=arriving(("day 0 01:00", 200), population="families"),
        populations={"families": FAMILIES},
        sites={"centre": site(capacity=500)},
    )
    recording = run_whole(scenario)
    people = recording.people
    came = np.isin(people.group_of_person, recording.events.group)
    children = int((came & (people.age_band < 2)).sum())

    assert children > 0
    assert course(recording, LevelKind.SUPPLY_WANTED)[-1][1] == children


def test_that_a_supply_of_one_site_is_not_used_in_another():
    scenario = stocked(
        {"per_person_per_day": 24, "at": ["hall"]},
        sites={"centre": site(), "hall": site()},
        routes=[
            {"from": "border", "to": "centre"},
            {"from": "centre", "to": "hall"},
            {"from": "hall", "to": "onward"},
        ],
        persons=1,
    )

    # in the centre from 0:30, in the hall from 1:30 to 2:30
    assert course(run_whole(scenario), LevelKind.SUPPLY_STOCK)[-1][1] == 100 - 1


def test_that_an_order_is_placed_as_soon_as_the_stock_is_low_and_not_again_before_it_comes():
    supply = {"per_person_per_day": 24, "resupply": {"quantity": 40, "reorder_at": 50, "lead_time": "3 h"}}
    recording = run_whole(stocked(supply, duration="12 h 30 min"))

    on_order = course(recording, LevelKind.SUPPLY_ON_ORDER)

    # 10 an hour from 1:00: 50 are left at 5:00; with the 40 that come at 8:00 there are 50 again at 9:00
    assert on_order == [(5.0, 40), (8.0, 0), (9.0, 40), (12.0, 0)]


@given(
    st.integers(0, 200),
    st.integers(0, 60),
    st.integers(1, 80),
    st.integers(0, 12),
    st.integers(0, 96),
)
@settings(max_examples=30, deadline=None)
def test_that_a_stock_is_never_negative_and_always_balances(stock, point, quantity, lead_hours, daily):
    supply = {
        "per_person_per_day": daily,
        "per_person_on_arrival": 1,
        "stock": stock,
        "resupply": {
            "quantity": quantity,
            "reorder_at": point,
            "lead_time": f"{lead_hours} h",
            "delay": {"distribution": "exponential", "mean": "2 h"},
        },
    }
    recording = run_whole(stocked(supply, duration="2 days"))
    stocks = [value for _, value in course(recording, LevelKind.SUPPLY_STOCK)]
    wanted = course(recording, LevelKind.SUPPLY_WANTED)[-1][1]
    missed = course(recording, LevelKind.SUPPLY_MISSED)[-1][1]
    delivered = sum(line.count for line in recording.happenings if line.kind is HappeningKind.SUPPLY_DELIVERED)

    assert min(stocks) >= 0
    assert stocks[-1] == pytest.approx(stock + delivered - (wanted - missed), abs=1e-6)


def test_that_a_delay_is_drawn_for_each_order_with_the_mean_of_the_plan():
    supply = {
        "per_person_per_day": 1,
        "resupply": {
            "every": "1 h",
            "quantity": 1,
            "lead_time": "2 h",
            "delay": {"distribution": "exponential", "mean": "5 h"},
        },
    }
    recording = run_whole(stocked(supply, duration="60 days"))
    on_order = [value for _, value in course(recording, LevelKind.SUPPLY_ON_ORDER)]

    # Little's law: one order an hour, each 2 + 5 hours on its way
    assert sum(on_order) / len(on_order) == pytest.approx(7, rel=0.1)


CONVOY = {"vehicles": "truck", "through": "desk", "travel_time": "30 min"}
TRUCK = {"truck": {"title": "Truck", "count": 1, "capacity": 2}}


def across(persons, every="40 days", by=None, vehicles=None, **changes):
    """Return a plan in which an order of 60 is ready after half an hour and meets the queue of a desk after one."""
    supply = {
        "per_person_per_day": 0,
        "stock": 0,
        "resupply": {"every": every, "quantity": 60, "lead_time": "30 min", "by": CONVOY | (by or {})},
    }
    tables = {
        "supplies": {"kit": {"title": "Kit"} | supply},
        "vehicles": vehicles or TRUCK,
        "entry_points": border(arriving(("day 0 00:50", persons), ("day 0 01:10", 5))),
    }
    return plan(**(tables | changes))


def crossings(recording):
    return [
        (round(line.time / 60), round(line.count * 60))
        for line in recording.happenings
        if line.kind is HappeningKind.CONVOY_CROSSED
    ]


def test_that_a_convoy_waits_as_long_as_a_person_who_had_come_when_it_came():
    # seven groups of five minutes from 0:50: the last of those who queue at 1:00 is called at 1:20
    assert crossings(run_whole(across(7))) == [(80, 20)]


def test_that_a_convoy_crosses_at_once_where_nobody_waits():
    assert crossings(run_whole(across(0))) == [(60, 0)]


def test_that_a_convoy_waits_while_the_crossing_is_closed():
    run = Run(across(0))
    run.act(CloseStation("desk"), at=0.0)
    run.act(OpenStation("desk"), at=3 * HOUR)
    run.advance(run.scenario.duration)

    assert crossings(run.recording()) == [(180, 120)]


def test_that_goods_come_when_the_convoy_has_crossed_and_not_before():
    recording = run_whole(across(7))

    stocks = dict(course(recording, LevelKind.SUPPLY_STOCK))
    assert (stocks[1.0], stocks[80 / 60]) == (0, 60)


def test_that_an_order_is_loaded_on_as_many_vehicles_as_it_takes_one_after_another_if_there_is_one():
    recording = run_whole(across(0, by={"load": 25}))

    # there at 1:00, back at 1:30, there again at 2:00, back at 2:30, there at 3:00
    assert crossings(recording) == [(60, 0), (120, 0), (180, 0)]
    delivered = [line.count for line in recording.happenings if line.kind is HappeningKind.SUPPLY_DELIVERED]
    assert delivered == [25, 25, 10]


def test_that_people_go_before_goods_where_one_fleet_carries_both():
    bus = {"title": "Bus", "count": 1, "capacity": 50, "leaves": {"when_full": False, "or_after": "15 min"}}
    scenario = across(
        3,
        by={"vehicles": "bus"},
        vehicles={"bus": bus},
        routes=[
            {"from": "border", "to": "desk", "by": {"vehicles": "bus", "travel_time": "20 min"}},
            {"from": "desk", "to": "onward"},
        ],
    )
    recording = run_whole(scenario)

    # goods take the bus at 0:30; people wait from 0:50 until it is back, and leave at 1:45
    assert crossings(recording) == [(60, 0)]
    departed = [round(line.time / 60) for line in recording.happenings if line.kind is HappeningKind.VEHICLE_DEPARTED]
    assert departed[0] == 90 + 15


def test_that_an_extra_order_comes_after_the_time_said():
    run = Run(stocked({"per_person_on_arrival": 1}))
    run.act(OrderSupplies("kit", 30, after=2 * HOUR), at=4 * HOUR)
    run.advance(run.scenario.duration)

    assert course(run.recording(), LevelKind.SUPPLY_STOCK)[-1] == (6.0, 120.0)


def test_that_an_extra_order_of_what_the_plan_does_not_order_must_say_when_it_comes():
    with pytest.raises(ActionRefusedError, match="the plan orders no Kit: say after which time it comes"):
        Run(stocked({"per_person_on_arrival": 1})).act(OrderSupplies("kit", 30))


def test_that_what_was_used_missed_and_for_how_long_is_told():
    scenario = stocked({"per_person_per_day": 24, "stock": 15}, duration="8 h 30 min")
    figures = told(run_whole(scenario), scenario)

    assert figures["used"] == pytest.approx(15)
    assert figures["missed"] == pytest.approx(10 * 8 - 15)
    assert figures["person_days"] == pytest.approx(65 / 24)
    assert figures["longest_without"] == pytest.approx(8.5 * HOUR - 2 * HOUR)


def test_that_orders_and_delays_of_convoys_are_told():
    scenario = across(7)
    figures = told(run_whole(scenario), scenario)

    assert (figures["orders"], figures["convoys"], figures["convoy_delay"]) == (1, 1, 20 * 60)
