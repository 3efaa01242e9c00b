"""The figures of duties: how many kept, and how long it took."""

from dataclasses import replace

import pytest

from reception_sim.scenario.duties import DutyEnd, DutyKind, DutyPlan
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics import Part, measure
from tests.statistics.hand_written import ARRIVED, EXITED, HOUR, MINUTE, PLAN, STARTED, recorded

OWED = DutyPlan(
    title="Seen in time",
    kind=DutyKind.DUTY_OF_CARE,
    within=HOUR,
    until=DutyEnd(stations=("screening",)),
    source="by hand",
    since="arrival",
)
RECORDING = recorded(
    (0, ARRIVED, "gate", 0),
    (0, ARRIVED, "gate", 1),
    (0, ARRIVED, "gate", 2),
    (0, ARRIVED, "gate", 3),
    (30, STARTED, "screening", 0),
    (90, STARTED, "screening", 1),
    (40, EXITED, "onward", 2),
    sizes=(6, 2, 1, 3),
    until=55,
)


def row(figures):
    return {one.measure: one.value for one in figures.parts if one.part is Part.DUTIES and one.subject == "owed"}


def test_that_a_duty_tells_what_came_of_it_in_persons():
    told = row(measure(RECORDING, replace(PLAN, duties={"owed": OWED})))

    assert {name: told[name] for name in ("persons", "met", "late", "left", "near", "over")} == {
        "persons": 12,
        "met": 6,
        "late": 2,
        "left": 1,
        "near": 3,
        "over": 0,
    }
    assert told["kept"] == pytest.approx(100 * 6 / 9)
    assert told["longest"] == 90 * MINUTE


def test_that_the_share_kept_is_an_indicator_that_a_standard_may_limit():
    limit = StandardPlan(indicator=Indicator.DUTY_KEPT, at="owed", at_least=95.0, source="by hand")
    figures = measure(RECORDING, replace(PLAN, duties={"owed": OWED}, standards=(limit,)))
    (judged,) = (one for one in figures.indicators if one.indicator is Indicator.DUTY_KEPT)

    assert judged.value == pytest.approx(100 * 6 / 9)
    assert judged.met is False


def test_that_a_plan_without_duties_tells_of_none():
    assert row(measure(RECORDING, PLAN)) == {}
