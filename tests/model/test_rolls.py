"""Rest between duties, people on call, volunteers: who fills the shifts."""

import pytest
from pydantic import ValidationError

from reception_sim.recording import LevelKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.quantities import DAY, HOUR
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, station

EIGHTS = [{"days": "Mon-Sun", "hours": hours, "count": 4} for hours in ("06:00-14:00", "14:00-22:00", "22:00-06:00")]
ON_CALL = {"people": 2, "while_waiting": "1 h", "lead_time": "30 min", "lasts": "3 h", "pay": 2, "standby_pay": 0.5}


def rolled(*arrivals, shifts=EIGHTS, days=4, **changes):
    return plan(
        duration=f"{days} days",
        entry_points=border(arriving(*arrivals)),
        stations={"desk": station(posts=9)},
        staff={"officer": {"title": "Officer", "shifts": shifts} | changes},
    )


def on_duty(scenario, *hours, seed=1):
    run, found = Run(scenario, seed), []
    for hour in hours:
        run.advance(hour * HOUR)
        found.append(run.snapshot().roles[0].on_duty)
    return found


def told(scenario, part, subject, seed=1):
    rows = measure(run_whole(scenario, seed), scenario).parts
    return {row.measure: row.value for row in rows if row.part is part and row.subject == subject}


def test_that_three_shifts_of_eight_hours_are_always_full_with_enough_people():
    scenario = rolled(roll={"people": 12, "rest": "11 h"})

    assert on_duty(scenario, *range(1, 95, 3)) == [4] * 32
    assert told(scenario, Part.ROSTERS, "officer") == {
        "planned": 4 * 96, "there": 4 * 96, "short": 0, "called": 0, "called_hours": 0, "people": 12, "unpaid": 0,
    }  # fmt: skip


def test_that_with_too_few_people_a_shift_begins_with_those_who_have_rested():
    scenario = rolled(roll={"people": 8, "rest": "11 h"})

    # The first four end at 06:00 and have rested at 17:00, too late for 14:00; they come on at 22:00.
    assert on_duty(scenario, 1, 7, 15, 23) == [4, 4, 0, 4]
    assert told(scenario, Part.ROSTERS, "officer")["short"] > 0


def test_that_with_no_rest_asked_for_the_same_people_take_every_shift():
    assert on_duty(rolled(roll={"people": 4, "rest": "0 h"}), 1, 7, 15, 23, 30) == [4] * 5


def test_that_nobody_is_on_duty_beyond_the_roll():
    twelve_at_once = [{"days": "Mon-Sun", "hours": "08:00-16:00", "count": 12}]
    scenario = rolled(shifts=twelve_at_once, roll={"people": 5, "rest": "11 h"})

    assert on_duty(scenario, 9, 33) == [5, 5]


def test_that_people_on_call_come_after_their_lead_time_when_somebody_waits_for_too_long():
    few = [{"days": "Mon-Sun", "hours": "00:00-24:00", "count": 1}]
    scenario = rolled(("day 0 00:20", 40), shifts=few, days=1, roll={"people": 5, "rest": "8 h", "on_call": ON_CALL})

    # Waiting for more than an hour from 01:20 on, seen at 01:30, there at 02:00 for three hours.
    assert on_duty(scenario, 1.9, 2.1, 4.9, 5.1) == [1, 3, 3, 1]


def test_that_people_who_were_called_in_rest_before_their_next_shift():
    shifts = [
        {"days": "Mon-Sun", "hours": "08:00-16:00", "count": 2},
        {"days": "Mon-Sun", "hours": "00:00-03:00", "count": 1},
    ]
    called = rolled(("day 0 00:20", 30), shifts=shifts, roll={"people": 3, "rest": "8 h", "on_call": ON_CALL})
    quiet = rolled(("day 0 00:20", 1), shifts=shifts, roll={"people": 3, "rest": "8 h", "on_call": ON_CALL})

    assert on_duty(quiet, 9) == [2]
    assert on_duty(called, 2.1, 9) == [3, 0]


def test_that_people_on_call_fill_in_for_the_absent_until_the_end_of_the_shift():
    day = [{"days": "Mon-Sun", "hours": "08:00-16:00", "count": 4}]
    roll = {"people": 9, "rest": "8 h", "on_call": ON_CALL | {"people": 4, "for_absent": True}}
    scenario = rolled(shifts=day, absence=0.5, roll=roll)
    before, after, late = on_duty(scenario, 32.4, 32.6, 39.9, seed=2)

    assert before < 4
    assert (after, late) == (4, 4)


def test_that_of_many_as_many_are_absent_from_a_shift_as_the_share_says():
    day = [{"days": "Mon-Sun", "hours": "08:00-16:00", "count": 200}]
    scenario = rolled(shifts=day, absence=0.25)

    assert all(125 < people < 175 for people in on_duty(scenario, 12, 36, 60))
    assert told(scenario, Part.ROSTERS, "officer")["there"] < told(scenario, Part.ROSTERS, "officer")["planned"]


def test_that_standing_by_and_coming_in_are_paid():
    few = [{"days": "Mon-Sun", "hours": "00:00-24:00", "count": 1}]
    roll = {"people": 5, "rest": "8 h", "on_call": ON_CALL}
    scenario = rolled(("day 0 00:20", 40), shifts=few, days=1, roll=roll, hourly_cost=10)

    # 24 h of one shift, two people for three hours at double pay, and half an hour's pay for each hour of standing by.
    assert told(scenario, Part.COSTS, "officer")["cost"] == pytest.approx(10 * (24 + 2 * 3 * 2 + 0.5 * 2 * 24))


def test_that_overtime_puts_off_the_next_duty():
    shifts = [{"days": "Mon-Sun", "hours": hours, "count": 1} for hours in ("00:00-08:00", "16:00-24:00")]
    overtime = {"at_most": "2 h", "while_waiting": "30 min"}
    busy = rolled(("day 0 07:00", 60), shifts=shifts, overtime=overtime, roll={"people": 1, "rest": "8 h"})
    idle = rolled(("day 0 07:00", 1), shifts=shifts, overtime=overtime, roll={"people": 1, "rest": "8 h"})

    assert on_duty(idle, 9, 17) == [0, 1]
    assert on_duty(busy, 9, 17) == [1, 0]


def test_that_half_as_many_volunteers_come_after_the_time_that_it_takes():
    day = [{"days": "Mon-Sun", "hours": "08:00-16:00", "count": 200}]
    scenario = rolled(shifts=day, days=9, volunteers={"half_after": "4 days"})
    first, later, last = on_duty(scenario, 12, 4 * 24 + 12, 8 * 24 + 12)

    assert first > 180
    assert 80 < later < 120
    assert 30 < last < 70
    assert told(scenario, Part.ROSTERS, "officer")["unpaid"] == told(scenario, Part.ROSTERS, "officer")["there"]


def test_that_volunteers_with_wages_are_refused():
    with pytest.raises(ValidationError, match="volunteers are unpaid"):
        rolled(volunteers={"half_after": "4 days"}, hourly_cost=10)


def test_that_breaks_and_handover_are_taken_from_a_roll_as_without_one():
    pauses = {"breaks": {"after": "4 h", "lasts": "30 min"}, "handover": "15 min", "fatigue": None}
    with_roll, without = rolled(roll={"people": 20, "rest": "8 h"}, **pauses), rolled(**pauses)
    hours = [quarter / 4 + 0.01 for quarter in range(24, 120)]

    assert on_duty(with_roll, *hours) == on_duty(without, *hours)


def test_that_agencies_tell_their_hours_and_whom_they_served():
    scenario = rolled(("day 0 01:00", 7), days=1, agency="Border police", hourly_cost=10)

    assert told(scenario, Part.AGENCIES, "agency Border police") == {
        "roles": 1, "stations": 1, "hours": 4 * 24, "cost": 960, "served": 7,
    }  # fmt: skip


def test_that_nobody_on_a_roll_works_more_than_there_are_people():
    scenario = rolled(("day 0 00:20", 400), roll={"people": 12, "rest": "9 h", "on_call": ON_CALL | {"people": 6}})
    recording = run_whole(scenario)
    _, there = recording.levels.of(LevelKind.STAFF_ON_DUTY, recording.index("officer"))

    assert there.min() >= 0
    assert there.max() <= 12
    assert recording.until == 4 * DAY
