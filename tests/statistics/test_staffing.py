"""How roles were used, and what they cost."""

import math

import pytest

from reception_sim.recording import LevelKind
from reception_sim.statistics import measure
from tests.statistics.hand_written import AWAITED, ENDED, HOUR, JOINED, PLAN, STARTED, recorded


def roles(recording):
    return {one.id: one for one in measure(recording, PLAN).roles}


def test_that_cost_is_hours_on_duty_by_their_price():
    levels = [(0, LevelKind.STAFF_ON_DUTY, "officer", 4), (120, LevelKind.STAFF_ON_DUTY, "officer", 1)]

    officer = roles(recorded(levels=levels))["officer"]

    assert officer.on_duty_s == (4 * 2 + 1 * 8) * HOUR
    assert officer.cost == pytest.approx(16 * 30)


def test_that_a_role_without_a_price_has_no_cost():
    assert math.isnan(roles(recorded())["nurse"].cost)


def test_that_everyone_of_a_team_is_at_work_while_it_is_busy():
    recording = recorded(
        (0, JOINED, "registration", 0),
        (0, STARTED, "registration", 0),
        (60, ENDED, "registration", 0),
        (60, AWAITED, "registration", 0),
    )

    busy = roles(recording)

    assert (busy["officer"].busy_s, busy["nurse"].busy_s) == (2 * HOUR, 0)
