"""Group sessions, caseloads, second visits and fast tracks, told as traces and held against closed forms."""

import pytest
from pydantic import ValidationError

from reception_sim.actions import SetPosts, SetQueueOrder
from reception_sim.recording import EventKind, LevelKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.stations import QueueOrder
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, staff, station, trace
from tests.model.test_theory import assert_in_interval, erlang_c_wait, mean_waits, queueing_system

STARTED, ENDED, EXITED = EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED, EventKind.GROUP_EXITED
FIVE = {"distribution": "constant", "value": "5 min"}
HOUR = {"distribution": "constant", "value": "1 h"}


def with_desk(*groups, officers=1, population="alone", **changes):
    return plan(
        entry_points=border(arriving(*groups, population=population)),
        stations={"desk": station(**changes)},
        staff={"officer": staff(count=officers)},
    )


def minutes(recording, kind):
    return [minute for minute, *_ in trace(recording, kind)]


def told(recording, scenario, part):
    return {row.measure: row.value for row in measure(recording, scenario).parts if row.part is part}


def test_that_a_session_begins_when_enough_people_wait_and_ends_for_all_at_once():
    scenario = with_desk(("day 0 01:00", 2), ("day 0 01:10", 1), session={"persons": 3})

    recording = run_whole(scenario)

    assert minutes(recording, STARTED) == [70, 70, 70]
    assert minutes(recording, ENDED) == [75, 75, 75]


def test_that_a_session_begins_with_fewer_when_the_first_has_waited_long_enough():
    scenario = with_desk(("day 0 01:00", 1), ("day 0 01:10", 1), session={"persons": 30, "or_after": "20 min"})

    assert minutes(run_whole(scenario), STARTED) == [80, 80]


def test_that_more_people_than_a_session_takes_wait_for_the_next_one():
    scenario = with_desk(("day 0 01:00", 7), session={"persons": 3, "or_after": "20 min"})

    assert minutes(run_whole(scenario), STARTED) == [60, 60, 60, 65, 65, 65, 80]


def test_that_one_team_holds_one_session_at_a_time_and_is_as_busy_as_that():
    scenario = with_desk(("day 0 01:00", 6), session={"persons": 3}, posts=2)

    figures = measure(run_whole(scenario), scenario)

    assert figures.stations[0].busy_team_s == 2 * 5 * 60
    assert max(figures.series.stations[0].busy) <= 1


def test_that_people_held_back_after_a_session_keep_its_room():
    scenario = plan(
        entry_points=border(arriving(("day 0 01:00", 4))),
        stations={
            "desk": station(session={"persons": 2}),
            "next": station(team={"nurse": 1}, service_time=HOUR, waiting_area={"capacity": 1}),
        },
        staff={"officer": staff(), "nurse": staff()},
        routes=[{"from": "border", "to": "desk"}, {"from": "desk", "to": "next"}, {"from": "next", "to": "onward"}],
    )

    desk = [minute for minute, _, place, _ in trace(run_whole(scenario), STARTED) if place == "desk"]

    assert desk == [60, 60, 65, 65]
    assert minutes(run_whole(scenario), EXITED) == [125, 185, 245, 305]


def test_that_people_wait_for_one_another_as_long_as_theory_says():
    scenario = queueing_system(6, {"distribution": "constant", "value": "1 s"})
    desk = station(session={"persons": 5}, team={"officer_desk_0": 1}, service_time=FIVE | {"value": "1 s"})
    scenario = plan(
        duration="1500 h", entry_points=scenario.entry_points, stations={"desk_0": desk},
        staff={"officer_desk_0": staff()}, routes=scenario.routes,
    )  # fmt: skip

    assert_in_interval((5 - 1) / (2 * 6), mean_waits(scenario, "desk_0"))


def test_that_nobody_new_is_taken_on_while_all_cases_are_open():
    caseload = {"caseworkers": 2, "cases_each": 1, "lasts": HOUR}
    scenario = with_desk(("day 0 01:00", 4), officers=4, posts=4, caseload=caseload)

    recording = run_whole(scenario)

    assert minutes(recording, STARTED) == [60, 60, 125, 125]
    assert told(recording, scenario, Part.CASELOADS)["open_most"] == 2


def test_that_a_caseload_queues_as_so_many_servers_of_the_length_of_a_case():
    scenario = queueing_system(1.4, FIVE | {"value": "1 s"}, servers=9)
    case = {"caseworkers": 2, "cases_each": 1, "lasts": {"distribution": "exponential", "mean": "1 h"}}
    desk = station(posts=9, team={"officer_desk_0": 1}, service_time=FIVE | {"value": "1 s"}, caseload=case)
    scenario = plan(
        duration="1500 h", entry_points=scenario.entry_points, stations={"desk_0": desk},
        staff={"officer_desk_0": staff(count=9)}, routes=scenario.routes,
    )  # fmt: skip

    assert_in_interval(erlang_c_wait(1.4, 1.0, 2), mean_waits(scenario, "desk_0"))


def test_that_whoever_must_come_again_does_so_once():
    scenario = with_desk(("day 0 01:00", 2), officers=2, posts=2, second_visit={"share": 1, "after": HOUR})

    recording = run_whole(scenario)

    assert minutes(recording, STARTED) == [60, 60, 125, 125]
    assert minutes(recording, EXITED) == [130, 130]
    assert told(recording, scenario, Part.SECOND_VISITS) == {"persons": 2, "share": 100, "away": 0}


def test_that_a_tenth_of_many_come_again():
    scenario = with_desk(("day 0 01:00", 2000), officers=50, posts=50, second_visit={"share": 0.1, "after": HOUR})

    assert told(run_whole(scenario), scenario, Part.SECOND_VISITS)["share"] == pytest.approx(10, abs=3)


def test_that_those_who_are_away_are_still_in_the_system():
    run = Run(with_desk(("day 0 01:00", 2), second_visit={"share": 1, "after": HOUR}))
    run.advance(5400)

    assert run.snapshot().in_system == 2
    assert run.recording().levels.of(LevelKind.AWAY_UNTIL_SECOND_VISIT, 1)[1].tolist() == [1, 2]


def test_that_those_on_the_fast_track_are_seen_before_all_others():
    track = {"for": {"families": True}, "posts": 0}
    scenario = plan(
        entry_points=border([*arriving(("day 0 01:00", 3)), *arriving(("day 0 01:01", 5), population="families")]),
        stations={"desk": station(fast_track=track)},
    )

    recording = run_whole(scenario)
    size = recording.people.size
    order = [int(size[group]) for group in recording.events.of(STARTED).group]

    assert max(order[1:]) > 1
    assert order[1:] == sorted(order[1:], key=lambda persons: persons == 1)


def test_that_posts_kept_for_the_fast_track_stay_free_for_it():
    track = {"for": {"families": True}, "posts": 1}
    scenario = with_desk(("day 0 01:00", 3), officers=2, posts=2, fast_track=track)

    assert minutes(run_whole(scenario), STARTED) == [60, 65, 70]


def test_that_a_fast_track_keeps_no_more_posts_than_there_are():
    track = {"for": {"families": True}, "posts": 2}

    with pytest.raises(ValidationError, match="more posts than the station has"):
        with_desk(("day 0 01:00", 3), fast_track=track)


def test_that_a_session_has_no_caseload():
    caseload = {"caseworkers": 1, "cases_each": 1, "lasts": HOUR}
    with pytest.raises(ValidationError, match="no caseload, no fast track"):
        with_desk(("day 0 01:00", 3), session={"persons": 3}, caseload=caseload)


@pytest.mark.parametrize("parts", [{}, {"caseload": {"caseworkers": 9, "cases_each": 25, "lasts": HOUR}}])
def test_that_another_queue_order_holds_for_those_who_wait_already(parts):
    needs = {"serious_medical_condition": 0.3}
    scenario = plan(
        populations={"alone": ALONE | {"specific_needs": needs}},
        entry_points=border(arriving(("day 0 01:00", 30))),
        stations={
            "screening": station(posts=30, team={"nurse": 1}, identifies={"serious_medical_condition": 1.0}),
            "desk": station(**parts),
        },
        staff={"officer": staff(), "nurse": staff(count=30)},
        routes=[
            {"from": "border", "to": "screening"},
            {"from": "screening", "to": "desk"},
            {"from": "desk", "to": "onward"},
        ],
    )
    run = Run(scenario)
    run.advance(66 * 60)
    run.act(SetQueueOrder("desk", QueueOrder.SPECIFIC_NEEDS_FIRST))
    run.advance(scenario.duration)

    recording = run.recording()
    served = recording.events.of(STARTED)
    at_desk = served.group[served.place == recording.index("desk")][1:]
    ill = [bool(recording.people.needs[recording.people.first_person[group]]) for group in at_desk]

    assert ill == sorted(ill, reverse=True)
    assert 0 < sum(ill) < len(ill) == 29


def test_that_more_posts_let_more_people_be_seen_at_once():
    run = Run(with_desk(("day 0 01:00", 4), officers=2))
    run.advance(62 * 60)
    run.act(SetPosts("desk", 2))
    run.advance(90 * 60)

    assert minutes(run.recording(), STARTED) == [60, 62, 65, 67]
