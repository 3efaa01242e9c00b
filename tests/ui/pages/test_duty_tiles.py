"""A tile tells how many people a duty is not kept for, and for how many it is due soon."""

from dataclasses import replace

import pytest

from reception_sim.clocks import DutyState
from reception_sim.scenario.borders import PressurePlan
from reception_sim.scenario.duties import DutyEnd, DutyKind, DutyPlan
from tests.statistics.hand_written import HOUR, PLAN
from ui.pages.duty_tiles import duty_tiles, pressure_tile
from ui.pages.indicators import Verdict

OWED = DutyPlan(
    title="A child alone meets a specialist",
    kind=DutyKind.DUTY_OF_CARE,
    within=24 * HOUR,
    until=DutyEnd(stations=("screening",)),
    source="by hand",
    since="arrival",
)


def tile(**persons):
    counted = dict.fromkeys(("persons", "met", "late", "left", "open", "near", "over"), 0) | persons
    (made,) = duty_tiles(replace(PLAN, duties={"owed": OWED}), [DutyState(id="owed", **counted)])
    return made


def test_that_it_tells_who_is_over_the_time_and_who_is_due_within_the_last_quarter():
    told = tile(persons=9, open=9, near=5, over=3)

    assert (told.value, told.standard, told.place) == ("3 overdue", "within 24 h", "3 not kept, 5 due soon")
    assert "within the next 6 h" in told.source


@pytest.mark.parametrize(
    ("persons", "verdict"),
    [
        ({}, Verdict.OPEN),
        ({"persons": 2, "met": 2}, Verdict.MET),
        ({"persons": 2, "open": 2, "near": 1}, Verdict.CLOSE),
        ({"persons": 2, "open": 2, "near": 1, "over": 1}, Verdict.MISSED),
        ({"persons": 2, "met": 1, "left": 1}, Verdict.MISSED),
    ],
)
def test_that_a_breach_is_missed_and_a_duty_due_soon_is_close(persons, verdict):
    assert tile(**persons).verdict is verdict


def pressure(*drives):
    drivers = {
        name: PressurePlan(
            title=name.title(),
            watches="queue of screening",
            eased_at="0 persons",
            unbearable_at="9 persons",
            weight=weight,
        )
        for name, weight in (("queue", 1.0), ("camp", 3.0))
    }
    whole = (drives[0] + 3 * drives[1]) / 4
    return pressure_tile(replace(PLAN, pressure=drivers), whole, list(zip(drivers, drives, strict=True)))


def test_that_the_pressure_to_close_names_the_driver_that_adds_most_to_it():
    assert (pressure(80, 20).value, pressure(80, 20).place) == ("35 %", "Queue")
    assert pressure(80, 60).place == "Camp"


def test_that_every_driver_and_what_it_adds_is_told_on_hover():
    assert "Queue: 20 % of it" in pressure(80, 20).source
    assert "Camp: 15 % of it" in pressure(80, 20).source
