"""Breaks, handover and overtime: who is at the desk when, and what it costs."""

import pytest

from reception_sim.recording import EventKind
from reception_sim.run import run_whole
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, station, trace

STARTED = EventKind.SERVICE_STARTED


def working(*arrivals, hours="00:00-24:00", count=1, posts=1, **changes):
    officer = {"title": "Officer", "shifts": [{"days": "Mon-Sun", "hours": hours, "count": count}], "hourly_cost": 10}
    return plan(
        entry_points=border(arriving(*arrivals)),
        stations={"desk": station(posts=posts)},
        staff={"officer": officer | changes},
    )


def minutes(scenario):
    return [minute for minute, *_ in trace(run_whole(scenario), STARTED)]


def told(scenario, part, subject):
    rows = measure(run_whole(scenario), scenario).parts
    return {row.measure: row.value for row in rows if row.part is part and row.subject == subject}


def test_that_nobody_is_seen_during_the_break_of_the_only_officer():
    scenario = working(("day 0 03:58", 3), breaks={"after": "4 h", "lasts": "30 min"})

    assert minutes(scenario) == [238, 270, 275]


def test_that_in_turns_one_half_stays_at_the_desks():
    scenario = working(("day 0 04:10", 4), count=2, posts=2, breaks={"after": "4 h", "lasts": "30 min", "turns": 2})

    assert minutes(scenario) == [250, 255, 260, 265]


def test_that_a_break_that_would_not_end_within_the_shift_is_not_taken():
    scenario = working(("day 0 04:10", 1), hours="00:00-04:20", breaks={"after": "4 h", "lasts": "30 min"})

    assert minutes(scenario) == [250]


def test_that_people_begin_to_work_after_the_handover():
    scenario = working(("day 0 06:00", 1), hours="06:00-14:00", handover="15 min")

    assert minutes(scenario) == [375]


def test_that_people_stay_on_while_others_wait_for_long_and_no_longer():
    overtime = {"at_most": "3 h", "while_waiting": "30 min"}
    scenario = working(("day 0 07:00", 24), hours="06:00-08:00", overtime=overtime)

    # 12 are seen by 08:00; whoever is left has waited for an hour, and the last is called at 08:55
    assert minutes(scenario)[-1] == 535
    assert told(scenario, Part.WORKING_TIME, "officer")["overtime"] == 1  # the look at 09:00 finds nobody waiting


def test_that_overtime_ends_at_its_limit_though_people_wait():
    overtime = {"at_most": "30 min", "while_waiting": "30 min"}
    scenario = working(("day 0 07:00", 40), hours="06:00-08:00", overtime=overtime)

    assert minutes(scenario)[-1] == 505
    assert told(scenario, Part.WORKING_TIME, "officer")["overtime"] == 0.5


def test_that_nobody_stays_on_when_nobody_waits_for_long():
    scenario = working(("day 0 07:00", 3), hours="06:00-08:00", overtime={"at_most": "2 h", "while_waiting": "1 h"})

    assert told(scenario, Part.WORKING_TIME, "officer")["overtime"] == 0


def test_that_every_hour_is_paid_and_overtime_with_its_extra():
    scenario = working(
        ("day 0 07:00", 40), hours="06:00-08:00", handover="15 min", breaks={"after": "1 h", "lasts": "15 min"},
        overtime={"at_most": "30 min", "while_waiting": "30 min", "pay": 1.5},
    )  # fmt: skip

    figures = told(scenario, Part.WORKING_TIME, "officer")

    assert figures["on_duty"] + figures["breaks"] + figures["handover"] == 2.5
    assert (figures["breaks"], figures["handover"], figures["overtime"]) == (0.25, 0.25, 0.5)
    assert figures["cost"] == 10 * (2.5 + 0.5 * 0.5)


def test_that_costs_add_up_and_are_told_for_each_person_who_arrived():
    scenario = plan(
        entry_points=border(arriving(("day 0 01:00", 10))),
        staff={"officer": {"title": "Officer", "hourly_cost": 5,
                           "shifts": [{"days": "Mon-Sun", "hours": "00:00-24:00", "count": 1}]}},
        sites={"hall": {"title": "Hall", "kind": "transit centre", "capacity": 50, "when_full": "shelter outside",
                        "stay": {"distribution": "constant", "value": "2 h"}}},
        supplies={"kits": {"title": "Kits", "stock": 8, "per_person_on_arrival": 1, "unit_cost": 3}},
        equipment={"tablet": {"count": 2, "title": "Tablet", "daily_cost": 4}},
        routes=[{"from": "border", "to": "desk"}, {"from": "desk", "to": "hall"}, {"from": "hall", "to": "onward"}],
    )  # fmt: skip

    costs = {name: told(scenario, Part.COSTS, name)["cost"] for name in ("officer", "kits", "tablet", "")}

    assert costs == {"officer": 120, "kits": 24, "tablet": 8, "": 152}
    assert told(scenario, Part.COSTS, "")["per_person"] == pytest.approx(15.2)


def test_that_what_has_no_price_has_no_cost():
    scenario = working(("day 0 01:00", 1), hourly_cost=None)

    assert told(scenario, Part.COSTS, "") == {}
