"""A tile tells how many people a duty is not kept for, and for how many it is due soon."""

from dataclasses import replace

import pytest

from reception_sim.clocks import DutyState
from reception_sim.scenario.duties import DutyEnd, DutyKind, DutyPlan
from tests.statistics.hand_written import HOUR, PLAN
from ui.pages.duty_tiles import duty_tiles
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

    assert (told.value, told.standard) == ("3 over 24 h", "5 due within 6 h")


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
