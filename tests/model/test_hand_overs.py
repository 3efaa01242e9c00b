"""What happens at the end of a shift: staff finish the person at the desk, or hand over."""

import pytest
from pydantic import ValidationError

from reception_sim.actions import BreakDown, CloseStation, SetPosts
from reception_sim.recording import EventKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.statistics import Part, measure
from tests.model.plans import FAMILIES, arriving, border, plan, staff, station, trace

STARTED, ENDED = EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED
HOUR_LONG = {"distribution": "constant", "value": "1 h"}
MORNINGS = [{"days": "Mon-Sun", "hours": hours, "count": 1} for hours in ("00:00-02:00", "04:00-09:00")]


def handing(*arrivals, shifts=MORNINGS, posts=1, hand_over=(("takes", "2 min"),), desk=(), **changes):
    """Return a desk of an hour a group, whose only officer goes from 02:00 to 04:00."""
    desks = {"desk": station(posts=posts, service_time=HOUR_LONG, hand_over=hand_over and dict(hand_over)) | dict(desk)}
    tables = {
        "entry_points": border(arriving(*arrivals)),
        "stations": desks,
        "staff": {"officer": {"title": "Officer", "shifts": shifts}},
    }
    return plan(**tables | changes)


def minutes(recording, kind, place="desk"):
    return [minute for minute, _, where, _ in trace(recording, kind) if where == place]


def told(recording, scenario):
    rows = measure(recording, scenario).parts
    return {row.measure: row.value for row in rows if row.part is Part.HAND_OVERS}


def test_that_without_a_word_the_person_at_the_desk_is_finished():
    assert minutes(run_whole(handing(("day 0 01:40", 1), hand_over=None)), ENDED) == [160]


def test_that_a_service_that_is_handed_over_waits_for_the_next_team_and_goes_on_where_it_was():
    # 20 minutes until 02:00; from 04:00 two minutes to take over and the 40 that are left.
    assert minutes(run_whole(handing(("day 0 01:40", 1))), ENDED) == [240 + 2 + 40]


def test_that_who_was_at_the_desk_goes_on_before_those_in_line():
    recording = run_whole(handing(("day 0 01:40", 3)))

    assert minutes(recording, STARTED) == [100, 282, 342]
    assert minutes(recording, ENDED) == [282, 342, 402]


def test_that_relief_at_the_same_moment_takes_over_without_a_stop():
    relief = [{"days": "Mon-Sun", "hours": hours, "count": 1} for hours in ("00:00-02:00", "02:00-09:00")]

    assert minutes(run_whole(handing(("day 0 01:40", 1), shifts=relief)), ENDED) == [160]


def test_that_the_service_that_began_last_stops_when_one_of_two_goes():
    two = [{"days": "Mon-Sun", "hours": hours, "count": 1} for hours in ("00:00-02:00", "00:00-09:00")]
    recording = run_whole(handing(("day 0 01:20", 1), ("day 0 01:40", 1), shifts=two, posts=2))

    # The first, begun at 80, ends at 140, and its officer goes on with the other one's remaining 40 minutes.
    assert minutes(recording, ENDED) == [140, 140 + 2 + 40]


def test_that_a_break_stops_a_service_as_the_end_of_a_shift_does():
    day = [{"days": "Mon-Sun", "hours": "00:00-09:00", "count": 1}]
    pause = staff(1) | {"shifts": day, "breaks": {"after": "2 h", "lasts": "30 min"}}

    assert minutes(run_whole(handing(("day 0 01:40", 1), staff={"officer": pause})), ENDED) == [150 + 2 + 40]


def test_that_a_stopped_service_keeps_no_team_busy():
    scenario = handing(("day 0 01:40", 1))
    recording = run_whole(scenario)
    (desk,) = measure(recording, scenario).stations

    assert desk.busy_team_s == pytest.approx(62 * MINUTE)
    assert told(recording, scenario) == {
        "services": 1, "persons": 1, "mean_wait": 120 * MINUTE, "most": 1, "waiting": 0,
    }  # fmt: skip


def test_that_closing_a_station_taking_a_post_or_a_breakdown_stops_no_service():
    desk = {"equipment": {"kit": 1}}
    kit = {"kit": {"title": "Kit", "count": 1, "breaks_down_every": "9000 days", "repair_time": "1 h"}}
    for action in (CloseStation("desk"), SetPosts("desk", 0), BreakDown("kit", 1, lasting=HOUR)):
        run = Run(handing(("day 0 00:30", 1), desk=desk, equipment=kit))
        run.advance(HOUR)
        run.act(action)
        run.advance(3 * HOUR)

        assert minutes(run.recording(), ENDED) == [90]


def test_that_helpers_who_leave_hand_over_too_and_go_on_where_people_have_waited_longest():
    # One officer serves two desks in turn; at 02:00 the service at the first desk stops, and goes on before the other.
    desks = {"desk": station(service_time=HOUR_LONG, hand_over={}), "other": station(hand_over={})}
    ways = [("border", "desk"), ("camp", "other"), ("desk", "onward"), ("other", "onward")]
    camp = {"title": "Camp", "kind": "border crossing point", "arrivals": arriving(("day 0 01:50", 2))}
    scenario = handing(
        stations=desks,
        entry_points=border(arriving(("day 0 01:45", 1))) | {"camp": camp},
        routes=[{"from": a, "to": b} for a, b in ways],
    )
    recording = run_whole(scenario)

    # Those at the other desk have waited since 110, the service stopped at 120: they are seen first.
    assert minutes(recording, STARTED, "other") == [240, 245]
    assert minutes(recording, ENDED) == [250 + 45]


def test_that_everybody_is_served_once_and_no_more_work_than_are_on_duty():
    shifts = [{"days": "Mon-Sun", "hours": hours, "count": 2}
              for hours in ("00:00-03:00", "02:00-05:30", "07:00-11:00", "13:00-23:00")]  # fmt: skip
    families = arriving(*((f"day 0 {hour:02}:05", 7) for hour in range(0, 12, 2)), population="families")
    desks = {
        "desk": station(posts=3, hand_over={}, per="person"),
        "next": station(posts=3, hand_over={"takes": "1 min"}),
    }
    scenario = handing(
        populations={"families": FAMILIES}, entry_points=border(families), stations=desks, shifts=shifts,
        routes=[{"from": a, "to": b} for a, b in (("border", "desk"), ("desk", "next"), ("next", "onward"))],
    )  # fmt: skip
    run = Run(scenario)
    for quarter in range(1, 97):
        run.advance(quarter * 15 * MINUTE)
        (officer,) = run.snapshot().roles
        assert officer.busy <= officer.on_duty
    snapshot = run.snapshot()

    assert snapshot.completed == snapshot.arrived > 40
    starts = trace(run.recording(), STARTED)
    assert len({(place, group) for _, _, place, group in starts}) == len(starts)


def test_that_a_session_is_not_handed_over():
    with pytest.raises(ValidationError, match="leave out hand_over"):
        handing(desk={"session": {"persons": 5}})
